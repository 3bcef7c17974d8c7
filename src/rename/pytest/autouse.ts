import type { FunctionDefinition } from '../../python/definitions.ts';
import { keywordOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import { Kind, NO_NODE, textOf } from '../../python/syntax.ts';
import { ancestryOf } from '../members/families.ts';
import { type Objection, refuse } from '../steps.ts';
import { valueOfBinding } from '../values/values.ts';
import type { World } from '../world.ts';

/** Whether every test of the region gets a fixture without asking for it. */
export function isAutouse({ tree }: TestModule, { decorators }: FunctionDefinition): boolean {
  return decorators.some(({ call }) => {
    const value = call === NO_NODE ? NO_NODE : keywordOf(tree, call, 'autouse');
    return value !== NO_NODE && textOf(tree, value) !== 'False';
  });
}

/**
 * Objects where an autouse fixture would run at another point: pytest takes the autouse fixtures of one module or class
 * in the order of the names of their functions, as `dir()` gives them.
 */
export function* autouseOrder(
  world: World,
  module: TestModule,
  definition: FunctionDefinition,
  newName: string,
): Generator<Objection> {
  const others = neighboursOf(world, module, definition);
  const place = definition.nameSpan.start;
  if (others === 'unknown') yield refuse('autouse-order', `\`${definition.name}\``, module, place);
  else {
    const passed = others.find((other) => other < definition.name !== other < newName);
    if (passed !== undefined)
      yield refuse('autouse-order', `\`${newName}\` and \`${passed}\` change places`, module, place);
  }
}

/** The names of the other autouse fixtures in the same module or class. */
function neighboursOf(
  world: World,
  module: TestModule,
  { enclosing, name }: FunctionDefinition,
): readonly string[] | 'unknown' {
  // What pytest 7 calls the fixture that it makes of `setup_module` or `setup_method`.
  const hooks = module.model.hooks.length > 0 ? ['__pytest_setup'] : [];
  const autouse = (of: TestModule) =>
    of.model.fixtures.map(({ definition }) => definition).filter((other) => isAutouse(of, other));
  if (enclosing?.kind === 'class') {
    const { classes } = ancestryOf(world, { module, definition: enclosing });
    const inherited = [...classes.values()].flatMap((owner) =>
      autouse(owner.module).filter((other) => other.enclosing === owner.definition && other.name !== name),
    );
    return [...inherited.map((other) => other.name), ...hooks];
  }
  if (module.nodesOf(Kind.wildcard_import).length > 0) return 'unknown';
  const imported = [...module.bindings.module.symbols.values()].flatMap(({ binding }) => {
    if (binding.kind !== 'import') return [];
    const value = valueOfBinding(world, module, binding);
    return value.kind === 'function' && isAutouse(value.module, value.definition) ? [binding.name] : [];
  });
  const own = autouse(module).filter((other) => other.enclosing === undefined && other.name !== name);
  return [...own.map((other) => other.name), ...imported, ...hooks];
}
