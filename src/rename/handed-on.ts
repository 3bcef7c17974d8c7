import type { ClassDefinition, FunctionDefinition } from '../python/definitions.ts';
import { argumentsOf, calledNameOf } from '../python/expressions.ts';
import type { TestModule } from '../python/module.ts';
import type { Binding } from '../python/scope.ts';
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
} from '../python/syntax.ts';
import { aliasesOf, ancestryOf, type Family } from './families.ts';
import { computedLookupsOf, type Lookup } from './lookups.ts';
import { type ClassOf, valueOf } from './values.ts';
import type { World } from './world.ts';

/** A lookup of computed names, and where it stands. */
export interface LookupIn extends Lookup {
  readonly module: TestModule;
}

/**
 * The lookups of computed names in objects and classes of a family that their methods, or those that name them, hand to
 * functions of the project, which hand them on.
 */
export function lookupsInHandedOn(world: World, family: Family): readonly LookupIn[] {
  return [
    ...[...family.related.values()].flatMap((owner) => lookupsFrom(world, owner, inMethods)),
    ...[...family.descendants.values()].flatMap((owner) => lookupsFrom(world, owner, whereNamed)),
  ];
}

type Start = typeof inMethods | typeof whereNamed;

const known = new WeakMap<World, Map<Start, Map<ClassDefinition, readonly LookupIn[]>>>();

function lookupsFrom(world: World, owner: ClassOf, start: Start): readonly LookupIn[] {
  const starts = known.get(world) ?? new Map<Start, Map<ClassDefinition, readonly LookupIn[]>>();
  known.set(world, starts);
  const owners = starts.get(start) ?? new Map<ClassDefinition, readonly LookupIn[]>();
  starts.set(start, owners);
  const lookups = owners.get(owner.definition) ?? [...start({ world, seen: new Set() }, owner)];
  owners.set(owner.definition, lookups);
  return lookups;
}

interface Search {
  readonly world: World;
  /** The variables, attributes and functions that have been followed. */
  readonly seen: Set<Binding | string>;
}

function* inMethods(search: Search, { module, definition }: ClassOf): Generator<LookupIn> {
  for (const method of module.definitions) {
    if (method.kind !== 'function' || method.enclosing !== definition || isStatic(method)) continue;
    yield* ofParameter(search, module, method, 0);
  }
}

function* whereNamed(search: Search, owner: ClassOf): Generator<LookupIn> {
  for (const alias of aliasesOf(search.world, owner)) {
    for (const module of search.world.modulesWith(alias)) {
      for (const node of module.nodesOf(Kind.identifier)) {
        if (textOf(module.tree, node).normalize('NFKC') === alias) yield* from(search, module, node);
      }
    }
  }
}

function* ofParameter(
  search: Search,
  module: TestModule,
  { parameters }: FunctionDefinition,
  place: number,
): Generator<LookupIn> {
  const binding = module.bindings.bindingAt(parameters[place]?.span.start ?? -1);
  if (binding !== undefined) yield* ofVariable(search, module, binding);
}

function* ofVariable(search: Search, module: TestModule, binding: Binding): Generator<LookupIn> {
  if (search.seen.has(binding)) return;
  search.seen.add(binding);
  for (const { node } of binding.references) yield* from(search, module, node);
}

/** Follows what an expression gives. */
function* from(search: Search, module: TestModule, expression: Node): Generator<LookupIn> {
  const { tree } = module;
  const parent = parentOf(tree, expression);
  for (const lookup of lookupsByObject(module).get(expression) ?? []) yield { ...lookup, module };
  switch (kindOf(tree, parent)) {
    case Kind.parenthesized_expression:
    case Kind.conditional_expression:
    case Kind.boolean_operator:
      yield* from(search, module, parent);
      return;
    case Kind.attribute: {
      const name = textOf(tree, childIn(tree, parent, Field.attribute));
      const isSame = fieldOf(tree, expression) === Field.attribute || name === '__class__';
      if (isSame) yield* from(search, module, parent);
      return;
    }
    case Kind.call:
      // An object of the class.
      if (fieldOf(tree, expression) === Field.function) yield* from(search, module, parent);
      return;
    case Kind.argument_list:
      yield* throughCall(search, module, parentOf(tree, parent), expression);
      return;
    case Kind.keyword_argument:
      yield* throughCall(search, module, parentOf(tree, parentOf(tree, parent)), expression);
      return;
    case Kind.assignment:
    case Kind.named_expression:
      yield* throughTarget(search, module, childIn(tree, parent, Field.left));
      yield* throughTarget(search, module, childIn(tree, parent, Field.name));
  }
}

const byObject = new WeakMap<TestModule, ReadonlyMap<Node, readonly Lookup[]>>();

function lookupsByObject(module: TestModule): ReadonlyMap<Node, readonly Lookup[]> {
  const present = byObject.get(module);
  if (present !== undefined) return present;
  const lookups = new Map<Node, Lookup[]>();
  for (const lookup of computedLookupsOf(module))
    lookups.set(lookup.object, [...(lookups.get(lookup.object) ?? []), lookup]);
  byObject.set(module, lookups);
  return lookups;
}

/** Follows what is stored in a variable, or in an attribute wherever the module reads one of that name. */
function* throughTarget(search: Search, module: TestModule, target: Node): Generator<LookupIn> {
  const { tree, bindings } = module;
  if (target === NO_NODE) return;
  if (kindOf(tree, target) === Kind.identifier) {
    const binding = bindings.bindingAt(startOf(tree, target));
    if (binding !== undefined) yield* ofVariable(search, module, binding);
    return;
  }
  if (kindOf(tree, target) !== Kind.attribute) return;
  const name = textOf(tree, childIn(tree, target, Field.attribute));
  const key = `${module.path} .${name}`;
  if (search.seen.has(key)) return;
  search.seen.add(key);
  for (const attribute of module.nodesOf(Kind.attribute)) {
    if (textOf(tree, childIn(tree, attribute, Field.attribute)) === name)
      yield* from(search, module, attribute);
  }
}

/** Follows an argument to the parameters that get it. */
function* throughCall(search: Search, module: TestModule, call: Node, given: Node): Generator<LookupIn> {
  const { tree } = module;
  if (kindOf(tree, call) !== Kind.call) return;
  const callee = childIn(tree, call, Field.function);
  if (kindOf(tree, callee) === Kind.identifier && textOf(tree, callee) === 'type') {
    yield* from(search, module, call);
    return;
  }
  const one = argumentsOf(tree, call).find(({ value }) => value === given);
  const place = argumentsOf(tree, call)
    .filter(({ keyword }) => keyword === undefined)
    .findIndex(({ value }) => value === given);
  for (const { module: other, definition, bound } of calledAt(search, module, call)) {
    const named = definition.parameters.findIndex(({ name }) => name === one?.keyword);
    yield* ofParameter(search, other, definition, one?.keyword === undefined ? place + bound : named);
  }
}

interface Called {
  readonly module: TestModule;
  readonly definition: FunctionDefinition;
  readonly bound: 0 | 1;
}

/** The functions that a call may call: the one that is known, or all the methods of its name. */
function calledAt({ world }: Search, module: TestModule, call: Node): readonly Called[] {
  const { tree } = module;
  const callee = childIn(tree, call, Field.function);
  const value = valueOf(world, module, callee);
  if (value.kind === 'function') return [{ ...value, bound: 0 }];
  if (value.kind === 'class') {
    const owners = [...ancestryOf(world, value.class).classes.values()];
    return owners.flatMap((owner) => methodsCalled(owner.module, '__init__', owner));
  }
  if (value.kind !== 'unknown' || kindOf(tree, callee) !== Kind.attribute) return [];
  const name = calledNameOf(tree, call);
  return world.modulesWith(name).flatMap((other) => methodsCalled(other, name));
}

function methodsCalled(module: TestModule, name: string, owner?: ClassOf): readonly Called[] {
  return module.definitions.flatMap((definition): readonly Called[] => {
    if (definition.kind !== 'function' || definition.name !== name) return [];
    if (owner !== undefined && definition.enclosing !== owner.definition) return [];
    const isBound = definition.enclosing?.kind === 'class' && !isStatic(definition);
    return [{ module, definition, bound: isBound ? 1 : 0 }];
  });
}

const isStatic = ({ decorators }: FunctionDefinition) =>
  decorators.some(({ name }) => name === 'staticmethod');
