import type { ClassDefinition, Definition } from './definitions.ts';
import { valueGivenTo } from './expressions.ts';
import type { NodesOf } from './kinds.ts';
import {
  childIn,
  Field,
  fieldOf,
  Kind,
  kindOf,
  type Node,
  spanOf,
  startOf,
  type SyntaxTree,
  textOf,
} from './syntax.ts';
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

/** An assignment to an attribute of `self` or `cls` in a method. */
export interface AttributeAssignment {
  readonly name: string;
  /** The attribute with its object, `self.cart`: UTF-16 offsets. */
  readonly span: Span;
  /** The innermost class around it. */
  readonly owner: ClassDefinition;
  /** What is assigned, or NO_NODE where the attribute is one of several targets. */
  readonly value: Node;
}

/** The plain assignments to attributes of `self` and `cls`, in source order. */
export function attributeAssignmentsOf(
  tree: SyntaxTree,
  nodesOf: NodesOf,
  definitionAt: (offset: number) => Definition | undefined,
): readonly AttributeAssignment[] {
  const assignments: AttributeAssignment[] = [];
  for (const assignment of nodesOf(Kind.assignment)) {
    const target = assignment + 1;
    if (kindOf(tree, target) !== Kind.attribute || fieldOf(tree, target) !== Field.left) continue;
    const object = textOf(tree, childIn(tree, target, Field.object));
    const owner =
      object === 'self' || object === 'cls' ? classAt(definitionAt(startOf(tree, target))) : undefined;
    if (owner === undefined) continue;
    const name = textOf(tree, childIn(tree, target, Field.attribute));
    assignments.push({ name, span: spanOf(tree, target), owner, value: valueGivenTo(tree, target) });
  }
  return assignments;
}

function classAt(definition: Definition | undefined): ClassDefinition | undefined {
  let outer = definition;
  while (outer !== undefined && outer.kind !== 'class') outer = outer.enclosing;
  return outer;
}
