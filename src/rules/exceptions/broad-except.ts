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
\`except Exception\` takes whatever goes wrong for what the author expected: a misspelt name or a failed assertion in the
\`try\` clause ends up in the handler too. A handler that raises, passes the exception on, or fails the test loses
nothing, nor does one outside of tests that shows it; one with a comment has given its reason; a \`try\` clause that raises has made the exception itself, and one
with a \`yield\` gets it from outside; one that asserts the type of the exception has named it. Nothing is said of them, nor of scripts and samples that only lie among tests.
Bare handlers belong to \`bare-except\`, handlers that do nothing to \`broad-except-pass\`, and those whose assertions are
skipped when nothing is raised to \`silent-pass-except\`.
`,
  nearest:
    "flake8-blind-except's and ruff's `BLE001` and pylint's `W0718` report the same, explained by a comment or not.",
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
