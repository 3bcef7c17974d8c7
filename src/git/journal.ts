import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../user-error.ts';
import { codeOf } from './working-file.ts';

/**
 * What the last fix wrote, so that it can be taken back. It is kept as `<git directory>/proctor/undo`; while a fix is
 * being written, as `undo.new` beside the one before it.
 */
export interface Journal {
  readonly version: 1;
  readonly paths: readonly JournalPath[];
  /** New contents on their way into the working tree: relative to the top level, bytes as Latin-1. */
  readonly temporaries: readonly string[];
}

export interface JournalPath {
  /** Relative to the top level, bytes as Latin-1. */
  readonly path: string;
  /** Blob ids in the index, and in the index of the commit where git had made another for it. */
  readonly entries: readonly Replaced[];
  /** Blob ids of what the file in the working tree held, byte by byte. */
  readonly file?: Replaced;
}

/** An object id, and the one that took its place. */
export interface Replaced {
  readonly before: string;
  readonly after: string;
}

export const journalDirectory = (gitDirectory: string): string => join(gitDirectory, 'proctor');
const finished = (gitDirectory: string) => join(journalDirectory(gitDirectory), 'undo');
const unfinished = (gitDirectory: string) => join(journalDirectory(gitDirectory), 'undo.new');

/** Says what is about to be written. */
export function beginJournal(gitDirectory: string, journal: Journal): void {
  const path = unfinished(gitDirectory);
  const beside = `${path}.tmp`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(beside, JSON.stringify(journal));
  renameSync(beside, path);
}

/** Makes what was begun the last fix. */
export function finishJournal(gitDirectory: string): void {
  renameSync(unfinished(gitDirectory), finished(gitDirectory));
}

/** Drops what was begun, since nothing of it was written or all of it has been taken back. */
export function dropUnfinishedJournal(gitDirectory: string): void {
  rmSync(unfinished(gitDirectory), { force: true });
}

export function dropJournal(gitDirectory: string): void {
  rmSync(finished(gitDirectory), { force: true });
}

export function lastJournal(gitDirectory: string): Journal | undefined {
  return readJournal(finished(gitDirectory));
}

/** What a fix that was killed had begun. */
export function unfinishedJournal(gitDirectory: string): Journal | undefined {
  return readJournal(unfinished(gitDirectory));
}

function readJournal(path: string): Journal | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw new UserError(`${path} cannot be read (${codeOf(error)})`, { cause: error });
  }
  const journal: unknown = JSON.parse(text);
  if (typeof journal === 'object' && journal !== null && 'version' in journal && journal.version === 1) {
    // `as`: a file of this version is what `beginJournal` wrote, whole.
    return journal as Journal;
  }
  throw new UserError(`${path} is from another version of proctor; delete it`);
}
