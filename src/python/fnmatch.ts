/**
 * Whether a name matches a shell pattern as Python's `fnmatch.fnmatchcase` has it: `*` and `?` match `/` too, `[seq]`
 * and `[!seq]` know ranges, and nothing escapes.
 */
export function fnmatch(name: string, pattern: string): boolean {
  return expressionOf(pattern).test(name);
}

const expressions = new Map<string, RegExp>();

function expressionOf(pattern: string): RegExp {
  const known = expressions.get(pattern);
  if (known !== undefined) return known;
  const expression = new RegExp(`^${sourceOf([...pattern])}$`, 'su');
  expressions.set(pattern, expression);
  return expression;
}

function sourceOf(pattern: readonly string[]): string {
  let source = '';
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i] ?? '';
    const end = character === '[' ? endOfClass(pattern, i + 1) : -1;
    if (character === '*') source += '.*';
    else if (character === '?') source += '.';
    else if (end === -1) source += escaped(character);
    else {
      source += classOf(pattern.slice(i + 1, end));
      i = end;
    }
  }
  return source;
}

/** The index of the `]` that ends the class; one that comes first, even behind `!`, belongs to the class. */
function endOfClass(pattern: readonly string[], start: number): number {
  const first = pattern[start] === '!' ? start + 1 : start;
  return pattern.indexOf(']', pattern[first] === ']' ? first + 1 : first);
}

/**
 * A range whose ends are the wrong way round is empty and drops out; that can bring a `!` to the front, and CPython looks
 * for one only then: https://github.com/python/cpython/blob/v3.14.0/Lib/fnmatch.py#L113-L160
 */
function classOf(sequence: readonly string[]): string {
  const chunks = withoutEmptyRanges(chunksOf(sequence));
  const members = chunks.map((chunk) => chunk.map(escaped).join('')).join('-');
  if (members === '') return '(?!)';
  if (chunks[0]?.[0] !== '!') return `[${members}]`;
  const excluded = members.slice(escaped('!').length);
  return excluded === '' ? '.' : `[^${excluded}]`;
}

/** The class cut at each hyphen that makes a range, which goes from the last of one chunk to the first of the next. */
function chunksOf(sequence: readonly string[]): string[][] {
  const chunks: string[][] = [];
  let start = 0;
  let hyphen = sequence.indexOf('-', sequence[0] === '!' ? 2 : 1);
  // A hyphen at the end makes no range, and neither does the upper end of one.
  while (hyphen !== -1 && hyphen < sequence.length - 1) {
    chunks.push(sequence.slice(start, hyphen));
    start = hyphen + 1;
    hyphen = sequence.indexOf('-', hyphen + 3);
  }
  return [...chunks, sequence.slice(start)];
}

function withoutEmptyRanges(chunks: readonly string[][]): string[][] {
  const kept = [...chunks];
  for (let i = kept.length - 1; i > 0; i--) {
    const before = kept[i - 1] ?? [];
    const after = kept[i] ?? [];
    if (codePoint(before.at(-1) ?? '') > codePoint(after[0] ?? ''))
      kept.splice(i - 1, 2, [...before.slice(0, -1), ...after.slice(1)]);
  }
  return kept;
}

const codePoint = (character: string): number => character.codePointAt(0) ?? 0;

const escaped = (character: string): string => `\\u{${codePoint(character).toString(16)}}`;
