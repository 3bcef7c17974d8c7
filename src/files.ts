import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { UserError } from './user-error.ts';

/** A file of the working tree that was named, itself or by a folder above it. */
export interface NamedFile {
  /** As it was named, with `/` between its parts. */
  readonly path: string;
  readonly isNamedItself: boolean;
}

/**
 * The files below what was named, sorted; a folder gives the Python files in it, but for hidden folders, virtual
 * environments and `node_modules`, and without following symbolic links. Throws a UserError for a path that is not there.
 */
export function namedFiles(cwd: string, named: readonly string[]): readonly NamedFile[] {
  const files = new Map<string, NamedFile>();
  for (const name of named) {
    const path = withSlashes(name).replace(/(?<=[^/])\/+$/, '');
    const status = statSync(resolve(cwd, path), { throwIfNoEntry: false });
    if (status === undefined) throw new UserError(`check: there is no file ${path}; name a file or a folder`);
    if (status.isDirectory()) {
      for (const inside of pythonFilesIn(cwd, path)) {
        if (!files.has(inside)) files.set(inside, { path: inside, isNamedItself: false });
      }
    } else files.set(path, { path, isNamedItself: true });
  }
  return [...files.values()].toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

function* pythonFilesIn(cwd: string, folder: string): Generator<string> {
  for (const entry of readdirSync(resolve(cwd, folder), { withFileTypes: true })) {
    const path = folder === '.' ? entry.name : `${folder === '/' ? '' : folder}/${entry.name}`;
    if (entry.isFile() && entry.name.endsWith('.py')) yield path;
    else if (entry.isDirectory() && isWorthEntering(resolve(cwd, path))) yield* pythonFilesIn(cwd, path);
  }
}

function isWorthEntering(folder: string): boolean {
  const name = basename(folder);
  if (name.startsWith('.') || name === 'node_modules' || name === '__pycache__') return false;
  return statSync(join(folder, 'pyvenv.cfg'), { throwIfNoEntry: false }) === undefined;
}

/** The bytes of a file of the working tree, or why they are not read. */
export type Read =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: string };

/** Reads a file of at most `limit` bytes. */
export function readUpTo(path: string, limit: number): Read {
  try {
    const { size } = lstatSync(path);
    if (size > limit) return { ok: false, reason: tooLarge(size, limit) };
    return { ok: true, bytes: readFileSync(path) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { ok: false, reason: `cannot be read (${code})` };
  }
}

/** Why a file of `size` bytes is not checked. */
export function tooLarge(size: number, limit: number): string {
  return `${size} bytes, over the limit of ${limit}; raise max-file-size or exclude it`;
}

export function withSlashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}

/** The text of a file, or undefined where there is no such file. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined;
    throw new UserError(`${path} cannot be read (${String(code)}); mend its permissions or move it`, {
      cause: error,
    });
  }
}
