import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { openRepository, type Since } from '../../src/git/repository.ts';
import { temporaryRepository, type TestRepository } from '../support/repository.ts';
import { seen, textOf } from './seen.ts';

const main: Since = { reference: 'main', to: undefined };

/** A branch `topic` off `main`, checked out; both have edited a file of their own since then. */
async function topic(test: TestContext): Promise<TestRepository> {
  const repository = await temporaryRepository(test);
  await repository.commit({ 'test_cart.py': 'base\n', 'test_basket.py': 'base\n', 'test_same.py': 'base\n' });
  await repository.git('checkout', '--quiet', '-b', 'topic');
  await repository.commit({ 'test_cart.py': 'topic\n' });
  await repository.git('checkout', '--quiet', 'main');
  await repository.commit({ 'test_basket.py': 'main\n', 'test_later.py': 'main\n' });
  await repository.git('checkout', '--quiet', 'topic');
  return repository;
}

const named = (
  { directory, environment }: TestRepository,
  paths: readonly string[],
  since: Since | undefined,
): Record<string, string[]> =>
  Object.fromEntries(
    [...openRepository(directory, environment).bases(paths, since)].map(([path, bases]) => [
      path,
      bases.map(textOf),
    ]),
  );

const complaint = (repository: TestRepository, since: Since): string => {
  try {
    seen(repository, since);
  } catch (error) {
    return String(error);
  }
  return 'no complaint';
};

describe('since a commit', { concurrency: true }, () => {
  it('the index is compared with the merge base, not with the tip', async (test) => {
    const repository = await topic(test);
    assert.deepEqual(seen(repository, main), [
      { path: 'test_cart.py', content: 'topic\n', bases: ['base\n'] },
    ]);
  });

  it('what is staged counts as well as what is committed', async (test) => {
    const repository = await topic(test);
    await repository.stage({ 'test_basket.py': 'staged\n' });
    assert.deepEqual(
      seen(repository, main).map(({ path, content }) => [path, content]),
      [
        ['test_basket.py', 'staged\n'],
        ['test_cart.py', 'topic\n'],
      ],
    );
  });

  it('a second commit is compared instead of the index', async (test) => {
    const repository = await topic(test);
    await repository.stage({ 'test_cart.py': 'staged\n' });
    assert.deepEqual(seen(repository, { reference: 'topic', to: 'main' }), [
      { path: 'test_basket.py', content: 'main\n', bases: ['base\n'] },
      { path: 'test_later.py', content: 'main\n', bases: [] },
    ]);
  });

  it('a file moved with edits has its old path as base', async (test) => {
    const cart = 'def test_cart():\n    assert total([2, 3]) == 5\n    assert total([]) == 0\n';
    const repository = await temporaryRepository(test);
    await repository.commit({ 'test_cart.py': cart });
    await repository.git('checkout', '--quiet', '-b', 'topic');
    await repository.git('mv', 'test_cart.py', 'test_basket.py');
    await repository.commit({ 'test_basket.py': `${cart}# more\n` });
    const expected = [{ path: 'test_basket.py', content: `${cart}# more\n`, bases: [cart] }];
    assert.deepEqual(seen(repository, main), expected);
    assert.deepEqual(seen(repository, { reference: 'main', to: 'topic' }), expected);
    assert.deepEqual(named(repository, ['test_basket.py'], main), { 'test_basket.py': [cart] });
  });

  it('each of several merge bases is a base', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.commit({ 'test_cart.py': 'first\n', 'test_basket.py': 'first\n' });
    await repository.git('branch', 'topic');
    await repository.commit({ 'test_cart.py': 'main\n' });
    await repository.git('checkout', '--quiet', 'topic');
    await repository.commit({ 'test_basket.py': 'topic\n' });
    await repository.git('branch', 'before');
    await repository.git('merge', '--quiet', '--message=Criss', 'main');
    await repository.git('checkout', '--quiet', 'main');
    await repository.git('merge', '--quiet', '--message=Cross', 'before');
    await repository.git('checkout', '--quiet', 'topic');
    await repository.stage({ 'test_cart.py': 'new\n', 'test_basket.py': 'topic\n' });
    assert.deepEqual(
      seen(repository, main).map(({ path, content, bases }) => [path, content, bases.toSorted()]),
      [['test_cart.py', 'new\n', ['first\n', 'main\n']]],
    );
  });

  it('while it is being merged, what it brings is not new', async (test) => {
    const repository = await topic(test);
    await repository.git('merge', '--quiet', '--no-commit', '--no-ff', 'main');
    assert.deepEqual(
      seen(repository, main).map(({ path }) => path),
      ['test_cart.py'],
    );
  });

  it('files named by hand have their text at the merge base, changed or not, and new ones have none', async (test) => {
    const repository = await topic(test);
    await repository.stage({ 'test_added.py': 'added\n' });
    await repository.write({ 'test_untracked.py': 'untracked\n' });
    const paths = ['test_cart.py', 'test_same.py', 'test_added.py', 'test_untracked.py'];
    assert.deepEqual(named(repository, paths, main), {
      'test_cart.py': ['base\n'],
      'test_same.py': ['base\n'],
      'test_added.py': [],
      'test_untracked.py': [],
    });
  });

  it('files named by hand that were symbolic links have no text there', async (test) => {
    const repository = await temporaryRepository(test);
    await symlink('elsewhere.py', join(repository.directory, 'test_cart.py'));
    await repository.git('add', '-A');
    await repository.commit({});
    assert.deepEqual(named(repository, ['test_cart.py'], { reference: 'HEAD', to: undefined }), {
      'test_cart.py': [],
    });
  });

  it('files named by hand are compared with the merge base of both commits', async (test) => {
    const repository = await topic(test);
    assert.deepEqual(named(repository, ['test_cart.py'], { reference: 'main', to: 'topic' }), {
      'test_cart.py': ['base\n'],
    });
  });

  it('may be named by an abbreviation, an expression or a tag', async (test) => {
    const repository = await topic(test);
    await repository.git('tag', '--annotate', '--message=Release', 'v1', 'main');
    const id = (await repository.git('rev-parse', '--short', 'main')).trim();
    for (const reference of ['v1', id, 'main^{commit}', 'refs/heads/main', 'HEAD~1', '@{-1}']) {
      assert.deepEqual(
        seen(repository, { reference, to: undefined }).map(({ path }) => path),
        ['test_cart.py'],
        reference,
      );
    }
  });
});

describe('without a comparison since a commit', { concurrency: true }, () => {
  it('files named by hand have bases only where a change is staged', async (test) => {
    const repository = await topic(test);
    await repository.stage({ 'test_cart.py': 'staged\n', 'test_added.py': 'added\n' });
    await repository.write({ 'test_same.py': 'unstaged\n' });
    assert.deepEqual(
      named(repository, ['test_cart.py', 'test_same.py', 'test_added.py', 'absent.py'], undefined),
      {
        'test_cart.py': ['topic\n'],
        'test_added.py': [],
      },
    );
  });

  it('files named by hand need not end in .py', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.commit({ 'bin/check-cart': 'old\n' });
    await repository.stage({ 'bin/check-cart': 'new\n' });
    assert.deepEqual(named(repository, ['bin/check-cart'], undefined), { 'bin/check-cart': ['old\n'] });
  });
});

describe('one clear line says', { concurrency: true }, () => {
  it('that no commit has the name', async (test) => {
    const repository = await topic(test);
    const expected = "UserError: git: no commit is called 'nowhere'; fetch it or name another";
    assert.equal(complaint(repository, { reference: 'nowhere', to: undefined }), expected);
    assert.equal(complaint(repository, { reference: 'main', to: 'nowhere' }), expected);
  });

  for (const reference of [
    '',
    '--help',
    '--output=test_cart.py',
    'main..topic',
    'main^{tree}',
    'main:test_cart.py',
  ]) {
    it(`that '${reference}' names no commit`, async (test) => {
      const repository = await topic(test);
      const expected = `UserError: git: no commit is called '${reference}'; fetch it or name another`;
      assert.equal(complaint(repository, { reference, to: undefined }), expected);
      assert.equal(complaint(repository, { reference: 'main', to: reference }), expected);
    });
  }

  it('that there is no commit yet', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.stage({ 'test_cart.py': 'new\n' });
    assert.equal(
      complaint(repository, { reference: 'HEAD', to: undefined }),
      'UserError: git: HEAD has no commit yet',
    );
  });

  it('that the commits have nothing in common', async (test) => {
    const repository = await topic(test);
    await repository.git('checkout', '--quiet', '--orphan', 'unrelated');
    await repository.commit({});
    assert.equal(complaint(repository, main), 'UserError: git: HEAD and main have no common ancestor');
  });

  it('that a shallow clone lacks the history', async (test) => {
    const repository = await topic(test);
    const clone = repository.at('../clone');
    const url = `file://${repository.directory}`;
    await repository.git(
      'clone',
      '--quiet',
      '--depth=1',
      '--no-single-branch',
      '--template=',
      url,
      clone.directory,
    );
    assert.equal(
      complaint(clone, { reference: 'origin/main', to: undefined }),
      'UserError: git: HEAD and origin/main have no common ancestor' +
        '; the clone is shallow: run git fetch --unshallow',
    );
  });
});
