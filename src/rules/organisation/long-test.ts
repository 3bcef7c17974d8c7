import type { Cycle } from '../../python/assertions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Node } from '../../python/syntax.ts';
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
does not say what is broken, and what comes after the failure is not tried.

Length alone is no fault: a test may need forty lines to build one invoice. So the rule asks for three things together:
41 or more statements, which only one test in a hundred has, four or more act-assert cycles, and eight or more
assertions. The review is stricter: 25 statements or three cycles are enough, and what is left alone below is reported
too.

An act-assert cycle is a run of statements that call or change something, followed by one or more assertions. A helper
such as \`resize_and_check()\` is a cycle of its own, and blocks in a row that are expected to raise are one. The
message has the lines of the cycles, where the test would split, and the variables that a later cycle takes from an
earlier one: what its parts would share as set-up.
`,
  spared: [
    'End-to-end, integration, functional, full-stack, scenario and smoke tests, by a word in their path: they tell a story on purpose.',
    'A test whose comments number its steps (`# Step 1`), for the same reason.',
  ],
  nearest: "pylint's `R0915` and ruff's `PLR0915` count the statements of any function and nothing else.",
  limits:
    'Where one story has to be told in one go, because each step needs what the last one left and setting it up takes minutes. In `fast`, numbering its steps in comments keeps the rule silent.',
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
      description: 'how many assertions a test needs at least to be reported',
    }),
    'either-limit': flag({
      default: false,
      review: true,
      description: 'whether the statements or the cycles alone suffice',
    }),
    scenarios: texts({
      default: ['e2e', 'integration', 'functional', 'fullstack', 'scenario', 'smoke'],
      review: [],
      description:
        'parts of paths, in any case: the tests of a file whose path has one of them are left alone',
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
    if (options.scenarios.some((part) => path.includes(part.toLowerCase()))) return;
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
        message: `\`${name}\` has ${statementCount} statements${partsOf(module, test, cycles)}`,
        measure: statementCount,
      };
    }
  },
});

const assertionCountOf = (cycles: readonly Cycle[]) =>
  cycles.reduce((sum, { assertions }) => sum + assertions.length, 0);

/** The cycles by their lines, and what to do. */
function partsOf(module: TestModule, test: Test, cycles: readonly Cycle[]): string {
  const remedy = 'split it or move what it sets up into a fixture';
  if (cycles.length === 0) return `; ${remedy}`;
  const assertions = assertionCountOf(cycles);
  if (cycles.length === 1 && assertions * 2 > test.statementCount) {
    const table = test.framework === 'pytest' ? 'parametrize' : 'subTest';
    return `, ${assertions} of them assertions; split it by what they show, or make them rows for \`${table}\``;
  }
  if (cycles.length === 1) return ` in 1 act-assert cycle; ${remedy}`;
  const shared = setUpOf(module, test, cycles);
  const lines = listed(
    cycles.map((cycle) => linesOf(module, cycle)),
    MOST_CYCLES,
  );
  return ` in ${cycles.length} act-assert cycles: lines ${lines}${shared}; split it there`;
}

function linesOf({ positionAt, spanOf }: TestModule, { statements }: Cycle): string {
  const [first] = statements;
  const last = statements.at(-1);
  if (first === undefined || last === undefined) return '';
  const [from, to] = [positionAt(spanOf(first).start).line, positionAt(spanOf(last).end).line];
  return from === to ? `${from}` : `${from}-${to}`;
}

/** The variables that cycles share, as what they need to be set up with. */
function setUpOf(module: TestModule, { definition }: Test, cycles: readonly Cycle[]): string {
  const given = module.sharedBetween(definition, cycles);
  if (given.length === 0) return '';
  const imports = new Set<Node | undefined>(IMPORTS.flatMap(module.calls.of));
  const shared = given.filter(({ node }) => !imports.has(module.valueGivenTo(node)));
  const names = shared.map(({ node, start }) => {
    return `\`${module.textOf(node)}\` (line ${module.positionAt(start).line})`;
  });
  return names.length === 0 ? '' : `, which share ${listed(names, MOST_NAMES)} as set-up`;
}

/** What gives a module instead of an import statement. */
const IMPORTS = [
  'pytest.importorskip',
  'importlib.import_module',
  'test.support.import_helper.import_module',
];

/** `1, 2 and 3`, or the first of many and how many more there are. */
function listed(items: readonly string[], most: number): string {
  const shown =
    items.length > most ? [...items.slice(0, most - 1), `${items.length - most + 1} more`] : items;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

const MOST_CYCLES = 8;
const MOST_NAMES = 4;

function numbersItsSteps(module: TestModule, test: Test): boolean {
  return module.commentsIn(test.node).some(({ content }) => STEP.test(content));
}

const STEP = /^\W*step\W*\d/i;
