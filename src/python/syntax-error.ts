import {
  afterOf,
  endOf,
  isToken,
  kindNameOf,
  kindOf,
  Kind,
  type Node,
  ROOT,
  startOf,
  type SyntaxTree,
} from './syntax.ts';
import type { Span } from './text.ts';

/** Where a text does not parse, and what is wrong there. */
export interface SyntaxError {
  readonly at: Span;
  readonly message: string;
}

/** The first place that does not parse; undefined for a text that parses. */
export function syntaxErrorOf(tree: SyntaxTree): SyntaxError | undefined {
  if (!tree.hasError) return undefined;
  const node = firstErrorOf(tree);
  if (tree.missing.has(node)) {
    const expected = isToken(kindOf(tree, node)) ? `\`${spelling(tree, node)}\`` : kindNameOf(tree, node);
    return { at: characterAt(tree, startOf(tree, node)), message: `does not parse: ${expected} is missing` };
  }
  const at = culpritOf(tree, node);
  const text = tree.text.slice(at.start, at.end);
  return {
    at,
    message: text === '' ? 'does not parse: the text ends too early' : `does not parse at \`${text}\``,
  };
}

function firstErrorOf(tree: SyntaxTree): Node {
  for (let node: Node = ROOT; node < tree.size; node++) {
    if (kindOf(tree, node) === Kind.ERROR || tree.missing.has(node)) return node;
  }
  return ROOT;
}

/**
 * The first token of an ERROR node that the parser could not fit: an ERROR that wraps whole nodes has skipped what
 * stands between or after them.
 */
function culpritOf(tree: SyntaxTree, error: Node): Span {
  for (let node = error + 1, end = afterOf(tree, error); node < end; node++) {
    if (kindOf(tree, node) === Kind.ERROR && afterOf(tree, node) === node + 1) return firstWord(tree, node);
  }
  return firstWord(tree, error);
}

function firstWord(tree: SyntaxTree, node: Node): Span {
  const start = startOf(tree, node);
  const [word = ''] = /^(?:\w+|\S)?/u.exec(tree.text.slice(start, endOf(tree, node))) ?? [];
  return { start, end: start + word.length };
}

function characterAt(tree: SyntaxTree, offset: number): Span {
  return { start: offset, end: Math.min(offset + 1, tree.text.length) };
}

function spelling(tree: SyntaxTree, node: Node): string {
  return kindNameOf(tree, node).replace(/_token$/, '');
}
