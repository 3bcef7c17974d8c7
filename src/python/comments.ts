import type { NodesOf } from './kinds.ts';
import { endOf, Kind, type Node, startOf, type SyntaxTree } from './syntax.ts';
import type { Span } from './text.ts';

export interface Comment {
  readonly node: Node;
  /** From the `#` to the end of the line: UTF-16 offsets. */
  readonly span: Span;
  /** As it is written, from the `#` on. */
  readonly text: string;
  /** What stands after the `#` signs, without the white space around it. */
  readonly content: string;
  /** One-based. */
  readonly line: number;
  /** One-based, in UTF-16 code units. */
  readonly column: number;
  /** Whether only white space stands before it on its line. */
  readonly isOwnLine: boolean;
  /** Whether it speaks to a tool (`# noqa`, `# type: …`, an interpreter or encoding line) and not to the reader. */
  readonly isPragma: boolean;
}

/** The comments of a module in source order. */
export function commentsOf(tree: SyntaxTree, nodesOf: NodesOf, lineStarts: Uint32Array): readonly Comment[] {
  let line = 1;
  return Array.from(nodesOf(Kind.comment), (node) => {
    const span = { start: startOf(tree, node), end: endOf(tree, node) };
    while (line < lineStarts.length && (lineStarts[line] ?? 0) <= span.start) line++;
    const lineStart = lineStarts[line - 1] ?? 0;
    const text = tree.text.slice(span.start, span.end);
    return {
      node,
      span,
      text,
      content: text.slice(lengthOfSigns(text)).trim(),
      line,
      column: span.start - lineStart + 1,
      isOwnLine: isBlank(tree.text, lineStart, span.start),
      isPragma: isPragma(text, line),
    };
  });
}

/** How many of the characters `#`, `!` and `:` a comment starts with. */
function lengthOfSigns(text: string): number {
  let length = 1;
  while (text[length] === '#' || text[length] === '!' || text[length] === ':') length++;
  return length;
}

/** The comments on the one-based lines from one to another, found by bisection. */
export function commentsOnLines(
  comments: readonly Comment[],
  first: number,
  last: number,
): readonly Comment[] {
  const start = placeOf(comments, first);
  let end = start;
  while ((comments[end]?.line ?? Infinity) <= last) end++;
  return start === end ? NO_COMMENTS : comments.slice(start, end);
}

const NO_COMMENTS: readonly Comment[] = [];

/** The place of the first comment on a line or below it. */
function placeOf(comments: readonly Comment[], line: number): number {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Whether a comment is one that a tool reads: a linter, type checker, formatter, coverage, an editor, the interpreter
 * (PEP 263, `#!`), or the inline script metadata of PEP 723.
 */
function isPragma(text: string, line: number): boolean {
  if (line === 1 && text.startsWith('#!')) return true;
  // Most comments are none, and this is tried faster than their parts are taken.
  if (!MAY_BE_PRAGMA.test(text)) return false;
  const [, mark = '', separator = ''] = /^#+\s*(-\*-|\/\/\/|%%|[a-z][\w-]*)\s*([:=]?)/i.exec(text) ?? [];
  const word = mark.toLowerCase();
  if (separator === '=') return PRAGMAS.has(word) || word.endsWith('coding');
  return PRAGMAS.has(word) || (separator !== '' && PRAGMAS_WITH_SEPARATOR.has(word));
}

/** How every pragma begins. */
const MAY_BE_PRAGMA =
  /^#+\s*(?:-\*-|\/\/\/|%%|[a-z][\w-]*\s*[:=]|no(?:qa|sec|sonar|lint)|skipcq|region|endregion)/i;

const PRAGMAS: ReadonlySet<string> = new Set(
  '-*- /// %% noqa nosec nosonar skipcq nolint region endregion'.split(' '),
);

const PRAGMAS_WITH_SEPARATOR: ReadonlySet<string> = new Set(
  (
    'pylint flake8 ruff type mypy pyright pyre-fixme pyre-ignore pyre-strict pytype ty fmt yapf isort black autopep8 ' +
    'pyformat pragma coverage proctor nopep8 doctest cython distutils mutmut lint vi vim ex sphinx-gallery cspell ' +
    'spell-checker spellchecker codespell language coding encoding'
  ).split(' '),
);

function isBlank(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code !== SPACE && code !== TAB && code !== FORM_FEED) return false;
  }
  return true;
}

const SPACE = 32;
const TAB = 9;
const FORM_FEED = 12;

/** A comment that keeps rules silent: `# proctor: ignore[rule, …]` or `# proctor: ignore-file[rule, …]`. */
export interface Suppression {
  /** `line` speaks for its line, `file` for the whole module. */
  readonly kind: 'line' | 'file';
  /** As they are written, sorted by their place; empty when no rule is named. */
  readonly rules: readonly string[];
  /** From `proctor` to the closing bracket: UTF-16 offsets. */
  readonly span: Span;
  /** One-based. */
  readonly line: number;
}

/** The suppressions in comments, several in one comment included. */
export function suppressionsOf(comments: readonly Comment[]): readonly Suppression[] {
  return comments
    .filter(({ text }) => text.includes('proctor'))
    .flatMap(({ span, line, text }) => {
      return Array.from(text.matchAll(SUPPRESSION), (match): Suppression => {
        const [written, kind, list = ''] = match;
        const start = span.start + match.index + written.indexOf('proctor');
        return {
          kind: kind === 'ignore-file' ? 'file' : 'line',
          rules: list.split(',').flatMap((rule) => rule.trim() || []),
          span: { start, end: span.start + match.index + written.length },
          line,
        };
      });
    });
}

const SUPPRESSION = /#\s*proctor:\s*(ignore-file|ignore)(?![\w-])(?:\s*\[([^\]]*)\])?/g;
