import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { attempt, failed, readingEnvironment, sentence, type Place } from './run.ts';

export type Discovered =
  | { readonly found: true; readonly gitDirectory: string; readonly place: Place }
  | { readonly found: false; readonly why: string };

/**
 * The git directory and the top level of the working tree that holds `cwd` (absolute).
 * Throws a UserError when git is missing, or when there is a repository that it does not trust or cannot read.
 */
export function discover(cwd: string, environment: NodeJS.ProcessEnv): Discovered {
  const reading = readingEnvironment(environment);
  if (isPlainTopLevel(cwd, reading)) {
    // GIT_DIR is left unset, so that git still checks who owns the repository (safe.directory).
    const topLevel = realpathSync(cwd);
    return {
      found: true,
      gitDirectory: join(topLevel, '.git'),
      place: { directory: topLevel, environment: reading },
    };
  }
  const told = ask({ directory: cwd, environment: reading });
  if (!told.found) return told;
  const { gitDirectory, topLevel } = fromSubdirectory(cwd, reading, told) ?? told;
  const explicit = { ...reading, GIT_DIR: gitDirectory, GIT_WORK_TREE: topLevel };
  return { found: true, gitDirectory, place: { directory: topLevel, environment: explicit } };
}

/**
 * Whether `cwd` is the top level and `cwd/.git` its git directory, without asking git: no variable points elsewhere, the
 * directory is one that git would take (is_git_directory in its setup.c), and its configuration names no other tree.
 */
function isPlainTopLevel(cwd: string, environment: NodeJS.ProcessEnv): boolean {
  const elsewhere = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_OBJECT_DIRECTORY'];
  if (elsewhere.some((name) => environment[name] !== undefined)) return false;
  const parts = ['HEAD', 'objects', 'refs', 'config'].map((part) => join(cwd, '.git', part));
  if (!parts.every((part) => existsSync(part))) return false;
  // core.worktree, core.bare, extensions.worktreeConfig. Another mention of the words only costs one call of git.
  return !/worktree|\bbare\b(?!\s*=\s*false\b)/i.test(readFileSync(join(cwd, '.git', 'config'), 'utf8'));
}

interface Told {
  readonly found: true;
  readonly gitDirectory: string;
  readonly topLevel: string;
}

function ask(place: Place): Told | { readonly found: false; readonly why: string } {
  // A path can contain a line break; `true` or `false` stands between the two.
  const words = ['rev-parse', '--absolute-git-dir', '--is-bare-repository', '--show-toplevel'];
  const finished = attempt(place, words);
  const [, gitDirectory, isBare, topLevel] =
    /^([^]+)\n(true|false)\n(?:([^]+)\n)?$/.exec(finished.stdout.toString()) ?? [];
  if (gitDirectory !== undefined && topLevel !== undefined) {
    return { found: true, gitDirectory: resolve(gitDirectory), topLevel: resolve(topLevel) };
  }
  const { directory } = place;
  if (isBare === 'true')
    return { found: false, why: `the repository of ${directory} is bare: it has no working tree` };
  if (gitDirectory !== undefined)
    return { found: false, why: `${directory} is in a git directory, not in a working tree` };
  const reason = sentence(finished.stderr);
  if (reason.startsWith('not a git repository')) {
    // Where nothing was found, git adds in parentheses how far it looked.
    return { found: false, why: `${directory} is ${reason.replace(/ \(or any .*$/, '')}` };
  }
  throw failed(place, words, finished);
}

/**
 * For a hook in a linked worktree git sets GIT_DIR but not GIT_WORK_TREE, and then takes any current directory for the
 * top level (git(1)). Where the hook has changed to a subdirectory, what git finds without GIT_DIR is right, if it is
 * the same repository.
 */
function fromSubdirectory(cwd: string, environment: NodeJS.ProcessEnv, told: Told): Told | undefined {
  const { GIT_DIR: set, GIT_WORK_TREE: workTree, ...without } = environment;
  if (set === undefined || workTree !== undefined || existsSync(join(cwd, '.git'))) return undefined;
  const walked = ask({ directory: cwd, environment: without });
  return walked.found && walked.gitDirectory === told.gitDirectory ? walked : undefined;
}
