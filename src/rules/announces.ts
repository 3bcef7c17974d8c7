import type { Comment } from '../python/comments.ts';
import type { TestModule } from '../python/module.ts';
import { VERBS } from './comment-verbs.ts';
import type { Instruction } from './instruction.ts';
import { headerEndOf, isSaid, listed, saidBy } from './said.ts';

/** Whether a statement or the header of a compound one says most of what the comment says, strings included. */
export function announces(module: TestModule, { comment, statement, words }: Instruction): boolean {
  if (words.some((word) => ANNOUNCED_REASON.has(word)) || PURPOSE.test(comment.content)) return false;
  if (CALL.test(comment.content)) return false;
  if (isClaim(comment.content) || REFERRING.test(comment.content) || LABEL.test(comment.content))
    return false;
  if (isOneOfCases(module, comment)) return false;
  const said = saidBy(module, statement, headerEndOf(module, statement), true);
  const known = words.filter((word) => ASIDE.has(word) || isSaid(word, said)).length;
  return known > 1 && known * 3 >= words.length * 2;
}

/** Reasons and claims that are told apart only where a comment may say a little more than the code. */
const ANNOUNCED_REASON: ReadonlySet<string> = new Set(
  listed('always avoid bug cannot must race should which why workaround'),
);

/** A word that carries nothing by itself, and gives a reason between others: `open the shop so that it sells`. */
const PURPOSE = /\w so (?!far\b)\w/i;

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
