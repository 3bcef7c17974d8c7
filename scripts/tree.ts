/** The files of one commit, read from the repository without checking it out. */
import { basename, dirname, resolve } from 'node:path';
import { loadSettings, type Settings } from '../src/config/load.ts';
import { pytestFiles } from '../src/config/pytest.ts';
import { readBlobs } from '../src/git/blobs.ts';
import { splitAtNul } from '../src/git/fields.ts';
import { pathText } from '../src/git/path-text.ts';
import { output, type Place, readingEnvironment } from '../src/git/run.ts';
import { rules } from '../src/rules/index.ts';
import type { Preset } from '../src/rules/rule.ts';

/** The blobs of the regular files of a tree, by their paths. */
export type Tree = ReadonlyMap<string, string>;

/** A repository, bare or not, for reading. */
export function placeOf(path: string): Place {
  return { directory: resolve(path), environment: readingEnvironment(process.env) };
}

/** What a repository is called: its folder, or the one around it where its own name says nothing. */
export function nameOf(path: string): string {
  const name = basename(resolve(path));
  return /^(?:\.git|git|repo|repository|checkout)$/.test(name) ? basename(dirname(resolve(path))) : name;
}

/** The object id of a revision. Throws a UserError where there is none. */
export function commitAt(place: Place, revision: string): string {
  return output(place, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`])
    .toString()
    .trim();
}

/** `mode SP type SP id TAB path NUL` (git-ls-tree(1)). */
export function treeAt(place: Place, revision: string): Tree {
  const entries = new Map<string, string>();
  for (const entry of splitAtNul(output(place, ['ls-tree', '-r', '-z', '--full-tree', revision]))) {
    const tab = entry.indexOf('\t');
    const [, blob] = /^100\d{3} blob ([0-9a-f]+)$/.exec(entry.toString('latin1', 0, tab)) ?? [];
    if (blob !== undefined) entries.set(pathText(entry.subarray(tab + 1)), blob);
  }
  return entries;
}

/** Gives the settings of a tree, as they are where nothing is said on the command line; equal ones are made once. */
export function settingsReader(place: Place, preset: Preset): (tree: Tree) => Settings {
  const known = new Map<string, Settings>();
  const texts = new Map<string, string>();
  const textOf = (blob: string, path: string) => {
    const text = texts.get(blob) ?? Buffer.from(readBlobs(place, [blob])(blob, path)).toString();
    texts.set(blob, text);
    return text;
  };
  return (tree) => {
    const configuration = new Map([...tree].filter(([path]) => CONFIGURATION.has(basename(path))));
    const key = JSON.stringify([...configuration]);
    const made = known.get(key);
    if (made !== undefined) return made;
    const read = (path: string) => {
      const blob = configuration.get(path);
      return blob === undefined ? undefined : textOf(blob, path);
    };
    const settings = loadSettings(rules, read, { ...nothingSaid, preset });
    known.set(key, settings);
    return settings;
  };
}

const CONFIGURATION: ReadonlySet<string> = new Set(['proctor.toml', ...pytestFiles]);

/** The command line that leaves everything to the configuration. */
export const nothingSaid = { file: undefined, select: undefined, extendSelect: [], ignore: [] };
