import type { FunctionDefinition } from '../../python/definitions.ts';
import { keywordOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import { NO_NODE, textOf } from '../../python/syntax.ts';
import { type Objection, refuse } from '../steps.ts';
import { valueOfBinding } from '../values/values.ts';
import type { World } from '../world.ts';

/**
 * Objects where a module has two fixtures of one name, of which the later one counts in the order of the variables, as
 * `dir()` gives them, and another name for a variable changes that order.
 */
export function* laterFixture(
  world: World,
  owner: TestModule,
  definition: FunctionDefinition,
  newName: string,
): Generator<Objection> {
  const fixture = owner.model.fixtures.find((one) => one.definition === definition);
  if (fixture === undefined || definition.enclosing !== undefined) return;
  for (const module of new Set([owner, ...world.modulesWith(definition.name)])) {
    const variables = variablesOf(world, module, fixture.name);
    const isHere = variables.some((one) => one.definition === definition && one.name === definition.name);
    if (!isHere) continue;
    const passed = variables.find(
      ({ name }) => name !== definition.name && name < definition.name !== name < newName,
    );
    if (passed === undefined) continue;
    const found = `\`${newName}\` and \`${passed.name}\`, which both give \`${fixture.name}\`, change places`;
    yield refuse('collision', found, module, passed.start);
  }
}

interface Variable {
  readonly name: string;
  readonly start: number;
  readonly definition: FunctionDefinition;
}

/** The variables at the top of a module that hold a fixture of a name. */
function variablesOf(world: World, module: TestModule, fixtureName: string): readonly Variable[] {
  return [...module.bindings.module.symbols.values()].flatMap(({ binding }) => {
    if (binding.scope !== module.bindings.module) return [];
    const value = valueOfBinding(world, module, binding);
    if (value.kind !== 'function') return [];
    const { definition } = value;
    const isFixture = value.module.model.fixtures.some(
      (one) => one.definition === definition && one.name === fixtureName,
    );
    return isFixture ? [{ name: binding.name, start: binding.definitions[0]?.start ?? 0, definition }] : [];
  });
}

/**
 * Objects where the parameters of two fixtures of one wide scope would change their order, which is that of their names
 * where pytest puts the tests together that share them.
 */
export function* parameterOrder(
  world: World,
  module: TestModule,
  definition: FunctionDefinition,
  { name, newName }: { readonly name: string; readonly newName: string },
): Generator<Objection> {
  const scope = wideScopeOf(module, definition);
  if (scope === undefined) return;
  for (const other of world.modulesWith('params')) {
    const passed = other.model.fixtures.find(
      (one) =>
        one.name !== name &&
        one.name < name !== one.name < newName &&
        wideScopeOf(other, one.definition) === scope,
    );
    if (passed === undefined) continue;
    const found = `\`${newName}\` and \`${passed.name}\` change places`;
    yield refuse('test-order', found, other, passed.definition.nameSpan.start);
  }
}

/** The scope of a fixture that has parameters, as it is written; undefined for that of a function. */
function wideScopeOf({ tree }: TestModule, { decorators }: FunctionDefinition): string | undefined {
  for (const { call } of decorators) {
    if (call === NO_NODE || keywordOf(tree, call, 'params') === NO_NODE) continue;
    const scope = keywordOf(tree, call, 'scope');
    const text = scope === NO_NODE ? 'function' : textOf(tree, scope).replace(/^["']|["']$/g, '');
    return text === 'function' ? undefined : text;
  }
  return undefined;
}
