import { type Lexeme, lexemesOf } from './lexemes.ts';
import { type Edit, edited } from './spelling.ts';

/**
 * Stars that the grammar does not know, spelt otherwise. Targets and annotations with a star before a bracket have none:
 * `a, *(b) = c` is `a, ( b) = c`, `def f(*a: *(B, C))` is `def f(*a: ( B, C))`. In a tuple without parentheses a star
 * before anything but a name is a plus: `return a, *[b]` is `return a, +[b]`. They bind and read the same names.
 */
export function withPlainStars(text: string): string {
  const edits: (readonly Edit[])[] = [];
  /** The stars of the statement, or of the targets of a loop, that may be in a target. */
  let stars: Star[] = [];
  const loops: Loop[] = [];
  let depth = 0;
  let previous: Previous = { kind: 'newline', spelling: '\n', end: 0, star: 'none' };
  const takeTargets = (first: number) => {
    edits.push(...stars.splice(first).map(({ asTarget }) => asTarget));
  };
  const endStatement = () => {
    edits.push(...stars.filter((star) => star.depth === 0).map(({ asOperand }) => asOperand));
    stars = [];
    loops.length = 0;
  };
  for (const { kind, start, end } of lexemesOf(text)) {
    if (kind === 'comment' || (kind === 'newline' && depth > 0)) continue;
    const spelling = text.slice(start, end);
    // Strings and numbers are no lexemes.
    const isLiteral = /[^\s\\]/.test(text.slice(previous.end, start));
    const isOperandNext =
      kind === 'word' ? BEFORE_OPERANDS.has(spelling) : kind === 'open' || /^[-+~]/.test(spelling);
    if (previous.star !== 'none' && (isLiteral || isOperandNext)) {
      const star = previous.end - 1;
      const isBracket = !isLiteral && kind === 'open' && spelling !== '{';
      const asTarget = isBracket
        ? [
            { start: star, replacement: spelling },
            { start, replacement: ' ' },
          ]
        : [];
      if (previous.star === 'annotation') edits.push(asTarget);
      else stars.push({ depth, asTarget, asOperand: [{ start: star, replacement: '+' }] });
    }
    if (kind === 'open') {
      depth += 1;
    } else if (kind === 'close') {
      depth = Math.max(0, depth - 1);
    } else if (kind === 'newline' || spelling === ';') {
      endStatement();
    } else if (spelling === 'for') {
      loops.push({ depth, starsBefore: stars.length });
    } else if (spelling === 'in' && loops.at(-1)?.depth === depth) {
      takeTargets(loops.pop()?.starsBefore ?? stars.length);
    } else if (spelling === '=' && depth === 0) {
      takeTargets(0);
    }
    const isUnary =
      spelling === '*' && !isOperand(previous) && /^[\s\\]*$/.test(text.slice(previous.end, start));
    const ofUnary = previous.spelling === ':' && depth > 0 ? 'annotation' : 'target';
    previous = { kind, spelling, end, star: isUnary ? ofUnary : 'none' };
  }
  endStatement();
  return edited(
    text,
    edits.flat().toSorted((one, other) => one.start - other.start),
  );
}

/** A star that is no operator. */
interface Star {
  /** How many brackets are open around it. */
  readonly depth: number;
  readonly asTarget: readonly Edit[];
  readonly asOperand: readonly Edit[];
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
