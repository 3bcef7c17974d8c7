import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { indexEntries } from '../git/entries.ts';
import { splitAtNul } from '../git/fields.ts';
import { type Location, locationOf } from '../git/locations.ts';
import { pathText } from '../git/path-text.ts';
import type { Repository } from '../git/repository.ts';
import { output } from '../git/run.ts';
import { codeOf, findFile, type WorkingFile } from '../git/working-file.ts';
import type { FileRewrite } from '../git/write.ts';
import { type Held, LARGEST, LINK, type View } from './view.ts';

/** Files of the working tree as a view, and how new contents are written into them. */
export interface TreeView extends View {
  readonly rewrite: (contents: ReadonlyMap<string, Uint8Array>) => readonly FileRewrite[];
}

/**
 * The working tree: the files that git tracks and that are there, the Python files that it neither tracks nor ignores,
 * and those that were named.
 */
export function treeView(repository: Repository, name: string, named: readonly string[]): TreeView {
  const { topLevel } = repository;
  let paths: ReadonlyMap<string, Uint8Array> | undefined;
  const bytesOf = (path: string) => (paths ??= pathsOf(repository, named)).get(path) ?? Buffer.from(path);
  const locate = (path: string) => locationOf(topLevel, bytesOf(path));
  const files = () => {
    paths ??= pathsOf(repository, named);
    return [...paths.keys()].filter((path) => existsSync(locate(path))).toSorted();
  };
  return viewOf({ name, isWhole: true, files, topLevel, locate, bytesOf });
}

/** Single files, absolute or relative to a folder. */
export function looseView(cwd: string, named: readonly string[]): TreeView {
  return viewOf({
    name: 'the working tree',
    isWhole: false,
    files: () => named.toSorted(),
    topLevel: undefined,
    locate: (path) => Buffer.from(resolve(cwd, path)),
    bytesOf: () => undefined,
  });
}

function pathsOf({ place, topLevel }: Repository, named: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const tracked = indexEntries(place).filter(({ mode }) => mode !== SUBMODULE);
  const isForeign = foreignFolders(topLevel);
  const words = ['ls-files', '-z', '--others', '--exclude-standard', '--', '*.py'];
  const untracked = splitAtNul(output(place, words)).filter((path) => !isForeign(dirname(path.toString())));
  return new Map([
    ...named.map((path) => [path, Buffer.from(path)] as const),
    ...untracked.map((path) => [pathText(path), path] as const),
    ...tracked.map(({ path, pathBytes }) => [path, pathBytes] as const),
  ]);
}

const SUBMODULE = '160000';

/** Whether a folder holds other people's packages: it is in a virtual environment, or among those of Node.js. */
function foreignFolders(topLevel: string): (folder: string) => boolean {
  const known = new Map<string, boolean>([['.', false]]);
  const isForeign = (folder: string): boolean => {
    const answer =
      known.get(folder) ??
      (basename(folder) === 'node_modules' ||
        existsSync(join(topLevel, folder, 'pyvenv.cfg')) ||
        isForeign(dirname(folder)));
    known.set(folder, answer);
    return answer;
  };
  return isForeign;
}

interface Files {
  readonly name: string;
  readonly isWhole: boolean;
  readonly files: () => readonly string[];
  /** Undefined where paths may lead through symbolic links, since they were named so. */
  readonly topLevel: string | undefined;
  readonly locate: (path: string) => Location;
  readonly bytesOf: (path: string) => Uint8Array | undefined;
}

function viewOf({ name, isWhole, files, topLevel, locate, bytesOf }: Files): TreeView {
  const known = new Map<string, Read>();
  const readFile = (path: string) => {
    const read = known.get(path) ?? readAt(locate(path), topLevel);
    known.set(path, read);
    return read;
  };
  return {
    name,
    isWhole,
    get files() {
      return files();
    },
    read: (path) => readFile(path).held,
    pathBytes: (path) => bytesOf(path) ?? Buffer.from(path),
    rewrite: (contents) =>
      Array.from(contents, ([path, content]) => {
        const { file } = readFile(path);
        if (file === undefined) throw new Error(`${path} is no regular file`);
        return { path, pathBytes: bytesOf(path), file, content };
      }),
  };
}

interface Read {
  readonly held: Held | undefined;
  /** Undefined for what cannot be written. */
  readonly file: WorkingFile | undefined;
}

function readAt(location: Location, topLevel: string | undefined): Read {
  const nothing = { held: undefined, file: undefined };
  try {
    const status = statSync(location, { throwIfNoEntry: false });
    if (status !== undefined && status.size > LARGEST) return nothing;
    const found = findFile(topLevel, location);
    if (found.kind === 'absent') return nothing;
    if (found.kind === 'regular')
      return { held: { bytes: found.file.bytes, obstacle: undefined }, file: found.file };
    const bytes = status?.isFile() === true ? readFileSync(location) : new Uint8Array();
    return { held: { bytes, obstacle: LINK }, file: undefined };
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return nothing;
  }
}
