import { argumentsOf, calledNameOf, unwrapped, valueGivenTo } from '../python/expressions.ts';
import type { TestModule } from '../python/module.ts';
import type { Binding } from '../python/scope.ts';
import {
  childIn,
  contains,
  Field,
  fieldOf,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../python/syntax.ts';
import { literalAt, literalsWith } from './literals.ts';
import { computedLookupsOf } from './lookups.ts';
import { loopOf } from './loops.ts';
import { shownOf } from './observers.ts';
import { callWith } from './passed-on.ts';
import { type Objection, refuse } from './steps.ts';
import { surroundingsOf } from './test-modules.ts';
import { valueOf, valueOfBinding } from './values.ts';
import type { World } from './world.ts';

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
}

const NAMES = /^__(?:name|qualname)__$|^func_name$/;

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
const isCollected = ({ path, model }: TestModule) =>
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

interface Search {
  readonly world: World;
  readonly module: TestModule;
  /** The attributes that give what is looked for. */
  readonly attributes: ReadonlySet<string>;
  /** Whether pytest tells the module of tests, so that an attribute of anything unknown may be one of a test. */
  readonly isTold: boolean;
  /** The variables and attributes that have been looked at. */
  readonly seen: Set<Binding>;
  readonly kept: Set<string>;
}

function searchesOf(world: World, module: TestModule, attributes: ReadonlySet<string>): readonly Search[] {
  const { all, told } = surroundingsOf(world, module);
  return all.map((other) => ({
    world,
    module: other,
    attributes,
    isTold: told.has(other),
    seen: new Set(),
    kept: new Set(),
  }));
}

/** Whether an expression may give what one of the attributes of something of pytest's gives. */
function isOfTests(search: Search, expression: Node): boolean {
  const { module, attributes } = search;
  const { tree } = module;
  const node = unwrapped(tree, expression);
  if (node === NO_NODE) return false;
  switch (kindOf(tree, node)) {
    case Kind.attribute: {
      const object = childIn(tree, node, Field.object);
      const name = textOf(tree, childIn(tree, node, Field.attribute));
      if (attributes.has(name)) return isOfPytest(search, object);
      return isDunder(name) ? isOfTests(search, object) : isKept(search, name);
    }
    case Kind.subscript:
      return namedChildrenOf(tree, node).some((child) => isOfTests(search, child));
    case Kind.call:
      return isGivenByCall(search, node);
    case Kind.boolean_operator:
    case Kind.conditional_expression:
      return namedChildrenOf(tree, node).some((child) => isOfTests(search, child));
    case Kind.identifier:
      return isHeld(search, module.bindings.bindingAt(startOf(tree, node)));
    default:
      return false;
  }
}

/** Whether an attribute of that name is assigned such a value in the module: `self.owner = request.cls`. */
function isKept(search: Search, name: string): boolean {
  const { module, kept } = search;
  if (kept.has(name)) return false;
  kept.add(name);
  const { tree } = module;
  return module.nodesOf(Kind.attribute).some((node) => {
    if (textOf(tree, childIn(tree, node, Field.attribute)) !== name) return false;
    const value = valueGivenTo(tree, node);
    return value !== NO_NODE && isOfTests(search, value);
  });
}

/** `__class__`, `__func__`, `__mro__` and their kin give something of the same test. */
const isDunder = (name: string) => /^__\w+__$/.test(name);

/** `type(item.instance)`, `inspect.unwrap(item.function)`, `getattr(item, "cls", None)`. */
function isGivenByCall(search: Search, call: Node): boolean {
  const { module, attributes } = search;
  const given = argumentsOf(module.tree, call);
  if (calledNameOf(module.tree, call) !== 'getattr')
    return given.some(({ value }) => isOfTests(search, value));
  const [object, asked] = given;
  const name = asked === undefined ? undefined : literalAt(module, asked.value)?.value;
  return (
    object !== undefined && name !== undefined && attributes.has(name) && isOfPytest(search, object.value)
  );
}

/** Whether an object may be a request, an item, a collector or a metafunc. */
function isOfPytest({ world, module, isTold }: Search, object: Node): boolean {
  if (isTold) return valueOf(world, module, object).kind === 'unknown';
  const { tree, bindings, model } = module;
  let root = object;
  while (kindOf(tree, root) === Kind.attribute) {
    if (isRequest(textOf(tree, childIn(tree, root, Field.attribute)))) return true;
    root = childIn(tree, root, Field.object);
  }
  if (kindOf(tree, root) !== Kind.identifier) return false;
  const scope = bindings.bindingAt(startOf(tree, root))?.scope;
  return isRequest(textOf(tree, root)) || model.hooks.some(({ node }) => node === scope?.node);
}

const isRequest = (name: string) => /^_*request$/.test(name);

/** Whether a variable may hold such a value. */
function isHeld(search: Search, binding: Binding | undefined): boolean {
  const { module, isTold, seen } = search;
  if (binding === undefined || seen.has(binding)) return false;
  seen.add(binding);
  if (binding.kind === 'parameter') return isFilled(search, binding) || (isTold && isPassed(search, binding));
  const { tree } = module;
  const loop = loopOf(module, binding);
  const values = binding.definitions.map(({ node }) => valueGivenTo(tree, node));
  return [loop, ...values].some((value) => value !== NO_NODE && isOfTests(search, value));
}

/** Whether a parameter of a test or fixture may be filled with such a value, which a fixture returns. */
function isFilled({ world, module, attributes }: Search, { name, scope }: Binding): boolean {
  if (!pytestFills(module, scope.node)) return false;
  return searchesOf(world, module, attributes).some((search) =>
    search.module.model.fixtures.some(
      (fixture) => fixture.name === name && givesTests(search, fixture.definition.node),
    ),
  );
}

function givesTests(search: Search, fixture: Node): boolean {
  const { module } = search;
  const { tree } = module;
  return [...module.nodesOf(Kind.return_statement), ...module.nodesOf(Kind.yield)].some(
    (node) =>
      contains(tree, fixture, node) && namedChildrenOf(tree, node).some((value) => isOfTests(search, value)),
  );
}

const pytestFills = ({ model }: TestModule, owner: Node) =>
  [...model.tests, ...model.fixtures].some(({ definition }) => definition.node === owner);

/** Whether a parameter of a function that pytest does not call may be given such a value; or of a hook, its `obj`. */
function isPassed({ world, module, attributes }: Search, parameter: Binding): boolean {
  const { tree, model, nodesOf } = module;
  const { name, scope } = parameter;
  if (model.hooks.some(({ node }) => node === scope.node)) return attributes.has(name);
  if (pytestFills(module, scope.node) || valueOfBinding(world, module, parameter).kind !== 'unknown')
    return false;
  return nodesOf(Kind.identifier).some(
    (node) => fieldOf(tree, node) === Field.attribute && attributes.has(textOf(tree, node)),
  );
}
