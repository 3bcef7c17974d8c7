import {
  hasStatementOfCode,
  isProse,
  isPython,
  isRepresentation,
  onlyArgumentOf,
  onlyCallOf,
  plainCalleesIn,
  signatureIn,
  withoutStrings,
} from './code-or-prose.ts';
import type { Comment } from './comments.ts';
import type { Parser } from './parse.ts';
import type { SyntaxTree } from './syntax.ts';

/** Comments that hold code and nothing else, with at most two blank lines between one and the next. */
export interface CommentedCode {
  /** Own-line comments in source order. */
  readonly first: Comment;
  readonly last: Comment;
  /** How many comments it is. */
  readonly lines: number;
  /** The names of the test functions in it, in source order. */
  readonly tests: readonly string[];
}

/** Where comments stand, and what can read them. */
export interface CommentSource {
  readonly comments: readonly Comment[];
  readonly parse: Parser;
  /** The text of a one-based line. */
  readonly lineText: (line: number) => string;
  /** The text of the statement that starts on a one-based line; empty when none does. */
  readonly statementTextOn: (line: number) => string;
  /** Whether a name is a variable of the module or of a function in it. */
  readonly isKnown: (name: string) => boolean;
}

/**
 * The comments that hold code, in source order. Code is what parses and has a statement that no prose reads as. An
 * example below a sentence, a label of the statement that follows, and what a TODO or an ellipsis stands in are none;
 * a test function that is commented out is code whatever stands above it.
 */
export function commentedCodeOf(source: CommentSource): readonly CommentedCode[] {
  const stretches = blocksOf(source.comments).flatMap((comments) => {
    if (!comments.some((comment) => MAY_BE_CODE.test(codeOf(comment)))) return [];
    const block = linesIn(comments);
    return [...testsIn(source, block), ...codeIn(source, block)];
  });
  return joined(source, stretches);
}

/** What every statement that no prose reads as has on one of its lines. */
const MAY_BE_CODE =
  /\w\(|=|^\s*(?:@|(?:assert|async|class|def|del|for|from|if|import|raise|return|try|while|with)\b)/;

interface Line {
  readonly comment: Comment;
  /** What stands after the `#` signs, with its white space. */
  readonly code: string;
  readonly isProse: boolean;
}

type Lines = readonly [Line, ...Line[]];

/** The runs of comments that stand below one another at one column; what tools read parts them. */
function blocksOf(comments: readonly Comment[]): readonly (readonly Comment[])[] {
  const blocks: Comment[][] = [];
  let previous: Comment | undefined;
  let isMetadata = false;
  for (const comment of comments) {
    if (!comment.isOwnLine) continue;
    // Metadata stands between `# /// script` and `# ///` (PEP 723).
    const fence = comment.isPragma ? /^#\s*\/\/\/\s*(\w*)/.exec(comment.text) : null;
    if (fence !== null) isMetadata = fence[1] !== '';
    if (comment.isPragma || isMetadata) continue;
    if (previous?.line === comment.line - 1 && previous.column === comment.column)
      blocks.at(-1)?.push(comment);
    else blocks.push([comment]);
    previous = comment;
  }
  return blocks;
}

const codeOf = ({ text }: Comment) => text.replace(/^#+/, '');

function linesIn(comments: readonly Comment[]): readonly Line[] {
  const block: Line[] = [];
  let quotes = '';
  for (const comment of comments) {
    const code = codeOf(comment);
    const open = quotesAfter(code, quotes);
    const isInside = quotes !== '' || open !== '';
    block.push({ comment, code, isProse: !isInside && isProse(code, isIndented(block, code)) });
    quotes = open;
  }
  return block;
}

/** Whether a line stands further in than the first of its block. */
const isIndented = ([first]: readonly Line[], code: string) =>
  first !== undefined && indentOf(code) > indentOf(first.code);

/** The triple quotes that are open after a line, when those before it are. */
function quotesAfter(code: string, before: string): string {
  let open = before;
  for (const [quotes] of code.matchAll(/"""|'''/g)) {
    if (open === '') open = quotes;
    else if (open === quotes) open = '';
  }
  return open;
}

/** Lines that hold code, and the test functions among them. */
interface Stretch {
  readonly lines: Lines;
  readonly tests: readonly string[];
}

/** The test functions of a block, each with its decorators and all that is indented below it. */
function testsIn({ parse }: CommentSource, block: readonly Line[]): readonly Stretch[] {
  return block.flatMap(({ code }, index) => {
    const [, indent = '', name] = TEST_HEADER.exec(code) ?? [];
    if (name === undefined) return [];
    const end = headerEndOf(parse, block, index);
    if (end === undefined) return [];
    let first = index;
    while (isDecorator(block[first - 1], indent)) first--;
    const after = block.findIndex(
      (line, at) => at > end && line.code.trim() !== '' && indentOf(line.code) <= indent.length,
    );
    const lines = trimmed(block.slice(first, after === -1 ? block.length : after));
    return lines === undefined || lines.some(isLeftOut) ? [] : [{ lines, tests: [name] }];
  });
}

const TEST_HEADER = /^(\s*)(?:async\s+)?def\s+(test\w*)\s*\(/;

/** The index of the line on which the header that starts on one line ends; undefined when it is none. */
function headerEndOf(parse: Parser, block: readonly Line[], start: number): number | undefined {
  for (let end = start; end < Math.min(block.length, start + LONGEST_HEADER); end++) {
    const header = dedented(block.slice(start, end + 1)).replace(/:\s*(?:#.*)?$/, ': pass\n');
    if (isPython(parse(header))) return end;
  }
  return undefined;
}

const LONGEST_HEADER = 12;

/** Whether a line stands for code that an example leaves out. */
const isLeftOut = ({ code }: Line) => /(?:^|:)\s*\.\.\.\s*$/.test(code);

const isDecorator = (line: Line | undefined, indent: string) =>
  line !== undefined && line.code.startsWith(`${indent}@`);

const indentOf = (code: string) => code.length - code.trimStart().length;

/**
 * The part of a block that parses and holds code. What stands below a sentence is explained by it or is its example,
 * and counts for none.
 */
function codeIn(source: CommentSource, block: readonly Line[]): readonly Stretch[] {
  const [only, ...others] = block;
  if (block.some(isKept) || (only !== undefined && others.length === 0 && hasRemark(only))) return [];
  const end = block.findIndex((line) => line.isProse);
  const part = trimmed(end === -1 ? block : block.slice(0, end));
  const code = part === undefined ? undefined : longestCodeIn(source.parse, part);
  if (code === undefined || !isCode(source, code) || isForeign(source, block, code.tree)) return [];
  return [{ lines: code.lines, tests: [] }];
}

/** Whether a line says that code is kept for later, or why it is commented out; a comment in the code may say so too. */
function isKept({ comment, code, isProse: isSentence }: Line): boolean {
  const said = isSentence ? code : (/#(.*)/.exec(withoutStrings(code))?.[1] ?? '');
  return MARKER.test(comment.content) || REASON.test(said);
}

/** Whether a line of code has a sentence behind it, and not code or a word for a tool. */
function hasRemark({ code }: Line): boolean {
  const [, before = '', said = ''] = /^([^#]*)#(.*)$/s.exec(withoutStrings(code)) ?? [];
  return before.trim() !== '' && said.trim().split(/\s+/).length >= SHORTEST_REMARK && isProse(said, true);
}

const SHORTEST_REMARK = 3;

const MARKER = /\b(?:TODO|FIXME|XXX|HACK|NOTE|NB|WIP|BUG)\b/;
const REASON =
  /\b(?:because|since|until|unless|when|once|otherwise|instead|should|uncomment\w*|disabled?|broken|fail(?:s|ing|ed)?|bug|issue|workaround|\w+n't|not)\b/i;

/** Without the blank lines at both ends; undefined when all are blank. */
function trimmed(lines: readonly Line[]): Lines | undefined {
  const isFilled = ({ code }: Line) => code.trim() !== '';
  const [first, ...rest] = lines.slice(lines.findIndex(isFilled), lines.findLastIndex(isFilled) + 1);
  return first === undefined ? undefined : [first, ...rest];
}

interface Code {
  readonly lines: Lines;
  readonly tree: SyntaxTree;
}

/** The longest run of lines that parses and has a statement of code, the first of several. */
function longestCodeIn(parse: Parser, lines: Lines): Code | undefined {
  let readable = READ_IN_ANY_BLOCK + READINGS_OF_A_LONG_BLOCK * lines.length;
  for (let length = lines.length; length > 0; length--) {
    for (const start of startsOf(lines.length - length, lines.length)) {
      if (readable < length) return undefined;
      const run = trimmed(lines.slice(start, start + length));
      if (run?.length !== length || !run.some(({ code }) => MAY_BE_CODE.test(code))) continue;
      readable -= length;
      const tree = parse(dedented(run));
      if (isPython(tree) && hasStatementOfCode(tree)) return { lines: run, tree };
    }
  }
  return undefined;
}

/** Where runs may start: anywhere up to `last`, of many lines at the ends only, lest the tries grow with their square. */
function startsOf(last: number, count: number): readonly number[] {
  return count > SEARCHED_WHOLLY ? [0, last] : Array.from({ length: last + 1 }, (_, start) => start);
}

const SEARCHED_WHOLLY = 12;

/** How many lines are read at most in search of those that are code: of a block of a hundred every run that may be. */
const READ_IN_ANY_BLOCK = 12_000;
const READINGS_OF_A_LONG_BLOCK = 4;

function dedented(lines: readonly Line[]): string {
  let indent = Infinity;
  for (const { code } of lines) if (code.trim() !== '') indent = Math.min(indent, indentOf(code));
  return lines.map(({ code }) => `${code.slice(indent)}\n`).join('');
}

function isCode(source: CommentSource, { lines, tree }: Code): boolean {
  const { statementTextOn, lineText } = source;
  if (/\.\.\.|…/.test(tree.text) || /;/.test(withoutStrings(tree.text))) return false;
  if (isRepresentation(tree) || isSignature(source, tree)) return false;
  const next = (lines.at(-1) ?? lines[0]).comment.line + 1;
  if (compact(statementTextOn(next)).includes(compact(tree.text))) return false;
  if (isMakerOf(tree, statementTextOn(next))) return false;
  const called = onlyCallOf(tree);
  return called === undefined || !paragraphFrom(lineText, next).includes(called);
}

/** Whether a text is a call of something that is no function of the module, such as `__getitem__(index)`: its signature. */
function isSignature({ isKnown }: CommentSource, tree: SyntaxTree): boolean {
  const called = signatureIn(tree);
  return called !== undefined && !isKnown(called);
}

/** Whether a text is in R, of which a test may say how it got the values that it expects. */
function isForeign({ isKnown }: CommentSource, block: readonly Line[], tree: SyntaxTree): boolean {
  if (block.some(({ code }) => /^\s*library\(|<-/.test(code))) return true;
  return plainCalleesIn(tree).includes('c') && !isKnown('c');
}

/** Whether a text is a call with what the assertion below asserts: it wrote that assertion, and can write it anew. */
function isMakerOf(tree: SyntaxTree, assertion: string): boolean {
  const given = onlyArgumentOf(tree);
  return given !== undefined && compact(assertion).startsWith(compact(`assert ${given} ==`));
}

/** The lines from a one-based line to the next blank one. */
function paragraphFrom(lineText: (line: number) => string, first: number): string {
  const lines: string[] = [];
  for (let line = first; lineText(line).trim() !== ''; line++) lines.push(lineText(line));
  return lines.join('\n');
}

const compact = (text: string) => text.replace(/\s+/g, '');

/** The stretches as they stand in the text, those with nothing but a few blank lines between them as one. */
function joined({ lineText }: CommentSource, stretches: readonly Stretch[]): readonly CommentedCode[] {
  const found: CommentedCode[] = [];
  for (const { lines, tests } of stretches.toSorted((one, other) => lineOf(one) - lineOf(other))) {
    const first = lines[0].comment;
    const last = (lines.at(-1) ?? lines[0]).comment;
    const before = found.at(-1);
    if (before === undefined || !isNear(before.last.line, first.line, lineText)) {
      found.push({ first, last, lines: lines.length, tests });
      continue;
    }
    const end = last.line > before.last.line ? last : before.last;
    const added = lines.filter(({ comment }) => comment.line > before.last.line).length;
    found[found.length - 1] = {
      first: before.first,
      last: end,
      lines: before.lines + added,
      tests: [...before.tests, ...tests],
    };
  }
  return found;
}

const lineOf = ({ lines }: Stretch) => lines[0].comment.line;

function isNear(end: number, start: number, lineText: (line: number) => string): boolean {
  if (start - end > MOST_BLANK_LINES + 1) return false;
  for (let line = end + 1; line < start; line++) if (lineText(line).trim() !== '') return false;
  return true;
}

const MOST_BLANK_LINES = 2;
