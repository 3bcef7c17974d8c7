import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { proctor, soundModule, swallowingModule, swallowingTest } from '../support/program.ts';
import { temporaryRepository, type TestRepository } from '../support/repository.ts';

const path = 'test_cart.py';
const error = /^test_cart\.py:9:5: .*`except Exception`.*  \[broad-except-pass\]$/m;

async function hooked(context: TestContext): Promise<TestRepository> {
  const repository = await temporaryRepository(context);
  const { status, stdout } = await proctor(repository, 'install');
  assert.equal(status, 0, stdout);
  return repository;
}

const commit = (repository: TestRepository, ...words: string[]) =>
  repository.run('git', ['commit', '-m', 'Work', ...words]);

test('the first commit is blocked when its tests swallow an exception', async (context) => {
  const repository = await hooked(context);
  await repository.stage({ [path]: swallowingModule });
  const { status, stderr, stdout } = await commit(repository);
  assert.equal(status, 1);
  assert.match(stdout + stderr, error);
  await assert.rejects(repository.git('rev-parse', '--verify', 'HEAD'));
});

test('a sound commit is made without a word from the hook', async (context) => {
  const repository = await hooked(context);
  await repository.stage({ [path]: soundModule });
  const { status, stdout, stderr } = await commit(repository, '--quiet');
  assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: '', stderr: '' });
});

test('what HEAD has already does not block', async (context) => {
  const repository = await hooked(context);
  await repository.commit({ [path]: swallowingModule });
  await repository.stage({ [path]: `import cart\n\n\n${swallowingModule}` });
  assert.equal((await commit(repository)).status, 0);
});

test('a second swallowed exception in the same test is new', async (context) => {
  const repository = await hooked(context);
  await repository.commit({ [path]: swallowingModule });
  const again = '    try:\n        cart.close()\n    except Exception:\n        pass\n';
  await repository.stage({ [path]: swallowingModule + again });
  const { status, stdout, stderr } = await commit(repository);
  assert.equal(status, 1);
  assert.match(stdout + stderr, /^1 error$/m);
});

test('the unstaged part of a file is not judged', async (context) => {
  const repository = await hooked(context);
  await repository.stage({ [path]: soundModule });
  await repository.write({ [path]: swallowingModule });
  assert.equal((await commit(repository)).status, 0);
  assert.equal(await readFile(join(repository.directory, path), 'utf8'), swallowingModule);
});

test('the staged part is judged although the working tree has been mended since', async (context) => {
  const repository = await hooked(context);
  await repository.stage({ [path]: swallowingModule });
  await repository.write({ [path]: soundModule });
  assert.equal((await commit(repository)).status, 1);
});

test('commit -a is judged by what it would record', async (context) => {
  const repository = await hooked(context);
  await repository.commit({ [path]: soundModule });
  await repository.write({ [path]: swallowingModule });
  assert.equal((await commit(repository, '-a')).status, 1);
});

test('commit with a path judges that path alone', async (context) => {
  const repository = await hooked(context);
  await repository.commit({ [path]: soundModule, 'test_other.py': soundModule });
  await repository.stage({ 'test_other.py': swallowingModule });
  await repository.write({ [path]: `${soundModule}\n` });
  assert.equal((await commit(repository, '--', path)).status, 0);
  assert.equal((await commit(repository, '--', 'test_other.py')).status, 1);
});

test('an amended commit is judged by what the amendment adds', async (context) => {
  const repository = await hooked(context);
  await repository.commit({ [path]: soundModule });
  await repository.stage({ [path]: swallowingModule });
  assert.equal((await commit(repository, '--amend')).status, 1);
});

test('a commit in a linked worktree is judged', async (context) => {
  const repository = await hooked(context);
  await repository.commit({ [path]: soundModule });
  await repository.git('worktree', 'add', '--quiet', '../linked', '-b', 'side');
  const linked = repository.at('../linked');
  await linked.stage({ [path]: swallowingModule });
  assert.equal((await commit(linked)).status, 1);
  await linked.stage({ [path]: `${soundModule}\n` });
  assert.equal((await commit(linked)).status, 0);
});

test('a commit from a subdirectory is judged', async (context) => {
  const repository = await hooked(context);
  await repository.stage({ 'deep/down/test_cart.py': swallowingModule });
  const { status, stdout, stderr } = await commit(repository.at('deep/down'));
  assert.equal(status, 1);
  assert.match(stdout + stderr, /^deep\/down\/test_cart\.py:9:5: /m);
});

test('a file that moved with an edit is compared with its old path', async (context) => {
  const repository = await hooked(context);
  const long = soundModule.repeat(5).replaceAll(/zero/g, () => `zero_${Math.random().toString(36).slice(2)}`);
  await repository.commit({ [path]: long + swallowingTest });
  await repository.git('mv', path, 'test_basket.py');
  await repository.stage({ 'test_basket.py': `${long}${swallowingTest}    assert cart.is_open\n` });
  const { status, stdout, stderr } = await commit(repository);
  assert.equal(status, 0, stdout + stderr);
});

test('a test that moves to another module that was there before brings nothing', async (context) => {
  const repository = await hooked(context);
  await repository.commit({ [path]: swallowingModule, 'test_shop.py': soundModule });
  await repository.stage({ [path]: soundModule, 'test_shop.py': swallowingModule });
  const { status, stdout, stderr } = await commit(repository);
  assert.equal(status, 0, stdout + stderr);
});

test('a test of a module that is removed brings nothing to a new one that is unlike it', async (context) => {
  const repository = await hooked(context);
  const others = Array.from(
    { length: 9 },
    (_, index) => `def test_aisle_${index}():\n    assert aisle(${index})\n`,
  );
  await repository.commit({ [path]: [...others, swallowingTest].join('\n\n') });
  await repository.git('rm', '--quiet', path);
  await repository.stage({ 'test_shop.py': swallowingModule });
  const { status, stdout, stderr } = await commit(repository);
  assert.equal(status, 0, stdout + stderr);
});

test('a test that is copied to another module is judged', async (context) => {
  const repository = await hooked(context);
  await repository.commit({ [path]: swallowingModule });
  await repository.stage({
    [path]: `import shop\n\n\n${swallowingModule}`,
    'test_shop.py': swallowingModule,
  });
  const { status, stdout, stderr } = await commit(repository);
  assert.equal(status, 1);
  assert.match(stdout + stderr, /^test_shop\.py:9:5: /m);
});

test('a module that does not parse is one finding, and the other modules are checked', async (context) => {
  const repository = await hooked(context);
  await repository.stage({ 'test_broken.py': 'def test_a(:\n    pass\n', [path]: swallowingModule });
  const { status, stdout, stderr } = await commit(repository);
  assert.equal(status, 1);
  assert.match(stdout + stderr, /^test_broken\.py:1:\d+: .*  \[syntax-error\]$/m);
  assert.match(stdout + stderr, error);
});

test('a merge is judged by what neither side has', async (context) => {
  const repository = await hooked(context);
  await repository.commit({ [path]: soundModule });
  await repository.git('checkout', '--quiet', '-b', 'side');
  await repository.commit({ [path]: swallowingModule });
  await repository.git('checkout', '--quiet', 'main');
  await repository.commit({ [path]: `import shop\n\n\n${soundModule.replace('zero', 'nothing')}` });
  await repository.run('git', ['merge', '--no-commit', 'side']);
  await repository.stage({ [path]: `import shop\n\n\n${swallowingModule}` });
  const { status, stdout, stderr } = await commit(repository);
  assert.equal(status, 0, stdout + stderr);
});

test('CRLF line endings make no difference', async (context) => {
  const repository = await hooked(context);
  await repository.git('config', 'core.autocrlf', 'false');
  await repository.stage({ [path]: swallowingModule.replaceAll('\n', '\r\n') });
  const { status, stdout, stderr } = await commit(repository);
  assert.equal(status, 1);
  assert.match(stdout + stderr, error);
  assert.doesNotMatch(stdout + stderr, /\r/);
});

test('names with spaces, quotes and line breaks are shown on one line', async (context) => {
  const repository = await hooked(context);
  await repository.stage({ 'a "b"/test_\n c.py': swallowingModule, 'sp ace/test_é.py': swallowingModule });
  const { status, stdout, stderr } = await commit(repository);
  assert.equal(status, 1);
  assert.match(stdout + stderr, /^"a \\"b\\"\/test_\\n c\.py":9:5: /m);
  assert.match(stdout + stderr, /^sp ace\/test_é\.py:9:5: /m);
});

test('after uninstall nothing is judged', async (context) => {
  const repository = await hooked(context);
  assert.equal((await proctor(repository, 'uninstall')).status, 0);
  await repository.stage({ [path]: swallowingModule });
  assert.equal((await commit(repository)).status, 0);
});

test('checking changes nothing below the top level, the git directory included', async (context) => {
  const repository = await hooked(context);
  await repository.commit({ [path]: soundModule });
  await repository.stage({ [path]: swallowingModule });
  await repository.write({ [path]: soundModule });
  const before = await repository.snapshot();
  await proctor(repository);
  await proctor(repository, 'check', '.');
  assert.deepEqual(await repository.snapshot(), before);
});
