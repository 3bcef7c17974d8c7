import type { FunctionDefinition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  contains,
  Field,
  fieldOf,
  Kind,
  kindOf,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
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

// Of a shorter beginning any text has some, but for a capital, with which only few words begin.
const SHORTEST = 3;

function hasBeginning({ isDocstring, value }: Literal, name: string): boolean {
  const isClass = /^[A-Z]/.test(name);
  const shortest = isClass ? 1 : SHORTEST;
  const beginning = name.slice(0, shortest);
  if (isDocstring || beginning.length < shortest || !value.includes(beginning)) return false;
  return Array.from(value.matchAll(/\w+/g), ([run]) => run).some(
    (run) => run.length >= shortest && run !== name && name.startsWith(run),
  );
}

/**
 * Whether Python writes out an object in a function, one of its own errors is expected there, or the message of any error
 * is matched, which may have an object in it.
 */
function asksForText({ tree, nodesOf }: TestModule, node: Node): boolean {
  return nodesOf(Kind.identifier).some((identifier) => {
    if (!contains(tree, node, identifier)) return false;
    const word = textOf(tree, identifier);
    switch (fieldOf(tree, identifier)) {
      case Field.attribute:
        return TELLING_ATTRIBUTE.test(word);
      case Field.name:
        return word === 'match' && kindOf(tree, parentOf(tree, identifier)) === Kind.keyword_argument;
      default:
        return TELLING.test(word);
    }
  });
}

const TELLING =
  /^(?:TypeError|AttributeError|NameError|UnboundLocalError|repr|str|ascii|format|format_exc|format_exception\w*)$/;

/** What an error or a frame is called by, what matches a message, and what writes a traceback. */
const TELLING_ATTRIBUTE =
  /^(?:typename|co_name|co_qualname|assert\w*Regexp?|format_exc|format_exception\w*)$/;
