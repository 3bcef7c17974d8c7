import { valueGivenTo } from '../../python/expressions.ts';
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
import { isRead } from '../members/attribute-reads.ts';
import { type Confinement, confinementOf } from '../members/confined.ts';
import { storesByComputedName } from '../members/computed-stores.ts';
import { aliasesOf, classKeywordsOf, classVariableOf, descendantsOf } from '../members/families.ts';
import { attributesOfForeignClass } from '../members/known-classes.ts';
import { literalsWith } from '../references/literals.ts';
import { formOf } from '../references/strings.ts';
import { type Kin, kinOf } from './kin.ts';
import type { Passed } from './passed-values.ts';
import { remembered, rememberedByName } from '../remembered.ts';
import type { ClassOf } from './value-kinds.ts';
import { valueOf } from './values.ts';
import { modulesWithAttribute, type World } from '../world.ts';

/**
 * All that an attribute of an object may hold: what the project stores in attributes of that name, of whatever object
 * or, where the methods of its class alone have it in hand, of those that may be it. Undefined where something else may
 * store in it.
 */
export function storedIn(world: World, module: TestModule, attribute: Node): readonly Passed[] | undefined {
  const { tree } = module;
  if (kindOf(tree, attribute) !== Kind.attribute) return undefined;
  const name = textOf(tree, childIn(tree, attribute, Field.attribute)).normalize('NFKC');
  const object = valueOf(world, module, childIn(tree, attribute, Field.object));
  return object.kind === 'instance' ? storedInObjects(world, object.class, name) : undefined;
}

const storedInObjects = rememberedByName(newStores);

function newStores(world: World, owner: ClassOf, name: string): readonly Passed[] | undefined {
  const kin = kinOf(world, owner);
  if (!isOwn(kin, name) || kin.looksUp || isFilledByConstructor(kin, name)) return undefined;
  const confinement = confinementOf(world, owner);
  if (confinement?.foreign.has(name) === true) return undefined;
  const modules = modulesNaming(world, name, confinement);
  if (modules.some(({ tree: { hasError } }) => hasError)) return undefined;
  const isHidden =
    confinement === undefined
      ? isSaid(world, name) || isComputed(world, owner)
      : isSaidByRunners(world, name, confinement);
  if (isHidden) return undefined;
  const stores = modules.flatMap((other) => [...storesIn({ world, module: other, name, confinement })]);
  return stores.length === 0 || stores.some(({ node }) => node === NO_NODE) ? undefined : stores;
}

/** Whether what runs tests, or has fixtures, may store in an attribute of a test by a string. */
function isSaidByRunners(world: World, name: string, { kin }: Confinement): boolean {
  return world.modulesWith(name).some((module) =>
    literalsWith(module, name).some((literal) => {
      const form = formOf(module, literal);
      if (form.form !== 'attribute') return false;
      const value = valueOf(world, module, form.target);
      return value.kind === 'unknown' || ('class' in value && kin.has(value.class.definition));
    }),
  );
}

/** Whether a decorator or a metaclass may make a constructor that stores in an attribute of the class body. */
function isFilledByConstructor({ classes }: Kin, name: string): boolean {
  return [...classes.values()].some(
    ({ module, definition }) =>
      classVariableOf(module, definition, name) !== undefined &&
      (definition.decorators.length > 0 || classKeywordsOf(module, definition).length > 0),
  );
}

/** The modules that may store in an attribute of a name. */
function modulesNaming(
  world: World,
  name: string,
  confinement: Confinement | undefined,
): readonly TestModule[] {
  if (confinement === undefined) return world.modulesWith(name);
  const homes = [...confinement.kin.values()].map(({ module }) => module);
  return [...new Set([...modulesWithAttribute(world, name), ...homes])];
}

/** Whether a name stands in a string, or in a file that is not Python: something may store by it. */
function isSaid(world: World, name: string): boolean {
  return (
    world.mentionsOf(name).length > 0 ||
    world
      .modulesWith(name)
      .some((module) => literalsWith(module, name).some(({ isDocstring }) => !isDocstring))
  );
}

/** Whether a module that has or names the class of an object may store in it under a computed name. */
export const isComputed = remembered(storesComputed);

function storesComputed(world: World, owner: ClassOf): boolean {
  const below = [...descendantsOf(world, owner).values()];
  const { classes } = kinOf(world, owner);
  const modules = new Set([
    ...Array.from(classes.values(), ({ module }) => module),
    ...below.flatMap((one) => [...aliasesOf(world, one)]).flatMap(world.modulesWith),
  ]);
  return [...modules].some((module) =>
    storesByComputedName(
      world,
      module,
      (value) => value.kind === 'unknown' || ('class' in value && classes.has(value.class.definition)),
    ),
  );
}

/** Whether no class outside of the project gives the objects of a class an attribute of that name. */
function isOwn({ others }: Kin, name: string): boolean {
  if (name.startsWith('__')) return false;
  return others.every(
    ({ base }) => base.kind === 'foreign' && attributesOfForeignClass(base.origin)?.has(name) === false,
  );
}

interface Search {
  readonly world: World;
  readonly module: TestModule;
  readonly name: string;
  /** That of the object whose attribute it is; undefined where anything may have the object. */
  readonly confinement: Confinement | undefined;
}

/** What a module stores in attributes of a name; NO_NODE for something that is not known. */
function* storesIn(search: Search): Generator<Passed> {
  const { module, name } = search;
  for (const node of module.nodesOf(Kind.identifier)) {
    if (textOf(module.tree, node).normalize('NFKC') !== name) continue;
    const value = storedAt(search, node);
    if (value !== 'read') yield { module, node: value };
  }
}

function storedAt(search: Search, node: Node): Node | 'read' {
  const { tree, bindings } = search.module;
  const parent = parentOf(tree, node);
  if (fieldOf(tree, node) === Field.attribute) {
    const value = valueStoredIn(tree, parent);
    const isNone = (value === NO_NODE && isRead(tree, parent)) || isOfOther(search, parent);
    return isNone ? 'read' : value;
  }
  // Calls make objects of keywords, but not those that the test runner makes.
  if (kindOf(tree, parent) === Kind.keyword_argument)
    return search.confinement === undefined ? NO_NODE : 'read';
  const binding = bindings.bindingAt(startOf(tree, node));
  if (binding?.scope.kind !== 'class') return 'read';
  return binding.definitions.some((definition) => definition.node === node)
    ? valueStoredIn(tree, node)
    : 'read';
}

/** What a `with` gives is what the context manager returns, not the context manager. */
function valueStoredIn(tree: TestModule['tree'], target: Node): Node {
  return kindOf(tree, parentOf(tree, target)) === Kind.as_pattern_target
    ? NO_NODE
    : valueGivenTo(tree, target);
}

/** Whether an attribute is certainly that of another object. */
function isOfOther({ world, module, confinement }: Search, attribute: Node): boolean {
  if (confinement === undefined) return false;
  const value = valueOf(world, module, childIn(module.tree, attribute, Field.object));
  if ('class' in value) return !confinement.kin.has(value.class.definition);
  return value.kind !== 'unknown';
}
