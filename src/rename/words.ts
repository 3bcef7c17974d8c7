import { isAscii } from '../python/text.ts';
/** Whether a text is an identifier (Language Reference 2.3); keywords are. */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text);
}

const IDENTIFIER = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;

/** Every word of a text as often as it stands there: letters, digits and underscores, in NFKC. */
export function* wordsIn(text: string): Generator<string> {
  const isPlain = isAscii(text);
  const words = isPlain ? ASCII_WORD : WORD;
  for (const { 0: written, index } of text.matchAll(words)) {
    const word = isPlain ? written : written.normalize('NFKC');
    yield word;
    // `\nhost` in a string is a line feed and `host`.
    if (text.charCodeAt(index - 1) === BACKSLASH) yield* wordsAfterEscape(word);
  }
}

const ASCII_WORD = /\w+/g;
const WORD = /[\p{XID_Continue}_]+/gu;
const BACKSLASH = 0x5c;

function wordsAfterEscape(word: string): readonly string[] {
  const escape = /^(?:[0-7]{1,3}|x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|[a-z])/i.exec(word)?.[0] ?? '';
  return escape.length < word.length ? [word.slice(escape.length), word.slice(1)] : [];
}

/** The UTF-16 offsets at which a word stands in a text as a whole word. */
export function wordOffsetsIn(text: string, word: string): readonly number[] {
  const offsets: number[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!isPartOfWord(text, at - 1) && !isPartOfWord(text, at + word.length)) offsets.push(at);
  }
  return offsets;
}

/** Whether an identifier stands after a dot in a Python text, with spaces, line ends and comments between them or not. */
export function standsAfterDot(text: string, identifier: string): boolean {
  return new RegExp(`\\.(?:[\\s\\\\]|#[^\\n]*\\n)*${identifier}(?![\\p{XID_Continue}_])`, 'u').test(
    text.normalize('NFKC'),
  );
}

function isPartOfWord(text: string, at: number): boolean {
  const code = text.codePointAt(at);
  return code !== undefined && at >= 0 && PART.test(String.fromCodePoint(code));
}

const PART = /[\p{XID_Continue}_]/u;

/** Which files hold a word. */
export type WordIndex = ReadonlyMap<string, readonly string[]>;

/** Reads texts once: the files that hold each word, in their paths or their texts, in the given order. */
export function wordIndexOf(paths: readonly string[], text: (path: string) => string | undefined): WordIndex {
  const index = new Map<string, string[]>();
  for (const path of paths) {
    for (const source of [path, text(path) ?? '']) {
      for (const word of wordsIn(source)) {
        const files = index.get(word);
        if (files === undefined) index.set(word, [path]);
        else if (files.at(-1) !== path) files.push(path);
      }
    }
  }
  return index;
}
