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

function classOf(sequence: readonly string[]): string {
  const isNegated = sequence[0] === '!';
  const members = isNegated ? sequence.slice(1) : sequence;
  let source = '';
  for (let i = 0; i < members.length; i++) {
    const low = members[i] ?? '';
    const high = members[i + 1] === '-' ? members[i + 2] : undefined;
    if (high === undefined) source += escaped(low);
    else {
      // A range whose ends are the wrong way round is empty.
      if (codePoint(low) <= codePoint(high)) source += `${escaped(low)}-${escaped(high)}`;
      i += 2;
    }
  }
  if (source === '') return isNegated ? '.' : '(?!)';
  return `[${isNegated ? '^' : ''}${source}]`;
}

const codePoint = (character: string): number => character.codePointAt(0) ?? 0;

const escaped = (character: string): string => `\\u{${codePoint(character).toString(16)}}`;
