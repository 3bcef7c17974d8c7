import { isAssertion } from './assertions.ts';
import type { Comment } from './comments.ts';
import type { RaisesCall } from './raises-calls.ts';
import { assignmentOf, nextStatementOf, previousStatementOf, statementAround } from './statements.ts';
import {
  descendantsOf,
  endOf,
  Kind,
  type Node,
  NO_NODE,
  spanOf,
  startOf,
  type SyntaxTree,
  textOf,
} from './syntax.ts';
import type { Span } from './text.ts';

/** What the comments on a statement are found with. */
export interface CommentSource {
  /** Whether a statement holds a call that expects an exception. */
  readonly isExpecting: (statement: Node) => boolean;
  readonly commentsAround: (span: Span) => readonly Comment[];
  readonly lineAt: (offset: number) => number;
}

/**
 * The comments in the statement of a call that expects an exception, and those above it; where such statements stand
 * line by line below each other, those above the first.
 */
export function commentsOnRaises(
  tree: SyntaxTree,
  { node }: RaisesCall,
  source: CommentSource,
): readonly Comment[] {
  const statement = statementAround(tree, node);
  const start = startOf(tree, firstOfRun(tree, statement, source));
  const own = source.commentsAround(spanOf(tree, statement));
  return [...source.commentsAround({ start, end: start }), ...own];
}

function firstOfRun(tree: SyntaxTree, statement: Node, { isExpecting, lineAt }: CommentSource): Node {
  let first = statement;
  for (;;) {
    const previous = previousStatementOf(tree, first);
    if (previous === NO_NODE || !isExpecting(previous)) return first;
    if (lineAt(endOf(tree, previous)) + 1 !== lineAt(startOf(tree, first))) return first;
    first = previous;
  }
}

/**
 * Whether the statement after one that expects an exception, or the one after an assignment there, looks for a sentence
 * in something, such as what the failing call has printed.
 */
export function isTextAssertedAfter(tree: SyntaxTree, { node }: RaisesCall): boolean {
  let next = nextStatementOf(tree, statementAround(tree, node));
  if (next !== NO_NODE && assignmentOf(tree, next) !== NO_NODE) next = nextStatementOf(tree, next);
  if (next === NO_NODE || !isAssertion(tree, next)) return false;
  const strings = Array.from(descendantsOf(tree, next, Kind.string), (string) => textOf(tree, string));
  return LOOKING_FOR_TEXT.test(textOf(tree, next)) && strings.some((text) => /\w\s+\w/.test(text));
}

const LOOKING_FOR_TEXT =
  /^assert\b.*\bin\b|\bassert(?:In|Regex|RegexpMatches|Contains)\b|\bre\.(?:search|match)\(/s;
