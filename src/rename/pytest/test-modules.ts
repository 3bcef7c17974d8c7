import type { TestModule } from '../../python/module.ts';
import { importedBy } from '../references/import-graph.ts';
import { literalsOf } from '../references/literals.ts';
import { isConftest } from './providers.ts';
import type { Project } from '../project.ts';
import type { World } from '../world.ts';

/** The modules that may get the tests of a module into their hands. */
export interface Surroundings {
  /** The module itself, and the conftests above it. */
  readonly own: ReadonlySet<TestModule>;
  /** The conftests and plugins, and what deals in pytest of all that they import: pytest tells them of every test. */
  readonly told: ReadonlySet<TestModule>;
  /** All of these, and what deals in tests of all that they import. */
  readonly all: readonly TestModule[];
}

const known = new WeakMap<World, WeakMap<TestModule, Surroundings>>();

export function surroundingsOf(world: World, module: TestModule): Surroundings {
  const ofWorld = known.get(world) ?? new WeakMap<TestModule, Surroundings>();
  known.set(world, ofWorld);
  const surroundings = ofWorld.get(module) ?? newSurroundings(world, module);
  ofWorld.set(module, surroundings);
  return surroundings;
}

function newSurroundings(world: World, module: TestModule): Surroundings {
  const conftests = conftestsAbove(world.project, module.path);
  const own = new Set([module, ...conftests]);
  const plugins = pluginsOf(world.project, own);
  const tellers = new Set([...conftests, ...plugins]);
  const told = [...importedBy(world.project, tellers)].filter(
    (other) => tellers.has(other) || other.text.includes('pytest'),
  );
  const all = [...importedBy(world.project, [...own, ...plugins])].filter(
    (other) => own.has(other) || knowsTests(other),
  );
  return { own, told: new Set(told), all };
}

/** The conftests whose hooks and fixtures the tests of a file get. */
export function conftestsAbove(project: Project, path: string): readonly TestModule[] {
  return conftestsIn(project)
    .filter((conftest) => isAbove(conftest, path))
    .flatMap((conftest) => project.module(conftest) ?? []);
}

const knownConftests = new WeakMap<Project, readonly string[]>();

function conftestsIn(project: Project): readonly string[] {
  const conftests = knownConftests.get(project) ?? project.files.filter((path) => isConftest({ path }));
  knownConftests.set(project, conftests);
  return conftests;
}

const isAbove = (conftest: string, path: string) => path.startsWith(conftest.slice(0, -'conftest.py'.length));

/** The modules that a `pytest_plugins` among some modules names, or the configuration of the project. */
export function pluginsOf(project: Project, modules: Iterable<TestModule>): readonly TestModule[] {
  const named = [...modules]
    .filter((module) => module.bindings.module.symbols.has('pytest_plugins'))
    .flatMap((module) => literalsOf(module).map(({ value }) => value));
  return [...new Set([...named, ...pluginsConfigured(project)])].flatMap((name) => {
    const path = name.replaceAll('.', '/');
    const files = project.files.filter((file) => `/${file}`.endsWith(`/${path}.py`));
    return /^[\w.]+$/.test(name) ? files.flatMap((file) => project.module(file) ?? []) : [];
  });
}

const knownPlugins = new WeakMap<Project, readonly string[]>();

/** The modules that options `-p` and entry points name (pytest how-to, "Writing plugins"). */
function pluginsConfigured(project: Project): readonly string[] {
  const present = knownPlugins.get(project);
  if (present !== undefined) return present;
  const texts = project.files
    .filter((path) => /(?:^|\/)(?:pytest\.ini|tox\.ini|setup\.cfg|pyproject\.toml)$/.test(path))
    .map((path) => project.text(path) ?? '');
  const named = texts.flatMap((text) => [
    ...Array.from(text.matchAll(/(?<![\w-])-p[\s=]*([\w.]+)/g), ([, name = '']) => name),
    ...Array.from(
      /\bpytest11\b[^\n]*\n((?:[^\n]*=[^\n]*\n?)+)/.exec(text)?.[1]?.matchAll(/=\s*"?([\w.]+)/g) ?? [],
      ([, name = '']) => name,
    ),
  ]);
  knownPlugins.set(project, named);
  return named;
}

/** Whether a module that a test imports can have a test in its hands; another has nodes and ids of its own. */
const knowsTests = ({ text }: TestModule) => /pytest|unittest|TestCase|PYTEST_CURRENT_TEST/.test(text);
