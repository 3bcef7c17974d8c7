import type { Literal } from '../references/literals.ts';

/** What a string has of a name that Python may print. */
export interface NamePart {
  /** `whole` where it is the name itself, as Python writes it into its messages. */
  readonly kind: 'beginning' | 'end' | 'middle' | 'whole';
  /** Whether the string has nothing besides. */
  readonly isAlone: boolean;
  /** Whether the rest of the name may stand beside it in what the string is a pattern for, or is looked for in. */
  readonly isOpen: boolean;
  /** Whether what follows it there may be the rest of the name; true where there is no rest. */
  readonly isContinued: boolean;
}

// Of a shorter part any text has some, but for a capital at the beginning, with which only few words begin.
const SHORTEST = 3;

/**
 * The parts of a name in a string that is text, or a pattern for one. What is no beginning must follow the edge of the
 * string or a wildcard, and be followed by what Python writes after a name.
 */
export function* partsOf(name: string, { value, isDocstring }: Literal): Generator<NamePart> {
  const shortest = /^[A-Z]/.test(name) ? 1 : SHORTEST;
  if (isDocstring || !mayHavePart(name, value, shortest)) return;
  const text = value.replace(BOUNDARY, "'").replace(CLASS, WILDCARD);
  for (const { 0: run, index } of text.matchAll(/[\p{XID_Continue}_]+/gu)) {
    const [before, after] = [text.slice(0, index), text.slice(index + run.length)];
    const isAlone = before + after === '';
    if (run === name) {
      if (OPENING.test(before) && CLOSING.test(after))
        yield { kind: 'whole', isAlone, isOpen: true, isContinued: true };
    } else if (run.length >= shortest && name.startsWith(run)) {
      const isContinued = CONTINUED.test(after);
      yield { kind: 'beginning', isAlone, isOpen: OPENING.test(before) && isContinued, isContinued };
    } else if (run.length >= SHORTEST && name.includes(run) && CONTINUING.test(before)) {
      const isEnd = name.endsWith(run);
      if (isEnd ? CLOSING.test(after) : CONTINUED.test(after))
        yield { kind: isEnd ? 'end' : 'middle', isAlone, isOpen: true, isContinued: true };
    }
  }
}

/** Whether a string has the first characters of a name, or so many others that follow one another in it. */
function mayHavePart(name: string, value: string, shortest: number): boolean {
  if (name.length >= shortest && value.includes(name.slice(0, shortest))) return true;
  for (let at = 0; at + SHORTEST <= name.length; at++)
    if (value.includes(name.slice(at, at + SHORTEST))) return true;
  return false;
}

/** In a pattern, what stands between words, and what stands for the characters of one. */
const BOUNDARY = /\\[bABsSzZ]/g;
const CLASS = /\\[wdWD]/g;
const WILDCARD = '\ufffc';

/** What may stand for the beginning of a name, at the end of what is before the rest. */
const CONTINUING = /(?:^|[*+?)\]}|\ufffc])$/;
/** What may stand for the end of a name, at the start of what is after the rest. */
const CONTINUED = /^(?:$|[*+?([{|\\\ufffc]|\.[*+?])/;
/** What Python writes before a name that it quotes. */
const OPENING = /(?:^|[*+?()\]}|\ufffc'"`<>.\\])$/;
/** What Python writes after a name: `Cart(`, `'Cart'`, `Cart.`, `Cart: `, `<Cart object at`, `<function total at`. */
const CLOSING = /^(?:$|[*+?()[\]{|\\\ufffc'"`<>.:$\n]| at | object)/;
