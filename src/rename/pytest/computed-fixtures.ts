import { argumentsOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import { childIn, Field, Kind, NO_NODE, startOf, textOf } from '../../python/syntax.ts';
import { callOf } from '../references/called-at.ts';
import { isInGroup } from './fixture-groups.ts';
import { literalAt } from '../references/literals.ts';
import { shownOf } from '../visibility/observers.ts';
import { isConftest, type Provider } from './providers.ts';
import { type Objection, refuse } from '../steps.ts';
import type { World } from '../world.ts';

/** Objects where the names of fixtures are computed and the fixture is visible. */
export function* computedIn(world: World, group: readonly Provider[]): Generator<Objection> {
  for (const word of [...COMPUTING, ...TELLING]) {
    for (const module of world.modulesWith(word)) {
      if (!isInGroup(world, group, module) && !(isConftest(module) && isAbove(module, group))) continue;
      yield* TELLING.has(word) ? toldNames(module, word) : computedNames(module, word);
    }
  }
}

/** What takes the names of fixtures, or gives them. */
const COMPUTING: readonly string[] =
  'pytest_generate_tests getfixturevalue usefixtures fixturenames funcargs fixturename getfixturedefs fixturedefs'.split(
    ' ',
  );

/** The attributes of pytest's objects that give the names of fixtures, or a message with all that are visible. */
const TELLING: ReadonlySet<string> = new Set(
  'argname funcargnames initialnames names_closure name2fixturedefs _arg2fixturedefs formatrepr'.split(' '),
);

function* toldNames(module: TestModule, word: string): Generator<Objection> {
  const { tree } = module;
  for (const node of module.nodesOf(Kind.attribute)) {
    if (textOf(tree, childIn(tree, node, Field.attribute)) !== word) continue;
    if (module.members.classOf(childIn(tree, node, Field.object)) !== undefined) continue;
    yield refuse('computed-fixture', shownOf(module, node), module, startOf(tree, node));
  }
}

const isAbove = (conftest: TestModule, group: readonly Provider[]) =>
  group.some(({ module }) => module.path.startsWith(conftest.path.slice(0, -'conftest.py'.length)));

function* computedNames(module: TestModule, word: string): Generator<Objection> {
  const { tree } = module;
  for (const node of module.nodesOf(Kind.identifier)) {
    if (textOf(tree, node) !== word) continue;
    const call = callOf(module, node);
    const names = call === NO_NODE ? [] : argumentsOf(tree, call);
    const isConstant =
      names.length > 0 && names.every(({ value }) => literalAt(module, value)?.isFormatted === false);
    if (isConstant && word !== 'pytest_generate_tests') continue;
    // An import or the mark itself, as in `usefixtures = pytest.mark.usefixtures("db")`.
    yield refuse(
      'computed-fixture',
      shownOf(module, call === NO_NODE ? node : call),
      module,
      startOf(tree, node),
    );
  }
}
