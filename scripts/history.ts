/** The commits of a repository as the hook would have seen them. */
import type { Settings } from '../src/config/load.ts';
import { readBlobs } from '../src/git/blobs.ts';
import { changes, removals } from '../src/git/changes.ts';
import { output, type Place } from '../src/git/run.ts';
import type { Removed, Source } from '../src/sources.ts';
import { treeAt, type Tree } from './tree.ts';

/** A commit with one parent that adds or changes test modules. */
export interface TestCommit {
  readonly id: string;
  /** The test modules, each with what it held in the parent, under its old path where it was moved. */
  readonly sources: readonly Source[];
  /** The test modules that the commit removes, as they were in the parent. */
  readonly removed: () => readonly Removed[];
  readonly settings: Settings;
}

/** The newest commits that HEAD has, are no merges and change test modules; newest first. */
export function* testCommits(place: Place, settingsOf: (tree: Tree) => Settings): Generator<TestCommit> {
  for (const id of commitsWithPython(place)) {
    const settings = settingsOf(treeAt(place, id));
    const changed = changes(place, [[`${id}^`, id]], PYTHON).filter(
      ({ path, blob, bases }) => !bases.includes(blob) && settings.isTestModule(path),
    );
    if (changed.length === 0) continue;
    const contentOf = readBlobs(
      place,
      changed.flatMap(({ blob, bases }) => [blob, ...bases]),
    );
    const sources = changed.map(({ path, blob, bases }) => ({
      path,
      place: path,
      bytes: contentOf(blob, path),
      bases: bases.map((base) => contentOf(base, path)),
    }));
    yield { id, sources, removed: () => removedBy(place, id, settings), settings };
  }
}

function removedBy(place: Place, id: string, settings: Settings): readonly Removed[] {
  const files = removals(place, [`${id}^`, id], PYTHON).filter(({ path }) => settings.isTestModule(path));
  const contentOf = readBlobs(
    place,
    files.map(({ blob }) => blob),
  );
  return files.map(({ path, blob }) => ({ place: path, bytes: contentOf(blob, path) }));
}

/** The commits with exactly one parent that touch a Python file, a page at a time. */
function* commitsWithPython(place: Place): Generator<string> {
  const words = ['rev-list', '--min-parents=1', '--max-parents=1', '--full-history', `--max-count=${PAGE}`];
  for (let skipped = 0; ; skipped += PAGE) {
    const page = output(place, [...words, `--skip=${skipped}`, 'HEAD', '--', '*.py'])
      .toString()
      .split('\n')
      .slice(0, -1);
    yield* page;
    if (page.length < PAGE) return;
  }
}

const PYTHON = ['*.py'];
const PAGE = 1000;
