import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'commented-out-test',
  family: 'comments',
  summary: 'a test that is commented out',
  why: `
A test in a comment looks like a test and checks nothing; no report counts it, so nobody misses it. A test that
cannot pass now is skipped or expected to fail, with the reason, so that every run says so; one that will never come
back is deleted. The rule speaks of every \`def test…\` in a comment that has the form of one and does something: a
test whose body is only \`...\` or \`pass\` stands for an example, or is yet to be written. It is silent where a
sentence above may give the reason, such as \`# Takes too long on the build server.\`; a heading, a few words or a bare
TODO give none, and the reason of one holds for those that follow it directly in the same comments.
`,
  nearest:
    "eslint-plugin-jest's `no-commented-out-tests` is the same for JavaScript; no rule of ruff, pylint or flake8 does it.",
  limits:
    'Where the module is about tests in comments, or the text is an example of one: put it into a string or a docstring. Where the comment gives the reason in words that are not known here: skip the test with it.',
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
