import { Field, fieldOf, Kind, kindOf, type Node, parentOf, type SyntaxTree } from '../../python/syntax.ts';

/** Whether an attribute is no target of anything. */
export function isRead(tree: SyntaxTree, attribute: Node): boolean {
  let target = attribute;
  while (kindOf(tree, parentOf(tree, target)) === Kind.parenthesized_expression)
    target = parentOf(tree, target);
  return fieldOf(tree, target) !== Field.left && !targets.has(kindOf(tree, parentOf(tree, target)));
}

const targets: ReadonlySet<number> = new Set<number>([
  Kind.pattern_list,
  Kind.tuple_pattern,
  Kind.list_pattern,
  Kind.list_splat_pattern,
  Kind.as_pattern_target,
]);
