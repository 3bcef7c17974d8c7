import { argumentsOf, calledNameOf, unwrapped, valueGivenTo } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
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
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { literalAt } from '../references/literals.ts';
import { loopOf } from '../values/loops.ts';
import { surroundingsOf } from './test-modules.ts';
import { valueOf, valueOfBinding } from '../values/values.ts';
import type { World } from '../world.ts';

/** A look at one module for expressions of what pytest's objects stand for. */
export interface Search {
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

/** One search for each module that may get the tests of a module into its hands. */
export function searchesOf(
  world: World,
  module: TestModule,
  attributes: ReadonlySet<string>,
): readonly Search[] {
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
export function isOfTests(search: Search, expression: Node): boolean {
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
  const { module, attributes, isTold, seen } = search;
  if (binding === undefined || seen.has(binding)) return false;
  seen.add(binding);
  if (attributes.has('module') && isModuleOfHook(module, binding)) return true;
  if (binding.kind === 'parameter') return isFilled(search, binding) || (isTold && isPassed(search, binding));
  const { tree } = module;
  const loop = loopOf(module, binding);
  const values = binding.definitions.map(({ node }) => valueGivenTo(tree, node));
  return [loop, ...values].some((value) => value !== NO_NODE && isOfTests(search, value));
}

/** Whether a variable is the module that pytest gives what it runs around the tests of a module. */
function isModuleOfHook({ bindings, definitions }: TestModule, { kind, scope }: Binding): boolean {
  if (kind !== 'parameter' || scope.parent !== bindings.module) return false;
  const owner = definitions.find(({ node }) => node === scope.node);
  return (
    owner !== undefined && /^(?:setup|teardown)(?:_module)?$|^(?:setUp|tearDown)Module$/.test(owner.name)
  );
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
