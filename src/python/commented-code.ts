import { hasStatementOfCode, isPython } from './code-or-prose.ts';
import { blocksAbove, blocksOf, indentOf, isNear, type Line } from './comment-blocks.ts';
import { type CommentSource, isCode, isForeign } from './commented-labels.ts';
import {
  hasRemark,
  isExcused,
  isExplainedNearby,
  isKept,
  opensWithObstacle,
  type Place,
} from './commented-reasons.ts';
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

/**
 * The comments that hold code, in source order. Code is what parses and has a statement that no prose reads as. An
 * example below a sentence, a label of the statement that follows, and what a TODO or an ellipsis stands in are none;
 * a test function that is commented out is code below any sentence but a reason.
 */
export function commentedCodeOf(source: CommentSource): readonly CommentedCode[] {
  const blocks = blocksOf(source.comments);
  const stretches = blocks.flatMap((block, index) => {
    if (isRestOfTest(source, blocks, index)) return restOf(block);
    if (!block.some(({ code }) => MAY_BE_CODE.test(code))) return [];
    const above = blocksAbove(source.lineText, blocks, index);
    const tests = testsIn(source, block, above);
    const code = codeIn(source, block, { blocks, index, above });
    // A test that is yet to be written, or excused, is no other code either.
    const isOfTest = tests.length === 0 && code.some(({ lines }) => lines.some(isTestHeader));
    return isOfTest ? [] : [...tests, ...code];
  });
  return joined(source, stretches);
}

/** What every statement that no prose reads as has on one of its lines. */
const MAY_BE_CODE =
  /\w\(|=|^\s*(?:@|(?:assert|async|class|def|del|for|from|if|import|raise|return|try|while|with)\b)/;

type Lines = readonly [Line, ...Line[]];

/** Lines that hold code, and the test functions among them. */
interface Stretch {
  readonly lines: Lines;
  readonly tests: readonly string[];
  /** Whether they belong to the test in the comments before them. */
  readonly isRest?: boolean;
}

/** Whether a block goes on with the body of a test that is commented out, after blank lines: all of it is further in. */
function isRestOfTest(
  { lineText }: CommentSource,
  blocks: readonly (readonly Line[])[],
  index: number,
): boolean {
  const first = blocks[index]?.[0];
  if (first === undefined || indentOf(first.code) < 2) return false;
  let shallowest = Infinity;
  for (let at = index; at >= 0; at--) {
    const block = blocks[at] ?? [];
    const header = at === index ? -1 : block.findLastIndex(isTestHeader);
    for (const { code } of block.slice(header === -1 ? 0 : bodyAfter(block, header)))
      if (code.trim() !== '') shallowest = Math.min(shallowest, indentOf(code));
    const [start, end] = [block[0]?.comment, blocks[at - 1]?.at(-1)?.comment];
    if (header !== -1) return indentOf(block[header]?.code ?? '') < shallowest;
    if (start === undefined || end?.column !== start.column) return false;
    if (!isNear(end.line, start.line, lineText)) return false;
  }
  return false;
}

/** The index of the line after the header that starts on a line: headers end in a colon. */
const bodyAfter = (block: readonly Line[], header: number) =>
  block.findIndex(({ code }, at) => at >= header && /:\s*(?:#.*)?$/.test(code)) + 1;

function restOf(block: readonly Line[]): readonly Stretch[] {
  const lines = trimmed(block);
  return lines === undefined ? [] : [{ lines, tests: [], isRest: true }];
}

/** The test functions of a block that do something, each with its decorators and all that is indented below it. */
function testsIn(
  { parse }: CommentSource,
  block: readonly Line[],
  above: readonly Line[],
): readonly Stretch[] {
  return block.flatMap(({ code }, index) => {
    const [, indent = '', name] = TEST_HEADER.exec(code) ?? [];
    if (name === undefined) return [];
    const end = headerEndOf(parse, block, index);
    if (end === undefined) return [];
    const first = firstDecoratorOf(parse, block, index, indent);
    const after = block.findIndex(
      (line, at) => at > end && line.code.trim() !== '' && indentOf(line.code) <= indent.length,
    );
    const lines = trimmed(block.slice(first, after === -1 ? block.length : after));
    if (lines === undefined || lines.some(isLeftOut)) return [];
    if (!block.slice(end + 1, after === -1 ? block.length : after).some(doesSomething)) return [];
    if (block.slice(first, end + 1).some(hasRemark) || opensWithObstacle(block.slice(end + 1))) return [];
    return isExcused([...above, ...block.slice(0, first)]) ? [] : [{ lines, tests: [name] }];
  });
}

/** Whether a line is more than a placeholder, a docstring or a note: a test of `pass` is yet to be written. */
const doesSomething = ({ code, isProse }: Line) =>
  !(isProse && code.trim().split(/\s+/).length >= SHORTEST_NOTE) &&
  !/^\s*(?:pass\b\s*|return\s*|[rR]?("""|"|').*\1\s*)?(?:#.*)?$/.test(code);

/** In words; `print cart` may be either. */
const SHORTEST_NOTE = 3;

const isTestHeader = ({ code }: Line) => TEST_HEADER.test(code);

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

/** The index of the line on which the decorators of a header start, which may go on for several lines; else its own. */
function firstDecoratorOf(parse: Parser, block: readonly Line[], header: number, indent: string): number {
  let first = header;
  for (let at = header - 1; at >= Math.max(0, first - LONGEST_HEADER); at--) {
    const code = block[at]?.code ?? '';
    if (code.startsWith(`${indent}@`)) {
      const isOneLine = at === first - 1;
      if (!isOneLine && !isPython(parse(`${dedented(block.slice(at, first))}def test(): pass\n`))) break;
      first = at;
    } else if (code.trim() === '' || (indentOf(code) <= indent.length && !/^\s*[)\]}]/.test(code))) break;
  }
  return first;
}

/** Whether a line stands for code that an example leaves out. */
const isLeftOut = ({ code }: Line) => /(?:^|:)\s*\.\.\.\s*$/.test(code);

/**
 * The part of a block that parses and holds code. What stands below a sentence is explained by it or is its example,
 * and counts for none.
 */
function codeIn(source: CommentSource, block: readonly Line[], place: Place): readonly Stretch[] {
  const [only, ...others] = block;
  if (block.some(isKept) || (only !== undefined && others.length === 0 && hasRemark(only))) return [];
  const end = block.findIndex((line) => line.isProse);
  const part = trimmed(end === -1 ? block : block.slice(0, end));
  const code = part === undefined ? undefined : longestCodeIn(source.parse, part);
  if (
    code === undefined ||
    !isCode(source, code.lines, code.tree) ||
    isForeign(source, [...place.above, ...block], code.tree)
  )
    return [];
  return isExplainedNearby(source, block, place) ? [] : [{ lines: code.lines, tests: [] }];
}

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

/**
 * The stretches as they stand in the text, those with nothing but a few blank lines between them as one. Where there are
 * tests, it starts at the first of them, or at the class around that.
 */
function joined({ lineText }: CommentSource, stretches: readonly Stretch[]): readonly CommentedCode[] {
  const found: CommentedCode[] = [];
  for (const { lines, tests, isRest } of stretches.toSorted((one, other) => lineOf(one) - lineOf(other))) {
    const first = lines[0].comment;
    const last = (lines.at(-1) ?? lines[0]).comment;
    const before = found.at(-1);
    const isNext = before !== undefined && isNear(before.last.line, first.line, lineText);
    if (isRest === true && (!isNext || before.tests.length === 0)) continue;
    if (!isNext) {
      found.push({ first, last, lines: lines.length, tests });
      continue;
    }
    const end = last.line > before.last.line ? last : before.last;
    const added = lines.filter(({ comment }) => comment.line > before.last.line).length;
    found[found.length - 1] = {
      first:
        before.tests.length === 0 && tests.length > 0 && !isFurtherIn(first, before.first)
          ? first
          : before.first,
      last: end,
      lines: before.lines + added,
      tests: [...before.tests, ...tests],
    };
  }
  return found;
}

const isFurtherIn = (inner: Comment, outer: Comment) => insetOf(inner) > insetOf(outer);

const insetOf = ({ text, column }: Comment) => column + indentOf(text.replace(/^#+/, ''));

const lineOf = ({ lines }: Stretch) => lines[0].comment.line;
