import { type FunctionDefinition, isStaticMethod, type Parameter } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';

import { Kind, kindOf, nodeAt, parentOf } from '../../python/syntax.ts';

/** The function of a parameter's binding and what kind of parameter it is; undefined for one of a lambda. */
export function parameterOf(
  module: TestModule,
  binding: Binding,
): { readonly definition: FunctionDefinition; readonly parameter: Parameter } | undefined {
  const definition = module.definitions.find(({ node }) => node === binding.scope.node);
  if (definition?.kind !== 'function') return undefined;
  const starts = new Set(binding.definitions.map(({ start }) => start));
  const parameter = definition.parameters.find(({ span }) => starts.has(span.start));
  return parameter === undefined ? undefined : { definition, parameter };
}

export function hasDefault({ tree }: TestModule, { span }: Parameter): boolean {
  const kind = kindOf(tree, parentOf(tree, nodeAt(tree, span.start)));
  return kind === Kind.default_parameter || kind === Kind.typed_default_parameter;
}

/** Whether no caller can pass the parameter by its name: `*args`, `**kwargs`, positional-only ones, `self` and `cls`. */
export function isNameless(
  module: TestModule,
  definition: FunctionDefinition,
  parameter: Parameter,
): boolean {
  const { parameters, enclosing, name } = definition;
  if (parameter.kind !== 'positional-or-keyword' && parameter.kind !== 'keyword-only') return true;
  const isFirst = parameters[0] === parameter;
  const isStatic = name !== '__new__' && isStaticMethod(definition);
  return isFirst && enclosing?.kind === 'class' && !isStatic && !isHandedOn(module, definition);
}

/** Whether the body of its class hands a method on, as in `attach = staticmethod(attach)`: its first parameter is any. */
function isHandedOn({ tree, bindings }: TestModule, { nameSpan }: FunctionDefinition): boolean {
  const references = bindings.bindingAt(nameSpan.start)?.references ?? [];
  return references.some(({ node }) => kindOf(tree, parentOf(tree, node)) === Kind.argument_list);
}
