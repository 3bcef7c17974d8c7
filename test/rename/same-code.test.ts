/**
 * What is renamed is the same program for CPython 3.14, by its symtable and its bytecode, and renaming it back gives
 * the bytes back.
 *
 * A run takes one variable of each module of the corpus and some random programs; `RANDOM_RENAMES=1` takes others than
 * the last one, `EVERY_RENAME=1` takes all of the corpus and more programs.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { decode } from '../../src/python/decode.ts';
import { planRenames } from '../../src/rename/batch.ts';
import { edited, editedBytes, shiftOf } from '../../src/rename/edit.ts';
import { planRename } from '../../src/rename/plan.ts';
import type { TextEdit } from '../../src/rules/rule.ts';
import { differenceOf } from '../oracle/bytecode.ts';
import { program } from '../oracle/programs.ts';
import { oracle } from '../oracle/pyodide.ts';
import { differentNames, type Pairs } from '../oracle/same-names.ts';
import { projectOf } from '../support/project.ts';

const corpus = join(import.meta.dirname, '../oracle/corpus');
const path = 'program.py';
const isEvery = process.env['EVERY_RENAME'] === '1';
// The same variables and programs in every run; `RANDOM_RENAMES=1` takes others.
const seeded = process.env['RANDOM_RENAMES'] === '1' ? {} : { seed: 20 };
const SAMPLE = isEvery ? Infinity : 1;
// Shrinking takes minutes; the program that fails is printed, with its seed.
const runs = { numRuns: isEvery ? 1000 : 40, endOnFailure: true, ...seeded };

const modules = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.py'))
  .toSorted()
  .flatMap((title): readonly Source[] => {
    const bytes = readFileSync(join(corpus, title));
    const decoded = decode(bytes);
    return decoded.ok ? [{ title, bytes, text: decoded.text }] : [];
  });

test('a variable of a corpus module that gets a fresh name leaves the program as it was', async () => {
  const tally = newTally();
  await fc.assert(
    fc.asyncProperty(fc.nat(1000), async (seed) => {
      for (const source of modules) await renameEach(source, 'zz_fresh', tally, seed);
    }),
    { numRuns: 1, endOnFailure: true, ...seeded },
  );
  assertTold(tally);
});

test('all variables of a corpus module that get fresh names at once leave the program as it was', async () => {
  let applied = 0;
  for (const source of modules) applied += await renameTogether(source);
  assert.ok(applied > 2 * modules.length, `${applied} renames`);
});

test('a variable of a random program that gets a fresh name leaves the program as it was', async () => {
  const tally = newTally();
  await fc.assert(
    fc.asyncProperty(program, fc.nat(), async (text, seed) => {
      await renameEach(sourceOf(text), 'zz_fresh', tally, seed);
    }),
    runs,
  );
  assertTold(tally);
});

test('a variable of a random program that gets the name of another leaves the program as it was', async () => {
  const tally = newTally();
  const taken = fc.constantFrom('a', 'b', 'c', 'd', 'é', 'T', 'match', 'fi');
  await fc.assert(
    fc.asyncProperty(program, taken, fc.nat(), async (text, newName, seed) => {
      await renameEach(sourceOf(text), newName, tally, seed);
    }),
    runs,
  );
  assertTold(tally);
});

interface Source {
  readonly title: string;
  readonly bytes: Uint8Array;
  readonly text: string;
}

const sourceOf = (text: string): Source => ({ title: path, bytes: Buffer.from(text), text });

interface Tally {
  applied: number;
  returned: number;
  readonly kept: Map<string, number>;
}

const newTally = (): Tally => ({ applied: 0, returned: 0, kept: new Map() });

/** Renames some of the variables of a module that may have the name, each by itself, and back. */
async function renameEach(source: Source, newName: string, tally: Tally, seed: number): Promise<void> {
  const { text, title } = source;
  const project = projectOf({ [path]: text });
  const bindings = project.module(path)?.bindings.bindings ?? [];
  let left = SAMPLE;
  for (const [index] of bindings.entries()) {
    const binding = bindings[(index + seed) % bindings.length];
    const offset = binding?.definitions[0]?.start;
    if (binding === undefined || offset === undefined || binding.name === newName) continue;
    const planned = planRename(project, { path, offset, newName });
    if (!planned.safe) {
      assert.notEqual(planned.refusal.code, 'internal', `${title}: ${planned.refusal.reason}\n${text}`);
      continue;
    }
    const edits = planned.plan.edits.get(path) ?? [];
    const difference = await differenceOfPrograms(source, edits, [
      [binding.name, newName],
      [planned.plan.oldName, newName],
    ]);
    if (difference === 'not compiled') return;
    assert.equal(difference, undefined, `${title}: ${binding.name}\n${text}\n${edited(text, edits)}`);
    tally.applied += 1;
    renameBack(source, edits, offset, tally);
    left -= 1;
    if (left <= 0) return;
  }
}

function renameBack(
  { title, bytes, text }: Source,
  edits: readonly TextEdit[],
  offset: number,
  tally: Tally,
): void {
  const after = edited(text, edits);
  const [name, ...others] = new Set(edits.map(({ span }) => text.slice(span.start, span.end)));
  if (name === undefined) throw new Error(`${title}: nothing was edited`);
  const place = shiftOf(edits)(offset);
  const planned = planRename(projectOf({ [path]: after }), { path, offset: place, newName: name });
  if (!planned.safe) {
    const { code } = planned.refusal;
    tally.kept.set(code, (tally.kept.get(code) ?? 0) + 1);
    return;
  }
  tally.returned += 1;
  const there = editedBytes(bytes, edits);
  assert.ok(there.ok, title);
  const again = editedBytes(there.bytes, planned.plan.edits.get(path) ?? []);
  assert.ok(again.ok, title);
  // One variable may be spelled in several ways that are one in NFKC; it comes back in one of them.
  const isSpelledOnce = others.length === 0 && name === name.normalize('NFKC');
  if (isSpelledOnce) assert.deepEqual(Buffer.from(again.bytes), Buffer.from(bytes), title);
  // So may a private name, within its class and mangled outside.
  else if (others.every((other) => other.normalize('NFKC') === name.normalize('NFKC')))
    assert.equal(normalized(again.bytes), normalized(bytes), title);
}

const normalized = (bytes: Uint8Array) => Buffer.from(bytes).toString().normalize('NFKC');

/** Renames all variables of a module as one change, and says how many could be. */
async function renameTogether(source: Source): Promise<number> {
  const { text, title } = source;
  const project = projectOf({ [path]: text });
  const wanted = (project.module(path)?.bindings.bindings ?? []).flatMap((binding, index) => {
    const offset = binding.definitions[0]?.start;
    return offset === undefined ? [] : [{ binding, request: { path, offset, newName: `zz_${index}` } }];
  });
  const { outcomes, edits } = planRenames(
    project,
    wanted.map(({ request }) => request),
  );
  const pairs = outcomes.flatMap((planned, index): Pairs => {
    const one = wanted[index];
    if (one === undefined || !planned.safe) return [];
    const { oldName, newName } = planned.plan;
    return [
      [oldName, newName],
      [one.binding.name, newName],
    ];
  });
  if (pairs.length === 0) return 0;
  const difference = await differenceOfPrograms(source, edits.get(path) ?? [], pairs);
  if (difference === 'not compiled') return 0;
  assert.equal(difference, undefined, `${title}\n${text}\n${edited(text, edits.get(path) ?? [])}`);
  return pairs.length / 2;
}

/** What CPython finds different but for the names; `not compiled` where it refuses the text as it was. */
async function differenceOfPrograms(
  { text }: Source,
  edits: readonly TextEdit[],
  pairs: Pairs,
): Promise<string | undefined> {
  const after = edited(text, edits);
  const code = await differenceOf(text, after, pairs);
  if (code !== undefined) return code;
  const [names, newNames] = await oracle([
    { path, text },
    { path, text: after },
  ]);
  if (names === undefined || !('names' in names)) return 'not compiled';
  if (newNames === undefined || !('names' in newNames)) return `symtable: ${JSON.stringify(newNames)}`;
  return differentNames(names, newNames, pairs);
}

function assertTold({ applied, returned, kept }: Tally): void {
  const told = `${returned} of ${applied} came back; ${JSON.stringify([...kept])}`;
  assert.ok(applied > 20 && returned > applied / 2, told);
}
