import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { UserError } from '../user-error.ts';
import type { Repository } from './repository.ts';
import { sentence, type Place } from './run.ts';

/** What the hook runs: the absolute paths of Node.js and of the program, whose package also holds `hooks/pre-commit`. */
export interface Runs {
  readonly node: string;
  readonly program: string;
}

export type Installed =
  | { readonly did: 'created' | 'updated'; readonly hook: string }
  /** `previous` is where the hook that stood there is now; ours runs it first. */
  | { readonly did: 'chained'; readonly hook: string; readonly previous: string };

export type Uninstalled =
  | { readonly did: 'removed' | 'restored'; readonly hook: string }
  /** Nothing was done: there is no pre-commit hook, or it is not ours. */
  | { readonly did: 'nothing'; readonly hook: string; readonly found: 'absent' | 'foreign' };

// The line in hooks/pre-commit by which we know our own.
const marker = '# proctor pre-commit hook';

/**
 * Writes the pre-commit hook. One that stands there is kept beside it and run first. Throws a UserError where
 * core.hooksPath leads elsewhere, unless `force` is set, and where a hook has been put aside already.
 */
export async function installHook(repository: Repository, runs: Runs, force: boolean): Promise<Installed> {
  const { directory, isElsewhere } = await hooksDirectory(repository.place);
  if (isElsewhere && !force) {
    throw new UserError(
      `install: core.hooksPath is set to ${directory}; call proctor from its pre-commit, or use --force`,
    );
  }
  return onDisk(() => installIn(directory, runs));
}

/** Removes our pre-commit hook and puts the one that stood there before back in its place. */
export async function uninstallHook(repository: Repository): Promise<Uninstalled> {
  const { directory } = await hooksDirectory(repository.place);
  return onDisk(() => uninstallFrom(directory));
}

function installIn(directory: string, runs: Runs): Installed {
  const { hook, previous } = pathsIn(directory);
  const found = ownerOf(hook);
  if (found === 'foreign' && exists(previous)) {
    throw new UserError(`install: ${previous} is in the way; delete it or move it back to pre-commit`);
  }
  const script = scriptFor(runs);
  mkdirSync(directory, { recursive: true });
  const written = writeBeside(hook, script);
  if (found === 'foreign') renameSync(hook, previous);
  renameSync(written, hook);
  if (found === 'foreign') return { did: 'chained', hook, previous };
  return { did: found === 'absent' ? 'created' : 'updated', hook };
}

function uninstallFrom(directory: string): Uninstalled {
  const { hook, previous } = pathsIn(directory);
  const found = ownerOf(hook);
  if (found !== 'proctor') return { did: 'nothing', hook, found };
  if (exists(previous)) {
    renameSync(previous, hook);
    return { did: 'restored', hook };
  }
  rmSync(hook);
  return { did: 'removed', hook };
}

const pathsIn = (directory: string) => ({
  hook: join(directory, 'pre-commit'),
  previous: join(directory, 'pre-commit.before-proctor'),
});

/** Where git looks for hooks, and whether core.hooksPath makes that another place than the repository's own. */
async function hooksDirectory(
  place: Place,
): Promise<{ readonly directory: string; readonly isElsewhere: boolean }> {
  const { simpleGit } = await import('simple-git');
  // simple-git refuses variables that could make git run a program; those that say where things are will do.
  const environment = Object.entries(place.environment).filter(
    ([name]) => places.includes(name) || !/^GIT_|^(?:EDITOR|PAGER|SSH_ASKPASS|VISUAL|PREFIX)$/i.test(name),
  );
  const git = simpleGit({
    baseDir: place.directory,
    allowEnvironment: places,
    unsafe: { allowUnsafeConfigPaths: true },
    completion: { onClose: true, onExit: false },
  }).env(Object.fromEntries(environment));
  const absolute = async (...words: string[]): Promise<string> =>
    resolve(place.directory, (await git.raw('rev-parse', ...words)).replace(/\n$/, ''));
  try {
    const directory = await absolute('--git-path', 'hooks');
    return { directory, isElsewhere: directory !== join(await absolute('--git-common-dir'), 'hooks') };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`git rev-parse: ${sentence(reason)}`, { cause });
  }
}

const places = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_SYSTEM',
  'GIT_CONFIG_NOSYSTEM',
];

/** Whether a path is taken, be it by a symbolic link that leads nowhere. */
const exists = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

function ownerOf(hook: string): 'absent' | 'proctor' | 'foreign' {
  if (!exists(hook)) return 'absent';
  const isOurs = existsSync(hook) && readFileSync(hook, 'utf8').split(/\r?\n/).includes(marker);
  return isOurs ? 'proctor' : 'foreign';
}

function scriptFor({ node, program }: Runs): string {
  const template = join(dirname(realpathSync(program)), '..', 'hooks', 'pre-commit');
  return readFileSync(template, 'utf8')
    .replaceAll('\r\n', '\n')
    .replace("node=''", () => `node=${quotedForShell(node)}`)
    .replace("program=''", () => `program=${quotedForShell(realpathSync(program))}`);
}

/** A path as one word of sh; on Windows with `/`, as its sh wants it. */
const quotedForShell = (path: string): string =>
  `'${path.replaceAll(sep, '/').replaceAll("'", String.raw`'\''`)}'`;

/** Writes an executable file beside `path`, to be renamed to it: nobody then sees half a hook, or none. */
function writeBeside(path: string, text: string): string {
  const beside = `${path}.new`;
  writeFileSync(beside, text);
  // The mode given to writeFileSync would be cut down by the umask.
  chmodSync(beside, 0o755);
  return beside;
}

/** What `act` returns; an error of the file system, such as a directory that cannot be written, becomes a UserError. */
function onDisk<Outcome>(act: () => Outcome): Outcome {
  try {
    return act();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause)
      throw new UserError(`install: ${cause.message}`, { cause });
    throw cause;
  }
}
