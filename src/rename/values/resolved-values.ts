import type { FunctionDefinition } from '../../python/definitions.ts';
import { argumentsOf, unwrapped, valueGivenTo } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import {
  ancestorOf,
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
import { classesCaughtAs, classesExpectedAt } from './caught-values.ts';
import { isSliced } from './container-uses.ts';
import { yieldedByManager } from './context-managers.ts';
import { isCopiedPlainly } from './copied.ts';
import { givenToLambda, loopedOver, partsOf, takenFrom } from './element-sources.ts';
import { isDescriptor } from '../members/descriptors.ts';
import { ancestryOf, descendantsOf } from '../members/families.ts';
import { isGenerator, returnedBy } from './given-back.ts';
import { attributesOfForeignClass } from '../members/known-classes.ts';
import { parameterAt, type Passed, passedTo } from './passed-values.ts';
import { narrowedValue } from './narrowed-values.ts';
import { definitionReaching, placeOfTarget } from './reaching.ts';
import { isReplaced } from './replaced.ts';
import { providedFor } from './provided-values.ts';
import { storedIn } from './stored-values.ts';
import type { ClassOf, Value } from './value-kinds.ts';
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
  const node = unwrapped(module.tree, expression);
  const known = knownIn(world, module);
  const present = known.get(node);
  if (present !== undefined) return present;
  const key = `${module.path}:${node}`;
  if (seen.has(key)) return unknown;
  const found = newValue({ world, seen: new Set(seen).add(key) }, module, node);
  // What is not known inside of a circle may be known from elsewhere.
  if (found.kind !== 'unknown' || seen.size === 0) known.set(node, found);
  return found;
}

const values = new WeakMap<World, WeakMap<TestModule, Map<Node, Value>>>();

/** The values of the expressions of a module that have been resolved. */
function knownIn(world: World, module: TestModule): Map<Node, Value> {
  const modules = values.get(world) ?? new WeakMap<TestModule, Map<Node, Value>>();
  values.set(world, modules);
  const known = modules.get(module) ?? new Map<Node, Value>();
  modules.set(module, known);
  return known;
}

function newValue(search: Search, module: TestModule, node: Node): Value {
  const { world } = search;
  const { tree } = module;
  switch (kindOf(tree, node)) {
    case Kind.identifier:
      return valueOfVariable(search, module, node);
    case Kind.attribute: {
      const expected = classesExpectedAt(world, module, node);
      if (expected.length > 0) return instanceOf(search, module, expected);
      const stored = agreed(search, storedIn(world, module, node));
      return stored.kind === 'instance' && isDescriptor(world, stored.class) ? unknown : stored;
    }
    case Kind.subscript:
      return isSliced(tree, node)
        ? unknown
        : agreed(search, takenFrom(world, module, childIn(tree, node, Field.value)));
    case Kind.call:
      return valueOfCall(search, module, node);
    default:
      return unknown;
  }
}

/** What several expressions give, when they all give the same; `None` has no attributes of anybody's. */
function agreed(search: Search, sources: readonly Passed[] | undefined): Value {
  const objects = (sources ?? []).filter(
    ({ module, node }) => node === NO_NODE || kindOf(module.tree, node) !== Kind.none,
  );
  return same(objects, (source) => valueIn(search, source));
}

/** The value that all of several things are known to have. */
function same<Part>(parts: readonly Part[], valueOfPart: (part: Part) => Value): Value {
  let common: Value | undefined;
  for (const part of parts) {
    const value = valueOfPart(part);
    if (value.kind === 'unknown' || (common !== undefined && !isSame(value, common))) return unknown;
    common = value;
  }
  return common ?? unknown;
}

function isSame(one: Value, other: Value): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === 'instance' || one.kind === 'class')
    return 'class' in other && other.class.definition === one.class.definition;
  return one.kind === 'foreign-instance';
}

function valueOfVariable(search: Search, module: TestModule, node: Node): Value {
  const { world } = search;
  const narrowed = narrowedValue(world, module, node);
  if (narrowed.kind !== 'unknown') return narrowed;
  const parameter = parameterAt(module, node);
  if (parameter !== undefined) return agreed(search, givenToParameter(world, module, parameter));
  const binding = module.bindings.bindingAt(startOf(module.tree, node));
  if (binding === undefined || binding.definitions.length === 0) return unknown;
  const reaching = definitionReaching(module, binding, node);
  if (reaching === undefined && binding.kind !== 'local') return unknown;
  const definitions = reaching === undefined ? binding.definitions : [reaching];
  const { tree } = module;
  // `None` has no attributes of anybody's.
  const isNone = (given: Node) => given !== NO_NODE && kindOf(tree, given) === Kind.none;
  return same(
    definitions.filter((definition) => !isNone(valueGivenTo(tree, definition.node))),
    (definition) => valueGiven(search, module, binding, definition.node),
  );
}

function givenToParameter(
  world: World,
  module: TestModule,
  parameter: Binding,
): readonly Passed[] | undefined {
  return (
    providedFor(world, module, parameter) ??
    givenToLambda(world, module, parameter) ??
    passedTo(world, module, parameter)
  );
}

function valueGiven(search: Search, module: TestModule, { scope }: Binding, name: Node): Value {
  const { tree } = module;
  const { world } = search;
  // What other modules assign to a variable of a module is not seen here.
  if (scope.kind === 'module' || scope.kind === 'class') return unknown;
  const caught = classesCaughtAs(module, name);
  if (caught.length > 0) return instanceOf(search, module, caught);
  const place = placeOfTarget(module, name);
  if (place === undefined) return unknown;
  const { target, path } = place;
  const outer = parentOf(tree, target);
  const isLoop = kindOf(tree, outer) === Kind.for_statement || kindOf(tree, outer) === Kind.for_in_clause;
  if (isLoop) return agreed(search, loopedOver(world, module, childIn(tree, outer, Field.right), path));
  const given = valueGivenTo(tree, target);
  if (kindOf(tree, outer) !== Kind.as_pattern_target)
    return agreed(search, partsOf(world, module, given, path));
  return path.length === 0 ? valueEntered(search, module, given, outer) : unknown;
}

/** What `with` gets of its context manager. */
function valueEntered(search: Search, module: TestModule, manager: Node, target: Node): Value {
  const { tree } = module;
  const statement = ancestorOf(tree, target, Kind.with_statement);
  const isAsync = statement !== NO_NODE && textOf(tree, statement).startsWith('async');
  const yielded = yieldedByManager(search.world, module, manager);
  if (yielded !== undefined) return agreed(search, yielded);
  const value = valueIn(search, { module, node: manager });
  return value.kind === 'instance'
    ? valueOfMethod(search, value, isAsync ? '__aenter__' : '__enter__')
    : unknown;
}

/** An object of a class, when several expressions all give that class. */
function instanceOf(search: Search, module: TestModule, classes: readonly Node[]): Value {
  const value = same(classes, (node) => valueIn(search, { module, node }));
  return value.kind === 'class' ? { kind: 'instance', class: value.class } : unknown;
}

function valueOfCall(search: Search, module: TestModule, call: Node): Value {
  const { tree } = module;
  const callee = childIn(tree, call, Field.function);
  const called = valueOf(search.world, module, callee);
  if (called.kind === 'function') return valueReturned(search, called, unknown);
  if (called.kind === 'foreign') return valueOfForeignCall(search, module, call, called.origin);
  if (kindOf(tree, callee) !== Kind.attribute) {
    const made = valueIn(search, { module, node: callee });
    return made.kind === 'class' ? { kind: 'instance', class: made.class } : unknown;
  }
  const receiver = childIn(tree, callee, Field.object);
  const name = textOf(tree, childIn(tree, callee, Field.attribute));
  const object = valueIn(search, { module, node: receiver });
  if (!/^(?:pop|popleft|get)$/.test(name) || object.kind !== 'foreign-instance')
    return valueOfMethod(search, object, name);
  const [, otherwise] = argumentsOf(tree, call);
  const taken = takenFrom(search.world, module, receiver);
  const also = otherwise === undefined ? [] : [{ module, node: otherwise.value }];
  return taken === undefined ? unknown : agreed(search, [...taken, ...also]);
}

/** What a function of Python's own gives: a copy, or one object of several. */
function valueOfForeignCall(search: Search, module: TestModule, call: Node, origin: string): Value {
  const [first, ...more] = argumentsOf(module.tree, call);
  if (first === undefined || first.keyword !== undefined) return unknown;
  if (/^copy\.(?:deep)?copy$/.test(origin)) {
    const original = valueIn(search, { module, node: first.value });
    return original.kind === 'instance' && isCopiedPlainly(search.world, original.class) ? original : unknown;
  }
  const isOne = more.every(({ keyword }) => keyword === 'key');
  return isOne && /^builtins\.(?:next|min|max)$/.test(origin)
    ? agreed(search, loopedOver(search.world, module, first.value, []))
    : unknown;
}

/** What a method of an object returns, whichever class of the project defines it. */
function valueOfMethod(search: Search, object: Value, name: string): Value {
  if (!('class' in object)) return unknown;
  const { world } = search;
  const heirs = object.kind === 'super' ? [object.class] : [...descendantsOf(world, object.class).values()];
  const classes = new Map<unknown, ClassOf>();
  for (const heir of heirs) {
    const { classes: above, others } = ancestryOf(world, heir);
    for (const [definition, owner] of above) classes.set(definition, owner);
    const mayHave = others.some(
      ({ base }) => base.kind !== 'foreign' || attributesOfForeignClass(base.origin)?.has(name) !== false,
    );
    if (mayHave) return unknown;
  }
  const methods = [...classes.values()].flatMap(({ module, definition }) =>
    module.definitions
      .filter((method) => method.enclosing === definition && method.name === name)
      .map((method) => ({ module, method })),
  );
  return same(methods, ({ module, method }) =>
    method.kind === 'function' ? valueReturned(search, { module, definition: method }, object) : unknown,
  );
}

interface FunctionOf {
  readonly module: TestModule;
  readonly definition: FunctionDefinition;
}

function valueReturned(search: Search, { module, definition }: FunctionOf, receiver: Value): Value {
  const { tree } = module;
  const { decorators, name, parameters } = definition;
  const isPlain = decorators.every((one) => one.name === 'classmethod' || one.name === 'staticmethod');
  if (!isPlain || isReplaced(search.world, name)) return unknown;
  if (isGenerator(module, definition)) return unknown;
  const returned = returnedBy(module, definition).filter((node) => kindOf(tree, node) !== Kind.none);
  const [self] = parameters;
  return same(returned, (node) => {
    const isSelf = self !== undefined && parameterAt(module, node)?.definitions[0]?.start === self.span.start;
    return isSelf && receiver.kind === 'instance' ? receiver : valueIn(search, { module, node });
  });
}
