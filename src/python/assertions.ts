import type { Calls } from './calls.ts';
import { argumentsOf, calledNameOf, calleeOf } from './expressions.ts';
import type { Imports } from './imports.ts';
import type { NodesOf } from './kinds.ts';
import type { Members } from './members.ts';
import { isRaisesCall } from './raises.ts';
import {
  assignmentOf,
  callsIn,
  callStatementOf,
  expressionOf,
  hasInside,
  isCompound,
  isDeferred,
  isStatement,
} from './statements.ts';
import {
  afterOf,
  childIn,
  childOfKind,
  Field,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  parentOf,
  type SyntaxTree,
} from './syntax.ts';

/** A run of statements that act, and the assertions about what came of it. */
export interface Cycle {
  /** All statements of the cycle in source order, its assertions included. */
  readonly statements: readonly Node[];
  readonly assertions: readonly Node[];
}

/** An `assert` statement. */
export interface AssertStatement {
  readonly node: Node;
  readonly condition: Node;
  /** What an AssertionError is given, or NO_NODE. */
  readonly message: Node;
}

/** The `assert` statements of a module, in source order. */
export function assertStatementsOf(tree: SyntaxTree, nodesOf: NodesOf): readonly AssertStatement[] {
  return Array.from(nodesOf(Kind.assert_statement), (node) => assertStatementOf(tree, node));
}

function assertStatementOf(tree: SyntaxTree, node: Node): AssertStatement {
  const [condition = NO_NODE, message = NO_NODE] = namedChildrenOf(tree, node);
  return { node, condition, message };
}

/** The condition that a statement asserts: of `assert`, or the first argument of `assertTrue`; undefined for any other. */
export function truthAssertedBy(tree: SyntaxTree, statement: Node): AssertStatement | undefined {
  if (kindOf(tree, statement) === Kind.assert_statement) return assertStatementOf(tree, statement);
  const call = callStatementOf(tree, statement);
  if (call === NO_NODE || !TRUTH_ASSERTIONS.has(calledNameOf(tree, call))) return undefined;
  const [condition, message] = argumentsOf(tree, call);
  if (condition === undefined || condition.keyword !== undefined) return undefined;
  return { node: statement, condition: condition.value, message: message?.value ?? NO_NODE };
}

/** `assertTrue` and its old names. */
export const TRUTH_ASSERTIONS: ReadonlySet<string> = new Set(['assertTrue', 'assert_', 'failUnless']);

/**
 * The calls of unittest's `assertTrue`, and of its old names where they are looked up on `self` or imported: others
 * have methods of these names too, which take what they compare with. None that a class of the module defines itself.
 */
export function truthAssertionCallsOf({ tree, calls, members, imports }: TruthSource): readonly Node[] {
  return [...TRUTH_ASSERTIONS].flatMap((name) =>
    calls.named(name).filter((call) => {
      const callee = childIn(tree, call, Field.function);
      const object = childIn(tree, callee, Field.object);
      if (object === NO_NODE) return name === 'assertTrue' || BARE_ASSERTIONS.has(imports.originOf(name));
      const owner = members.classOf(object);
      return owner === undefined ? name === 'assertTrue' : !members.has(owner, name);
    }),
  );
}

/** What the calls that assert a truth are told by. */
export interface TruthSource {
  readonly tree: SyntaxTree;
  readonly calls: Calls;
  readonly members: Members;
  readonly imports: Imports;
}

/** Functions of the same meaning in other libraries. */
const BARE_ASSERTIONS: ReadonlySet<string> = new Set(['numpy.testing.assert_', 'nose.tools.assert_']);

/** Whether a statement is an assertion: `assert`, or a call of something that is named for asserting. */
export function isAssertion(tree: SyntaxTree, statement: Node): boolean {
  if (kindOf(tree, statement) === Kind.assert_statement) return true;
  const call = callStatementOf(tree, statement);
  return call !== NO_NODE && ASSERTING.test(calledNameOf(tree, call));
}

/** `assertEqual`, `assert_called_once`, `_assert_rows`, `fail`, `failUnless`, `check_rows`, `_verify`. */
const ASSERTING = /^_*(?:(?:assert|check|verify|expect)(?![a-z])|fail(?:$|_|Unless|If))/;

/** `_boot_and_check_allocations`, `resizeAndAssertError`: acts first and asserts then. */
const ACTING_AND_ASSERTING =
  /(?:_and_(?:assert|check|verify|expect)|And(?:Assert|Check|Verify|Expect))(?![a-z])/;

/** Calls that look at something and change nothing. */
export const LOOKING: ReadonlySet<string> = new Set(
  'len str repr int float bool list dict set tuple frozenset sorted sum min max any all abs round type isinstance hasattr getattr range enumerate zip map filter reversed'.split(
    ' ',
  ),
);

/**
 * The act-assert cycles of a block: each is a run of statements in which something is called or changed, followed by
 * one or more assertions. Statements without effect, such as `limit = 3`, belong to the cycle that follows. A
 * statement that acts and asserts at once (`assertRaises(E, call)`, a block that is expected to raise,
 * `boot_and_check()`) ends a cycle of its own; blocks that are expected to raise and directly follow each other try the
 * cases of one thing and are one cycle. Nested functions and classes are left out.
 */
export function cyclesOf(tree: SyntaxTree, block: Node, imports: Imports): readonly Cycle[] {
  const cycles: { readonly statements: Node[]; readonly assertions: Node[] }[] = [];
  let pending: Node[] = [];
  let hasActed = false;
  let wasRaise = false;
  for (const statement of stepsOf(tree, block, imports)) {
    const call = callOf(tree, statement);
    const isRaise = isCompound(tree, statement) || (call !== NO_NODE && isRaisesCall(tree, call, imports));
    const actsToo = isRaise || (call !== NO_NODE && ACTING_AND_ASSERTING.test(calledNameOf(tree, call)));
    pending.push(statement);
    if (!actsToo && !isAssertion(tree, statement)) {
      hasActed ||= isAct(tree, statement);
      continue;
    }
    const current = cycles.at(-1);
    const isNextCase = !hasActed && isRaise && wasRaise;
    wasRaise = isRaise;
    if (current === undefined || (!isNextCase && (hasActed || actsToo))) {
      cycles.push({ statements: pending, assertions: [statement] });
    } else {
      for (const before of pending) current.statements.push(before);
      current.assertions.push(statement);
    }
    pending = [];
    hasActed = false;
  }
  return cycles;
}

/** Whether a statement stands in a `with self.subTest(…)` of its function, which reports it by itself. */
export function isInSubTest(tree: SyntaxTree, statement: Node): boolean {
  for (let outer = parentOf(tree, statement); outer !== NO_NODE; outer = parentOf(tree, outer)) {
    const kind = kindOf(tree, outer);
    if (isDeferred(kind)) return false;
    if (kind !== Kind.with_statement) continue;
    const clause = childOfKind(tree, outer, Kind.with_clause);
    const calls = Array.from(callsIn(tree, clause), (call) => calleeOf(tree, call) ?? '');
    if (calls.some((callee) => /^(?:self\.subTest|subtests\.test)$/.test(callee))) return true;
  }
  return false;
}

/** The simple statements of a block in source order, and as wholes the blocks that are expected to raise. */
function* stepsOf(tree: SyntaxTree, block: Node, imports: Imports): Generator<Node> {
  for (let node = block + 1, end = afterOf(tree, block); node < end;) {
    const isStep =
      isStatement(tree, node) &&
      !isText(tree, node) &&
      (!isCompound(tree, node) || isRaisesStatement(tree, node, imports));
    if (isStep) yield node;
    node = isStep || isDeferred(kindOf(tree, node)) ? afterOf(tree, node) : node + 1;
  }
}

/** Whether a statement is a string, such as a docstring. */
const isText = (tree: SyntaxTree, statement: Node) =>
  kindOf(tree, expressionOf(tree, statement)) === Kind.string;

function isRaisesStatement(tree: SyntaxTree, node: Node, imports: Imports): boolean {
  if (kindOf(tree, node) !== Kind.with_statement) return false;
  const clause = childOfKind(tree, node, Kind.with_clause);
  if (clause === NO_NODE) return false;
  for (let inner = clause, end = afterOf(tree, clause); inner < end; inner++) {
    if (kindOf(tree, inner) === Kind.call && isRaisesCall(tree, inner, imports)) return true;
  }
  return false;
}

/** The call that a simple statement consists of, or that gives what it assigns; NO_NODE for any other. */
function callOf(tree: SyntaxTree, statement: Node): Node {
  const call = callStatementOf(tree, statement);
  const assigned = assignmentOf(tree, statement);
  const value = call === NO_NODE && assigned !== NO_NODE ? childIn(tree, assigned, Field.right) : call;
  return value !== NO_NODE && kindOf(tree, value) === Kind.call ? value : NO_NODE;
}

/** Whether a simple statement calls or changes something. */
function isAct(tree: SyntaxTree, statement: Node): boolean {
  const assigned = assignmentOf(tree, statement);
  if (assigned !== NO_NODE) {
    const target = kindOf(tree, childIn(tree, assigned, Field.left));
    if (target === Kind.attribute || target === Kind.subscript) return true;
  }
  const kind = kindOf(tree, statement);
  if (kind === Kind.delete_statement) return true;
  return hasInside(tree, statement, changesSomething);
}

const changesSomething = (tree: SyntaxTree, node: Node) =>
  kindOf(tree, node) === Kind.call && !LOOKING.has(calleeOf(tree, node) ?? '');
