import { proseWordsOf, stemOf } from '../names/prose.ts';
import { wordsOf } from '../names/words.ts';
import { isAssertion } from '../python/assertions.ts';
import type { Comment } from '../python/comments.ts';
import { argumentsOf, calledNameOf, dottedNameOf } from '../python/expressions.ts';
import type { TestModule } from '../python/module.ts';
import {
  assignmentOf,
  callStatementOf,
  isCompound,
  mainCallOf,
  nextStatementOf,
} from '../python/statements.ts';
import {
  afterOf,
  childIn,
  descendantsOf,
  Field,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  type SyntaxTree,
  textOf,
} from '../python/syntax.ts';
import { isOneOfSeries } from './comment-series.ts';
import type { Instruction } from './instruction.ts';
import { ASSERTING, ASSIGNING, CALLING, headerEndOf, isSaid, saidBy, STOP } from './said.ts';

/** Whether the statement says all that the comment says, and nothing else is near that the comment could be about. */
export function restates(module: TestModule, { comment, statement, words, names }: Instruction): boolean {
  if (isCompound(module.tree, statement) || !module.endsParagraph(statement)) return false;
  if (isTitle(comment.content) || isLong(module, statement) || !isDone(module, statement, words))
    return false;
  const said = saidBy(module, statement, afterOf(module.tree, statement), false);
  if (!words.every((word) => isSaid(word, said)) || isOfArgument(module, statement, words)) return false;
  if (!names.every((name) => hasName(module, statement, name))) return false;
  if (isAboutArguments(module, statement, words) || isHeading(module, statement, words)) return false;
  if (isFromArgumentsOfOneOfSeveral(module, statement, words) || isDeepInArguments(module, statement, words))
    return false;
  if (QUANTITY.test(comment.content) && meansAllOfArguments(module, statement)) return false;
  return !hasPurposeInArguments(module, statement, comment) && !isOneOfSeries(module, comment);
}

/** Whether a comment is a heading: in title case, with a colon or dots at its end, or with a word in quotes. */
const isTitle = (content: string) =>
  /(?::|\.\.\.|…)$/.test(content) || /["“]|(?<!\w)'/.test(content) || isInTitleCase(content);

function isInTitleCase(content: string): boolean {
  const words = (content.match(/[A-Za-z]\w*/g) ?? []).filter((word) => !STOP.has(word));
  return words.length > 1 && words.every((word) => /^[A-Z]/.test(word));
}

/** Whether a statement fills so many lines that a comment helps to find it. */
function isLong({ positionAt, spanOf }: TestModule, statement: Node): boolean {
  const { start, end } = spanOf(statement);
  return positionAt(end).line - positionAt(start).line >= LONG;
}

const LONG = 4;

/** Whether the verb of a comment is what the statement does, and no noun that its names share: it calls, asserts or sets that. */
function isDone(module: TestModule, statement: Node, [verb = '']: readonly string[]): boolean {
  const { tree } = module;
  // `Test the total` heads a case.
  if (stemOf(verb) === 'test') return false;
  const call = mainCallOf(tree, statement);
  if (call !== NO_NODE) {
    const called = new Set([...wordsOf(calledNameOf(tree, call)).map(stemOf), ...CALLING]);
    if (isAssertion(tree, statement)) for (const word of ASSERTING) called.add(word);
    return isSaid(verb, called);
  }
  return assignmentOf(tree, statement) === NO_NODE || ASSIGNING.includes(stemOf(verb));
}

/** Whether a word of a comment is only in what an argument of a call is made of: it reads the argument out. */
function isDeepInArguments(module: TestModule, statement: Node, words: readonly string[]): boolean {
  const { tree } = module;
  const call = mainCallOf(tree, statement);
  if (call === NO_NODE || isAssertion(tree, statement)) return false;
  const without = saidBy(module, statement, afterOf(tree, statement), false, Kind.argument_list);
  const plain = argumentsOf(tree, call).flatMap(({ keyword, value }) => [
    ...wordsOf(keyword ?? ''),
    ...wordsOf(dottedNameOf(tree, value)?.replaceAll('.', '_') ?? ''),
    ...(kindOf(tree, value) === Kind.integer ? [textOf(tree, value)] : []),
  ]);
  const direct = new Set([...without, ...plain.map(stemOf)]);
  return !words.every((word) => isSaid(word, direct));
}

const QUANTITY = /\b(?:all|every|each)\b/i;

/** Whether a statement does not say that it is about all of something, and has arguments that may amount to that. */
function meansAllOfArguments({ tree }: TestModule, statement: Node): boolean {
  const call = mainCallOf(tree, statement);
  return (
    call !== NO_NODE &&
    argumentsOf(tree, call).length > 0 &&
    !QUANTITY.test(textOf(tree, statement).replaceAll('_', ' '))
  );
}

/** Whether all but the verb of a comment comes from the arguments of one of several calls of the same: it tells them apart. */
function isFromArgumentsOfOneOfSeveral(
  module: TestModule,
  statement: Node,
  [, ...subjects]: readonly string[],
): boolean {
  const { tree, calls, definitionAt } = module;
  const call = mainCallOf(tree, statement);
  if (call === NO_NODE) return false;
  const without = saidBy(module, statement, afterOf(tree, statement), false, Kind.argument_list);
  if (subjects.some((word) => isSaid(word, without))) return false;
  const definition = definitionAt(startOf(tree, call));
  return calls
    .named(calledNameOf(tree, call))
    .some((other) => other !== call && definitionAt(startOf(tree, other)) === definition);
}

/** Whether a comment says to what end a call gets something, as in `Update the cart for alice`: no name of it says so. */
function hasPurposeInArguments(module: TestModule, statement: Node, { content }: Comment): boolean {
  const { tree } = module;
  const [, purpose = ''] = /\b(?:to|for)\b(.*)$/i.exec(content) ?? [];
  if (purpose === '' || isAssertion(tree, statement)) return false;
  const said = saidBy(module, statement, afterOf(tree, statement), false, Kind.argument_list);
  return proseWordsOf(purpose).some((word) => !STOP.has(word) && !/^\d+$/.test(word) && !isSaid(word, said));
}

/**
 * Whether a comment is about what a call gets, of which it picks something out: its verb is not in what is called or
 * assigned, or its other words are not while that has words of its own, or it says what a mock was told.
 */
function isAboutArguments(module: TestModule, statement: Node, words: readonly string[]): boolean {
  const { tree } = module;
  const call = callStatementOf(tree, statement);
  if (call !== NO_NODE && MOCK_ASSERTION.test(calledNameOf(tree, call))) {
    const callee = childIn(tree, call, Field.function);
    const said = saidBy(module, callee, afterOf(tree, callee), false);
    return !words.every((word) => isSaid(word, said) || CALLING.includes(stemOf(word)));
  }
  const said = saidBy(module, statement, afterOf(tree, statement), false, Kind.argument_list);
  const [verb = '', ...subjects] = words;
  if (!isSaid(verb, said)) return true;
  if (call === NO_NODE && assignmentOf(tree, statement) === NO_NODE) return false;
  return (
    !isAssertion(tree, statement) &&
    !subjects.some((word) => isSaid(word, said)) &&
    namesMore(module, statement, verb)
  );
}

/** Whether what a statement calls has a word besides a verb: `create_line` of `create`. */
function namesMore({ tree }: TestModule, statement: Node, verb: string): boolean {
  for (const call of descendantsOf(tree, statement, Kind.call)) {
    return wordsOf(calledNameOf(tree, call)).some((word) => stemOf(word) !== stemOf(verb));
  }
  return false;
}

const MOCK_ASSERTION = /^assert_(?:not_|any_|has_)?(?:call|await)/;

/** Whether the statements that follow without a comment of their own are about the same: the comment heads them all. */
function isHeading(module: TestModule, statement: Node, [, ...subjects]: readonly string[]): boolean {
  const { tree, positionAt, spanOf, lineText } = module;
  if (subjects.length === 0) return false;
  let above = statement;
  for (const next of followingOf(tree, statement)) {
    const last = positionAt(spanOf(above).end).line;
    const between = range(last + 1, positionAt(spanOf(next).start).line).map((line) => lineText(line).trim());
    if (between.includes('') && between.some((line) => line.startsWith('#'))) return false;
    const isAlike = isAssertion(tree, statement) ? isAssertion(tree, next) : subjects.length > 1;
    const said = saidBy(module, next, headerEndOf(module, next), false);
    if (isAlike && subjects.every((word) => isSaid(word, said))) return true;
    above = next;
  }
  return false;
}

/** The statements of a block after one of them, those near enough to be under one heading. */
function followingOf(tree: SyntaxTree, statement: Node): readonly Node[] {
  const next = nextStatementOf(tree, statement);
  const afterNext = next === NO_NODE ? NO_NODE : nextStatementOf(tree, next);
  return [next, afterNext].filter((node) => node !== NO_NODE);
}

const range = (start: number, end: number): readonly number[] =>
  Array.from({ length: Math.max(end - start, 0) }, (_, index) => start + index);

/** Whether a comment says that something is set which the statement passes on: it stands out among the arguments. */
function isOfArgument(
  { tree }: TestModule,
  statement: Node,
  [verb = '', subject = '']: readonly string[],
): boolean {
  const assignment = assignmentOf(tree, statement);
  if (assignment === NO_NODE || !ASSIGNING.includes(stemOf(verb))) return false;
  const value = childIn(tree, assignment, Field.right);
  const isIn = (words: readonly string[]) => words.some((word) => stemOf(word) === stemOf(subject));
  for (let node = statement; node < afterOf(tree, statement); node++) {
    if (kindOf(tree, node) !== Kind.identifier || !isIn(wordsOf(textOf(tree, node)))) continue;
    if (kindOf(tree, parentOf(tree, node)) !== Kind.argument_list || node < value) return false;
  }
  return true;
}

function hasName({ tree }: TestModule, statement: Node, name: string): boolean {
  const kind = name.includes('.') ? Kind.attribute : Kind.identifier;
  for (const node of descendantsOf(tree, statement, kind)) if (textOf(tree, node) === name) return true;
  return false;
}
