import { proseWordsOf, stemOf } from '../names/prose.ts';
import { wordsOf } from '../names/words.ts';
import type { Comment } from '../python/comments.ts';
import type { TestModule } from '../python/module.ts';
import { isAssertion } from '../python/assertions.ts';
import { argumentsOf, calledNameOf, dottedNameOf } from '../python/expressions.ts';
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
  isToken,
  Kind,
  kindNameOf,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  type SyntaxTree,
  textOf,
} from '../python/syntax.ts';
import { isOneOfSeries } from './comment-series.ts';
import { isVerb, VERBS } from './comment-verbs.ts';

/** A one-line comment that tells what to do, and the statement below it. */
export interface Instruction {
  readonly comment: Comment;
  readonly statement: Node;
  /** The words that carry meaning, those of the names in it included. */
  readonly words: readonly string[];
  /** The words that are names of code: `load_cart`, `CartLoader`. */
  readonly names: readonly string[];
}

/** The comments of a module that start with a verb, give no reason, and have a statement below them. */
export function instructionsOf(module: TestModule): readonly Instruction[] {
  const instructions = known.get(module) ?? instructionsIn(module);
  known.set(module, instructions);
  return instructions;
}

/** Two rules ask for the instructions of each module. */
const known = new WeakMap<TestModule, readonly Instruction[]>();

function instructionsIn(module: TestModule): readonly Instruction[] {
  return singleLinesOf(module.comments).flatMap((comment) => {
    const prose = instructionOf(comment);
    const statement = prose === undefined ? undefined : module.statementOnLine(comment.line + 1);
    return prose === undefined || statement === undefined ? [] : { comment, statement, ...prose };
  });
}

/** The comments that have their lines to themselves, with no comment line directly above or below. */
function singleLinesOf(comments: readonly Comment[]): readonly Comment[] {
  const own = comments.filter(({ isOwnLine }) => isOwnLine);
  return own.filter(
    ({ line, isPragma }, index) =>
      !isPragma && own[index - 1]?.line !== line - 1 && own[index + 1]?.line !== line + 1,
  );
}

function instructionOf({ content }: Comment): Pick<Instruction, 'words' | 'names'> | undefined {
  // `Post-release`, `test_cart` and `add(cart, tea)` do not tell what to do.
  if (!isVerb(/^[A-Za-z]*(?![\w(-])/.exec(content)?.[0].toLowerCase() ?? '')) return undefined;
  if (/\?|:\/\/|\b(?:TODO|FIXME|XXX|HACK|NOTE|NB|WARNING)\b/.test(content)) return undefined;
  const words = proseWordsOf(content);
  if (words.length < 2 || words.length > MOST_WORDS) return undefined;
  if (words.some((word) => WHY.has(word) || word.endsWith("n't"))) return undefined;
  const carrying = words.filter((word, index) => !STOP.has(word) || isOrdinal(word, words[index + 1]));
  return carrying.length < 2 ? undefined : { words: carrying, names: content.match(NAME_OF_CODE) ?? [] };
}

const MOST_WORDS = 10;

/** Whether a word tells one of several apart, as in `connect the first worker`; `connect the worker first` does not. */
const isOrdinal = (word: string, next: string | undefined) =>
  ORDINALS.has(word) && next !== undefined && !STOP.has(next);

const ORDINALS: ReadonlySet<string> = new Set(['both', 'each', 'first', 'next']);

/** Words with an underscore or a hump inside, and words that are joined by a dot. */
const NAME_OF_CODE = /(?<![\w.])(?:[A-Za-z]\w*_\w+|[A-Za-z]*[a-z][A-Z]\w*|[A-Za-z]\w*(?:\.[A-Za-z]\w*)+)/g;

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

/** Whether a statement or the header of a compound one says most of what the comment says, strings included. */
export function announces(module: TestModule, { comment, statement, words }: Instruction): boolean {
  if (words.some((word) => ANNOUNCED_REASON.has(word)) || CALL.test(comment.content)) return false;
  if (isClaim(comment.content) || REFERRING.test(comment.content) || LABEL.test(comment.content))
    return false;
  if (isOneOfCases(module, comment)) return false;
  const said = saidBy(module, statement, headerEndOf(module, statement), true);
  const known = words.filter((word) => ASIDE.has(word) || isSaid(word, said)).length;
  return known > 1 && known * 3 >= words.length * 2;
}

function headerEndOf({ tree }: TestModule, statement: Node): Node {
  if (!isCompound(tree, statement)) return afterOf(tree, statement);
  for (let node = statement; node < afterOf(tree, statement); node++) {
    if (kindOf(tree, node) === Kind.block) return node;
  }
  return afterOf(tree, statement);
}

/** The stems of the words of the names, keywords and numbers in a statement, and of what its form amounts to. */
function saidBy(
  { tree }: TestModule,
  statement: Node,
  end: Node,
  withStrings: boolean,
  leftOut?: number,
): ReadonlySet<string> {
  const said = new Set<string>();
  for (let node = statement; node < end; node++) {
    const kind = kindOf(tree, node);
    if (kind === leftOut) node = afterOf(tree, node) - 1;
    else if (kind === Kind.identifier) for (const word of wordsOf(textOf(tree, node))) said.add(stemOf(word));
    else if (kind === Kind.integer || kind === Kind.float) said.add(textOf(tree, node));
    else if (kind === Kind.string_content && withStrings) {
      for (const word of proseWordsOf(textOf(tree, node))) said.add(stemOf(word));
    } else if (kind === Kind.call) for (const word of CALLING) said.add(word);
    else if (kind === Kind.assignment) for (const word of ASSIGNING) said.add(word);
    else if (isToken(kind)) said.add(stemOf(kindNameOf(tree, node).replace(/_token$/, '')));
  }
  return said;
}

function isSaid(word: string, said: ReadonlySet<string>): boolean {
  const stem = stemOf(word);
  return said.has(stem) || (SYNONYMS.get(stem) ?? []).some((synonym) => said.has(synonym));
}

const listed = (words: string): readonly string[] => words.trim().split(/\s+/);
const stems = (words: string): readonly string[] => listed(words).map(stemOf);

const CALLING = stems('call invoke');
const ASSIGNING = stems('set assign');
const ASSERTING = stems('assert check confirm ensure expect validate verify');

const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map(
  [
    'assert check confirm ensure validate verify',
    'construct create instantiate make',
    'del delete remove',
    'fetch get retrieve',
    'init initialise initialize',
    'execute run',
    'monkeypatch patch',
  ].flatMap((group) => stems(group).map((stem, _, all) => [stem, all] as const)),
);

/** Words without weight of their own. */
const STOP: ReadonlySet<string> = new Set(
  listed(`
    a all an and any are as at be been both by did do does each finally first for from here in into is it its just let
    lets let's new next now of on or our out please simply so some that the then there these this those to up us via
    was we we're were with`),
);

/** Words that give a reason, a condition or an exception: the comment says more than the code. */
const WHY: ReadonlySet<string> = new Set(
  listed(`
    after again already because before but even if instead never no not only since still unless until when while
    without`),
);

/** Reasons and claims that are told apart only where a comment may say a little more than the code. */
const ANNOUNCED_REASON: ReadonlySet<string> = new Set(
  listed('always avoid bug cannot must race should so which why workaround'),
);

/** Code in a comment announces nothing. */
const CALL = /\w\(.*\)/;

/** What an announcement says besides the step. */
const ASIDE: ReadonlySet<string> = new Set(listed('going need needed use used using will'));

/** Whether a comment is a sentence about what is done and does not tell to do it: `Closing a cart updates its total`. */
function isClaim(content: string): boolean {
  const [first = '', ...others] = content.toLowerCase().split(/\s+/);
  return first.endsWith('ing') && others.some((word) => word.endsWith('s') && VERBS.has(word.slice(0, -1)));
}

/** Words for what is written elsewhere: the comment is about more than the next statement. */
const REFERRING = /\b(?:above|below|following)\b/i;

/** A thing that is called like a verb: `Read 4`, `lock can be used`. */
const LABEL = /^\w+\s+(?:\d+\W*$|(?:can|cannot|has|is|may|must|should|was|will)\b)/i;

/** Whether a comment is one of several in a definition that head a case each: `Test a refund`, `Test with tax`. */
function isOneOfCases({ comments, definitionAt }: TestModule, { content, span }: Comment): boolean {
  if (!CASE.test(content)) return false;
  const definition = definitionAt(span.start);
  const heads = comments.filter(
    (one) => one.isOwnLine && CASE.test(one.content) && definitionAt(one.span.start) === definition,
  );
  return heads.length > 1;
}

const CASE = /^test(?:ing)?\b/i;
