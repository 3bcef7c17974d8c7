import { unparenthesized, valueGivenTo } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import {
  ancestorOf,
  childIn,
  Field,
  firstNamedChildOf,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { hasMember, isEnumeration } from '../members/data-classes.ts';
import { displayAt, usesOfItems } from './displays.ts';
import { fixtureFilling, givenByFixture } from '../pytest/fixture-values.ts';
import { iteratedFor } from './loops.ts';
import { type FunctionOf, methodsOf } from './methods.ts';
import { parameterAt, type Passed, passedTo } from './passed-values.ts';
import { isReplaced } from './replaced.ts';
import { storedIn } from './stored-values.ts';
import type { Value } from './value-kinds.ts';
import { valueOf } from './values.ts';
import type { World } from '../world.ts';

const unknown: Value = { kind: 'unknown' };

/**
 * What an expression gives, also where only all that it may come from tells: what calls pass, what is stored in an
 * attribute, what a function of the project returns, what `with` gets of its context manager.
 */
export function resolvedValueOf(world: World, module: TestModule, expression: Node): Value {
  return valueIn({ world, seen: new Set() }, { module, node: expression });
}

interface Search {
  readonly world: World;
  /** The expressions that are being resolved: what goes round in circles is not known. */
  readonly seen: ReadonlySet<string>;
}

function valueIn({ world, seen }: Search, { module, node: expression }: Passed): Value {
  if (expression === NO_NODE) return unknown;
  const value = valueOf(world, module, expression);
  if (value.kind !== 'unknown') return value;
  const { tree } = module;
  const node = unparenthesized(tree, expression);
  const key = `${module.path}:${node}`;
  if (seen.has(key)) return unknown;
  const search = { world, seen: new Set(seen).add(key) };
  switch (kindOf(tree, node)) {
    case Kind.identifier:
      return valueOfVariable(search, module, node);
    case Kind.attribute:
      return memberOfEnumeration(world, module, node) ?? agreed(search, storedIn(world, module, node));
    case Kind.subscript: {
      const display = displayAt(module, childIn(tree, node, Field.value));
      const isItem = display !== NO_NODE && usesOfItems(module, display)?.items.includes(node) === true;
      return isItem ? valueOfEachIn(search, module, display) : unknown;
    }
    case Kind.call:
      return valueOfCall(search, module, node, 'call');
    case Kind.await: {
      const awaited = unparenthesized(tree, firstNamedChildOf(tree, node));
      return kindOf(tree, awaited) === Kind.call ? valueOfCall(search, module, awaited, 'await') : unknown;
    }
    default:
      return unknown;
  }
}

/** `State.DONE` is an object of its class. */
function memberOfEnumeration(world: World, module: TestModule, attribute: Node): Value | undefined {
  const { tree } = module;
  const owner = valueOf(world, module, childIn(tree, attribute, Field.object));
  if (owner.kind !== 'class') return undefined;
  const name = textOf(tree, childIn(tree, attribute, Field.attribute));
  return hasMember(world, owner.class, name) ? { kind: 'instance', class: owner.class } : undefined;
}

/** What several expressions give, when they all give the same; `None` has no attributes of anybody's. */
function agreed(search: Search, sources: readonly Passed[] | undefined): Value {
  const values = (sources ?? [])
    .filter(({ module, node }) => node === NO_NODE || kindOf(module.tree, node) !== Kind.none)
    .map((source) => valueIn(search, source));
  const [first = unknown] = values;
  return values.every((value) => isSame(value, first)) ? first : unknown;
}

function isSame(one: Value, other: Value): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === 'instance' || one.kind === 'class')
    return 'class' in other && other.class.definition === one.class.definition;
  return one.kind === 'foreign-instance';
}

function valueOfVariable(search: Search, module: TestModule, node: Node): Value {
  const parameter = parameterAt(module, node);
  if (parameter !== undefined) return agreed(search, sourcesOf(search.world, module, parameter));
  const binding = module.bindings.bindingAt(startOf(module.tree, node));
  if (binding === undefined || binding.kind !== 'local' || binding.definitions.length === 0) return unknown;
  const values = binding.definitions.map((definition) =>
    valueGiven(search, module, binding, definition.node),
  );
  const [first = unknown] = values;
  return values.every((value) => isSame(value, first)) ? first : unknown;
}

/** What a parameter gets: what all calls pass, or what its fixture gives. */
function sourcesOf(world: World, module: TestModule, parameter: Binding): readonly Passed[] | undefined {
  const passed = passedTo(world, module, parameter);
  const fixture = passed === undefined ? fixtureFilling(world, module, parameter) : undefined;
  return fixture === undefined
    ? passed
    : givenByFixture(fixture).map((node) => ({ module: fixture.module, node }));
}

function valueGiven(search: Search, module: TestModule, { scope }: Binding, target: Node): Value {
  const { tree } = module;
  // What other modules assign to a variable of a module is not seen here.
  if (scope.kind === 'module' || scope.kind === 'class') return unknown;
  const iterable = iteratedFor(tree, target);
  if (iterable !== NO_NODE) return valueOfItems(search, module, iterable);
  const given = valueGivenTo(tree, target);
  if (kindOf(tree, parentOf(tree, target)) !== Kind.as_pattern_target)
    return valueIn(search, { module, node: given });
  const statement = ancestorOf(tree, target, Kind.with_statement);
  const isAsync = statement !== NO_NODE && textOf(tree, statement).startsWith('async');
  const manager = valueIn(search, { module, node: given });
  return manager.kind === 'instance'
    ? valueOfMethod(search, manager, isAsync ? '__aenter__' : '__enter__', isAsync ? 'await' : 'call')
    : unknown;
}

/** What a loop over an expression gives to its variable one after the other. */
function valueOfItems(search: Search, module: TestModule, iterable: Node): Value {
  const { world } = search;
  const display = displayAt(module, iterable);
  if (display !== NO_NODE) return valueOfEachIn(search, module, display);
  const owner = valueOf(world, module, iterable);
  return owner.kind === 'class' && isEnumeration(world, owner.class)
    ? { kind: 'instance', class: owner.class }
    : unknown;
}

/** What the items of a display are, all alike. */
const valueOfEachIn = (search: Search, module: TestModule, display: Node): Value =>
  agreed(
    search,
    namedChildrenOf(module.tree, display)
      .filter((item) => kindOf(module.tree, item) !== Kind.comment)
      .map((node) => ({ module, node })),
  );

/** Whether what a function returns is what its call gives, or what awaiting the call gives (PEP 492). */
type Use = 'call' | 'await';

function valueOfCall(search: Search, module: TestModule, call: Node, use: Use): Value {
  const { tree } = module;
  const callee = childIn(tree, call, Field.function);
  const called = valueOf(search.world, module, callee);
  if (called.kind === 'function') return valueReturned(search, called, unknown, use);
  if (kindOf(tree, callee) !== Kind.attribute) return unknown;
  const object = valueIn(search, { module, node: childIn(tree, callee, Field.object) });
  return valueOfMethod(search, object, textOf(tree, childIn(tree, callee, Field.attribute)), use);
}

/** What a method of an object returns, whichever class of the project defines it. */
function valueOfMethod(search: Search, object: Value, name: string, use: Use): Value {
  const methods = methodsOf(search.world, object, name) ?? [];
  const values = methods.map((method) => valueReturned(search, method, object, use));
  const [first = unknown] = values;
  return values.every((value) => isSame(value, first)) ? first : unknown;
}

function valueReturned(search: Search, { module, definition }: FunctionOf, receiver: Value, use: Use): Value {
  const { tree } = module;
  const { decorators, parameters, isAsync } = definition;
  if (isAsync !== (use === 'await')) return unknown;
  const isPlain = decorators.every((one) => one.name === 'classmethod' || one.name === 'staticmethod');
  if (!isPlain || isReplaced(search.world, module, definition)) return unknown;
  const isOwn = (node: Node) => module.definitionAt(startOf(tree, node)) === definition;
  if (module.nodesOf(Kind.yield).some(isOwn)) return unknown;
  const returned = Array.from(module.nodesOf(Kind.return_statement))
    .filter(isOwn)
    .map((statement) => firstNamedChildOf(tree, statement))
    .filter((node) => node !== NO_NODE && kindOf(tree, node) !== Kind.none);
  const [self] = decorators.length === 0 ? parameters : [];
  const values = returned.map((node): Value => {
    const isSelf = self !== undefined && parameterAt(module, node)?.definitions[0]?.start === self.span.start;
    return isSelf && receiver.kind === 'instance' ? receiver : valueIn(search, { module, node });
  });
  const [first = unknown] = values;
  return values.every((value) => isSame(value, first)) ? first : unknown;
}
