/** Whether CPython 3.14 compiles two texts to the same code but for names; see bytecode.py. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { python } from './pyodide.ts';
import type { Pairs } from './same-names.ts';

type Ask = (request: string) => string;

let loading: Promise<Ask> | undefined;

async function load(): Promise<Ask> {
  const interpreter = await python();
  interpreter.FS.writeFile('bytecode.py', await readFile(join(import.meta.dirname, 'bytecode.py')));
  // The shape is what bytecode.py promises.
  return (interpreter.pyimport('bytecode') as { answer: Ask }).answer;
}

/** The first difference; undefined without one, `not compiled` where CPython refuses the text before. */
export async function differenceOf(before: string, after: string, pairs: Pairs): Promise<string | undefined> {
  const answer = await (loading ??= load());
  const { found, skipped } = JSON.parse(answer(JSON.stringify({ before, after, pairs }))) as {
    readonly found?: string | null;
    readonly skipped?: string;
  };
  return skipped === undefined ? (found ?? undefined) : 'not compiled';
}
