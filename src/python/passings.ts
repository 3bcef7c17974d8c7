import type { Definition, FunctionDefinition, Parameter } from './definitions.ts';
import { argumentsOf } from './expressions.ts';
import type { Members } from './members.ts';
import type { Bindings } from './scope.ts';
import {
  childIn,
  Field,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  type SyntaxTree,
  textOf,
} from './syntax.ts';

/** How an expression is passed to a call: under which name, where that can be seen. */
export interface Passing {
  readonly call: Node;
  /** The keyword, or the parameter of a function of this module that a positional argument fills. */
  readonly name: string;
  readonly by: 'keyword' | 'parameter';
}

export interface PassingSource {
  readonly tree: SyntaxTree;
  readonly bindings: Bindings;
  readonly definitionAt: (offset: number) => Definition | undefined;
  readonly definitionsIn: (outer: Definition) => readonly Definition[];
  readonly members: Members;
}

/** How an expression is passed on; undefined where it is no argument, or where nothing shows the parameter's name. */
export function passingOf(source: PassingSource, expression: Node): Passing | undefined {
  const { tree } = source;
  const parent = parentOf(tree, expression);
  const isKeyword = kindOf(tree, parent) === Kind.keyword_argument;
  const list = isKeyword ? parentOf(tree, parent) : parent;
  const call = parentOf(tree, list);
  if (kindOf(tree, list) !== Kind.argument_list || kindOf(tree, call) !== Kind.call) return undefined;
  if (isKeyword) return { call, name: textOf(tree, childIn(tree, parent, Field.name)), by: 'keyword' };
  const all = argumentsOf(tree, call);
  const place = all.findIndex(({ node }) => node === expression);
  if (place < 0 || all.slice(0, place).some(({ node }) => kindOf(tree, node) === Kind.list_splat))
    return undefined;
  const parameter = positionalParametersOf(source, call)[place];
  return parameter === undefined ? undefined : { call, name: parameter.name, by: 'parameter' };
}

/** The parameters that positional arguments of a call fill, where it calls a function or method of this module. */
function positionalParametersOf(source: PassingSource, call: Node): readonly Parameter[] {
  const { tree, bindings, definitionAt, definitionsIn, members } = source;
  const callee = childIn(tree, call, Field.function);
  if (kindOf(tree, callee) === Kind.identifier) {
    const binding = bindings.bindingAt(startOf(tree, callee));
    const [place, ...others] = binding?.definitions ?? [];
    if (binding?.kind !== 'function' || place === undefined || others.length > 0) return [];
    const called = definitionAt(place.start);
    const isCalled = called?.kind === 'function' && called.nameSpan.start === place.start;
    return isCalled && called.decorators.length === 0 ? filledByPlace(called) : [];
  }
  if (kindOf(tree, callee) !== Kind.attribute) return [];
  const owner = members.classOf(childIn(tree, callee, Field.object));
  const attribute = childIn(tree, callee, Field.attribute);
  if (owner === undefined || attribute === NO_NODE) return [];
  const name = textOf(tree, attribute);
  const [method, ...others] = definitionsIn(owner).filter((definition) => definition.name === name);
  if (method?.kind !== 'function' || others.length > 0) return [];
  const decorators = method.decorators.map((decorator) => decorator.name);
  if (decorators.every((decorator) => decorator === 'classmethod')) return filledByPlace(method).slice(1);
  return decorators.every((decorator) => decorator === 'staticmethod') ? filledByPlace(method) : [];
}

function filledByPlace({ parameters }: FunctionDefinition): readonly Parameter[] {
  return parameters.filter(({ kind }) => kind === 'positional-only' || kind === 'positional-or-keyword');
}
