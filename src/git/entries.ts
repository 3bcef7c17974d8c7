import { basename, join } from 'node:path';
import { splitAtNul } from './fields.ts';
import { pathText } from './path-text.ts';
import type { Repository } from './repository.ts';
import { output, type Place } from './run.ts';

/** One entry of the index (git-ls-files(1)). */
export interface IndexEntry {
  /** As `ChangedFile.path`. */
  readonly path: string;
  readonly pathBytes: Uint8Array;
  readonly mode: string;
  readonly blob: string;
  /** 0, or 1 to 3 for the sides of a path that is not merged. */
  readonly stage: number;
  /** The bits that git does not keep when an entry is replaced (git-update-index(1)). */
  readonly isSkipWorktree: boolean;
  readonly isAssumedUnchanged: boolean;
}

/** Every entry of the index: `tag SP mode SP blob SP stage TAB path NUL`, the tag in lower case where it is assumed unchanged. */
export function indexEntries(place: Place): readonly IndexEntry[] {
  return splitAtNul(output(place, ['ls-files', '--stage', '-v', '-z'])).map((entry) => {
    const tab = entry.indexOf('\t');
    const [tag = '', mode = '', blob = '', stage = ''] = entry.toString('latin1', 0, tab).split(' ');
    const pathBytes = entry.subarray(tab + 1);
    return {
      path: pathText(pathBytes),
      pathBytes,
      mode,
      blob,
      stage: Number(stage),
      isSkipWorktree: tag.toUpperCase() === 'S',
      isAssumedUnchanged: tag !== tag.toUpperCase(),
    };
  });
}

/** The index that is committed next; while `git commit -- PATH` runs, the one that git keeps for afterwards too. */
export function indexPlaces({ place, gitDirectory }: Repository): readonly [Place, ...Place[]] {
  // Git makes an index for that commit, and the real one waits in index.lock.
  const isForCommit = /^next-index-\d+\.lock$/.test(basename(place.environment['GIT_INDEX_FILE'] ?? ''));
  return isForCommit ? [place, withIndex(place, join(gitDirectory, 'index.lock'))] : [place];
}

function withIndex(place: Place, index: string): Place {
  return { ...place, environment: { ...place.environment, GIT_INDEX_FILE: index } };
}
