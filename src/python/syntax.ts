import { Field, Kind, kindNames } from './grammar.ts';
import type { Span } from './text.ts';

export { Field, Kind } from './grammar.ts';

/**
 * A node of a syntax tree: its number in pre-order. The root is 0; the nodes below `node` are
 * `node + 1` up to, not including, `tree.after[node]`.
 */
export type Node = number;

export const NO_NODE: Node = -1;

/**
 * The syntax tree of one text as typed arrays, one entry a node, tokens included. Offsets are UTF-16 code units,
 * half-open. First child, next sibling and subtree all follow from pre-order numbers and `after`.
 */
export interface SyntaxTree {
  readonly text: string;
  readonly size: number;
  readonly kind: Uint16Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** The parent of each node; NO_NODE for the root. */
  readonly parent: Int32Array;
  /** The number of the first node after the subtree. */
  readonly after: Int32Array;
  /** The field of the parent in which the node stands. */
  readonly field: Uint8Array;
  /** Whether the node is a token that the parser made up to go on after an error. */
  readonly missing: ReadonlySet<Node>;
  /** The nodes in which the parser made up a token that has no node, such as the end of a line. */
  readonly lacking: ReadonlySet<Node>;
  /** Whether the text does not parse: there is an ERROR or a missing token. */
  readonly hasError: boolean;
}

export const ROOT: Node = 0;

export function kindOf(tree: SyntaxTree, node: Node): number {
  return tree.kind[node] ?? Kind.end;
}

export function kindNameOf(tree: SyntaxTree, node: Node): string {
  return kindNames[kindOf(tree, node)] ?? 'end';
}

export function startOf(tree: SyntaxTree, node: Node): number {
  return tree.start[node] ?? 0;
}

export function endOf(tree: SyntaxTree, node: Node): number {
  return tree.end[node] ?? 0;
}

export function spanOf(tree: SyntaxTree, node: Node): Span {
  return { start: startOf(tree, node), end: endOf(tree, node) };
}

export function textOf(tree: SyntaxTree, node: Node): string {
  return tree.text.slice(startOf(tree, node), endOf(tree, node));
}

export function parentOf(tree: SyntaxTree, node: Node): Node {
  return tree.parent[node] ?? NO_NODE;
}

export function fieldOf(tree: SyntaxTree, node: Node): number {
  return tree.field[node] ?? Field.none;
}

/** The number of the first node after the subtree of `node`. */
export function afterOf(tree: SyntaxTree, node: Node): Node {
  return tree.after[node] ?? tree.size;
}

/** The next sibling, tokens and comments included, or NO_NODE. */
export function nextSiblingOf(tree: SyntaxTree, node: Node): Node {
  const parent = parentOf(tree, node);
  if (parent === NO_NODE) return NO_NODE;
  const next = afterOf(tree, node);
  return next < afterOf(tree, parent) ? next : NO_NODE;
}

/** The children in source order, tokens and comments included. */
export function childrenOf(tree: SyntaxTree, node: Node): Node[] {
  const children: Node[] = [];
  for (let child = node + 1, end = afterOf(tree, node); child < end; child = afterOf(tree, child))
    children.push(child);
  return children;
}

/** Whether a kind is a token that stands under its text (`(`, `def`), not a named node. */
export function isToken(kind: number): boolean {
  return tokenKinds[kind] === 1;
}

/** The children that are named nodes, comments left out. */
export function namedChildrenOf(tree: SyntaxTree, node: Node): Node[] {
  const children: Node[] = [];
  for (let child = node + 1, end = afterOf(tree, node); child < end; child = afterOf(tree, child)) {
    const kind = kindOf(tree, child);
    if (kind !== Kind.comment && kind !== Kind.line_continuation && !isToken(kind)) children.push(child);
  }
  return children;
}

/** The first child that is a named node and no comment, or NO_NODE. */
export function firstNamedChildOf(tree: SyntaxTree, node: Node): Node {
  for (let child = node + 1, end = afterOf(tree, node); child < end; child = afterOf(tree, child)) {
    const kind = kindOf(tree, child);
    if (kind !== Kind.comment && kind !== Kind.line_continuation && !isToken(kind)) return child;
  }
  return NO_NODE;
}

/** Whether a named node that is no comment stands among the children after one of them. */
export function hasNamedChildAfter(tree: SyntaxTree, node: Node, child: Node): boolean {
  for (let next = afterOf(tree, child), end = afterOf(tree, node); next < end; next = afterOf(tree, next)) {
    const kind = kindOf(tree, next);
    if (kind !== Kind.comment && kind !== Kind.line_continuation && !isToken(kind)) return true;
  }
  return false;
}

/** The first child in a field, or NO_NODE. */
export function childIn(tree: SyntaxTree, node: Node, field: Field): Node {
  for (let child = node + 1, end = afterOf(tree, node); child < end; child = afterOf(tree, child)) {
    if (tree.field[child] === field) return child;
  }
  return NO_NODE;
}

/** All children in a field, in source order. */
export function childrenIn(tree: SyntaxTree, node: Node, field: Field): Node[] {
  return childrenOf(tree, node).filter((child) => tree.field[child] === field);
}

/** The first child of a kind, or NO_NODE. */
export function childOfKind(tree: SyntaxTree, node: Node, kind: Kind): Node {
  for (let child = node + 1, end = afterOf(tree, node); child < end; child = afterOf(tree, child)) {
    if (tree.kind[child] === kind) return child;
  }
  return NO_NODE;
}

/** The nearest node above `node` of one of the kinds, or NO_NODE. */
export function ancestorOf(tree: SyntaxTree, node: Node, ...kinds: readonly Kind[]): Node {
  let ancestor = parentOf(tree, node);
  while (ancestor !== NO_NODE && !kinds.some((kind) => kind === tree.kind[ancestor]))
    ancestor = parentOf(tree, ancestor);
  return ancestor;
}

/** Whether `inner` is `outer` or stands below it. */
export function contains(tree: SyntaxTree, outer: Node, inner: Node): boolean {
  return outer <= inner && inner < afterOf(tree, outer);
}

/** The nodes of a kind in the subtree of `node`, in source order. */
export function* descendantsOf(tree: SyntaxTree, node: Node, kind: Kind): Generator<Node> {
  for (let inner = node, end = afterOf(tree, node); inner < end; inner++) {
    if (tree.kind[inner] === kind) yield inner;
  }
}

/** The smallest node whose span holds the UTF-16 offset; the root when none does. */
export function nodeAt(tree: SyntaxTree, offset: number): Node {
  let node = ROOT;
  for (;;) {
    const inner = childrenOf(tree, node).find(
      (child) => startOf(tree, child) <= offset && offset < endOf(tree, child),
    );
    if (inner === undefined) return node;
    node = inner;
  }
}

const tokenKinds = Uint8Array.from(kindNames, (name) =>
  name.endsWith('_token') || !/^[a-zA-Z_]+$/.test(name) ? 1 : 0,
);
