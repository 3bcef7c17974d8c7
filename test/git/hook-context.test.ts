import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type TestRepository, temporaryRepository } from '../support/repository.ts';
import type { Seen } from './seen.ts';

const loader = import.meta.resolve('tsx');
const program = fileURLToPath(new URL('print-seen.ts', import.meta.url));

/** Runs `git …words`, which commits, and gives what the pre-commit hook saw from the directory that it changed to. */
async function seenByHook(
  repository: TestRepository,
  words: readonly string[],
  directory = '.',
): Promise<Seen[]> {
  const record = join(repository.directory, '.git-seen.json');
  await repository.hook(
    'pre-commit',
    `#!/bin/sh\ncd '${directory}' && exec '${process.execPath}' --import '${loader}' '${program}' > '${record}'\n`,
  );
  await repository.git(...words);
  // `as`: print-seen.ts writes exactly this.
  const { topLevel, files } = JSON.parse(await readFile(record, 'utf8')) as {
    topLevel: string;
    files: Seen[];
  };
  assert.equal(topLevel, repository.directory);
  return files;
}

/** A repository with one commit: `test_cart.py` and `tests/test_basket.py` hold `old`. */
async function shop(test: Parameters<typeof temporaryRepository>[0]): Promise<TestRepository> {
  const repository = await temporaryRepository(test);
  await repository.commit({ 'test_cart.py': 'old\n', 'tests/test_basket.py': 'old\n' });
  return repository;
}

const cart = { path: 'test_cart.py', content: 'new\n', bases: ['old\n'] };
const basket = { path: 'tests/test_basket.py', content: 'new\n', bases: ['old\n'] };

describe('a pre-commit hook sees', { concurrency: true }, () => {
  it('the first commit', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.stage({ 'test_cart.py': 'new\n' });
    assert.deepEqual(await seenByHook(repository, ['commit', '-qm', 'Cart']), [{ ...cart, bases: [] }]);
  });

  it('what is staged', async (test) => {
    const repository = await shop(test);
    await repository.stage({ 'test_cart.py': 'new\n' });
    await repository.write({ 'test_cart.py': 'unstaged\n', 'tests/test_basket.py': 'unstaged\n' });
    assert.deepEqual(await seenByHook(repository, ['commit', '-qm', 'Cart']), [cart]);
  });

  it('only what an amended commit changes in the commit that it replaces', async (test) => {
    const repository = await shop(test);
    await repository.stage({ 'test_cart.py': 'new\n' });
    assert.deepEqual(await seenByHook(repository, ['commit', '-q', '--amend', '-m', 'Cart']), [cart]);
    assert.deepEqual(await seenByHook(repository, ['commit', '-q', '--amend', '-m', 'Carts']), []);
  });

  it('all changes with commit -a', async (test) => {
    const repository = await shop(test);
    await repository.stage({ 'test_cart.py': 'new\n' });
    await repository.write({ 'tests/test_basket.py': 'new\n' });
    assert.deepEqual(await seenByHook(repository, ['commit', '-qam', 'Both']), [cart, basket]);
  });

  it('only the named path with commit -- path', async (test) => {
    const repository = await shop(test);
    await repository.stage({ 'test_cart.py': 'new\n' });
    await repository.write({ 'tests/test_basket.py': 'new\n' });
    const words = ['commit', '-qm', 'Basket', '--', 'tests/test_basket.py'];
    assert.deepEqual(await seenByHook(repository, words), [basket]);
    assert.equal(await repository.git('status', '--porcelain', '--', 'test_cart.py'), 'M  test_cart.py\n');
  });

  it('the named path and what is staged with commit -i path', async (test) => {
    const repository = await shop(test);
    await repository.stage({ 'test_cart.py': 'new\n' });
    await repository.write({ 'tests/test_basket.py': 'new\n' });
    const words = ['commit', '-qm', 'Both', '-i', 'tests/test_basket.py'];
    assert.deepEqual(await seenByHook(repository, words), [cart, basket]);
  });

  it('the whole commit when it is made in a subdirectory', async (test) => {
    const repository = await shop(test);
    await repository.stage({ 'test_cart.py': 'new\n', 'tests/test_basket.py': 'new\n' });
    const words = ['-C', 'tests', 'commit', '-qm', 'Both'];
    assert.deepEqual(await seenByHook(repository, words), [cart, basket]);
  });

  it('the whole commit after it has changed to a subdirectory', async (test) => {
    const repository = await shop(test);
    await repository.stage({ 'test_cart.py': 'new\n', 'tests/test_basket.py': 'new\n' });
    assert.deepEqual(await seenByHook(repository, ['commit', '-qm', 'Both'], 'tests'), [cart, basket]);
  });

  for (const directory of ['.', 'tests']) {
    for (const words of [
      ['commit', '-qm', 'Cart'],
      ['commit', '-qam', 'Cart'],
      ['commit', '-qm', 'Cart', 'test_cart.py'],
    ]) {
      it(`the linked worktree in git ${words.join(' ')}, from ${directory}`, async (test) => {
        const repository = await shop(test);
        await repository.stage({ 'tests/test_basket.py': 'elsewhere\n' });
        await repository.git('worktree', 'add', '--quiet', '../linked');
        const linked = repository.at('../linked');
        await linked.stage({ 'test_cart.py': 'new\n' });
        assert.deepEqual(await seenByHook(linked, words, directory), [cart]);
      });
    }
  }

  it('its own repository in a submodule', async (test) => {
    const library = await shop(test);
    const repository = await temporaryRepository(test);
    await repository.git(
      '-c',
      'protocol.file.allow=always',
      'submodule',
      '--quiet',
      'add',
      library.directory,
      'library',
    );
    const submodule = repository.at('library');
    await submodule.write({ 'test_cart.py': 'new\n' });
    assert.deepEqual(await seenByHook(submodule, ['commit', '-qam', 'Cart']), [cart]);
  });

  it('the right repository when git is told where it is', async (test) => {
    const repository = await shop(test);
    await repository.stage({ 'test_cart.py': 'new\n' });
    const words = ['--git-dir=.git', '--work-tree=.', 'commit', '-qm', 'Cart'];
    assert.deepEqual(await seenByHook(repository, words), [cart]);
  });

  it('all Python files when git takes pathspecs literally', async (test) => {
    const repository = await shop(test);
    await repository.write({ 'test_cart.py': 'new\n', 'tests/test_basket.py': 'new\n' });
    const words = ['--literal-pathspecs', 'commit', '-qam', 'Both'];
    assert.deepEqual(await seenByHook(repository, words), [cart, basket]);
  });
});
