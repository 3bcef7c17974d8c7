import type { FunctionDefinition } from '../python/definitions.ts';
import type { TestModule } from '../python/module.ts';
import type { Project } from './project.ts';
import {
  type Provider,
  providersFor,
  providersOf,
  type Request,
  requestsIn,
  requestsOf,
} from './pytest/providers.ts';
import { isPython, type World, worldOf } from './world.ts';
import { wordsIn } from './words.ts';

/**
 * Whether every test and fixture gets what it got: if not, what differs. `twins` are the edited modules before and
 * after, which have the same definitions.
 */
export function differentProviders(
  project: Project,
  twins: ReadonlyMap<TestModule, TestModule>,
): string | undefined {
  const concerned = [...twins].filter(([before, after]) => hasOtherNames(before, after));
  if (concerned.length === 0 || !project.isWhole) return undefined;
  const before = worldOf(project);
  const after = editedWorld(before, twins);
  for (const [module, twin] of concerned) {
    const [asked, askedAfter] = [requestsOf(module), requestsOf(twin)];
    if (asked.length !== askedAfter.length) return `${module.path}: other fixtures are asked for`;
    for (const [index, request] of asked.entries()) {
      const other = askedAfter[index];
      if (other === undefined) return `${module.path}: other fixtures are asked for`;
      if (providedPlaces(before, request) !== providedPlaces(after, other))
        return `${module.path}: \`${other.parameter.name}\` is another fixture`;
    }
  }
  return differentElsewhere(before, after, twins);
}

/** The same for the modules that are not edited: they may ask for a name that is provided no more, or now is. */
function differentElsewhere(
  before: World,
  after: World,
  twins: ReadonlyMap<TestModule, TestModule>,
): string | undefined {
  for (const name of changedFixtures(twins)) {
    for (const module of before.modulesWith(name)) {
      if (twins.has(module)) continue;
      const lost = requestsIn(module, name).find(
        (request) => providedPlaces(before, request) !== providedPlaces(after, request),
      );
      if (lost !== undefined) return `${module.path}: \`${name}\` is another fixture`;
    }
  }
  return undefined;
}

/** The names of fixtures that edited modules have before or after, but not both. */
function changedFixtures(twins: ReadonlyMap<TestModule, TestModule>): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const [{ model: one }, { model: other }] of twins) {
    for (const [index, { name }] of one.fixtures.entries()) {
      const newName = other.fixtures[index]?.name ?? name;
      if (newName !== name) changed.add(name).add(newName);
    }
  }
  return changed;
}

function providedPlaces(world: World, request: Request): string {
  return placesOf(providersFor(world, providersOf(world, request.parameter.name), request));
}

/** Whether the names of fixtures, or of what asks for them, differ. */
function hasOtherNames(before: TestModule, after: TestModule): boolean {
  const namesOf = (module: TestModule) => [
    ...module.model.fixtures.map(({ name }) => name),
    ...requestsOf(module).map(({ parameter }) => parameter.name),
  ];
  return namesOf(before).join() !== namesOf(after).join();
}

/** The fixtures as the numbers of their nodes, which an edit keeps. */
function placesOf(providers: readonly Provider[]): string {
  const placeOf = (module: TestModule, { node }: FunctionDefinition) => `${module.path}:${node}`;
  return providers.map(({ module, definition }) => placeOf(module, definition)).join();
}

/** The world with other modules in the place of some. */
function editedWorld(world: World, twins: ReadonlyMap<TestModule, TestModule>): World {
  const byPath = new Map(Array.from(twins, ([{ path }, after]) => [path, after]));
  const words = new Map(
    Array.from(twins.values(), (after) => [
      after,
      new Set([after.path, after.text].flatMap((text) => [...wordsIn(text)])),
    ]),
  );
  const module = (path: string) => byPath.get(path) ?? world.project.module(path);
  const project: Project = {
    ...world.project,
    text: (path) => byPath.get(path)?.text ?? world.project.text(path),
    module,
  };
  return {
    project,
    modulesWith: (word) => [
      ...world.modulesWith(word).filter(({ path }) => !byPath.has(path)),
      ...[...twins.values()].filter((after) => words.get(after)?.has(word) === true),
    ],
    pathsWith: (word) => [
      ...world.pathsWith(word).filter((path) => !byPath.has(path)),
      ...Array.from(twins.values())
        .filter((after) => words.get(after)?.has(word) === true)
        .map(({ path }) => path),
    ],
    pathsNaming: world.pathsNaming,
    mentionsOf: (word) => world.mentionsOf(word).filter(({ path }) => !isPython(path)),
    unreadable: world.unreadable,
  };
}
