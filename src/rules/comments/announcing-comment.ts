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
comments are headings for steps of a test that is written as a list; names say the same where it is used, and blank
lines part the steps. The rule reports a comment of one line that starts with a verb when most of what it says stands
in the next statement, strings included. Not every such comment is in vain: one that groups several statements may
help a reader; those that head one of several cases (\`Test with tax\`) or speak of the lines above are left alone. So it informs in the review and is off in the hook; what the code says word for word is left to
\`restating-comment\`.
`,
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
