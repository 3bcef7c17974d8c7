import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { output, type Place } from './run.ts';

/**
 * Puts contents into the object store as they are, with one `git hash-object`, and gives their ids in order. `directory`
 * is made for the texts in between and removed again. No filter is run: what stands in the index has been cleaned already.
 */
export function writeBlobs(
  place: Place,
  directory: string,
  contents: readonly Uint8Array[],
): readonly string[] {
  if (contents.length === 0) return [];
  try {
    mkdirSync(directory, { recursive: true });
    const paths = contents.map((content, index) => {
      const path = join(directory, String(index));
      writeFileSync(path, content);
      return path;
    });
    const words = ['hash-object', '-w', '--no-filters', '--stdin-paths'];
    const ids = output(place, words, Buffer.from(paths.map((path) => `${quoted(path)}\n`).join('')));
    return ids.toString().trimEnd().split('\n');
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A path for a list by line: git takes it apart as a string in C where it starts with a quote. */
function quoted(path: string): string {
  return `"${path.replaceAll(/[\n"\\]/g, (character) => (character === '\n' ? '\\n' : `\\${character}`))}"`;
}
