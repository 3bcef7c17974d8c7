import * as path from 'node:path';

/** A path as the file system has it; one that is not UTF-8 is bytes. */
export type Location = Buffer;

/** How paths are taken apart: as here, or as on another system. */
type Paths = Pick<path.PlatformPath, 'basename' | 'dirname' | 'sep'>;

/** Where a path of a repository is in its working tree. */
export function locationOf(topLevel: string, pathBytes: Uint8Array, paths: Paths = path): Location {
  return Buffer.concat([Buffer.from(folderPrefix(topLevel, paths)), pathBytes]);
}

/** The path of what is below the top level, relative to it. */
export function pathBelow(topLevel: string, location: Location, paths: Paths = path): Uint8Array {
  return location.subarray(Buffer.byteLength(folderPrefix(topLevel, paths)));
}

// Windows takes both slashes, and git has the plain one; a drive's top level ends with one: `C:\`.
function folderPrefix(topLevel: string, { sep }: Paths): string {
  return topLevel.endsWith('/') || topLevel.endsWith(sep) ? topLevel : `${topLevel}/`;
}

/** The location of a name in the folder of another location. */
export function besideOf(location: Location, name: string, paths: Paths = path): Location {
  // Latin-1 has a character for each byte.
  const folder = location.subarray(0, location.length - paths.basename(location.toString('latin1')).length);
  return Buffer.concat([folder, Buffer.from(name)]);
}

/** The folders that lead from the top level, which is left out, to a location below it; the innermost first. */
export function foldersBetween(
  topLevel: string,
  location: Location,
  paths: Paths = path,
): readonly Location[] {
  const least = Buffer.byteLength(topLevel);
  const folders: Location[] = [];
  let folder = paths.dirname(location.toString('latin1'));
  for (; folder.length > least; folder = paths.dirname(folder)) folders.push(Buffer.from(folder, 'latin1'));
  return folders;
}
