import { type FunctionDefinition, isStaticMethod } from '../python/definitions.ts';
import { argumentsOf } from '../python/expressions.ts';
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
  textOf,
} from '../python/syntax.ts';
import { ancestryOf, descendantsOf } from './families.ts';
import { type ClassOf, valueOf } from './values.ts';
import type { World } from './world.ts';

/** A parameter of a function of the project. */
export interface Receiver {
  readonly module: TestModule;
  readonly parameter: Binding;
}

/** The call that an expression is an argument of; NO_NODE for any other expression. */
export function callWith({ tree }: TestModule, expression: Node): Node {
  const outer = parentOf(tree, expression);
  const isKeyword =
    kindOf(tree, outer) === Kind.keyword_argument && fieldOf(tree, expression) === Field.value;
  const list = isKeyword ? parentOf(tree, outer) : outer;
  const call = kindOf(tree, list) === Kind.argument_list ? parentOf(tree, list) : NO_NODE;
  return call !== NO_NODE && kindOf(tree, call) === Kind.call ? call : NO_NODE;
}

/** The parameters that get an argument of a call, of all functions of the project that the call may call. */
export function receiversOf(world: World, module: TestModule, argument: Node): readonly Receiver[] {
  const call = callWith(module, argument);
  if (call === NO_NODE) return [];
  const { tree } = module;
  const given = argumentsOf(tree, call);
  const keyword = given.find(({ value }) => value === argument)?.keyword;
  const place = given.filter((one) => one.keyword === undefined).findIndex(({ value }) => value === argument);
  return calledBy(world, module, childIn(tree, call, Field.function)).flatMap((callee) => {
    const parameter = parameterOf(callee, place, keyword);
    return parameter === undefined ? [] : [{ module: callee.module, parameter }];
  });
}

interface Callee {
  readonly module: TestModule;
  readonly definition: FunctionDefinition;
  /** How many parameters come before the first argument: `self`. */
  readonly bound: 0 | 1;
}

function calledBy(world: World, module: TestModule, callee: Node): readonly Callee[] {
  const { tree } = module;
  const value = valueOf(world, module, callee);
  if (value.kind === 'function') return [{ ...value, bound: 0 }];
  if (value.kind === 'class') return methodsOf(world, value.class, '__init__').slice(0, 1);
  if (kindOf(tree, callee) !== Kind.attribute) return [];
  const object = valueOf(world, module, childIn(tree, callee, Field.object));
  if (!('class' in object)) return [];
  const heirs = [...descendantsOf(world, object.class).values()];
  const name = textOf(tree, childIn(tree, callee, Field.attribute));
  const methods = new Map(
    heirs.flatMap((heir) => methodsOf(world, heir, name)).map((method) => [method.definition, method]),
  );
  return Array.from(methods.values(), (method) => ({
    ...method,
    bound: object.kind === 'class' && !isOfClass(method.definition) ? 0 : method.bound,
  }));
}

const isOfClass = ({ decorators }: FunctionDefinition) =>
  decorators.some(({ name }) => /(?:^|\.)classmethod$/.test(name));

/** The methods of a name that a class and its ancestors define. */
function methodsOf(world: World, owner: ClassOf, name: string): readonly Callee[] {
  return [...ancestryOf(world, owner).classes.values()].flatMap(({ module, definition }) =>
    module.definitions.flatMap((method): readonly Callee[] => {
      if (method.kind !== 'function' || method.enclosing !== definition || method.name !== name) return [];
      return [{ module, definition: method, bound: isStaticMethod(method) ? 0 : 1 }];
    }),
  );
}

function parameterOf(
  { module, definition, bound }: Callee,
  place: number,
  keyword: string | undefined,
): Binding | undefined {
  const { parameters } = definition;
  const parameter =
    keyword === undefined
      ? parameters.slice(bound).filter(({ kind }) => POSITIONAL.has(kind))[place]
      : parameters.find(({ name }) => name === keyword);
  return parameter === undefined ? undefined : module.bindings.bindingAt(parameter.span.start);
}

const POSITIONAL: ReadonlySet<string> = new Set(['positional-only', 'positional-or-keyword']);
