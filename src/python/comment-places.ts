import { type Comment, commentsOnLines } from './comments.ts';
import type { Definition } from './definitions.ts';
import { endOf, type Node, type SyntaxTree, spanOf, startOf } from './syntax.ts';
import { lineText, positionAt, type Span } from './text.ts';

/** A text with its comments and the places of its lines. */
interface Commented {
  readonly tree: SyntaxTree;
  readonly lineStarts: Uint32Array;
  readonly comments: readonly Comment[];
}

const lineAt = ({ lineStarts }: Commented, offset: number) => positionAt(lineStarts, offset).line;

/** The comments on the lines of a span, and those that fill the lines directly above; `filled` are such lines. */
export function commentsAround(
  module: Commented,
  { start, end }: Span,
  filled: ReadonlySet<number>,
): readonly Comment[] {
  const last = lineAt(module, end);
  let first = lineAt(module, start);
  while (filled.has(first - 1)) first -= 1;
  return commentsOnLines(module.comments, first, last);
}

/** The comments inside a node. */
export function commentsIn(module: Commented, node: Node): readonly Comment[] {
  const { start, end } = spanOf(module.tree, node);
  return commentsOnLines(module.comments, lineAt(module, start), lineAt(module, end)).filter(
    ({ span }) => span.start >= start && span.end <= end,
  );
}

/** The comment at the end of a statement's last line, if any. */
export function commentAfter(module: Commented, statement: Node): Comment | undefined {
  const end = endOf(module.tree, statement);
  const line = lineAt(module, end);
  return commentsOnLines(module.comments, line, line).find((comment) => comment.span.start >= end);
}

/** Whether a comment, for a tool or the reader, ends a line on which a span lies. */
export function isExplainedOnLine(module: Commented, { start, end }: Span): boolean {
  const [first, last] = [lineAt(module, start), lineAt(module, end)];
  return commentsOnLines(module.comments, first, last).some(({ isOwnLine }) => !isOwnLine);
}

/** Whether a comment for the reader stands in a definition, on its last line, or directly above or below it. */
export function hasComment(module: Commented, { span, node }: Definition): boolean {
  const [first, last] = [lineAt(module, span.start), lineAt(module, span.end)];
  const { column } = positionAt(module.lineStarts, startOf(module.tree, node));
  return commentsOnLines(module.comments, first - 1, last + 1).some(
    (comment) =>
      !comment.isPragma &&
      ((comment.line >= first && comment.line <= last) ||
        (comment.isOwnLine && comment.line === first - 1) ||
        (comment.isOwnLine && comment.line === last + 1 && comment.column > column)),
  );
}

/** Whether a comment for the reader stands on a line of a node or fills the line directly above. */
export function isCommented(module: Commented, node: Node): boolean {
  const { tree, comments } = module;
  const [first, last] = [lineAt(module, startOf(tree, node)), lineAt(module, endOf(tree, node))];
  return commentsOnLines(comments, first - 1, last).some(
    ({ line, isOwnLine, isPragma }) => !isPragma && (line >= first || isOwnLine),
  );
}

/** Whether one fills a line shortly above a statement in its block, with no blank line between. */
export function isHeadedByComment({ tree, lineStarts, comments }: Commented, statement: Node): boolean {
  const { line: start, column } = positionAt(lineStarts, startOf(tree, statement));
  let first = start;
  while (
    first > 1 &&
    start - first < HEADED_LINES &&
    isInBlockAt(lineText(tree.text, lineStarts, first - 1), column)
  )
    first--;
  return commentsOnLines(comments, first, start - 1).some(
    ({ isOwnLine, isPragma }) => isOwnLine && !isPragma,
  );
}

/** A comment further above heads what stands between. */
const HEADED_LINES = 4;

/** Whether a line has something in it that starts at a one-based column or further in. */
const isInBlockAt = (line: string, column: number): boolean => {
  const indent = line.search(/\S/);
  return indent >= column - 1;
};

/** Whether one fills the line below a statement. */
export function isFollowedByComment(module: Commented, statement: Node): boolean {
  const last = lineAt(module, endOf(module.tree, statement));
  return commentsOnLines(module.comments, last + 1, last + 1).some(
    ({ isOwnLine, isPragma }) => isOwnLine && !isPragma,
  );
}
