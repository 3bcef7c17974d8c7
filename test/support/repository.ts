import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  readlink,
  realpath,
  rm,
  writeFile,
} from 'node:fs/promises';
import { constants, devNull, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { TestContext } from 'node:test';

export interface Ended {
  /** The exit status; that of a shell, 128 and the signal, when a signal ended it. */
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A real repository in a temporary directory, seen from one of its directories; removed after the test. */
export interface TestRepository {
  /** Absolute, with no symbolic link in it. */
  readonly directory: string;
  /** That of every process run here: none of the developer's settings, an identity, an empty home. */
  readonly environment: NodeJS.ProcessEnv;
  /** What git prints. Rejects with what it prints to stderr when it fails. */
  readonly git: (...words: string[]) => Promise<string>;
  /** Runs any program to its end, with variables added to the environment; never rejects for its exit status. */
  readonly run: (program: string, words: readonly string[], variables?: NodeJS.ProcessEnv) => Promise<Ended>;
  /** Writes files, by path relative to the directory. */
  readonly write: (files: Files) => Promise<void>;
  /** Writes files and adds them to the index. */
  readonly stage: (files: Files) => Promise<void>;
  /** Writes files, adds them to the index and commits all that is staged, without running hooks. */
  readonly commit: (files: Files) => Promise<void>;
  /** Writes an executable hook. */
  readonly hook: (name: string, script: string) => Promise<void>;
  /** The same repository seen from another directory, absolute or relative to this one. */
  readonly at: (directory: string) => TestRepository;
  /** Every file below the directory, `.git` included, with its kind, mode and a digest of what it holds. */
  readonly snapshot: () => Promise<ReadonlyMap<string, string>>;
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** An empty repository on branch `main`; `options` are those of `git init`. */
export async function temporaryRepository(test: TestContext, ...options: string[]): Promise<TestRepository> {
  const root = await temporaryDirectory(test);
  const directory = join(root, 'repository');
  await Promise.all([mkdir(directory), mkdir(join(root, 'home'))]);
  const repository = repositoryAt(directory, isolatedEnvironment(join(root, 'home')));
  await repository.git('init', '--quiet', '--template=', '--initial-branch=main', ...options);
  return repository;
}

/** A directory that is removed after the test; with no symbolic link in its path. */
export async function temporaryDirectory(test: TestContext): Promise<string> {
  const directory = await mkdtemp(join(await realpath(tmpdir()), 'proctor-'));
  test.after(() => rm(directory, { recursive: true, force: true, maxRetries: 3 }));
  return directory;
}

/** Made anew, since git sets variables for the hooks in which these tests may run. */
export function isolatedEnvironment(home: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: home,
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'ada@example.org',
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@example.org',
  };
}

function repositoryAt(directory: string, environment: NodeJS.ProcessEnv): TestRepository {
  const run: TestRepository['run'] = (program, words, variables = {}) =>
    ended(program, words, directory, { ...environment, ...variables });

  async function git(...words: string[]): Promise<string> {
    const { status, stdout, stderr } = await run('git', words);
    if (status !== 0) throw new Error(`git ${words.join(' ')} exited with ${status}: ${stderr}`);
    return stdout;
  }

  async function write(files: Files): Promise<void> {
    for (const [path, content] of Object.entries(files)) {
      const file = join(directory, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  }

  async function stage(files: Files): Promise<void> {
    await write(files);
    if (Object.keys(files).length > 0) await git('add', '--', ...Object.keys(files));
  }

  async function commit(files: Files): Promise<void> {
    await stage(files);
    await git('commit', '--quiet', '--no-verify', '--allow-empty', '--message=Work');
  }

  async function hook(name: string, script: string): Promise<void> {
    const file = resolve(directory, (await git('rev-parse', '--git-path', `hooks/${name}`)).trim());
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, script);
    await chmod(file, 0o755);
  }

  const at = (other: string): TestRepository => repositoryAt(resolve(directory, other), environment);

  return {
    directory,
    environment,
    git,
    run,
    write,
    stage,
    commit,
    hook,
    at,
    snapshot: () => snapshot(directory),
  };
}

function ended(
  program: string,
  words: readonly string[],
  directory: string,
  environment: NodeJS.ProcessEnv,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const options = { cwd: directory, env: environment, maxBuffer: Infinity };
    const child = execFile(program, words, options, (error, stdout, stderr) => {
      const status = child.exitCode ?? (child.signalCode && 128 + constants.signals[child.signalCode]);
      if (status === null) reject(new Error(`${program} could not be started`, { cause: error }));
      else resolve({ status, stdout, stderr });
    });
    child.stdin?.end();
  });
}

async function snapshot(directory: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(files.toSorted().map(async (file) => [file, await fingerprint(file)] as const)),
  );
}

async function fingerprint(file: string): Promise<string> {
  const stats = await lstat(file);
  const content = stats.isSymbolicLink() ? await readlink(file) : await readFile(file);
  return `${stats.mode.toString(8)} ${createHash('sha256').update(content).digest('hex')}`;
}
