/**
 * Runs a preset over the test modules of repositories and folders, counts what each rule finds, and draws a sample of
 * its findings for a reader: first a repository at random, then one of its findings.
 *
 *     npm run precision -- DIRECTORY... [--rule R] [--sample 30] [--seed 1] [--preset fast]
 *         [--context 12] [--json]
 */
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Finding } from '../src/finding.ts';
import { displayed } from '../src/report/text.ts';
import { type Measured, measured } from './corpus.ts';

/** A finding with where it was found. */
export interface Located {
  readonly repository: string;
  readonly commit: string | undefined;
  readonly finding: Finding;
  readonly text: string;
}

/** The findings of each rule by repository, rules by name. */
export function findingsByRule(
  repositories: readonly Measured[],
): ReadonlyMap<string, readonly (readonly Located[])[]> {
  const located = repositories.map(({ name, commit, modules }) =>
    modules.flatMap(({ text, findings }) =>
      findings.map((finding): Located => ({ repository: name, commit, finding, text })),
    ),
  );
  const names = new Set(located.flat().map(({ finding }) => finding.rule));
  return new Map(
    [...names]
      .toSorted()
      .map((rule) => [
        rule,
        located
          .map((findings) => findings.filter(({ finding }) => finding.rule === rule))
          .filter((findings) => findings.length > 0),
      ]),
  );
}

/**
 * Draws up to `size` of the items, each from a group that is drawn first, so that no large group hides the others. The
 * same seed draws the same.
 */
export function sampled<Item>(
  groups: readonly (readonly Item[])[],
  size: number,
  seed: string,
): readonly Item[] {
  const random = generator(seed);
  const rest = groups.map((group) => [...group]);
  const sample: Item[] = [];
  while (sample.length < size) {
    const filled = rest.filter((group) => group.length > 0);
    if (filled.length === 0) return sample;
    const group = filled[Math.floor(random() * filled.length)] ?? [];
    sample.push(...group.splice(Math.floor(random() * group.length), 1));
  }
  return sample;
}

/** Numbers from 0 up to 1: the seed is hashed by FNV-1a, and mulberry32 goes on from there. */
function generator(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The lines around a finding, numbered, with a mark at those that it covers. */
export function excerpt({ text, finding }: Pick<Located, 'text' | 'finding'>, context: number): string {
  const lines = text.split(/\r\n|\r|\n/);
  const { start, end } = finding;
  const first = Math.max(start.line - context, 1);
  const last = Math.min(Math.min(end.line, start.line + context) + context, lines.length);
  return lines
    .slice(first - 1, last)
    .map((line, index) => {
      const number = first + index;
      const mark = number >= start.line && number <= end.line ? '>' : ' ';
      return `${mark} ${String(number).padStart(5)}  ${line}`.trimEnd();
    })
    .join('\n');
}

interface Sample {
  readonly rule: string;
  readonly all: readonly (readonly Located[])[];
  readonly drawn: readonly Located[];
}

function corpusTable(repositories: readonly Measured[]): string {
  return [
    '| repository | commit | modules | lines | tests | not checked |',
    '|---|---|--:|--:|--:|--:|',
    ...repositories.map(({ name, commit, modules, unchecked }) => {
      const tests = modules.reduce((sum, module) => sum + module.tests, 0);
      const cells = [
        name,
        commit?.slice(0, 12) ?? '',
        modules.length,
        linesIn(modules),
        tests,
        unchecked.length,
      ];
      return `| ${cells.join(' | ')} |`;
    }),
    '',
  ].join('\n');
}

const linesIn = (modules: Measured['modules']) =>
  modules.reduce((sum, { text }) => sum + text.split('\n').length, 0);

function rulesTable(samples: readonly Sample[], repositories: readonly Measured[]): string {
  const lines = repositories.reduce((sum, { modules }) => sum + linesIn(modules), 0);
  return [
    '| rule | severity | findings | per 1000 lines | repositories | drawn |',
    '|---|---|--:|--:|--:|--:|',
    ...samples.map(({ rule, all, drawn }) => {
      const findings = all.flat();
      const rate = ((1000 * findings.length) / Math.max(lines, 1)).toFixed(3);
      const severity = findings[0]?.finding.severity ?? '';
      return `| \`${rule}\` | ${severity} | ${findings.length} | ${rate} | ${all.length} | ${drawn.length} |`;
    }),
    '',
  ].join('\n');
}

function chapter({ rule, drawn }: Sample, context: number): string {
  return [`## ${rule}\n`, ...drawn.map((located, index) => card(located, index + 1, context))].join('\n');
}

function card(located: Located, number: number, context: number): string {
  const { path, start, message } = located.finding;
  const place = `${located.repository} ${displayed(path)}:${start.line}:${start.column}`;
  return `### ${number}. ${place}\n\n${message}\n\n~~~python\n${excerpt(located, context)}\n~~~\n`;
}

/** What `--json` prints: the tables, and the sample with the source around each finding. */
function jsonOf(samples: readonly Sample[], repositories: readonly Measured[], context: number): object {
  return {
    repositories: repositories.map(({ name, commit, modules, unchecked }) => ({
      name,
      commit,
      modules: modules.length,
      lines: linesIn(modules),
      tests: modules.reduce((sum, { tests }) => sum + tests, 0),
      unchecked,
    })),
    rules: samples.map(({ rule, all, drawn }) => ({
      rule,
      severity: all[0]?.[0]?.finding.severity,
      findings: all.flat().length,
      repositories: all.length,
      sample: drawn.map((located) => ({
        repository: located.repository,
        commit: located.commit,
        path: located.finding.path,
        line: located.finding.start.line,
        endLine: located.finding.end.line,
        message: located.finding.message,
        source: excerpt(located, context),
      })),
    })),
  };
}

function run(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rule: { type: 'string', multiple: true },
      sample: { type: 'string', default: '30' },
      seed: { type: 'string', default: '1' },
      preset: { type: 'string', default: 'fast' },
      context: { type: 'string', default: '12' },
      json: { type: 'boolean', default: false },
    },
  });
  if (positionals.length === 0) throw new Error('precision: name repositories or folders with tests');
  const preset = values.preset === 'review' ? 'review' : 'fast';
  const context = Number(values.context);
  const repositories = positionals
    .map((path) => measured(path, preset))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const samples = Array.from(findingsByRule(repositories), ([rule, all]): Sample => {
    // Each rule has a seed of its own, so that what another one finds does not change its sample.
    const drawn = sampled(all, Number(values.sample), `${values.seed} ${rule}`);
    return { rule, all, drawn };
  }).filter(({ rule }) => values.rule === undefined || values.rule.includes(rule));
  if (values.json) {
    console.log(JSON.stringify(jsonOf(samples, repositories, context), undefined, 2));
    return;
  }
  console.log(corpusTable(repositories));
  for (const { name, unchecked } of repositories) {
    for (const reason of unchecked) console.log(`${name}: not checked: ${reason}`);
  }
  console.log(rulesTable(samples, repositories));
  for (const sample of samples) console.log(chapter(sample, context));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) run();
