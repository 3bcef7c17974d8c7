import type { NodesOf } from './kinds.ts';
import { endOf, Kind, type Node, startOf, type SyntaxTree } from './syntax.ts';
import { positionAt, type Span } from './text.ts';

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
  return Array.from(nodesOf(Kind.comment), (node) => {
    const span = { start: startOf(tree, node), end: endOf(tree, node) };
    const { line, column } = positionAt(lineStarts, span.start);
    const text = tree.text.slice(span.start, span.end);
    return {
      node,
      span,
      text,
      content: text.replace(/^[#!:]+/, '').trim(),
      line,
      column,
      isOwnLine: isBlank(tree.text, span.start - column + 1, span.start),
      isPragma: (line === 1 && text.startsWith('#!')) || PRAGMA.test(text),
    };
  });
}

/**
 * What the tools of the field read: linters, type checkers, formatters, coverage, editors, and the inline script
 * metadata of PEP 723.
 */
const PRAGMA =
  /^#+\s*(?:(?:noqa|nosec|nosonar|skipcq|NOLINT)\b|(?:pylint|flake8|ruff|type|mypy|pyright|pyre-\w+|pytype|ty|fmt|yapf|isort|black|autopep8|pyformat|pragma|coverage|region|endregion|proctor|nopep8|doctest|cython|distutils|mutmut|lint|vim?|ex|sphinx-\w+|dprint-\w+|cspell|spell-?checker|codespell|language|allow|en(?:coding)?|coding|-\*-.*)\s*[:=]|-\*-|(?:end)?region\b|\/\/\/|%%)/i;

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
  return comments.flatMap(({ span, line, text }) => {
    if (!text.includes('proctor')) return [];
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
