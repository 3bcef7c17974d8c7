import assert from 'node:assert/strict';
import {
  chmod,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { openRepository } from '../../src/git/repository.ts';
import { settle, undo } from '../../src/git/undo.ts';
import { temporaryRepository, type TestRepository } from '../support/repository.ts';
import { complaintOf } from '../support/complaint.ts';
import { rewriteOf } from './rewrite.ts';

const path = 'test_cart.py';

const inTree = (repository: TestRepository, name = path) =>
  readFile(join(repository.directory, name), 'latin1');
const inIndex = async (repository: TestRepository, name = path) => repository.git('show', `:0:${name}`);
const status = (repository: TestRepository) => repository.git('status', '--porcelain');

/** What holds after every run: no file of ours is left in the working tree. */
async function assertNoLitter({ directory }: TestRepository): Promise<void> {
  const files = await readdir(directory, { recursive: true });
  assert.deepEqual(
    files.filter((file) => /(?:^|\/)\.proctor-|proctor\/(?:contents|lock)/.test(file)),
    [],
  );
}

describe('a rewrite', { concurrency: true }, () => {
  it('changes the index and the working tree alike', async (context) => {
    const repository = await temporaryRepository(context);
    await repository.stage({ [path]: 'old\n' });
    assert.deepEqual(rewriteOf(repository).apply(), []);
    assert.equal(await inIndex(repository), 'new\n');
    assert.equal(await inTree(repository), 'new\n');
    assert.equal(await status(repository), `A  ${path}\n`);
    await assertNoLitter(repository);
  });

  it('keeps an unstaged line out of the index', async (context) => {
    const repository = await temporaryRepository(context);
    await repository.commit({ [path]: 'a\n' });
    await repository.stage({ [path]: 'old\n' });
    await repository.write({ [path]: 'old\nmore\n' });
    rewriteOf(repository).apply();
    assert.equal(await inIndex(repository), 'new\n');
    assert.equal(await inTree(repository), 'new\nmore\n');
  });

  it('leaves everything as it is while another process holds the lock of the index', async (context) => {
    const repository = await temporaryRepository(context);
    await repository.stage({ [path]: 'old\n' });
    await repository.write({ '.git/index.lock': '' });
    const rewrite = rewriteOf(repository);
    assert.match(complaintOf(rewrite.apply), /^git update-index: .*index\.lock.*; nothing was changed$/);
    assert.equal(await inTree(repository), 'old\n');
    await rm(join(repository.directory, '.git/index.lock'));
    assert.equal(await inIndex(repository), 'old\n');
    await assertNoLitter(repository);
  });

  it('leaves everything as it is when the entry changed since it was read', async (context) => {
    const repository = await temporaryRepository(context);
    await repository.stage({ [path]: 'old\n', 'test_other.py': 'old\n' });
    const rewrite = rewriteOf(repository);
    await repository.stage({ [path]: 'old, but edited\n' });
    assert.equal(
      complaintOf(rewrite.apply),
      `${path} changed in the index while it was being fixed; nothing was changed`,
    );
    assert.equal(await inIndex(repository), 'old, but edited\n');
    assert.equal(await inIndex(repository, 'test_other.py'), 'old\n');
    assert.equal(await inTree(repository), 'old, but edited\n');
    assert.equal(await inTree(repository, 'test_other.py'), 'old\n');
    await assertNoLitter(repository);
  });

  it('leaves a file alone that changed since it was read, says so, and writes the others', async (context) => {
    const repository = await temporaryRepository(context);
    await repository.stage({ [path]: 'old\n', 'test_other.py': 'old\n' });
    const rewrite = rewriteOf(repository);
    await repository.write({ [path]: 'saved by an editor\n' });
    assert.deepEqual(rewrite.apply(), [
      { path, reason: 'changed while it was being fixed, and was left as it is' },
    ]);
    assert.equal(await inTree(repository), 'saved by an editor\n');
    assert.equal(await inIndex(repository), 'new\n');
    assert.equal(await inTree(repository, 'test_other.py'), 'new\n');
    await assertNoLitter(repository);
  });

  it('does not bring back a file that was deleted since it was read', async (context) => {
    const repository = await temporaryRepository(context);
    await repository.stage({ [path]: 'old\n' });
    const rewrite = rewriteOf(repository);
    await rm(join(repository.directory, path));
    assert.equal(rewrite.apply()[0]?.reason, 'was deleted while it was being fixed');
    assert.equal(await status(repository), `AD ${path}\n`);
  });

  it('keeps the mode of a file', async (context) => {
    const repository = await temporaryRepository(context);
    await repository.write({ [path]: 'old\n' });
    await chmod(join(repository.directory, path), 0o755);
    await repository.stage({});
    await repository.git('add', path);
    rewriteOf(repository).apply();
    assert.match(await repository.git('ls-files', '--stage'), /^100755 /);
    assert.equal((await lstat(join(repository.directory, path))).mode & 0o777, 0o755);
    assert.equal(await status(repository), `A  ${path}\n`);
  });

  it('keeps the mode in the index where core.fileMode is false', async (context) => {
    const repository = await temporaryRepository(context);
    await repository.git('config', 'core.fileMode', 'false');
    await repository.stage({ [path]: 'old\n' });
    await repository.git('update-index', '--chmod=+x', path);
    rewriteOf(repository).apply();
    assert.match(await repository.git('ls-files', '--stage'), /^100755 /);
    assert.equal((await lstat(join(repository.directory, path))).mode & 0o777, 0o644);
    assert.equal(await status(repository), `A  ${path}\n`);
  });

  it('writes over a file that has other names, which keep its content', async (context) => {
    const repository = await temporaryRepository(context);
    await repository.stage({ [path]: 'old old\n' });
    await link(join(repository.directory, path), join(repository.directory, '../other name'));
    rewriteOf(repository).apply();
    assert.equal(await inTree(repository, '../other name'), 'new new\n');
    assert.equal(await inTree(repository), 'new new\n');
  });

  const isRoot = process.getuid?.() === 0;
  it('writes over a file in a folder that takes no new one', { skip: isRoot }, async (context) => {
    const repository = await temporaryRepository(context);
    await repository.stage({ 'tests/test_cart.py': 'old\n' });
    await chmod(join(repository.directory, 'tests'), 0o555);
    context.after(() => chmod(join(repository.directory, 'tests'), 0o755));
    assert.deepEqual(rewriteOf(repository).apply(), []);
    assert.equal(await inTree(repository, 'tests/test_cart.py'), 'new\n');
  });

  it('passes over symbolic links', async (context) => {
    const repository = await temporaryRepository(context);
    await writeFile(join(repository.directory, '../outside.py'), 'old\n');
    await symlink('../outside.py', join(repository.directory, 'test_link.py'));
    await repository.git('add', 'test_link.py');
    rewriteOf(repository).apply();
    assert.equal(await inTree(repository, '../outside.py'), 'old\n');
    assert.equal(await inIndex(repository, 'test_link.py'), '../outside.py');
  });

  it('fixes the index alone where the file in the working tree is a symbolic link', async (context) => {
    const repository = await temporaryRepository(context);
    await repository.stage({ [path]: 'old\n' });
    await rename(join(repository.directory, path), join(repository.directory, '../outside.py'));
    await symlink('../outside.py', join(repository.directory, path));
    rewriteOf(repository).apply();
    assert.equal(await inIndex(repository), 'new\n');
    assert.equal(await inTree(repository, '../outside.py'), 'old\n');
  });

  it('writes nothing beyond a folder that is a symbolic link', async (context) => {
    const repository = await temporaryRepository(context);
    await repository.stage({ 'tests/test_cart.py': 'old\n' });
    await rename(join(repository.directory, 'tests'), join(repository.directory, '../elsewhere'));
    await symlink('../elsewhere', join(repository.directory, 'tests'));
    rewriteOf(repository).apply();
    assert.equal(await inIndex(repository, 'tests/test_cart.py'), 'new\n');
    assert.equal(await inTree(repository, '../elsewhere/test_cart.py'), 'old\n');
  });

  it('fixes the index alone where the file was deleted from the working tree', async (context) => {
    const repository = await temporaryRepository(context);
    await repository.stage({ [path]: 'old\n' });
    await rm(join(repository.directory, path));
    rewriteOf(repository).apply();
    assert.equal(await inIndex(repository), 'new\n');
    assert.equal(await status(repository), `AD ${path}\n`);
  });

  it('fixes the working tree alone where the entry is only intended to be added', async (context) => {
    const repository = await temporaryRepository(context);
    await repository.write({ [path]: 'old\n' });
    await repository.git('add', '--intent-to-add', path);
    rewriteOf(repository).apply();
    assert.equal(await inTree(repository), 'new\n');
    assert.equal(await status(repository), ` A ${path}\n`);
  });

  it('passes over entries that are not merged', async (context) => {
    const repository = await temporaryRepository(context);
    await repository.commit({ [path]: 'a\n', 'test_other.py': 'a\n' });
    await repository.git('checkout', '--quiet', '-b', 'side');
    await repository.commit({ [path]: 'old side\n' });
    await repository.git('checkout', '--quiet', 'main');
    await repository.commit({ [path]: 'old main\n' });
    await repository.run('git', ['merge', 'side']);
    await repository.stage({ 'test_other.py': 'old\n' });
    rewriteOf(repository).apply();
    assert.equal(await repository.git('show', `:2:${path}`), 'old main\n');
    assert.equal(await repository.git('show', `:3:${path}`), 'old side\n');
    assert.equal(await inIndex(repository, 'test_other.py'), 'new\n');
  });

  it('passes over submodules', async (context) => {
    const library = await temporaryRepository(context);
    await library.commit({ [path]: 'old\n' });
    const repository = await temporaryRepository(context);
    const words = ['submodule', '--quiet', 'add', library.directory, 'library'];
    await repository.git('-c', 'protocol.file.allow=always', ...words);
    await repository.stage({ [path]: 'old\n' });
    rewriteOf(repository).apply();
    assert.equal(await inTree(repository, 'library/test_cart.py'), 'old\n');
    assert.equal(await inTree(repository), 'new\n');
  });

  for (const index of ['--sparse-index', '--no-sparse-index']) {
    it(`keeps what is outside a sparse checkout with ${index} outside`, async (context) => {
      const repository = await temporaryRepository(context);
      await repository.commit({ 'outside/test_cart.py': 'old\n', 'inside/test_cart.py': 'old\n' });
      await repository.git('sparse-checkout', 'set', '--cone', index, 'inside');
      rewriteOf(repository).apply();
      assert.equal(await inIndex(repository, 'outside/test_cart.py'), 'new\n');
      assert.equal(await inTree(repository, 'inside/test_cart.py'), 'new\n');
      assert.equal(await status(repository), 'M  inside/test_cart.py\nM  outside/test_cart.py\n');
    });
  }

  it('keeps the bit of an entry that is assumed unchanged', async (context) => {
    const repository = await temporaryRepository(context);
    await repository.commit({ [path]: 'old\n' });
    await repository.git('update-index', '--assume-unchanged', path);
    rewriteOf(repository).apply();
    assert.match(await repository.git('ls-files', '-v'), /^h /);
  });

  it('works in a SHA-256 repository', async (context) => {
    const repository = await temporaryRepository(context, '--object-format=sha256');
    await repository.stage({ [path]: 'old\n' });
    rewriteOf(repository).apply();
    assert.equal(await status(repository), `A  ${path}\n`);
    assert.equal(await inIndex(repository), 'new\n');
    undo(openRepository(repository.directory, repository.environment));
    assert.equal(await inIndex(repository), 'old\n');
  });

  it('works in a split index with an untracked cache', async (context) => {
    const repository = await temporaryRepository(context);
    await repository.commit({ [path]: 'old\n', 'test_other.py': 'old\n' });
    await repository.git('config', 'splitIndex.maxPercentChange', '100');
    await repository.git('update-index', '--split-index', '--untracked-cache');
    rewriteOf(repository).apply();
    assert.equal(await status(repository), `M  ${path}\nM  test_other.py\n`);
    assert.equal(await repository.git('fsck'), '');
  });

  const names = [
    '-test.py',
    'test "a".py',
    'test_\n.py',
    'test_\t\\.py',
    'käse/test_😀.py',
    ':(glob)test*.py',
  ];
  it('works for names that are hard to quote', async (context) => {
    const repository = await temporaryRepository(context);
    await repository.stage(Object.fromEntries(names.map((name) => [`./${name}`, 'old\n'])));
    const before = await repository.git('ls-files');
    rewriteOf(repository).apply();
    for (const name of names) assert.equal(await inTree(repository, name), 'new\n');
    assert.equal(await repository.git('ls-files'), before);
    assert.equal(await repository.git('diff', '--name-only'), '');
  });

  it('works for a name that is not UTF-8', { skip: process.platform !== 'linux' }, async (context) => {
    const repository = await temporaryRepository(context);
    const name = Buffer.from(`${repository.directory}/test_k\xe4se.py`, 'latin1');
    await writeFile(name, 'old\n');
    await repository.git('add', '-A');
    rewriteOf(repository).apply();
    assert.equal(await readFile(name, 'utf8'), 'new\n');
    assert.equal(await status(repository), 'A  "test_k\\344se.py"\n');
  });

  it('works when the repository has a name that is hard to quote', async (context) => {
    const repository = await temporaryRepository(context);
    const nested = repository.at('a "b"\\\nc');
    await mkdir(nested.directory);
    await nested.git('init', '--quiet', '--template=');
    await nested.stage({ [path]: 'old\n' });
    rewriteOf(nested).apply();
    assert.equal(await inIndex(nested), 'new\n');
  });
});

describe('undoing a rewrite', { concurrency: true }, () => {
  const opened = ({ directory, environment }: TestRepository) => openRepository(directory, environment);

  it('brings back the index and the working tree', async (context) => {
    const repository = await temporaryRepository(context);
    await repository.commit({ [path]: 'a\n' });
    await repository.stage({ [path]: 'old\n' });
    await repository.write({ [path]: 'old\nunstaged\n' });
    rewriteOf(repository).apply();
    assert.deepEqual(undo(opened(repository)), {
      paths: [{ path, index: 'restored', file: 'restored' }],
      unwritten: [],
    });
    assert.equal(await inIndex(repository), 'old\n');
    assert.equal(await inTree(repository), 'old\nunstaged\n');
    assert.equal(undo(opened(repository)), undefined);
    await assertNoLitter(repository);
  });

  it('leaves what changed since, and says so', async (context) => {
    const repository = await temporaryRepository(context);
    await repository.stage({ [path]: 'old\n', 'test_other.py': 'old\n' });
    rewriteOf(repository).apply();
    await repository.write({ [path]: 'new\nand more\n' });
    assert.deepEqual(undo(opened(repository))?.paths, [
      { path, index: 'restored', file: 'changed since' },
      { path: 'test_other.py', index: 'restored', file: 'restored' },
    ]);
    assert.equal(await inTree(repository), 'new\nand more\n');
  });

  it('changes nothing while the index is locked, and works afterwards', async (context) => {
    const repository = await temporaryRepository(context);
    await repository.stage({ [path]: 'old\n' });
    rewriteOf(repository).apply();
    await repository.write({ '.git/index.lock': '' });
    assert.match(
      complaintOf(() => undo(opened(repository))),
      /nothing was changed$/,
    );
    assert.equal(await inTree(repository), 'new\n');
    await rm(join(repository.directory, '.git/index.lock'));
    assert.equal(settle(opened(repository)), undefined);
    assert.equal(undo(opened(repository))?.paths[0]?.index, 'restored');
    assert.equal(await inTree(repository), 'old\n');
  });

  const throwAway = async ({ git, run }: TestRepository, blob: string) => {
    await git('gc', '--quiet', '--prune=now');
    assert.notEqual((await run('git', ['cat-file', '-e', blob])).status, 0);
  };

  it('brings back what git has thrown away meanwhile', async (context) => {
    const repository = await temporaryRepository(context);
    await repository.stage({ [path]: 'the old cart\n' });
    await repository.write({ [path]: 'the old cart, unstaged\n' });
    const blob = (await repository.git('rev-parse', `:${path}`)).trim();
    rewriteOf(repository).apply();
    await throwAway(repository, blob);
    assert.deepEqual(undo(opened(repository))?.paths, [{ path, index: 'restored', file: 'restored' }]);
    assert.equal(await inIndex(repository), 'the old cart\n');
    assert.equal(await inTree(repository), 'the old cart, unstaged\n');
  });

  it('takes back what was half done although git has thrown away the old text', async (context) => {
    const repository = await temporaryRepository(context);
    await repository.stage({ [path]: 'the old cart\n' });
    const blob = (await repository.git('rev-parse', `:${path}`)).trim();
    rewriteOf(repository).apply();
    const journal = join(repository.directory, '.git/proctor/undo');
    await rename(journal, `${journal}.new`);
    await repository.write({ [path]: 'the old cart\n' });
    await throwAway(repository, blob);
    assert.deepEqual(settle(opened(repository))?.paths, [{ path, index: 'restored', file: 'as it was' }]);
    assert.equal(await inIndex(repository), 'the old cart\n');
    assert.equal(settle(opened(repository)), undefined);
  });

  for (const [title, text] of [
    ['cut short', '{"version":2,"pa'],
    ['of an older version', '{"version":1,"paths":[],"temporaries":[]}'],
  ] as const) {
    it(`says which journal to delete when one is ${title}`, async (context) => {
      const repository = await temporaryRepository(context);
      await repository.write({ '.git/proctor/undo.new': text });
      assert.match(
        complaintOf(() => settle(opened(repository))),
        /\.git\/proctor\/undo\.new is damaged or from another version of proctor; delete it$/,
      );
    });
  }
});
