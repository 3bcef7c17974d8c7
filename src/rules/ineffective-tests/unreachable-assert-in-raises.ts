import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'unreachable-assert-in-raises',
  family: 'ineffective-tests',
  summary: 'an assertion in a `raises` block after the call that raises, where it never runs',
  advice:
    'move assertions out of the block, and delete those on what the call would have given: after it raises they never run',
  why: `
The block of \`with pytest.raises(…)\` or \`with self.assertRaises(…)\` ends at the statement that raises. An
assertion that stands after it, inside the block, never runs: it looks like a check and checks nothing. Nearly always
it was meant to stand one step further out, below the block, which is also the only place where the exception that
\`as\` names is known. Where it looks at what the call would have given, it can only be deleted; the message says
which.

The rule speaks when an assertion below a call names that exception, or when it directly follows a call or an
assignment and nothing in it or after it could be what raises instead. The first four exemptions below are for
assertions of the second kind. A block is reported once, at its first such assertion.
`,
  spared: [
    'An assertion that is followed by another call or a `raise`, which may be what raises.',
    "An assertion that calls something, a helper of one's own that asserts included: it may be what raises. The usual assertions and what only looks, such as `len` and `str`, do not count.",
    'An assertion whose own lookup or comparison may raise what is expected: a subscript a `KeyError`, an attribute an `AttributeError`, an operator a `TypeError`.',
    'An assertion that reads an object which the line before has just made of a class, or that puts two in an order which it has just made: a property or an operator of theirs may raise.',
    'A block that expects an `AssertionError`: there the assertion is what is tested.',
    '`assert False`, which is there in order not to be reached.',
  ],
  nearest:
    "flake8-pytest-style's and ruff's `PT012` report every `pytest.raises` block of more than one statement, and no block of unittest.",
  limits:
    'Where the statement before the assertion does not raise after all, and a property or an operator that the assertion uses does.',
  severity: { fast: 'error', review: 'error' },
  examples: {
    bad: [
      `
import pytest

def test_refund_twice(cart):
    with pytest.raises(AlreadyRefunded) as raised:
        cart.refund()
        assert "twice" in str(raised.value)
`,
      `
import unittest

class CartTest(unittest.TestCase):
    def test_refund_twice(self):
        with self.assertRaises(AlreadyRefunded):
            self.cart.refund()
            self.assertEqual(1, self.cart.refunds)
`,
    ],
    good: [
      `
import pytest

def test_refund_twice(cart):
    with pytest.raises(AlreadyRefunded) as raised:
        cart.refund()
    assert "twice" in str(raised.value)
`,
    ],
  },
  *check({ raisesBlocks, spanOf }) {
    for (const { exceptions, readsUnassigned, unreachableAssertions } of raisesBlocks) {
      const [first] = unreachableAssertions;
      if (first === undefined) continue;
      const remedy = REMEDIES[readsUnassigned(first) ?? 'other'];
      yield {
        at: spanOf(first),
        message: `assertion after the call that raises never runs; ${remedy}`,
        subject: exceptions.join(', '),
        measure: unreachableAssertions.length,
      };
    }
  },
});

/** What to do with an assertion, by what it reads of what the call would have assigned. */
const REMEDIES = {
  unbound: 'delete it, as the call gives nothing to look at',
  'earlier value':
    'move it below the `with` block, or delete it if it is about what the call would have given',
  other: 'move it below the `with` block',
} as const;
