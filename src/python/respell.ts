import { type Lexeme, lexemesOf } from './lexemes.ts';
import { Kind, type Node, ROOT, type SyntaxTree } from './syntax.ts';

/**
 * The text as the grammar reads it without an error but wrongly, spelt so that it reads it rightly: with every line
 * ended by a line feed, for a lone carriage return ends a line in Python too (Language Reference 2.1.2), and no alias
 * in a `type` statement called like a soft keyword, for `type match[T] = …` would be an assignment to an element. The
 * length stays.
 */
export function legible(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
  return lines.replace(ALIAS_LIKE_KEYWORD, (found) => found.slice(0, -1) + found.slice(-1).toUpperCase());
}

const ALIAS_LIKE_KEYWORD = /\btype(?:[ \t\f]|\\\r?\n)+(?:match|type|print|exec)(?=\W)/g;

/**
 * The tree of a text that the grammar could not read, or could read only after the text was spelt in another way with
 * the same length and meaning; such a tree has the offsets of the text. `parse` gives the tree of a text.
 */
export function readAgain(tree: SyntaxTree, parse: (text: string) => SyntaxTree): SyntaxTree {
  let best = tree;
  for (const respell of [withDefaultsAsBounds, withJoinedLines, withJoinedLinesAndNoComments]) {
    if (!best.hasError) return best;
    const spelling = respell(best);
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
function withDefaultsAsBounds({ text }: SyntaxTree): string {
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

/** Lines joined within brackets, where the grammar stumbles over a continuation line that is indented less. */
function withJoinedLines({ text }: SyntaxTree): string {
  return joined(text, false);
}

function withJoinedLinesAndNoComments({ text }: SyntaxTree): string {
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

interface Edit {
  readonly start: number;
  /** As long as what it replaces. */
  readonly replacement: string;
}

function edited(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const { start, replacement } of edits) {
    parts.push(text.slice(end, start), replacement);
    end = start + replacement.length;
  }
  return parts.join('') + text.slice(end);
}
