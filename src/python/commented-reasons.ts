import { isProse, withoutStrings } from './code-or-prose.ts';
import { indentOf, type Line } from './comment-blocks.ts';
import type { CommentSource } from './commented-labels.ts';
import { commentsOnLines } from './comments.ts';
import { hasWord } from './mentions.ts';

/** Whether a line says that code is kept for later, or why it is commented out; a comment in the code may say so too. */
export function isKept({ comment, code, isProse: isSentence }: Line): boolean {
  const said = isSentence ? code : (/#(.*)/.exec(withoutStrings(code))?.[1] ?? '');
  if (/^#+\s*(?:https?:\/\/|(?:e\.g\.|i\.e\.))/i.test(comment.text)) return true;
  // `not yet` parses as an expression.
  if (/^\s*not \w+\W*$/.test(code)) return true;
  return MARKER.test(comment.content) || REASON.test(said);
}

/** Whether a line of code has words behind it, and not code or a word for a tool. */
export function hasRemark({ code }: Line): boolean {
  const [, before = '', said = ''] = /^([^#]*)#(.*)$/s.exec(withoutStrings(code)) ?? [];
  return before.trim() !== '' && isRemark(said);
}

/** Whether what stands behind code has words, be it one, and speaks to no tool. */
const isRemark = (said: string) => {
  const words = said.trim();
  return words !== '' && !TOOL.test(words) && (isProse(said, true) || /^[A-Za-z][\w-]*[.!]?$/.test(words));
};

const TOOL = /^(?:noqa|nosec|type|pylint|mypy|pyright|pragma|fmt|ruff|flake8|isort|black|yapf)\b/i;

/**
 * Whether something else than the block of code says why it is commented out: sentences above it, a comment that it
 * begins with, a TODO in its paragraph, or a remark on the line that stands in its place.
 */
export function isExplainedNearby(source: CommentSource, block: readonly Line[], place: Place): boolean {
  if (endsInSentence(place.above) || beginsWithSentence(block) || hasSentence(block)) return true;
  if (namesSource(block)) return true;
  if (isBelowReason(source, block) || isReplaced(source, block)) return true;
  if (isAboveReason(source, block) || isOneOfSeveral(source, place)) return true;
  return isBelowHead(source, block) || isQuoted(source, block);
}

/**
 * Whether the comment that a function or a class opens with, above its header or below it, or one a few lines up in the
 * same function, says why something is otherwise here.
 */
function isBelowHead({ lineText, comments }: CommentSource, [first]: readonly Line[]): boolean {
  if (first === undefined) return false;
  const { line } = first.comment;
  let column = first.comment.column;
  const saying = comments.filter(
    (one) => one.isOwnLine && !one.isPragma && one.line < line && isProse(one.content, true),
  );
  const hasReason = (from: number, to: number) => {
    const said = saying.filter((one) => one.line >= from && one.line <= to).map(({ content }) => content);
    return HEAD_REASON.test(said.join(' '));
  };
  const isSentence = ({ start, end }: { start: number; end: number }) => {
    const said = saying.filter((one) => one.line >= start && one.line <= end).map(({ content }) => content);
    return said.join(' ').split(/\s+/).length >= LONG_SENTENCE;
  };
  for (let above = line - 1; above > 0; above--) {
    const indent = indentOf(lineText(above)) + 1;
    if (indent >= column || !/^\s*(?:async\s+def|def|class)\s/.test(lineText(above))) continue;
    let start = above;
    while (/^\s*[#@]/.test(lineText(start - 1))) start--;
    const opening = openingAfter(lineText, above);
    const isInner = column === first.comment.column;
    if (hasReason(start, above) || hasReason(opening.start, opening.end)) return true;
    if (isInner && isSentence(opening)) return true;
    if (isInner && hasReason(Math.max(line - A_FEW, above), line - 1)) return true;
    column = indent;
  }
  return column === first.comment.column && hasReason(Math.max(line - A_FEW, 1), line - 1);
}

/** The comment lines with which the body below a header starts, a docstring of one line aside. */
function openingAfter(lineText: (line: number) => string, header: number): { start: number; end: number } {
  let start = header;
  while (!/:\s*(?:#.*)?$/.test(lineText(start)) && start < header + LONGEST_HEADER) start++;
  start++;
  while (/^\s*(?:$|"""[^]*"""$)/.test(lineText(start)) && start < header + LONGEST_HEADER) start++;
  let end = start;
  while (/^\s*#/.test(lineText(end))) end++;
  return { start, end: end - 1 };
}

const LONGEST_HEADER = 12;

/** A function that opens with so many words explains itself. */
const LONG_SENTENCE = 6;

/** How many lines above a block a reason may stand. */
const A_FEW = 8;

/**
 * Whether a block is quoted for explanation: a call directly above a definition that answers it, the other value of
 * what the statement before or the next one assigns, or what the numbers in the next statement come from.
 */
function isQuoted({ statementTextOn, lineText }: CommentSource, block: readonly Line[]): boolean {
  const next = (block.at(-1)?.comment.line ?? 0) + 1;
  const filled = block.filter(({ code }) => code.trim() !== '');
  if (filled.length === 1 && /^\s*(?:@|(?:async\s+)?def\s|class\s)/.test(lineText(next))) return true;
  const statement = statementTextOn(next);
  const before = statementTextOn((block[0]?.comment.line ?? 0) - 1);
  const targets = new Set([before, statement].flatMap((one) => targetOf(one) ?? []));
  if (filled.some(({ code }) => targets.has(targetOf(code.trim()) ?? ''))) return true;
  const isComputation = !filled.some(({ code }) => /^\s*(?:assert\b|(?:self\.)?assert)/.test(code));
  return isComputation && PRECISE_NUMBER.test(statement);
}

/** What an assignment gives a value to. */
const targetOf = (statement: string) => /^([\w.[\]'"]+(?:\s*,\s*[\w.]+)*)\s*=(?!=)/.exec(statement)?.[1];

/** A number that somebody has computed. */
const PRECISE_NUMBER = /\d\.\d{3,}/;

/** Where a block of comments stands among the others of the module. */
export interface Place {
  readonly blocks: readonly (readonly Line[])[];
  readonly index: number;
  /** The comments above it with nothing but a few blank lines between, the nearest last. */
  readonly above: readonly Line[];
}

/** Whether some line of a block is a sentence or has one behind it. */
function hasSentence(block: readonly Line[]): boolean {
  return block.some(
    (line) => hasRemark(line) || (line.isProse && line.code.trim().split(/\s+/).length >= SHORTEST_SAYING),
  );
}

const SHORTEST_SAYING = 3;

/** Whether the last words of comments are a sentence, or a heading that announces what follows; code may come after. */
function endsInSentence(lines: readonly Line[]): boolean {
  const words = lines.slice(0, lines.findLastIndex(({ isProse: isSentence }) => isSentence) + 1);
  const code = words.findLastIndex((line) => !line.isProse && line.code.trim() !== '');
  const paragraph = words.slice(code + 1).map((line) => line.code.trim());
  const said = paragraph.join(' ').trim();
  return said.endsWith(':') || said.split(/\s+/).length >= SHORTEST_SENTENCE;
}

const SHORTEST_SENTENCE = 5;

/** Whether a block begins by naming the place that its code is quoted from, as in `in main.py:`. */
const namesSource = ([first]: readonly Line[]) =>
  first !== undefined && /^\s*(?:in|from|see|cf\.?)\s[\w./ ]+:\s*$/i.test(first.code);

/** Whether code that is commented out begins with a comment of its own, as in `##Only for the first run:`. */
function beginsWithSentence(block: readonly Line[]): boolean {
  const first = block.findIndex(({ code }) => code.trim() !== '' && !code.trimStart().startsWith('#'));
  return block.slice(0, Math.max(first, 0)).some(({ code }) => isProse(code.replace(/^[\s#]+/, ''), true));
}

/**
 * Whether a comment of the paragraph above the block, between its statements, says that something is to be done, or
 * gives a reason on lines of its own.
 */
function isBelowReason({ lineText }: CommentSource, [first]: readonly Line[]): boolean {
  let line = (first?.comment.line ?? 1) - 1;
  for (; lineText(line).trim() !== ''; line--) {
    const text = lineText(line);
    if (/#.*\b(?:TODO|FIXME|XXX|HACK|WIP|BUG)\b/.test(text)) return true;
    const [, said = ''] = /^\s*#+(.*)/.exec(text) ?? [];
    if (isProse(said, true) && REASON.test(said)) return true;
  }
  return false;
}

/** Whether code is commented out further up in the same function with a reason, which may hold of all of it. */
function isOneOfSeveral({ lineText }: CommentSource, { blocks, index }: Place): boolean {
  let line = blocks[index]?.[0]?.comment.line ?? 0;
  for (let above = index - 1; above >= 0; above--) {
    const block = blocks[above] ?? [];
    const last = block.at(-1)?.comment.line ?? 0;
    for (; line > last; line--) if (HEADER.test(lineText(line))) return false;
    const reason = block.findIndex((said) => said.isProse && isKept(said));
    if (
      reason !== -1 &&
      block.slice(reason).some(({ code, isProse: isSentence }) => !isSentence && /[=(]/.test(code))
    )
      return true;
  }
  return false;
}

const ENDING = /^(?:raise\b|(?:\w+\.)*(?:skip\w*|xfail|fail)\()[^]*["']/i;

const HEADER = /^\s*(?:async\s+)?(?:def|class)\s/;

/**
 * Whether a comment soon after the block is a note with nothing but blank lines between, or gives a reason and names
 * what the block assigns.
 */
function isAboveReason({ comments, lineText }: CommentSource, block: readonly Line[]): boolean {
  const last = block.at(-1)?.comment.line ?? 0;
  const assigned = block.flatMap(({ code }) => /^\s*(\w{2,})\s*=[^=]/.exec(code)?.[1] ?? []);
  return commentsOnLines(comments, last + 1, last + SOON).some(({ line, content, isOwnLine }) => {
    if (!isOwnLine || !(MARKER.test(content) || REASON.test(content))) return false;
    const isNext = Array.from({ length: line - last - 1 }, (_, index) => lineText(last + 1 + index)).every(
      (between) => between.trim() === '',
    );
    return (isNext && MARKER.test(content)) || assigned.some((name) => hasWord(content, name));
  });
}

/** How many lines below a block a comment may be about it. */
const SOON = 6;

/** Whether the line below the block has a remark, or ends the test with a text: it says why it stands there instead. */
function isReplaced({ comments, statementTextOn }: CommentSource, block: readonly Line[]): boolean {
  const next = (block.at(-1)?.comment.line ?? 0) + 1;
  if (ENDING.test(statementTextOn(next))) return true;
  const [remark] = commentsOnLines(comments, next, next);
  return remark !== undefined && !remark.isOwnLine && !remark.isPragma && isRemark(remark.content);
}

/**
 * Whether the comments above a test that is commented out may give the reason: the first of all, the last, or those
 * above a test that is commented out before it have a word for one, or as many as a sentence.
 */
export function isExcused(above: readonly Line[]): boolean {
  const lines = above.map(({ code }) => code.replace(/^[\s#]+/, ''));
  const isOther = (line: string) => line !== '' && !isProse(line, false) && !OUTSTANDING.test(line);
  const first = lines.findIndex(isOther);
  const headers = lines.flatMap((line, index) => (/^(?:async\s+)?def\s+test/.test(line) ? [index] : []));
  return [
    lines.slice(0, first === -1 ? lines.length : first),
    ...[...headers, lines.length].map((end) => {
      const before = lines.slice(0, end);
      return before.slice(before.findLastIndex(isOther) + 1);
    }),
  ].some((words) => {
    const said = words.join(' ');
    return REASON.test(said) || OBSTACLE.test(said) || said.trim().split(/\s+/).length >= SHORTEST_SENTENCE;
  });
}

/** A note of what is to be done, or where more is said. */
const OUTSTANDING = /^(?:TODO|FIXME|XXX|HACK)\b|^\S*:\/\//;

/** Whether the body of a test that is commented out begins with a comment that says what keeps it from running. */
export function opensWithObstacle(body: readonly Line[]): boolean {
  const code = body.findIndex((line) => line.code.trim() !== '' && !line.code.trimStart().startsWith('#'));
  return body.slice(0, Math.max(code, 0)).some((line) => OBSTACLE.test(line.code));
}

/** What says that something is missing, different or turned off on purpose. */
const HEAD_REASON =
  /\b(?:because|until|unless|otherwise|instead|but|however|although|except|without|uncomment\w*|disabled?|broken|fails?|failing|bugs?|workaround|comment(?:ed|ing)? out|no[- ]?(?:one|body|longer)|not|\w+n't|cannot|skip\w*|TODO|FIXME|XXX)\b|:\/\//i;

const MARKER = /\b(?:TODO|FIXME|XXX|HACK|NOTE|NB|WIP|BUG)\b/;
const REASON =
  /\b(?:because|since|until|unless|when|once|otherwise|instead|should|uncomment\w*|disabled?|broken|fail(?:s|ing|ed)?|bug|issue|workaround|typo|comment(?:ed|ing)? out|\w+n't|not)\b/i;
/** What else keeps a test from running. */
const OBSTACLE =
  /:\/\/|\b(?:TODO|FIXME|XXX)\b\W*(?:\w+\W+){2}|\b(?:too|takes?|needs?|requires?|depends|currently|unavailable|removed|missing|unsupported|flaky|slow|fail|refuses?|would|cannot|later)\b/i;
