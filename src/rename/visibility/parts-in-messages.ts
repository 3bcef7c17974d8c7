import type { FunctionDefinition } from '../../python/definitions.ts';
import { argumentsOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import { isStatement } from '../../python/statements.ts';
import {
  ancestorOf,
  childIn,
  contains,
  Field,
  fieldOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { callOf } from '../references/called-at.ts';
import { type Literal, literalsOf, literalStart } from '../references/literals.ts';
import { type NamePart, partsOf } from './name-parts.ts';
import { shownOf } from './observers.ts';
import { type Objection, refuse } from '../steps.ts';

/**
 * Objects where a function that uses a definition asks Python for a text in which the name may stand, a `repr`, a log or
 * the message of an error that the interpreter raises, and has a string with a part of the name:
 * `raises(TypeError, match="^pay_.* missing")` beside `pay_now()`.
 */
export function* partsInMessages(
  module: TestModule,
  name: string,
  uses: Iterable<Node>,
): Generator<Objection> {
  yield* tellingStrings(module, uses, (literal) => {
    const isSearched = isSearchedFor(module, literal);
    return Array.from(partsOf(name, literal)).some(
      (part) =>
        part.kind !== 'whole' &&
        (part.isContinued || !isSearched) &&
        (!isWeak(part) || isMatched(module, literal)),
    );
  });
}

/**
 * Whether a string has a part of a name where the rest of it may stand in a text, alone only where that is what it is
 * compared with.
 */
export function isPartOfMessage(module: TestModule, name: string, literal: Literal): boolean {
  return Array.from(partsOf(name, literal)).some(
    ({ kind, isOpen, isAlone }) => kind !== 'whole' && isOpen && (!isAlone || isMatched(module, literal)),
  );
}

/**
 * The same for a parameter, which is named by the error of a call that lacks it. The name as a whole counts as well, since
 * the strings of other files than that of the function are not looked at otherwise.
 */
export function* parameterInMessages(
  module: TestModule,
  name: string,
  uses: Iterable<Node>,
): Generator<Objection> {
  yield* tellingStrings(module, uses, (literal) =>
    Array.from(partsOf(name, literal)).some(
      ({ isOpen, isAlone }) => isOpen && (!isAlone || isMatched(module, literal)),
    ),
  );
}

/** A word that ends a name, or is in it, is a text of its own more often than not. */
const isWeak = ({ kind, isAlone }: NamePart) => isAlone && kind !== 'beginning';

/** Whether a string is as a whole a pattern that pytest searches a message for, in which spaces count. */
function isSearchedFor({ tree }: TestModule, { node, value }: Literal): boolean {
  const argument = parentOf(tree, node);
  return (
    kindOf(tree, argument) === Kind.keyword_argument &&
    textOf(tree, childIn(tree, argument, Field.name)) === 'match' &&
    !/\(\?\w*x/.test(value)
  );
}

/** Whether the expression that a string is in is what asks for the text. */
const isMatched = (module: TestModule, { node }: Literal) =>
  asksForText(module, outermostExpressionAt(module, node), false);

/** The outermost expression around a node, or the clause that it is in, of a statement. */
export function outermostExpressionAt({ tree }: TestModule, node: Node): Node {
  let [expression, outer] = [node, parentOf(tree, node)];
  while (outer !== NO_NODE && !isStatement(tree, outer)) [expression, outer] = [outer, parentOf(tree, outer)];
  return expression;
}

function* tellingStrings(
  module: TestModule,
  uses: Iterable<Node>,
  isTelling: (literal: Literal) => boolean,
): Generator<Objection> {
  const holders = holdersOf(module, uses);
  if (holders.functions.size + holders.variables.size === 0) return;
  for (const literal of literalsOf(module).filter(isTelling)) {
    const teller = outermostFunctionAt(module, literalStart(module, literal));
    if (teller !== undefined && isAsking(module, teller, holders))
      yield refuse('source-text', shownOf(module, literal.node), module, literalStart(module, literal));
  }
}

/** What uses a definition. */
interface Holders {
  readonly functions: ReadonlySet<FunctionDefinition>;
  /** The names of variables of the module and its classes that hold it, or something with it. */
  readonly variables: ReadonlySet<string>;
}

export function holdersOf(module: TestModule, uses: Iterable<Node>): Holders {
  const { tree } = module;
  const functions = new Set<FunctionDefinition>();
  const variables = new Set<string>();
  for (const node of uses) {
    const user = outermostFunctionAt(module, startOf(tree, node));
    if (user !== undefined) functions.add(user);
    const assignment = user === undefined ? ancestorOf(tree, node, Kind.assignment) : NO_NODE;
    const target = assignment === NO_NODE ? NO_NODE : childIn(tree, assignment, Field.left);
    if (kindOf(tree, target) === Kind.identifier) variables.add(textOf(tree, target));
  }
  return { functions, variables };
}

/** Whether a function uses the definition, or calls one that does, and one of the two asks for a text. */
function isAsking(
  module: TestModule,
  teller: FunctionDefinition,
  { functions, variables }: Holders,
): boolean {
  const called = [...functions].filter(
    (user) => user !== teller && namesAny(module, teller.node, new Set([user.name])),
  );
  const isUsing = functions.has(teller) || called.length > 0 || namesAny(module, teller.node, variables);
  return isUsing && [teller, ...called].some(({ node }) => asksForText(module, node, true));
}

/** Whether one of some words is an identifier below a node. */
export function namesAny({ tree, nodesOf }: TestModule, node: Node, words: ReadonlySet<string>): boolean {
  return (
    words.size > 0 &&
    nodesOf(Kind.identifier).some(
      (identifier) => contains(tree, node, identifier) && words.has(textOf(tree, identifier)),
    )
  );
}

export function outermostFunctionAt(
  { definitionAt }: TestModule,
  offset: number,
): FunctionDefinition | undefined {
  let found: FunctionDefinition | undefined;
  for (let around = definitionAt(offset); around !== undefined; around = around.enclosing)
    if (around.kind === 'function') found = around;
  return found;
}

/**
 * Whether Python writes out an object below a node, one of its own errors is expected there, or the message of any error
 * is matched, which may have an object in it. What is `captured` may come from Python as well.
 */
export function asksForText(module: TestModule, node: Node, isCapturedToo: boolean): boolean {
  const { tree, nodesOf } = module;
  return nodesOf(Kind.identifier).some((identifier) => {
    if (!contains(tree, node, identifier)) return false;
    const word = textOf(tree, identifier);
    if (isCapturedToo && CAPTURED.test(word)) return true;
    switch (fieldOf(tree, identifier)) {
      case Field.attribute:
        return TELLING_ATTRIBUTE.test(word) || logsTraceback(module, identifier);
      case Field.name:
        return word === 'match' && kindOf(tree, parentOf(tree, identifier)) === Kind.keyword_argument;
      default:
        return TELLING.test(word);
    }
  });
}

/** `logger.exception("…")` writes the traceback of the exception that is handled. */
export function logsTraceback(module: TestModule, node: Node): boolean {
  const { tree } = module;
  if (fieldOf(tree, node) !== Field.attribute || textOf(tree, node) !== 'exception') return false;
  const call = callOf(module, node);
  return call !== NO_NODE && argumentsOf(tree, call).length > 0;
}

/** What the standard library writes has the names of the functions and classes that it is given, as of `argparse`. */
const CAPTURED = /^(?:capsys|capfd|readouterr|caplog|stderr|assertLogs)$/;

const TELLING =
  /^(?:TypeError|AttributeError|NameError|UnboundLocalError|repr|str|ascii|format|format_exc|format_exception\w*|extract_(?:tb|stack)|walk_(?:tb|stack)|TracebackException|Thread|Timer)$/;

/** What an error or a frame is called by, what matches a message, and what writes a traceback. */
const TELLING_ATTRIBUTE =
  /^(?:typename|co_name|co_qualname|assert\w*Regexp?|format_exc|format_exception\w*|extract_(?:tb|stack)|walk_(?:tb|stack)|TracebackException|Thread|Timer)$/;
