import type { Handler } from '../../python/handlers.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'bare-except',
  family: 'exceptions',
  summary: 'a handler that names no exception',
  advice: 'name the exceptions that may come; a bare `except:` catches failed assertions and Ctrl-C too',
  why: `
A bare \`except:\` catches everything: the exception that the author had in mind, but also a failed assertion, a
misspelt name, a skipped test, and the Ctrl-C of whoever waits for the run. Name the exceptions that may come.

The rule looks at the whole module: tests, fixtures, hooks, helpers and the code at its top. Only a bare handler in a
test that does nothing at all is left to \`broad-except-pass\`.
`,
  spared: [
    'A handler that raises, the same exception or another one.',
    'A handler that looks at the exception without a name for it, through `sys.exc_info()` or `traceback`, or logs it with `log.exception()`; and one that ends a forked process with `os._exit()`.',
    'A handler that does nothing but fail the test, and one that fails it for whatever the handlers before it do not name: neither swallows anything.',
    'A `try` clause that raises itself, or that does nothing which could fail.',
    'A `try` clause with a `yield`, which gets the exception from outside.',
    'A handler with a comment on the line of its `except:`, or one in it that says that everything is meant, such as `# anything may come from a plugin`. Where the handler does nothing, any comment in, above or below it will do.',
    'A module that only lies among tests: a script that they run or a sample that they read, without a test, a fixture, an assertion or a helper to import.',
  ],
  nearest:
    "pycodestyle's `E722` reports every bare `except:`. ruff's `E722` and pylint's `W0702` leave out a handler that raises the exception again; none of them looks at comments or at what the handler does besides.",
  limits:
    'Where the code under test may raise what is no `Exception`, and all of it has to be caught. Write `except BaseException:`, and say why in a comment.',
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
