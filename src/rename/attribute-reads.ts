import { Field, fieldOf, Kind, kindOf, type Node, parentOf, type SyntaxTree } from '../python/syntax.ts';

/** Whether an attribute is no target of anything. */
export function isRead(tree: SyntaxTree, attribute: Node): boolean {
  const kind = kindOf(tree, parentOf(tree, attribute));
  return fieldOf(tree, attribute) !== Field.left && !targets.has(kind);
}

const targets: ReadonlySet<number> = new Set<number>([
  Kind.pattern_list,
  Kind.tuple_pattern,
  Kind.list_pattern,
  Kind.list_splat_pattern,
  Kind.as_pattern_target,
]);
