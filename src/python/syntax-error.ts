import {
  afterOf,
  childrenOf,
  endOf,
  isToken,
  Kind,
  kindNameOf,
  kindOf,
  type Node,
  ROOT,
  spanOf,
  startOf,
  type SyntaxTree,
  textOf,
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
  if (tree.missing.has(node)) return missing(tree, node);
  const bracket = unclosedBracketIn(tree, node);
  if (bracket !== undefined)
    return { at: spanOf(tree, bracket), message: `\`${textOf(tree, bracket)}\` is never closed` };
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

function missing(tree: SyntaxTree, node: Node): SyntaxError {
  const name = kindNameOf(tree, node).replace(/_token$/, '');
  const start = startOf(tree, node);
  return {
    at: { start, end: Math.min(start + 1, tree.text.length) },
    message: `does not parse: ${isToken(kindOf(tree, node)) ? `\`${name}\`` : name} is missing`,
  };
}

/** The innermost bracket that stands loose in an ERROR node without its partner, as CPython's tokenizer reports it. */
function unclosedBracketIn(tree: SyntaxTree, error: Node): Node | undefined {
  const open: Node[] = [];
  for (const child of childrenOf(tree, error)) {
    const kind = kindOf(tree, child);
    if (kind === Kind['('] || kind === Kind['['] || kind === Kind['{']) open.push(child);
    else if (kind === Kind[')'] || kind === Kind[']'] || kind === Kind['}']) open.pop();
  }
  return open.at(-1);
}

/**
 * The first token of an ERROR node that the parser could not fit: an ERROR that wraps whole nodes has skipped what
 * stands between or after them.
 */
function culpritOf(tree: SyntaxTree, error: Node): Span {
  for (let node = error + 1, end = afterOf(tree, error); node < end; node++) {
    if (kindOf(tree, node) === Kind.ERROR) return firstWord(tree, node);
  }
  const loose = childrenOf(tree, error).findLast((child) => isToken(kindOf(tree, child)));
  return firstWord(tree, loose ?? error);
}

function firstWord(tree: SyntaxTree, node: Node): Span {
  const start = startOf(tree, node);
  const [word = ''] = /^(?:\w+|\S)?/u.exec(tree.text.slice(start, endOf(tree, node))) ?? [];
  return { start, end: start + word.length };
}
