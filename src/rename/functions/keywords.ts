import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import { calledNameOf, calleeOf, unwrapped, valueGivenTo } from '../../python/expressions.ts';
import type { FunctionDefinition } from '../../python/definitions.ts';
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
import { functionCalledBy } from './callers.ts';
import { ancestryOf, classVariableOf } from '../members/families.ts';
import { factoryAt } from '../pytest/fixture-factories.ts';
import type { ClassOf } from '../values/value-kinds.ts';
import { definitionNamedAt, valueOf } from '../values/values.ts';
import type { World } from '../world.ts';

interface ParameterOf {
  readonly module: TestModule;
  readonly binding: Binding;
}

/** The parameter that a keyword argument fills; undefined when its function is not known. */
export function parameterNamedBy(
  world: World,
  module: TestModule,
  argument: Node,
  name: string,
): ParameterOf | undefined {
  const { tree } = module;
  const call = parentOf(tree, parentOf(tree, argument));
  if (kindOf(tree, call) !== Kind.call) return undefined;
  const decorated = module.definitions.find(({ decorators }) => decorators.some((one) => one.call === call));
  if (decorated?.kind === 'function' && /(?:^|\.)(?:given|example)$/.test(calleeOf(tree, call) ?? ''))
    return parameterIn(module, decorated, name);
  const called = throughPartials(world, module, functionCalledBy(world, module, call));
  if (called === NO_NODE) return undefined;
  const factory = factoryAt(world, module, called);
  const value =
    factory === undefined ? valueOf(world, module, called) : valueOf(world, factory.module, factory.node);
  switch (value.kind) {
    case 'function':
      return parameterIn(value.module, value.definition, name);
    case 'class':
      return parameterOfMethod(world, value.class, '__init__', name);
    case 'instance':
      return parameterOfMethod(world, value.class, '__call__', name);
    case 'foreign':
    case 'foreign-instance':
    case 'module':
    case 'super':
    case 'unknown':
      return parameterOfAttribute(world, module, called, name) ?? parameterOfLambda(module, called, name);
  }
}

/** The function that gets the arguments of an expression that is called: of `partial(call)`, or a variable of that, `call`. */
function throughPartials(world: World, module: TestModule, called: Node): Node {
  const { tree } = module;
  const made = kindOf(tree, called) === Kind.identifier ? onlyValueOf(module, called) : called;
  if (made === NO_NODE || kindOf(tree, made) !== Kind.call || calledNameOf(tree, made) !== 'partial')
    return called;
  return throughPartials(world, module, functionCalledBy(world, module, made));
}

/** What the only assignment to a variable gives it. */
function onlyValueOf({ tree, bindings }: TestModule, variable: Node): Node {
  const [only, ...more] = bindings.bindingAt(startOf(tree, variable))?.definitions ?? [];
  return only === undefined || more.length > 0 ? NO_NODE : valueGivenTo(tree, only.node);
}

function parameterIn(
  module: TestModule,
  { parameters }: FunctionDefinition,
  name: string,
): ParameterOf | undefined {
  const parameter = parameters.find((one) => one.name.normalize('NFKC') === name);
  const binding = parameter === undefined ? undefined : module.bindings.bindingAt(parameter.span.start);
  return binding === undefined ? undefined : { module, binding };
}

/** The nearest method of that name in a class and its ancestors, or in the ancestors alone. */
function parameterOfMethod(
  world: World,
  owner: ClassOf,
  method: string,
  name: string,
  isAbove = false,
): ParameterOf | undefined {
  for (const { module, definition } of ancestryOf(world, owner).classes.values()) {
    if (isAbove && definition === owner.definition) continue;
    const [first] = classVariableOf(module, definition, method)?.definitions ?? [];
    const found = first === undefined ? undefined : definitionNamedAt(module, first);
    if (found?.kind === 'function') return parameterIn(module, found, name);
    if (found?.kind === 'class')
      return parameterOfMethod(world, { module, definition: found }, '__init__', name);
  }
  return undefined;
}

function parameterOfAttribute(
  world: World,
  module: TestModule,
  called: Node,
  name: string,
): ParameterOf | undefined {
  const { tree } = module;
  if (kindOf(tree, called) !== Kind.attribute) return undefined;
  const object = valueOf(world, module, childIn(tree, called, Field.object));
  if (!('class' in object)) return undefined;
  const method = textOf(tree, childIn(tree, called, Field.attribute));
  return parameterOfMethod(world, object.class, method, name, object.kind === 'super');
}

/** A parameter of a lambda that is called where it stands, or that a variable holds. */
function parameterOfLambda(module: TestModule, called: Node, name: string): ParameterOf | undefined {
  const { tree, bindings } = module;
  const value =
    kindOf(tree, called) === Kind.identifier ? onlyValueOf(module, called) : unwrapped(tree, called);
  const lambda = kindOf(tree, value) === Kind.lambda ? value : NO_NODE;
  const symbol = lambda === NO_NODE ? undefined : bindings.scopeAt(lambda)?.symbols.get(name);
  return symbol?.flags.parameter === true ? { module, binding: symbol.binding } : undefined;
}
