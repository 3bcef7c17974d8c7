import { kindNames } from './grammar.ts';
import { afterOf, type Kind, type Node, type SyntaxTree } from './syntax.ts';

/** The nodes of a kind in source order, for the whole module. */
export type NodesOf = (kind: Kind) => Int32Array;

/** Sorts the nodes of a tree by their kind, in two passes over the tree. */
export function nodesByKind(tree: SyntaxTree): NodesOf {
  const { kind: kinds, size } = tree;
  const ends = new Int32Array(kindNames.length + 1);
  for (let node: Node = 0; node < size; node++) count(ends, (kinds[node] ?? 0) + 1);
  for (let kind = 1; kind < ends.length; kind++) ends[kind] = (ends[kind] ?? 0) + (ends[kind - 1] ?? 0);
  const starts = ends.slice();
  const sorted = new Int32Array(size);
  for (let node: Node = 0; node < size; node++) sorted[count(starts, kinds[node] ?? 0)] = node;
  const nodesOfKind: (Int32Array | undefined)[] = [];
  return (kind) => (nodesOfKind[kind] ??= sorted.subarray(ends[kind], ends[kind + 1]));
}

/** The nodes of a kind in the subtree of a node, in source order, found by bisection. */
export function nodesBelow(tree: SyntaxTree, nodesOf: NodesOf, kind: Kind, root: Node): Int32Array {
  const nodes = nodesOf(kind);
  return nodes.subarray(countBefore(nodes, root), countBefore(nodes, afterOf(tree, root)));
}

/** How many of the nodes, which are in source order, come before a node. */
function countBefore(nodes: Int32Array, node: Node): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle] ?? 0) < node) low = middle + 1;
    else high = middle;
  }
  return low;
}

function count(counts: Int32Array, index: number): number {
  const before = counts[index] ?? 0;
  counts[index] = before + 1;
  return before;
}
