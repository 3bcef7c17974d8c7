import { broadExceptionOf, type Handler } from '../../python/handlers.ts';
import { flag } from '../options.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'broad-except-pass',
  family: 'exceptions',
  summary: 'a handler in a test that swallows every exception',
  advice:
    'name the exception that may come, or expect it with `raises`: a broad handler swallows failed assertions too',
  why: `
\`except Exception: pass\` in a test makes it pass whatever happens in the \`try\` clause: an \`AssertionError\` is an
exception too, so that even a failed assertion is swallowed. When the call is expected to raise, \`pytest.raises\` or
\`assertRaises\` says so and fails when it does not; when only cleaning up may fail, name the exception that it may
fail with. Nothing is said of a handler with a comment, or below one that says why failing does not matter; of a \`try\`
clause that raises or a test that makes a plain \`Exception\`, which have made the exception themselves; of one that only
converts values or calls \`pytest.fail\`, which no \`except Exception\` swallows; of one with a \`yield\`, which gets it from
outside; of one after which the test fails; of one that leaves a loop when it succeeds and is tried again; of one whose \`else\` clause fails, since it
expects the exception; of clean-up in a \`finally\` clause or before a handler raises, which keeps the exception that is
under way; of a test that is named for crashes, leaks or fuzzing, which only has to survive; nor where an assertion below
looks at what the \`try\` clause gave. In the review, fixtures and helpers count as
well, but for their bare handlers, which \`bare-except\` reports.
`,
  nearest:
    "ruff's `S110` (flake8-bandit) and `BLE001` (flake8-blind-except) and pylint's `W0718` report such handlers anywhere, with a comment or without.",
  limits:
    'Where nobody can know what a foreign service raises and the call does not matter. A comment in the handler says so, and keeps the rule silent.',
  severity: { fast: 'error', review: 'error' },
  options: {
    'outside-tests': flag({
      default: false,
      review: true,
      description: 'whether handlers in fixtures, hooks and helpers count as well',
    }),
  },
  examples: {
    bad: [
      `
def test_refund(cart):
    try:
        cart.refund()
    except Exception:
        pass
`,
    ],
    good: [
      `
def test_refund(cart):
    try:
        cart.refund()
    except NothingPaid:
        pass
`,
      `
def test_refund(cart):
    try:
        cart.refund()
    except Exception:
        pass  # the sandbox of the payment provider is down at night
`,
    ],
  },
  *check(module, options) {
    const { handlers, model, commentsBefore, isExplained, isLookedAtAfter, swallowsNothing } = module;
    for (const handler of handlers) {
      const broad = writtenBy(handler);
      if (broad === undefined || !handler.isSilent || isMeant(handler)) continue;
      const test = model.testAt(handler.keyword.start);
      if (test === undefined && (handler.isBare || !options['outside-tests'])) continue;
      if (isExplained(handler) || isLookedAtAfter(handler)) continue;
      if (commentsBefore(handler).some(({ content }) => NOT_MATTERING.test(content))) continue;
      if (swallowsNothing(handler) || ONLY_TO_SURVIVE.test(test?.name ?? '')) continue;
      if (!handler.isBare && module.isRaisedOnPurposeFor(handler.node)) continue;
      yield {
        at: handler.keyword,
        message: `${broad} swallows failed assertions too; name the exception or expect it with \`raises\``,
        subject: broad,
      };
    }
  },
});

/** What a comment before a call says when it does not matter that it fails. */
const NOT_MATTERING =
  /\b(?:may|might|sometimes|whether|depend\w*|because|since|regardless|irrelevant|hack|catch\w*|ignor\w*|swallow\w*|suppress\w*|wrap\w*|of course|even if|best effort|do(?:es)?n't (?:care|matter)|do(?:es)? not (?:care|matter))\b/i;

/** The names of tests that pass when nothing crashes, whatever is raised. */
const ONLY_TO_SURVIVE = /fuzz|crash|segfault|leak|stress|robust/i;

/** Whether the exception is known or expected, whatever its class. */
const isMeant = ({ guardsRaise, guardsYield, expectsRaise, isRetry, isCleanUp }: Handler) =>
  guardsRaise || guardsYield || expectsRaise || isRetry || isCleanUp;

/** What a handler that catches everything says. */
function writtenBy(handler: Handler): string | undefined {
  if (handler.isBare) return '`except:`';
  const broad = broadExceptionOf(handler);
  return broad === undefined ? undefined : `\`except ${broad}\``;
}
