import type { Comment } from './comments.ts';
import type { Docstring } from './docstrings.ts';

/** Whether a comment or the docstring at the head of a module says that it was taken from somewhere else. */
export function isCopiedModule(comments: readonly Comment[], docstrings: readonly Docstring[]): boolean {
  const [first] = docstrings;
  const own = first?.definition === undefined ? (first?.text ?? '') : '';
  const head = comments.filter(({ line }) => line <= HEAD_LINES).map(({ content }) => content);
  return [...head, own].some((text) => COPIED.test(text));
}

const HEAD_LINES = 20;

// What a licence says of derived works is said in other words.
const COPIED =
  /\b(?:copied|taken|adapted|backported|ported|lifted|vendored)\b(?: \w+){0,2} from\b|\b(?:verbatim|modified) copy of\b/i;
