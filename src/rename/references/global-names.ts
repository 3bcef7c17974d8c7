import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import { importOf } from './import-statements.ts';
import { linkOf } from './links.ts';
import { mayExport, type StarImport, starImportsOf } from './star-imports.ts';
import type { World } from '../world.ts';

/** A module-level name, where it is defined. */
export interface Global {
  readonly module: TestModule;
  readonly binding: Binding;
}

// Names that are bound to one another go round in circles; code that people write does not go this deep.
export const MAXIMUM_DEPTH = 12;

/** Whether an import of a name is followed that binds it under another; both are the same without an alias. */
type Followed = (imported: string, name: string) => boolean;

const everyImport: Followed = () => true;

/**
 * Where a module-level name that a module has comes from, through its own imports and star imports: the module that
 * defines it. Undefined when the module has none; `unknown` when a star import may bring it.
 */
export function globalOf(
  world: World,
  module: TestModule,
  name: string,
  depth = 0,
  isFollowed = everyImport,
): Global | 'unknown' | undefined {
  const { bindings } = module;
  const binding = bindings.module.symbols.get(name)?.binding ?? bindings.lookup(bindings.module, name);
  if (binding !== undefined && binding.definitions.length > 0) {
    const imported =
      depth > MAXIMUM_DEPTH ? undefined : importedGlobal(world, module, binding, depth, isFollowed);
    return imported ?? { module, binding };
  }
  return starredGlobal(world, module, name, depth, isFollowed);
}

/** What the star imports of a module make of a name: the last one that brings it is kept. */
function starredGlobal(
  world: World,
  module: TestModule,
  name: string,
  depth: number,
  isFollowed: Followed,
): Global | 'unknown' | undefined {
  let kept: Global | 'unknown' | undefined;
  let isUnsure = false;
  for (const star of starImportsOf(world, module).toReversed()) {
    const brought = broughtBy(world, star, name, depth, isFollowed);
    if (brought === 'unsure') isUnsure = true;
    if (brought === undefined || brought === 'unsure') continue;
    kept = kept === undefined || isSame(kept, brought) ? brought : 'unknown';
    if (!star.isConditional) break;
  }
  return kept ?? (isUnsure ? 'unknown' : undefined);
}

const isSame = (one: Global | 'unknown', other: Global | 'unknown') =>
  one !== 'unknown' && other !== 'unknown' && one.binding === other.binding;

/** What a star import brings under a name: `unknown` where it is one of several things, `unsure` where it may be none. */
function broughtBy(
  world: World,
  { link }: StarImport,
  name: string,
  depth: number,
  isFollowed: Followed,
): Global | 'unknown' | 'unsure' | undefined {
  if (link.to !== 'module' && link.to !== 'unknown') return undefined;
  if (depth > MAXIMUM_DEPTH) return 'unsure';
  const paths = link.to === 'module' ? [link.path] : link.candidates;
  const found = paths.map((path) => {
    const from = world.project.module(path);
    if (from === undefined) return 'unsure';
    const given = globalOf(world, from, name, depth + 1, isFollowed);
    return given !== undefined && mayExport(from, name) ? given : undefined;
  });
  if (link.to === 'module') return found[0];
  return found.some((one) => one !== undefined && one !== 'unsure') ? 'unknown' : 'unsure';
}

/** The definition in another module that an imported name means; undefined when it is none of the project's. */
function importedGlobal(
  world: World,
  module: TestModule,
  binding: Binding,
  depth: number,
  isFollowed: Followed,
): Global | undefined {
  const origins = importedGlobals(world, module, binding, depth, isFollowed);
  const [first] = origins;
  return origins.every((origin) => origin?.binding === first?.binding) ? first : undefined;
}

/** What each definition of a variable imports from the project; undefined for one that imports nothing of it. */
export function importedGlobals(
  world: World,
  module: TestModule,
  binding: Binding,
  depth: number,
  isFollowed: Followed,
): readonly (Global | undefined)[] {
  return binding.definitions.map((definition) => {
    const imported = importOf(module, definition);
    if (imported?.member === undefined || !isFollowed(imported.member, binding.name)) return undefined;
    const link = linkOf(world.project, module, imported.module);
    const from = link.to === 'module' ? world.project.module(link.path) : undefined;
    const found =
      from === undefined ? undefined : globalOf(world, from, imported.member, depth + 1, isFollowed);
    return found === 'unknown' ? undefined : found;
  });
}
