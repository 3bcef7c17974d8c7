import type { FunctionDefinition } from '../../python/definitions.ts';
import { argumentsOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
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
import { calleesOf, everyFunctionNamed } from '../functions/callees.ts';
import { type Lookup, lookupsAndListingsOf } from './lookups.ts';
import type { World } from '../world.ts';

/** A lookup of computed names, and where it stands. */
export interface LookupIn extends Lookup {
  readonly module: TestModule;
}

/** What holds a value: a variable, or the attributes of a name in a module. */
export interface Holder {
  readonly key: Binding | string;
  readonly module: TestModule;
  /** The expressions that give the value. */
  readonly reads: () => Iterable<Node>;
}

export type Step = { readonly lookup: LookupIn } | { readonly holder: Holder };

/** A parameter of a function that gets a value. */
export function* parameterAt(
  module: TestModule,
  { parameters }: FunctionDefinition,
  place: number,
): Generator<{ readonly holder: Holder }> {
  const binding = module.bindings.bindingAt(parameters[place]?.span.start ?? -1);
  if (binding !== undefined) yield { holder: variable(module, binding) };
}

function variable(module: TestModule, binding: Binding): Holder {
  return { key: binding, module, reads: () => binding.references.map(({ node }) => node) };
}

/** What happens to the value of an expression there: it is looked into, or gets to where it is kept. */
export function* stepsFrom(world: World, module: TestModule, expression: Node): Generator<Step> {
  const { tree } = module;
  const parent = parentOf(tree, expression);
  for (const lookup of lookupsByObject(module).get(expression) ?? []) yield { lookup: { ...lookup, module } };
  switch (kindOf(tree, parent)) {
    case Kind.parenthesized_expression:
    case Kind.conditional_expression:
    case Kind.boolean_operator:
      yield* stepsFrom(world, module, parent);
      return;
    case Kind.attribute: {
      const name = textOf(tree, childIn(tree, parent, Field.attribute));
      const isSame = fieldOf(tree, expression) === Field.attribute || name === '__class__';
      if (isSame) yield* stepsFrom(world, module, parent);
      return;
    }
    case Kind.call:
      // An object of the class.
      if (fieldOf(tree, expression) === Field.function) yield* stepsFrom(world, module, parent);
      return;
    case Kind.argument_list:
      yield* throughCall(world, module, parentOf(tree, parent), expression);
      return;
    case Kind.keyword_argument:
      yield* throughCall(world, module, parentOf(tree, parentOf(tree, parent)), expression);
      return;
    case Kind.assignment:
    case Kind.named_expression:
      if (fieldOf(tree, expression) === Field.left || fieldOf(tree, expression) === Field.name) return;
      yield* intoTarget(module, childIn(tree, parent, Field.left));
      yield* intoTarget(module, childIn(tree, parent, Field.name));
  }
}

const byObject = new WeakMap<TestModule, ReadonlyMap<Node, readonly Lookup[]>>();

function lookupsByObject(module: TestModule): ReadonlyMap<Node, readonly Lookup[]> {
  const present = byObject.get(module);
  if (present !== undefined) return present;
  const lookups = new Map<Node, Lookup[]>();
  for (const lookup of lookupsAndListingsOf(module))
    lookups.set(lookup.object, [...(lookups.get(lookup.object) ?? []), lookup]);
  byObject.set(module, lookups);
  return lookups;
}

/** A variable, or an attribute wherever the module reads one of that name. */
function* intoTarget(module: TestModule, target: Node): Generator<Step> {
  const { tree, bindings } = module;
  if (target === NO_NODE) return;
  if (kindOf(tree, target) === Kind.identifier) {
    const binding = bindings.bindingAt(startOf(tree, target));
    if (binding !== undefined) yield { holder: variable(module, binding) };
    return;
  }
  if (kindOf(tree, target) !== Kind.attribute) return;
  const name = textOf(tree, childIn(tree, target, Field.attribute));
  const isNamed = (node: Node) => textOf(tree, childIn(tree, node, Field.attribute)) === name;
  yield {
    holder: {
      key: `${module.path} .${name}`,
      module,
      reads: () => [...module.nodesOf(Kind.attribute)].filter(isNamed),
    },
  };
}

/** The parameters that get an argument. */
function* throughCall(world: World, module: TestModule, call: Node, given: Node): Generator<Step> {
  const { tree } = module;
  if (kindOf(tree, call) !== Kind.call) return;
  const callee = childIn(tree, call, Field.function);
  if (kindOf(tree, callee) === Kind.identifier && textOf(tree, callee) === 'type') {
    yield* stepsFrom(world, module, call);
    return;
  }
  const one = argumentsOf(tree, call).find(({ value }) => value === given);
  const place = argumentsOf(tree, call)
    .filter(({ keyword }) => keyword === undefined)
    .findIndex(({ value }) => value === given);
  for (const { module: other, definition, bound } of calleesOf(world, module, callee, everyFunctionNamed)) {
    const named = definition.parameters.findIndex(({ name }) => name === one?.keyword);
    yield* parameterAt(other, definition, one?.keyword === undefined ? place + bound : named);
  }
}
