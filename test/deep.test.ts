/** However deep or long a module is, every rule answers: nothing recurses as deep as the text goes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everythingIn } from '../src/check.ts';
import { activeRules, noChange } from '../src/config/active-rules.ts';
import { rules } from '../src/rules/index.ts';
import { moduleOf } from './support/parser.ts';

const everyRule = activeRules(rules, 'review', [{ ...noChange, select: ['all'] }]);
const DEPTH = 12_000;

const nested = (open: string, inner: string, close: string, depth = DEPTH) =>
  open.repeat(depth) + inner + close.repeat(depth);
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

const modules: readonly (readonly [title: string, text: string])[] = [
  ['parentheses', `assert ${nested('(', 'cart', ')')}\n`],
  ['lists', `assert ${nested('[', 'cart', ']')} == 1\n`],
  ['dictionaries', `total = ${nested('{1: ', 'cart', '}')}\n`],
  ['calls', `assert ${nested('total(', 'cart', ')')} == 1\n`],
  ['brackets that are never closed', `total = ${'('.repeat(DEPTH)}\n`],
  ['attributes', `assert cart${'.total'.repeat(DEPTH)} == 1\n`],
  ['called attributes', `cart${'.add(1)'.repeat(DEPTH)}\n`],
  ['subscripts', `assert cart${'[0]'.repeat(DEPTH)}\n`],
  ['sums', `assert ${'1 + '.repeat(DEPTH)}1 == 2\n`],
  ['joined strings', `assert total == ${'"a" + '.repeat(DEPTH)}"b"\n`],
  ['strings in a row', `assert total == (${'"a" '.repeat(DEPTH)})\n`],
  ['conjunctions', `assert ${'cart and '.repeat(DEPTH)}total\n`],
  ['disjunctions', `assert ${'0 or '.repeat(DEPTH)}total\n`],
  ['negations', `assert ${'not '.repeat(DEPTH)}cart\n`],
  ['signs', `assert ${'-'.repeat(DEPTH)}1\n`],
  ['comparisons', `assert 0${' < 1'.repeat(DEPTH)}\n`],
  ['conditions', `assert ${'total if cart else '.repeat(DEPTH)}0\n`],
  ['powers', `assert ${'2 ** '.repeat(DEPTH)}2\n`],
  ['lambdas', `total = ${'lambda cart: '.repeat(DEPTH)}cart\n`],
  ['comprehensions', `total = ${nested('[cart for cart in ', 'carts', ']', 3000)}\n`],
  ['formatted strings', `total = ${nested('f"{', 'cart', '}"', 3000)}\n`],
  ['format specifications', `total = f"${nested('{cart:', '', '}', 3000)}"\n`],
  ['targets', `${nested('(', 'cart', ',)', 3000)} = 1\n`],
  ['assignments', `${'cart = '.repeat(DEPTH)}1\n`],
  ['patterns', `match cart:\n    case ${nested('[', 'total', ']', 3000)}: pass\n`],
  [
    'functions',
    `${lines(1000, (depth) => `${' '.repeat(depth)}def test_cart():\n`)}${' '.repeat(1000)}pass\n`,
  ],
  ['classes', `${lines(1000, (depth) => `${' '.repeat(depth)}class TestCart:\n`)}${' '.repeat(1000)}pass\n`],
  ['statements', `${lines(1000, (depth) => `${' '.repeat(depth)}if cart:\n`)}${' '.repeat(1000)}pass\n`],
  ['branches', `if cart: pass\n${'elif cart: pass\n'.repeat(DEPTH)}`],
  ['comments', '# total = 1\n'.repeat(DEPTH)],
  ['comments that do not parse', '# total = cart(\n'.repeat(DEPTH)],
  ['tests of one name', 'def test_cart():\n    assert cart == 1\n'.repeat(3000)],
  ['dots of an import', `from ${'.'.repeat(DEPTH)} import cart\n`],
];

for (const [title, text] of modules) {
  test(`every rule answers for ${title} by the thousand`, () => {
    const indented = text.replaceAll(/^(?=.)/gm, '    ');
    for (const source of [text, `def test_total():\n${indented}`]) {
      const module = moduleOf(source, 'test_cart.py');
      assert.doesNotThrow(() => everythingIn(module, everyRule));
      for (const scope of module.bindings.scopes) assert.ok(scope.symbols.size + scope.observers.length >= 0);
    }
  });
}

test('broad handlers by the thousand cost in proportion to their number', () => {
  const handlers = (count: number) =>
    lines(
      count,
      (index) =>
        `def test_cart_${index}(cart):\n    try:\n        cart.add(${index})\n    except Exception:\n        pass\n`,
    );
  const cost = (count: number) => {
    const module = moduleOf(`def pay():\n    raise Exception()\n${handlers(count)}`, 'test_cart.py');
    const start = process.cpuUsage();
    everythingIn(module, broadExceptPass);
    return process.cpuUsage(start).user;
  };
  cost(FEW);
  const few = Math.min(cost(FEW), cost(FEW), cost(FEW));
  // In proportion the ratio is that of the numbers, with the square that one times it.
  const many = Math.min(cost(FEW * TIMES), cost(FEW * TIMES), cost(FEW * TIMES));
  assert.ok(many < few * TIMES * (TIMES / 3), `${few} and ${many} microseconds`);
});

const broadExceptPass = activeRules(rules, 'fast', [{ ...noChange, select: ['broad-except-pass'] }]);
const FEW = 400;
const TIMES = 12;
