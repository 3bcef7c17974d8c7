import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import { childIn, Field, fieldOf, Kind, kindOf, NO_NODE, type Node, parentOf } from '../../python/syntax.ts';

/** What the only loop that binds a variable goes through; NO_NODE when anything else binds it. */
export function loopOf({ tree }: TestModule, binding: Binding | undefined): Node {
  const [only, ...more] = binding?.definitions ?? [];
  if (only === undefined || more.length > 0 || fieldOf(tree, only.node) !== Field.left) return NO_NODE;
  const loop = parentOf(tree, only.node);
  const kind = kindOf(tree, loop);
  return kind === Kind.for_statement || kind === Kind.for_in_clause
    ? childIn(tree, loop, Field.right)
    : NO_NODE;
}
