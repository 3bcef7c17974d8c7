import { argumentsOf, calledNameOf, unparenthesized } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding, Occurrence } from '../../python/scope.ts';
import {
  ancestorOf,
  childIn,
  contains,
  Field,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { MAXIMUM_DEPTH } from '../references/global-names.ts';
import { HANDS_BACK } from './class-flows.ts';
import { enclosingClass, selfOf } from '../values/own-class.ts';
import { unknown, type Value } from '../values/value-kinds.ts';
import { valueOf } from '../values/values.ts';
import type { World } from '../world.ts';

/** Classes that an expression may give without naming them. */
export type Given =
  /** The class of an object: `type(item)`, `item.__class__`, `cls` in a method. */
  | { readonly of: 'object'; readonly value: Value }
  /** Classes above or below one: `Item.__subclasses__()`, `Item.__mro__`. */
  | { readonly of: 'kin'; readonly value: Value }
  /** Any class: that of an annotation, or of an error that was caught. */
  | { readonly of: 'anything' };

/** The attributes that give classes above or below one. */
export const KIN_WORDS = '__base__|__bases__|__orig_bases__|__mro__|mro|__subclasses__';
/** What gives any class when it is called. */
export const ANYTHING_CALLED = 'get_type_hints|get_annotations|get_args|get_origin|exc_info';

/** Words of which a module has one where it has an expression that gives a class without naming it. */
const WORDS =
  `type|classmethod|__class__|${KIN_WORDS}|${ANYTHING_CALLED}|__new__|__init_subclass__|__class_getitem__|` +
  '__annotations__|annotation|return_annotation|__exit__|__aexit__';

/** The words are common, so that the text tells which modules need not be read: where a class is only shown. */
const GIVES = new RegExp(
  String.raw`\btype\s*\((?![^()]*\)\s*\.\s*__name__)|\.\s*(?:type|annotation|return_annotation)\s*(?:[(\[]|$)|` +
    String.raw`(?<!\.\s*)__class__|__class__(?!\s*\.\s*__name__)|__annotations__|\b__a?exit__\b|\b(?:${KIN_WORDS})\b|` +
    String.raw`\b(?:${ANYTHING_CALLED})\s*\(|\bclassmethod\b|__(?:new|init_subclass|class_getitem)__`,
  'm',
);

/** The modules that may have an expression which gives a class without naming it. */
export function modulesGivingClasses({ project, pathsWith }: World): readonly TestModule[] {
  const paths = new Set(WORDS.split('|').flatMap((word) => pathsWith(word)));
  return [...paths]
    .filter((path) => GIVES.test(project.text(path) ?? ''))
    .flatMap((path) => project.module(path) ?? []);
}

const KIN = new RegExp(`^(?:${KIN_WORDS})$`);
const ANYTHING = /^(?:__annotations__|annotation|return_annotation|type)$/;
const GIVES_ANYTHING = new RegExp(`^(?:${ANYTHING_CALLED})$`);

/** What is known of where classes are kept that were given without their names. */
export interface Search {
  readonly world: World;
  /** By the names of functions that return them and of attributes and variables that hold them. */
  readonly named: ReadonlyMap<string, ReadonlySet<Given>>;
  readonly variables: ReadonlyMap<Binding, ReadonlySet<Given>>;
}

/** The classes that the value of an expression may be, as far as it gets them without their names. */
export function* classesGivenBy(
  search: Search,
  module: TestModule,
  expression: Node,
  depth = 0,
): Generator<Given> {
  const { tree } = module;
  const node = unparenthesized(tree, expression);
  if (node === NO_NODE || depth > MAXIMUM_DEPTH) return;
  switch (kindOf(tree, node)) {
    case Kind.identifier:
      yield* givenByVariable(search, module, node, depth + 1);
      return;
    case Kind.attribute:
      yield* givenByAttribute(search, module, node);
      return;
    case Kind.call:
      yield* givenByCall(search, module, node, depth + 1);
      return;
    case Kind.subscript:
      yield* classesGivenBy(search, module, childIn(tree, node, Field.value), depth + 1);
      return;
    case Kind.lambda:
    case Kind.string:
    case Kind.comparison_operator:
      return;
    default:
      for (const child of namedChildrenOf(tree, node))
        yield* classesGivenBy(search, module, child, depth + 1);
  }
}

function* givenByVariable(search: Search, module: TestModule, node: Node, depth: number): Generator<Given> {
  const { tree, bindings } = module;
  const start = startOf(tree, node);
  if (textOf(tree, node) === '__class__') {
    const definition = enclosingClass(module, start);
    if (definition !== undefined)
      yield { of: 'object', value: { kind: 'instance', class: { module, definition } } };
    return;
  }
  const binding = bindings.bindingAt(start);
  if (binding?.kind === 'parameter') {
    const value = selfOf(module, binding);
    if (value.kind === 'class') yield { of: 'object', value: { ...value, kind: 'instance' } };
    // What leaves a `with` block by an exception is told its class.
    if (/^__a?exit__$/.test(binding.scope.name)) yield { of: 'anything' };
  }
  if (binding === undefined) return;
  yield* search.variables.get(binding) ?? [];
  if (binding.kind !== 'local' || binding.scope.kind === 'module')
    yield* search.named.get(binding.name) ?? [];
  if (binding.kind !== 'local') return;
  for (const definition of binding.definitions) {
    const source = sourceOf(module, definition);
    if (source !== NO_NODE && !contains(tree, source, node))
      yield* classesGivenBy(search, module, source, depth);
  }
}

/** The expression of which a variable gets the value, or one of the values. */
function sourceOf({ tree }: TestModule, { node }: Occurrence): Node {
  const binder = ancestorOf(
    tree,
    node,
    Kind.assignment,
    Kind.named_expression,
    Kind.for_statement,
    Kind.for_in_clause,
    Kind.with_item,
  );
  if (binder === NO_NODE) return NO_NODE;
  const right = childIn(tree, binder, Field.right);
  const source = right === NO_NODE ? childIn(tree, binder, Field.value) : right;
  return source !== NO_NODE && contains(tree, source, node) ? NO_NODE : source;
}

function* givenByAttribute({ world, named }: Search, module: TestModule, attribute: Node): Generator<Given> {
  const { tree } = module;
  const name = textOf(tree, childIn(tree, attribute, Field.attribute));
  const value = () => objectAt(world, module, childIn(tree, attribute, Field.object));
  if (name === '__class__') yield { of: 'object', value: value() };
  else if (KIN.test(name)) yield { of: 'kin', value: value() };
  // What an object of the project calls so is its own, and found where it is kept.
  else if (ANYTHING.test(name) && value().kind !== 'instance') yield { of: 'anything' };
  yield* named.get(name) ?? [];
}

/** What an expression gives, `self` always an object of the class in which it stands. */
function objectAt(world: World, module: TestModule, node: Node): Value {
  const { tree, bindings } = module;
  const binding =
    kindOf(tree, node) === Kind.identifier ? bindings.bindingAt(startOf(tree, node)) : undefined;
  const self = binding?.kind === 'parameter' ? selfOf(module, binding) : unknown;
  return self.kind === 'unknown' ? valueOf(world, module, node) : self;
}

function* givenByCall(search: Search, module: TestModule, call: Node, depth: number): Generator<Given> {
  const { world } = search;
  const { tree } = module;
  const callee = childIn(tree, call, Field.function);
  const given = argumentsOf(tree, call);
  const called = calledNameOf(tree, call);
  if (kindOf(tree, callee) === Kind.identifier && called === 'type') {
    const [object, ...more] = given;
    if (object !== undefined && more.length === 0)
      yield { of: 'object', value: objectAt(world, module, object.value) };
    return;
  }
  if (GIVES_ANYTHING.test(called)) {
    yield { of: 'anything' };
    return;
  }
  yield* classesGivenBy(search, module, callee, depth);
  if (kindOf(tree, callee) === Kind.attribute)
    yield* classesGivenBy(search, module, childIn(tree, callee, Field.object), depth);
  if (HANDS_BACK.test(called))
    for (const { value } of given) yield* classesGivenBy(search, module, value, depth);
}
