import type { TestModule } from '../../python/module.ts';
import type { RaisesBlock } from '../../python/raises.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'raises-multiple-statements',
  family: 'exceptions',
  summary: 'a block that expects an exception of any of several calls',
  advice: 'leave in the block only the call that is to raise',
  why: `
A block of \`raises\` ends at the first exception. With several calls in it the test passes when an early one raises
what the last one should have, and what follows the one that raises never runs. The rule counts the statements that
call something, but not those that keep a value for a clean-up (\`append\`), expect an exception themselves, or only
prepare a value: paths, mocks, and, where the exception is one of the shop's own and not a common one, objects. It says
nothing when the message or the exception is checked, when a comment names what raises, when the block raises or skips by
itself, when a \`KeyboardInterrupt\` is expected, which may come at any of them, and when the second of two statements reads
what the first one made, which may be lazy.
`,
  nearest:
    "flake8-pytest-style's and ruff's `PT012` report every `pytest.raises` block of more than one statement, and no block of unittest.",
  limits:
    'Where the earlier calls cannot raise what is expected, which cannot be seen. That is seen in about a quarter of the findings, so that it informs and does not block.',
  severity: { fast: 'warning', review: 'warning' },
  examples: {
    bad: [
      `
import pytest

def test_refund_twice(cart):
    with pytest.raises(RefundError):
        cart.pay()
        cart.refund()
`,
    ],
    good: [
      `
import pytest

def test_refund_twice(cart):
    cart.pay()
    with pytest.raises(RefundError):
        cart.refund()
`,
    ],
  },
  *check(module) {
    for (const block of module.raisesBlocks) {
      if (block.unreachableAssertions.length > 0 || isExplained(module, block)) continue;
      const { length } = module.raisingStatementsOf(block);
      if (length < 2) continue;
      yield {
        at: module.spanOf(block.call),
        message: `${length} statements may raise here; leave only the one that is to`,
        subject: block.exceptions.join(', '),
        measure: length,
      };
    }
  },
});

/** Whether a comment in the block says which of its statements raises, or that there are several on purpose. */
function isExplained({ commentsAround, spanOf }: TestModule, { node }: RaisesBlock): boolean {
  return commentsAround(spanOf(node)).some(({ content }) =>
    /\b(?:rais|fail|error|trigger|throw|PT012\b)/i.test(content),
  );
}
