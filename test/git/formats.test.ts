import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { openRepository } from '../../src/git/repository.ts';
import { temporaryRepository, type TestRepository } from '../support/repository.ts';
import { seen, textOf } from './seen.ts';

const cart = { path: 'test_cart.py', content: 'new\n', bases: ['old\n'] };

async function edited(test: TestContext, ...options: string[]): Promise<TestRepository> {
  const repository = await temporaryRepository(test, ...options);
  await repository.commit({ 'test_cart.py': 'old\n', 'outside/test_basket.py': 'old\n' });
  await repository.stage({ 'test_cart.py': 'new\n' });
  return repository;
}

describe('the staged files are seen', { concurrency: true }, () => {
  it('in a SHA-256 repository', async (test) => {
    assert.deepEqual(seen(await edited(test, '--object-format=sha256')), [cart]);
  });

  it('in the first commit of a SHA-256 repository', async (test) => {
    const repository = await temporaryRepository(test, '--object-format=sha256');
    await repository.stage({ 'test_cart.py': 'new\n' });
    assert.deepEqual(seen(repository), [{ ...cart, bases: [] }]);
  });

  it('in a split index', async (test) => {
    const repository = await edited(test);
    await repository.git('config', 'splitIndex.maxPercentChange', '100');
    await repository.git('update-index', '--split-index', '--untracked-cache');
    await repository.stage({ 'outside/test_basket.py': 'new\n' });
    assert.ok(
      (await readdir(join(repository.directory, '.git'))).some((name) => name.startsWith('sharedindex.')),
    );
    assert.deepEqual(seen(repository), [{ ...cart, path: 'outside/test_basket.py' }, cart]);
  });

  for (const index of ['--sparse-index', '--no-sparse-index']) {
    it(`in a sparse checkout with ${index}, and what is outside is not taken for deleted`, async (test) => {
      const repository = await edited(test);
      await repository.commit({ 'inside/test_more.py': 'old\n' });
      await repository.git('sparse-checkout', 'set', '--cone', index, 'inside');
      await repository.stage({ 'test_cart.py': 'newer\n' });
      assert.deepEqual(seen(repository), [{ path: 'test_cart.py', content: 'newer\n', bases: ['new\n'] }]);
      const bases = openRepository(repository.directory, repository.environment).bases(
        ['outside/test_basket.py'],
        { reference: 'HEAD', to: undefined },
      );
      assert.deepEqual(bases.get('outside/test_basket.py')?.map(textOf), ['old\n']);
    });
  }

  it('when all objects are packed', async (test) => {
    const repository = await edited(test);
    await repository.git('repack', '-adkq');
    await repository.git('pack-refs', '--all');
    assert.deepEqual(seen(repository), [cart]);
  });

  it('in a partial clone, which fetches an old text that it lacks', async (test) => {
    const origin = await edited(test);
    await origin.git('config', 'uploadpack.allowFilter', 'true');
    await origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    const clone = origin.at('../clone');
    const options = ['--quiet', '--filter=blob:none', '--no-checkout', '--template='];
    await origin.git('clone', ...options, `file://${origin.directory}`, clone.directory);
    await clone.git('read-tree', 'HEAD');
    await clone.stage({ 'test_cart.py': 'new\n' });
    assert.deepEqual(seen(clone), [cart]);
  });

  it('when HEAD is detached', async (test) => {
    const repository = await edited(test);
    await repository.git('checkout', '--quiet', '--detach');
    assert.deepEqual(seen(repository), [cart]);
  });

  it('on a branch without a commit in a repository with others', async (test) => {
    const repository = await edited(test);
    await repository.git('checkout', '--quiet', '--orphan', 'fresh');
    assert.deepEqual(
      seen(repository).map(({ path, bases }) => [path, bases]),
      [
        ['outside/test_basket.py', []],
        ['test_cart.py', []],
      ],
    );
  });

  it('when a file has a name that a branch has too', async (test) => {
    const repository = await edited(test);
    await repository.write({ main: 'no branch\n', HEAD: 'no branch\n' });
    assert.deepEqual(seen(repository), [cart]);
    assert.deepEqual(seen(repository, { reference: 'main', to: undefined }), [cart]);
  });
});
