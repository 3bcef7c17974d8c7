/** A stretch of a text that is not a space, a number or part of a string. */
export interface Lexeme {
  /**
   * `newline` is a line ending that no backslash escapes; brackets include the braces of replacement fields;
   * `character` is a `\N{…}` in the specification of one, or the `=` with which it starts.
   */
  readonly kind: 'word' | 'operator' | 'open' | 'close' | 'comment' | 'newline' | 'character';
  /** UTF-16 offsets, half-open. */
  readonly start: number;
  readonly end: number;
}

/**
 * The lexemes of a Python text as far as brackets and line endings need them, strings left out but for the
 * replacement fields of formatted ones (Language Reference 2.5, PEP 701). Gives what it can for a text that is wrong.
 */
export function* lexemesOf(text: string): Generator<Lexeme> {
  /** Open brackets, by what closes them; formatted strings, by their quotes; `:` for a format specification. */
  const open: Frame[] = [];
  let at = 0;
  while (at < text.length) {
    const frame = open.at(-1);
    if (frame !== undefined && frame.kind !== 'bracket') {
      const start = at;
      at = endOfLiteral(text, at, frame, open);
      if (open.at(-1)?.kind === 'bracket' && text.charAt(at - 1) === '{')
        yield { kind: 'open', start: at - 1, end: at };
      else if (frame.kind === 'specification' && text.charAt(at - 1) === '}') {
        if (open.at(-1) === frame) yield { kind: 'character', start: text.lastIndexOf('\\', at), end: at };
        else yield { kind: 'close', start: at - 1, end: at };
      }
      if (at === start) at += 1;
      continue;
    }
    LEXEME.lastIndex = at;
    const { groups } = LEXEME.exec(text) ?? { groups: undefined };
    const end = LEXEME.lastIndex === 0 ? at + 1 : LEXEME.lastIndex;
    const start = at;
    at = end;
    if (groups?.['quote'] !== undefined) {
      at = startString(text, end, groups['prefix'] ?? '', groups['quote'], open);
    } else if (groups?.['open'] !== undefined) {
      open.push({ kind: 'bracket', closing: CLOSING[groups['open']] ?? '', isField: false, isRaw: false });
      yield { kind: 'open', start, end };
    } else if (groups?.['close'] !== undefined) {
      if (frame?.closing === groups['close']) open.pop();
      yield { kind: 'close', start, end };
    } else if (frame?.isField === true && text.charAt(start) === ':') {
      // `:=` here is a specification that starts with `=`.
      at = start + 1;
      open.push({ kind: 'specification', closing: '}', isField: false, isRaw: frame.isRaw });
      if (text.charAt(at) === '=') yield { kind: 'character', start: at, end: at + 1 };
    } else if (groups?.['newline'] !== undefined) yield { kind: 'newline', start, end };
    else if (groups?.['comment'] !== undefined) yield { kind: 'comment', start, end };
    else if (groups?.['word'] !== undefined) yield { kind: 'word', start, end };
    else if (groups?.['operator'] !== undefined) yield { kind: 'operator', start, end };
  }
}

interface Frame {
  readonly kind: 'bracket' | 'string' | 'specification';
  readonly closing: string;
  /** Whether the bracket is the brace of a replacement field. */
  readonly isField: boolean;
  /** Whether a backslash in the string around escapes nothing. */
  readonly isRaw: boolean;
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

const LEXEME = new RegExp(
  [
    String.raw`(?<space>[ \t\f]+|\\(?:\r\n|\r|\n))`,
    String.raw`(?<newline>\r\n|\r|\n)`,
    String.raw`(?<comment>#[^\r\n]*)`,
    String.raw`(?<prefix>(?:[rR][bBfFtT]?|[bBfFtT][rR]?|[uU])?)(?<quote>"""|'''|"|')`,
    String.raw`(?<word>[\p{XID_Start}_]\p{XID_Continue}*)`,
    String.raw`(?<number>\d[\w.]*)`,
    String.raw`(?<open>[([{])`,
    String.raw`(?<close>[)\]}])`,
    String.raw`(?<operator>\*\*=?|//=?|>>=?|<<=?|->|[-+*/%@&|^=!<>:]=|\S)`,
  ].join('|'),
  'uy',
);

/** Enters a formatted string, or steps over any other; gives the offset after what was stepped over. */
function startString(text: string, start: number, prefix: string, quote: string, open: Frame[]): number {
  if (/[ft]/i.test(prefix)) {
    open.push({ kind: 'string', closing: quote, isField: false, isRaw: /r/i.test(prefix) });
    return start;
  }
  let at = start;
  while (at < text.length && !text.startsWith(quote, at)) {
    const char = text.charAt(at);
    // A string that is not closed ends with its line.
    if (quote.length === 1 && (char === '\n' || char === '\r')) return at;
    at += char === '\\' ? (text.startsWith('\r\n', at + 1) ? 3 : 2) : 1;
  }
  return Math.min(at + quote.length, text.length);
}

/** Steps over the literal part of a formatted string, or a specification, up to a brace or the end. */
function endOfLiteral(text: string, start: number, frame: Frame, open: Frame[]): number {
  const { kind, closing, isRaw } = frame;
  const isString = kind !== 'specification';
  let at = start;
  while (at < text.length) {
    const char = text.charAt(at);
    if (isString && text.startsWith(closing, at)) {
      open.pop();
      return at + closing.length;
    }
    if (char === '{' || char === '}') {
      if (isString && text.charAt(at + 1) === char) {
        at += 2;
        continue;
      }
      if (char === '{') open.push({ kind: 'bracket', closing: '}', isField: true, isRaw: frame.isRaw });
      else if (!isString) open.splice(-2);
      return at + 1;
    }
    if ((char === '\n' || char === '\r') && closing.length === 1) {
      // Not closed on its line: whatever is open in the string ends with it.
      open.pop();
      return at;
    }
    const length = char === '\\' ? escapeLength(text, at, isRaw) : 1;
    at += length;
    if (length > 2 && !isString) return at;
  }
  return at;
}

function escapeLength(text: string, at: number, isRaw: boolean): number {
  const next = text.charAt(at + 1);
  if (next === '{' || next === '}') return 1;
  if (next !== 'N' || isRaw || text.charAt(at + 2) !== '{') return 2;
  const end = text.indexOf('}', at);
  return end === -1 ? 2 : end + 1 - at;
}
