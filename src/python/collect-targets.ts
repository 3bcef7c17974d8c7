import { annotateVariable } from './collect-annotations.ts';
import { Mark } from './collect-marks.ts';
import type { Walk } from './collect-walk.ts';
import { Field, Kind, NO_NODE, type Node } from './syntax.ts';

/** An assignment statement binds its target (Language Reference 7.2), with an annotation or without. */
export function assignTo(walk: Walk, node: Node): void {
  const left = node + 1;
  const annotation = walk.childIn(node, Field.type);
  if (annotation === NO_NODE) {
    walk.marks[left] = Mark.stored;
    return;
  }
  refuseNewline(walk, left, annotation);
  const target = withoutParentheses(walk, left);
  if (walk.kind[target] !== Kind.identifier) walk.marks[target] = Mark.stored;
  else if (target === left) walk.marks[target] = Mark.annotated;
  else walk.marks[target] = walk.childIn(node, Field.right) === NO_NODE ? Mark.ignored : Mark.stored;
  annotateVariable(walk, annotation);
}

/** `match (lambda: a)(b).c:` before one `case [d]:` looks like an annotated assignment that goes on after its line. */
function refuseNewline(walk: Walk, target: Node, annotation: Node): void {
  const between = walk.tree.text.slice(walk.end[target], walk.start[annotation]);
  if (/(?<!\\\r?)\n/.test(between)) walk.blocks.hasError[walk.block] = true;
}

/** `(x)` as a target is a tuple pattern with one element and no comma. */
function withoutParentheses(walk: Walk, target: Node): Node {
  let inner = target;
  while (walk.kind[inner] === Kind.tuple_pattern && walk.childOfKind(inner, Kind[',']) === NO_NODE) {
    const element = walk.element(inner);
    if (element === NO_NODE) return inner;
    inner = element;
  }
  return inner;
}
