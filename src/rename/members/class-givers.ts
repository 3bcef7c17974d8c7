import { argumentsOf, calledNameOf, unparenthesized } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Occurrence } from '../../python/scope.ts';
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
import { enclosingClass, selfOf } from '../values/own-class.ts';
import type { Value } from '../values/value-kinds.ts';
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

/** Words of which a module has one where it has an expression that gives a class without naming it. */
export const CLASS_GIVING_WORDS = [
  'type',
  'classmethod',
  '__class__',
  '__base__',
  '__bases__',
  '__orig_bases__',
  '__mro__',
  'mro',
  '__subclasses__',
  '__new__',
  '__init_subclass__',
  '__class_getitem__',
  '__annotations__',
  'annotation',
  'return_annotation',
  'get_type_hints',
  'get_annotations',
  'get_args',
  'get_origin',
  'exc_info',
] as const;

const KIN = /^(?:__base__|__bases__|__orig_bases__|__mro__|mro|__subclasses__)$/;
const ANYTHING = /^(?:__annotations__|annotation|return_annotation|type)$/;
const GIVES_ANYTHING = /^(?:get_type_hints|get_annotations|get_args|get_origin|exc_info)$/;

/** The classes that the value of an expression may be, as far as it gets them without their names. */
export function* classesGivenBy(
  world: World,
  module: TestModule,
  expression: Node,
  depth = 0,
): Generator<Given> {
  const { tree } = module;
  const node = unparenthesized(tree, expression);
  if (node === NO_NODE || depth > MAXIMUM_DEPTH) return;
  switch (kindOf(tree, node)) {
    case Kind.identifier:
      yield* givenByVariable(world, module, node, depth + 1);
      return;
    case Kind.attribute:
      yield* givenByAttribute(world, module, node);
      return;
    case Kind.call:
      yield* givenByCall(world, module, node, depth + 1);
      return;
    case Kind.subscript:
      yield* classesGivenBy(world, module, childIn(tree, node, Field.value), depth + 1);
      return;
    case Kind.lambda:
    case Kind.string:
    case Kind.comparison_operator:
      return;
    default:
      for (const child of namedChildrenOf(tree, node)) yield* classesGivenBy(world, module, child, depth + 1);
  }
}

function* givenByVariable(world: World, module: TestModule, node: Node, depth: number): Generator<Given> {
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
  }
  if (binding?.kind !== 'local') return;
  for (const definition of binding.definitions) {
    const source = sourceOf(module, definition);
    if (source !== NO_NODE && !contains(tree, source, node))
      yield* classesGivenBy(world, module, source, depth);
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

function* givenByAttribute(world: World, module: TestModule, attribute: Node): Generator<Given> {
  const { tree } = module;
  const name = textOf(tree, childIn(tree, attribute, Field.attribute));
  const value = () => valueOf(world, module, childIn(tree, attribute, Field.object));
  if (name === '__class__') yield { of: 'object', value: value() };
  else if (KIN.test(name)) yield { of: 'kin', value: value() };
  else if (ANYTHING.test(name)) yield { of: 'anything' };
}

function* givenByCall(world: World, module: TestModule, call: Node, depth: number): Generator<Given> {
  const { tree } = module;
  const callee = childIn(tree, call, Field.function);
  const given = argumentsOf(tree, call);
  const called = valueOf(world, module, callee);
  if (called.kind === 'foreign' && called.origin === 'builtins.type') {
    const [object, ...more] = given;
    if (object !== undefined && more.length === 0)
      yield { of: 'object', value: valueOf(world, module, object.value) };
    return;
  }
  if (GIVES_ANYTHING.test(calledNameOf(tree, call))) {
    yield { of: 'anything' };
    return;
  }
  const isMember = called.kind !== 'foreign' && kindOf(tree, callee) === Kind.attribute;
  if (isMember) {
    yield* classesGivenBy(world, module, callee, depth);
    yield* classesGivenBy(world, module, childIn(tree, callee, Field.object), depth);
  }
  // `next(iter(Item.__subclasses__()))`; a member that `getattr` finds is another thing than the class.
  const isHandedOn =
    called.kind === 'foreign' && !/^builtins\.(?:getattr|super|str|len)$/.test(called.origin);
  if (isHandedOn) for (const { value } of given) yield* classesGivenBy(world, module, value, depth);
}
