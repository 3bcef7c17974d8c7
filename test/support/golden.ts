import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', 'golden');

/** A file of `test/golden`; the marks `‹›`, which break a token that a secret scanner would find, are taken out. */
export function goldenSource(path: string): string {
  return readFileSync(join(folder, path), 'utf8').replaceAll('‹›', '');
}

/** Compares a text with a file of `test/golden`; with UPDATE_GOLDEN=1 in the environment it writes the file instead. */
export function assertGolden(path: string, text: string): void {
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(join(folder, path), text);
  else assert.equal(text, readFileSync(join(folder, path), 'utf8'));
}
