import { argumentsOf, valueGivenTo } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  childIn,
  Field,
  fieldOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { attributesNamed, isRead } from '../members/attribute-reads.ts';
import { classVariableOf } from '../members/families.ts';
import { literalsWith } from '../references/literals.ts';
import { formOf } from '../references/strings.ts';
import { rememberedOf } from '../remembered.ts';
import { kinOf } from '../values/kin.ts';
import { storedIn } from '../values/stored-values.ts';
import type { ClassOf } from '../values/value-kinds.ts';
import { valueOf } from '../values/values.ts';
import { modulesWithAttribute, type World } from '../world.ts';
import { isDefinedIn } from './known-calls.ts';

/**
 * Whether an attribute that is called is certainly a method of a library: an object of another package has it, or a class
 * of the project gets it from there. What anybody may pass may be a fake, or a mock that keeps what it is called with.
 */
export function isOfLibrary(world: World, module: TestModule, attribute: Node): boolean {
  const { tree } = module;
  const object = childIn(tree, attribute, Field.object);
  const name = textOf(tree, childIn(tree, attribute, Field.attribute));
  const value = valueOf(world, module, object);
  switch (value.kind) {
    case 'foreign':
    case 'foreign-instance':
      return true;
    case 'class':
    case 'instance':
    case 'super':
      return isInherited(world, value.class, name);
    case 'function':
    case 'module':
      return false;
    case 'unknown':
      return isRequest(module, object) || isMadeElsewhere(world, module, object, name);
  }
}

/** The same as far as the name tells: nothing of the project but a function gives an attribute of that name. */
export function isOfLibraryByName(world: World, module: TestModule, attribute: Node): boolean {
  const { tree } = module;
  const { kind } = valueOf(world, module, childIn(tree, attribute, Field.object));
  const name = textOf(tree, childIn(tree, attribute, Field.attribute));
  return kind === 'unknown'
    ? !isDefinedIn(world, name) && !isGiven(world, name)
    : isOfLibrary(world, module, attribute);
}

/** Whether the objects of a class have a member from a base outside of the project. */
function isInherited(world: World, owner: ClassOf, name: string): boolean {
  const { classes, others, looksUp } = kinOf(world, owner);
  const isOwn = [...classes.values()].some(
    ({ module, definition }) => classVariableOf(module, definition, name) !== undefined,
  );
  if (isOwn || looksUp || isStored(world, name)) return false;
  return others.every(({ base }) => base.kind === 'foreign') || !isDefinedIn(world, name);
}

const isStored = rememberedOf((world, name: string): boolean =>
  modulesWithAttribute(world, name).some((module) =>
    attributesNamed(module, name).some((attribute) => !isRead(module.tree, attribute)),
  ),
);

/**
 * Whether the project gives an attribute of a name to something by another way than a function of the name: a variable,
 * a keyword, a string; or asks for it without a call, as for `pool.map.call_args`.
 */
const isGiven = rememberedOf((world, name: string): boolean =>
  world.modulesWith(name).some(
    (module) =>
      module.bindings.bindings.some(
        (binding) =>
          binding.name === name && binding.scope.kind === 'class' && binding.definitions.length > 0,
      ) ||
      module
        .nodesOf(Kind.keyword_argument)
        .some((node) => textOf(module.tree, childIn(module.tree, node, Field.name)) === name) ||
      attributesNamed(module, name).some(
        (attribute) =>
          kindOf(module.tree, parentOf(module.tree, attribute)) !== Kind.call ||
          fieldOf(module.tree, attribute) !== Field.function,
      ) ||
      literalsWith(module, name).some((literal) => {
        const { form } = formOf(module, literal);
        return form === 'attribute' || form === 'path';
      }),
  ),
);

/** The `request` of a fixture or test, which pytest makes. */
function isRequest({ tree, bindings, model }: TestModule, object: Node): boolean {
  if (kindOf(tree, object) !== Kind.identifier || textOf(tree, object) !== 'request') return false;
  const { kind, scope } = bindings.bindingAt(startOf(tree, object)) ?? {};
  const asking = [...model.tests, ...model.fixtures].map(({ definition }) => definition.node);
  return kind === 'parameter' && scope !== undefined && asking.includes(scope.node);
}

/** Whether a variable or an attribute holds nothing but what classes of other packages make. */
function isMadeElsewhere(world: World, module: TestModule, object: Node, name: string): boolean {
  const { tree, bindings } = module;
  if (kindOf(tree, object) !== Kind.identifier) {
    const stored = storedIn(world, module, object) ?? [];
    return stored.length > 0 && stored.every((one) => isMaking(world, one.module, one.node, name));
  }
  const binding = bindings.bindingAt(startOf(tree, object));
  // Other modules may assign to a variable of a module.
  if (binding?.kind !== 'local' || binding.scope.kind === 'module' || binding.scope.kind === 'class')
    return false;
  return (
    binding.definitions.length > 0 &&
    binding.definitions.every(({ node }) => isMaking(world, module, valueGivenTo(tree, node), name))
  );
}

/** `ThreadPoolExecutor(3)`, but nothing to which anybody may give attributes: `Mock()`, `SimpleNamespace(map=run)`. */
function isMaking(world: World, module: TestModule, made: Node, name: string): boolean {
  const { tree } = module;
  if (made === NO_NODE || kindOf(tree, made) !== Kind.call) return false;
  const value = valueOf(world, module, childIn(tree, made, Field.function));
  return (
    value.kind === 'foreign' &&
    /(?:^|\.)[A-Z]\w*$/.test(value.origin) &&
    !/(?:Mock|Namespace|Dict)$/.test(value.origin) &&
    argumentsOf(tree, made).every(({ keyword }) => keyword !== name)
  );
}
