import type { TestModule } from '../python/module.ts';
import { startOf } from '../python/syntax.ts';
import { type Global, globalOf } from './references/global-names.ts';
import { lastPartOf, submoduleOf } from './references/links.ts';
import { nameOriginOf } from './references/linked-globals.ts';
import { mayExport, type StarImport, starImportsOf } from './references/star-imports.ts';
import { shownOf } from './visibility/observers.ts';
import { decline, type Objection, refuse } from './steps.ts';
import type { World } from './world.ts';

/**
 * Objects where a module that has a name of another by star imports gets the old or the new name from somewhere else as
 * well: what the name means there, and what others find in that module, depends on which of the two comes last.
 */
export function* starImporters(
  world: World,
  module: TestModule,
  linked: readonly Global[],
  name: string,
  newName: string,
): Generator<Objection> {
  const importers = new Set([module]);
  for (const exporting of importers) {
    const isExported = [name, newName].some((either) => mayExport(exporting, either));
    const stars = isExported ? starsOf(world, exporting) : [];
    for (const { module: other, star } of stars) {
      const isExplicit = exporting.bindings.module.symbols.has('__all__');
      if (!isExplicit && name.startsWith('_') !== newName.startsWith('_')) yield objectionTo(other, star);
      if (importers.has(other)) continue;
      importers.add(other);
      yield* newNameIn(world, other, newName);
      yield* oldNameIn(world, other, linked, name);
    }
  }
}

/** The modules that import everything of a module, as far as can be told. */
function starsOf(
  world: World,
  module: TestModule,
): readonly { readonly module: TestModule; readonly star: StarImport }[] {
  return world.modulesWith(lastPartOf(module)).flatMap((other) => {
    const star = other === module ? undefined : starImportsOf(world, other).find(isOfModule);
    return star === undefined ? [] : [{ module: other, star }];
  });

  function isOfModule({ link }: StarImport): boolean {
    if (link.to === 'module') return link.path === module.path;
    return link.to === 'unknown' && link.candidates.includes(module.path);
  }
}

/** The new name in a star importer: bound or read there, brought by another star import, or that of a submodule. */
function* newNameIn(world: World, module: TestModule, newName: string): Generator<Objection> {
  const below = submoduleOf(world.project, { to: 'module', path: module.path }, newName);
  if (below !== undefined) yield decline('collision', `\`${newName}\` is a module of ${module.path}`);
  const taken = module.bindings.scopes
    .map(({ symbols }) => symbols.get(newName))
    .find((symbol) => symbol?.binding.scope.kind === 'module');
  const place = taken?.definitions[0] ?? taken?.references[0] ?? taken?.declarations[0];
  if (taken !== undefined) yield refuse('collision', `\`${newName}\``, module, place?.start ?? 0);
  yield* foreignStars(world, module);
  for (const star of starImportsOf(world, module)) {
    if (bringers(world, star, newName).some((from) => globalOf(world, from, newName) !== undefined))
      yield refuse('collision', `\`${newName}\``, module, startOf(module.tree, star.statement));
  }
}

/** Nobody knows what the star import of another package brings. */
export function* foreignStars(world: World, module: TestModule): Generator<Objection> {
  for (const star of starImportsOf(world, module)) {
    if (star.link.to === 'elsewhere') yield objectionTo(module, star);
  }
}

/** The old name in a star importer that something besides the renamed variable gives it. */
function* oldNameIn(
  world: World,
  module: TestModule,
  linked: readonly Global[],
  name: string,
): Generator<Objection> {
  const own = module.bindings.module.symbols.get(name)?.definitions[0];
  if (own !== undefined && isAnother(module)) yield refuse('star-import', `\`${name}\``, module, own.start);
  for (const star of starImportsOf(world, module)) {
    if (bringers(world, star, name).some(isAnother)) yield objectionTo(module, star);
  }

  function isAnother(from: TestModule): boolean {
    const origin = nameOriginOf(world, from, name);
    if (origin === undefined) return false;
    return origin === 'unknown' || linked.every(({ binding }) => binding !== origin.binding);
  }
}

/** The modules of the project of which a star import may bring a name. */
function bringers({ project }: World, { link }: StarImport, name: string): readonly TestModule[] {
  if (link.to !== 'module' && link.to !== 'unknown') return [];
  const paths = link.to === 'module' ? [link.path] : link.candidates;
  return paths.flatMap((path) => project.module(path) ?? []).filter((module) => mayExport(module, name));
}

function objectionTo(module: TestModule, { statement }: StarImport): Objection {
  return refuse('star-import', shownOf(module, statement), module, startOf(module.tree, statement));
}
