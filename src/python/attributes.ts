import type { ClassDefinition } from './definitions.ts';
import { valueGivenTo } from './expressions.ts';
import type { NodesOf } from './kinds.ts';
import type { Members } from './members.ts';
import { childIn, Field, Kind, kindOf, type Node, spanOf, type SyntaxTree, textOf } from './syntax.ts';
import type { Span } from './text.ts';

/**
 * The identifiers of a module that get a value by themselves, by an assignment, a walrus or `with … as`; see
 * valueGivenTo.
 */
export function* givenNamesOf(tree: SyntaxTree, nodesOf: NodesOf): Generator<Node> {
  for (const kind of [Kind.assignment, Kind.named_expression, Kind.as_pattern_target] as const) {
    for (const node of nodesOf(kind)) {
      // The target comes first in each of them.
      if (kindOf(tree, node + 1) === Kind.identifier) yield node + 1;
    }
  }
}

/** An assignment to an attribute of the first parameter of a method: of `self` or `cls`. */
export interface AttributeAssignment {
  readonly name: string;
  /** The attribute with its object, `self.cart`: UTF-16 offsets. */
  readonly span: Span;
  /** The class of the method. */
  readonly owner: ClassDefinition;
  /** What is assigned, or NO_NODE where the attribute is one of several targets. */
  readonly value: Node;
}

/** The plain assignments to attributes of the first parameters of methods, in source order. */
export function attributeAssignmentsOf(
  tree: SyntaxTree,
  nodesOf: NodesOf,
  members: Members,
): readonly AttributeAssignment[] {
  const assignments: AttributeAssignment[] = [];
  for (const assignment of nodesOf(Kind.assignment)) {
    const target = childIn(tree, assignment, Field.left);
    if (kindOf(tree, target) !== Kind.attribute) continue;
    const owner = members.classOf(childIn(tree, target, Field.object));
    if (owner === undefined) continue;
    const name = textOf(tree, childIn(tree, target, Field.attribute));
    assignments.push({ name, span: spanOf(tree, target), owner, value: valueGivenTo(tree, target) });
  }
  return assignments;
}
