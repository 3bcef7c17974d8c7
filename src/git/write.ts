import { join } from 'node:path';
import { UserError } from '../user-error.ts';
import { readBlobs } from './blobs.ts';
import { type IndexEntry, indexEntries } from './entries.ts';
import {
  beginJournal,
  dropUnfinishedJournal,
  finishJournal,
  type Journal,
  journalDirectory,
  type JournalPath,
  type ReplacedEntry,
  type ReplacedFile,
} from './journal.ts';
import { writeBlobs } from './objects.ts';
import type { Repository } from './repository.ts';
import { attempt, output, type Place } from './run.ts';
import { type Location, pathBelow } from './locations.ts';
import {
  codeOf,
  prepare,
  type Prepared,
  remove,
  replace,
  temporaryFor,
  type WorkingFile,
} from './working-file.ts';

/** New contents, for the index and for the working tree. */
export interface Rewrite {
  /** The index that will be committed first. */
  readonly indexes: readonly IndexRewrite[];
  readonly files: readonly FileRewrite[];
}

export interface IndexRewrite {
  readonly place: Place;
  readonly entries: readonly EntryRewrite[];
}

export interface EntryRewrite {
  /** As it was read. */
  readonly entry: IndexEntry;
  readonly content: Uint8Array;
}

export interface FileRewrite {
  /** For messages. */
  readonly path: string;
  /** Relative to the top level; undefined for a file outside the repository. */
  readonly pathBytes: Uint8Array | undefined;
  /** As it was read. */
  readonly file: WorkingFile;
  readonly content: Uint8Array;
}

/** What was written of a rewrite. */
export interface Written {
  readonly unwritten: readonly Unwritten[];
  /** What the system objected to, as a sentence; then the journal is not finished. */
  readonly fault: string | undefined;
}

/** A file that was not written although others were. */
export interface Unwritten {
  readonly path: string;
  readonly reason: string;
}

/**
 * Writes new contents into the index and the working tree without a stash. The index goes first, in one transaction: it
 * is what can be locked or have changed, and then nothing has been written. A file of the working tree is replaced by
 * one that stands ready beside it, unless it changed since it was read; those that did are returned. A kill at any
 * moment leaves each entry and file with its old content or its new one, and a journal that says what was intended.
 * What takes back a fix goes by the journal of that fix. Where the system did not let a file be written, the journal
 * stays unfinished, for `settle`.
 *
 * Throws a UserError when nothing was written.
 */
export function write(repository: Repository, { indexes, files }: Rewrite, takingBack?: Journal): Written {
  const { gitDirectory, topLevel } = repository;
  const temporaries = files.map(temporaryFor);
  const ready = beforehand(
    () => {
      const ids = storedEntries(repository, indexes);
      const paths = takingBack?.paths ?? replacedPaths(repository.place, ids, files);
      const names = temporaries.flatMap((temporary) =>
        temporary === undefined ? [] : asLatin1(pathBelow(topLevel, temporary)),
      );
      beginJournal(gitDirectory, { version: 2, paths, temporaries: names });
      const prepared = files.map((file, index) => prepare(file, temporaries[index]));
      for (const index of indexes) assertUnchanged(index);
      const [first] = indexes;
      if (first !== undefined) updateIndex(first, ids);
      return { ids, prepared };
    },
    () => {
      removeAll(temporaries);
      if (takingBack === undefined) dropUnfinishedJournal(gitDirectory);
    },
  );
  const afterwards = indexes.slice(1).flatMap((index) => failureOfIndex(index, ready.ids));
  const { unwritten: left, fault } = replaced(files, ready.prepared);
  const unwritten = [...afterwards, ...left];
  if (fault !== undefined) return { unwritten, fault };
  const end = takingBack === undefined ? finishJournal : dropUnfinishedJournal;
  return { unwritten: [...unwritten, ...failureOfJournal(gitDirectory, end)], fault };
}

/** Writes files that are in no repository; as `write`, but without a journal. */
export function writeLooseFiles(files: readonly FileRewrite[]): readonly Unwritten[] {
  const temporaries = files.map(temporaryFor);
  const prepared = beforehand(
    () => files.map((file, index) => prepare(file, temporaries[index])),
    () => removeAll(temporaries),
  );
  return replaced(files, prepared).unwritten;
}

/** What can fail while nothing has been written yet. */
function beforehand<Value>(work: () => Value, cleanUp: () => void): Value {
  try {
    return work();
  } catch (error) {
    cleanUp();
    if (error instanceof UserError)
      throw new UserError(`${error.message}; nothing was changed`, { cause: error });
    const code = codeOf(error);
    if (code === undefined) throw error;
    const path = error instanceof Error && 'path' in error ? String(error.path) : 'the new text';
    throw new UserError(`${path} cannot be written (${code}); nothing was changed`, { cause: error });
  }
}

function removeAll(temporaries: readonly (Location | undefined)[]): void {
  for (const temporary of temporaries) if (temporary !== undefined) remove(temporary);
}

/** Puts the new contents of the index into the object store. */
function storedEntries(
  { place, gitDirectory }: Repository,
  indexes: readonly IndexRewrite[],
): ReadonlyMap<EntryRewrite, string> {
  const entries = indexes.flatMap((index) => index.entries);
  const blobs = writeBlobs(
    place,
    join(journalDirectory(gitDirectory), 'contents'),
    entries.map(({ content }) => content),
  );
  return new Map(entries.map((entry, index) => [entry, blobs[index] ?? '']));
}

function replacedPaths(
  place: Place,
  ids: ReadonlyMap<EntryRewrite, string>,
  files: readonly FileRewrite[],
): readonly JournalPath[] {
  const contentOf = readBlobs(
    place,
    Array.from(ids, ([{ entry }]) => entry.blob),
  );
  const paths = new Map<string, { readonly entries: ReplacedEntry[]; file?: ReplacedFile }>();
  const pathOf = (bytes: Uint8Array) => {
    const key = asLatin1(bytes);
    const known = paths.get(key) ?? { entries: [] };
    paths.set(key, known);
    return known;
  };
  for (const [{ entry }, after] of ids) {
    const content = asLatin1(contentOf(entry.blob, entry.path));
    pathOf(entry.pathBytes).entries.push({ before: entry.blob, after, content });
  }
  for (const { pathBytes, file, content } of files) {
    if (pathBytes !== undefined)
      pathOf(pathBytes).file = { before: asLatin1(file.bytes), after: asLatin1(content) };
  }
  return Array.from(paths, ([path, replaced]) => ({ path, ...replaced }));
}

const asLatin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

function assertUnchanged({ place, entries }: IndexRewrite): void {
  const now = new Map(indexEntries(place).map((entry) => [entry.path, entry]));
  for (const { entry } of entries) {
    const { blob, mode, stage } = now.get(entry.path) ?? {};
    if (blob !== entry.blob || mode !== entry.mode || stage !== entry.stage) {
      throw new UserError(`${entry.path} changed in the index while it was being fixed`);
    }
  }
}

/** Gives entries their new blobs, all of them or none. */
function updateIndex({ place, entries }: IndexRewrite, ids: ReadonlyMap<EntryRewrite, string>): void {
  if (entries.length === 0) return;
  const lines = entries.map((rewrite) => {
    const { mode, pathBytes } = rewrite.entry;
    return Buffer.concat([Buffer.from(`${mode} ${ids.get(rewrite)} 0\t`), pathBytes, NUL]);
  });
  try {
    output(place, [...UPDATE_INDEX, '-z', '--index-info'], Buffer.concat(lines));
  } catch (error) {
    // A process that is killed at its very end has done its work.
    if (!(error instanceof UserError) || !isUpdated({ place, entries }, ids)) throw error;
  }
  // A new entry has none of the bits of the old one (git-update-index(1)).
  keepBits(
    place,
    '--skip-worktree',
    entries.filter(({ entry }) => entry.isSkipWorktree),
  );
  keepBits(
    place,
    '--assume-unchanged',
    entries.filter(({ entry }) => entry.isAssumedUnchanged),
  );
}

// In a sparse index git (2.39) puts an entry beside the folder that stands for it, which leaves the index corrupt.
const UPDATE_INDEX = ['-c', 'index.sparse=false', 'update-index'];

const NUL = Buffer.from([0]);

function isUpdated({ place, entries }: IndexRewrite, ids: ReadonlyMap<EntryRewrite, string>): boolean {
  const now = new Map(indexEntries(place).map(({ path, blob }) => [path, blob]));
  return entries.every((rewrite) => now.get(rewrite.entry.path) === ids.get(rewrite));
}

function keepBits(place: Place, bit: string, entries: readonly EntryRewrite[]): void {
  if (entries.length === 0) return;
  const paths = entries.map(({ entry }) => Buffer.concat([entry.pathBytes, NUL]));
  attempt(place, [...UPDATE_INDEX, bit, '-z', '--stdin'], Buffer.concat(paths));
}

/** Does to the index that git keeps for after the commit what was done to the one that it commits. */
function failureOfIndex(index: IndexRewrite, ids: ReadonlyMap<EntryRewrite, string>): readonly Unwritten[] {
  try {
    updateIndex(index, ids);
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return index.entries.map(({ entry }) => ({
      path: entry.path,
      reason: `fixed in this commit, but not in the index after it (${error.message}); run git add`,
    }));
  }
}

function replaced(files: readonly FileRewrite[], prepared: readonly Prepared[]): Written {
  const unwritten: Unwritten[] = [];
  let fault: string | undefined;
  for (const [index, replacement] of prepared.entries()) {
    const unreplaced = replace(replacement);
    if (unreplaced === undefined) continue;
    if (replacement.temporary !== undefined) remove(replacement.temporary);
    const path = files[index]?.path ?? '';
    unwritten.push({ path, reason: unreplaced.reason });
    if (unreplaced.fault !== undefined) fault ??= `${path} ${unreplaced.fault}`;
  }
  return { unwritten, fault };
}

function failureOfJournal(gitDirectory: string, end: (gitDirectory: string) => void): readonly Unwritten[] {
  try {
    end(gitDirectory);
    return [];
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return [
      {
        path: journalDirectory(gitDirectory),
        reason: `cannot be written (${codeOf(error)}); the next run may take this back`,
      },
    ];
  }
}
