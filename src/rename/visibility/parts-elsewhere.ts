import type { TestModule } from '../../python/module.ts';
import type { Node } from '../../python/syntax.ts';
import { isConftest } from '../pytest/providers.ts';
import { importedBy } from '../references/import-graph.ts';
import { literalsOf, literalStart } from '../references/literals.ts';
import { type Objection, refuse } from '../steps.ts';
import type { World } from '../world.ts';
import { shownOf } from './observers.ts';
import {
  asksForText,
  holdersOf,
  isPartOfMessage,
  namesAny,
  outermostFunctionAt,
} from './parts-in-messages.ts';

/**
 * Objects where a function of another module names what uses a definition in this one, a function, fixture or variable,
 * asks Python for a text in which the name may stand, and has a string with a part of the name.
 */
export function* partsElsewhere(
  world: World,
  module: TestModule,
  name: string,
  uses: Iterable<Node>,
): Generator<Objection> {
  const { functions, variables } = holdersOf(module, uses);
  const tests = new Set(module.model.tests.map(({ definition }) => definition));
  const callable = [...functions].filter((user) => !tests.has(user));
  const holders = new Set([...variables, ...callable.map((user) => user.name)]);
  const paths = new Set([...holders].flatMap((holder) => world.pathsWith(holder)));
  for (const path of paths) {
    if (path === module.path || !MAY_ASK.test(world.project.text(path) ?? '')) continue;
    const other = world.project.module(path);
    if (other === undefined) continue;
    const found = literalsOf(other).find((literal) => {
      if (!isPartOfMessage(other, name, literal)) return false;
      const teller = outermostFunctionAt(other, literalStart(other, literal));
      return (
        teller !== undefined && namesAny(other, teller.node, holders) && asksForText(other, teller.node, true)
      );
    });
    if (found !== undefined && (isConftest(module) || importedBy(world.project, [other]).has(module)))
      yield refuse('source-text', shownOf(other, found.node), other, literalStart(other, found));
  }
}

// So that a file without any of the words need not be parsed.
const MAY_ASK =
  /Error|match|repr|str|ascii|format|Regexp?\b|co_|typename|caplog|assertLogs|capsys|capfd|stderr|readouterr|Thread|Timer|exception\(/;
