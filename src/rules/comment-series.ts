import { proseWordsOf, stemOf } from '../names/prose.ts';
import { isAssertion } from '../python/assertions.ts';
import type { Comment } from '../python/comments.ts';
import type { Definition } from '../python/definitions.ts';
import { calledNameOf } from '../python/expressions.ts';
import type { TestModule } from '../python/module.ts';
import { isCompound, mainCallOf } from '../python/statements.ts';
import { NO_NODE } from '../python/syntax.ts';
import { isVerb } from './comment-verbs.ts';

/**
 * Whether a comment is a label among others of its definition: it says what they say but for a word, starts as one
 * that stands over the same call or over another assertion, ends as several do, or stands among headings that part the
 * definition into steps of several statements.
 */
export function isOneOfSeries(module: TestModule, { span, content }: Comment): boolean {
  const all = labelsOf(module, module.definitionAt(span.start));
  const label = all.find((one) => one.comment.span.start === span.start);
  if (label === undefined) return false;
  const others = all.filter(({ comment }) => comment.content !== content);
  if (others.some((other) => areParallel(label, other))) return true;
  const alike = others.filter(({ words }) => words.at(-1) === label.words.at(-1));
  return [alike, others.filter(({ isSection }) => isSection)].some((one) => one.length >= OTHERS_OF_A_SERIES);
}

const OTHERS_OF_A_SERIES = 2;

/** A comment on a line of its own that may head something. */
interface Label {
  readonly comment: Comment;
  /** The stems of its words. */
  readonly words: readonly string[];
  /** What the statement below it calls, or that it asserts; empty for other statements. */
  readonly act: string;
  /** Whether it tells what a paragraph of several statements does. */
  readonly isSection: boolean;
}

function areParallel(one: Label, other: Label): boolean {
  const [verb = '', ...subjects] = one.words;
  const [otherVerb = '', ...otherSubjects] = other.words;
  const isSameVerb = verb === otherVerb || (isChecking(verb) && isChecking(otherVerb));
  if (isSameVerb && one.act !== '' && one.act === other.act) return true;
  if (isSameVerb && subjects.some((word) => otherSubjects.includes(word))) return true;
  if (one.words.length !== other.words.length) return false;
  return verb === otherVerb && one.words.filter((word, index) => word !== other.words[index]).length === 1;
}

const isChecking = (stem: string) => CHECKING.has(stem);
const CHECKING: ReadonlySet<string> = new Set(
  ['assert', 'check', 'confirm', 'ensure', 'test', 'validate', 'verify'].map(stemOf),
);

function labelsOf(module: TestModule, definition: Definition | undefined): readonly Label[] {
  const labels = known.get(module) ?? new Map<Definition | undefined, readonly Label[]>();
  known.set(module, labels);
  const ofDefinition = labels.get(definition) ?? labelsIn(module, definition);
  labels.set(definition, ofDefinition);
  return ofDefinition;
}

/** Several comments of a definition ask for them; most definitions have none that does. */
const known = new WeakMap<TestModule, Map<Definition | undefined, readonly Label[]>>();

function labelsIn(module: TestModule, definition: Definition | undefined): readonly Label[] {
  const comments = definition === undefined ? module.comments : module.commentsIn(definition.node);
  return comments.flatMap((comment) => {
    if (!comment.isOwnLine || comment.isPragma || comment.content.length > LONGEST) return [];
    if (module.definitionAt(comment.span.start) !== definition) return [];
    const words = proseWordsOf(comment.content)
      .filter((word) => !ARTICLES.has(word))
      .map(stemOf);
    if (words.length === 0) return [];
    return { comment, words, act: actBelow(module, comment), isSection: isSection(module, comment) };
  });
}

const LONGEST = 100;
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'now', 'the', 'then']);

function actBelow(module: TestModule, { line }: Comment): string {
  const { tree } = module;
  const statement = module.statementOnLine(line + 1);
  if (statement === undefined) return '';
  if (isAssertion(tree, statement)) return 'assert';
  const call = mainCallOf(tree, statement);
  return call === NO_NODE ? '' : calledNameOf(tree, call);
}

function isSection(module: TestModule, { content, line }: Comment): boolean {
  if (!isVerb(/^[A-Za-z]*/.exec(content)?.[0].toLowerCase() ?? '')) return false;
  if (/[^:\s]$/.test(module.lineText(line - 1).trim())) return false;
  const statement = module.statementOnLine(line + 1);
  if (statement === undefined) return false;
  return isCompound(module.tree, statement) || !module.endsParagraph(statement);
}
