import type { FunctionDefinition } from '../../python/definitions.ts';
import { calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  ancestorOf,
  childIn,
  Field,
  fieldOf,
  Kind,
  kindOf,
  type Node,
  parentOf,
  textOf,
} from '../../python/syntax.ts';
import { storesByComputedName } from '../members/computed-stores.ts';
import { literalsWith } from '../references/literals.ts';
import { formOf } from '../references/strings.ts';
import { lastPartOf } from '../references/links.ts';
import { rememberedOf } from '../remembered.ts';
import type { World } from '../world.ts';
import { valueOf } from './values.ts';

/** Whether something may take the place of a function: a string or an assignment to an attribute names it. */
export function isReplaced(
  world: World,
  module: TestModule,
  { name, enclosing }: FunctionDefinition,
): boolean {
  return (
    isStoredByName(world, name) || (enclosing === undefined && isStoredByComputedName(world, module.path))
  );
}

const isStoredByName = rememberedOf((world: World, name: string) =>
  world.modulesWith(name).some((module) => {
    const isSaid = literalsWith(module, name).some(
      (literal) => !literal.isDocstring && formOf(module, literal).form !== 'export',
    );
    return (
      isSaid ||
      module.nodesOf(Kind.attribute).some((node) => isStoreOf(module, node, name)) ||
      module.nodesOf(Kind.keyword_argument).some((node) => mayMakeMember(world, module, node, name))
    );
  }),
);

/** Whether something stores under computed names in a module, or in something unknown where the module is named. */
const isStoredByComputedName = rememberedOf((world: World, path: string) => {
  const word = lastPartOf({ path });
  return world.modulesWith(word).some((module) =>
    storesByComputedName(world, module, (value) => {
      if (value.kind === 'module') return value.link.to !== 'module' || value.link.path === path;
      return value.kind === 'unknown';
    }),
  );
});

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

/** Whether a keyword may become a member of a class or module: no parameter of a function of the project takes it. */
function mayMakeMember(world: World, module: TestModule, argument: Node, name: string): boolean {
  const { tree } = module;
  if (textOf(tree, childIn(tree, argument, Field.name)) !== name) return false;
  const call = ancestorOf(tree, argument, Kind.call);
  if (/^(?:dict|type|multiple|new_class)$/.test(calledNameOf(tree, call))) return true;
  const callee = valueOf(world, module, childIn(tree, call, Field.function));
  return callee.kind === 'function' && !callee.definition.parameters.some((one) => one.name === name);
}
