import type { Definition, FunctionDefinition } from './definitions.ts';
import { docstringNodeOf } from './docstrings.ts';
import { argumentsOf, calledNameOf } from './expressions.ts';
import { doesNothing } from './handlers.ts';
import type { Bindings } from './scope.ts';
import { hasInside, statementsOf } from './statements.ts';
import {
  childIn,
  Field,
  firstNamedChildOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  startOf,
  type SyntaxTree,
  textOf,
} from './syntax.ts';

/** Whether a function returns a value or is a generator; what functions inside it do does not count. */
export function givesValue(tree: SyntaxTree, { body }: FunctionDefinition): boolean {
  return hasInside(tree, body, (_, node) => {
    const kind = kindOf(tree, node);
    return (
      kind === Kind.yield || (kind === Kind.return_statement && firstNamedChildOf(tree, node) !== NO_NODE)
    );
  });
}

/** Whether a function only stands for another one: it is abstract or an overload, does nothing, or always raises. */
export function isStub(tree: SyntaxTree, { body, decorators }: FunctionDefinition): boolean {
  if (decorators.some(({ name }) => /(?:^|\.)(?:abstract\w*|overload)$/.test(name))) return true;
  const docstring = docstringNodeOf(tree, body);
  const statements = statementsOf(tree, body).filter((statement) => statement + 1 !== docstring);
  return (
    statements.every((statement) => doesNothing(tree, statement)) ||
    statements.some((statement) => kindOf(tree, statement) === Kind.raise_statement)
  );
}

/**
 * Whether a call may wrap a function: it calls a variable that holds a lambda or an object, or gets a function of the
 * module as an argument, as a decorator does.
 */
export function mayWrap(
  tree: SyntaxTree,
  call: Node,
  bindings: Bindings,
  valueGivenTo: (target: Node) => Node | undefined,
): boolean {
  const isFunction = (node: Node) => bindings.bindingAt(startOf(tree, node))?.kind === 'function';
  if (
    argumentsOf(tree, call).some(({ value }) => kindOf(tree, value) === Kind.identifier && isFunction(value))
  )
    return true;
  const callee = childIn(tree, call, Field.function);
  if (kindOf(tree, callee) !== Kind.identifier) return false;
  const [given] = bindings.bindingAt(startOf(tree, callee))?.definitions ?? [];
  const value = given === undefined ? undefined : valueGivenTo(given.node);
  return value !== undefined && (kindOf(tree, value) === Kind.lambda || kindOf(tree, value) === Kind.call);
}

/** Whether a call gives what can be called, as far as the module shows: of a function in it that returns one, or a class. */
export function makesCallable(tree: SyntaxTree, definitions: readonly Definition[], call: Node): boolean {
  const name = calledNameOf(tree, call);
  return definitions.some((definition) => {
    if (definition.name !== name) return false;
    const inner = new Set(
      definitions.filter(({ enclosing }) => enclosing === definition).map((one) => one.name),
    );
    if (definition.kind === 'class') return inner.has('__call__');
    return hasInside(tree, definition.body, (_, node) => {
      if (kindOf(tree, node) !== Kind.return_statement) return false;
      const value = firstNamedChildOf(tree, node);
      return value !== NO_NODE && (kindOf(tree, value) === Kind.lambda || inner.has(textOf(tree, value)));
    });
  });
}
