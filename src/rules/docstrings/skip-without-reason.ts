import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'skip-without-reason',
  family: 'docstrings',
  summary: 'a test that is skipped and does not say why',
  why: `
A skipped test is a promise to come back. The report of every run shows the reason, and whoever reads it can tell
whether it still holds; without one, nobody dares to remove the skip, and the test is lost. The rule knows the marks,
decorators, calls and exceptions of pytest and unittest that skip, under whatever name they are imported; an empty
reason is none. A comment at the end of the line, or directly above or below it, has given the reason, though to fewer readers:
nothing is said of it.
`,
  severity: { fast: 'warning', review: 'warning' },
  examples: {
    bad: [
      `
import pytest

@pytest.mark.skip
def test_refund(cart):
    assert cart.refund()
`,
      `
import unittest

class CartTest(unittest.TestCase):
    def test_refund(self):
        self.skipTest("")
`,
    ],
    good: [
      `
import pytest

@pytest.mark.skip(reason="the bank's sandbox refunds nothing")
def test_refund(cart):
    assert cart.refund()
`,
      `
import pytest

# The bank's sandbox refunds nothing.
@pytest.mark.skip
def test_refund(cart):
    assert cart.refund()
`,
    ],
  },
  *check({ skips, isCommented, spanOf }) {
    for (const { node, name, hasReason } of skips) {
      if (hasReason || isCommented(node)) continue;
      yield {
        at: spanOf(node),
        message: `\`${name}\` gives no reason; say why, and until when`,
        subject: name,
      };
    }
  },
});
