import { type Lexeme, lexemesOf } from './lexemes.ts';
import { type Edit, edited } from './spelling.ts';

/**
 * Targets and annotations with a star before a bracket, which the grammar does not know, without the star: `a, *(b) = c`
 * as `a, ( b) = c`, `def f(*a: *(B, C))` as `def f(*a: ( B, C))`. They bind and read the same names.
 */
export function withPlainStars(text: string): string {
  const edits: (readonly Edit[])[] = [];
  /** The stars of the statement, or of the targets of a loop, that may be in a target. */
  let stars: Edit[] = [];
  const loops: Loop[] = [];
  let depth = 0;
  let previous: Previous = { kind: 'newline', spelling: '\n', end: 0, star: 'none' };
  for (const { kind, start, end } of lexemesOf(text)) {
    if (kind === 'comment' || (kind === 'newline' && depth > 0)) continue;
    const spelling = text.slice(start, end);
    if (kind === 'open') {
      const star = spelling === '{' ? 'none' : previous.star;
      if (star !== 'none') {
        const edit = [
          { start: previous.end - 1, replacement: spelling },
          { start, replacement: ' ' },
        ];
        if (star === 'annotation') edits.push(edit);
        else stars.push(...edit);
      }
      depth += 1;
    } else if (kind === 'close') {
      depth = Math.max(0, depth - 1);
    } else if (kind === 'newline' || spelling === ';') {
      stars = [];
      loops.length = 0;
    } else if (spelling === 'for') {
      loops.push({ depth, starsBefore: stars.length });
    } else if (spelling === 'in' && loops.at(-1)?.depth === depth) {
      edits.push(stars.splice(loops.pop()?.starsBefore ?? stars.length));
    } else if (spelling === '=' && depth === 0) {
      edits.push(stars);
      stars = [];
    }
    const isUnary =
      spelling === '*' && !isOperand(previous) && /^[\s\\]*$/.test(text.slice(previous.end, start));
    const ofUnary = previous.spelling === ':' && depth > 0 ? 'annotation' : 'target';
    previous = { kind, spelling, end, star: isUnary ? ofUnary : 'none' };
  }
  return edited(
    text,
    edits.flat().toSorted((a, b) => a.start - b.start),
  );
}

interface Previous {
  readonly kind: Lexeme['kind'];
  readonly spelling: string;
  readonly end: number;
  /** What a star that is no operator may be in. */
  readonly star: 'none' | 'target' | 'annotation';
}

interface Loop {
  readonly depth: number;
  readonly starsBefore: number;
}

function isOperand({ kind, spelling }: Previous): boolean {
  return kind === 'close' || (kind === 'word' && !BEFORE_OPERANDS.has(spelling));
}

const BEFORE_OPERANDS: ReadonlySet<string> = new Set(
  'and as assert await case del elif else for from if in is lambda not or raise return while with yield'.split(
    ' ',
  ),
);
