import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../user-error.ts';
import { codeOf } from './working-file.ts';

/**
 * What the last fix wrote, so that it can be taken back. It is kept as `<git directory>/proctor/undo`; while a fix is
 * being written, as `undo.new` beside the one before it. It holds the old texts itself: nothing in the repository names
 * their blobs any more, so that `git gc` may remove them, and a ref that did would be one more in the list of refs.
 */
export interface Journal {
  readonly version: 2;
  readonly paths: readonly JournalPath[];
  /** New contents on their way into the working tree: relative to the top level, bytes as Latin-1. */
  readonly temporaries: readonly string[];
}

export interface JournalPath {
  /** Relative to the top level, bytes as Latin-1. */
  readonly path: string;
  /** In the index, and in the index of the commit where git had made another for it. */
  readonly entries: readonly ReplacedEntry[];
  /** What the file in the working tree held and holds: bytes as Latin-1. */
  readonly file?: ReplacedFile;
}

export interface ReplacedEntry {
  /** Blob ids. */
  readonly before: string;
  readonly after: string;
  /** The old content: bytes as Latin-1. */
  readonly content: string;
}

export interface ReplacedFile {
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
  const journal = parsed(text);
  if (typeof journal === 'object' && journal !== null && 'version' in journal && journal.version === 2) {
    // `as`: a file of this version is what `beginJournal` wrote, whole.
    return journal as Journal;
  }
  throw new UserError(`${path} is damaged or from another version of proctor; delete it`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
