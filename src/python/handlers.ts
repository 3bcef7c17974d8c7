import type { Comment } from './comments.ts';
import { calledNameOf, dottedNameOf } from './expressions.ts';
import type { NodesOf } from './kinds.ts';
import { callStatementOf, elementsOf, hasInside, isInLoop, statementsOf } from './statements.ts';
import {
  childIn,
  childOfKind,
  childrenOf,
  endOf,
  Field,
  Kind,
  kindOf,
  firstNamedChildOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  type SyntaxTree,
  textOf,
} from './syntax.ts';
import type { Position, Span } from './text.ts';

/** A handler of a try statement: `except …:` and its body. */
export interface Handler {
  /** The except_clause. */
  readonly node: Node;
  /** The word `except`: UTF-16 offsets. */
  readonly keyword: Span;
  /** The exception classes that it names, with their dots; empty for a bare `except:` or a computed one. */
  readonly exceptions: readonly string[];
  /** Whether it is `except:`, which catches everything. */
  readonly isBare: boolean;
  /** The identifier after `as`, or NO_NODE. */
  readonly alias: Node;
  /** Whether its body does nothing: `pass`, `continue`, `...` or a string. */
  readonly isSilent: boolean;
  /** Whether the try clause makes the exception itself, by `raise` or `1 / 0`, or does nothing at all. */
  readonly guardsRaise: boolean;
  /** Whether the try clause holds a `yield`: what is caught is thrown into the generator from outside. */
  readonly guardsYield: boolean;
  /** Whether the try clause, or the else clause after it, leaves a loop: what fails is tried again. */
  readonly isRetry: boolean;
  /** Whether the else clause raises, asserts or calls `fail`: the try clause is expected to raise. */
  readonly expectsRaise: boolean;
}

/** The handlers of a module, in source order. */
export function handlersOf(tree: SyntaxTree, nodesOf: NodesOf): readonly Handler[] {
  return Array.from(nodesOf(Kind.except_clause), (node) => handlerOf(tree, node));
}

function handlerOf(tree: SyntaxTree, node: Node): Handler {
  const value = childIn(tree, node, Field.value);
  const pattern = value !== NO_NODE && kindOf(tree, value) === Kind.as_pattern ? value : NO_NODE;
  const caught = pattern === NO_NODE ? value : firstNamedChildOf(tree, pattern);
  const target = childIn(tree, pattern === NO_NODE ? node : pattern, Field.alias);
  const start = startOf(tree, node);
  const statement = parentOf(tree, node);
  const clause = childIn(tree, statement, Field.body);
  const guarded = statementsOf(tree, clause);
  const alternative = childOfKind(tree, statement, Kind.else_clause);
  const otherwise = alternative === NO_NODE ? [] : statementsOf(tree, childIn(tree, alternative, Field.body));
  return {
    node,
    keyword: { start, end: start + 'except'.length },
    exceptions:
      caught === NO_NODE ? [] : elementsOf(tree, caught).flatMap((one) => dottedNameOf(tree, one) ?? []),
    isBare: caught === NO_NODE,
    alias: target === NO_NODE || kindOf(tree, target) === Kind.identifier ? target : target + 1,
    isSilent: statementsOf(tree, childOfKind(tree, node, Kind.block)).every((one) => doesNothing(tree, one)),
    guardsRaise: guarded.every((one) => doesNothing(tree, one)) || hasInside(tree, clause, raisesItself),
    guardsYield: hasInside(tree, clause, isYield),
    isRetry:
      isInLoop(tree, statement) && [guarded.at(-1), otherwise.at(-1)].some((one) => leavesLoop(tree, one)),
    expectsRaise: otherwise.some((one) => isFailure(tree, one)),
  };
}

/** Whether a statement is there for its form only: `pass`, `continue`, `...` or a string. */
export function doesNothing(tree: SyntaxTree, statement: Node): boolean {
  const kind = kindOf(tree, statement);
  if (kind === Kind.pass_statement || kind === Kind.continue_statement) return true;
  const expression = kindOf(tree, statement + 1);
  return kind === Kind.expression_statement && (expression === Kind.string || expression === Kind.ellipsis);
}

const isYield = (tree: SyntaxTree, node: Node) => kindOf(tree, node) === Kind.yield;

function raisesItself(tree: SyntaxTree, node: Node): boolean {
  if (kindOf(tree, node) === Kind.raise_statement) return true;
  if (kindOf(tree, node) !== Kind.binary_operator) return false;
  const divisor = childIn(tree, node, Field.right);
  return (
    divisor !== NO_NODE &&
    textOf(tree, divisor) === '0' &&
    /\/|%/.test(textOf(tree, childIn(tree, node, Field.operator)))
  );
}

function leavesLoop(tree: SyntaxTree, statement: Node | undefined): boolean {
  const kind = statement === undefined ? Kind.end : kindOf(tree, statement);
  return kind === Kind.break_statement || kind === Kind.return_statement;
}

function isFailure(tree: SyntaxTree, statement: Node): boolean {
  const kind = kindOf(tree, statement);
  if (kind === Kind.raise_statement || kind === Kind.assert_statement) return true;
  const call = callStatementOf(tree, statement);
  return call !== NO_NODE && /^_*(?:fail|assert)/.test(calledNameOf(tree, call));
}

/**
 * Whether a comment gives a reason for a handler: one inside it or at the end of one of its lines, or own-line
 * comments directly above or below that belong to it by their column.
 */
export function isExplained(
  tree: SyntaxTree,
  { node, keyword }: Handler,
  comments: readonly Comment[],
  positionOf: (offset: number) => Position,
): boolean {
  const first = positionOf(keyword.start);
  const lastStatement = childrenOf(tree, childOfKind(tree, node, Kind.block)).at(-1) ?? node;
  const lastLine = positionOf(endOf(tree, lastStatement)).line;
  return comments.some(({ line, column, isOwnLine }) => {
    if (line >= first.line && line <= lastLine) return true;
    if (!isOwnLine) return false;
    return line === first.line - 1 || (line === lastLine + 1 && column > first.column);
  });
}
