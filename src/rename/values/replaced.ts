import type { TestModule } from '../../python/module.ts';
import { childIn, Field, fieldOf, Kind, kindOf, type Node, parentOf, textOf } from '../../python/syntax.ts';
import { literalsWith } from '../references/literals.ts';
import { formOf } from '../references/strings.ts';
import type { World } from '../world.ts';

/** Whether something may take the place of a function: a string or an assignment to an attribute names it. */
export function isReplaced(world: World, name: string): boolean {
  return world.modulesWith(name).some((module) => {
    const isSaid = literalsWith(module, name).some(
      (literal) => !literal.isDocstring && formOf(module, literal).form !== 'export',
    );
    return isSaid || module.nodesOf(Kind.attribute).some((node) => isStoreOf(module, node, name));
  });
}

function isStoreOf({ tree }: TestModule, attribute: Node, name: string): boolean {
  if (textOf(tree, childIn(tree, attribute, Field.attribute)) !== name) return false;
  const parent = parentOf(tree, attribute);
  return kindOf(tree, parent) === Kind.assignment
    ? fieldOf(tree, attribute) === Field.left
    : STORES.has(kindOf(tree, parent));
}

const STORES: ReadonlySet<number> = new Set<number>([
  Kind.augmented_assignment,
  Kind.pattern_list,
  Kind.tuple_pattern,
  Kind.list_pattern,
  Kind.as_pattern_target,
  Kind.delete_statement,
]);
