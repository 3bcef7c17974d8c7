import { splitAtNul } from './fields.ts';
import { pathText } from './path-text.ts';
import { output, type Place } from './run.ts';

/** A regular file that differs from the first of the sides it is compared with. */
export interface Change {
  readonly path: string;
  readonly pathBytes: Uint8Array;
  readonly mode: string;
  readonly blob: string;
  /** Its blob on each side that has it as a regular file, under its old path where it was moved. */
  readonly bases: readonly string[];
}

const isRegular = (mode: string): boolean => mode.startsWith('100');

/**
 * The changes that `git diff …side` finds for the first of `sides`, with the blobs of the other sides. `--cached` as a
 * side compares the index with HEAD, or with the empty tree where there is no commit yet.
 */
export function changes(
  place: Place,
  sides: readonly (readonly string[])[],
  pathspec: readonly string[],
): Change[] {
  const [first = [], ...others] = sides.map((side) => differences(place, side, pathspec));
  const byPath = others.map((other) => new Map(other.map((difference) => [keyOf(difference), difference])));
  // Deleted and unmerged entries have the mode 000000; one that is only intended to be added does not appear.
  return first
    .filter(({ mode }) => isRegular(mode))
    .map((difference) => {
      const { pathBytes, mode, blob } = difference;
      const olds = [
        difference,
        ...byPath.map((other) => other.get(keyOf(difference)) ?? unchanged(difference)),
      ];
      const bases = olds.filter(({ oldMode }) => isRegular(oldMode)).map(({ oldBlob }) => oldBlob);
      return { path: pathText(pathBytes), pathBytes, mode, blob, bases };
    });
}

/** A regular file that is on the first of the sides and was removed since. */
export interface Removal {
  readonly path: string;
  readonly blob: string;
}

/** The files that `git diff …side` finds removed, those aside that were moved to another path. */
export function removals(place: Place, side: readonly string[], pathspec: readonly string[]): Removal[] {
  return differences(place, side, pathspec)
    .filter(({ mode, oldMode, status }) => status === 'D' && isRegular(oldMode) && !isRegular(mode))
    .map(({ pathBytes, oldBlob }) => ({ path: pathText(pathBytes), blob: oldBlob }));
}

/** An entry of `git diff --raw`; its old mode is `000000` where the old side has no such file. */
interface Difference {
  readonly pathBytes: Buffer;
  readonly mode: string;
  readonly blob: string;
  readonly oldMode: string;
  readonly oldBlob: string;
  /** The letter of what happened, with a similarity after it where the file was moved: `M`, `R087`. */
  readonly status: string;
}

const keyOf = ({ pathBytes }: Difference): string => pathBytes.toString('latin1');

const unchanged = (difference: Difference): Difference => ({
  ...difference,
  oldMode: difference.mode,
  oldBlob: difference.blob,
});

// diff.renames, diff.renameLimit and diff.orderFile would change or prevent the list; 1000 is git's own limit since 2.34.
// Other settings of diff.* only concern patches.
const options = ['--raw', '-z', '--no-abbrev', '-M', '-l1000', '-O/dev/null'];

/** `:oldmode mode oldblob blob status NUL path NUL`; a rename has the old path before the path (git-diff(1)). */
function differences(place: Place, side: readonly string[], pathspec: readonly string[]): Difference[] {
  const fields = splitAtNul(output(place, ['diff', ...options, ...side, '--', ...pathspec]));
  const found: Difference[] = [];
  for (let i = 0; i < fields.length;) {
    const entry = String(fields[i]);
    const [oldMode = '', mode = '', oldBlob = '', blob = '', status = ''] = entry.slice(1).split(' ');
    i += /^[RC]/.test(status) ? 2 : 1;
    const pathBytes = fields[i];
    if (pathBytes === undefined) throw new Error(`git diff --raw ended inside an entry: ${entry}`);
    found.push({ pathBytes, mode, blob, oldMode, oldBlob, status });
    i += 1;
  }
  return found;
}
