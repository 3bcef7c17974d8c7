import type { Handler } from '../../python/handlers.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'bare-except',
  family: 'exceptions',
  summary: 'a handler that names no exception',
  advice: 'name the exceptions that may come; a bare `except:` catches failed assertions and Ctrl-C too',
  why: `
A bare \`except:\` catches everything: the exception that the author had in mind, a failed assertion, a misspelt name, a
skipped test, and the Ctrl-C of whoever waits for the run. A handler that raises, that reads the exception from
\`sys.exc_info()\` or \`traceback\`, or ends a forked process knows what it does, and so does one whose \`try\` clause makes
the exception itself or does nothing that could fail; one that does nothing but fail the test, or fails it for whatever the handlers before it do
not name, swallows nothing; a comment on the line of the \`except:\`, or one below it about what is caught, has said why, and
so has any comment in one that does nothing else. Nothing is said of them, nor of those in a module that only lies among
tests: a script that they run or a sample that they read, without a test, a fixture, an assertion or a helper to import. A bare handler
in a test that does nothing at all belongs to \`broad-except-pass\`.
`,
  nearest:
    "pycodestyle's and ruff's `E722` and pylint's `W0702` report every bare `except:`, those that pass the exception on as well.",
  limits:
    'Where the code under test raises what is no `Exception`, such as an exception of C code before it is set up. Write `except BaseException`, and why.',
  severity: { fast: 'error', review: 'error' },
  examples: {
    bad: [
      `
def test_refund(cart):
    try:
        cart.refund()
    except:
        cart.close()
`,
    ],
    good: [
      `
def test_refund(cart):
    try:
        cart.refund()
    except NothingPaid:
        cart.close()
`,
      `
def test_refund(cart):
    try:
        cart.refund()
    except:
        cart.close()
        raise
`,
    ],
  },
  *check({ handlers, model, isExplained, isExplainedOnLine, isMaterial, commentsIn }) {
    for (const handler of handlers) {
      const { isBare, isSilent, keyword } = handler;
      if (!isBare || isDeliberate(handler) || isExplainedOnLine(keyword)) continue;
      if (commentsIn(handler.node).some(({ content }) => ANYTHING.test(content))) continue;
      if (isSilent && (isExplained(handler) || model.testAt(keyword.start) !== undefined)) continue;
      if (isMaterial()) return;
      yield {
        at: keyword,
        message: '`except:` catches failed assertions and Ctrl-C too; name the exception',
        subject: 'except:',
      };
    }
  },
});

/** What a comment says of a handler that is meant to catch everything. */
const ANYTHING =
  /\b(?:any (?:other |kind of )?(?:exceptions?|errors?)|anything|everything|whatever|all (?:exceptions|errors)|BaseException|KeyboardInterrupt|bare except)\b/i;

/** Whether a handler passes on what it catches, or fails for it, or catches what its try clause made itself. */
const isDeliberate = (handler: Handler) =>
  handler.raises ||
  handler.passesOn ||
  handler.failsOtherwise ||
  handler.guardsRaise ||
  handler.guardsYield ||
  handler.guardsNothing;
