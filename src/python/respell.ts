import { type Lexeme, lexemesOf } from './lexemes.ts';
import { type Edit, edited } from './spelling.ts';
import { withPlainStars } from './stars.ts';
import { Kind, type Node, ROOT, type SyntaxTree } from './syntax.ts';
import type { Span } from './text.ts';

/**
 * The text spelt so that the grammar reads it rightly where it would read it wrongly without an error. The length
 * stays.
 */
export function legible(text: string): string {
  // A lone carriage return ends a line in Python (Language Reference 2.1.2), and is a space in the grammar.
  const lines = text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
  // `type match[T] = …` would be an assignment to an element of `match`.
  const aliases = lines.includes('type')
    ? lines.replace(ALIAS_LIKE_KEYWORD, (found) => found.slice(0, -1) + found.slice(-1).toUpperCase())
    : lines;
  const hasCharacters =
    aliases.includes('\\N{') || (aliases.includes(':=') && FIELD_LIKE_WALRUS.test(aliases));
  const fields = hasCharacters ? withPlainSpecifications(aliases) : aliases;
  return fields.includes('match') && MATCH_LIKE_CALL.test(fields) ? withPlainSubjects(fields) : fields;
}

const ALIAS_LIKE_KEYWORD = /\btype(?:[ \t\f]|\\\r?\n)+(?:match|type|print|exec)(?=\W)/g;
const FIELD_LIKE_WALRUS = /\{[^{}]*:=/;
const MATCH_LIKE_CALL = /^[ \t\f]*match(?:[ \t\f]|\\\r?\n)*[([]/m;

/**
 * `f"{x:\N{BULLET}}"` would have a replacement field `{BULLET}` in the specification of another, and `f"{x:=5}"` an
 * assignment expression (PEP 498).
 */
function withPlainSpecifications(text: string): string {
  const edits: Edit[] = [];
  for (const { kind, start, end } of lexemesOf(text)) {
    if (kind === 'character') edits.push({ start, replacement: ' '.repeat(end - start) });
  }
  return edited(text, edits);
}

/**
 * `match (a).b:` with one `case [c]:` after it would be an annotated assignment to an attribute of `match(a)`, and
 * `match [a]:` one to an element of `match`. Without the first brackets of the subject they are what they are.
 */
function withPlainSubjects(text: string): string {
  const edits: Edit[] = [];
  let header: Header | undefined;
  let depth = 0;
  let previous: Lexeme['kind'] = 'newline';
  for (const lexeme of lexemesOf(text)) {
    const { kind, start, end } = lexeme;
    if (kind === 'comment' || (kind === 'newline' && depth > 0)) {
      if (depth === 1) header?.gaps.push({ start, end });
      continue;
    }
    const spelling = kind === 'newline' ? '\n' : text.slice(start, end);
    if (kind === 'open') depth += 1;
    if (kind === 'close') depth -= 1;
    if (depth === 0 && kind === 'word' && previous === 'newline') {
      if (header?.isEnded === true && spelling === 'case') edits.push(...withoutBrackets(text, header));
      header = spelling === 'match' ? { start: end, lexemes: [], gaps: [], isEnded: false } : undefined;
    } else if (header !== undefined) {
      if (kind !== 'newline') header.lexemes.push({ kind, start, spelling, depth });
      else header.isEnded = header.lexemes.at(-1)?.spelling === ':';
    }
    previous = kind;
  }
  return edited(text, edits);
}

/** What stands between `match` and the end of its line. */
interface Header {
  readonly start: number;
  readonly lexemes: {
    readonly kind: Lexeme['kind'];
    readonly start: number;
    readonly spelling: string;
    readonly depth: number;
  }[];
  /** Comments and ends of lines that stand in one pair of brackets and no more. */
  readonly gaps: Span[];
  isEnded: boolean;
}

function withoutBrackets(text: string, header: Header): readonly Edit[] {
  const { start, lexemes, gaps } = header;
  const [first, ...rest] = lexemes;
  if (first?.kind !== 'open' || !/^[\s\\]*$/.test(text.slice(start, first.start))) return [];
  const closing = rest.findIndex(({ kind, depth }) => kind === 'close' && depth === 0);
  const next = rest[closing + 1]?.spelling ?? '';
  const isTarget = next === ':' ? first.spelling === '[' : ['.', '[', '('].includes(next);
  // Without its brackets a lambda would take in what follows, and a generator expression would be none.
  const isOpaque = rest.some(
    ({ depth, spelling }, index) =>
      index < closing && depth === 1 && /^(?:lambda|for|async|yield)$/.test(spelling),
  );
  const last = rest[closing];
  if (!isTarget || isOpaque || last === undefined) return [];
  const blanks = gaps
    .filter((gap) => gap.end <= last.start)
    .map((gap) => ({ start: gap.start, replacement: ' '.repeat(gap.end - gap.start) }));
  const replacement = closing === 0 ? '0' : ' ';
  return [{ start: first.start, replacement }, ...blanks, { start: last.start, replacement }];
}

/**
 * The tree of a text that the grammar could not read, or could read only after the text was spelt in another way with
 * the same length and meaning; such a tree has that spelling and the offsets of the text. `parse` gives the tree of a text.
 */
export function readAgain(tree: SyntaxTree, parse: (text: string) => SyntaxTree): SyntaxTree {
  let best = tree;
  for (const respell of [
    withDefaultsAsBounds,
    withPlainStars,
    withIndentedComments,
    withJoinedLines,
    withJoinedLinesAndNoComments,
  ]) {
    if (!best.hasError) break;
    const spelling = respell(best.text);
    if (spelling === best.text) continue;
    const again = parse(spelling);
    if (unreadIn(again) < unreadIn(best)) best = again;
  }
  return best;
}

/** How much of a text its tree could not place, in code units; a token that is missing counts as one. */
function unreadIn(tree: SyntaxTree): number {
  let units = tree.missing.size;
  for (let node: Node = ROOT; node < tree.size; node++) {
    if (tree.kind[node] !== Kind.ERROR) continue;
    units += 1 + (tree.end[node] ?? 0) - (tree.start[node] ?? 0);
    node = (tree.after[node] ?? tree.size) - 1;
  }
  return units;
}

/**
 * Defaults of type parameters (PEP 696), which the grammar does not know, as more bounds: `[T: B = D]` as
 * `[T: B : D]`, `[*Ts = *D]` as `[*Ts :  D]`.
 */
function withDefaultsAsBounds(text: string): string {
  const edits: Edit[] = [];
  /** For each open bracket whether it holds type parameters. */
  const declares: boolean[] = [];
  let words = '';
  let isDefault = false;
  for (const { kind, start, end } of lexemesOf(text)) {
    const spelling = text.slice(start, end);
    const isStar = isDefault && spelling === '*';
    isDefault = spelling === '=' && declares.at(-1) === true;
    if (isDefault) edits.push({ start, replacement: ':' });
    else if (isStar) edits.push({ start, replacement: ' ' });
    else if (kind === 'open') declares.push(spelling === '[' && /\b(?:class|def|type) \S+ $/.test(words));
    else if (kind === 'close') declares.pop();
    words = kind === 'word' ? `${words.slice(words.lastIndexOf(' ', words.length - 2) + 1)}${spelling} ` : '';
  }
  return edited(text, edits);
}

/**
 * Comments on lines of their own moved to where the next statement starts when they start before it: the grammar
 * takes one between a decorator and its definition for the end of the block.
 */
function withIndentedComments(text: string): string {
  const edits: Edit[] = [];
  let comments: Lexeme[] = [];
  let previous: Lexeme['kind'] = 'newline';
  for (const lexeme of lexemesOf(text)) {
    const { kind, start } = lexeme;
    if (kind === 'comment' && previous === 'newline') comments.push(lexeme);
    else if (kind !== 'newline') {
      const indentation = previous === 'newline' ? text.slice(lineStart(text, start), start) : '';
      for (const comment of comments) edits.push(...moved(text, comment, indentation));
      comments = [];
    }
    if (kind !== 'comment') previous = kind;
  }
  return edited(text, edits);
}

function moved(text: string, comment: Lexeme, indentation: string): readonly Edit[] {
  const start = lineStart(text, comment.start);
  const { length } = indentation;
  if (widthOf(text.slice(start, comment.start)) >= widthOf(indentation)) return [];
  const isLong = start + length < comment.end;
  const replacement = isLong ? `${indentation}#${text.slice(start + length + 1, comment.end)}` : '';
  return [{ start, replacement: replacement.padEnd(comment.end - start) }];
}

/** How far white space indents, with a tab stop at every eighth column (Language Reference 2.1.8). */
function widthOf(indentation: string): number {
  let width = 0;
  for (const char of indentation)
    width = char === '\t' ? width + 8 - (width % 8) : char === '\f' ? 0 : width + 1;
  return width;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Lines joined within brackets, where the grammar stumbles over a continuation line that is indented less. */
function withJoinedLines(text: string): string {
  return joined(text, false);
}

function withJoinedLinesAndNoComments(text: string): string {
  return joined(text, true);
}

function joined(text: string, withoutComments: boolean): string {
  const edits: Edit[] = [];
  /** For each open bracket what closes it, and how many edits there were when it was opened. */
  const open: { readonly closing: string; readonly editsBefore: number }[] = [];
  let previous: Lexeme['kind'] = 'newline';
  for (const { kind, start, end } of lexemesOf(text)) {
    const spelling = kind === 'comment' ? '' : text.slice(start, end);
    const isBlanked =
      kind === 'comment'
        ? withoutComments
        : kind === 'newline' && (previous !== 'comment' || withoutComments);
    previous = kind;
    if (kind === 'open') open.push({ closing: CLOSED_BY.get(spelling) ?? '', editsBefore: edits.length });
    else if (open.length === 0) continue;
    else if (isBlanked) edits.push({ start, replacement: ' '.repeat(end - start) });
    else if (kind === 'close' && open.at(-1)?.closing === spelling) open.pop();
    else if (kind === 'close' || STATEMENT_WORDS.has(spelling)) {
      // What is open here was never closed.
      edits.length = open[0]?.editsBefore ?? 0;
      open.length = 0;
    }
  }
  edits.length = open[0]?.editsBefore ?? edits.length;
  return edited(text, edits);
}

const CLOSED_BY = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);

/** Keywords that cannot stand in brackets. */
const STATEMENT_WORDS: ReadonlySet<string> = new Set(
  'assert break class continue def del elif except finally global import nonlocal pass raise return try while with'.split(
    ' ',
  ),
);
