import { randomBytes } from 'node:crypto';
import {
  type BigIntStats,
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { besideOf, foldersBetween, type Location } from './locations.ts';

/** A regular file as it was read. */
export interface WorkingFile {
  readonly location: Location;
  readonly seen: BigIntStats;
  readonly bytes: Uint8Array;
}

export type FoundFile =
  | { readonly kind: 'regular'; readonly file: WorkingFile }
  /** A symbolic link: what it leads to can be read, but not be written by this name. */
  | { readonly kind: 'link' }
  | { readonly kind: 'absent' };

/**
 * Reads a file of the working tree. Below `topLevel` its path may not lead through symbolic links; where that is
 * undefined it may.
 */
export function findFile(topLevel: string | undefined, location: Location): FoundFile {
  const seen = statusOf(location);
  if (seen === undefined) return { kind: 'absent' };
  if (seen.isSymbolicLink()) return { kind: 'link' };
  if (topLevel !== undefined && hasLinkOnTheWay(topLevel, location)) return { kind: 'link' };
  if (!seen.isFile()) return { kind: 'absent' };
  return { kind: 'regular', file: { location, seen, bytes: readFileSync(location) } };
}

function statusOf(location: Location): BigIntStats | undefined {
  try {
    return lstatSync(location, { bigint: true, throwIfNoEntry: false });
  } catch (error) {
    // A folder on the way is a file.
    if (codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** git takes what lies beyond a symbolic link for absent; it may be in another repository, or in none. */
function hasLinkOnTheWay(topLevel: string, location: Location): boolean {
  return foldersBetween(topLevel, location).some((folder) => lstatSync(folder).isSymbolicLink());
}

/** A file and what it is to hold. */
export interface Replacement {
  readonly file: WorkingFile;
  readonly content: Uint8Array;
}

/** A new content that stands ready beside the file; undefined where it is to be written over the file. */
export type Prepared = Replacement & { readonly temporary: Location | undefined };

/** A name beside a file for its new content; undefined where the file has other names, which a move would cut off. */
export function temporaryFor({ file: { location, seen } }: Replacement): Location | undefined {
  if (seen.nlink > 1n) return undefined;
  return besideOf(location, `.proctor-${randomBytes(8).toString('hex')}`);
}

/**
 * Writes the new content beside the file, with its mode and owner. A file to which we cannot give its owner, or whose
 * folder we may not write, is to be written over. Throws where the disk does not take the content.
 */
export function prepare(replacement: Replacement, temporary: Location | undefined): Prepared {
  if (temporary === undefined) return { ...replacement, temporary };
  try {
    writeBeside(replacement, temporary);
    return { ...replacement, temporary };
  } catch (error) {
    remove(temporary);
    if (codeOf(error) !== 'EPERM' && codeOf(error) !== 'EACCES') throw error;
    return { ...replacement, temporary: undefined };
  }
}

function writeBeside({ file: { seen }, content }: Replacement, temporary: Location): void {
  const descriptor = openSync(temporary, 'wx', 0o600);
  try {
    writeAll(descriptor, content);
    const own = lstatSync(temporary, { bigint: true });
    if (own.uid !== seen.uid || own.gid !== seen.gid) {
      fchownSync(descriptor, Number(seen.uid), Number(seen.gid));
    }
    const mode = seen.mode & PERMISSIONS;
    if ((own.mode & PERMISSIONS) !== mode) fchmodSync(descriptor, Number(mode));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const PERMISSIONS = 0o7777n;

/** Why a file does not hold its new content. */
export interface Unreplaced {
  readonly reason: string;
  /** What the system objected to; undefined where somebody changed the file meanwhile. */
  readonly fault: string | undefined;
}

/** Puts the new content in the place of the old; undefined when that is done, or else what became of it. */
export function replace({ file, content, temporary }: Prepared): Unreplaced | undefined {
  const { location, seen, bytes } = file;
  try {
    const now = statusOf(location);
    if (now === undefined) return { reason: 'was deleted while it was being fixed', fault: undefined };
    const isSame = now.mtimeNs === seen.mtimeNs && now.size === seen.size && now.ino === seen.ino;
    // The clock of some file systems is too coarse to tell two writes apart.
    if (!isSame || !readFileSync(location).equals(bytes)) {
      return { reason: `changed while it was being fixed${LEFT}`, fault: undefined };
    }
    if (temporary === undefined) return overwrite(location, bytes, content);
    renameSync(temporary, location);
    return undefined;
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return failure(error, LEFT);
  }
}

const LEFT = ', and was left as it is';

function failure(error: unknown, state: string): Unreplaced {
  const fault = `cannot be written (${codeOf(error)})`;
  return { reason: `${fault}${state}`, fault };
}

/** Writes over a file; where that fails the old content is written back, as far as the disk takes it. */
function overwrite(location: Location, before: Uint8Array, content: Uint8Array): Unreplaced | undefined {
  const descriptor = openSync(location, 'r+');
  try {
    put(descriptor, content);
    return undefined;
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    try {
      put(descriptor, before);
    } catch {
      // What the file holds now is what counts.
    }
    const now = readFileSync(location);
    if (now.equals(content)) return undefined;
    const state = now.equals(before) ? LEFT : ', and is half written; make room and run proctor undo';
    return failure(error, state);
  } finally {
    closeSync(descriptor);
  }
}

function put(descriptor: number, content: Uint8Array): void {
  writeAll(descriptor, content);
  ftruncateSync(descriptor, content.length);
  fsyncSync(descriptor);
}

function writeAll(descriptor: number, content: Uint8Array): void {
  for (let written = 0; written < content.length;) {
    written += writeSync(descriptor, content, written, content.length - written, written);
  }
}

/** Whether a file was left between two contents by processes that were killed while they wrote one over the other. */
export function isTorn(bytes: Uint8Array, before: Uint8Array, after: Uint8Array): boolean {
  const least = Math.min(before.length, after.length);
  const most = Math.max(before.length, after.length);
  if (bytes.length < least || bytes.length > most) return false;
  return bytes.every((byte, index) => byte === before[index] || byte === after[index]);
}

/** Removes a file where there is one. */
export function remove(location: Location): void {
  rmSync(location, { force: true });
}

/** The name of what the system objected to: `ENOSPC`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
