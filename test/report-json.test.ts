import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Finding } from '../src/finding.ts';
import { jsonReport } from '../src/report/json.ts';
import type { Report } from '../src/report/report.ts';
import { findingOn } from './support/findings.ts';
import { assertGolden } from './support/golden.ts';

const json = (report: Partial<Report>) =>
  jsonReport({ findings: [], checked: 0, failures: [], command: 'proctor --fix', ...report });

/** The entries of findings, as a program reads them. */
function entriesOf(...findings: Finding[]): readonly Readonly<Record<string, unknown>>[] {
  const { findings: entries } = JSON.parse(json({ findings })) as {
    readonly findings: readonly Readonly<Record<string, unknown>>[];
  };
  return entries;
}

const finding = findingOn({ line: '    cart2 = Cart()', at: 'cart2', span: { start: 40, end: 45 } });

describe('the report as JSON', () => {
  it('has findings, failures and counts', () => {
    assertGolden(
      'report/report.json',
      json({
        findings: [
          { ...finding, measure: 3 },
          { ...finding, severity: 'warning', fix: { renameTo: 'second_cart', evidence: 'it is the second' } },
          {
            ...finding,
            fix: {
              title: 'delete it',
              safe: true,
              edits: [{ span: { start: 40, end: 54 }, replacement: '' }],
            },
          },
        ],
        checked: 2,
        failures: [{ path: 'tests/test_old.py', reason: 'not UTF-8 on line 3' }],
      }),
    );
  });

  it('is an object where nothing was found', () => {
    assert.deepEqual(JSON.parse(json({ checked: 4 })), {
      version: 1,
      findings: [],
      failures: [],
      summary: { modules: 4, errors: 0, warnings: 0 },
    });
  });

  it('ends with a line end', () => {
    assert.match(json({}), /\}\n$/);
  });

  it('keeps the order of the findings', () => {
    const messages = ['second', 'first', 'third'];
    assert.deepEqual(
      entriesOf(...messages.map((message) => ({ ...finding, message }))).map(({ message }) => message),
      messages,
    );
  });

  it('leaves out what a finding has not', () => {
    const [entry = {}] = entriesOf(finding);
    assert.deepEqual(Object.keys(entry), [
      'rule',
      'severity',
      'path',
      'line',
      'column',
      'endLine',
      'endColumn',
      'start',
      'end',
      'message',
    ]);
  });

  it('keeps what is for comparing with a base to itself', () => {
    assert.doesNotMatch(json({ findings: [finding] }), /fingerprint|likeness/);
  });

  it('has paths as they are, without quotes around them', () => {
    assert.deepEqual(entriesOf({ ...finding, path: 'tests/a\n"b".py' })[0]?.['path'], 'tests/a\n"b".py');
  });
});
