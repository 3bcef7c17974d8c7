import { calledNameOf } from '../../python/expressions.ts';
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
  textOf,
} from '../../python/syntax.ts';
import { isRead } from './attribute-reads.ts';
import { computedLookupsOf } from './lookups.ts';
import type { Value } from '../values/value-kinds.ts';
import { valueOf } from '../values/values.ts';
import type { World } from '../world.ts';

/** Whether a module may store something under a computed name in an object of which that cannot be ruled out. */
export function storesByComputedName(
  world: World,
  module: TestModule,
  isPossible: (value: Value) => boolean,
): boolean {
  return computedLookupsOf(module).some(
    ({ node, object }) => mayStore(module.tree, node) && isPossible(valueOf(world, module, object)),
  );
}

function mayStore(tree: SyntaxTree, lookup: Node): boolean {
  if (kindOf(tree, lookup) === Kind.call)
    return /^(?:setattr|delattr|__setattr__|__delattr__|object|vars)$/.test(calledNameOf(tree, lookup));
  return textOf(tree, lookup) === '__dict__' && !readsDictionary(tree, parentOf(tree, lookup));
}

/** Whether a dictionary is read, or something is taken out of it. */
function readsDictionary(tree: SyntaxTree, dictionary: Node): boolean {
  const parent = parentOf(tree, dictionary);
  switch (kindOf(tree, parent)) {
    case Kind.subscript:
      return fieldOf(tree, dictionary) === Field.value && isRead(tree, parent);
    case Kind.attribute:
      return /^(?:keys|values|items|get|pop|copy)$/.test(
        textOf(tree, childIn(tree, parent, Field.attribute)),
      );
    case Kind.for_statement:
    case Kind.for_in_clause:
    case Kind.comparison_operator:
      return true;
    default:
      return false;
  }
}
