import type { FunctionDefinition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import { contains, Field, fieldOf, Kind, type Node, startOf, textOf } from '../../python/syntax.ts';
import { type Literal, literalsOf, literalStart } from '../references/literals.ts';
import { shownOf } from './observers.ts';
import { type Objection, refuse } from '../steps.ts';

/**
 * Objects where a function that uses a definition asks Python for a text in which the name may stand, a `repr` or the
 * message of an error that the interpreter raises, and has a string with a beginning of the name:
 * `raises(TypeError, match="^pay_.* missing")` beside `pay_now()`.
 */
export function* partsInMessages(
  module: TestModule,
  name: string,
  uses: Iterable<Node>,
): Generator<Objection> {
  const users = new Set<FunctionDefinition>();
  for (const node of uses) {
    const user = outermostFunctionAt(module, startOf(module.tree, node));
    if (user !== undefined) users.add(user);
  }
  if (users.size === 0) return;
  const telling = literalsOf(module).filter((literal) => hasBeginning(literal, name));
  for (const { node } of users) {
    const found = telling.find((literal) => contains(module.tree, node, literal.node));
    if (found !== undefined && asksForText(module, node))
      yield refuse('source-text', shownOf(module, found.node), module, literalStart(module, found));
  }
}

function outermostFunctionAt({ definitionAt }: TestModule, offset: number): FunctionDefinition | undefined {
  let found: FunctionDefinition | undefined;
  for (let around = definitionAt(offset); around !== undefined; around = around.enclosing)
    if (around.kind === 'function') found = around;
  return found;
}

// Of a shorter beginning any text has some.
const SHORTEST = 3;

function hasBeginning({ isDocstring, value }: Literal, name: string): boolean {
  const beginning = name.slice(0, SHORTEST);
  if (isDocstring || beginning.length < SHORTEST || !value.includes(beginning)) return false;
  return Array.from(value.matchAll(/\w+/g), ([run]) => run).some(
    (run) => run.length >= SHORTEST && run !== name && name.startsWith(run),
  );
}

/** Whether Python writes out an object in a function, or one of its own errors is expected there. */
function asksForText({ tree, nodesOf }: TestModule, node: Node): boolean {
  return nodesOf(Kind.identifier).some(
    (identifier) =>
      contains(tree, node, identifier) &&
      fieldOf(tree, identifier) !== Field.attribute &&
      fieldOf(tree, identifier) !== Field.name &&
      TELLING.test(textOf(tree, identifier)),
  );
}

const TELLING = /^(?:TypeError|AttributeError|NameError|UnboundLocalError|repr|str|ascii|format)$/;
