import { cp, link, lstat, readdir, readFile } from 'node:fs/promises';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { isTorn } from '../../src/git/working-file.ts';
import { clipped, fixingRepository } from './fixing.ts';
import { program } from './program.ts';
import { type Ended, temporaryDirectory, type TestRepository } from './repository.ts';

const faults = join(import.meta.dirname, 'faults.cjs');

/** Three modules: one with other unstaged lines, one that has another name, one in a folder. */
const modules = ['test_a.py', 'test_b.py', 'tests/test_c.py'];

export const names = [...modules, 'shared.py'];

/** What the last commit, the index and the working tree hold of each module. */
export interface State {
  readonly committed: readonly string[];
  readonly staged: readonly string[];
  readonly files: readonly string[];
}

/** A way to have files written. */
export interface Way {
  readonly title: string;
  /** From all modules staged, the second with other lines in the working tree. */
  readonly prepare: (repository: TestRepository) => Promise<void>;
  readonly run: Run;
  /** What takes it back. */
  readonly reverse: Run;
  /** Its exit status when proctor was killed. */
  readonly killed: number;
  /** That when it failed. */
  readonly failed: number;
  /** Whether the index that is there when all is over is written before the files. */
  readonly isIndexFirst: boolean;
}

type Run = (repository: TestRepository, variables?: NodeJS.ProcessEnv) => Promise<Ended>;

const proctor =
  (...words: readonly string[]): Run =>
  ({ run }, variables) =>
    run(process.execPath, [program, ...words], variables);

const commit =
  (...words: readonly string[]): Run =>
  ({ run }, variables) =>
    run('git', ['commit', '--quiet', '--message=Work', ...words], variables);

const nothing = () => Promise.resolve();
const fixed = { prepare: nothing, reverse: proctor('undo'), killed: 137, failed: 2, isIndexFirst: true };
const hooked = { ...fixed, killed: 1, failed: 1 };

export const ways: readonly Way[] = [
  { ...fixed, title: '--fix', run: proctor('--fix') },
  { ...fixed, title: '--fix PATH', run: proctor('--fix', '.') },
  { ...fixed, title: 'rename', run: proctor('rename', 'shared.py:1', 'place') },
  {
    ...fixed,
    title: 'undo',
    prepare: async (repository) => {
      assert.equal((await proctor('--fix')(repository)).status, 0);
    },
    run: proctor('undo'),
    reverse: proctor('--fix'),
  },
  { ...hooked, title: 'a commit through the hook', run: commit() },
  {
    ...hooked,
    title: 'a commit of named files through the hook',
    prepare: async ({ git }) => {
      await git('reset', '--quiet');
      await git('add', '--intent-to-add', ...modules);
    },
    run: commit('--', ...modules),
    isIndexFirst: false,
  },
];

/** What is to be done in a repository, and what it comes to. */
export interface Scenario {
  readonly way: Way;
  readonly repository: TestRepository;
  readonly before: State;
  readonly after: State;
  /** How many writes an undisturbed run makes. */
  readonly writes: number;
}

export async function scenarioOf(context: TestContext, way: Way): Promise<Scenario> {
  const repository = await fixingRepository(context);
  const user = `import shared\n\n\n${clipped}\n\ndef test_shared():\n    assert shared.dest\n`;
  await repository.commit({ 'shared.py': 'dest = 1\n' });
  await repository.stage(Object.fromEntries(modules.map((name) => [name, user])));
  await repository.write({ 'test_b.py': `import os\n\n\n${user}` });
  await link(join(repository.directory, 'test_a.py'), join(repository.directory, '../other name'));
  await way.prepare(repository);
  const done = await copied(context, repository);
  const count = join(done.directory, '../count');
  const { status, stdout, stderr } = await way.run(done, { ...loaded, FAULT_COUNT: count });
  assert.equal(status, 0, stdout + stderr);
  const writes = Number(await readFile(count, 'utf8'));
  return { way, repository, before: await stateOf(repository), after: await stateOf(done), writes };
}

const loaded = { NODE_OPTIONS: `--require "${faults}"` };

/** Runs with a fault at the n-th write. */
export function faulty(
  { way }: Scenario,
  repository: TestRepository,
  fault: 'kill' | 'full' | 'once',
  at: number,
): Promise<Ended> {
  return way.run(repository, { ...loaded, FAULT: fault, FAULT_AT: String(at) });
}

/** Runs proctor with a fault at the n-th write. */
export function faultily(
  repository: TestRepository,
  words: readonly string[],
  fault: 'kill' | 'full' | 'once',
  at: number,
): Promise<Ended> {
  return proctor(...words)(repository, { ...loaded, FAULT: fault, FAULT_AT: String(at) });
}

/** Runs proctor as on a file system without hard links. */
export const withoutLinks = (repository: TestRepository, words: readonly string[]): Promise<Ended> =>
  proctor(...words)(repository, { ...loaded, FAULT: 'unlinked' });

/** Another copy of a repository; a file in it that had another name has one again. */
export async function copied(
  context: TestContext,
  { directory, at }: TestRepository,
  first = 'test_a.py',
): Promise<TestRepository> {
  const copy = join(await temporaryDirectory(context), 'repository');
  await cp(directory, copy, { recursive: true, preserveTimestamps: true });
  if ((await lstat(join(directory, first))).nlink > 1)
    await link(join(copy, first), join(copy, '../other name'));
  return at(copy);
}

export async function stateOf({ directory, git, run }: TestRepository): Promise<State> {
  const listed = (await git('ls-files', '--stage', '--', ...names)).trim().split('\n');
  const committed = await run('git', ['ls-tree', 'HEAD', '--', ...names]);
  return {
    committed: committed.stdout.trim().split('\n'),
    staged: listed.map((line) => line.split(' ')[1] ?? ''),
    files: await Promise.all(names.map((name) => readFile(join(directory, name), 'utf8'))),
  };
}

/** Each content is whole, the old one or the new; the index is all old or all new, and the first to be new. */
export function assertNothingLost({ way, before, after }: Scenario, now: State): void {
  const isOld = isSame(now.staged, before.staged);
  assert.ok(isOld || isSame(now.staged, after.staged), 'the index is half written');
  for (const [index, file] of now.files.entries()) {
    const [old = '', whole = ''] = [before.files[index], after.files[index]];
    // A file with another name is written over; what is half of it is settled by the next run.
    const isHalf = index === 0 && isTorn(Buffer.from(file), Buffer.from(old), Buffer.from(whole));
    assert.ok(file === old || file === whole || isHalf, `a file is half written: ${file}`);
  }
  if (way.isIndexFirst && isOld && !isSame(before.staged, after.staged))
    assert.deepEqual(now.files, before.files);
}

export const isSame = (some: readonly string[], others: readonly string[]) => some.join() === others.join();

/** Nothing of ours is left but the journal of the last fix, and no lock of git's. */
export async function assertNoLitter({ directory, git }: TestRepository): Promise<void> {
  assert.doesNotMatch(await git('ls-files', '--others'), /\.proctor-/);
  const left = await readdir(join(directory, '.git/proctor')).catch(() => []);
  assert.deepEqual(
    left.filter((name) => name !== 'undo'),
    [],
  );
  assert.ok(!(await readdir(join(directory, '.git'))).includes('index.lock'));
}

export async function inParallel(count: number, work: (at: number) => Promise<void>): Promise<void> {
  let next = 1;
  const worker = async () => {
    while (next <= count) await work(next++);
  };
  await Promise.all([worker(), worker(), worker()]);
}
