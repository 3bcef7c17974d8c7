import { Mark } from './collect-marks.ts';
import type { Walk } from './collect-walk.ts';
import { Kind, type Node } from './syntax.ts';

/** In a pattern `a.b` reads `a`, and `a` alone is captured, but for the class of a class pattern. */
export function captureOrRead(walk: Walk, node: Node): void {
  if (walk.marks[node] === Mark.notAName) return;
  const first = node + 1;
  const isSingle = walk.afterOf(first) === walk.afterOf(node);
  const parent = walk.kind[walk.tree.parent[node] ?? 0];
  if (isSingle) {
    if (parent !== Kind.class_pattern) walk.marks[first] = Mark.stored;
    return;
  }
  for (let inner = first + 1, end = walk.afterOf(node); inner < end; inner++) {
    walk.marks[inner] = Mark.notAName;
  }
}
