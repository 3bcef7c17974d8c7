import { argumentsOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import { childIn, Field, fieldOf, Kind, kindOf, NO_NODE, type Node, parentOf } from '../../python/syntax.ts';
import { type Callee, calleesOf, methodsOfObject } from './callees.ts';
import type { World } from '../world.ts';

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
  return calleesOf(world, module, childIn(tree, call, Field.function), methodsOfObject).flatMap((callee) => {
    const parameter = parameterOf(callee, place, keyword);
    return parameter === undefined ? [] : [{ module: callee.module, parameter }];
  });
}

export function parameterOf(
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
