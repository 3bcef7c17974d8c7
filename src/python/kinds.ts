import { kindNames } from './grammar.ts';
import type { Kind, Node, SyntaxTree } from './syntax.ts';

/** The nodes of a kind in source order, for the whole module. */
export type NodesOf = (kind: Kind) => Int32Array;

/** Sorts the nodes of a tree by their kind, in two passes over the tree. */
export function nodesByKind(tree: SyntaxTree): NodesOf {
  const ends = new Int32Array(kindNames.length + 1);
  for (let node: Node = 0; node < tree.size; node++) count(ends, (tree.kind[node] ?? 0) + 1);
  for (let kind = 1; kind < ends.length; kind++) ends[kind] = (ends[kind] ?? 0) + (ends[kind - 1] ?? 0);
  const starts = ends.slice();
  const sorted = new Int32Array(tree.size);
  for (let node: Node = 0; node < tree.size; node++) sorted[count(starts, tree.kind[node] ?? 0)] = node;
  return (kind) => sorted.subarray(ends[kind], ends[kind + 1]);
}

function count(counts: Int32Array, index: number): number {
  const before = counts[index] ?? 0;
  counts[index] = before + 1;
  return before;
}
