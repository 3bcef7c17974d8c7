import type { Cycle } from '../../python/assertions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Test } from '../../python/tests.ts';
import { flag, integer, texts } from '../options.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'long-test',
  family: 'organisation',
  summary: 'a test that acts and asserts so often that it is several tests',
  advice: 'split a test that does several things, so that its name says what is broken when it fails',
  why: `
A test that acts, asserts, acts again and asserts again tests several things under one name. When it fails, the name
does not say what is broken, and what comes after the failure is not tried. Length alone is no fault: a test may need
forty lines to build one invoice. So the rule asks for three things together: more statements than 99 of 100 tests
have, several act-assert cycles, and many assertions. An act-assert cycle is a run of statements that call or change
something, followed by one or more assertions; a helper such as \`resize_and_check()\` is a cycle of its own.
End-to-end, integration, functional, scenario and smoke tests tell a story on purpose, as does a test whose comments
number its steps; they are left alone. The review applies stricter limits, everywhere, and says where the test would
split.
`,
  nearest: "pylint's and ruff's `PLR0915` counts the statements of any function and nothing else.",
  severity: { fast: 'warning', review: 'warning' },
  options: {
    statements: integer({
      default: 41,
      review: 25,
      description: 'from how many statements on a test is long, inner ones included, the docstring left out',
    }),
    cycles: integer({
      default: 4,
      review: 3,
      description: 'from how many act-assert cycles on a test does several things',
    }),
    assertions: integer({
      default: 8,
      review: 0,
      description: 'how many assertions a long test needs at least to be reported',
    }),
    'either-limit': flag({
      default: false,
      review: true,
      description: 'whether the statements or the cycles alone suffice',
    }),
    scenarios: texts({
      default: ['e2e', 'integration', 'functional', 'scenario', 'smoke'],
      review: [],
      description: 'parts of paths below which tests are left alone',
    }),
    'numbered-steps': flag({
      default: true,
      review: false,
      description: 'whether a test whose comments number its steps (`# Step 1`) is left alone',
    }),
  },
  examples: {
    bad: [
      `
def test_order(shop, customer):
    cart = shop.cart_of(customer)
    cart.add("tea")
    assert cart.total == 4

    order = cart.order()
    assert order.state == "open"
    assert shop.orders == [order]

    order.pay()
    assert order.state == "paid"
    assert customer.balance == 6
`,
    ],
    good: [
      `
def test_order_of_a_cart(shop, cart):
    order = cart.order()
    assert order.state == "open"
    assert shop.orders == [order]

def test_payment_of_an_order(order, customer):
    order.pay()
    assert order.state == "paid"
    assert customer.balance == 6
`,
    ],
  },
  *check(module, options) {
    const path = module.path.toLowerCase();
    if (options.scenarios.some((part) => path.includes(part))) return;
    for (const test of module.model.tests) {
      const { name, nameSpan, statementCount } = test;
      const isLong = statementCount >= options.statements;
      if (!isLong && !options['either-limit']) continue;
      const cycles = test.cycles;
      const isSeveral = cycles.length >= options.cycles;
      if (options['either-limit'] ? !isLong && !isSeveral : !isLong || !isSeveral) continue;
      if (assertionCountOf(cycles) < options.assertions) continue;
      if (options['numbered-steps'] && numbersItsSteps(module, test)) continue;
      yield {
        at: nameSpan,
        message: `\`${name}\` has ${statementCount} statements in ${counted(cycles.length, 'act-assert cycle')}; ${advice(module, cycles)}`,
        measure: statementCount,
      };
    }
  },
});

const assertionCountOf = (cycles: readonly Cycle[]) =>
  cycles.reduce((sum, { assertions }) => sum + assertions.length, 0);

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

function advice(module: TestModule, cycles: readonly Cycle[]): string {
  const lines = cycles.slice(1).flatMap(({ statements: [first] }) => {
    return first === undefined ? [] : module.positionAt(module.spanOf(first).start).line;
  });
  if (lines.length === 0) return 'split it or move what it sets up into a fixture';
  const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), '…'] : lines;
  return `split it at ${lines.length === 1 ? 'line' : 'lines'} ${shown.join(', ')}`;
}

const MOST_LINES = 5;

function numbersItsSteps(module: TestModule, test: Test): boolean {
  const { start, end } = module.spanOf(test.node);
  return module.comments.some(
    ({ span, content }) => start < span.start && span.start < end && STEP.test(content),
  );
}

const STEP = /^\W*step\W*\d/i;
