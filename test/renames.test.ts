import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { localRequests, nameRequests } from '../scripts/rename-requests.ts';
import { viewOfFolder } from '../scripts/rename-tree.ts';
import { changedOutcomes, outcomesIn } from '../scripts/renames.ts';
import { moduleOf } from './support/parser.ts';

describe('a report of pytest', () => {
  const report = `<testsuite>
    <testcase classname="tests.test_cart" name="test_total" time="0.1" />
    <testcase classname="tests.test_cart" name="test_tax[a &gt; b]"><failure message="no">…</failure></testcase>
    <testcase classname="tests.test_cart" name="test_pay"><skipped type="x" /></testcase>
  </testsuite>`;

  it('has the outcome of each test', () => {
    assert.deepEqual(
      [...outcomesIn(report)],
      [
        ['tests.test_cart::test_total', 'passed'],
        ['tests.test_cart::test_tax[a &gt; b]', 'failure'],
        ['tests.test_cart::test_pay', 'skipped'],
      ],
    );
  });

  it('is compared test by test, those that are gone or new as well', () => {
    const after = outcomesIn(report.replaceAll('test_total', 'test_sum').replace('skipped', 'error'));
    assert.deepEqual(changedOutcomes(outcomesIn(report), after), [
      'tests.test_cart::test_total: passed, now not there',
      'tests.test_cart::test_pay: skipped, now error',
      'tests.test_cart::test_sum: not there, now passed',
    ]);
  });

  it('has the same test where its id is made of a fresh name', () => {
    const numbered = report.replaceAll('test_total', 'test_total[cart0]');
    const after = outcomesIn(numbered.replaceAll('cart0', 'cart_otherwise0').replace('skipped', 'error'));
    assert.deepEqual(changedOutcomes(outcomesIn(numbered), after), [
      'tests.test_cart::test_pay: skipped, now error',
    ]);
  });
});

describe('a folder that is no repository', () => {
  it('has what its links lead to, and nothing for one that leads nowhere', (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'proctor-test-'));
    context.after(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'carts.py'), 'cart = 1\n');
    symlinkSync('carts.py', join(folder, 'shop.py'));
    symlinkSync('orders.py', join(folder, 'gone.py'));
    const view = viewOfFolder(folder);
    const texts = ['carts.py', 'shop.py', 'gone.py', 'absent.py'].map((path) => {
      const held = view.read(path);
      return held && Buffer.from(held.bytes).toString();
    });
    assert.deepEqual(texts, ['cart = 1\n', 'cart = 1\n', '', undefined]);
  });
});

describe('what can be renamed in a module', () => {
  const module = moduleOf(`
import shop

class TestCart:
    def open_cart(self):
        self.cart = shop.cart()

    def test_total(self):
        total = self.cart.total
        assert [item for item in total]
        helper(total)

def helper(amount):
    return amount
`);
  const namesAt = (offsets: readonly number[]) =>
    offsets.map((offset) => /^\w+/.exec(module.text.slice(offset))?.[0]);

  it('is every variable of a function', () => {
    assert.deepEqual(namesAt(localRequests(module).map(({ offset }) => offset)), ['total', 'item']);
  });

  it('is every other name but those of tests, and every attribute', () => {
    const names = namesAt(nameRequests(module).map(({ offset }) => offset));
    assert.deepEqual(new Set(names), new Set(['shop', 'open_cart', 'self', 'helper', 'amount', 'cart']));
  });
});
