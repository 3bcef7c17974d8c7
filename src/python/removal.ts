import type { Docstring } from './docstrings.ts';
import { nextStatementOf, previousStatementOf } from './statements.ts';
import {
  endOf,
  Kind,
  kindOf,
  namedChildrenOf,
  nextSiblingOf,
  NO_NODE,
  type Node,
  parentOf,
  spanOf,
  startOf,
  type SyntaxTree,
} from './syntax.ts';
import { lineText, positionAt, type Span } from './text.ts';

/** What takes a piece of code away: the UTF-16 offsets, and the text that stands there then. */
export interface Removal {
  readonly span: Span;
  readonly replacement: string;
}

/**
 * Takes away the statements from one to another of the same block, with their lines where nothing else stands there
 * but a comment at the end. A block that would be left empty gets a `pass`.
 */
export function statementRemoval(
  tree: SyntaxTree,
  lineStarts: Uint32Array,
  first: Node,
  last: Node = first,
): Removal {
  const span = { start: startOf(tree, first), end: endOf(tree, last) };
  const before = previousStatementOf(tree, first);
  const after = nextStatementOf(tree, last);
  const isModule = kindOf(tree, parentOf(tree, first)) === Kind.module;
  if (!isModule && before === NO_NODE && after === NO_NODE) return { span, replacement: 'pass' };
  const lines = wholeLines(tree.text, lineStarts, span, /^[ \t\f]*;?[ \t\f]*(?:#.*)?$/);
  if (lines !== undefined) return { span: lines, replacement: '' };
  const isFollowed = after !== NO_NODE && isOnOneLine(lineStarts, span.end, startOf(tree, after));
  if (isFollowed) return { span: { start: span.start, end: startOf(tree, after) }, replacement: '' };
  return {
    span: { start: before === NO_NODE ? span.start : endOf(tree, before), end: span.end },
    replacement: '',
  };
}

/**
 * Takes an element but the first away from a list or tuple that is written out, with its comma, and with its lines
 * where nothing else stands there. Undefined where that would take a comment along.
 */
export function elementRemoval(
  tree: SyntaxTree,
  lineStarts: Uint32Array,
  element: Node,
): Removal | undefined {
  const display = parentOf(tree, element);
  const elements = namedChildrenOf(tree, display);
  const index = elements.indexOf(element);
  const before = elements[index - 1];
  const after = elements[index + 1];
  if (before === undefined) return undefined;
  // A tuple of one element is one by its comma; the one before an element that has its lines stands above them.
  const keepsComma = kindOf(tree, display) === Kind.tuple && elements.length === 2;
  const span = spanOf(tree, element);
  const lines = wholeLines(tree.text, lineStarts, span, /^[ \t\f]*,?[ \t\f]*$/);
  if (lines !== undefined) return { span: lines, replacement: '' };
  if (isOnOneLine(lineStarts, endOf(tree, before), span.start)) {
    const hasComma = kindOf(tree, nextSiblingOf(tree, element)) === Kind[','];
    return {
      span: { start: endOf(tree, before), end: span.end },
      replacement: keepsComma && !hasComma ? ',' : '',
    };
  }
  if (after !== undefined && isOnOneLine(lineStarts, span.end, startOf(tree, after)))
    return { span: { start: span.start, end: startOf(tree, after) }, replacement: '' };
  return undefined;
}

/**
 * Takes away whole lines, from the first to the last, one-based, and of the blank lines above and below them those that
 * would be too many.
 */
export function lineRemoval(text: string, lineStarts: Uint32Array, first: number, last: number): Removal {
  const isBlank = (line: number) =>
    line > 0 && line <= lineStarts.length && lineText(text, lineStarts, line).trim() === '';
  let above = 0;
  while (isBlank(first - above - 1)) above++;
  let below = 0;
  while (isBlank(last + below + 1)) below++;
  const isFirst = first - above === 1;
  const isLast = last + below >= lineStarts.length;
  const start = isLast || (!isFirst && above < below) ? first - above : first;
  const end = isFirst || isLast || above >= below ? last + below : last;
  return {
    span: { start: lineStarts[start - 1] ?? 0, end: lineStarts[end] ?? text.length },
    replacement: '',
  };
}

/**
 * Takes a stretch of whole lines away from a docstring. Undefined where the docstring would be empty or goes on after
 * the stretch on the line with its opening quotes.
 */
export function docstringRemoval(
  text: string,
  lineStarts: Uint32Array,
  docstring: Docstring,
  { start, end }: Span,
): Removal | undefined {
  const [opening] = /^[ru]?(?:"""|''')/i.exec(text.slice(docstring.span.start)) ?? [''];
  const first = positionAt(lineStarts, start).line;
  const kept = text.slice(docstring.start, lineStarts[first - 1] ?? start).trimEnd();
  if (docstring.start !== docstring.span.start + opening.length || kept === '' || /[\\"']$/.test(kept))
    return undefined;
  const closing = docstring.start + docstring.text.length;
  const below = text.slice(end, closing);
  if (below.trim() !== '') return lineRemoval(text, lineStarts, first, positionAt(lineStarts, end).line);
  // The closing quotes stay on their own line where they have one.
  return {
    span: { start: docstring.start + kept.length, end: below.includes('\n') ? end : closing },
    replacement: '',
  };
}

/** The lines of a span with their endings, when before it stands white space only and after it what is allowed. */
function wholeLines(text: string, lineStarts: Uint32Array, span: Span, allowed: RegExp): Span | undefined {
  const line = positionAt(lineStarts, span.start).line;
  const start = lineStarts[line - 1] ?? 0;
  const end = lineStarts[positionAt(lineStarts, span.end).line] ?? text.length;
  if (!/^[ \t\f]*$/.test(text.slice(start, span.start))) return undefined;
  if (!allowed.test(text.slice(span.end, end).replace(/[\r\n]+$/, ''))) return undefined;
  // The line before goes on in this one.
  if (/\\\r?\n?$/.test(text.slice(lineStarts[line - 2] ?? 0, start)) && line > 1) return undefined;
  return { start, end };
}

function isOnOneLine(lineStarts: Uint32Array, offset: number, other: number): boolean {
  return positionAt(lineStarts, offset).line === positionAt(lineStarts, other).line;
}
