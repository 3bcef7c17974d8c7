import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import { Kind, parentOf } from '../../python/syntax.ts';
import { importOf, moduleNameIn } from './import-statements.ts';
import { type Link, linkOf } from './links.ts';
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
  let isUnsure = false;
  for (const link of starLinksOf(world, module)) {
    if (link.to === 'unknown' || depth > MAXIMUM_DEPTH) isUnsure = true;
    if (link.to !== 'module') continue;
    const from = world.project.module(link.path);
    const found = from === undefined ? 'unknown' : globalOf(world, from, name, depth + 1, isFollowed);
    if (found === 'unknown') isUnsure = true;
    else if (found !== undefined) return found;
  }
  return isUnsure ? 'unknown' : undefined;
}

/** The modules of which a module imports everything at its top. */
export function starLinksOf({ project }: World, module: TestModule): readonly Link[] {
  const { tree } = module;
  return Array.from(module.nodesOf(Kind.wildcard_import), (node) =>
    linkOf(project, module, moduleNameIn(module, parentOf(tree, node))),
  );
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
