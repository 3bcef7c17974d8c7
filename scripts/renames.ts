/**
 * `npm run renames -- DIR…`: renames in a copy of each tree, and compares its code and the outcome of its tests with
 * those of the original.
 *
 * `--kinds rules,locals,names` says what is renamed: what the rules propose, every variable of a function, every other
 * name and attribute (the first two unless said otherwise). `--test COMMAND` runs in a copy of the original and in the
 * renamed one; it runs pytest so that `{report}` is written by `--junitxml`. `--python PATH` compiles (`python3` of PATH
 * otherwise). `--keep` leaves the copies, `--show CODE,…` prints each refusal of these codes. Exit status 1 if anything
 * differs, or a refusal is `internal`, which is a fault of a plan.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { check } from '../src/check.ts';
import { draftOf, type Draft } from '../src/fix/draft.ts';
import { planRenames } from '../src/rename/batch.ts';
import type { Planned, RenamePlan, RenameRequest } from '../src/rename/plan.ts';
import type { Refusal } from '../src/rename/refusal.ts';
import { parse } from '../test/support/parser.ts';
import {
  ENDING,
  type Kind,
  KINDS,
  localRequests,
  nameRequests,
  proposedRequests,
} from './rename-requests.ts';
import { commitOf, settingsIn, viewOfFolder } from './rename-tree.ts';
import { nameOf } from './tree.ts';

/** What was renamed and what was not, and what came of it. */
interface Total {
  readonly kind: Kind;
  applied: number;
  readonly refused: Refusal[];
  /** Old and new names by path. */
  readonly names: Map<string, (readonly [oldName: string, newName: string])[]>;
}

function renameIn(draft: Draft, paths: readonly string[], kind: Kind, requestsIn: RequestsIn): Total {
  const total: Total = { kind, applied: 0, refused: [], names: new Map() };
  for (const path of paths) {
    const requests = requestsIn(draft, path);
    if (requests.length === 0) continue;
    const { outcomes, edits } = planRenames(draft.project(), requests);
    for (const outcome of outcomes) count(total, outcome);
    const objections = [...edits].flatMap(([file, list]) => draft.objection(file, list) ?? []);
    if (objections.length > 0) throw new Error(`${path}: ${objections.join('; ')}`);
    draft.edit(edits);
  }
  return total;
}

type RequestsIn = (draft: Draft, path: string) => readonly RenameRequest[];

function count(total: Total, outcome: Planned): void {
  if (!outcome.safe) {
    total.refused.push(outcome.refusal);
    return;
  }
  total.applied += 1;
  for (const path of outcome.plan.edits.keys()) addName(total, path, outcome.plan);
}

function addName({ names }: Total, path: string, { oldName, newName }: RenamePlan): void {
  names.set(path, [...(names.get(path) ?? []), [oldName, newName]]);
}

/** Compares the code of the edited files; the places where it differs. */
function differencesIn(
  before: Draft,
  after: Draft,
  names: Total['names'],
  python: string,
): { readonly compared: number; readonly differences: readonly string[] } {
  const paths = [...after.contents().keys()];
  const asked = paths.map((path) =>
    JSON.stringify({
      before: before.project().text(path),
      after: after.project().text(path),
      pairs: names.get(path) ?? [],
    }),
  );
  const script = join(import.meta.dirname, '../test/oracle/bytecode.py');
  const input = asked.join('\n');
  const answer = spawnSync(python, [script], { input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (answer.status !== 0) throw new Error(`${python} failed: ${answer.stderr}`);
  const answers = answer.stdout
    .split('\n')
    .filter((line) => line !== '')
    // The form that bytecode.py promises.
    .map((line) => JSON.parse(line) as { readonly found?: string | null });
  const found = paths.flatMap((path, index) => {
    const difference = answers[index]?.found;
    return difference === undefined ? [] : { path, difference };
  });
  const differing = found.filter(({ difference }) => difference !== null);
  return {
    compared: found.length,
    differences: differing.map(({ path, difference }) => `${path}: ${difference}`),
  };
}

/** The outcome of each test by its id, from a JUnit report. */
export function outcomesIn(report: string): ReadonlyMap<string, string> {
  const outcomes = new Map<string, string>();
  for (const [, attributes = '', rest = ''] of report.matchAll(
    /<testcase\b([^>]*?)(?:\/>|>(.*?)<\/testcase>)/gs,
  )) {
    const valueOf = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    const id = `${valueOf('classname')}::${valueOf('name')}`;
    const [, failure = 'passed'] = /<(failure|error|skipped)\b/.exec(rest) ?? [];
    outcomes.set(id, failure);
  }
  return outcomes;
}

/** The tests whose outcome is another one afterwards, or that are gone or new. */
export function changedOutcomes(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  // pytest makes ids of the names of tests, arguments and fixtures: a fresh name makes another id of the same test.
  const known = new Map(
    [...after].map(([id, outcome]) => [before.has(id) ? id : id.replaceAll(ENDING, ''), outcome]),
  );
  return [...new Set([...before.keys(), ...known.keys()])].flatMap((id) => {
    const [then = 'not there', now = 'not there'] = [before.get(id), known.get(id)];
    return then === now ? [] : `${id}: ${then}, now ${now}`;
  });
}

function tested(folder: string, command: string): ReadonlyMap<string, string> {
  const report = join(mkdtempSync(join(tmpdir(), 'proctor-renames-')), 'report.xml');
  const shell = spawnSync('sh', ['-c', command.replaceAll('{report}', report)], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  try {
    return outcomesIn(readFileSync(report, 'utf8'));
  } catch {
    throw new Error(`no report: ${shell.stdout.slice(-2000)}${shell.stderr.slice(-2000)}`);
  }
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      kinds: { type: 'string', default: 'rules,locals' },
      test: { type: 'string' },
      python: { type: 'string', default: 'python3' },
      keep: { type: 'boolean', default: false },
      show: { type: 'string', default: '' },
    },
  });
  const kinds = KINDS.filter((kind) => values.kinds.split(',').includes(kind));
  console.log(
    '| tree | commit | kind | applied | refused | files compared | differences | tests | changed |',
  );
  console.log('|---|---|---|--:|--:|--:|--:|--:|--:|');
  for (const folder of positionals) {
    for (const kind of kinds) renameTree(folder, kind, values);
  }
}

interface Options {
  readonly test?: string | undefined;
  readonly python: string;
  readonly keep: boolean;
  readonly show: string;
}

function renameTree(folder: string, kind: Kind, { test, python, keep, show }: Options): void {
  const view = viewOfFolder(folder);
  const settings = settingsIn(view);
  const reading = { parse: () => parse, conventions: (path: string) => settings.for(path).conventions };
  const [original, draft] = [draftOf(view, reading), draftOf(view, reading)];
  const paths = view.files.filter((path) => path.endsWith('.py'));
  const requestsIn: RequestsIn = (state, path) => {
    const module = state.project().module(path);
    if (module === undefined) return [];
    if (kind === 'locals') return localRequests(module);
    if (kind === 'names') return nameRequests(module);
    return settings.isTestModule(path) ? proposedRequests(path, check(module, settings.for(path).rules)) : [];
  };
  const total = renameIn(draft, paths, kind, requestsIn);
  const { compared, differences } = differencesIn(original, draft, total.names, python);
  const [tests, changed] = test === undefined ? [0, []] : testsOf(folder, draft, test, keep);
  const numbers = new Map<string, number>();
  for (const { code } of total.refused) numbers.set(code, (numbers.get(code) ?? 0) + 1);
  const refused = [...numbers].toSorted((one, other) => other[1] - one[1]);
  const [name, commit] = [nameOf(folder), commitOf(folder) ?? ''];
  console.log(
    `| ${name} | ${commit} | ${kind} | ${total.applied} | ${total.refused.length} | ${compared} | ${differences.length} | ${tests} | ${changed.length} |`,
  );
  console.log(`    refused: ${refused.map(([code, number]) => `${code} ${number}`).join(', ')}`);
  const shown = new Set(['internal', ...show.split(',')]);
  for (const { code, path, at, reason } of total.refused) {
    if (shown.has(code)) console.log(`    ${code}: ${path}:${at.line}: ${reason}`);
  }
  for (const line of [...differences, ...changed]) console.log(`    ${line}`);
  if (differences.length + changed.length > 0 || numbers.has('internal')) process.exitCode = 1;
}

/** Runs the tests in two copies, and says how many there are and which changed. */
function testsOf(
  folder: string,
  draft: Draft,
  command: string,
  keep: boolean,
): readonly [number, readonly string[]] {
  const copy = mkdtempSync(join(tmpdir(), 'proctor-renames-'));
  const place = join(copy, nameOf(folder));
  cpSync(folder, place, { recursive: true, verbatimSymlinks: true });
  const before = tested(place, command);
  for (const [path, bytes] of draft.contents()) writeFileSync(join(place, path), bytes);
  const after = tested(place, command);
  if (keep) console.log(`    kept: ${place}`);
  else rmSync(copy, { recursive: true, force: true });
  return [before.size, changedOutcomes(before, after)];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
