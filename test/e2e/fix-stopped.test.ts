import assert from 'node:assert/strict';
import { cp, link, lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { clipped, settings } from '../support/fixing.ts';
import { program, proctor } from '../support/program.ts';
import {
  type Ended,
  temporaryDirectory,
  temporaryRepository,
  type TestRepository,
} from '../support/repository.ts';

const faults = join(import.meta.dirname, '..', 'support', 'faults.cjs');

/** What the index and the working tree hold of each module. */
interface State {
  readonly staged: readonly string[];
  readonly files: readonly string[];
}

/** A repository, and what `proctor …words` is about to do there. */
interface Scenario {
  readonly repository: TestRepository;
  readonly words: readonly string[];
  readonly before: State;
  readonly after: State;
}

const modules = ['test_a.py', 'test_b.py', 'tests/test_c.py'];

async function stateOf(repository: TestRepository): Promise<State> {
  const listed = (await repository.git('ls-files', '--stage', '--', ...modules)).trim().split('\n');
  return {
    staged: listed.map((line) => line.split(' ')[1] ?? ''),
    files: await Promise.all(modules.map((name) => readFile(join(repository.directory, name), 'utf8'))),
  };
}

/** Another copy of a repository, hard links included. */
async function copied(context: TestContext, { directory, at }: TestRepository): Promise<TestRepository> {
  const copy = join(await temporaryDirectory(context), 'repository');
  await cp(directory, copy, { recursive: true, preserveTimestamps: true });
  const repository = at(copy);
  const [first = ''] = modules;
  if ((await lstat(join(directory, first))).nlink > 1)
    await link(join(copy, first), join(copy, '../other name'));
  return repository;
}

function faulty(
  { run }: TestRepository,
  words: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<Ended> {
  return run(process.execPath, ['--require', faults, program, ...words], variables);
}

/** Three staged modules: one with other unstaged lines, one that is linked, one in a folder. */
async function scenario(context: TestContext, words: readonly string[]): Promise<Scenario> {
  const repository = await temporaryRepository(context);
  await repository.commit({ 'proctor.toml': settings });
  await repository.stage(Object.fromEntries(modules.map((name) => [name, clipped])));
  await repository.write({ 'test_b.py': `import os\n\n\n${clipped}` });
  await link(join(repository.directory, 'test_a.py'), join(repository.directory, '../other name'));
  const done = await copied(context, repository);
  const { status, stdout, stderr } = await proctor(done, ...words);
  assert.equal(status, 0, stdout + stderr);
  return { repository, words, before: await stateOf(repository), after: await stateOf(done) };
}

/** How many writes an undisturbed run makes. */
async function writesOf(context: TestContext, { repository, words }: Scenario): Promise<number> {
  const copy = await copied(context, repository);
  const file = join(copy.directory, '../count');
  await faulty(copy, words, { FAULT_COUNT: file });
  return Number(await readFile(file, 'utf8'));
}

/** Each content is whole, the old one or the new; the index is all old or all new, and the first to be new. */
function assertNothingLost({ before, after }: Scenario, now: State): void {
  const isOld = same(now.staged, before.staged);
  assert.ok(isOld || same(now.staged, after.staged), 'the index is half written');
  for (const [index, file] of now.files.entries()) {
    assert.ok(file === before.files[index] || file === after.files[index], `a file is half written: ${file}`);
  }
  if (isOld && !same(before.staged, after.staged)) assert.deepEqual(now.files, before.files);
}

const same = (some: readonly string[], others: readonly string[]) => some.join() === others.join();

async function assertNoLitter({ directory, git }: TestRepository): Promise<void> {
  assert.equal(await git('ls-files', '--others'), '');
  const left = await readdir(join(directory, '.git/proctor')).catch(() => []);
  assert.deepEqual(
    left.filter((name) => name !== 'undo'),
    [],
  );
  assert.ok(!(await readdir(join(directory, '.git'))).includes('index.lock'));
}

async function inParallel(count: number, work: (at: number) => Promise<void>): Promise<void> {
  let next = 1;
  const worker = async () => {
    while (next <= count) await work(next++);
  };
  await Promise.all([worker(), worker(), worker()]);
}

describe('a fix that is killed after any of its writes', () => {
  for (const words of [['--fix'], ['--fix', '.']]) {
    it(`loses nothing, is completed by the next and taken back by undo: ${words.join(' ')}`, async (context) => {
      const planned = await scenario(context, words);
      const writes = await writesOf(context, planned);
      assert.ok(writes > 20, `${writes} writes`);
      await inParallel(writes, async (at) => {
        const repository = await copied(context, planned.repository);
        const { status } = await faulty(repository, words, { FAULT: 'kill', FAULT_AT: String(at) });
        assert.equal(status, 137);
        assertNothingLost(planned, await stateOf(repository));
        const other = await copied(context, repository);
        const again = await proctor(repository, ...words);
        assert.equal(again.status, 0, again.stderr);
        assert.deepEqual(await stateOf(repository), planned.after);
        await assertNoLitter(repository);
        const undone = await proctor(other, 'undo');
        assert.ok(
          undone.status === 0 || undone.stderr.includes('there is no fix to take back'),
          undone.stderr,
        );
        assert.deepEqual(await stateOf(other), planned.before);
        await assertNoLitter(other);
      });
    });
  }
});

describe('a disk that is full from any write on', () => {
  it('leaves everything as it is, or says what was not written', async (context) => {
    const planned = await scenario(context, ['--fix']);
    const writes = await writesOf(context, planned);
    await inParallel(writes, async (at) => {
      const repository = await copied(context, planned.repository);
      const { status, stderr } = await faulty(repository, ['--fix'], { FAULT: 'full', FAULT_AT: String(at) });
      const now = await stateOf(repository);
      assertNothingLost(planned, now);
      assert.doesNotMatch(stderr, /internal error/);
      const isUnchanged = same(now.staged, planned.before.staged);
      if (isUnchanged) assert.match(stderr, /^proctor: .*; nothing was changed\n$/);
      else
        for (const [index, name] of modules.entries()) {
          const isLeft = now.files[index] === planned.before.files[index];
          assert.equal(stderr.includes(`proctor: ${name}: cannot be written (ENOSPC)`), isLeft, stderr);
        }
      assert.equal(status, same(now.files, planned.after.files) && !isUnchanged ? 0 : 2);
      await assertNoLitter(repository);
    });
  });
});
