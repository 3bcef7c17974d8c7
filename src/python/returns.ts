import type { FunctionDefinition } from './definitions.ts';
import { docstringNodeOf } from './docstrings.ts';
import { doesNothing } from './handlers.ts';
import { hasInside, statementsOf } from './statements.ts';
import { firstNamedChildOf, Kind, kindOf, NO_NODE, type SyntaxTree } from './syntax.ts';

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
