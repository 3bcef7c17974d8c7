import type { TestModule } from '../../python/module.ts';
import { Kind, startOf, textOf } from '../../python/syntax.ts';
import { isAutouse } from '../pytest/autouse.ts';
import { farHelpersOf } from './far-helpers.ts';
import { literalStart, literalsWith } from '../references/literals.ts';
import { observersOf } from './observers.ts';
import { type Objection, refuse } from '../steps.ts';
import { conftestsAbove, pluginsOf } from '../pytest/test-modules.ts';
import type { World } from '../world.ts';

/**
 * Objects where a hook or fixture that the tests of a module get looks into their code, their source or the frames that
 * call it: one that pytest calls for every test, or one that the module names.
 */
export function* conftestsThatSee(world: World, module: TestModule): Generator<Objection> {
  const { project } = world;
  const conftests = conftestsAbove(project, module.path);
  for (const other of new Set([...conftests, ...pluginsOf(project, conftests)])) {
    const far = other === module ? undefined : farHelpersOf(project, other.path);
    if (far !== undefined) yield* seenBy(other, new Set([...far.ofFrames, ...far.ofVariables]), module);
    if (other !== module) yield* seenInErrors(other);
  }
}

/** Objects to what reads variables beside a hook that gets the error of each test that fails, with its frames. */
function* seenInErrors(conftest: TestModule): Generator<Objection> {
  if (!conftest.model.hooks.some(({ name }) => TOLD_OF_ERRORS.test(name))) return;
  const reading = observersOf(conftest).find(
    ({ kind, shown }) => kind === 'frame' && /^(?:locals|f_locals|getargvalues)$/.test(shown),
  );
  if (reading !== undefined)
    yield refuse('frame', reading.shown, conftest, startOf(conftest.tree, reading.node));
}

const TOLD_OF_ERRORS = /^pytest_(?:runtest_makereport|exception_interact|runtest_call|pyfunc_call)$/;

function* seenBy(
  conftest: TestModule,
  seeing: ReadonlySet<string>,
  module: TestModule,
): Generator<Objection> {
  const { hooks, fixtures } = conftest.model;
  const called = [
    ...hooks,
    ...fixtures.flatMap(({ definition }) => (isAutouse(conftest, definition) ? [definition] : [])),
  ];
  for (const { name, nameSpan } of called) {
    if (seeing.has(name)) yield refuse('frame', shownOf(name), conftest, nameSpan.start);
  }
  for (const { name, definition } of fixtures) {
    const place = seeing.has(definition.name) ? placeOf(module, name) : undefined;
    if (place !== undefined) yield refuse('frame', shownOf(name), module, place);
  }
}

const shownOf = (name: string) => `\`${name}\`, which looks into tests or its callers,`;

/** Where a module names a fixture: as a parameter, or in a string. */
function placeOf(module: TestModule, name: string): number | undefined {
  const { tree } = module;
  const node = module.nodesOf(Kind.identifier).find((one) => textOf(tree, one) === name);
  if (node !== undefined) return startOf(tree, node);
  const literal = literalsWith(module, name).find(({ isDocstring }) => !isDocstring);
  return literal === undefined ? undefined : literalStart(module, literal);
}
