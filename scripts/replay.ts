/**
 * Replays the newest commits of repositories that change test modules, as if each had been staged on its parent, and
 * tells how many of them the hook would have blocked, and for what.
 *
 *     npm run replay -- REPOSITORY... [--commits 200] [--preset fast] [--json]
 */
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Finding } from '../src/finding.ts';
import { displayed } from '../src/report/text.ts';
import { reviewerOf } from '../src/reviewer.ts';
import type { Preset } from '../src/rules/rule.ts';
import { parse } from '../test/support/parser.ts';
import { type TestCommit, testCommits } from './history.ts';
import { nameOf, placeOf, settingsReader } from './tree.ts';

/** What the hook would have said of the commits of one repository, newest first. */
export interface Replay {
  readonly repository: string;
  readonly commits: readonly ReplayedCommit[];
}

export interface ReplayedCommit {
  readonly id: string;
  /** What the commit introduces. */
  readonly findings: readonly Finding[];
  /** The modules that could not be checked: these block as well. */
  readonly unchecked: readonly string[];
}

/** Replays up to `count` commits of a repository. Throws a UserError where git cannot read it. */
export function replay(path: string, count: number, preset: Preset): Replay {
  const place = placeOf(path);
  const commits: ReplayedCommit[] = [];
  for (const commit of testCommits(place, settingsReader(place, preset))) {
    if (commits.length === count) break;
    commits.push(replayed(commit));
  }
  return { repository: nameOf(path), commits };
}

function replayed(commit: TestCommit): ReplayedCommit {
  const { id, sources, settings } = commit;
  const outcomes = sources.map(reviewerOf(commit, settings, () => parse));
  return {
    id,
    findings: outcomes.flatMap((outcome) => (outcome.ok ? outcome.findings : [])),
    unchecked: outcomes.flatMap((outcome) =>
      outcome.ok ? [] : `${displayed(outcome.failure.path)}: ${outcome.failure.reason}`,
    ),
  };
}

export const isBlocked = ({ findings, unchecked }: ReplayedCommit): boolean =>
  unchecked.length > 0 || findings.some(({ severity }) => severity === 'error');

const isInformed = (commit: ReplayedCommit) => !isBlocked(commit) && commit.findings.length > 0;

/** The findings of a repository under one line of figures. */
function chapter({ repository, commits }: Replay): string {
  const said = commits.flatMap((commit) => [
    ...commit.unchecked.map((line) => `${commit.id.slice(0, ID)} ${line}`),
    ...commit.findings.map((finding) => entry(commit, finding)),
  ]);
  return [`${repository}: ${figures(commits)}`, ...said, ''].join('\n');
}

const ID = 12;

function entry({ id }: ReplayedCommit, { path, start, severity, rule, message, line }: Finding): string {
  const place = `${displayed(path)}:${start.line}:${start.column}`;
  return `${id.slice(0, ID)} ${place}: ${severity}: ${message}  [${rule}]\n    ${line.trim()}`;
}

function figures(commits: readonly ReplayedCommit[]): string {
  const blocked = commits.filter(isBlocked).length;
  const informed = commits.filter(isInformed).length;
  return `${commits.length} commits, ${blocked} blocked (${share(blocked, commits.length)}), ${informed} only informed`;
}

const share = (part: number, whole: number) => `${whole === 0 ? 0 : ((100 * part) / whole).toFixed(2)} %`;

/** How often each rule spoke, in how many commits. */
function rulesTable(commits: readonly ReplayedCommit[]): string {
  const findings = commits.flatMap((commit) => commit.findings);
  const rows = [...new Set(findings.map(({ rule }) => rule))].toSorted().map((rule) => {
    const own = findings.filter((finding) => finding.rule === rule);
    const errors = own.filter(({ severity }) => severity === 'error').length;
    const touched = commits.filter((commit) =>
      commit.findings.some((finding) => finding.rule === rule),
    ).length;
    return `| \`${rule}\` | ${errors} | ${own.length - errors} | ${touched} | ${share(touched, commits.length)} |`;
  });
  return ['| rule | errors | warnings | commits | share |', '|---|--:|--:|--:|--:|', ...rows, ''].join('\n');
}

function repositoriesTable(replays: readonly Replay[]): string {
  const row = (name: string, commits: readonly ReplayedCommit[], newest: string) => {
    const blocked = commits.filter(isBlocked).length;
    return `| ${name} | ${newest} | ${commits.length} | ${blocked} | ${share(blocked, commits.length)} |`;
  };
  return [
    '| repository | newest commit | commits | blocked | share |',
    '|---|---|--:|--:|--:|',
    ...replays.map(({ repository, commits }) => row(repository, commits, commits[0]?.id.slice(0, ID) ?? '')),
    row(
      'all',
      replays.flatMap(({ commits }) => commits),
      '',
    ),
    '',
  ].join('\n');
}

/** What `--json` prints of a repository. */
function jsonOf({ repository, commits }: Replay): object {
  return {
    repository,
    commits: commits.length,
    blocked: commits.filter(isBlocked).length,
    informed: commits.filter(isInformed).length,
    unchecked: commits.flatMap(({ id, unchecked }) => unchecked.map((reason) => ({ commit: id, reason }))),
    findings: commits.flatMap(({ id, findings }) =>
      findings.map(({ rule, severity, path, start, message, line }) => ({
        commit: id,
        rule,
        severity,
        path,
        line: start.line,
        column: start.column,
        message,
        source: line.trim(),
      })),
    ),
  };
}

function run(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      commits: { type: 'string', default: '200' },
      preset: { type: 'string', default: 'fast' },
      json: { type: 'boolean', default: false },
    },
  });
  const count = Number(values.commits);
  if (positionals.length === 0 || !Number.isInteger(count) || count < 1) {
    throw new Error('replay: name repositories, and with --commits how many commits of each');
  }
  const preset = values.preset === 'review' ? 'review' : 'fast';
  const replays: Replay[] = [];
  for (const path of positionals) {
    const result = replay(path, count, preset);
    replays.push(result);
    if (!values.json) console.log(chapter(result));
  }
  if (values.json) console.log(JSON.stringify(replays.map(jsonOf), undefined, 2));
  else {
    console.log(rulesTable(replays.flatMap(({ commits }) => commits)));
    console.log(repositoriesTable(replays));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) run();
