import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import { type Global, globalOf, importedGlobals } from './global-names.ts';
import type { World } from '../world.ts';

const isSameName = (imported: string, name: string) => imported === name;

/**
 * Where a module-level name of a module is given: the variable that every import under the same name leads to.
 * Undefined when the module has none; `unknown` when a star import may bring it.
 */
export const nameOriginOf = (world: World, module: TestModule, name: string) =>
  globalOf(world, module, name, 0, isSameName);

/** What each definition of a variable imports under the variable's own name; undefined for one that does not. */
export const importedOrigins = (world: World, module: TestModule, binding: Binding) =>
  importedGlobals(world, module, binding, 0, isSameName);

/**
 * The module-level variables that have a name in common with one because some import gives them its value, though
 * something else may: `try: from fast import total`, and `except ImportError: from slow import total`.
 */
export function linkedGlobals(world: World, target: Global): readonly Global[] {
  const { name } = target.binding;
  const linked = new Map<Binding, Global>([[target.binding, target]]);
  const mixed = world.modulesWith(name).flatMap((module): readonly Mixed[] => {
    const binding = module.bindings.module.symbols.get(name)?.binding;
    if (binding === undefined || binding.scope.kind !== 'module') return [];
    if (binding.definitions.length < 2 || binding.kind === 'unbound') return [];
    const origins = importedOrigins(world, module, binding).flatMap((origin) => origin ?? []);
    const own = nameOriginOf(world, module, name);
    return own !== undefined && own !== 'unknown' && own.binding === binding && origins.length > 0
      ? [{ module, binding, origins }]
      : [];
  });
  for (const { binding } of linked.values()) {
    for (const one of mixed) {
      if (one.binding === binding) for (const origin of one.origins) linked.set(origin.binding, origin);
      if (one.origins.some((origin) => origin.binding === binding)) linked.set(one.binding, one);
    }
  }
  return [...linked.values()];
}

interface Mixed extends Global {
  readonly origins: readonly Global[];
}
