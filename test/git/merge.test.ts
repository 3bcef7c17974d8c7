import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { openRepository } from '../../src/git/repository.ts';
import { type Files, temporaryRepository, type TestRepository } from '../support/repository.ts';
import { seen, textOf } from './seen.ts';

/** Commits each set of files on a branch of its own from one commit with `base`, and begins to merge the rest into the first. */
async function merging(test: TestContext, base: Files, ...sides: readonly Files[]): Promise<TestRepository> {
  const repository = await temporaryRepository(test);
  await repository.commit(base);
  const branches = sides.map((_, index) => `side-${index}`);
  for (const [index, files] of sides.entries()) {
    await repository.git('checkout', '--quiet', '-b', `side-${index}`, 'main');
    await repository.commit(files);
  }
  await repository.git('checkout', '--quiet', 'side-0');
  await repository.run('git', ['merge', '--no-commit', '--no-ff', ...branches.slice(1)]);
  return repository;
}

const lines = (first: string, last: string): string => `${first}\n${'line\n'.repeat(9)}${last}\n`;

describe('in a merge that is not concluded', { concurrency: true }, () => {
  it('a resolved conflict is compared with every parent', async (test) => {
    const repository = await merging(
      test,
      { 'test_cart.py': 'base\n' },
      { 'test_cart.py': 'ours\n' },
      { 'test_cart.py': 'theirs\n' },
    );
    await repository.stage({ 'test_cart.py': 'resolved\n' });
    assert.deepEqual(seen(repository), [
      { path: 'test_cart.py', content: 'resolved\n', bases: ['ours\n', 'theirs\n'] },
    ]);
  });

  it('an unmerged file is passed over, its neighbours are not', async (test) => {
    const repository = await merging(
      test,
      { 'test_cart.py': 'base\n' },
      { 'test_cart.py': 'ours\n' },
      { 'test_cart.py': 'theirs\n' },
    );
    await repository.stage({ 'test_basket.py': 'new\n' });
    assert.deepEqual(seen(repository), [{ path: 'test_basket.py', content: 'new\n', bases: [] }]);
  });

  it('what comes from the other side as it was there brings nothing new', async (test) => {
    const repository = await merging(
      test,
      { 'test_cart.py': 'base\n', 'test_basket.py': 'base\n' },
      { 'test_cart.py': 'ours\n' },
      { 'test_basket.py': 'theirs\n', 'test_added.py': 'theirs\n' },
    );
    assert.deepEqual(seen(repository), []);
  });

  it('a conflict resolved in favour of one side brings nothing new', async (test) => {
    const repository = await merging(
      test,
      { 'test_cart.py': 'base\n', 'test_basket.py': 'base\n' },
      { 'test_cart.py': 'ours\n', 'test_basket.py': 'ours\n' },
      { 'test_cart.py': 'theirs\n', 'test_basket.py': 'theirs\n' },
    );
    await repository.stage({ 'test_cart.py': 'theirs\n', 'test_basket.py': 'ours\n' });
    assert.deepEqual(seen(repository), []);
  });

  it('a file that the merge combines has both sides as bases', async (test) => {
    const repository = await merging(
      test,
      { 'test_cart.py': lines('base', 'base') },
      { 'test_cart.py': lines('ours', 'base') },
      { 'test_cart.py': lines('base', 'theirs') },
    );
    assert.deepEqual(seen(repository), [
      {
        path: 'test_cart.py',
        content: lines('ours', 'theirs'),
        bases: [lines('ours', 'base'), lines('base', 'theirs')],
      },
    ]);
  });

  it('a file that only the other side has, edited in the merge, has that side as its base', async (test) => {
    const repository = await merging(test, {}, { 'test_cart.py': 'ours\n' }, { 'test_added.py': 'theirs\n' });
    await repository.stage({ 'test_added.py': 'edited\n' });
    assert.deepEqual(seen(repository), [{ path: 'test_added.py', content: 'edited\n', bases: ['theirs\n'] }]);
  });

  it('a file that one side moved and the other edited has its old path on the other side as a base', async (test) => {
    const cart = 'def test_cart():\n    assert total([2, 3]) == 5\n    assert total([]) == 0\n';
    const repository = await merging(
      test,
      { 'test_cart.py': cart, 'test_basket.py': 'base\n' },
      { 'test_cart.py': `${cart}# ours\n` },
      {},
    );
    await repository.git('merge', '--abort');
    await repository.git('checkout', '--quiet', 'side-1');
    await repository.git('mv', 'test_cart.py', 'test_moved.py');
    await repository.commit({});
    await repository.git('merge', '--quiet', '--no-commit', '--no-ff', 'side-0');
    await repository.stage({ 'test_moved.py': `${cart}# ours\n# resolved\n` });
    assert.deepEqual(seen(repository), [
      { path: 'test_moved.py', content: `${cart}# ours\n# resolved\n`, bases: [cart, `${cart}# ours\n`] },
    ]);
  });

  it('of several heads every one is a parent', async (test) => {
    const repository = await merging(
      test,
      { 'test_cart.py': 'base\n' },
      { 'test_ours.py': 'ours\n' },
      { 'test_left.py': 'left\n' },
      { 'test_right.py': 'right\n' },
    );
    await repository.stage({ 'test_left.py': 'edited\n', 'test_cart.py': 'edited\n' });
    assert.deepEqual(seen(repository), [
      { path: 'test_cart.py', content: 'edited\n', bases: ['base\n', 'base\n', 'base\n'] },
      { path: 'test_left.py', content: 'edited\n', bases: ['left\n'] },
    ]);
  });

  it('a linked worktree has its own heads', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.commit({ 'test_cart.py': 'base\n' });
    await repository.git('worktree', 'add', '--quiet', '-b', 'other', '../linked');
    const linked = repository.at('../linked');
    await linked.commit({ 'test_cart.py': 'theirs\n' });
    await repository.commit({ 'test_cart.py': 'ours\n' });
    await linked.run('git', ['merge', 'main']);
    await linked.stage({ 'test_cart.py': 'resolved\n' });
    await repository.stage({ 'test_cart.py': 'edited\n' });
    assert.deepEqual(seen(linked), [
      { path: 'test_cart.py', content: 'resolved\n', bases: ['theirs\n', 'ours\n'] },
    ]);
    assert.deepEqual(seen(repository), [{ path: 'test_cart.py', content: 'edited\n', bases: ['ours\n'] }]);
  });

  it('a named file that is one side as it was has that side among its bases', async (test) => {
    const { directory, environment } = await merging(
      test,
      { 'test_cart.py': 'base\n' },
      {},
      { 'test_cart.py': 'theirs\n' },
    );
    const bases = openRepository(directory, environment).bases(['test_cart.py'], undefined);
    assert.deepEqual(bases.get('test_cart.py')?.map(textOf), ['base\n', 'theirs\n']);
  });
});

it('a squashed merge has one parent', async (test) => {
  const repository = await temporaryRepository(test);
  await repository.commit({ 'test_cart.py': 'base\n' });
  await repository.git('checkout', '--quiet', '-b', 'side');
  await repository.commit({ 'test_cart.py': 'theirs\n' });
  await repository.git('checkout', '--quiet', 'main');
  await repository.git('merge', '--quiet', '--squash', 'side');
  assert.deepEqual(seen(repository), [{ path: 'test_cart.py', content: 'theirs\n', bases: ['base\n'] }]);
});

it('a cherry-pick with a conflict has one parent', async (test) => {
  const repository = await temporaryRepository(test);
  await repository.commit({ 'test_cart.py': 'base\n' });
  await repository.git('checkout', '--quiet', '-b', 'side');
  await repository.commit({ 'test_cart.py': 'theirs\n' });
  await repository.git('checkout', '--quiet', 'main');
  await repository.commit({ 'test_cart.py': 'ours\n' });
  await repository.run('git', ['cherry-pick', 'side']);
  await repository.stage({ 'test_cart.py': 'resolved\n' });
  assert.deepEqual(seen(repository), [{ path: 'test_cart.py', content: 'resolved\n', bases: ['ours\n'] }]);
});
