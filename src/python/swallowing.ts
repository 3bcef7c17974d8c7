import { isAssertion } from './assertions.ts';
import type { Comment } from './comments.ts';
import { calleeOf } from './expressions.ts';
import { type Handler, isFailingTest } from './handlers.ts';
import type { Bindings } from './scope.ts';
import {
  callStatementOf,
  firstStatementOf,
  hasInside,
  isStatement,
  nextStatementOf,
  statementsOf,
} from './statements.ts';
import {
  childIn,
  childrenOf,
  endOf,
  Field,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  type SyntaxTree,
  textOf,
} from './syntax.ts';
import type { Span } from './text.ts';

/** The block that a handler watches over. */
const clauseOf = (tree: SyntaxTree, { node }: Handler) => childIn(tree, parentOf(tree, node), Field.body);

/**
 * Whether the try clause of a handler calls `pytest.fail` when nothing is raised: that is no `Exception`, so that only
 * a handler of everything would swallow it.
 */
export function failsUnswallowed(tree: SyntaxTree, handler: Handler): boolean {
  if (handler.isBare || handler.exceptions.some((name) => name.endsWith('BaseException'))) return false;
  return hasInside(tree, clauseOf(tree, handler), isPytestFail);
}

const isPytestFail = (tree: SyntaxTree, node: Node) =>
  kindOf(tree, node) === Kind.call && calleeOf(tree, node) === 'pytest.fail';

/** Whether the statement after the try statement of a handler fails the test: who swallows the exception gets there. */
export function failsNext(tree: SyntaxTree, { node }: Handler): boolean {
  const next = nextStatementOf(tree, parentOf(tree, node));
  if (next === NO_NODE) return false;
  const call = callStatementOf(tree, next);
  return kindOf(tree, next) === Kind.raise_statement || isFailingTest(tree, call === NO_NODE ? next : call);
}

/** Whether an `except AssertionError` before a handler raises failed assertions again. */
export function letsAssertionsThrough(tree: SyntaxTree, { node }: Handler): boolean {
  return childrenOf(tree, parentOf(tree, node)).some(
    (clause) =>
      clause < node &&
      kindOf(tree, clause) === Kind.except_clause &&
      /^except\s*\(?[\w\s,.]*\bAssertionError\b/.test(textOf(tree, clause)) &&
      hasInside(tree, clause, isRaise),
  );
}

/** Whether a try clause does nothing but call a function inside the test that raises: the exception is part of a sample. */
export function triesOwnSample(tree: SyntaxTree, handler: Handler, bindings: Bindings): boolean {
  return statementsOf(tree, clauseOf(tree, handler)).every((statement) => {
    const call = callStatementOf(tree, statement);
    const callee = call === NO_NODE ? NO_NODE : childIn(tree, call, Field.function);
    if (callee === NO_NODE || kindOf(tree, callee) !== Kind.identifier) return false;
    const binding = bindings.bindingAt(startOf(tree, callee));
    if (binding?.kind !== 'function' || binding.scope.kind !== 'function') return false;
    return binding.definitions.some(({ node }) =>
      hasInside(tree, childIn(tree, parentOf(tree, node), Field.body), isRaise),
    );
  });
}

const isRaise = (tree: SyntaxTree, node: Node) => kindOf(tree, node) === Kind.raise_statement;

/** Whether a try clause begins with an assertion that fails for certain, and so makes the exception itself. */
export function failsFirst(tree: SyntaxTree, handler: Handler): boolean {
  const first = firstStatementOf(tree, clauseOf(tree, handler));
  return first !== NO_NODE && kindOf(tree, first) === Kind.assert_statement && isFailingTest(tree, first);
}

/** Whether a try clause only converts or looks up values, by builtins and indices, and calls nothing that is tested. */
export function onlyConverts(tree: SyntaxTree, handler: Handler): boolean {
  return !hasInside(tree, clauseOf(tree, handler), mayDoMore);
}

function mayDoMore(tree: SyntaxTree, node: Node): boolean {
  const kind = kindOf(tree, node);
  if (kind === Kind.call) return !CONVERSIONS.has(calleeOf(tree, node) ?? '');
  return MORE.has(kind) || (isStatement(tree, node) && isAssertion(tree, node));
}

const CONVERSIONS: ReadonlySet<string> = new Set(
  'int float complex bool str bytes bytearray len list tuple dict set frozenset next iter sorted min max sum'.split(
    ' ',
  ),
);

const MORE: ReadonlySet<number> = new Set<number>([
  Kind.await,
  Kind.yield,
  Kind.with_statement,
  Kind.import_statement,
  Kind.import_from_statement,
  Kind.comparison_operator,
  Kind.attribute,
]);

/** The comments above the try statement of a handler, and those in its try clause. */
export function commentsBefore(
  tree: SyntaxTree,
  handler: Handler,
  commentsAround: (span: Span) => readonly Comment[],
): readonly Comment[] {
  const start = startOf(tree, parentOf(tree, handler.node));
  return commentsAround({ start, end: endOf(tree, clauseOf(tree, handler)) });
}
