import assert from 'node:assert/strict';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { findRepository, openRepository } from '../../src/git/repository.ts';
import { UserError } from '../../src/user-error.ts';
import {
  isolatedEnvironment,
  temporaryDirectory,
  temporaryRepository,
  type TestRepository,
} from '../support/repository.ts';
import { seen } from './seen.ts';

const cart = 'def test_cart(): ...\n';

/** Where `openRepository` says that the repository is. */
function places({ directory, environment }: TestRepository, variables: NodeJS.ProcessEnv = {}) {
  const { topLevel, gitDirectory } = openRepository(directory, { ...environment, ...variables });
  return { topLevel, gitDirectory };
}

/** Why `findRepository` finds none. */
function why({ directory, environment }: TestRepository): string | undefined {
  const answer = findRepository(directory, environment);
  return answer.found ? undefined : answer.why;
}

describe('a repository', { concurrency: true }, () => {
  it('is found from its top level', async (test) => {
    const repository = await temporaryRepository(test);
    assert.deepEqual(places(repository), {
      topLevel: repository.directory,
      gitDirectory: join(repository.directory, '.git'),
    });
  });

  it('is found from a subdirectory, with paths relative to the top level', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.stage({ 'tests/unit/test_cart.py': cart, 'test_top.py': cart });
    const below = repository.at('tests/unit');
    assert.deepEqual(places(below), places(repository));
    assert.deepEqual(seen(below), seen(repository));
  });

  it('is found from a directory whose .git git would not take', async (test) => {
    const repository = await temporaryRepository(test);
    await mkdir(join(repository.directory, 'tests/.git'), { recursive: true });
    assert.deepEqual(places(repository.at('tests')), places(repository));
  });

  it('may have a line break in its path', async (test) => {
    const repository = (await temporaryRepository(test)).at('tests\nunit');
    await mkdir(repository.directory);
    await repository.git('init', '--quiet', '--template=');
    await mkdir(join(repository.directory, 'below'));
    assert.deepEqual(places(repository.at('below')), {
      topLevel: repository.directory,
      gitDirectory: join(repository.directory, '.git'),
    });
  });

  it('may be a linked worktree with an index of its own', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.commit({ 'test_cart.py': cart });
    await repository.stage({ 'test_main.py': cart });
    await repository.git('worktree', 'add', '--quiet', '../linked');
    const linked = repository.at('../linked');
    await linked.stage({ 'tests/test_linked.py': cart });
    assert.deepEqual(places(linked.at('tests')), {
      topLevel: linked.directory,
      gitDirectory: join(repository.directory, '.git/worktrees/linked'),
    });
    assert.deepEqual(
      seen(linked).map(({ path }) => path),
      ['tests/test_linked.py'],
    );
  });

  it('may be a submodule', async (test) => {
    const library = await temporaryRepository(test);
    await library.commit({ 'test_cart.py': cart });
    const shop = await temporaryRepository(test);
    await shop.git(
      '-c',
      'protocol.file.allow=always',
      'submodule',
      '--quiet',
      'add',
      library.directory,
      'library',
    );
    const submodule = shop.at('library');
    await submodule.stage({ 'test_cart.py': 'new\n' });
    assert.deepEqual(seen(submodule), [{ path: 'test_cart.py', content: 'new\n', bases: [cart] }]);
    assert.deepEqual(seen(shop), []);
    assert.deepEqual(places(submodule), {
      topLevel: submodule.directory,
      gitDirectory: join(shop.directory, '.git/modules/library'),
    });
  });

  it('may have its git directory elsewhere', async (test) => {
    const repository = await temporaryRepository(test, '--separate-git-dir=../separate');
    await repository.stage({ 'test_cart.py': cart });
    assert.equal(seen(repository).length, 1);
    assert.equal(places(repository).gitDirectory, repository.at('../separate').directory);
  });

  it('may have another working tree than the directory that .git is in', async (test) => {
    const repository = await temporaryRepository(test);
    const tree = repository.at('../tree');
    await tree.write({ 'test_cart.py': cart });
    await repository.git('config', 'core.worktree', tree.directory);
    await repository.git('add', '-A');
    assert.equal(places(repository).topLevel, tree.directory);
    assert.deepEqual(
      seen(repository).map(({ path }) => path),
      ['test_cart.py'],
    );
  });

  it('may be one whose working tree is set for each worktree', async (test) => {
    const repository = await temporaryRepository(test);
    await mkdir(join(repository.directory, 'tree'));
    await repository.git('config', 'extensions.worktreeConfig', 'true');
    await repository.git('config', '--worktree', 'core.worktree', '../tree');
    assert.equal(places(repository).topLevel, repository.at('tree').directory);
  });

  it('may be bare, with a working tree named by GIT_DIR and GIT_WORK_TREE', async (test) => {
    const home = await temporaryRepository(test);
    await home.git('init', '--quiet', '--bare', '--template=', 'dotfiles');
    await rm(join(home.directory, '.git'), { recursive: true });
    await home.write({ 'bin/test_tool.py': cart });
    const variables = { GIT_DIR: 'dotfiles', GIT_WORK_TREE: '.' };
    await home.run('git', ['add', 'bin'], variables);
    const { directory, environment } = home;
    const repository = openRepository(directory, { ...environment, ...variables });
    assert.deepEqual(
      repository.changed(() => true, undefined).map(({ path }) => path),
      ['bin/test_tool.py'],
    );
  });

  it('is the one that GIT_DIR names, although there is another', async (test) => {
    const other = await temporaryRepository(test);
    await other.stage({ 'test_other.py': cart });
    const repository = await temporaryRepository(test);
    await repository.stage({ 'test_cart.py': cart });
    const gitDirectory = join(other.directory, '.git');
    await repository.write({ 'tests/test_basket.py': cart });
    for (const there of [repository, repository.at('tests')]) {
      assert.deepEqual(places(there, { GIT_DIR: gitDirectory }), { topLevel: there.directory, gitDirectory });
    }
  });

  it('is read through alternates', async (test) => {
    const origin = await temporaryRepository(test);
    await origin.commit({ 'test_cart.py': cart });
    const clone = origin.at('../clone');
    await origin.git('clone', '--quiet', '--shared', '--template=', '.', clone.directory);
    await clone.stage({ 'test_cart.py': 'new\n' });
    assert.deepEqual(seen(clone), [{ path: 'test_cart.py', content: 'new\n', bases: [cart] }]);
  });
});

describe('no repository', { concurrency: true }, () => {
  it('is found outside of one', async (test) => {
    const directory = await temporaryDirectory(test);
    const environment = isolatedEnvironment(directory);
    const answer = findRepository(directory, environment);
    assert.deepEqual(answer, {
      found: false,
      why: `${directory} is not a git repository`,
    });
    assert.throws(() => openRepository(directory, environment), UserError);
  });

  it('is found in a bare one', async (test) => {
    const bare = await temporaryRepository(test, '--bare');
    assert.equal(why(bare), `the repository of ${bare.directory} is bare: it has no working tree`);
  });

  it('is found where core.bare is set for a directory with .git', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.git('config', 'core.bare', 'true');
    assert.equal(
      why(repository),
      `the repository of ${repository.directory} is bare: it has no working tree`,
    );
  });

  it('is found in a git directory', async (test) => {
    const inside = (await temporaryRepository(test)).at('.git');
    assert.equal(why(inside), `${inside.directory} is in a git directory, not in a working tree`);
  });

  it('is found where the git directory of a linked worktree is gone', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.commit({});
    await repository.git('worktree', 'add', '--quiet', '../linked');
    await rm(join(repository.directory, '.git/worktrees/linked'), { recursive: true });
    assert.match(why(repository.at('../linked')) ?? '', /linked is not a git repository: /);
  });
});

/** The message of the UserError that reading the staged files throws. */
function complaint({ directory, environment }: TestRepository, variables: NodeJS.ProcessEnv = {}): string {
  try {
    openRepository(directory, { ...environment, ...variables }).changed(() => true, undefined);
  } catch (error) {
    assert.ok(error instanceof UserError, String(error));
    return error.message;
  }
  return 'no complaint';
}

describe('one clear line says', { concurrency: true }, () => {
  it('that git is not on PATH', async (test) => {
    const repository = await temporaryRepository(test);
    assert.equal(
      complaint(repository, { PATH: repository.directory }),
      'git was not found on PATH; install it or add it to PATH',
    );
  });

  it('that the current directory is gone', async (test) => {
    const repository = (await temporaryRepository(test)).at('gone');
    assert.equal(complaint(repository), `git: the directory ${repository.directory} does not exist`);
  });

  for (const from of ['.', 'tests']) {
    it(`that git does not trust the owner of the repository, asked from ${from}`, async (test) => {
      const repository = await temporaryRepository(test);
      await repository.stage({ 'tests/test_cart.py': cart });
      // git's own tests use this variable to make it believe that somebody else owns everything.
      const variables = { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
      assert.equal(
        complaint(repository.at(from), variables),
        `git: detected dubious ownership in repository at '${repository.directory}'` +
          `; to trust it: git config --global --add safe.directory ${repository.directory}`,
      );
    });
  }

  it('that the index is corrupt', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.commit({ 'test_cart.py': cart });
    await repository.write({ '.git/index': 'DIRC but not an index, whatever follows' });
    assert.equal(complaint(repository), 'git diff: index file corrupt');
  });

  it('that a staged text is missing', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.stage({ 'test_cart.py': cart });
    const blob = (await repository.git('rev-parse', ':test_cart.py')).trim();
    await rm(join(repository.directory, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    assert.equal(
      complaint(repository),
      `git: test_cart.py: object ${blob} is missing or corrupt; see git fsck`,
    );
  });

  it('that a staged text is corrupt', async (test) => {
    const repository = await temporaryRepository(test);
    await repository.stage({ 'test_cart.py': cart });
    const blob = (await repository.git('rev-parse', ':test_cart.py')).trim();
    const file = `.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`;
    await rm(join(repository.directory, file));
    await repository.write({ [file]: 'no zlib stream' });
    assert.equal(
      complaint(repository),
      `git: test_cart.py: object ${blob} is missing or corrupt; see git fsck`,
    );
  });
});
