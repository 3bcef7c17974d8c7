import { argumentsOf, unwrapped } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  callStatementOf,
  isAloneInBlock,
  isInAnyLoop,
  isInWith,
  statementAround,
} from '../../python/statements.ts';
import { childIn, contains, Field, Kind, kindOf, NO_NODE, type Node, parentOf } from '../../python/syntax.ts';
import type { Test } from '../../python/tests.ts';
import { integer } from '../options.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'sleeping-test',
  family: 'ineffective-tests',
  summary: 'a test that sleeps for a fixed time instead of waiting for what it needs',
  advice: 'wait for what the test needs, or fake the clock, instead of sleeping',
  why: `
\`time.sleep(2)\` is a guess: too short on a slow machine, where the test then fails now and then, and too long on all
others, in every run. What the test waits for can be waited for, with an event, a queue, a poll with a deadline, or
the framework's own wait. Where only time has to pass, a clock can be faked.

The rule knows the \`sleep\` of \`time\`, \`asyncio\`, \`anyio\`, \`trio\`, \`gevent\` and \`eventlet\` by their
imports, and looks at those that are statements of a test. In the hook it reports a sleep of 100 milliseconds or more,
in the review every one; a length that a name or a calculation gives counts as long.
`,
  spared: [
    '`sleep(0)`, which lets others run.',
    'A sleep in a loop, which polls.',
    'A sleep in a function inside the test, which stands for slow work. Fixtures and helpers are not looked at.',
    'A sleep that is all that a `with` block does, and any in a block that is expected to raise: it is what is timed or interrupted.',
    'A test that reads a clock, such as `time.monotonic()`: it measures time.',
    'A module in which a string names `sleep`, as in `monkeypatch.setattr("shop.time.sleep", …)`: it is replaced.',
    'A sleep with a comment on its line, on the line below or at the head of the lines above it: it may say why nothing else would do.',
    'A length that a call has given: the test asks for the time instead of guessing it.',
  ],
  nearest:
    'No rule of ruff, pylint or flake8 reports it; PyNose has it as Sleepy Test, turned off by default.',
  limits:
    'Where real time has to pass, because a file system, a clock or another process cannot be asked or faked. A comment that says so keeps the rule silent.',
  severity: { fast: 'warning', review: 'warning' },
  options: {
    milliseconds: integer({
      default: 100,
      review: 1,
      description: 'from how many milliseconds on a sleep is reported, where its length is written out',
    }),
  },
  examples: {
    bad: [
      `
import time

def test_order_arrives(shop, warehouse):
    shop.order("tea")
    time.sleep(2)
    assert warehouse.orders == ["tea"]
`,
    ],
    good: [
      `
def test_order_arrives(shop, warehouse):
    shop.order("tea")
    assert warehouse.next_order(timeout=5) == "tea"
`,
      `
import time

def test_order_arrives(shop, warehouse):
    shop.order("tea")
    while not warehouse.orders:
        time.sleep(0.01)
    assert warehouse.orders == ["tea"]
`,
    ],
  },
  *check(module, options) {
    const calls = SLEEPS.flatMap(module.calls.of);
    if (calls.length === 0 || namesSleep(module)) return;
    const clocks = CLOCKS.flatMap(module.calls.of);
    for (const call of calls) {
      const test = module.model.testAt(module.spanOf(call).start);
      if (test === undefined || !isWaiting(module, test, call)) continue;
      if (clocks.some((clock) => contains(module.tree, test.node, clock))) continue;
      const milliseconds = millisecondsOf(module, call);
      if (milliseconds < options.milliseconds) continue;
      yield {
        at: module.spanOf(call),
        message: `\`${written(module, call)}\` waits for a guess; wait for what the test needs, or fake the clock`,
        subject: 'sleep',
      };
    }
  },
});

const SLEEPS = 'time asyncio anyio trio gevent eventlet'.split(' ').map((name) => `${name}.sleep`);

/** What a test calls that measures time. */
const CLOCKS = 'time monotonic perf_counter time_ns monotonic_ns perf_counter_ns'
  .split(' ')
  .map((name) => `time.${name}`);

/** Whether a call is a statement of the test itself that is there for the time that passes and gives no reason. */
function isWaiting(module: TestModule, test: Test, call: Node): boolean {
  const { tree } = module;
  const statement = statementAround(tree, call);
  if (module.definitionAt(module.spanOf(call).start) !== test.definition) return false;
  if (callStatementOf(tree, statement) !== call || isInAnyLoop(tree, statement)) return false;
  const isAlone = isAloneInBlock(tree, statement);
  if (isAlone && isInWith(tree, statement)) return false;
  if (module.raisesBlocks.some(({ node }) => contains(tree, node, call))) return false;
  const commented = isAlone ? statementAround(tree, parentOf(tree, statement)) : statement;
  return !isExplained(module, commented) && !isAnswer(module, call);
}

/** Whether a comment beside a statement may say why it has to be. */
const isExplained = ({ isCommented, isHeadedByComment, isFollowedByComment }: TestModule, statement: Node) =>
  isCommented(statement) || isHeadedByComment(statement) || isFollowedByComment(statement);

/** Whether a call says how long: the test asks for the time instead of guessing it. */
function isAnswer({ tree, bindings, spanOf, valueGivenTo }: TestModule, call: Node): boolean {
  const seconds = argumentsOf(tree, call)[0]?.node ?? NO_NODE;
  if (kindOf(tree, seconds) !== Kind.identifier) return false;
  const [definition] = bindings.bindingAt(spanOf(seconds).start)?.definitions ?? [];
  let value = definition === undefined ? undefined : valueGivenTo(definition.node);
  while (value !== undefined && kindOf(tree, value) === Kind.subscript) value = unwrapped(tree, value + 1);
  return value !== undefined && kindOf(tree, value) === Kind.call;
}

/** How long a call sleeps; Infinity where a name or a calculation says it. */
function millisecondsOf({ tree, textOf }: TestModule, call: Node): number {
  const list = childIn(tree, call, Field.arguments);
  const kind = tree.kind[list + 2];
  if (kind !== Kind.integer && kind !== Kind.float) return Infinity;
  return Number(textOf(list + 2).replaceAll('_', '')) * 1000;
}

function namesSleep({ nodesOf, textOf }: TestModule): boolean {
  return Array.from(nodesOf(Kind.string_content)).some((content) =>
    /^(?:[\w.]+[.:])?sleep$/.test(textOf(content)),
  );
}

function written({ textOf }: TestModule, call: Node): string {
  const text = textOf(call).replace(/\s+/g, ' ');
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text;
}

const LONGEST_SHOWN = 40;
