import { dottedNameOf } from './expressions.ts';
import type { Imports } from './imports.ts';
import type { Bindings } from './scope.ts';
import { type Node, startOf, type SyntaxTree } from './syntax.ts';

/**
 * Where a name, or an attribute of a name, comes from: `pytest.raises` for `raises` after `from pytest import raises`,
 * `builtins.Exception` for a name that nothing in the module binds. Undefined for any other expression, and for what
 * the module binds itself.
 */
export function originOf(
  tree: SyntaxTree,
  imports: Imports,
  bindings: Bindings,
  expression: Node,
): string | undefined {
  const name = dottedNameOf(tree, expression);
  if (name === undefined) return undefined;
  const binding = bindings.bindingAt(startOf(tree, expression));
  if (binding?.kind === 'unbound') return `builtins.${name}`;
  if (binding?.kind !== 'import') return undefined;
  const [origin] = binding.definitions.flatMap(({ node }) => imports.originBoundAt(node) ?? []);
  const dot = name.indexOf('.');
  return origin === undefined || dot === -1 ? origin : origin + name.slice(dot);
}
