import { lexemesOf } from './lexemes.ts';
import { Field, Kind, NO_NODE, type Node, ROOT, type SyntaxTree } from './syntax.ts';
import type { Span } from './text.ts';

/** The tree of another spelling of a text with the comments of the text: where they start, and those left out. */
export function withCommentsOf(text: string, tree: SyntaxTree): SyntaxTree {
  const starts = new Map<number, number>();
  for (const { kind, start, end } of lexemesOf(text)) if (kind === 'comment') starts.set(end, start);
  const start = tree.start.slice();
  for (let node: Node = ROOT; node < tree.size; node++) {
    if (tree.kind[node] !== Kind.comment) continue;
    const end = tree.end[node] ?? 0;
    start[node] = starts.get(end) ?? start[node] ?? 0;
    starts.delete(end);
  }
  const leftOut = Array.from(starts, ([end, from]) => ({ start: from, end })).filter(
    (comment) => tree.text.charAt(comment.start) !== '#',
  );
  const moved = { ...tree, start };
  return leftOut.length === 0 ? moved : withNodes(moved, leftOut);
}

/** The tree with a comment at each of the spans, which are in source order and overlap no token. */
function withNodes(tree: SyntaxTree, spans: readonly Span[]): SyntaxTree {
  const befores = spans.map((span) => firstNodeAfter(tree, span));
  const parents = spans.map((span, index) => innermostAround(tree, (befores[index] ?? tree.size) - 1, span));
  /** How many nodes are put in before each node. */
  const shift = new Int32Array(tree.size + 1);
  for (let node = 0, index = 0; node <= tree.size; node++) {
    while ((befores[index] ?? Infinity) <= node) index += 1;
    shift[node] = index;
  }
  const movedTo = (node: Node): Node => (node === NO_NODE ? NO_NODE : node + (shift[node] ?? 0));
  const size = tree.size + spans.length;
  const kind = new Uint16Array(size).fill(Kind.comment);
  const start = new Uint32Array(size);
  const end = new Uint32Array(size);
  const parent = new Int32Array(size);
  const after = new Int32Array(size);
  const field = new Uint8Array(size).fill(Field.none);
  for (let node = 0; node < tree.size; node++) {
    const place = movedTo(node);
    kind[place] = tree.kind[node] ?? Kind.end;
    start[place] = tree.start[node] ?? 0;
    end[place] = tree.end[node] ?? 0;
    parent[place] = movedTo(tree.parent[node] ?? NO_NODE);
    field[place] = tree.field[node] ?? Field.none;
  }
  for (const [index, span] of spans.entries()) {
    const place = (befores[index] ?? tree.size) + index;
    start[place] = span.start;
    end[place] = span.end;
    parent[place] = movedTo(parents[index] ?? ROOT);
  }
  for (let node = size - 1; node >= 0; node--) {
    after[node] = Math.max(after[node] ?? 0, node + 1);
    const around = parent[node] ?? NO_NODE;
    if (around !== NO_NODE) after[around] = Math.max(after[around] ?? 0, after[node] ?? 0);
  }
  const missing = new Set(Array.from(tree.missing, movedTo));
  const lacking = new Set(Array.from(tree.lacking, movedTo));
  return { ...tree, size, kind, start, end, parent, after, field, missing, lacking };
}

/** Nodes are in the order of where they start. */
function firstNodeAfter(tree: SyntaxTree, span: Span): Node {
  let low: Node = ROOT + 1;
  let high = tree.size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tree.start[middle] ?? 0) < span.end) low = middle + 1;
    else high = middle;
  }
  return low;
}

function innermostAround(tree: SyntaxTree, before: Node, span: Span): Node {
  let node = before;
  while (node > ROOT && (tree.end[node] ?? 0) < span.end) node = tree.parent[node] ?? ROOT;
  return node;
}
