/** CPython 3.14 inside this process: pyodide, loaded once, without network. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadPyodide, type PyodideAPI } from 'pyodide';
import type { Answer } from './compare.ts';

export interface SourceText {
  readonly path: string;
  readonly text: string;
}

let loading: Promise<PyodideAPI> | undefined;

/** The interpreter, with the module `cpython` of this directory importable; for `symtable`, `compile` and the like. */
export function python(): Promise<PyodideAPI> {
  loading ??= load();
  return loading;
}

async function load(): Promise<PyodideAPI> {
  const interpreter = await loadPyodide();
  interpreter.FS.writeFile('cpython.py', await readFile(join(import.meta.dirname, 'cpython.py')));
  return interpreter;
}

/** What CPython 3.14 says of each text, in the same order; see README.md. */
export async function oracle(sources: readonly SourceText[]): Promise<readonly Answer[]> {
  const { described_as_json: described } = (await python()).pyimport('cpython') as {
    described_as_json: (path: string, text: string) => string;
  };
  // The shape is what cpython.py promises, in README.md.
  return sources.map(({ path, text }) => JSON.parse(described(path, text)) as Answer);
}
