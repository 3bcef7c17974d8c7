import type { TestModule } from '../../python/module.ts';
import type { RaisesBlock } from '../../python/raises.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'raises-multiple-statements',
  family: 'exceptions',
  summary: 'a block that expects an exception of any of several calls',
  advice: 'leave in the block only the call that is to raise',
  why: `
A block of \`raises\` ends at the first exception. With several calls in it, the test passes as well when an early one
raises what the last one should have, and nothing below the one that raises ever runs. Leave in the block only the
call that is to raise.

The rule counts the statements directly in the block that call something and may be what raises, and reports a block
with two or more. An assertion in the block, after the call that raises, belongs to \`unreachable-assert-in-raises\`.
`,
  spared: [
    'Not counted: assertions, statements that call nothing, definitions of functions and classes, and blocks inside that expect an exception themselves.',
    'Not counted: what only shows something or waits, such as `print` and `sleep`, and what keeps a value for a clean-up, such as `append` and `addCleanup`.',
    'Not counted: assignments of plain values, paths and doubles (`len(…)`, `Path(…)`, `Mock()`), and calls that put a double in place (`monkeypatch.setattr(…)`, `requests_mock.post(…)`).',
    'Not counted: assignments of new objects, unless a common exception such as `ValueError` or `TypeError` is expected, which making an object may raise.',
    'A block whose exception is looked at: with `match` or any other argument after the exception, with `assertRaisesRegex`, or with a name by `as` that something reads.',
    'A block that raises, fails or skips by itself: `raise`, `pytest.fail`, `self.skipTest`.',
    'A block with a comment in or above it that says what raises or fails, or with `# noqa: PT012`.',
    'A block that expects a `KeyboardInterrupt`, which may come at any of its statements.',
    'Two statements of which the second reads or awaits what the first one gave, which may be lazy: `refunds = cart.refunds()` and `next(refunds)`.',
  ],
  nearest:
    "flake8-pytest-style's and ruff's `PT012` report every `pytest.raises` block of more than one statement, and no block of unittest.",
  limits:
    'Where the earlier calls cannot raise what is expected, which the module does not show. That is so in about a quarter of the findings, so that the rule informs and does not block.',
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
