import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, test } from 'node:test';
import { array, assert as hold, integer, property, string } from 'fast-check';
import { measured } from '../scripts/corpus.ts';
import { excerpt, findingsByRule, sampled } from '../scripts/precision.ts';
import { findingOn } from './support/findings.ts';
import { soundModule, swallowingModule } from './support/program.ts';
import { temporaryDirectory, temporaryRepository } from './support/repository.ts';

describe('a sample', () => {
  const groups = array(array(integer(), { maxLength: 8 }), { maxLength: 6 }).map((lists) =>
    // Items that can be told apart, so that one drawn twice shows.
    lists.map((list, group) => list.map((_, index) => `${group}:${index}`)),
  );

  it('has as many items as it may, each from the groups and once', () => {
    hold(
      property(groups, integer({ min: 0, max: 50 }), string(), (all, size, seed) => {
        const drawn = sampled(all, size, seed);
        assert.equal(drawn.length, Math.min(size, all.flat().length));
        assert.equal(new Set(drawn).size, drawn.length);
        assert.ok(drawn.every((item) => all.flat().includes(item)));
      }),
    );
  });

  it('is the same for the same seed', () => {
    hold(
      property(groups, string(), (all, seed) => {
        assert.deepEqual(sampled(all, 10, seed), sampled(all, 10, seed));
      }),
    );
  });

  it('differs between seeds', () => {
    const items = [Array.from({ length: 100 }, (_, index) => index)];
    assert.notDeepEqual(sampled(items, 10, '1'), sampled(items, 10, '2'));
  });

  it('is not filled by one large group', () => {
    const large = Array.from({ length: 1000 }, () => 'large');
    const small = Array.from({ length: 20 }, () => 'small');
    const drawn = sampled([large, small], 20, '1').filter((item) => item === 'small');
    assert.ok(drawn.length >= 4 && drawn.length <= 16, `${drawn.length} of 20`);
  });
});

describe('an excerpt', () => {
  const text = Array.from({ length: 9 }, (_, index) => `line ${index + 1}`).join('\n');

  it('marks the lines of the finding among those around it', () => {
    const finding = {
      ...findingOn({ line: 'line 4' }),
      start: { line: 4, column: 1 },
      end: { line: 5, column: 7 },
    };
    assert.deepEqual(excerpt({ text, finding }, 1).split('\n'), [
      '      3  line 3',
      '>     4  line 4',
      '>     5  line 5',
      '      6  line 6',
    ]);
  });

  it('ends with the text', () => {
    const finding = findingOn({ line: 'line 9', start: { line: 9, column: 1 } });
    assert.deepEqual(excerpt({ text, finding }, 2).split('\n').length, 3);
  });
});

test('a repository is measured at its newest commit', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.commit({
    'tests/test_cart.py': swallowingModule,
    'tests/test_shop.py': soundModule,
    'shop.py': 'x = 1\n',
  });
  await repository.stage({ 'tests/test_order.py': swallowingModule });
  const { commit, modules } = measured(repository.directory, 'fast');
  assert.equal(commit, (await repository.git('rev-parse', 'HEAD')).trim());
  assert.deepEqual(
    modules.map(({ path, tests, findings }) => [path, tests, findings.map(({ rule }) => rule)]),
    [
      ['tests/test_cart.py', 2, ['broad-except-pass']],
      ['tests/test_shop.py', 1, []],
    ],
  );
});

test('a folder that is no repository is measured as it is, with the configuration in it', async (context) => {
  const folder = await temporaryDirectory(context);
  await mkdir(join(folder, 'tests'));
  await writeFile(join(folder, 'tests', 'check_cart.py'), swallowingModule);
  await writeFile(join(folder, 'pytest.ini'), '[pytest]\npython_files = check_*.py\n');
  const { commit, modules } = measured(folder, 'fast');
  assert.equal(commit, undefined);
  assert.deepEqual(
    modules.map(({ path }) => path),
    ['tests/check_cart.py'],
  );
});

test('a module that does not parse is counted by itself, without findings', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.commit({ 'test_cart.py': `${swallowingModule}\ndef test_(:\n` });
  const { modules, unchecked } = measured(repository.directory, 'fast');
  assert.deepEqual(modules, []);
  assert.match(unchecked.join(), /^test_cart\.py: line 13: /);
});

test('the findings of a rule stay apart by repository', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.commit({ 'test_cart.py': swallowingModule, 'test_shop.py': swallowingModule });
  const one = measured(repository.directory, 'fast');
  const byRule = findingsByRule([one, { ...one, name: 'other' }]);
  assert.deepEqual(
    byRule.get('broad-except-pass')?.map((findings) => findings.map((located) => located.repository)),
    [
      [one.name, one.name],
      ['other', 'other'],
    ],
  );
});
