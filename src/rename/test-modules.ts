import type { TestModule } from '../python/module.ts';
import { importedBy } from './import-graph.ts';
import { literalsOf } from './literals.ts';
import { isConftest } from './providers.ts';
import type { World } from './world.ts';

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
  const conftests = world
    .modulesWith('conftest')
    .filter((other) => isConftest(other) && isAbove(other, module));
  const own = new Set([module, ...conftests]);
  const plugins = pluginsOf(world, own);
  const tellers = new Set([...conftests, ...plugins]);
  const told = [...importedBy(world.project, tellers)].filter(
    (other) => tellers.has(other) || other.text.includes('pytest'),
  );
  const all = [...importedBy(world.project, [...own, ...plugins])].filter(
    (other) => own.has(other) || knowsTests(other),
  );
  return { own, told: new Set(told), all };
}

/** The modules that a `pytest_plugins` among some modules names. */
const pluginsOf = (world: World, modules: ReadonlySet<TestModule>): readonly TestModule[] =>
  [...modules]
    .filter((module) => module.bindings.module.symbols.has('pytest_plugins'))
    .flatMap((module) => literalsOf(module))
    .flatMap(({ value }) => {
      const path = value.replaceAll('.', '/');
      const files = world.project.files.filter((file) => `/${file}`.endsWith(`/${path}.py`));
      return /^[\w.]+$/.test(value) ? files.flatMap((file) => world.project.module(file) ?? []) : [];
    });

/** Whether a module that a test imports can have a test in its hands; another has nodes and ids of its own. */
const knowsTests = ({ text }: TestModule) => /pytest|unittest|TestCase|PYTEST_CURRENT_TEST/.test(text);

const isAbove = (conftest: TestModule, { path }: TestModule) =>
  path.startsWith(conftest.path.slice(0, -'conftest.py'.length));
