import type { TestModule } from '../python/module.ts';
import type { Binding } from '../python/scope.ts';
import { linkOf } from './links.ts';
import { type Global, importOf, starLinksOf } from './values.ts';
import type { World } from './world.ts';

// Modules that import a name from one another go round in circles.
const MAXIMUM_DEPTH = 12;

/**
 * Where a module-level name of a module is given: the variable that every import under the same name leads to.
 * Undefined when the module has none; `unknown` when a star import may bring it.
 */
export function nameOriginOf(
  world: World,
  module: TestModule,
  name: string,
  depth = 0,
): Global | 'unknown' | undefined {
  const { bindings } = module;
  const binding = bindings.module.symbols.get(name)?.binding ?? bindings.lookup(bindings.module, name);
  if (binding !== undefined && binding.definitions.length > 0) {
    const origins = depth > MAXIMUM_DEPTH ? [] : importedOrigins(world, module, binding, depth);
    const [first] = origins;
    const isOne = first !== undefined && origins.every((origin) => origin?.binding === first.binding);
    return isOne ? first : { module, binding };
  }
  let isUnsure = false;
  for (const link of starLinksOf(world, module)) {
    if (link.to === 'unknown' || depth > MAXIMUM_DEPTH) isUnsure = true;
    if (link.to !== 'module') continue;
    const from = world.project.module(link.path);
    const found = from === undefined ? 'unknown' : nameOriginOf(world, from, name, depth + 1);
    if (found === 'unknown') isUnsure = true;
    else if (found !== undefined) return found;
  }
  return isUnsure ? 'unknown' : undefined;
}

/** What each definition of a variable imports under the variable's own name; undefined for one that does not. */
export function importedOrigins(
  world: World,
  module: TestModule,
  binding: Binding,
  depth = 0,
): readonly (Global | undefined)[] {
  return binding.definitions.map((definition) => {
    const imported = importOf(module, definition);
    if (imported?.member !== binding.name) return undefined;
    const link = linkOf(world.project, module, imported.module);
    const from = link.to === 'module' ? world.project.module(link.path) : undefined;
    const found = from === undefined ? undefined : nameOriginOf(world, from, binding.name, depth + 1);
    return found === 'unknown' ? undefined : found;
  });
}

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
