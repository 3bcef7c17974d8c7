import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../src/finding.ts';
import { introduced } from '../src/introduced.ts';
import { rules } from '../src/rules/index.ts';
import { check } from '../src/check.ts';
import { activeRules } from '../src/config/active-rules.ts';
import { testModule } from '../src/python/test-module.ts';
import { parse, pytestConventions } from './support/parser.ts';

function finding(fingerprint: string, line: string, measure?: number): Finding {
  return {
    rule: 'long-test',
    severity: 'error',
    path: 'test_shop.py',
    span: { start: 0, end: 1 },
    start: { line: 1, column: 1 },
    end: { line: 1, column: 2 },
    message: fingerprint,
    fingerprint,
    likeness: line,
    line,
    ...(measure === undefined ? {} : { measure }),
  };
}

const messages = (findings: readonly Finding[]) => findings.map(({ message }) => message);

test('a file without a base introduces all of its findings', () => {
  const findings = [finding('a', 'x'), finding('b', 'y')];
  assert.deepEqual(introduced({ findings, bases: [] }), findings);
});

test('a finding that the base has is not introduced, wherever its line has moved', () => {
  assert.deepEqual(introduced({ findings: [finding('a', 'x')], bases: [[finding('a', 'x')]] }), []);
});

test('a finding whose line was reworded is still the same finding', () => {
  assert.deepEqual(
    introduced({ findings: [finding('a', 'new words')], bases: [[finding('a', 'old words')]] }),
    [],
  );
});

test('a finding that moved to another definition as it stands is not introduced', () => {
  assert.deepEqual(introduced({ findings: [finding('moved', 'x')], bases: [[finding('a', 'x')]] }), []);
});

test('a copy of a finding beside the old one is introduced', () => {
  const findings = [finding('a', 'x'), finding('copy', 'x')];
  assert.deepEqual(messages(introduced({ findings, bases: [[finding('a', 'x')]] })), ['copy']);
});

test('of two alike in one place the one with new words is introduced', () => {
  const added = finding('a', 'new words');
  const findings = [added, finding('a', 'old words')];
  assert.deepEqual(introduced({ findings, bases: [[finding('a', 'old words')]] }), [added]);
});

test('a finding whose measure grew is new again', () => {
  const grown = finding('a', 'x', 50);
  assert.deepEqual(introduced({ findings: [grown], bases: [[finding('a', 'x', 45)]] }), [grown]);
});

test('a finding whose measure shrank is not introduced', () => {
  assert.deepEqual(introduced({ findings: [finding('a', 'x', 42)], bases: [[finding('a', 'x', 45)]] }), []);
});

test('with several bases only what none of them has is introduced', () => {
  const findings = [finding('ours', '1'), finding('theirs', '2'), finding('merge', '3')];
  const bases = [[finding('ours', '1')], [finding('theirs', '2')]];
  assert.deepEqual(messages(introduced({ findings, bases })), ['merge']);
});

/** The rules that speak of what one text of a module brings into another. */
const rulesBetween = (before: string, after: string) =>
  findingsBetween(before, after).map(({ rule }) => rule);

function findingsBetween(before: string, after: string): readonly Finding[] {
  const findingsIn = (text: string) =>
    check(testModule('test_shop.py', parse(text), pytestConventions, parse), activeRules(rules, 'fast', []));
  return introduced({ findings: findingsIn(after), bases: [findingsIn(before)] });
}

const quoted = `class TestShop(TestCase):
    def test_open(self):
        self.assertTrue('lights', self.shop.lights('front', 'back'))
`;

test('a formatter that changes quotes, lines and trailing commas introduces nothing', () => {
  const formatted = `class TestShop(TestCase):
    def test_open(self):
        self.assertTrue(
            "lights",
            self.shop.lights(
                "front",
                "back",
            ),
        )
`;
  assert.deepEqual(rulesBetween('', quoted), ['assert-true-misuse']);
  assert.deepEqual(rulesBetween(quoted, formatted), []);
});

test('a method that becomes a function keeps its findings, with its name', () => {
  const methods = `class TestShop:
    def test_basket(self):
        assert basket() == 1

    def test_basket2(self):
        assert basket() == 2, basket
        assert "apples", basket()
`;
  const functions = `def test_basket(shop):
    assert basket() == 1


def test_basket2(shop):
    assert basket() == 2, basket
    assert 'apples', basket(shop)
`;
  assert.ok(rulesBetween('', methods).includes('assert-always-true'));
  assert.deepEqual(rulesBetween(methods, functions), []);
});

test('a class that is renamed introduces none of its findings, though their lines were edited', () => {
  const renamed = quoted.replace('TestShop', 'TestMarket').replace("'back'))", "'back'))  # both");
  assert.deepEqual(rulesBetween(quoted, renamed), []);
});

test('a literal that is changed in an old problem introduces nothing', () => {
  const changed = quoted.replace("'lights',", "'doors',").replace('lights(', 'doors(');
  assert.deepEqual(rulesBetween(quoted, changed), []);
});

test('of two classes with tests of one name the one that was there keeps its findings', () => {
  const test = `    def test_open(self):
        with self.assertRaises(Exception):
            open_shop()
`;
  const before = `class TestShop(TestCase):\n${test}`;
  const added = test.replace('test_open', 'test_close');
  const after = `class TestStall(TestCase):\n${added}\n${test}`;
  const brought = findingsBetween(before, after);
  assert.deepEqual(
    brought.map(({ rule, start }) => [rule, start.line]),
    [['raises-broad-exception', 3]],
  );
});

test('a name that the module has in another test already is not introduced', () => {
  const test = (name: string) => `def test_${name}():\n    shopKey = open_shop()\n    assert shopKey\n`;
  const snake = Array.from(
    { length: 9 },
    (_, index) => `def test_aisle_${index}(open_shop):\n    assert ${index}\n`,
  ).join('');
  const before = snake + test('one');
  assert.deepEqual(rulesBetween('', before), ['camel-case-local']);
  assert.deepEqual(rulesBetween(before, before + test('two')), []);
  assert.deepEqual(rulesBetween(snake, snake + test('two')), ['camel-case-local']);
});

test('rows that are written otherwise are not introduced', () => {
  const rows = (name: string) => `import pytest

@pytest.mark.parametrize("key, value", [
    (${name}, True),
    (${name}, True),
])
def test_key(key, value):
    assert set_key(key) == value
`;
  assert.deepEqual(rulesBetween('', rows('"tea"')), ['duplicate-parametrize-case']);
  assert.deepEqual(rulesBetween(rows('"tea"'), rows('["tea"]')), []);
});

test('a test whose name is spelt right now is not introduced, another one is', () => {
  const tests = (name: string) =>
    `def test_${name}():\n    assert one()\n\n\ndef test_${name}_2():\n    assert two()\n`;
  assert.deepEqual(rulesBetween('', tests('recieved_orders')), ['numbered-test-name']);
  assert.deepEqual(rulesBetween(tests('recieved_orders'), tests('received_orders')), []);
  assert.deepEqual(rulesBetween(tests('recieved_orders'), tests('tea')), ['numbered-test-name']);
});

test('another problem in a formatted text is introduced', () => {
  const other = `${quoted.replaceAll("'", '"')}        self.assertTrue("doors", self.shop.doors())\n`;
  assert.deepEqual(rulesBetween(quoted, other), ['assert-true-misuse']);
});
