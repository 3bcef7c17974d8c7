import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'commented-out-test',
  family: 'comments',
  summary: 'a test that is commented out',
  why: `
A test in a comment looks like a test and checks nothing. No report counts it, so nobody misses it. A test that cannot
pass now is skipped or expected to fail, with the reason, so that every run says so; one that will never come back is
deleted.

The rule reports every \`def test…\` in a comment that has the form of a function and does something. Several that
stand together, with up to two blank lines between them, are one finding.
`,
  spared: [
    'A test with a sentence of five words or more above it, which may give the reason. The reason of one test holds for those that follow directly in the same comments.',
    'A test with a shorter reason, above it or at the start of its body, by a word such as "slow", "needs" or "unavailable" or by a link, as in `# Takes too long`. A heading, a few other words or a bare `TODO` give none.',
    'A test with a remark behind its header or a decorator: `# @xfail  # hangs`.',
    'A test whose body is only `pass`, a docstring or a note, which is yet to be written, and one with `...` in it, which stands for an example.',
  ],
  nearest:
    "eslint-plugin-jest's `no-commented-out-tests` is the same for JavaScript; no rule of ruff, pylint or flake8 is about tests in comments.",
  limits:
    'Where the module is about tests in comments, or the text is an example of one: put it into a string or a docstring. Where the comment gives the reason in words that are not known here: skip the test with that reason.',
  severity: { fast: 'error', review: 'error' },
  examples: {
    bad: [
      `
def test_order(cart):
    assert cart.order().state == "open"

# def test_refund(cart):
#     cart.order().refund()
#     assert cart.total == 0
`,
    ],
    good: [
      `
import pytest

def test_order(cart):
    assert cart.order().state == "open"

@pytest.mark.skip(reason="the bank's sandbox refunds nothing")
def test_refund(cart):
    cart.order().refund()
    assert cart.total == 0
`,
    ],
  },
  *check({ commentedCode }) {
    for (const { first, last, tests } of commentedCode) {
      const [name, ...others] = tests;
      if (name === undefined) continue;
      const what =
        others.length === 0
          ? `\`${name}\` is`
          : `\`${name}\` and ${others.length} more ${others.length === 1 ? 'test' : 'tests'} are`;
      yield {
        at: { start: first.span.start, end: last.span.end },
        message: `${what} commented out; skip with a reason, or delete`,
        subject: name,
        measure: tests.length,
      };
    }
  },
});
