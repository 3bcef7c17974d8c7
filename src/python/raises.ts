import { argumentsOf, calledNameOf, calleeOf, dottedNameOf } from './expressions.ts';
import type { Imports } from './imports.ts';
import type { NodesOf } from './kinds.ts';
import { type Bindings, type Occurrence, occurrencesIn } from './scope.ts';
import { assignmentOf, callsIn, callStatementOf, elementsOf, hasInside, statementsOf } from './statements.ts';
import {
  afterOf,
  childIn,
  childOfKind,
  descendantsOf,
  Field,
  Kind,
  kindOf,
  firstNamedChildOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  spanOf,
  startOf,
  type SyntaxTree,
  textOf,
} from './syntax.ts';

/** A block that is expected to raise: `with pytest.raises(…)`, `with self.assertRaises(…)` and their kin. */
export interface RaisesBlock {
  /** The with_statement. */
  readonly node: Node;
  /** The call of `raises`. */
  readonly call: Node;
  /** The last part of the name of each exception class that is expected; empty when it is computed. */
  readonly exceptions: readonly string[];
  /** The identifier after `as`, or NO_NODE. */
  readonly alias: Node;
  /** The statements that stand directly in the block. */
  readonly statements: readonly Node[];
  /** The assertions directly in the block that come too late: what they follow has raised. */
  readonly unreachableAssertions: readonly Node[];
  /**
   * Whether an assertion reads a variable that the statement that raises would have assigned: one that is unbound then,
   * or one with the value that it had before.
   */
  readonly readsUnassigned: (assertion: Node) => 'unbound' | 'earlier value' | undefined;
}

/** The blocks of a module that are expected to raise, in source order. */
export function raisesBlocksOf(
  tree: SyntaxTree,
  nodesOf: NodesOf,
  imports: Imports,
  bindings: () => Bindings,
): readonly RaisesBlock[] {
  return Array.from(nodesOf(Kind.with_statement)).flatMap(
    (node) => raisesBlockOf(tree, node, imports, bindings) ?? [],
  );
}

function raisesBlockOf(
  tree: SyntaxTree,
  node: Node,
  imports: Imports,
  bindings: () => Bindings,
): RaisesBlock | undefined {
  const clause = childOfKind(tree, node, Kind.with_clause);
  if (clause === NO_NODE) return undefined;
  for (const item of namedChildrenOf(tree, clause)) {
    const value = childIn(tree, item, Field.value);
    const isAliased = value !== NO_NODE && kindOf(tree, value) === Kind.as_pattern;
    const call = isAliased ? firstNamedChildOf(tree, value) : value;
    if (!isRaisesCall(tree, call, imports)) continue;
    const target = isAliased ? childIn(tree, value, Field.alias) + 1 : NO_NODE;
    const exceptions = expectedExceptionsOf(tree, call);
    const alias = target !== NO_NODE && kindOf(tree, target) === Kind.identifier ? target : NO_NODE;
    const statements = statementsOf(tree, childIn(tree, node, Field.body));
    return {
      node,
      call,
      exceptions,
      alias,
      statements,
      get unreachableAssertions() {
        const caught = alias === NO_NODE ? undefined : bindings().bindingAt(startOf(tree, alias));
        return unreachableAssertionsOf(tree, statements, exceptions, caught?.references ?? []);
      },
      readsUnassigned: (assertion) => readsUnassigned(tree, statements, assertion, bindings()),
    };
  }
  return undefined;
}

/** Whether a node is a call that expects an exception: of pytest, unittest and what is named after them. */
export function isRaisesCall(tree: SyntaxTree, call: Node, imports: Imports): boolean {
  if (call === NO_NODE || kindOf(tree, call) !== Kind.call) return false;
  const name = calledNameOf(tree, call);
  if (isRaisesName(name)) return true;
  // An import may give a bare name another one, and an attribute keeps its own.
  if (name !== 'raises' && kindOf(tree, childIn(tree, call, Field.function)) !== Kind.identifier)
    return false;
  const callee = calleeOf(tree, call);
  const origin = callee === undefined ? '' : imports.originOf(callee);
  return origin === 'pytest.raises' || origin === 'py.test.raises';
}

/** Whether what has such a name expects an exception, whosever it is. */
export function isRaisesName(name: string): boolean {
  return (
    name.startsWith('assertRaises') || name.startsWith('assert_raises') || name.startsWith('failUnlessRaises')
  );
}

function expectedExceptionsOf(tree: SyntaxTree, call: Node): readonly string[] {
  const given = argumentsOf(tree, call);
  const expected =
    given.find(
      ({ keyword }) => keyword === undefined || keyword === 'expected_exception' || keyword === 'exception',
    )?.value ?? NO_NODE;
  if (expected === NO_NODE) return [];
  return elementsOf(tree, expected).flatMap((exception) => {
    const name = dottedNameOf(tree, exception);
    return name === undefined ? [] : [name.slice(name.lastIndexOf('.') + 1)];
  });
}

function unreachableAssertionsOf(
  tree: SyntaxTree,
  statements: readonly Node[],
  exceptions: readonly string[],
  aliasReferences: readonly Occurrence[],
): readonly Node[] {
  if (exceptions.some((name) => name === 'AssertionError' || name === 'failureException')) return [];
  const firstCall = statements.findIndex(
    (statement) => !isCheck(tree, statement) && hasCall(tree, statement),
  );
  if (firstCall === -1) return [];
  return statements.filter((statement, index) => {
    if (index <= firstCall || !isCheck(tree, statement) || isAdmonition(tree, statement)) return false;
    if (occurrencesIn(aliasReferences, spanOf(tree, statement)).length > 0) return true;
    const previous = statements[index - 1] ?? NO_NODE;
    const follows = callStatementOf(tree, previous) !== NO_NODE || assignmentOf(tree, previous) !== NO_NODE;
    const isLast = !statements
      .slice(index + 1)
      .some((later) => !isCheck(tree, later) && (hasCall(tree, later) || hasInside(tree, later, isRaising)));
    if (!follows || isCheck(tree, previous) || !isLast) return false;
    return !mayRaise(tree, statement, exceptions) && !readsNewObject(tree, statement, previous, exceptions);
  });
}

const isRaising = (tree: SyntaxTree, node: Node) => kindOf(tree, node) === Kind.raise_statement;

/** Whether an assertion reads a variable that the first statement with a call, which raises, does not come to assign. */
function readsUnassigned(
  tree: SyntaxTree,
  statements: readonly Node[],
  assertion: Node,
  bindings: Bindings,
): ReturnType<RaisesBlock['readsUnassigned']> {
  const raising = statements.find((one) => !isCheck(tree, one) && hasCall(tree, one)) ?? NO_NODE;
  const assignment = raising === NO_NODE ? NO_NODE : assignmentOf(tree, raising);
  if (assignment === NO_NODE) return undefined;
  const target = childIn(tree, assignment, Field.left);
  const read = Array.from(descendantsOf(tree, target, Kind.identifier)).flatMap((identifier) => {
    const bound = bindings.bindingAt(startOf(tree, identifier));
    if (bound === undefined || occurrencesIn(bound.references, spanOf(tree, assertion)).length === 0)
      return [];
    return bound.definitions[0]?.node === identifier ? 'unbound' : 'earlier value';
  });
  return read.find((one) => one === 'unbound') ?? read[0];
}

/** Whether a statement is an `assert` or a call of something whose name starts with it. */
export function isCheck(tree: SyntaxTree, statement: Node): boolean {
  if (kindOf(tree, statement) === Kind.assert_statement) return true;
  const call = callStatementOf(tree, statement);
  return call !== NO_NODE && /^_*assert/.test(calledNameOf(tree, call));
}

// `assert False, "nothing was raised"` is there in order not to be reached.
function isAdmonition(tree: SyntaxTree, statement: Node): boolean {
  return /^assert\s*\(?\s*(?:False|0|not True)\b/.test(textOf(tree, statement));
}

/** Whether a statement calls something; the definition of a function calls nothing yet. */
export function hasCall(tree: SyntaxTree, statement: Node): boolean {
  if (kindOf(tree, statement) === Kind.function_definition) return false;
  return callsIn(tree, statement).next().done === false;
}

/** The assertions of unittest, mocks, numpy and nose, and calls that look at what is there without raising what a test expects. */
const HARMLESS =
  /^(?:assert(?:Not)?(?:Equals?|AlmostEquals?|True|False|Is|IsNot|IsNone|IsNotNone|In|IsInstance|Regex|RegexpMatches)|assert(?:Greater|Less)(?:Equal)?|assert(?:Count|Items|MultiLine|Sequence|List|Tuple|Set|Dict)Equal|assert_?|assert_?[Tt]hat|assert_(?:not_)?called\w*|assert_any_call|assert_has_calls|assert_(?:not_)?await\w*|assert_(?:not_)?(?:equals?|true|false|in|is|is_none|is_not_none|is_instance|almost_equal|raises_regex)|assert_(?:array|almost|approx|string)_\w*equal|assert_allclose|str|len|repr|isinstance|bool|list|dict|set|sorted|any|all|int|readouterr|getvalue|format|decode|join)$/;

/** Whether an assertion could itself be what raises one of the exceptions. */
function mayRaise(tree: SyntaxTree, assertion: Node, exceptions: readonly string[]): boolean {
  for (const call of callsIn(tree, assertion)) if (!HARMLESS.test(calledNameOf(tree, call))) return true;
  const statementCall = callStatementOf(tree, assertion);
  const callee = statementCall === NO_NODE ? NO_NODE : childIn(tree, statementCall, Field.function);
  for (let node = assertion, end = afterOf(tree, assertion); node < end; node++) {
    if (node === callee) node = afterOf(tree, callee);
    if (exceptions.some((exception) => RAISERS[exception]?.has(kindOf(tree, node)))) return true;
  }
  return false;
}

/**
 * Whether an assertion reads or compares an object that the statement before has just made of a class, or puts two that it
 * has made in an order: a property or an operator of theirs may be what raises.
 */
function readsNewObject(
  tree: SyntaxTree,
  assertion: Node,
  previous: Node,
  exceptions: readonly string[],
): boolean {
  const assignment = assignmentOf(tree, previous);
  if (assignment === NO_NODE || exceptions.some((name) => LEAVING.has(name))) return false;
  const made = childIn(tree, assignment, Field.right);
  if (made === NO_NODE || kindOf(tree, made) !== Kind.call) return false;
  const target = childIn(tree, assignment, Field.left);
  if (kindOf(tree, target) === Kind.attribute || kindOf(tree, target) === Kind.subscript) return false;
  const targets = namesIn(tree, target);
  const read = namesIn(tree, assertion);
  const isOfClass = targets.size === 1 && /^_*[A-Z]\w*[a-z]/.test(calledNameOf(tree, made));
  const compared = [...targets].filter((name) => read.has(name)).length;
  return isOfClass ? compared > 0 : compared > 1 && hasInside(tree, assertion, isOrdering);
}

const namesIn = (tree: SyntaxTree, root: Node): ReadonlySet<string> =>
  new Set(Array.from(descendantsOf(tree, root, Kind.identifier), (name) => textOf(tree, name)));

/** Whether a node compares by order or computes: `first < second`, `assertLess(first, second)`. */
function isOrdering(tree: SyntaxTree, node: Node): boolean {
  const kind = kindOf(tree, node);
  if (kind === Kind.call) return /^_*assert_?(?:greater|less)/i.test(calledNameOf(tree, node));
  return (
    kind === Kind.binary_operator || (kind === Kind.comparison_operator && /[<>]/.test(textOf(tree, node)))
  );
}

/** What no property raises. */
const LEAVING: ReadonlySet<string> = new Set(['SystemExit', 'KeyboardInterrupt']);

const LOOKUPS: ReadonlySet<number> = new Set<number>([Kind.subscript]);

/** The expressions that raise an exception by themselves (Library Reference, built-in exceptions). */
const RAISERS: Readonly<Record<string, ReadonlySet<number>>> = {
  KeyError: LOOKUPS,
  IndexError: LOOKUPS,
  LookupError: LOOKUPS,
  AttributeError: new Set<number>([Kind.attribute]),
  ZeroDivisionError: new Set<number>([Kind.binary_operator]),
  NameError: new Set<number>([Kind.identifier]),
  TypeError: new Set<number>([
    Kind.subscript,
    Kind.binary_operator,
    Kind.unary_operator,
    Kind.comparison_operator,
    Kind.not_operator,
  ]),
};
