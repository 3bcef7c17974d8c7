import { announces } from '../announces.ts';
import { instructionsOf } from '../instruction.ts';
import { restates } from '../restates.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'announcing-comment',
  family: 'comments',
  summary: 'a comment that only announces the step that follows',
  advice: 'delete comments that only announce the next line, or let them say why',
  why: `
\`# Get the carts we are going to use\` announces \`carts = shop.get_carts()\`, which needs no announcement. Such
comments are headings for the steps of a test that is written as a list. Names say the same where they are used, and
blank lines part the steps.

The rule reports a comment of one line that starts with a verb when two thirds or more of its words that carry meaning
stand in the next statement, strings included; of a \`for\`, \`with\` or other block the first line counts. Not every
such comment is in vain: one that groups several statements may help a reader. So the rule informs in the review and is
off in the hook.
`,
  spared: [
    'What the code says word for word, which is left to `restating-comment`.',
    'A comment that gives a reason or a condition or makes a claim, by words such as "because", "until", "not", "must" or "should".',
    'A comment of several lines or of more than ten words, with a question, a link or a mark such as `TODO` or `NOTE`, or with a call in it.',
    'One of several comments that head a case each: `Test an open order`, `Test with a paid order`.',
    'A comment on more than the next statement, by the words "above", "below" or "following".',
    'A sentence or a name that is no instruction: `Changing cart.line updates cart.total`, `lock can be used`, `Read 4`.',
  ],
  limits:
    'Where a heading helps the reader through a long set-up. Then the set-up may want a helper with that name.',
  severity: { fast: 'off', review: 'warning' },
  examples: {
    bad: [
      `
def test_empty_carts(shop):
    # Get the carts we're going to use.
    carts = shop.get_carts()
    total = sum(cart.total for cart in carts)
    assert total == 0
`,
    ],
    good: [
      `
def test_empty_carts(shop):
    # The shop opens two carts because a visitor may come back.
    carts = shop.get_carts()
    total = sum(cart.total for cart in carts)
    assert total == 0
`,
    ],
  },
  *check(module) {
    for (const instruction of instructionsOf(module)) {
      if (!announces(module, instruction) || restates(module, instruction)) continue;
      yield {
        at: instruction.comment.span,
        message: 'comment only announces the next line; remove it, or say why',
        subject: instruction.comment.content,
      };
    }
  },
});
