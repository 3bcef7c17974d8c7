import assert from 'node:assert/strict';
import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { openRepository } from '../../src/git/repository.ts';
import { temporaryRepository, type TestRepository } from '../support/repository.ts';
import { asText, seen } from './seen.ts';

const cart = 'def test_cart():\n    assert total([2, 3]) == 5\n    assert total([]) == 0\n';

const settings = {
  'diff.renames': 'false',
  'diff.renameLimit': '1',
  'diff.noprefix': 'true',
  'diff.mnemonicPrefix': 'true',
  'diff.relative': 'true',
  'diff.orderFile': '/nowhere/order',
  'diff.external': '/nowhere/program',
  'diff.ignoreSubmodules': 'none',
  'diff.submodule': 'log',
  'diff.algorithm': 'patience',
  'diff.colorMoved': 'zebra',
  'diff.wordRegex': '.',
  'diff.context': '0',
  'color.ui': 'always',
  'color.diff': 'always',
  'core.quotePath': 'true',
  'core.abbrev': '4',
  'core.pager': '/nowhere/pager',
  'pager.diff': 'true',
  'core.attributesFile': '/nowhere/attributes',
  'diff.python.textconv': '/nowhere/textconv',
  'filter.shop.clean': '/nowhere/clean',
  'filter.shop.smudge': '/nowhere/smudge',
  'filter.shop.required': 'true',
  'core.untrackedCache': 'true',
  'core.preloadIndex': 'true',
  'merge.renames': 'false',
  'i18n.logOutputEncoding': 'UTF-16',
};

/** Two moved files with edits, one edited, one added: what `diff.renames` and `diff.renameLimit` would spoil. */
async function shop(...[test]: Parameters<typeof temporaryRepository>): Promise<TestRepository> {
  const repository = await temporaryRepository(test);
  await repository.commit({
    'a/test_one.py': `${cart}# one\n`,
    'a/test_two.py': `${cart}${cart}`,
    'test_käse.py': 'old\n',
  });
  await repository.git('mv', 'a/test_one.py', 'test_first.py');
  await repository.git('mv', 'a/test_two.py', 'test_second.py');
  await repository.stage({
    'test_first.py': `${cart}# edited\n`,
    'test_second.py': `${cart}${cart}# edited\n`,
    'test_käse.py': 'new\n',
    'test_added.py': 'added\n',
  });
  return repository;
}

describe('what is seen does not depend', { concurrency: true }, () => {
  it('on settings of git', async (test) => {
    const repository = await shop(test);
    const expected = seen(repository);
    assert.deepEqual(
      expected.map(({ path, bases }) => [path, bases.length]),
      [
        ['test_added.py', 0],
        ['test_first.py', 1],
        ['test_käse.py', 1],
        ['test_second.py', 1],
      ],
    );
    await repository.write({
      '.gitattributes': '*.py diff=python filter=shop working-tree-encoding=UTF-16\n',
    });
    for (const [name, value] of Object.entries(settings)) await repository.git('config', name, value);
    assert.deepEqual(seen(repository), expected);
  });

  const variables = {
    GIT_LITERAL_PATHSPECS: '1',
    GIT_GLOB_PATHSPECS: '1',
    GIT_NOGLOB_PATHSPECS: '1',
    GIT_ICASE_PATHSPECS: '1',
    GIT_EXTERNAL_DIFF: '/nowhere/program',
    GIT_DIFF_OPTS: '--unified=0',
    GIT_PAGER: '/nowhere/pager',
    GIT_PAGER_IN_USE: '1',
    GIT_TRACE: '1',
    GIT_TRACE_SETUP: '1',
    GIT_PREFIX: 'elsewhere/',
    LC_ALL: 'de_DE.UTF-8',
    LANGUAGE: 'de',
  };
  for (const [name, value] of Object.entries(variables)) {
    it(`on ${name}`, async (test) => {
      const repository = await shop(test);
      const { directory, environment } = repository;
      const files = openRepository(directory, { ...environment, [name]: value }).changed(
        () => true,
        undefined,
      );
      assert.deepEqual(files.map(asText), seen(repository));
    });
  }

  it('on a file system monitor, which is not asked', async (test) => {
    const repository = await shop(test);
    const monitor = join(repository.directory, '.git/monitor');
    await repository.write({ '.git/monitor': '#!/bin/sh\necho asked >> .git/asked\nprintf "/\\0"\n' });
    await chmod(monitor, 0o755);
    await repository.git('config', 'core.fsmonitor', monitor);
    await repository.git('update-index', '--fsmonitor');
    await repository.git('status');
    const asked = (): Promise<string> => readFile(join(repository.directory, '.git/asked'), 'utf8');
    const before = await asked();
    assert.equal(seen(repository).length, 4);
    assert.equal(await asked(), before);
  });
});
