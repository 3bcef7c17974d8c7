import assert from 'node:assert/strict';
import { rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { findRepository, openRepository } from '../../src/git/repository.ts';
import { temporaryRepository } from '../support/repository.ts';

describe('reading changes', { concurrency: true }, () => {
  it('no file of the repository, its index and its objects included', async (test) => {
    const repository = await temporaryRepository(test);
    const { directory, environment } = repository;
    await repository.commit({ 'test_cart.py': 'old\n', 'test_basket.py': 'old\n', 'test_gone.py': 'old\n' });
    await repository.write({ 'test_cart.py': 'stashed\n' });
    await repository.git('stash');
    await repository.stage({ 'test_cart.py': 'staged\n', 'test_added.py': 'added\n' });
    await repository.write({ 'test_cart.py': 'unstaged\n', 'test_untracked.py': 'untracked\n' });
    await rm(join(directory, 'test_gone.py'));
    // A new time makes the entry of the index stale; `git status` would write a fresh one.
    await utimes(join(directory, 'test_basket.py'), 1, 1);
    const before = await repository.snapshot();
    const since = { reference: 'HEAD', to: undefined };
    const opened = openRepository(directory, environment);
    assert.equal(opened.changed(() => true, undefined).length, 2);
    assert.equal(opened.changed(() => true, since).length, 2);
    assert.equal(opened.bases(['test_cart.py', 'test_basket.py'], since).size, 2);
    assert.equal(findRepository(join(directory, '.git'), environment).found, false);
    assert.deepEqual(await repository.snapshot(), before);
    await repository.git('status');
    assert.notDeepEqual(await repository.snapshot(), before, 'git status refreshes the index');
  });

  it('nothing while another process holds the lock of the index', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.stage({ 'test_cart.py': 'new\n' });
    await repository.write({ '.git/index.lock': '' });
    const { directory, environment } = repository;
    assert.equal(openRepository(directory, environment).changed(() => true, undefined).length, 1);
  });
});
