import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { installHook } from '../../src/git/install.ts';
import { openRepository } from '../../src/git/repository.ts';
import { type Ended, temporaryRepository, type TestRepository } from '../support/repository.ts';
import { hookScript, installedPackage } from './package.ts';

interface Shop {
  readonly repository: TestRepository;
  readonly hooks: string;
  readonly program: string;
  /** Commits what is staged, with variables added to the environment. */
  readonly commit: (variables?: NodeJS.ProcessEnv, ...words: string[]) => Promise<Ended>;
  /** How the program has been called: its path and its arguments. */
  readonly calls: () => Promise<string[][]>;
}

/** A repository with one commit, whose hook is installed; its paths have a space and quotes in them. */
async function shop(test: TestContext): Promise<Shop> {
  const outer = await temporaryRepository(test);
  const repository = outer.at(`it's a "shop"`);
  await mkdir(repository.directory);
  await repository.git('init', '--quiet', '--template=');
  await repository.commit({ 'test_cart.py': 'old\n', 'README.md': 'old\n' });
  const program = await installedPackage(join(outer.directory, `the "package's"`));
  const runs = { node: process.execPath, program };
  await installHook(openRepository(repository.directory, repository.environment), runs, false);
  const record = join(outer.directory, 'record');
  return {
    repository,
    hooks: join(repository.directory, '.git/hooks'),
    program,
    commit: (variables = {}, ...words) =>
      repository.run('git', ['commit', '-qm', 'Work', ...words], { RECORD: record, ...variables }),
    calls: async () => {
      const lines = (await readFile(record, { encoding: 'utf8', flag: 'a+' }))
        .split('\n')
        .filter((line) => line !== '');
      // `as`: the program writes a list of strings a line.
      return lines.map((line) => JSON.parse(line) as string[]);
    },
  };
}

/** A directory with git and nothing else, to be the PATH. */
async function pathWithoutNode({ repository }: Shop): Promise<string> {
  const directory = join(repository.directory, '../bin');
  await mkdir(directory);
  await symlink(execFileSync('/bin/sh', ['-c', 'command -v git']).toString().trim(), join(directory, 'git'));
  return directory;
}

describe('the hook script', { concurrency: true }, () => {
  it('runs the program where a Python file is staged, and lets a commit pass that it passes', async (test) => {
    const { repository, program, commit, calls } = await shop(test);
    await repository.stage({ 'test_cart.py': 'new\n' });
    assert.deepEqual(await commit(), { status: 0, stdout: '', stderr: '' });
    assert.deepEqual(await calls(), [[program]]);
  });

  it('runs it for a Python file in a folder, with any name', async (test) => {
    const { repository, commit, calls } = await shop(test);
    await repository.stage({ 'tests/a "strange"\n.py': 'new\n' });
    await commit();
    assert.equal((await calls()).length, 1);
  });

  it('runs it for the first commit', async (test) => {
    const { repository, commit, calls } = await shop(test);
    await repository.git('checkout', '--quiet', '--orphan', 'fresh');
    await commit();
    assert.equal((await calls()).length, 1);
  });

  it('runs it for a moved Python file', async (test) => {
    const { repository, commit, calls } = await shop(test);
    await repository.git('mv', 'test_cart.py', 'test_basket.py');
    await commit();
    assert.equal((await calls()).length, 1);
  });

  it('runs it for commit -a and commit -- path, but not for the path that has no Python', async (test) => {
    const { repository, commit, calls } = await shop(test);
    await repository.write({ 'test_cart.py': 'new\n', 'README.md': 'new\n' });
    await commit({}, '--', 'README.md');
    assert.equal((await calls()).length, 0);
    await commit({}, '--', 'test_cart.py');
    assert.equal((await calls()).length, 1);
    await repository.write({ 'test_cart.py': 'newer\n' });
    await commit({}, '-a');
    assert.equal((await calls()).length, 2);
  });

  it('does not run it where no Python file is staged', async (test) => {
    const { repository, commit, calls } = await shop(test);
    await repository.stage({ 'README.md': 'new\n', 'data.py/notes.txt': 'new\n' });
    await repository.write({ 'test_cart.py': 'unstaged\n' });
    assert.equal((await commit()).status, 0);
    assert.deepEqual(await calls(), []);
  });

  it('does not run it where Python files are only deleted', async (test) => {
    const { repository, commit, calls } = await shop(test);
    await repository.git('rm', '--quiet', 'test_cart.py');
    assert.equal((await commit()).status, 0);
    assert.deepEqual(await calls(), []);
  });

  for (const name of ['GIT_LITERAL_PATHSPECS', 'GIT_GLOB_PATHSPECS', 'GIT_NOGLOB_PATHSPECS']) {
    it(`runs it in spite of ${name}`, async (test) => {
      const { repository, commit, calls } = await shop(test);
      await repository.stage({ 'tests/test_basket.py': 'new\n' });
      await commit({ [name]: '1' });
      assert.equal((await calls()).length, 1);
    });
  }

  it('does not ask a file system monitor', async (test) => {
    const { repository, hooks } = await shop(test);
    await repository.hook('monitor', '#!/bin/sh\necho asked >> .git/asked\nprintf "/\\0"\n');
    await repository.git('config', 'core.fsmonitor', '.git/hooks/monitor');
    await repository.git('update-index', '--fsmonitor');
    await repository.git('status');
    const asked = (): Promise<string> => readFile(join(repository.directory, '.git/asked'), 'utf8');
    const before = await asked();
    assert.equal((await repository.run(join(hooks, 'pre-commit'), [])).status, 0);
    assert.equal(await asked(), before);
  });

  it('runs it when git cannot say what is staged', async (test) => {
    const { repository, hooks, calls } = await shop(test);
    const variables = { RECORD: join(repository.directory, '../record'), GIT_INDEX_FILE: 'README.md' };
    assert.equal((await repository.run(join(hooks, 'pre-commit'), [], variables)).stderr, '');
    assert.equal((await calls()).length, 1);
  });

  for (const ending of ['1', '2', 'throw', 'SIGKILL', 'SIGTERM']) {
    it(`stops the commit when the program ends with ${ending}`, async (test) => {
      const { repository, commit } = await shop(test);
      await repository.stage({ 'test_cart.py': 'new\n' });
      assert.equal((await commit({ ENDING: ending })).status, 1);
      assert.equal(await repository.git('log', '--format=%s'), 'Work\n');
    });
  }

  it('becomes the program, so that its exit status and a signal pass through', async (test) => {
    const { repository, hooks } = await shop(test);
    await repository.stage({ 'test_cart.py': 'new\n' });
    const variables = { RECORD: join(repository.directory, '../record') };
    const hook = join(hooks, 'pre-commit');
    assert.equal((await repository.run(hook, [], { ...variables, ENDING: '2' })).status, 2);
    assert.equal((await repository.run(hook, [], { ...variables, ENDING: 'SIGKILL' })).status, 128 + 9);
  });

  it('takes node from PATH when the recorded one is gone', async (test) => {
    const there = await shop(test);
    const { repository, hooks, commit, calls } = there;
    const script = await readFile(join(hooks, 'pre-commit'), 'utf8');
    await repository.write({ '.git/hooks/pre-commit': script.replace(process.execPath, '/nowhere/node') });
    await repository.stage({ 'test_cart.py': 'new\n' });
    const PATH = await pathWithoutNode(there);
    const { status, stderr } = await commit({ PATH });
    assert.equal(status, 1);
    assert.equal(
      stderr,
      'proctor: node was not found on PATH nor at /nowhere/node, so the commit was not reviewed\n' +
        'proctor: install Node.js, run "proctor install" again, or commit without it: git commit --no-verify\n',
    );
    assert.deepEqual(await calls(), []);
    await symlink(process.execPath, join(PATH, 'node'));
    assert.equal((await commit({ PATH })).status, 0);
    assert.equal((await calls()).length, 1);
  });

  it('takes the program from the project, then from PATH, when the recorded one is gone', async (test) => {
    const there = await shop(test);
    const { repository, program, commit, calls } = there;
    await rename(program, `${program}.gone`);
    await repository.stage({ 'test_cart.py': 'new\n' });
    const PATH = await pathWithoutNode(there);
    const { status, stderr } = await commit({ PATH });
    assert.equal(status, 1);
    assert.equal(
      stderr,
      `proctor: proctor was not found on PATH nor at ${program}, so the commit was not reviewed\n` +
        'proctor: install it, run "proctor install" again, or commit without it: git commit --no-verify\n',
    );
    await symlink(`${program}.gone`, join(PATH, 'proctor'));
    await symlink(process.execPath, join(PATH, 'node'));
    assert.equal((await commit({ PATH })).status, 0);
    await installedPackage(join(repository.directory, 'node_modules/proctor'));
    await repository.stage({ 'test_cart.py': 'newer\n' });
    assert.equal((await commit({ PATH })).status, 0);
    const own = join(repository.directory, 'node_modules/proctor/dist/proctor.cjs');
    assert.deepEqual(await calls(), [[join(PATH, 'proctor')], [own]]);
  });

  it('works from the package that core.hooksPath points to', async (test) => {
    const { repository, hooks, commit, calls } = await shop(test);
    await rm(hooks, { recursive: true });
    await installedPackage(join(repository.directory, 'tools/proctor'));
    await repository.git('config', 'core.hooksPath', 'tools/proctor/hooks');
    await repository.stage({ 'test_cart.py': 'new\n' });
    assert.equal((await commit()).status, 0);
    assert.equal((await calls()).length, 1);
  });

  it('works when it was copied by hand into a project that depends on the package', async (test) => {
    const { repository, hooks, commit, calls } = await shop(test);
    await cp(hookScript, join(hooks, 'pre-commit'));
    await installedPackage(join(repository.directory, 'node_modules/proctor'));
    await repository.stage({ 'test_cart.py': 'new\n' });
    assert.equal((await commit()).status, 0);
    assert.equal((await calls()).length, 1);
  });

  it('first runs the hook that stood there before, which can stop the commit', async (test) => {
    const { repository, hooks, commit, calls } = await shop(test);
    const before = join(hooks, 'pre-commit.before-proctor');
    await repository.write({
      '.git/hooks/pre-commit.before-proctor': 'echo before >&2; exit "${BEFORE:-0}"',
    });
    await repository.stage({ 'test_cart.py': 'new\n' });
    assert.equal(
      (await commit({ BEFORE: '3' })).stderr,
      '',
      'git does not run a hook that is not executable',
    );
    await chmod(before, 0o755);
    await repository.stage({ 'test_cart.py': 'newer\n' });
    assert.deepEqual(await commit({ BEFORE: '3' }), { status: 1, stdout: '', stderr: 'before\n' });
    assert.equal((await calls()).length, 1);
    assert.deepEqual(await commit(), { status: 0, stdout: '', stderr: 'before\n' });
    assert.equal((await calls()).length, 2);
    await repository.stage({ 'README.md': 'new\n' });
    assert.deepEqual(await commit({ BEFORE: '3' }), { status: 1, stdout: '', stderr: 'before\n' });
  });

  it('finds that hook when another one has put it aside', async (test) => {
    const { repository, hooks, commit } = await shop(test);
    await rename(join(hooks, 'pre-commit'), join(hooks, 'pre-commit.legacy'));
    await repository.hook('pre-commit', '#!/bin/sh\nexec "$0.legacy" "$@"\n');
    await repository.hook('pre-commit.before-proctor', '#!/bin/sh\necho before >&2\n');
    await repository.stage({ 'README.md': 'new\n' });
    assert.equal((await commit()).stderr, 'before\n');
  });

  it('sees what that hook has staged', async (test) => {
    const { repository, commit, calls } = await shop(test);
    await repository.hook(
      'pre-commit.before-proctor',
      '#!/bin/sh\necho new > test_cart.py && git add test_cart.py\n',
    );
    await repository.stage({ 'README.md': 'new\n' });
    assert.equal((await commit()).status, 0);
    assert.equal((await calls()).length, 1);
  });

  for (const shell of [
    ['dash'],
    ['busybox', 'sh'],
    ['bash', '--posix'],
    ['ksh'],
    ['zsh', '--emulate', 'sh'],
  ]) {
    const [program = '', ...words] = shell;
    const isMissing = spawnSync(program, [...words, '-c', ':']).status !== 0;
    it(`runs in ${shell.join(' ')}`, { skip: isMissing && `${program} is not installed` }, async (test) => {
      const { repository, hooks, calls } = await shop(test);
      const run = (variables: NodeJS.ProcessEnv): Promise<Ended> =>
        repository.run(program, [...words, join(hooks, 'pre-commit')], {
          RECORD: join(repository.directory, '../record'),
          ...variables,
        });
      assert.deepEqual(await run({}), { status: 0, stdout: '', stderr: '' });
      assert.equal((await calls()).length, 0);
      await repository.stage({ 'test_cart.py': 'new\n' });
      await repository.hook('pre-commit.before-proctor', '#!/bin/sh\nexit 0\n');
      assert.deepEqual(await run({ ENDING: '1' }), { status: 1, stdout: '', stderr: '' });
      assert.equal((await calls()).length, 1);
    });
  }
});
