import type { Definition } from '../../python/definitions.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'skip-without-reason',
  family: 'docstrings',
  summary: 'a test that is skipped and does not say why',
  why: `
A skipped test is a promise to come back. The report of every run shows the reason, and whoever reads it can tell
whether it still holds; without one, nobody dares to remove the skip, and the test is lost. The rule knows the marks,
decorators, calls and exceptions of pytest and unittest that skip, under whatever name they are imported; an empty
reason is none. A comment at the end of the line, directly above or below it, above the \`if\` or \`try\` around it, or at
the start of the skipped test has given the reason, though to fewer readers: nothing is said of it. Nor is it where the
docstring around the skip says why, or where the skip is what an \`if\` does whose condition asks what is installed, available or
supported. A class inside a
test is an example for a test of a runner, and its skips are left alone.
`,
  limits: 'Where the name of the test has said why, or a comment above several skipped tests.',
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
