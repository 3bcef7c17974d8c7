import type { Definition } from '../python/definitions.ts';
import type { TestModule } from '../python/module.ts';
import { isAutouse } from './pytest/autouse.ts';
import type { Difference } from './prove.ts';

/** Whether two modules that have the same definitions have the same tests, in the same order; if not, what differs. */
export function differentTests(before: TestModule, after: TestModule): Difference | undefined {
  const [one, other] = [rolesOf(before), rolesOf(after)];
  if (one.join('\n') !== other.join('\n')) return { code: 'collection', found: 'other tests are collected' };
  if (sortedTests(before).join() !== sortedTests(after).join())
    return { code: 'test-order', found: 'tests change places' };
  if (sortedAutouse(before).join() !== sortedAutouse(after).join())
    return { code: 'autouse-order', found: 'autouse fixtures change places' };
  return undefined;
}

/** What each definition is, by the numbers of its nodes, which are the same in both modules. */
function rolesOf({ model }: TestModule): readonly string[] {
  return [
    model.tests.map(({ node, framework }) => `${node} ${framework}`).join(),
    model.classes.map(({ definition, framework }) => `${definition.node} ${framework}`).join(),
    model.fixtures.map(({ definition }) => definition.node).join(),
    model.hooks.map(({ node, name }) => `${node} ${name}`).join(),
  ];
}

/** The tests of each unittest class in the order in which unittest runs them: that of their names. */
function sortedTests({ model }: TestModule): readonly number[] {
  const tests = model.tests.filter(({ framework }) => framework === 'unittest');
  return byHolder(tests.map(({ definition }) => definition));
}

/** The autouse fixtures of the module and of each class in the order in which pytest takes them: that of their names. */
function sortedAutouse(module: TestModule): readonly number[] {
  const fixtures = module.model.fixtures.map(({ definition }) => definition);
  return byHolder(fixtures.filter((definition) => isAutouse(module, definition)));
}

function byHolder(definitions: readonly Definition[]): readonly number[] {
  const holderOf = ({ enclosing }: Definition) => enclosing?.node ?? -1;
  return definitions
    .toSorted(
      (one, other) =>
        holderOf(one) - holderOf(other) || (one.name < other.name ? -1 : Number(one.name > other.name)),
    )
    .map(({ node }) => node);
}
