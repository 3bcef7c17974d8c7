import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../src/finding.ts';
import { introduced } from '../src/introduced.ts';

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
