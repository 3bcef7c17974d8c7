import { broadExceptionOf, type Handler } from '../../python/handlers.ts';
import type { Comment } from '../../python/comments.ts';
import type { Definition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import { childIn, contains, Field, parentOf } from '../../python/syntax.ts';
import type { Test } from '../../python/tests.ts';
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
fail with.

The rule looks at handlers of \`Exception\`, \`BaseException\` or everything whose body does nothing. In the review,
fixtures and helpers count as well, but for their bare handlers, which \`bare-except\` reports, and for those in scripts
and samples that only lie among tests.
`,
  spared: [
    'A handler with a comment, or below one that says that what follows fails, or why that does not matter.',
    'A `try` clause that raises itself or only calls a function inside the test that does, and a test that makes a plain `Exception`: the exception is known.',
    'A `try` clause that only converts values, or that calls `pytest.fail`, which no `except Exception` swallows.',
    'A `try` clause with a `yield`, which gets the exception from outside.',
    'A `try` clause around a call of a function that the rows of `parametrize` give.',
    'A handler after which the test fails, or whose `else` clause fails: the exception is expected.',
    'A handler beside one that skips or fails the test.',
    'A retry: the `try` clause leaves the loop when it succeeds. So is a `while True` loop that only the exception ends, and a loop whose `else` clause goes on with what went well.',
    'Clean-up in a `finally` clause, or in a handler that raises or returns: it keeps the exception that is under way.',
    'A result that is looked at: an assertion below reads what the `try` clause gave or what is collected below a `continue`, or asks, directly below or in the `finally` clause, for the calls of a mock or for what a callback has collected.',
    'A test that only has to survive, by its name: crashes, leaks, fuzzing and stress, or races and concurrency if it starts threads, processes or tasks.',
    'A decorated function inside the test, since what the decorator makes of its code is tested, and a method of a class inside the test.',
  ],
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
      if (test === undefined && (handler.isBare || !options['outside-tests'] || module.isMaterial()))
        continue;
      if (isExplained(handler) || isLookedAtAfter(handler) || module.isCallNoticed(handler)) continue;
      if (commentsBefore(handler).some(({ content }) => NOT_MATTERING.test(content))) continue;
      if (module.commentsOnPreparation(handler).some(saysThatItFails)) continue;
      if (swallowsNothing(handler)) continue;
      const worker = module.definitionAt(handler.keyword.start);
      if ([test, worker].some((one) => ONLY_TO_SURVIVE.test(one?.name ?? ''))) continue;
      if (isOfConcurrentTest(module, test, worker)) continue;
      if (test !== undefined && worker !== undefined && isMadeIntoSubject(test, worker)) continue;
      if (test !== undefined && worker?.enclosing?.kind === 'class' && worker !== test.definition) continue;
      if (test !== undefined && callsWhatRowsGive(module, test, handler)) continue;
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
  /\b(?:may|might|sometimes|whether|so|even when|in case|otherwise|depend\w*|because|since|regardless|irrelevant|hack|catch\w*|ignor\w*|swallow\w*|suppress\w*|wrap\w*|of course|even if|best effort|do(?:es)?n't (?:care|matter)|do(?:es)? not (?:care|matter))\b/i;

/** Whether a comment above what a try clause needs says that it fails, and neither that it must nor that it must not. */
const saysThatItFails = ({ content }: Comment) => FAILING.test(content) && !DEMANDING.test(content);

const FAILING = /\b(?:rais(?:es?|ed|ing)|fail(?:s|ed|ing|ures?)?|errors?|exceptions?|wrong|bogus)\b/i;

/** What makes of a comment on failing the very claim that the test does not check. */
const DEMANDING =
  /\b(?:should|must|shall|expect\w*|supposed|has to|have to|ensures?|check\w*|verif\w*|no|not|never|without|cannot)\b|n't\b/i;

/** The names of tests and workers that go well when nothing crashes, whatever is raised. */
const ONLY_TO_SURVIVE = /fuzz|crash|segfault|leak|stress|robust/i;

/** Whether a test is named for concurrency and starts threads, processes or tasks: its workers have only to survive. */
function isOfConcurrentTest(
  { calls, tree }: TestModule,
  test: Test | undefined,
  worker: Definition | undefined,
): boolean {
  if (test === undefined || ![test, worker].some((one) => CONCURRENT.test(one?.name ?? ''))) return false;
  return calls.names.some(
    (name) => STARTS_WORKER.test(name) && calls.named(name).some((call) => contains(tree, test.node, call)),
  );
}

/** Whether a function inside a test is decorated: what the decorator makes of its code is what the test is about. */
const isMadeIntoSubject = (test: Test, worker: Definition) =>
  worker.node !== test.definition.node && worker.decorators.length > 0;

/** Whether a try clause calls an argument of the parametrized test: each row knows whether its function raises. */
function callsWhatRowsGive({ calls, tree }: TestModule, test: Test, { node }: Handler): boolean {
  const tried = childIn(tree, parentOf(tree, node), Field.body);
  return test.parametrizations
    .flatMap(({ names }) => names)
    .some((name) => calls.named(name).some((call) => contains(tree, tried, call)));
}

const CONCURRENT = /concurren|parallel|thread_?safe|(?:^|_)rac(?:e|es|ing|y)(?:$|_)/i;

const STARTS_WORKER =
  /^(?:\w*Thread(?:Pool\w*)?|\w*Process(?:Pool\w*)?|start_new_thread|\w*Executor|TaskGroup|create_task|ensure_future|gather|spawn\w*|start_soon|run_in_executor|to_thread|run_in_thread\w*)$/;

/** Whether the exception is known or expected, whatever its class. */
const isMeant = ({
  guardsRaise,
  guardsYield,
  expectsRaise,
  isRetry,
  isCleanUp,
  endsLoop,
  passesOver,
  hasEndingSibling,
}: Handler) =>
  guardsRaise ||
  guardsYield ||
  expectsRaise ||
  isRetry ||
  isCleanUp ||
  endsLoop ||
  passesOver ||
  hasEndingSibling;

/** What a handler that catches everything says. */
function writtenBy(handler: Handler): string | undefined {
  if (handler.isBare) return '`except:`';
  const broad = broadExceptionOf(handler);
  return broad === undefined ? undefined : `\`except ${broad}\``;
}
