import { isAssertion } from './assertions.ts';
import { tokensOf } from './differences.ts';
import { type Argument, argumentsOf, calledNameOf } from './expressions.ts';
import type { Handler } from './handlers.ts';
import type { RaisesCall } from './raises-calls.ts';
import type { RaisesBlock } from './raises.ts';
import type { Binding, Bindings } from './scope.ts';
import {
  callStatementOf,
  hasInside,
  isDeferred,
  isStatement,
  mainCallOf,
  nextStatementOf,
  statementAround,
  statementsOf,
} from './statements.ts';
import {
  afterOf,
  childIn,
  childOfKind,
  childrenOf,
  contains,
  descendantsOf,
  Field,
  firstNamedChildOf,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  type SyntaxTree,
  textOf,
} from './syntax.ts';

/**
 * Whether a handler asserts something of its exception, and nothing would be noticed if the try clause raised nothing:
 * the clause asserts nothing and gives nothing to the statements after it, nor does the handler, and no other clause or
 * loop around them depends on it.
 */
export function passesSilently(tree: SyntaxTree, handler: Handler, bindings: Bindings): boolean {
  const { node, alias, raises, endsTest, guardsRaise, exceptions } = handler;
  if (
    alias === NO_NODE ||
    raises ||
    endsTest ||
    guardsRaise ||
    exceptions.some((name) => ABOUT_SOMETHING_ELSE.test(name))
  )
    return false;
  const statement = parentOf(tree, node);
  const clause = childIn(tree, statement, Field.body);
  const body = childOfKind(tree, node, Kind.block);
  if (OTHER_CLAUSES.some((kind) => childOfKind(tree, statement, kind) !== NO_NODE)) return false;
  if (hasInside(tree, clause, isNoticed) || hasInside(tree, body, isLeaving) || isLooped(tree, statement))
    return false;
  const derived = derivedFrom(tree, bindings.bindingAt(startOf(tree, alias)), body, bindings);
  const about = (_: SyntaxTree, one: Node) => isAssertion(tree, one) && isAbout(tree, one, derived);
  if (hasInside(tree, body, (_, one) => about(_, one) && isFine(tree, one, exceptions))) return false;
  if (!hasInside(tree, body, (_, one) => about(_, one) && saysWhichOne(tree, one))) return false;
  if (isWatched(tree, statement, bindings) || isExitAsserted(tree, statement, exceptions)) return false;
  return !givesAway(tree, clause, statement, bindings) && !givesAway(tree, body, node, bindings);
}

/** Whether the statement after a try statement asserts a variable that a function or class inside the test sees too. */
function isWatched(tree: SyntaxTree, statement: Node, bindings: Bindings): boolean {
  const next = nextStatementOf(tree, statement);
  if (next === NO_NODE || !isAssertion(tree, next)) return false;
  for (const identifier of descendantsOf(tree, next, Kind.identifier)) {
    const binding = bindings.bindingAt(startOf(tree, identifier));
    if (binding?.scope.kind !== 'function') continue;
    if (binding.symbols.some(({ scope }) => scope !== binding.scope && scope.kind !== 'comprehension'))
      return true;
  }
  return false;
}

/** Whether an assertion below a try statement that may exit is about the call of what exits. */
function isExitAsserted(tree: SyntaxTree, statement: Node, exceptions: readonly string[]): boolean {
  if (!exceptions.some((name) => name.endsWith('SystemExit'))) return false;
  for (let next = nextStatementOf(tree, statement); next !== NO_NODE; next = nextStatementOf(tree, next))
    if (/exit\w*\.assert_/.test(textOf(tree, next))) return true;
  return false;
}

/** Exceptions that say that the test cannot run, or that an assertion failed. */
const ABOUT_SOMETHING_ELSE =
  /(?:^|\.)(?:ImportError|ModuleNotFoundError|AssertionError|SkipTest|failureException)$/;

const OTHER_CLAUSES = [Kind.else_clause, Kind.finally_clause] as const;

/** What shows in a try clause that nothing was raised, or that it may be so. */
function isNoticed(tree: SyntaxTree, node: Node): boolean {
  const kind = kindOf(tree, node);
  if (kind === Kind.raise_statement || kind === Kind.return_statement || kind === Kind.yield) return true;
  if (kind === Kind.break_statement || kind === Kind.continue_statement) return true;
  if (
    kind === Kind.call &&
    (/^_*(?:fail|skip|skipTest|xfail|exit|raises|assert\w*)$/i.test(calledNameOf(tree, node)) ||
      argumentsOf(tree, node).some(({ keyword }) => keyword !== undefined && EXPECTING.test(keyword)))
  )
    return true;
  return isStatement(tree, node) && isAssertion(tree, node);
}

/** What a helper that asserts is told to find: `self.run(command, expected_status=1)`. */
const EXPECTING = /^_*expect/;

/** Whether a node leaves the handler, or keeps something where others see it: a variable of an object or of outside. */
function isLeaving(tree: SyntaxTree, node: Node): boolean {
  const kind = kindOf(tree, node);
  if (kind === Kind.assignment) {
    const target = kindOf(tree, childIn(tree, node, Field.left));
    return target === Kind.attribute || target === Kind.subscript;
  }
  return kind === Kind.return_statement || kind === Kind.continue_statement || kind === Kind.break_statement;
}

/** Whether a statement stands in a loop of its function. */
function isLooped(tree: SyntaxTree, statement: Node): boolean {
  for (let outer = parentOf(tree, statement); outer !== NO_NODE; outer = parentOf(tree, outer)) {
    const kind = kindOf(tree, outer);
    if (isDeferred(kind)) return false;
    if (kind === Kind.for_statement || kind === Kind.while_statement) return true;
  }
  return false;
}

/** The variable of the exception, and those that a handler assigns from it. */
function derivedFrom(
  tree: SyntaxTree,
  exception: Binding | undefined,
  body: Node,
  bindings: Bindings,
): ReadonlySet<Binding | undefined> {
  const derived = new Set<Binding | undefined>();
  if (exception === undefined) return derived;
  derived.add(exception);
  for (const assignment of descendantsOf(tree, body, Kind.assignment)) {
    const value = childIn(tree, assignment, Field.right);
    const isFromIt = exception.references.some((one) => value !== NO_NODE && contains(tree, value, one.node));
    if (isFromIt) derived.add(bindings.bindingAt(startOf(tree, childIn(tree, assignment, Field.left))));
  }
  return derived;
}

/** Whether an assertion is about one of some variables. */
const isAbout = (tree: SyntaxTree, assertion: Node, variables: ReadonlySet<Binding | undefined>) =>
  [...variables].some((variable) => variable?.references.some(({ node }) => contains(tree, assertion, node)));

/** Whether an assertion says which exception is expected, and not only that it is none of some kind. */
function saysWhichOne(tree: SyntaxTree, assertion: Node): boolean {
  const text = textOf(tree, assertion);
  // One of several errors of the system: the call may fail, or not.
  if (/\berrno\b/.test(text) && /\bassertIn\b|\bin\b/.test(text)) return false;
  return !/^assert\s*\(?\s*not\b|\bnot in\b|\bis not\b|!=|\bassert\w*Not|\bassertFalse|_not_/.test(text);
}

/** Whether an assertion says that its exception is fine, as none is: not the one that is feared, or an exit without error. */
function isFine(tree: SyntaxTree, assertion: Node, exceptions: readonly string[]): boolean {
  const text = textOf(tree, assertion);
  if (/^assert\s*\(?\s*not isinstance\b|\bassertNotIsInstance\b/.test(text)) return true;
  if (/\bcode\b/.test(text) && /!=|\bassertNotEqual\b/.test(text)) return true;
  return exceptions.some((name) => name.endsWith('SystemExit')) && SUCCESS.test(text);
}

/** An exit code of zero, or none. */
const SUCCESS =
  /\bcode\s*(?:==|is)\s*(?:0|None)\b|\(\s*(?:0|None)\s*,.*\bcode\b|\bcode\s*,\s*(?:0|None)\s*\)/s;

/** What is expected to raise: calls and blocks. */
interface Expected {
  readonly raisesCalls: readonly RaisesCall[];
  readonly raisesBlocks: readonly RaisesBlock[];
}

/** Whether a `raises` in the function of a handler expects an exception of a call that the try clause makes as well. */
export function isExpectedToo(
  tree: SyntaxTree,
  { node }: Handler,
  { raisesCalls, raisesBlocks }: Expected,
  test: Node,
): boolean {
  const clause = childIn(tree, parentOf(tree, node), Field.body);
  const tried = statementsOf(tree, clause).flatMap((statement) => calledBy(tree, statement));
  if (tried.length === 0) return false;
  const calls = raisesCalls
    .filter((call) => contains(tree, test, call.node))
    .flatMap(({ others }) => {
      const [called] = others;
      const isLambda = called !== undefined && kindOf(tree, called.value) === Kind.lambda;
      if (isLambda) return callIn(tree, childIn(tree, called.value, Field.body));
      return [spelt(tree, others.map(valueOf))];
    });
  const called = raisesBlocks
    .filter((block) => contains(tree, test, block.node))
    .flatMap(({ statements }) => statements.flatMap((statement) => calledBy(tree, statement)));
  const expected = new Set([...calls, ...called]);
  return tried.some((call) => expected.has(call));
}

/** The call that a statement consists of or whose result it assigns, or those in the header of a `with`, without their layout. */
function calledBy(tree: SyntaxTree, statement: Node): readonly string[] {
  const call = mainCallOf(tree, statement);
  const calls = call === NO_NODE ? managersOf(tree, statement) : [call];
  return calls.flatMap((one) => callIn(tree, one));
}

/** How a call is spelt, whether its arguments have keywords or not. */
function callIn(tree: SyntaxTree, call: Node): readonly string[] {
  if (kindOf(tree, call) !== Kind.call) return [];
  return [spelt(tree, [childIn(tree, call, Field.function), ...argumentsOf(tree, call).map(valueOf)])];
}

const valueOf = ({ value }: Argument) => value;

/** The calls that give a `with` statement what it enters; none of any other statement. */
function managersOf(tree: SyntaxTree, statement: Node): readonly Node[] {
  if (kindOf(tree, statement) !== Kind.with_statement) return [];
  const clause = childOfKind(tree, statement, Kind.with_clause);
  return namedChildrenOf(tree, clause).flatMap((item) => {
    const value = childIn(tree, item, Field.value);
    if (value === NO_NODE) return [];
    const manager = kindOf(tree, value) === Kind.as_pattern ? firstNamedChildOf(tree, value) : value;
    return kindOf(tree, manager) === Kind.call ? [manager] : [];
  });
}

const spelt = (tree: SyntaxTree, parts: readonly Node[]) =>
  parts.map((part) => tokensOf(tree, part)).join(' , ');

/**
 * Whether an assertion after the try statement of a handler reads what the try clause assigns, or a variable that a
 * statement there fills with it: `found.append(line)`.
 */
export function isLookedAtAfter(tree: SyntaxTree, { node }: Handler, bindings: Bindings): boolean {
  const statement = parentOf(tree, node);
  const clause = childIn(tree, statement, Field.body);
  for (const assignment of descendantsOf(tree, clause, Kind.assignment)) {
    const target = childIn(tree, assignment, Field.left);
    const binding = bindings.bindingAt(startOf(tree, target));
    if (kindOf(tree, target) !== Kind.identifier || binding?.scope.kind !== 'function') continue;
    const after = binding.references.filter(({ node: read }) => read >= afterOf(tree, statement));
    const readers = after.map(({ node: read }) => statementAround(tree, read));
    if (readers.some((reader) => isAssertion(tree, reader) || fillsAsserted(tree, reader, bindings)))
      return true;
  }
  return isPassedOver(tree, node) && fillsAssertedBelow(tree, statement, bindings);
}

/** Whether a handler goes on with the next round of a loop: what is below its try statement is for what raised nothing. */
const isPassedOver = (tree: SyntaxTree, handler: Node) =>
  childrenOf(tree, childOfKind(tree, handler, Kind.block)).some(
    (statement) => kindOf(tree, statement) === Kind.continue_statement,
  );

/** Whether something below a statement in its block fills a variable that an assertion reads after the block. */
function fillsAssertedBelow(tree: SyntaxTree, statement: Node, bindings: Bindings): boolean {
  const end = afterOf(tree, parentOf(tree, statement));
  for (let node = afterOf(tree, statement); node < end; node++)
    if (callStatementOf(tree, node) !== NO_NODE && fillsAsserted(tree, node, bindings)) return true;
  return false;
}

/** Whether a simple statement starts with a variable of its function that an assertion below reads. */
function fillsAsserted(tree: SyntaxTree, filling: Node, bindings: Bindings): boolean {
  const filled = bindings.bindingAt(startOf(tree, filling));
  return (
    filled?.scope.kind === 'function' &&
    filled.references.some(
      ({ node }) => node >= afterOf(tree, filling) && isAssertion(tree, statementAround(tree, node)),
    )
  );
}

/** Whether a block binds a variable that is read outside of the statement or handler that it belongs to. */
function givesAway(tree: SyntaxTree, block: Node, whole: Node, bindings: Bindings): boolean {
  for (const identifier of descendantsOf(tree, block, Kind.identifier)) {
    const binding = bindings.bindingAt(startOf(tree, identifier));
    if (binding?.definitions.some(({ node }) => node === identifier) !== true) continue;
    if (binding.references.some(({ node }) => node > whole && !contains(tree, whole, node))) return true;
  }
  return false;
}
