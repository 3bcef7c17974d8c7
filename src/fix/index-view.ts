import { posix } from 'node:path';
import { blobSizes, readBlobs } from '../git/blobs.ts';
import { type IndexEntry, indexEntries } from '../git/entries.ts';
import type { Place } from '../git/run.ts';
import type { IndexRewrite } from '../git/write.ts';
import { type Held, LARGEST, LINK, type View } from './view.ts';

/** The index as a view, and how new contents are written into it. */
export interface IndexView extends View {
  readonly rewrite: (contents: ReadonlyMap<string, Uint8Array>) => IndexRewrite;
}

/** Reads the index; the contents of `first` are read at once, others when they are asked for, many at a time. */
export function indexView(place: Place, name: string, first: readonly string[]): IndexView {
  const entries = new Map<string, IndexEntry>();
  // Of a path that is not merged, the last of its stages is "theirs".
  for (const entry of indexEntries(place)) if (!isSubmodule(entry)) entries.set(entry.path, entry);
  const contentOf = blobReader(place, entries, first);
  const held = (path: string): Held | undefined => {
    const entry = entries.get(path);
    if (entry === undefined) return undefined;
    const obstacle = obstacleOf(entry);
    if (obstacle === LINK) return { bytes: contentOf(targetOf(entry)) ?? new Uint8Array(), obstacle };
    const bytes = contentOf(entry);
    return bytes && { bytes, obstacle };
  };

  /** What a symbolic link leads to, where that is in the index; a link to a link leads nowhere. */
  function targetOf(link: IndexEntry): IndexEntry | undefined {
    const target = Buffer.from(contentOf(link) ?? []).toString();
    const entry = entries.get(posix.join(posix.dirname(link.path), target));
    return entry !== undefined && obstacleOf(entry) !== LINK ? entry : undefined;
  }

  return {
    name,
    isWhole: true,
    get files() {
      return [...entries.keys()].toSorted();
    },
    read: held,
    pathBytes: (path) => entries.get(path)?.pathBytes ?? Buffer.from(path),
    rewrite: (contents) => ({
      place,
      entries: Array.from(contents, ([path, content]) => {
        const entry = entries.get(path);
        if (entry === undefined) throw new Error(`${path} is not in the index`);
        return { entry, content };
      }),
    }),
  };
}

const isSubmodule = ({ mode }: IndexEntry) => mode === '160000';

function obstacleOf({ mode, stage }: IndexEntry): string | undefined {
  if (stage !== 0) return 'is not merged';
  return mode === '120000' ? LINK : undefined;
}

const AT_ONCE = 1000;

/** Contents by entry: those of `first`, and those that follow the entry that is asked for, are read together. */
function blobReader(
  place: Place,
  entries: ReadonlyMap<string, IndexEntry>,
  first: readonly string[],
): (entry: IndexEntry | undefined) => Uint8Array | undefined {
  const contents = new Map<string, Uint8Array | undefined>();
  const load = (wanted: readonly IndexEntry[]) => {
    const sizes = blobSizes(
      place,
      wanted.map(({ blob }) => blob),
    );
    const readable = wanted.filter(({ blob }) => (sizes.get(blob) ?? Infinity) <= LARGEST);
    const contentOf = readBlobs(
      place,
      readable.map(({ blob }) => blob),
    );
    for (const { blob } of wanted) contents.set(blob, undefined);
    for (const { blob, path } of readable) contents.set(blob, contentOf(blob, path));
  };
  const all = [...entries.values()];
  load(first.flatMap((path) => entries.get(path) ?? []));
  return (entry) => {
    if (entry === undefined) return undefined;
    if (!contents.has(entry.blob)) {
      const following = all.slice(all.indexOf(entry));
      load(following.filter(({ blob }) => !contents.has(blob)).slice(0, AT_ONCE));
    }
    return contents.get(entry.blob);
  };
}
