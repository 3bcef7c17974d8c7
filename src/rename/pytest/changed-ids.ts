import type { TestModule } from '../../python/module.ts';
import { literalStart, literalsWith } from '../references/literals.ts';
import { shownOf } from '../visibility/observers.ts';
import { refuse, refuseAt, type Step } from '../steps.ts';
import { idOf, readIds } from './test-names.ts';
import { contains, type Node } from '../../python/syntax.ts';
import type { World } from '../world.ts';

/** A name that pytest writes into the ids of tests, and what it would write instead. */
export interface IdName {
  readonly name: string;
  readonly newName: string;
}

// Nobody counts on the number of a test of a longer list.
const MAXIMUM_NUMBER = 100;

/**
 * The ids that change with the name of an argument or fixture, which pytest numbers: `test_total[cart0]`. Nothing may
 * read ids or mention one of these. The call is the one of `parametrize`, or of `fixture`.
 */
export function* numberedIdsChange(
  world: World,
  module: TestModule,
  call: Node,
  { name, newName }: IdName,
): Generator<Step> {
  yield* readIds(world, module);
  for (const { path, line } of world.mentionsOf(name)) yield refuseAt('test-id', `\`${name}\``, path, line);
  for (let number = 0; number < MAXIMUM_NUMBER; number++) {
    const numbered = `${name}${number}`;
    for (const { path, line } of world.mentionsOf(numbered))
      yield refuseAt('test-id', `\`${numbered}\``, path, line);
    if (world.pathsWith(numbered).length === 0) continue;
    for (const other of world.modulesWith(numbered)) {
      const literal = literalsWith(other, numbered).find(({ isDocstring }) => !isDocstring);
      if (literal !== undefined)
        yield refuse('test-id', shownOf(other, literal.node), other, literalStart(other, literal));
    }
  }
  yield* newIds(module, call, `${name}0`, `${newName}0`);
}

/** The ids of the tests that a call of `parametrize` marks, or the file where it is one of `fixture`. */
function* newIds(module: TestModule, call: Node, before: string, after: string): Generator<Step> {
  const { tree, path, model, definitions } = module;
  const marked = definitions.find(({ decorators }) =>
    decorators.some((decorator) => decorator.call === call),
  );
  const tests = model.tests.filter(
    ({ definition }) => marked !== undefined && contains(tree, marked.node, definition.node),
  );
  const ids = tests.length > 0 ? tests.map((test) => idOf(module, test)) : [path];
  for (const id of ids) yield { step: 'test-id', before: `${id}[…${before}…]`, after: `${id}[…${after}…]` };
}
