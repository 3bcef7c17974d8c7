import { broadExceptionOf, type Handler } from '../../python/handlers.ts';
import type { TestModule } from '../../python/module.ts';
import { NO_NODE, parentOf } from '../../python/syntax.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'broad-except',
  family: 'exceptions',
  summary: 'a handler of every exception, whatever it does with it',
  advice: 'name the exceptions that may come',
  why: `
\`except Exception\` takes whatever goes wrong for what the author expected: a misspelt name or a failed assertion in
the \`try\` clause ends up in the handler too. Name the exceptions that may come.

The rule looks at handlers of \`Exception\` and \`BaseException\` in tests, fixtures, hooks and helpers. Three other
rules have the rest: bare handlers belong to \`bare-except\`, handlers that do nothing to \`broad-except-pass\`, and
those whose assertions are skipped when nothing is raised to \`silent-pass-except\`.
`,
  spared: [
    'A handler that raises, the same exception or another one.',
    'A handler that passes the exception on: it keeps it, returns it or gives it to something, whole or as text; it looks at it through `sys.exc_info()` or `traceback`; or it reports it, by `log.exception()` or `capture_exception()`. To print it or to compare its text is not enough in a test.',
    'A handler that ends the test or the process, by `fail`, `skip`, `xfail`, `assert False`, `exit` or `os._exit()`.',
    'A handler that asks for the type of the exception, with `type`, `isinstance` or `assertIsInstance`: that names it.',
    'A `try` clause that raises itself, or that does nothing which could fail.',
    'A `try` clause with a `yield`, which gets the exception from outside.',
    'A handler with a comment in it, directly above or directly below, or shortly above its `try` statement: it has given its reason.',
    'Outside tests, a handler that uses the exception in any way, even if only to print it: there may be nothing better to do with it there.',
    'A script or a sample that only lies among tests, without a test, a fixture or an assertion.',
  ],
  nearest:
    "flake8-blind-except's and ruff's `BLE001` and pylint's `W0718` report such handlers too unless they raise again, whether a comment explains them or not.",
  limits:
    'Where the handler collects failures of any kind, in a thread or a fuzzer. A comment says so, and keeps the rule silent.',
  severity: { fast: 'off', review: 'warning' },
  examples: {
    bad: [
      `
def test_refund(cart):
    try:
        cart.refund()
    except Exception:
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
    except Exception as error:
        raise ShopError from error
`,
    ],
  },
  *check(module) {
    const { model, isExplained, isHandedOn, isMaterial, passesSilently } = module;
    for (const handler of module.handlers) {
      const broad = broadExceptionOf(handler);
      const { isSilent, narrows, keyword } = handler;
      if (broad === undefined || isSilent || narrows || losesNothing(handler)) continue;
      const test = model.testAt(keyword.start);
      if (test !== undefined && passesSilently(handler, test)) continue;
      if (
        isHandedOn(handler) ||
        isExplained(handler) ||
        module.isHeadedByComment(parentOf(module.tree, handler.node))
      )
        continue;
      if (test === undefined && (isMaterial() || isShown(module, handler))) continue;
      yield {
        at: keyword,
        message: `\`except ${broad}\` takes failed assertions and misspelt names for it too; name the exception`,
        subject: broad,
      };
    }
  },
});

/** Whether a handler passes on what it catches, or catches what its try clause made itself. */
const losesNothing = ({
  raises,
  passesOn,
  reports,
  endsTest,
  guardsRaise,
  guardsYield,
  guardsNothing,
}: Handler) => raises || passesOn || reports || endsTest || guardsRaise || guardsYield || guardsNothing;

/** Whether what is caught is said somewhere, which outside of tests is what a handler can do with it. */
const isShown = ({ bindings, spanOf }: TestModule, { alias }: Handler): boolean =>
  alias !== NO_NODE && (bindings.bindingAt(spanOf(alias).start)?.references.length ?? 0) > 0;
