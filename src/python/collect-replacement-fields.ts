import { Mark } from './collect-marks.ts';
import type { Walk } from './collect-walk.ts';
import { Field, Kind, NO_NODE, type Node } from './syntax.ts';

/** `f"{x:=5}"` formats `x` with the specification `=5`, though it looks like a walrus (PEP 498). */
export function ignoreSpecification(walk: Walk, node: Node): void {
  const expression = walk.childIn(node, Field.expression);
  if (expression === NO_NODE || walk.kind[expression] !== Kind.named_expression) return;
  walk.marks[expression] = Mark.notAName;
  const specification = walk.childIn(expression, Field.value);
  for (
    let inner = specification === NO_NODE ? expression : specification, end = walk.afterOf(expression);
    inner < end;
    inner++
  ) {
    // What stands in braces is a nested replacement field.
    if (walk.kind[inner] === Kind.set || walk.kind[inner] === Kind.dictionary)
      inner = walk.afterOf(inner) - 1;
    else if (walk.kind[inner] === Kind.identifier) walk.marks[inner] = Mark.notAName;
  }
}
