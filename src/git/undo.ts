import { type IndexEntry, indexEntries, indexPlaces } from './entries.ts';
import {
  dropJournal,
  dropUnfinishedJournal,
  finishJournal,
  journalDirectory,
  type Journal,
  lastJournal,
  type ReplacedEntry,
  unfinishedJournal,
} from './journal.ts';
import { pathText } from './path-text.ts';
import type { Repository } from './repository.ts';
import type { Place } from './run.ts';
import { locationOf } from './locations.ts';
import { findFile, isTorn, remove, type WorkingFile } from './working-file.ts';
import { UserError } from '../user-error.ts';
import { type EntryRewrite, type Rewrite, type Unwritten, write } from './write.ts';

/** Where a content stands: the fix's, one that a killed process left half written, the one before, or another. */
type State = 'written' | 'torn' | 'as it was' | 'changed since';

/** What became of one path; `index` and `file` are undefined where the fix had not touched them. */
export interface Undone {
  readonly path: string;
  readonly index: Fate | undefined;
  readonly file: Fate | undefined;
}

/** A content was put back, was the old one already, is one that the fix did not write and stays, or could not be put back. */
export type Fate = 'restored' | 'as it was' | 'changed since' | 'not restored';

export interface UndoneFix {
  readonly paths: readonly Undone[];
  readonly unwritten: readonly Unwritten[];
}

/**
 * Writes as `write` does, and takes everything back when the system does not let a file be written. Where that fails as
 * well, the next run does it. Throws a UserError when nothing was written, or all was taken back.
 */
export function writeOrTakeBack(repository: Repository, rewrite: Rewrite): readonly Unwritten[] {
  const { unwritten, fault } = write(repository, rewrite);
  if (fault === undefined) return unwritten;
  let settled: UndoneFix | undefined;
  try {
    settled = settle(repository);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const reason = `${error.message}; what was written will be taken back by the next run of proctor`;
    return [...unwritten, { path: journalDirectory(repository.gitDirectory), reason }];
  }
  if (settled !== undefined && settled.unwritten.length > 0) return settled.unwritten;
  throw new UserError(`${fault}; nothing was changed`);
}

/**
 * Takes back the last fix in the index and the working tree, where what it wrote still stands; what could not be written
 * is taken back by the next run. Undefined when there is none. Throws a UserError when nothing was written.
 */
export function undo(repository: Repository): UndoneFix | undefined {
  const { gitDirectory } = repository;
  const journal = lastJournal(gitDirectory);
  if (journal === undefined) return undefined;
  const undone = takenBack(repository, journal, standingsOf(repository, journal));
  if (undone.unwritten.length === 0) dropJournal(gitDirectory);
  return undone;
}

/**
 * Settles a fix, or the undoing of one, that was killed while it was being written: takes back what was written, unless
 * that is all of it. Undefined when there is nothing to take back. Throws a UserError when nothing was written.
 */
export function settle(repository: Repository): UndoneFix | undefined {
  const { gitDirectory, topLevel } = repository;
  const journal = unfinishedJournal(gitDirectory);
  if (journal === undefined) return undefined;
  for (const temporary of journal.temporaries) remove(locationOf(topLevel, Buffer.from(temporary, 'latin1')));
  const standings = standingsOf(repository, journal);
  const states = standings.flatMap(({ index, file }) => [index, file?.state]);
  if (states.every((state) => state === undefined || state === 'written')) {
    finishJournal(gitDirectory);
    return undefined;
  }
  if (!states.includes('written') && !states.includes('torn')) {
    dropUnfinishedJournal(gitDirectory);
    return undefined;
  }
  // When it is an undoing that was killed, the fix that it took back is still the last one.
  const isUndoing = isSameFix(journal, lastJournal(gitDirectory));
  const undone = takenBack(repository, journal, standings);
  if (isUndoing && undone.unwritten.length === 0) dropJournal(gitDirectory);
  return undone;
}

function isSameFix({ paths }: Journal, other: Journal | undefined): boolean {
  return JSON.stringify(paths) === JSON.stringify(other?.paths);
}

/** A path of the journal, and what it holds now. */
interface Standing {
  readonly path: string;
  readonly pathBytes: Uint8Array;
  readonly index: State | undefined;
  readonly file: FileStanding | undefined;
}

interface FileStanding {
  readonly state: State;
  readonly file: WorkingFile | undefined;
  readonly before: Uint8Array;
}

function standingsOf({ place, topLevel }: Repository, journal: Journal): readonly Standing[] {
  const index = new Map(
    indexEntries(place).map((entry) => [Buffer.from(entry.pathBytes).toString('latin1'), entry]),
  );
  return journal.paths.map(({ path: latin1, entries, file: replaced }): Standing => {
    const pathBytes = Buffer.from(latin1, 'latin1');
    const path = pathText(pathBytes);
    const found = findFile(topLevel, locationOf(topLevel, pathBytes));
    const file = found.kind === 'regular' ? found.file : undefined;
    return {
      path,
      pathBytes,
      index: entries.length === 0 ? undefined : entryState(index.get(latin1), entries),
      file: replaced && fileStanding(file, bytesOf(replaced.before), bytesOf(replaced.after)),
    };
  });
}

const bytesOf = (latin1: string): Uint8Array => Buffer.from(latin1, 'latin1');

function fileStanding(file: WorkingFile | undefined, before: Uint8Array, after: Uint8Array): FileStanding {
  return { state: stateOf(file, before, after), file, before };
}

function entryState(entry: IndexEntry | undefined, replaced: readonly ReplacedEntry[]): State {
  if (replaced.some(({ after }) => after === entry?.blob)) return 'written';
  return replaced.some(({ before }) => before === entry?.blob) ? 'as it was' : 'changed since';
}

function stateOf(file: WorkingFile | undefined, before: Uint8Array, after: Uint8Array): State {
  if (file === undefined) return 'changed since';
  const bytes = Buffer.from(file.bytes);
  if (bytes.equals(after)) return 'written';
  if (bytes.equals(before)) return 'as it was';
  return isTorn(bytes, before, after) ? 'torn' : 'changed since';
}

function takenBack(repository: Repository, journal: Journal, standings: readonly Standing[]): UndoneFix {
  const indexes = indexPlaces(repository).map((place) => ({ place, entries: oldEntries(place, journal) }));
  const files = standings.flatMap(({ path, pathBytes, file }) =>
    file?.file === undefined || !isOurs(file.state)
      ? []
      : { path, pathBytes, file: file.file, content: file.before },
  );
  const { unwritten } = write(repository, { indexes, files }, journal);
  const left = new Set(unwritten.map(({ path }) => path));
  const paths = standings.map(({ path, index, file }) => ({
    path,
    index: index && fateOf(index),
    file: file && (isOurs(file.state) && left.has(path) ? 'not restored' : fateOf(file.state)),
  }));
  return { paths, unwritten };
}

/** The entries of an index that still have what the fix wrote, with their old contents. */
function oldEntries(place: Place, { paths }: Journal): readonly EntryRewrite[] {
  const replaced = new Map(paths.map(({ path, entries }) => [path, entries]));
  return indexEntries(place).flatMap((entry) => {
    const entries = replaced.get(Buffer.from(entry.pathBytes).toString('latin1')) ?? [];
    const written = entries.find(({ after }) => after === entry.blob);
    return written === undefined ? [] : { entry, content: bytesOf(written.content) };
  });
}

const isOurs = (state: State) => state === 'written' || state === 'torn';

function fateOf(state: State): Fate {
  return state === 'written' || state === 'torn' ? 'restored' : state;
}
