import { argumentsOf, calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  childIn,
  Field,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { literalsWith } from '../references/literals.ts';
import { computedLookupsOf } from '../members/lookups.ts';
import { shownOf } from '../visibility/observers.ts';
import { callWith } from '../functions/passed-on.ts';
import { type Objection, refuse } from '../steps.ts';
import { isOfTests, searchesOf } from './test-objects.ts';
import { surroundingsOf } from './test-modules.ts';
import type { World } from '../world.ts';

/**
 * The attributes by which pytest's requests, items, collectors and metafuncs give the objects that they stand for
 * (pytest reference, "FixtureRequest", "Function", "Metafunc").
 */
const OF_MODULES: ReadonlySet<string> = new Set(['module', 'obj', '_obj']);
const OF_CLASSES: ReadonlySet<string> = new Set(['cls', 'instance', 'obj', '_obj']);
const OF_DEFINITIONS: ReadonlySet<string> = new Set(['function', ...OF_CLASSES]);
const OF_FIXTURES: ReadonlySet<string> = new Set(['func']);
const OF_ALL: ReadonlySet<string> = new Set([...OF_DEFINITIONS, ...OF_MODULES]);

/** Objects where `__name__` of a test or test class is read of what pytest says about the tests of a module. */
export function namesReadOfTests(world: World, module: TestModule): Generator<Objection> {
  return namesRead(world, module, OF_DEFINITIONS, 'test-id');
}

/** The same for the functions of the fixtures of a module. */
export function namesReadOfFixtures(world: World, module: TestModule): Generator<Objection> {
  return namesRead(world, module, OF_FIXTURES, 'computed-fixture');
}

function* namesRead(
  world: World,
  module: TestModule,
  attributes: ReadonlySet<string>,
  code: Objection['code'],
): Generator<Objection> {
  for (const search of searchesOf(world, module, attributes)) {
    const { tree } = search.module;
    const read = [
      ...Array.from(search.module.nodesOf(Kind.attribute))
        .filter((node) => NAMES.test(textOf(tree, childIn(tree, node, Field.attribute))))
        .map((node) => childIn(tree, node, Field.object)),
      ...['__name__', '__qualname__'].flatMap((name) => objectsAskedFor(search.module, name)),
    ];
    const object = read.find((one) => isOfTests(search, one));
    if (object === undefined) continue;
    const shown = shownOf(search.module, parentOf(tree, object));
    yield refuse(code, shown, search.module, startOf(tree, object));
  }
  for (const other of surroundingsOf(world, module).all) {
    const path = pathsToNames(other, attributes);
    if (path !== undefined) yield refuse(code, shownOf(other, path), other, startOf(other.tree, path));
  }
}

/** A path of attributes in a string: `attrgetter("function.__name__")`. */
function pathsToNames(module: TestModule, attributes: ReadonlySet<string>): Node | undefined {
  const { tree } = module;
  return ['__name__', '__qualname__']
    .flatMap((word) => literalsWith(module, word))
    .find(({ node, value }) => {
      const parts = value.split('.');
      const call = callWith(module, node);
      return (
        NAMES.test(parts.at(-1) ?? '') &&
        parts.some((part) => attributes.has(part)) &&
        call !== NO_NODE &&
        calledNameOf(tree, call) === 'attrgetter'
      );
    })?.node;
}

const NAMES = /^__(?:name|qualname)__$|^func_name$|^co_(?:qual)?name$/;

/** The first arguments of calls whose second is a string: `getattr(item.cls, "__name__")`. */
function objectsAskedFor(module: TestModule, name: string): readonly Node[] {
  const { tree } = module;
  return literalsWith(module, name).flatMap(({ node, value }) => {
    const call = parentOf(tree, parentOf(tree, node));
    if (value !== name || call === NO_NODE || kindOf(tree, call) !== Kind.call) return [];
    const [object, asked] = argumentsOf(tree, call);
    return object !== undefined && asked?.value === node ? [object.value] : [];
  });
}

/** Objects where the names of a module are gone through in what pytest says about its tests: `dir(item.module)`. */
export function* namesListedOfModule(world: World, module: TestModule): Generator<Objection> {
  if (!isCollected(module)) return;
  yield* lookedUp(world, module, OF_MODULES, 'namespace', objectsSearched);
  yield* lookedUp(world, module, OF_ALL, 'namespace', wholeNamespaces);
}

/** The same for the names of a class of the module. */
export function namesListedOfClasses(world: World, module: TestModule): Generator<Objection> {
  return lookedUp(world, module, OF_CLASSES, 'dynamic-attribute', objectsSearched);
}

/** Whether pytest may look for tests in a module. */
export const isCollected = ({ path, model }: TestModule) =>
  model.tests.length + model.classes.length > 0 || /(?:^|\/)test[^/]*$|_test\.py$/.test(path);

function* lookedUp(
  world: World,
  module: TestModule,
  attributes: ReadonlySet<string>,
  code: Objection['code'],
  objectsIn: (module: TestModule) => readonly Node[],
): Generator<Objection> {
  for (const search of searchesOf(world, module, attributes)) {
    const { tree } = search.module;
    const object = objectsIn(search.module).find((one) => isOfTests(search, one));
    if (object === undefined) continue;
    const call = callWith(search.module, object);
    const shown = shownOf(search.module, call === NO_NODE ? parentOf(tree, object) : call);
    yield refuse(code, shown, search.module, startOf(tree, object));
  }
}

/** The objects in which a module looks up attributes by computed names. */
const objectsSearched = (module: TestModule) =>
  computedLookupsOf(module).flatMap(({ object }) => (object === NO_NODE ? [] : [object]));

/** The functions of whose globals, and the keys by which of `sys.modules`, a module gets all names of another. */
function wholeNamespaces(module: TestModule): readonly Node[] {
  const { tree } = module;
  const functions = Array.from(module.nodesOf(Kind.attribute))
    .filter((node) =>
      /^(?:__globals__|func_globals)$/.test(textOf(tree, childIn(tree, node, Field.attribute))),
    )
    .map((node) => childIn(tree, node, Field.object));
  const keys = objectsSearched(module)
    .filter((node) => kindOf(tree, node) === Kind.subscript)
    .map((node) => childIn(tree, node, Field.subscript));
  return [...functions, ...keys];
}
