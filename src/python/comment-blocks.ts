import { isProse } from './code-or-prose.ts';
import type { Comment } from './comments.ts';

/** A comment that has its line to itself. */
export interface Line {
  readonly comment: Comment;
  /** What stands after the `#` signs, with its white space. */
  readonly code: string;
  readonly isProse: boolean;
}

/** The runs of comments that stand below one another at one column; what tools read parts them. */
export function blocksOf(comments: readonly Comment[]): readonly (readonly Line[])[] {
  const blocks: Line[][] = [];
  let previous: Comment | undefined;
  let quotes = '';
  let isMetadata = false;
  for (const comment of comments) {
    if (!comment.isOwnLine) continue;
    // Metadata stands between `# /// script` and `# ///` (PEP 723).
    const fence = /^#\s*\/\/\/\s*(\w*)/.exec(comment.text);
    if (fence !== null) isMetadata = fence[1] !== '';
    if (comment.isPragma || isMetadata) continue;
    if (previous?.line !== comment.line - 1 || previous.column !== comment.column) {
      blocks.push([]);
      quotes = '';
    }
    previous = comment;
    const block = blocks.at(-1) ?? [];
    const code = comment.text.replace(/^#+/, '');
    const open = quotesAfter(code, quotes);
    const isInside = quotes !== '' || open !== '';
    block.push(new OwnLine(comment, code, isInside, isIndented(block, code)));
    quotes = open;
  }
  return blocks;
}

/** A class, since few lines are asked whether they are prose, which takes long to tell. */
class OwnLine implements Line {
  readonly comment: Comment;
  readonly code: string;
  readonly #isInString: boolean;
  readonly #isIndented: boolean;
  #isProse: boolean | undefined;

  constructor(comment: Comment, code: string, isInString: boolean, isFurtherIn: boolean) {
    this.comment = comment;
    this.code = code;
    this.#isInString = isInString;
    this.#isIndented = isFurtherIn;
  }

  get isProse(): boolean {
    return (this.#isProse ??= !this.#isInString && isProse(this.code, this.#isIndented));
  }
}

/** Whether a line stands further in than the first of its block. */
const isIndented = ([first]: readonly Line[], code: string) =>
  first !== undefined && indentOf(code) > indentOf(first.code);

/** The triple quotes that are open after a line, when those before it are. */
function quotesAfter(code: string, before: string): string {
  if (!code.includes('"""') && !code.includes("'''")) return before;
  let open = before;
  for (const [quotes] of code.matchAll(/"""|'''/g)) {
    if (open === '') open = quotes;
    else if (open === quotes) open = '';
  }
  return open;
}

/** The comments above a block with nothing but a few blank lines between, the nearest last. */
export function blocksAbove(
  lineText: (line: number) => string,
  blocks: readonly (readonly Line[])[],
  index: number,
): readonly Line[] {
  let first = index;
  while (first > 0) {
    const [end, start] = [blocks[first - 1]?.at(-1), blocks[first]?.[0]];
    if (end === undefined || start === undefined) break;
    if (!isNear(end.comment.line, start.comment.line, lineText)) break;
    first--;
  }
  return blocks.slice(first, index).flat();
}

/** Whether nothing but a few blank lines stands between two lines. */
export function isNear(end: number, start: number, lineText: (line: number) => string): boolean {
  if (start - end > MOST_BLANK_LINES + 1) return false;
  for (let line = end + 1; line < start; line++) if (lineText(line).trim() !== '') return false;
  return true;
}

const MOST_BLANK_LINES = 2;

export const indentOf = (code: string) => code.length - code.trimStart().length;
