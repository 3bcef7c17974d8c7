import { openRepository, type ChangedFile, type Since } from '../../src/git/repository.ts';
import type { TestRepository } from '../support/repository.ts';

/** A changed file as text, for comparison in tests. */
export interface Seen {
  readonly path: string;
  readonly content: string;
  readonly bases: readonly string[];
}

/** What `changed` sees from the directory of the test repository. */
export function seen({ directory, environment }: TestRepository, since?: Since): Seen[] {
  return openRepository(directory, environment)
    .changed(() => true, since)
    .map(asText);
}

export const asText = ({ path, content, bases }: ChangedFile): Seen => ({
  path,
  content: textOf(content),
  bases: bases.map(textOf),
});

export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
