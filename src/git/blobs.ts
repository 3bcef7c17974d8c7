import { UserError } from '../user-error.ts';
import { splitAtNul } from './fields.ts';
import { pathText } from './path-text.ts';
import { attempt, failed, output, type Place } from './run.ts';

/**
 * Reads blobs with one `git cat-file --batch`. What it returns gives the content of one of them; it throws a UserError
 * with the path when the repository has not got the object.
 */
export function readBlobs(place: Place, ids: readonly string[]): (id: string, path: string) => Uint8Array {
  const contents = contentsById(place, ids);
  return (id, path) => {
    const content = contents.get(id);
    if (content === undefined)
      throw new UserError(`git: ${path}: object ${id} is missing or corrupt; see git fsck`);
    return content;
  };
}

/** The sizes of blobs in bytes; one that is missing has none. `id SP type SP size LF` (git-cat-file(1), "BATCH OUTPUT"). */
export function blobSizes(place: Place, ids: readonly string[]): ReadonlyMap<string, number> {
  if (ids.length === 0) return new Map();
  const listed = output(
    place,
    ['cat-file', '--batch-check'],
    Buffer.from(ids.map((id) => `${id}\n`).join('')),
  );
  const lines = listed.toString('latin1').trimEnd().split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [id = '', , size] = line.split(' ');
      return size === undefined ? [] : [[id, Number(size)] as const];
    }),
  );
}

/** The blob of each regular file in the index, alone in a list, by path; `mode SP blob SP stage TAB path NUL` (git-ls-files(1)). */
export function indexedBlobs(place: Place): ReadonlyMap<string, readonly string[]> {
  const blobs = new Map<string, readonly string[]>();
  for (const entry of splitAtNul(output(place, ['ls-files', '--stage', '-z']))) {
    const tab = entry.indexOf('\t');
    const [, blob] = /^100\d{3} ([0-9a-f]+) 0$/.exec(entry.toString('latin1', 0, tab)) ?? [];
    if (blob !== undefined) blobs.set(pathText(entry.subarray(tab + 1)), [blob]);
  }
  return blobs;
}

/** `id SP type SP size LF content LF`, or `id SP missing LF` (git-cat-file(1), "BATCH OUTPUT"). */
function contentsById(place: Place, ids: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>();
  if (ids.length === 0) return contents;
  const words = ['cat-file', '--batch'];
  const finished = attempt(place, words, Buffer.from(ids.map((id) => `${id}\n`).join('')));
  if (finished.status !== 0) throw failed(place, words, finished);
  const batch = finished.stdout;
  for (let start = 0; start < batch.length;) {
    const endOfHeader = batch.indexOf('\n', start);
    const [id = '', , size] = batch.toString('latin1', start, endOfHeader).split(' ');
    start = endOfHeader + 1;
    if (size === undefined) continue;
    contents.set(id, batch.subarray(start, start + Number(size)));
    start += Number(size) + 1;
  }
  return contents;
}
