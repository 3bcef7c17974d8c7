import assert from 'node:assert/strict';
import { lstat, mkdir, readFile, readdir, readlink, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { type Installed, installHook, type Uninstalled, uninstallHook } from '../../src/git/install.ts';
import { openRepository } from '../../src/git/repository.ts';
import { UserError } from '../../src/user-error.ts';
import { temporaryRepository, type TestRepository } from '../support/repository.ts';
import { hookScript, installedPackage } from './package.ts';

interface Shop {
  readonly repository: TestRepository;
  readonly hooks: string;
  readonly hook: string;
  readonly program: string;
}

const foreign = '#!/bin/sh\necho foreign\n';

async function shop(test: TestContext): Promise<Shop> {
  const repository = await temporaryRepository(test);
  const program = await installedPackage(join(repository.directory, '../package'));
  const hooks = join(repository.directory, '.git/hooks');
  return { repository, hooks, hook: join(hooks, 'pre-commit'), program };
}

const open = ({ directory, environment }: TestRepository, variables: NodeJS.ProcessEnv = {}) =>
  openRepository(directory, { ...environment, ...variables });

const install = ({ repository, program }: Shop, force = false): Promise<Installed> =>
  installHook(open(repository), { node: '/usr/bin/node', program }, force);

const uninstall = ({ repository }: Shop): Promise<Uninstalled> => uninstallHook(open(repository));

const text = (file: string): Promise<string> => readFile(file, 'utf8');

describe('installing the hook', { concurrency: true }, () => {
  it('writes it, executable, where there is none, and makes its directory', async (test) => {
    const there = await shop(test);
    assert.deepEqual(await install(there), { did: 'created', hook: there.hook });
    assert.equal((await stat(there.hook)).mode & 0o777, 0o755);
    assert.deepEqual(await readdir(there.hooks), ['pre-commit']);
  });

  it('writes the script of the package, with the paths of node and of the program', async (test) => {
    const there = await shop(test);
    await install(there);
    const expected = (await text(hookScript))
      .replace("node=''", "node='/usr/bin/node'")
      .replace("program=''", `program='${there.program}'`);
    assert.equal(await text(there.hook), expected);
    assert.ok(expected.includes("node='/usr/bin/node'\nprogram='/"));
  });

  it('writes line feeds, whatever the package has', async (test) => {
    const there = await shop(test);
    const script = join(there.program, '../../hooks/pre-commit');
    await there.repository
      .at('../package')
      .write({ 'hooks/pre-commit': (await text(script)).replaceAll('\n', '\r\n') });
    await install(there);
    assert.doesNotMatch(await text(there.hook), /\r/);
  });

  it('records where the program really is, not a link to it', async (test) => {
    const there = await shop(test);
    const link = join(there.repository.directory, 'linked-program');
    await symlink(there.program, link);
    await install({ ...there, program: link });
    assert.ok((await text(there.hook)).includes(`program='${there.program}'\n`));
  });

  it('writes a new one over one of ours', async (test) => {
    const there = await shop(test);
    await there.repository.hook('pre-commit', (await text(hookScript)).replace('exec', 'old'));
    assert.deepEqual(await install(there), { did: 'updated', hook: there.hook });
    assert.doesNotMatch(await text(there.hook), /old/);
    assert.deepEqual(await readdir(there.hooks), ['pre-commit']);
  });

  it('keeps a foreign hook beside it, also when it is installed again', async (test) => {
    const there = await shop(test);
    await there.repository.hook('pre-commit', foreign);
    const previous = join(there.hooks, 'pre-commit.before-proctor');
    assert.deepEqual(await install(there), { did: 'chained', hook: there.hook, previous });
    assert.deepEqual(await install(there), { did: 'updated', hook: there.hook });
    assert.equal(await text(previous), foreign);
    assert.equal((await stat(previous)).mode & 0o777, 0o755);
  });

  it('keeps a symbolic link to a foreign hook, and what it points to', async (test) => {
    const there = await shop(test);
    await there.repository.write({ 'scripts/check.sh': foreign });
    await mkdir(there.hooks);
    await symlink('../../scripts/check.sh', there.hook);
    assert.equal((await install(there)).did, 'chained');
    assert.equal(await readlink(join(there.hooks, 'pre-commit.before-proctor')), '../../scripts/check.sh');
    assert.equal(await text(join(there.repository.directory, 'scripts/check.sh')), foreign);
  });

  it('replaces a symbolic link to the script of the package, not the script', async (test) => {
    const there = await shop(test);
    const script = join(there.program, '../../hooks/pre-commit');
    await mkdir(there.hooks);
    await symlink(script, there.hook);
    assert.equal((await install(there)).did, 'updated');
    assert.equal((await lstat(there.hook)).isSymbolicLink(), false);
    assert.equal(await text(script), await text(hookScript));
  });

  it('is refused where a hook has been put aside already, and changes nothing', async (test) => {
    const there = await shop(test);
    await there.repository.hook('pre-commit', foreign);
    await there.repository.hook('pre-commit.before-proctor', 'older');
    const before = await there.repository.snapshot();
    await assert.rejects(install(there, true), {
      name: 'UserError',
      message: `install: ${there.hook}.before-proctor is in the way; delete it or move it back to pre-commit`,
    });
    assert.deepEqual(await there.repository.snapshot(), before);
  });

  it('is refused where core.hooksPath is set, unless it is forced', async (test) => {
    const there = await shop(test);
    await there.repository.git('config', 'core.hooksPath', '.husky/_');
    const directory = join(there.repository.directory, '.husky/_');
    const before = await there.repository.snapshot();
    await assert.rejects(install(there), {
      name: 'UserError',
      message: `install: core.hooksPath is set to ${directory}; call proctor from its pre-commit, or use --force`,
    });
    assert.deepEqual(await there.repository.snapshot(), before);
    assert.deepEqual(await install(there, true), { did: 'created', hook: join(directory, 'pre-commit') });
    assert.deepEqual(await uninstall(there), { did: 'removed', hook: join(directory, 'pre-commit') });
  });

  it('heeds core.hooksPath in the configuration of the user', async (test) => {
    const there = await shop(test);
    await there.repository.at('..').write({ 'home/settings': '[core]\n\thooksPath = ~/hooks\n' });
    const settings = join(there.repository.directory, '../home/settings');
    const repository = open(there.repository, { GIT_CONFIG_GLOBAL: settings });
    await assert.rejects(installHook(repository, { node: 'node', program: there.program }, false), {
      message: new RegExp(`core.hooksPath is set to ${join(settings, '../hooks')};`),
    });
  });

  it('is not refused where core.hooksPath is the directory that git uses anyway', async (test) => {
    const there = await shop(test);
    await there.repository.git('config', 'core.hooksPath', there.hooks);
    assert.deepEqual(await install(there), { did: 'created', hook: there.hook });
  });

  it('from a linked worktree or a subdirectory writes the one that all of them run', async (test) => {
    const there = await shop(test);
    await there.repository.commit({ 'tests/test_cart.py': 'new\n' });
    await there.repository.git('worktree', 'add', '--quiet', '../linked');
    const linked = there.repository.at('../linked/tests');
    assert.deepEqual(await install({ ...there, repository: linked }), { did: 'created', hook: there.hook });
    const below = there.repository.at('tests');
    assert.deepEqual(await install({ ...there, repository: below }), { did: 'updated', hook: there.hook });
  });

  it('says why where the file system does not let it', async (test) => {
    const there = await shop(test);
    await there.repository.write({ '.git/hooks': 'no directory' });
    await assert.rejects(
      install(there),
      (error) => error instanceof UserError && error.message.includes(there.hooks),
    );
  });

  it('says why where git does not read the repository', async (test) => {
    const there = await shop(test);
    const repository = open(there.repository);
    await there.repository.write({ '.git/config': '[core]\n\trepositoryformatversion = 9\n' });
    await assert.rejects(installHook(repository, { node: 'node', program: there.program }, false), {
      name: 'UserError',
      message: /^git rev-parse: .*version/,
    });
  });

  it('does not mind what an editor, a pager or a hook of git puts into the environment', async (test) => {
    const there = await shop(test);
    const variables = {
      EDITOR: 'vi',
      GIT_EDITOR: ':',
      PAGER: 'less',
      VISUAL: 'vi',
      GIT_INDEX_FILE: '.git/index',
      GIT_ASKPASS: 'ask',
      SSH_ASKPASS: 'ask',
      PREFIX: '/usr',
    };
    const repository = open(there.repository, variables);
    const done = await installHook(repository, { node: 'node', program: there.program }, false);
    assert.equal(done.did, 'created');
  });
});

describe('removing the hook', { concurrency: true }, () => {
  it('deletes ours', async (test) => {
    const there = await shop(test);
    await install(there);
    assert.deepEqual(await uninstall(there), { did: 'removed', hook: there.hook });
    assert.deepEqual(await readdir(there.hooks), []);
  });

  it('puts back the one that was there before', async (test) => {
    const there = await shop(test);
    await there.repository.hook('pre-commit', foreign);
    const before = await there.repository.snapshot();
    await install(there);
    assert.deepEqual(await uninstall(there), { did: 'restored', hook: there.hook });
    assert.deepEqual(await there.repository.snapshot(), before);
  });

  it('leaves a foreign one alone', async (test) => {
    const there = await shop(test);
    await there.repository.hook('pre-commit', foreign);
    assert.deepEqual(await uninstall(there), { did: 'nothing', hook: there.hook, found: 'foreign' });
    assert.equal(await text(there.hook), foreign);
  });

  it('has nothing to do where there is none', async (test) => {
    const there = await shop(test);
    assert.deepEqual(await uninstall(there), { did: 'nothing', hook: there.hook, found: 'absent' });
  });

  it('knows ours after somebody has edited it', async (test) => {
    const there = await shop(test);
    await install(there);
    const script = (await text(there.hook)).replace('exec', 'echo edited\n  exec').replaceAll('\n', '\r\n');
    await there.repository.hook('pre-commit', script);
    assert.equal((await uninstall(there)).did, 'removed');
  });
});
