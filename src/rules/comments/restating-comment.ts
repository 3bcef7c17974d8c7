import type { Comment } from '../../python/comments.ts';
import type { TestModule } from '../../python/module.ts';
import { type Instruction, instructionsOf } from '../instruction.ts';
import { restates } from '../restates.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'restating-comment',
  family: 'comments',
  summary: 'a comment that says what the next line says',
  advice: 'delete comments that say what the next line says, or let them say why',
  why: `
\`# Create the cart\` above \`cart = create_cart()\` is read, understood and forgotten twice: once for the comment and
once for the code. It has to be kept in step, and says nothing when it is. A comment earns its line by what the code
cannot say: why, why not otherwise, what goes wrong without it.

The rule reports a comment of one line that starts with a verb when all its words that carry meaning stand in the one
statement below it, as words of its names, keywords or numbers; other forms and a few synonyms of a word count. The
verb has to be what the statement does: the verb of the function that is called, one for asserting above an assertion,
or "set" above a plain assignment. The statement has to stand alone, before a blank line, a comment or the end of its
block. The fix deletes the comment with its line.
`,
  spared: [
    'A comment that gives a reason, a condition or an exception, by words such as "because", "until" or "not", or that has a question, a link or a mark such as `TODO`.',
    'A comment with a word that occurs only in a string of the statement.',
    'A comment of several lines, or of more than ten words.',
    'A heading: over more than one statement, over a `for`, `with` or other block, over a statement of five lines or more, or where the statements below are about the same.',
    'A title: `Create Cart`, or with a colon or dots at its end or a word in quotes. `Test the total` is the name of a case.',
    'A label in a series: comments of the function start alike above the same call or above assertions, differ in one word, end in the same word, or part the function into steps of several statements.',
    'One of two comments that tell statements apart by an opposite: `Open cart with owner`, `Open cart without owner`.',
    'A comment that picks something out of the arguments of a call: what a mock was told, to what end the call gets something, or what the arguments amount to.',
  ],
  nearest: "gruff's `GR007` has nearly the same criterion; ruff, pylint and flake8 have no such rule.",
  limits: 'Where a team wants a comment above every step. Turn the rule off, or lower its severity.',
  severity: { fast: 'warning', review: 'warning' },
  examples: {
    bad: [
      `
def test_empty_cart(shop):
    # Create the cart
    cart = shop.create_cart()

    assert cart.total == 0
`,
    ],
    good: [
      `
def test_empty_cart(shop):
    # The shop refuses customers without a cart.
    cart = shop.create_cart()

    assert cart.total == 0
`,
    ],
  },
  *check(module) {
    for (const instruction of instructionsOf(module)) {
      if (!restates(module, instruction) || isOneOfTwo(module, instruction)) continue;
      const { line } = instruction.comment;
      yield {
        at: instruction.comment.span,
        message: 'comment says what the next line says; remove it, or say why',
        subject: instruction.comment.content,
        fix: {
          edits: [module.lineRemoval(line, line)],
          safe: true,
          title: 'delete the comment',
        },
      };
    }
  },
});

/** Whether another comment of the function says the same with a word for its opposite: the two tell statements apart. */
function isOneOfTwo(module: TestModule, { comment }: Instruction): boolean {
  const opposites = known.get(module) ?? oppositesIn(module);
  known.set(module, opposites);
  if (opposites.size === 0) return false;
  const words = comment.content.split(/\s+/);
  return words.some((word, index) =>
    Array.from(opposites.get(withoutWord(module, comment, words, index)) ?? []).some(
      (opposite) => opposite !== word,
    ),
  );
}

/** Every finding of a module asks for them. */
const known = new WeakMap<TestModule, ReadonlyMap<string, ReadonlySet<string>>>();

/** The words for an opposite, by the rest of the comment that each stands in. */
function oppositesIn(module: TestModule): ReadonlyMap<string, ReadonlySet<string>> {
  const opposites = new Map<string, Set<string>>();
  for (const comment of module.comments) {
    if (!HAS_OPPOSITE.test(comment.content)) continue;
    const words = comment.content.split(/\s+/);
    for (const [index, word] of words.entries()) {
      if (words.length > MOST_WORDS || !OPPOSITE.test(word)) continue;
      const rest = withoutWord(module, comment, words, index);
      opposites.set(rest, (opposites.get(rest) ?? new Set()).add(word));
    }
  }
  return opposites;
}

const OPPOSITE = /^(?:without|not|no|never|un\w+|in\w+)$/i;
const HAS_OPPOSITE = /(?:^|\s)(?:without|not|no|never|un\w+|in\w+)(?:\s|$)/i;

/** Instructions are shorter. */
const MOST_WORDS = 40;

/** What tells a comment from all others but those that differ in one word and stand in the same definition. */
function withoutWord(
  { definitionAt }: TestModule,
  { span }: Comment,
  words: readonly string[],
  index: number,
): string {
  return [definitionAt(span.start)?.node ?? '', ...words.with(index, '')].join(' ');
}
