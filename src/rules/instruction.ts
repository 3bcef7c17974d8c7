import { proseWordsOf } from '../names/prose.ts';
import type { Comment } from '../python/comments.ts';
import type { TestModule } from '../python/module.ts';
import type { Node } from '../python/syntax.ts';
import { isVerb } from './comment-verbs.ts';
import { listed, STOP } from './said.ts';

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

/** Words that give a reason, a condition or an exception: the comment says more than the code. */
const WHY: ReadonlySet<string> = new Set(
  listed(`
    after again already because before but even if instead never no not only since still unless until when while
    without`),
);
