import type { FunctionDefinition, Parameter } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import { ancestryOf, descendantsOf } from '../members/families.ts';
import type { Global } from '../references/global-names.ts';
import { starLinksOf } from '../references/star-imports.ts';
import { importOf } from '../references/import-statements.ts';
import { sourceOf } from './injection.ts';
import { folderOf, isPackage, linkOf, moduleNameOf } from '../references/links.ts';
import { literalsWith } from '../references/literals.ts';
import type { ClassOf } from '../values/value-kinds.ts';
import { valueOfBinding } from '../values/values.ts';
import type { World } from '../world.ts';

/** Where the tests that see a fixture are (pytest how-to, "Scope: sharing fixtures"). */
export type Region =
  | { readonly kind: 'class'; readonly class: ClassOf }
  | { readonly kind: 'module'; readonly path: string }
  /** Relative to the top level; empty for the whole project. */
  | { readonly kind: 'folder'; readonly folder: string };

/** A fixture of the project in one place where it is visible. */
export interface Provider {
  /** What tests ask for. */
  readonly name: string;
  readonly module: TestModule;
  /** The fixture function, in the module that defines it. */
  readonly definition: FunctionDefinition;
  readonly region: Region;
  /** The variable that an import gives it under another name. */
  readonly alias?: Global;
}

/** The fixtures of a name: where they are defined, and where they are imported to. */
export function providersOf(world: World, name: string): readonly Provider[] {
  const defined = world
    .modulesWith(name)
    .flatMap((module) => [...definedIn(world, module, name), ...importedIn(world, module, name)]);
  return [...defined, ...defined.flatMap((provider) => starredFrom(world, provider))];
}

function definedIn(world: World, module: TestModule, name: string): readonly Provider[] {
  return module.model.fixtures
    .filter((fixture) => fixture.name === name)
    .flatMap(({ definition }) =>
      regionsOf(world, module, definition).map((region) => ({ name, module, definition, region })),
    );
}

function regionsOf(world: World, module: TestModule, { enclosing }: FunctionDefinition): readonly Region[] {
  if (enclosing?.kind === 'class') return [{ kind: 'class', class: { module, definition: enclosing } }];
  if (isConftest(module)) return [{ kind: 'folder', folder: folderOf(module.path) }];
  const own: Region = { kind: 'module', path: module.path };
  // A module of fixtures alone is a plugin, or its fixtures are imported by those that ask for them.
  return isPlugin(world, module) || module.model.tests.length === 0
    ? [own, { kind: 'folder', folder: '' }]
    : [own];
}

export const isConftest = ({ path }: Pick<TestModule, 'path'>) =>
  path === 'conftest.py' || path.endsWith('/conftest.py');

/** Whether a `pytest_plugins` or a configuration names a module. */
function isPlugin(world: World, module: TestModule): boolean {
  const last = lastPartOf(module);
  if (world.mentionsOf(last).length > 0) return true;
  return world
    .modulesWith('pytest_plugins')
    .some((other) =>
      literalsWith(other, last).some(
        ({ value }) => value === moduleNameOf(module.path) || value.endsWith(`.${last}`) || value === last,
      ),
    );
}

const lastPartOf = ({ path }: TestModule) =>
  moduleNameOf(isPackage(path) ? folderOf(path) : path)
    .split('.')
    .at(-1) ?? '';

/** Fixtures that a module imports under a name: they are fixtures of the module too. */
function importedIn(world: World, module: TestModule, name: string): readonly Provider[] {
  const binding = module.bindings.module.symbols.get(name)?.binding;
  if (binding?.kind !== 'import') return [];
  const found = fixtureOf(world, module, binding);
  if (found === undefined) return [];
  const provider = { name, ...found, region: ownRegion(module) };
  return [
    found.definition.name === name ? provider : { ...provider, alias: aliasOf(world, module, binding) },
  ];
}

/** Where an imported name is given: the import `as` it, in the module or in one that it is imported from. */
function aliasOf(world: World, module: TestModule, binding: Binding, depth = 0): Global {
  const [definition] = binding.definitions;
  const imported = definition === undefined ? undefined : importOf(module, definition);
  const link = imported?.member === binding.name ? linkOf(world.project, module, imported.module) : undefined;
  const from = link?.to === 'module' ? world.project.module(link.path) : undefined;
  const outer = from?.bindings.module.symbols.get(binding.name)?.binding;
  return from === undefined || outer === undefined || depth > MAXIMUM_DEPTH
    ? { module, binding }
    : aliasOf(world, from, outer, depth + 1);
}

// Modules that import a name from one another go round in circles.
const MAXIMUM_DEPTH = 12;

const ownRegion = (module: TestModule): Region =>
  isConftest(module)
    ? { kind: 'folder', folder: folderOf(module.path) }
    : { kind: 'module', path: module.path };

/** The fixture function that an imported name is, unless the decorator gives it another name. */
function fixtureOf(
  world: World,
  module: TestModule,
  binding: Binding,
): { readonly module: TestModule; readonly definition: FunctionDefinition } | undefined {
  const value = valueOfBinding(world, module, binding);
  if (value.kind !== 'function') return undefined;
  const fixture = value.module.model.fixtures.find(({ definition }) => definition === value.definition);
  const { module: owner, definition } = value;
  return fixture?.name === definition.name ? { module: owner, definition } : undefined;
}

/** The places to which `from module import *` brings a fixture. */
function starredFrom(world: World, provider: Provider): readonly Provider[] {
  const { module, definition } = provider;
  if (definition.enclosing !== undefined || definition.name.startsWith('_')) return [];
  return world
    .modulesWith(lastPartOf(module))
    .filter(
      (other) =>
        other !== module &&
        starLinksOf(world, other).some((link) => link.to === 'module' && link.path === module.path),
    )
    .map((other) => ({ ...provider, region: ownRegion(other) }));
}

/** Whether a function of a module sees what is visible in a region. */
export function isWithin(world: World, region: Region, module: TestModule, offset: number): boolean {
  if (isAt(world, region, module, offset)) return true;
  // A test of a class is one of every class that inherits it.
  return classesAround(module, offset).some((around) =>
    [...descendantsOf(world, around).values()].some(
      (heir) =>
        heir.definition !== around.definition &&
        isAt(world, region, heir.module, heir.definition.nameSpan.start),
    ),
  );
}

function isAt(world: World, region: Region, module: TestModule, offset: number): boolean {
  switch (region.kind) {
    case 'folder':
      return region.folder === '' || module.path.startsWith(`${region.folder}/`);
    case 'module':
      return region.path === module.path;
    case 'class':
      return classesAround(module, offset).some((around) =>
        ancestryOf(world, around).classes.has(region.class.definition),
      );
  }
}

/** Whether a module has anything of a region. */
export function reaches(world: World, region: Region, module: TestModule): boolean {
  if (region.kind !== 'class' && isAt(world, region, module, 0)) return true;
  return module.definitions.some(
    ({ kind, nameSpan }) => kind === 'class' && isWithin(world, region, module, nameSpan.start),
  );
}

/** Whether something is visible in both of two regions. */
export function isOverlapping(world: World, one: Region, other: Region): boolean {
  if (one.kind === 'class' && other.kind === 'class') {
    const heirs = descendantsOf(world, other.class);
    const isShared = [...descendantsOf(world, one.class).keys()].some((heir) => heirs.has(heir));
    return isShared || isNested(one.class, other.class) || isNested(other.class, one.class);
  }
  if (one.kind === 'class') return isClassIn(world, one.class, other);
  if (other.kind === 'class') return isClassIn(world, other.class, one);
  const [wide, narrow] = one.kind === 'folder' ? [one, other] : [other, one];
  if (wide.kind !== 'folder') return wide.path === (narrow.kind === 'module' ? narrow.path : undefined);
  if (narrow.kind === 'module') return isBelow(narrow.path, wide.folder);
  return isBelow(`${narrow.folder}/`, wide.folder) || isBelow(`${wide.folder}/`, narrow.folder);
}

const isBelow = (path: string, folder: string) => folder === '' || path.startsWith(`${folder}/`);

function isNested(inner: ClassOf, outer: ClassOf): boolean {
  if (inner.module !== outer.module) return false;
  return classesAround(inner.module, inner.definition.nameSpan.start).some(
    ({ definition }) => definition === outer.definition,
  );
}

function isClassIn(world: World, owner: ClassOf, region: Region): boolean {
  return [...descendantsOf(world, owner).values()].some(({ module }) => isWithin(world, region, module, 0));
}

function classesAround(module: TestModule, offset: number): readonly ClassOf[] {
  const classes: ClassOf[] = [];
  for (let around = module.definitionAt(offset); around !== undefined; around = around.enclosing) {
    if (around.kind === 'class') classes.push({ module, definition: around });
  }
  return classes;
}

/** A parameter by which a test or fixture asks for a fixture or a parametrized argument. */
export interface Request {
  readonly module: TestModule;
  readonly definition: FunctionDefinition;
  readonly parameter: Parameter;
}

/**
 * The functions of a module that may ask pytest for fixtures: tests, fixtures, and what is called like a test, since
 * another module may inherit it into a class that is collected.
 */
export function askingFunctions(module: TestModule): readonly FunctionDefinition[] {
  const { tests, fixtures, helpers } = module.model;
  const inherited = isConftest(module) ? [] : helpers.filter(({ name }) => name.startsWith('test'));
  return [...[...tests, ...fixtures].map(({ definition }) => definition), ...inherited];
}

/** The parameters of a name that pytest fills in a module. */
export function requestsIn(module: TestModule, name: string): readonly Request[] {
  return requestsOf(module).filter(({ parameter }) => parameter.name.normalize('NFKC') === name);
}

const asked = new WeakMap<TestModule, readonly Request[]>();

/** The parameters that pytest fills in a module, in source order of tests and then of fixtures. */
export function requestsOf(module: TestModule): readonly Request[] {
  const present = asked.get(module);
  if (present !== undefined) return present;
  const requests = askingFunctions(module).flatMap((definition) =>
    definition.parameters
      .filter((parameter) => isAskedOfPytest(module, definition, parameter))
      .map((parameter) => ({ module, definition, parameter })),
  );
  asked.set(module, requests);
  return requests;
}

function isAskedOfPytest(module: TestModule, definition: FunctionDefinition, parameter: Parameter): boolean {
  const { from } = sourceOf(module, definition, parameter);
  return from === 'pytest' || from === 'decorator';
}

/**
 * The fixtures of the project that a request may get, the nearest first: those of its class, its module, its folders.
 * A fixture that asks for its own name gets the next one.
 */
export function providersFor(
  world: World,
  providers: readonly Provider[],
  { module, definition }: Request,
): readonly Provider[] {
  const visible = providers
    .filter(({ region }) => isWithin(world, region, module, definition.nameSpan.start))
    .toSorted((one, other) => rankOf(other.region) - rankOf(one.region) || byPath(one.module, other.module));
  const own = visible.findIndex((provider) => provider.definition === definition);
  return own === -1
    ? visible
    : visible.slice(own + 1).filter((provider) => provider.definition !== definition);
}

/** An order for fixtures of which nobody can say which is nearer, the same whatever is read first. */
const byPath = (one: TestModule, other: TestModule) =>
  one.path < other.path ? -1 : Number(one.path > other.path);

/** How narrow a region is. */
export function rankOf(region: Region): number {
  if (region.kind === 'class') return Number.MAX_SAFE_INTEGER;
  return region.kind === 'module' ? Number.MAX_SAFE_INTEGER - 1 : region.folder.length;
}
