/** A folder as a project in which everything may be renamed. */
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadSettings, type Settings } from '../src/config/load.ts';
import type { View } from '../src/fix/view.ts';
import { splitAtNul } from '../src/git/fields.ts';
import { output } from '../src/git/run.ts';
import { rules } from '../src/rules/index.ts';
import { nothingSaid, placeOf } from './tree.ts';

/** The files that git tracks in a folder or, elsewhere, all of them. */
export function viewOfFolder(folder: string): View {
  const files = filesOf(folder).toSorted();
  return {
    name: folder,
    isWhole: true,
    files,
    pathBytes: (path) => Buffer.from(path),
    read(path) {
      try {
        return { bytes: bytesAt(join(folder, path)), obstacle: undefined };
      } catch {
        return undefined;
      }
    },
  };
}

/** A symbolic link that leads to no file is empty, as it is for `--fix`. */
function bytesAt(location: string): Uint8Array {
  const isEmptyLink =
    lstatSync(location).isSymbolicLink() && statSync(location, { throwIfNoEntry: false })?.isFile() !== true;
  return isEmptyLink ? new Uint8Array() : readFileSync(location);
}

function filesOf(folder: string): readonly string[] {
  if (commitOf(folder) !== undefined) {
    const listed = splitAtNul(output(placeOf(folder), ['ls-files', '-z']));
    return listed.map((path) => path.toString());
  }
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('__pycache__'))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

/** The newest commit of a repository's folder, in short; undefined for any other folder. */
export function commitOf(folder: string): string | undefined {
  const place = placeOf(folder);
  try {
    const top = output(place, ['rev-parse', '--show-toplevel']).toString().trim();
    if (realpathSync(top) !== realpathSync(folder)) return undefined;
    return output(place, ['rev-parse', '--short=12', 'HEAD']).toString().trim();
  } catch {
    return undefined;
  }
}

/** What holds for the files of a folder, with the preset of the whole review. */
export function settingsIn(view: View): Settings {
  const read = (path: string) => {
    const held = view.read(path);
    return held && Buffer.from(held.bytes).toString();
  };
  return loadSettings(rules, read, { ...nothingSaid, preset: 'review' });
}
