import type { TestModule } from '../python/module.ts';
import type { Binding } from '../python/scope.ts';
import { calleeOf, valueGivenTo } from '../python/expressions.ts';
import type { FunctionDefinition } from '../python/definitions.ts';
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
} from '../python/syntax.ts';
import { functionCalledBy } from './callers.ts';
import { ancestryOf } from './families.ts';
import { classVariableOf } from './members.ts';
import { type ClassOf, definitionNamedAt, valueOf } from './values.ts';
import type { World } from './world.ts';

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
  const called = functionCalledBy(module, call);
  if (called === NO_NODE) return undefined;
  const value = valueOf(world, module, called);
  switch (value.kind) {
    case 'function':
      return parameterIn(value.module, value.definition, name);
    case 'class':
      return parameterOfMethod(world, value.class, '__init__', name);
    case 'foreign':
    case 'foreign-instance':
    case 'instance':
    case 'module':
    case 'super':
    case 'unknown':
      return parameterOfAttribute(world, module, called, name) ?? parameterOfLambda(module, called, name);
  }
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

/** The nearest method of that name in a class and its ancestors. */
function parameterOfMethod(
  world: World,
  owner: ClassOf,
  method: string,
  name: string,
): ParameterOf | undefined {
  for (const { module, definition } of ancestryOf(world, owner).classes.values()) {
    const [first] = classVariableOf(module, definition, method)?.definitions ?? [];
    const found = first === undefined ? undefined : definitionNamedAt(module, first);
    if (found?.kind === 'function') return parameterIn(module, found, name);
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
  return parameterOfMethod(world, object.class, textOf(tree, childIn(tree, called, Field.attribute)), name);
}

/** A parameter of the lambda that a variable holds. */
function parameterOfLambda(module: TestModule, called: Node, name: string): ParameterOf | undefined {
  const { tree, bindings } = module;
  const variable =
    kindOf(tree, called) === Kind.identifier ? bindings.bindingAt(startOf(tree, called)) : undefined;
  const [definition] = variable?.definitions ?? [];
  const value = definition === undefined ? NO_NODE : valueGivenTo(tree, definition.node);
  const lambda = kindOf(tree, value) === Kind.lambda ? value : NO_NODE;
  const symbol = lambda === NO_NODE ? undefined : bindings.scopeAt(lambda)?.symbols.get(name);
  return symbol?.flags.parameter === true ? { module, binding: symbol.binding } : undefined;
}
