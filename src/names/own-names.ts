import type { Definition } from '../python/definitions.ts';
import type { TestModule } from '../python/module.ts';
import type { Binding } from '../python/scope.ts';

/**
 * Tells which names belong to one function: the variables of functions and comprehensions, and the parameters that a
 * function itself names. Those of pytest's tests and fixtures are the names of other fixtures.
 */
export function ownNames({ model, definitionAt }: TestModule): (binding: Binding) => boolean {
  const takers = new Set<Definition>([
    ...model.tests.filter(({ framework }) => framework === 'pytest').map(({ definition }) => definition),
    ...model.fixtures.map(({ definition }) => definition),
  ]);
  return ({ kind, scope, definitions: [first] }) => {
    if (kind === 'local') return scope.kind === 'function' || scope.kind === 'comprehension';
    if (kind !== 'parameter' || scope.kind !== 'function' || first === undefined) return false;
    const definition = definitionAt(first.start);
    return definition === undefined || !takers.has(definition);
  };
}
