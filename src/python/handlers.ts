import { isAssertion } from './assertions.ts';
import { type Comment, commentsOnLines } from './comments.ts';
import { calledNameOf, dottedNameOf } from './expressions.ts';
import type { NodesOf } from './kinds.ts';
import type { Bindings } from './scope.ts';
import {
  callStatementOf,
  elementsOf,
  hasInside,
  isDeferred,
  isInLoop,
  isStatement,
  statementsOf,
} from './statements.ts';
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
  /** Whether nothing in the try clause could raise but a name: it calls nothing, computes nothing and looks nothing up. */
  readonly guardsNothing: boolean;
  /** Whether its body raises, the same exception again or another one. */
  readonly raises: boolean;
  /** Whether its body looks at the exception without a name for it, or ends the process: `sys.exc_info()`, `os._exit`. */
  readonly passesOn: boolean;
  /** Whether its body calls what is named for taking the exception that is handled: `capture_exception()`. */
  readonly reports: boolean;
  /** Whether its body asks for the type of the exception. */
  readonly narrows: boolean;
  /** Whether its body ends the test: `fail`, `skip`, `assert False`. */
  readonly endsTest: boolean;
  /** Whether another handler of its try statement ends the test: its exceptions are those that matter. */
  readonly hasEndingSibling: boolean;
  /**
   * Whether it fails the test for whatever the named exceptions of the handlers before it do not catch, or does nothing
   * but fail the test.
   */
  readonly failsOtherwise: boolean;
  /**
   * Whether its try statement cleans up while another exception may be under way, in a `finally` clause or in a handler
   * that raises or returns, and asserts nothing itself: what it swallows would only take the place of that exception.
   */
  readonly isCleanUp: boolean;
  /** Whether the else clause raises, asserts or calls `fail`: the try clause is expected to raise. */
  readonly expectsRaise: boolean;
  /** Whether the try clause ends in a `while True` loop without `break` and `return`, which the exception ends. */
  readonly endsLoop: boolean;
  /** Whether a loop goes on with the next one after it, and works in the else clause on what raised nothing. */
  readonly passesOver: boolean;
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
  const body = childOfKind(tree, node, Kind.block);
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
    isSilent: statementsOf(tree, body).every((one) => doesNothing(tree, one)),
    guardsRaise: guarded.every((one) => doesNothing(tree, one)) || hasInside(tree, clause, raisesItself),
    guardsYield: hasInside(tree, clause, isYield),
    isRetry:
      isInLoop(tree, statement) && [guarded.at(-1), otherwise.at(-1)].some((one) => leavesLoop(tree, one)),
    get guardsNothing() {
      return !hasInside(tree, clause, isWork);
    },
    get raises() {
      return hasInside(tree, body, isRaise);
    },
    get passesOn() {
      return hasInside(tree, body, isPassingOn);
    },
    get reports() {
      return hasInside(tree, body, isReporting);
    },
    get narrows() {
      return hasInside(tree, body, isTypeQuestion);
    },
    get endsTest() {
      return hasInside(tree, body, isEnding);
    },
    get hasEndingSibling() {
      return Array.from(childrenOf(tree, statement)).some(
        (other) =>
          other !== node && kindOf(tree, other) === Kind.except_clause && hasInside(tree, other, isEnding),
      );
    },
    get failsOtherwise() {
      const first = childOfKind(tree, statement, Kind.except_clause);
      const isOnlyFailing = statementsOf(tree, body).every((one) => isFailingStatement(tree, one));
      return isOnlyFailing || (first !== node && hasInside(tree, body, isFailingTest));
    },
    get isCleanUp() {
      return isUnderWay(tree, statement) && !hasInside(tree, clause, isAsserting);
    },
    expectsRaise: otherwise.some((one) => isFailure(tree, one)),
    endsLoop: isEndless(tree, guarded.at(-1)),
    passesOver: isInLoop(tree, statement) && otherwise.length > 0,
  };
}

/** Whether a statement is there for its form only: `pass`, `continue`, `...` or a string. */
export function doesNothing(tree: SyntaxTree, statement: Node): boolean {
  const kind = kindOf(tree, statement);
  if (kind === Kind.pass_statement || kind === Kind.continue_statement) return true;
  const expression = kindOf(tree, statement + 1);
  return kind === Kind.expression_statement && (expression === Kind.string || expression === Kind.ellipsis);
}

const isRaise = (tree: SyntaxTree, node: Node) => kindOf(tree, node) === Kind.raise_statement;

const isWork = (tree: SyntaxTree, node: Node) => WORK.has(kindOf(tree, node));

const WORK: ReadonlySet<number> = new Set<number>([
  Kind.call,
  Kind.await,
  Kind.attribute,
  Kind.subscript,
  Kind.binary_operator,
  Kind.unary_operator,
  Kind.comparison_operator,
  Kind.augmented_assignment,
  Kind.import_statement,
  Kind.import_from_statement,
  Kind.with_statement,
  Kind.delete_statement,
  Kind.assert_statement,
]);

/** What asks for the exception that is handled, or ends the process, as the child after a fork has to. */
function isPassingOn(tree: SyntaxTree, node: Node): boolean {
  if (kindOf(tree, node) !== Kind.identifier) return false;
  return PASSING_ON.has(textOf(tree, node));
}

const PASSING_ON: ReadonlySet<string> = new Set(
  'exc_info Failure traceback print_exc format_exc print_exception exception set_exception _exit handleError handle_exception __class__ __traceback__ with_traceback'.split(
    ' ',
  ),
);

const isReporting = (tree: SyntaxTree, node: Node) =>
  kindOf(tree, node) === Kind.call &&
  /^_*(?:capture|collect|log|notify|record|report)_?exc(?:eption)?$/i.test(calledNameOf(tree, node));

const isTypeQuestion = (tree: SyntaxTree, node: Node) =>
  kindOf(tree, node) === Kind.call &&
  /^(?:type|isinstance|assert(?:Not)?IsInstance|assert_is_instance)$/.test(calledNameOf(tree, node));

/** Whether a statement ends the test for certain. */
const isEnding = (tree: SyntaxTree, node: Node) =>
  isFailingTest(tree, node) ||
  (kindOf(tree, node) === Kind.call && /^_*(?:xfail|skip|skipTest|exit)$/.test(calledNameOf(tree, node)));

/** Whether a node is an assertion or a call that fails the test for certain. */
export function isFailingTest(tree: SyntaxTree, node: Node): boolean {
  if (kindOf(tree, node) === Kind.assert_statement)
    return /^assert\s*\(?\s*(?:False|0|not True)\b/.test(textOf(tree, node));
  if (kindOf(tree, node) !== Kind.call) return false;
  const name = calledNameOf(tree, node);
  if (/^_*fail(?:ure)?$/.test(name)) return true;
  const given = textOf(tree, childIn(tree, node, Field.arguments));
  return /^(?:assertTrue|assert_)$/.test(name)
    ? /^\(\s*(?:False|0)\b/.test(given)
    : name === 'assertFalse' && /^\(\s*(?:True|1)\b/.test(given);
}

function isFailingStatement(tree: SyntaxTree, statement: Node): boolean {
  const call = callStatementOf(tree, statement);
  return isFailingTest(tree, call === NO_NODE ? statement : call);
}

const isAsserting = (tree: SyntaxTree, node: Node) => isStatement(tree, node) && isAssertion(tree, node);

/** Whether a statement stands in a `finally` clause, or in a handler that raises or ends by returning, of its function. */
function isUnderWay(tree: SyntaxTree, statement: Node): boolean {
  for (let outer = parentOf(tree, statement); outer !== NO_NODE; outer = parentOf(tree, outer)) {
    const kind = kindOf(tree, outer);
    if (isDeferred(kind)) return false;
    if (kind === Kind.finally_clause) return true;
    if (kind !== Kind.except_clause) continue;
    const last = statementsOf(tree, childOfKind(tree, outer, Kind.block)).at(-1);
    if (last !== undefined && kindOf(tree, last) === Kind.return_statement) return true;
    if (hasInside(tree, outer, isRaise)) return true;
  }
  return false;
}

const isYield = (tree: SyntaxTree, node: Node) => kindOf(tree, node) === Kind.yield;

function raisesItself(tree: SyntaxTree, node: Node): boolean {
  if (isRaise(tree, node)) return true;
  if (kindOf(tree, node) !== Kind.binary_operator) return false;
  const divisor = childIn(tree, node, Field.right);
  return (
    divisor !== NO_NODE &&
    textOf(tree, divisor) === '0' &&
    /\/|%/.test(textOf(tree, childIn(tree, node, Field.operator)))
  );
}

function isEndless(tree: SyntaxTree, statement: Node | undefined): boolean {
  if (statement === undefined || kindOf(tree, statement) !== Kind.while_statement) return false;
  if (!/^(?:True|1)$/.test(textOf(tree, childIn(tree, statement, Field.condition)))) return false;
  return !hasInside(tree, statement, leavesItself);
}

const leavesItself = (tree: SyntaxTree, node: Node) =>
  kindOf(tree, node) === Kind.break_statement || kindOf(tree, node) === Kind.return_statement;

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

/** The broad exception that a handler names, as it is written there; undefined for one that names none. */
export function broadExceptionOf({ exceptions }: Handler): string | undefined {
  return exceptions.find((name) => /^(?:builtins\.)?(?:Base)?Exception$/.test(name));
}

/** Whether the exception itself is kept, returned or given to something that is not there to show or to check it. */
export function isHandedOn(tree: SyntaxTree, { alias }: Handler, bindings: Bindings): boolean {
  if (alias === NO_NODE) return false;
  const references = bindings.bindingAt(startOf(tree, alias))?.references ?? [];
  return references.some(({ node }) => {
    const parent = parentOf(tree, shownAs(tree, node));
    switch (kindOf(tree, parent)) {
      case Kind.assignment:
      case Kind.return_statement:
      case Kind.yield:
      case Kind.tuple:
      case Kind.list:
      case Kind.expression_list:
      case Kind.keyword_argument:
        return true;
      case Kind.argument_list:
        return !SHOWING.test(calledNameOf(tree, parentOf(tree, parent)));
      default:
        return false;
    }
  });
}

/** The outermost text or type that is made of an expression: `repr(error)` of `error`. */
function shownAs(tree: SyntaxTree, node: Node): Node {
  const list = parentOf(tree, node);
  const call = kindOf(tree, list) === Kind.argument_list ? parentOf(tree, list) : NO_NODE;
  if (call === NO_NODE || kindOf(tree, call) !== Kind.call) return node;
  return /^(?:str|repr|type|format)$/.test(calledNameOf(tree, call)) ? shownAs(tree, call) : node;
}

/** What is called to show a value or to check it. */
const SHOWING =
  /^_*(?:(?:assert|check|verify|expect)\w*|print|pprint|str|repr|type|isinstance|issubclass|hasattr|getattr|len|format|log|debug|info|warn|warning|error|write)$/i;

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
  return commentsOnLines(comments, first.line - 1, lastLine + 1).some(({ line, column, isOwnLine }) => {
    if (line >= first.line && line <= lastLine) return true;
    if (!isOwnLine) return false;
    return line === first.line - 1 || (line === lastLine + 1 && column > first.column);
  });
}
