import type { Definition } from '../../python/definitions.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'skip-without-reason',
  family: 'docstrings',
  summary: 'a test that is skipped and does not say why',
  why: `
A skipped test is a promise to come back. A run reports the reason with the skip (\`pytest -rs\`,
\`python -m unittest -v\`), and whoever reads it can tell whether it still holds. Without one, nobody dares to remove
the skip, and the test is lost.

The rule knows what skips in pytest and unittest, under whatever name it is imported: \`pytest.mark.skip\`,
\`pytest.skip()\`, \`unittest.skip\`, \`skipIf\`, \`skipUnless\`, \`self.skipTest()\` and \`SkipTest\`. An empty reason
is none.
`,
  spared: [
    'A skip with a comment, which has given the reason, though to fewer readers: at the end of its line, directly above or below it, above the function or the `if`, `try` or other block around it, or at the start of the test that a decorator skips. A comment for a tool, such as `# noqa`, does not count.',
    'A skip where the docstring of the test or function says why, with a word such as "only", "because", "requires", "until" or "broken".',
    'A skip without arguments in the block of an `if` whose condition asks what is installed, available, enabled or supported, or for the platform or a version: the condition says when, and why.',
    '`pytest.mark.skipif`, for which pytest reports the condition or demands a reason itself.',
    'A skip that may get its reason in another way: from unpacked arguments, or as a text under another keyword.',
    'A class inside a function: it is an example for a test of a runner.',
  ],
  limits:
    'Where the name of the test has said why, or one comment stands above several skipped tests. Give the reason to each skip, or suppress the finding.',
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
  *check({ skips, isExplainedSkip, isConditionalSkip, definitionAt, docstrings, spanOf }) {
    for (const skip of skips) {
      const { node, name, hasReason } = skip;
      if (hasReason || isExplainedSkip(skip) || isConditionalSkip(skip)) continue;
      const definition = definitionAt(spanOf(node).start);
      if (isExample(definition)) continue;
      const docstring = docstrings.find((one) => one.definition === definition);
      if (definition !== undefined && REASON.test(docstring?.text ?? '')) continue;
      yield {
        at: spanOf(node),
        message: `\`${name}\` gives no reason; say why, and until when`,
        subject: name,
      };
    }
  },
});

/** What a docstring says when it tells why a test is skipped. */
const REASON =
  /\b(?:skip\w*|only|because|since|requir\w*|needs?|until|unless|broken|flaky|slow|disabled?|fails?|(?:un|not )supported)\b/i;

/** Whether a definition is or stands in a class inside a function, as tests of a runner make them. */
function isExample(definition: Definition | undefined): boolean {
  for (let inner = definition; inner !== undefined; inner = inner.enclosing)
    if (inner.kind === 'class' && inner.enclosing?.kind === 'function') return true;
  return false;
}
