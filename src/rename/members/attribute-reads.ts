import { isSpelt } from '../../python/mentions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  childIn,
  Field,
  fieldOf,
  Kind,
  kindOf,
  type Node,
  parentOf,
  type SyntaxTree,
} from '../../python/syntax.ts';

/** Whether an attribute is no target of anything. */
export function isRead(tree: SyntaxTree, attribute: Node): boolean {
  let target = attribute;
  while (kindOf(tree, parentOf(tree, target)) === Kind.parenthesized_expression)
    target = parentOf(tree, target);
  return fieldOf(tree, target) !== Field.left && !targets.has(kindOf(tree, parentOf(tree, target)));
}

/** The attributes of a module by their name, as `cart.total` for `total`, in source order. */
export const attributesNamed = ({ tree, nodesOf }: TestModule, name: string): Int32Array =>
  nodesOf(Kind.attribute).filter((node) => isSpelt(tree, childIn(tree, node, Field.attribute), name));

const targets: ReadonlySet<number> = new Set<number>([
  Kind.pattern_list,
  Kind.tuple_pattern,
  Kind.list_pattern,
  Kind.list_splat_pattern,
  Kind.as_pattern_target,
]);
