import type { TestModule } from '../../python/module.ts';
import { childIn, Field, Kind, kindOf, type Node, parentOf } from '../../python/syntax.ts';
import { objectionsToFile } from '../editable.ts';
import { isReaching } from './fixture-groups.ts';
import { type Literal, literalStart, wordSpansIn } from '../references/literals.ts';
import { shownOf } from '../visibility/observers.ts';
import { numberedIds } from './parameter-ids.ts';
import { placeIn } from './parametrized.ts';
import type { Provider } from './providers.ts';
import { edit, refuse, type Step } from '../steps.ts';
import { formOf } from '../references/strings.ts';
import type { World } from '../world.ts';

/** What becomes of a string that has the name of a fixture as a word. */
export function* stringSteps(
  world: World,
  group: readonly Provider[],
  module: TestModule,
  name: string,
  literal: Literal,
  newName: string,
): Generator<Step> {
  const start = literalStart(module, literal);
  const form = formOf(module, literal);
  if (form.form === 'docstring' || form.form === 'annotation' || form.form === 'export') return;
  const isReached = group.some(({ region }) => isReaching(world, region, module, start));
  if (!isReached) return;
  if (form.form !== 'fixture') {
    if (!isKey(module, literal) || namesFixtures(world))
      yield refuse('mention', shownOf(module, literal.node), module, start);
    return;
  }
  if (form.by === 'name' && !isNameOfGroup(group, module, form.call)) return;
  const spans = wordSpansIn(literal, name);
  if (spans.length === 0) yield refuse('mention', shownOf(module, literal.node), module, start);
  yield* objectionsToFile(module);
  if (form.by === 'argnames')
    yield* numberedIds(world, module, form.call, placeIn(module, form.call, name), { name, newName });
  for (const span of spans) yield edit(module, span, newName);
}

/** Whether a string is the key of something, or is only compared with something. */
function isKey({ tree }: TestModule, { node }: Literal): boolean {
  const parent = parentOf(tree, node);
  switch (kindOf(tree, parent)) {
    case Kind.pair:
      return childIn(tree, parent, Field.key) === node;
    case Kind.subscript:
      return childIn(tree, parent, Field.value) !== node;
    case Kind.comparison_operator:
      return true;
    default:
      return false;
  }
}

/** Whether anything in the project may look up fixtures, or what they gave, by names that it has from somewhere. */
const namesFixtures = (world: World) => LOOKUPS.some((word) => world.pathsWith(word).length > 0);

const LOOKUPS: readonly string[] = (
  'callspec funcargs fixturenames fixturename getfixturedefs getfixtureclosure fixturedefs metafunc ' +
  'lazy_fixture lazyfixture lf fixture_ref getfuncargvalue pytest_fixture_setup'
).split(' ');

/** Whether the `name` of a fixture decorator is that of a fixture of the group. */
function isNameOfGroup(group: readonly Provider[], module: TestModule, call: Node): boolean {
  return group.some(
    (provider) =>
      provider.module === module &&
      provider.definition.decorators.some((decorator) => decorator.call === call),
  );
}
