import { UserError } from '../user-error.ts';
import { indexedBlobs, readBlobs } from './blobs.ts';
import { changes, removals } from './changes.ts';
import { discover } from './discover.ts';
import type { Place } from './run.ts';
import { mergeBaseSides, parentSides, type Since } from './sides.ts';

export type { Since } from './sides.ts';

/** A regular file that the next commit holds with another content than the commits it is compared with. */
export interface ChangedFile {
  /** Relative to the top level, `/` between its parts, decoded as UTF-8; other bytes as git quotes them (`\377`). */
  readonly path: string;
  readonly pathBytes: Uint8Array;
  /** Object id of the content. */
  readonly blob: string;
  /** `100644` or `100755`. */
  readonly mode: string;
  /** As the index or the commit `Since.to` stores it: after clean filters and line-ending conversion. */
  readonly content: Uint8Array;
  /** The same file in each base that has it, under its old path where it was moved; empty where it is new. */
  readonly bases: readonly Uint8Array[];
}

/**
 * A repository with a working tree. Nothing in it is ever written.
 *
 * Without `since`, the index is compared with the parents that the next commit will have: HEAD (nothing, before the
 * first commit), and in a merge every head that is merged. `git commit --amend` does not tell its hooks that it amends
 * (githooks(5)), so an amended commit is compared with the commit that it replaces.
 *
 * The methods throw a UserError when git is missing or fails, or when `since` names no commit or none with a base.
 * In a partial clone git fetches an old text that is missing, as it does for `git diff`.
 */
export interface Repository {
  /** Absolute. */
  readonly topLevel: string;
  /** Absolute; a linked worktree has its own. */
  readonly gitDirectory: string;
  /** How git is called here: in the top level, with an environment made for reading. */
  readonly place: Place;

  /**
   * The Python files whose content in the index (or in `since.to`) is that of none of their bases, accepted by path.
   * Symbolic links, submodules, and entries that are deleted, unmerged or only intended to be added are passed over.
   */
  readonly changed: (accepts: (path: string) => boolean, since: Since | undefined) => ChangedFile[];

  /** The Python files that the change removes, accepted by path, each with what it held. A merge removes none. */
  readonly removed: (accepts: (path: string) => boolean, since: Since | undefined) => RemovedFile[];

  /**
   * The bases of files that are read from the working tree, by path relative to the top level.
   * Without `since`, only files with a staged change have an entry. With it every path has one, which is empty for a
   * file that is new since then; `since.to` then only chooses the merge base.
   */
  readonly bases: (
    paths: readonly string[],
    since: Since | undefined,
  ) => ReadonlyMap<string, readonly Uint8Array[]>;
}

/** A file that the next commit does not hold any more. */
export interface RemovedFile {
  readonly path: string;
  readonly content: Uint8Array;
}

export type Found =
  | { readonly found: true; readonly repository: Repository }
  | { readonly found: false; readonly why: string };

/**
 * The repository whose working tree holds `cwd` (absolute). `environment` is that of the process, in a hook with what git
 * put there. Throws a UserError when there is a repository that git does not trust or cannot read.
 */
export function findRepository(cwd: string, environment: NodeJS.ProcessEnv): Found {
  const discovered = discover(cwd, environment);
  if (!discovered.found) return discovered;
  const { gitDirectory, place } = discovered;
  const repository: Repository = {
    topLevel: place.directory,
    gitDirectory,
    place,
    changed: (accepts, since) => changed(repository, accepts, since),
    removed: (accepts, since) => removed(repository, accepts, since),
    bases: (paths, since) => bases(repository, paths, since),
  };
  return { found: true, repository };
}

/** As `findRepository`, for a caller that cannot do without. Throws a UserError where there is none. */
export function openRepository(cwd: string, environment: NodeJS.ProcessEnv): Repository {
  const answer = findRepository(cwd, environment);
  if (answer.found) return answer.repository;
  throw new UserError(`git: ${answer.why}`);
}

function changed(
  { place, gitDirectory }: Repository,
  accepts: (path: string) => boolean,
  since: Since | undefined,
): ChangedFile[] {
  const sides = sidesOf(place, gitDirectory, since);
  // A text that a base has already brings nothing new: a file moved as it is, one side of a merge taken whole.
  const introduced = changes(place, sides, python).filter(
    ({ path, blob, bases }) => !bases.includes(blob) && accepts(path),
  );
  const contentOf = readBlobs(
    place,
    introduced.flatMap(({ blob, bases }) => [blob, ...bases]),
  );
  return introduced.map(({ path, pathBytes, blob, mode, bases }) => ({
    path,
    pathBytes,
    blob,
    mode,
    content: contentOf(blob, path),
    bases: bases.map((base) => contentOf(base, path)),
  }));
}

function removed(
  { place, gitDirectory }: Repository,
  accepts: (path: string) => boolean,
  since: Since | undefined,
): RemovedFile[] {
  const [side, ...others] = sidesOf(place, gitDirectory, since);
  if (side === undefined || others.length > 0) return [];
  const files = removals(place, side, python).filter(({ path }) => accepts(path));
  const contentOf = readBlobs(
    place,
    files.map(({ blob }) => blob),
  );
  return files.map(({ path, blob }) => ({ path, content: contentOf(blob, path) }));
}

const sidesOf = (place: Place, gitDirectory: string, since: Since | undefined) =>
  since === undefined ? parentSides(gitDirectory) : mergeBaseSides(place, gitDirectory, since, since.to);

function bases(
  { place, gitDirectory }: Repository,
  paths: readonly string[],
  since: Since | undefined,
): ReadonlyMap<string, readonly Uint8Array[]> {
  const sides =
    since === undefined ? parentSides(gitDirectory) : mergeBaseSides(place, gitDirectory, since, undefined);
  const pathspec = paths.every((path) => path.endsWith('.py')) ? python : [];
  const changed = new Map(changes(place, sides, pathspec).map(({ path, bases }) => [path, bases]));
  // What has not changed since the merge base stands in the index as it stood there; what is not in the index is new.
  const index = since === undefined ? undefined : indexedBlobs(place);
  const blobs = paths.flatMap((path) => {
    const old = changed.get(path) ?? index?.get(path) ?? (since && []);
    return old === undefined ? [] : [{ path, old }];
  });
  const contentOf = readBlobs(
    place,
    blobs.flatMap(({ old }) => old),
  );
  return new Map(blobs.map(({ path, old }) => [path, old.map((blob) => contentOf(blob, path))]));
}

// Test modules are Python files whatever pattern their names have; among fewer files git pairs renames faster.
const python = ['*.py'];
