import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, copyFile, lstat, mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { clipped, path, repaired, settings, texts } from '../support/fixing.ts';
import { program } from '../support/program.ts';
import { type Ended, temporaryRepository, type TestRepository } from '../support/repository.ts';

const isRoot = process.getuid?.() === 0;
// The system lets root write everything; util-linux has setpriv.
const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
const isPossible = !isRoot || spawnSync('setpriv', [...asNobody.slice(1), 'true']).status === 0;
const skip = isPossible ? false : 'root may write everything, and setpriv is not there';

/** A repository of somebody who is not root, and how that person runs proctor in it. */
async function ownedRepository(context: TestContext): Promise<{
  readonly repository: TestRepository;
  readonly proctor: (...words: string[]) => Promise<Ended>;
}> {
  const repository = await temporaryRepository(context);
  await repository.commit({ 'proctor.toml': settings });
  await repository.stage({ [path]: clipped, [`tests/${path}`]: clipped });
  if (!isRoot) {
    const run = (...words: string[]) => repository.run(process.execPath, [program, ...words]);
    return { repository, proctor: run };
  }
  const root = dirname(repository.directory);
  const shipped = join(root, 'proctor', 'dist');
  await mkdir(shipped, { recursive: true });
  for (const name of await readdir(dirname(program))) {
    await copyFile(join(dirname(program), name), join(shipped, name));
  }
  await repository.run('chown', ['-R', '65534:65534', root]);
  const [first = '', ...others] = asNobody;
  const words = [...others, process.execPath, join(shipped, 'proctor.cjs')];
  return { repository, proctor: (...more) => repository.run(first, [...words, ...more]) };
}

const filesOf = async ({ directory }: TestRepository) => ({
  one: await readFile(join(directory, path), 'utf8'),
  other: await readFile(join(directory, 'tests', path), 'utf8'),
});

describe('a repair without the permission to write', { skip }, () => {
  it('writes over a file whose folder takes no new one', async (context) => {
    const { repository, proctor } = await ownedRepository(context);
    const { status } = await forbidden(repository, { tests: 0o555 }, () => proctor('--fix', 'tests'));
    assert.equal(status, 0);
    assert.deepEqual(await filesOf(repository), { one: clipped, other: repaired });
  });

  it('replaces a file that may not be written, and keeps it so, where its folder may', async (context) => {
    const { repository, proctor } = await ownedRepository(context);
    await chmod(join(repository.directory, path), 0o444);
    assert.equal((await proctor('--fix', path)).status, 0);
    assert.deepEqual(await filesOf(repository), { one: repaired, other: clipped });
    assert.equal((await lstat(join(repository.directory, path))).mode & 0o777, 0o444);
  });

  it('changes nothing at all where one file can in no way be written, and says which', async (context) => {
    const { repository, proctor } = await ownedRepository(context);
    const modes = { [`tests/${path}`]: 0o444, tests: 0o555 };
    await forbidden(repository, modes, async () => {
      const { status, stdout, stderr } = await proctor('--fix');
      assert.deepEqual(
        [status, stdout, stderr],
        [2, '', `proctor: tests/${path} cannot be written (EACCES); nothing was changed\n`],
      );
      assert.deepEqual(await filesOf(repository), { one: clipped, other: clipped });
      const staged = await proctor('--no-fix');
      assert.match(staged.stdout, /2 warnings/);
      assert.equal((await proctor('--fix', path)).status, 0);
      assert.deepEqual(await filesOf(repository), { one: repaired, other: clipped });
    });
  });

  it('changes nothing where the git directory may not be written, but checks', async (context) => {
    const { repository, proctor } = await ownedRepository(context);
    await forbidden(repository, { '.git': 0o555 }, async () => {
      const { status, stdout, stderr } = await proctor('--fix');
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(
        stderr,
        /^proctor: .*\/\.git\/proctor cannot be written \(EACCES\); nothing was changed\n$/,
      );
      assert.match((await proctor('--no-fix')).stdout, /2 warnings/);
    });
    assert.deepEqual(await filesOf(repository), { one: clipped, other: clipped });
  });
});

it('says that nothing was changed where a file stands in the way of the journal', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.stage({ 'proctor.toml': settings, [path]: clipped });
  await repository.write({ '.git/proctor': 'in the way' });
  const { status, stderr } = await repository.run(process.execPath, [program, '--fix']);
  assert.equal(status, 2);
  assert.match(stderr, /^proctor: .*\/\.git\/proctor cannot be written \(E\w+\); nothing was changed\n$/);
  assert.deepEqual(await texts(repository), { committed: undefined, staged: clipped, file: clipped });
});

/** Runs while files and folders have other modes; in their order, folders last. */
async function forbidden<Value>(
  { directory }: TestRepository,
  modes: Readonly<Record<string, number>>,
  run: () => Promise<Value>,
): Promise<Value> {
  for (const [name, mode] of Object.entries(modes)) await chmod(join(directory, name), mode);
  try {
    return await run();
  } finally {
    for (const name of Object.keys(modes).toReversed()) await chmod(join(directory, name), 0o755);
  }
}
