import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Finding } from '../src/finding.ts';
import { displayed, type Paint, plain, textReport } from '../src/report/text.ts';
import { findingOn } from './support/findings.ts';
import { assertGolden } from './support/golden.ts';

const text = (findings: readonly Finding[], paint: Paint = plain) =>
  textReport({ findings, checked: 1, failures: [], command: 'proctor --fix' }, paint);

const lines = (...findings: Finding[]) => text(findings).trimEnd().split('\n');

const error = (line: string, at?: string, row = 1) =>
  findingOn({
    line,
    ...(at === undefined ? {} : { at }),
    start: { line: row, column: line.indexOf(at ?? line.trim()) + 1 },
  });

const warning = (row: number) =>
  findingOn({ line: 'cart2 = 1', at: 'cart2', severity: 'warning', start: { line: row, column: 1 } });

describe('the text', () => {
  it('shows errors with their line, a few warnings, and the counts', () => {
    const findings = [
      error('    except Exception:', 'except Exception', 12),
      ...[3, 4, 5, 6, 7, 8].map(warning),
      findingOn({
        rule: 'mixed-test-naming',
        path: 'tests/test_order.py',
        line: 'def testRefund(cart):',
        at: 'testRefund',
        message: '`testRefund` is in camel case; rename it `test_refund`',
        fix: { renameTo: 'test_refund', evidence: 'the case of the other tests' },
      }),
    ];
    assertGolden('report/errors-and-warnings.txt', text(findings));
  });

  it('is empty where nothing was found', () => {
    assert.equal(text([]), '');
  });

  it('has the errors before the warnings and each in the order of the report', () => {
    const places = lines(warning(2), error('x = 1', 'x', 9), warning(5), error('x = 1', 'x', 7))
      .filter((line) => line.includes('.py:'))
      .map((line) => /:(\d+):/.exec(line)?.[1]);
    assert.deepEqual(places, ['9', '7', '2', '5']);
  });
});

describe('the warnings', () => {
  const shown = (count: number) => lines(...Array.from({ length: count }, (_, index) => warning(index + 1)));

  it('are five at most', () => {
    assert.equal(shown(5).filter((line) => line.includes('warning: ')).length, 5);
    assert.equal(shown(9).filter((line) => line.includes('warning: ')).length, 5);
  });

  it('are counted beyond that', () => {
    assert.deepEqual(shown(5).slice(5), ['5 warnings']);
    assert.deepEqual(shown(6).slice(5), ['and 1 more warning', '6 warnings']);
    assert.deepEqual(shown(9).slice(5), ['and 4 more warnings', '9 warnings']);
  });

  it('do not show their line', () => {
    assert.deepEqual(shown(1), ['tests/test_cart.py:1:1: warning: name it  [numbered-name]', '1 warning']);
  });
});

describe('the last line', () => {
  const last = (...findings: Finding[]) => lines(...findings).at(-1);
  const renamed = { fix: { renameTo: 'cart', evidence: '' } };
  const edited = (safe: boolean) => ({ fix: { edits: [], safe, title: 'delete it' } });

  it('counts errors and warnings, and leaves out what there is none of', () => {
    assert.equal(last(error('x = 1'), error('x = 1'), warning(1)), '2 errors, 1 warning');
    assert.equal(last(error('x = 1')), '1 error');
    assert.equal(last(warning(1)), '1 warning');
  });

  it('counts what --fix repairs: renames and safe edits', () => {
    const findings = [renamed, edited(true), edited(false), {}].map((fix) => ({ ...error('x = 1'), ...fix }));
    assert.equal(last(...findings), '4 errors; 2 fixable with `proctor --fix`');
  });
});

describe('the carets', () => {
  /** The source line as it is shown, and below it the carets. */
  const excerpt = (finding: Finding) => lines(finding).slice(1, -1);

  it('stand under the finding, without the indentation of the line', () => {
    assert.deepEqual(excerpt(error('        except Exception:', 'Exception')), [
      '    except Exception:',
      '           ^^^^^^^^^',
    ]);
  });

  it('stand under the finding where the line is indented by tabs', () => {
    assert.deepEqual(excerpt(error('\t\tcart2 = Cart()', 'Cart')), [
      '    cart2 = Cart()',
      '            ^^^^',
    ]);
  });

  it('stand under the finding behind a tab inside of the line', () => {
    assert.deepEqual(excerpt(error('cart =\tCart2()', 'Cart2')), ['    cart = Cart2()', '           ^^^^^']);
  });

  it('are two to a wide character', () => {
    assert.deepEqual(excerpt(error("名前 = '値段'", "'値段'")), ["    名前 = '値段'", '           ^^^^^^']);
    assert.deepEqual(excerpt(error("x = '🛒' + cart2", 'cart2')), [
      "    x = '🛒' + cart2",
      '               ^^^^^',
    ]);
  });

  it('are none to a combining mark', () => {
    const cafe = 'cafe\u0301';
    assert.deepEqual(excerpt(error(`${cafe} = cart2`, 'cart2')), [`    ${cafe} = cart2`, '           ^^^^^']);
    assert.deepEqual(excerpt(error(`${cafe} = cart2`, cafe)), [`    ${cafe} = cart2`, '    ^^^^']);
  });

  it('go to the end of the line for a finding that goes on', () => {
    const finding = { ...error('with raises(Error):  ', 'raises'), end: { line: 4, column: 9 } };
    assert.deepEqual(excerpt(finding), ['    with raises(Error):', '         ^^^^^^^^^^^^^^']);
  });

  it('are one for a finding without width', () => {
    const finding = { ...error('x = (', '('), end: { line: 1, column: 5 } };
    assert.deepEqual(excerpt(finding), ['    x = (', '        ^']);
  });

  it('are left out with a line that is too long to show', () => {
    const long = `cart2 = '${'x'.repeat(120)}'`;
    assert.deepEqual(excerpt(error(long, 'cart2')), []);
  });
});

describe('a path', () => {
  it('is shown as it is', () => {
    for (const path of ['tests/test_cart.py', 'tests/größe/test_名.py', 'my tests/test cart.py']) {
      assert.equal(displayed(path), path);
    }
  });

  it('is quoted as by git where it has control characters, quotes or backslashes', () => {
    assert.equal(displayed('tests/a\nb.py'), '"tests/a\\nb.py"');
    assert.equal(displayed('tests/a\t"b".py'), '"tests/a\\t\\"b\\".py"');
    assert.equal(displayed('tests\\a.py'), '"tests\\\\a.py"');
    assert.equal(displayed('a\u0001\u007f.py'), '"a\\001\\177.py"');
  });

  it('stands on one line of the report, whatever it is', () => {
    const [headline, ...others] = lines({ ...warning(1), path: 'tests/\r\n.py' });
    assert.equal(headline, '"tests/\\r\\n.py":1:1: warning: name it  [numbered-name]');
    assert.deepEqual(others, ['1 warning']);
  });
});

describe('the paint', () => {
  const tags: Paint = {
    bold: (part) => `<b>${part}</b>`,
    red: (part) => `<red>${part}</red>`,
    yellow: (part) => `<yellow>${part}</yellow>`,
    dim: (part) => `<dim>${part}</dim>`,
  };

  it('marks places, carets, rules and counts', () => {
    assertGolden(
      'report/painted.txt',
      text([error('x2 = 1', 'x2', 4), ...[1, 2, 3, 4, 5, 6].map(warning)], tags),
    );
  });
});
