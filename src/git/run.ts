import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { UserError } from '../user-error.ts';

/** Where git runs, and with which environment. */
export interface Place {
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
}

export interface Finished {
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

// Settings of the caller that change what a pathspec means or what `git diff` runs (git(1), "Environment Variables").
const ignored = [
  'GIT_LITERAL_PATHSPECS',
  'GIT_GLOB_PATHSPECS',
  'GIT_NOGLOB_PATHSPECS',
  'GIT_ICASE_PATHSPECS',
  'GIT_EXTERNAL_DIFF',
  'GIT_DIFF_OPTS',
];

/** The environment for git calls that only read: no optional writes, English messages, none of the caller's traps. */
export function readingEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const reading: NodeJS.ProcessEnv = { ...environment, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
  for (const name of ignored) delete reading[name];
  return reading;
}

/**
 * Runs `git …words` to its end, whatever its exit status.
 * Throws a UserError when git is not there to run or was killed.
 */
export function attempt(place: Place, words: readonly string[], input?: Uint8Array): Finished {
  // An empty core.fsmonitor is "off" for every version of git; `git diff --cached` would otherwise run the monitor.
  const { error, status, signal, stdout, stderr } = spawnSync('git', ['-c', 'core.fsmonitor=', ...words], {
    cwd: place.directory,
    env: place.environment,
    input,
    maxBuffer: Infinity,
    windowsHide: true,
  });
  if (error !== undefined) throw notStarted(error, place, words);
  if (status === null) throw new UserError(`git ${commandOf(words)}: killed by ${signal}`);
  return { status, stdout, stderr: stderr.toString() };
}

/** What `git …words` prints. Throws a UserError with git's own sentence when it fails. */
export function output(place: Place, words: readonly string[], input?: Uint8Array): Buffer {
  const finished = attempt(place, words, input);
  if (finished.status === 0) return finished.stdout;
  throw failed(place, words, finished);
}

/** The UserError for a git command that ended with a status which it has only when it fails. */
export function failed(place: Place, words: readonly string[], { stderr }: Finished): UserError {
  // `git diff` takes a repository that it does not trust for none at all and complains about its options instead.
  const repository = attempt(place, ['rev-parse', '--git-dir']);
  if (repository.status !== 0) return new UserError(`git: ${sentence(repository.stderr)}`);
  return new UserError(`git ${commandOf(words)}: ${sentence(stderr)}`);
}

/** The one line of what git wrote to stderr that says why it stopped. */
export function sentence(stderr: string): string {
  const lines = stderr
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const fatal =
    lines.find((line) => line.startsWith('fatal: ')) ?? lines.find((line) => line.startsWith('error: '));
  const reason = (fatal ?? lines.at(-1) ?? 'failed without a message').replace(/^(?:fatal|error): /, '');
  const remedy = lines.find((line) => line.startsWith('git config --global --add safe.directory '));
  return remedy === undefined ? reason : `${reason}; to trust it: ${remedy}`;
}

function notStarted(error: Error, { directory }: Place, words: readonly string[]): Error {
  const missing = 'code' in error && error.code === 'ENOENT';
  if (!missing) return new Error(`git ${commandOf(words)} could not be started`, { cause: error });
  // A missing current directory is reported as ENOENT too.
  if (!existsSync(directory)) return new UserError(`git: the directory ${directory} does not exist`);
  return new UserError('git was not found on PATH; install it or add it to PATH');
}

/** The git command among words that may begin with settings, `-c NAME=VALUE`. */
function commandOf(words: readonly string[]): string {
  return words.find((word, index) => word !== '-c' && words[index - 1] !== '-c') ?? '';
}
