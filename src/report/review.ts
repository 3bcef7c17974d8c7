import type { Finding } from '../finding.ts';
import { type Family, families, type NonEmpty, type Rule, type Severity } from '../rules/rule.ts';
import type { Facts } from './facts.ts';
import type { Failure } from './report.ts';

/** The modules that were reviewed, and the files that could not be. */
export interface Review {
  readonly modules: readonly ReviewedModule[];
  readonly failures: readonly Failure[];
}

/** What the review says of one module, by its points. */
export interface ReviewedModule {
  readonly path: string;
  readonly findings: readonly Finding[];
  /** The defects of security; undefined where no rule of that family is on. */
  readonly security: readonly Group[] | undefined;
  /** The other points that have findings. */
  readonly points: readonly Point[];
  /** The points in which nothing was found, though a rule of theirs is on. */
  readonly silent: readonly Point[];
  readonly repairs: readonly Repair[];
  readonly facts: Facts;
  /** The command that carries out the safe ones of the repairs. */
  readonly command: string;
}

/** A point of the review; its number is that of its family. */
export interface Point {
  readonly number: number;
  readonly family: Family;
  readonly title: string;
  /** Errors first, then by the place of their first finding. */
  readonly groups: readonly Group[];
}

/** The findings of one rule in one module. */
export interface Group {
  readonly rule: string;
  readonly severity: Severity;
  /** As in Rule; empty for a finding that no rule makes. */
  readonly summary: string;
  readonly advice: string | undefined;
  /** In source order. */
  readonly findings: NonEmpty<Finding>;
}

/** What `--fix` or `--unsafe-fixes` would do, in one place or in several. */
export interface Repair {
  readonly safe: boolean;
  /** As an order in lower case. */
  readonly title: string;
  readonly rename: Rename | undefined;
  /** The one-based lines of the findings that it mends, ascending. */
  readonly lines: NonEmpty<number>;
}

export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** What was found in one module, and the rules that were on for it. */
export interface Reviewed {
  readonly path: string;
  readonly findings: readonly Finding[];
  readonly rules: readonly Rule[];
  readonly facts: Facts;
  readonly command: string;
}

/** Sorts the findings of a module by the points of the review. */
export function reviewedModule({ path, findings, rules, facts, command }: Reviewed): ReviewedModule {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const checked = new Set(rules.map(({ family }) => family));
  const [security, ...others] = families.map(({ name, title }, number): Point => {
    const own = findings.filter(({ rule }) => (byId.get(rule)?.family ?? FAMILY_OF_OTHERS) === name);
    return { number, family: name, title, groups: groupedByRule(own, byId) };
  });
  return {
    path,
    findings,
    security: security !== undefined && checked.has(security.family) ? security.groups : undefined,
    points: others.filter(({ groups }) => groups.length > 0),
    silent: others.filter(({ family, groups }) => groups.length === 0 && checked.has(family)),
    repairs: repairsOf(findings),
    facts,
    command,
  };
}

// What no rule finds is a comment that suppresses nothing.
const FAMILY_OF_OTHERS: Family = 'comments';

function groupedByRule(findings: readonly Finding[], rules: ReadonlyMap<string, Rule>): readonly Group[] {
  return gathered(findings, ({ rule }) => rule)
    .map(([first, ...others]): Group => {
      const { advice, summary = '' } = rules.get(first.rule) ?? {};
      return { rule: first.rule, severity: first.severity, summary, advice, findings: [first, ...others] };
    })
    .toSorted((one, other) => Number(other.severity === 'error') - Number(one.severity === 'error'));
}

function repairsOf(findings: readonly Finding[]): readonly Repair[] {
  const repairs = findings.flatMap(repairsFor);
  return gathered(repairs, ({ safe, title }) => `${safe} ${title}`).map(([first, ...others]) => ({
    ...first,
    lines: [...first.lines, ...others.flatMap(({ lines }) => lines)],
  }));
}

function repairsFor(finding: Finding): readonly Repair[] {
  const { fix, start } = finding;
  if (fix !== undefined && 'edits' in fix) {
    return [{ safe: fix.safe, title: fix.title, rename: undefined, lines: [start.line] }];
  }
  return renamesOf(finding).map(({ from, to, line }) => ({
    safe: true,
    title: `rename \`${from}\` to \`${to}\``,
    rename: { from, to },
    lines: [line],
  }));
}

/** What the fix of a finding renames, with the line where each name is given first. */
export function renamesOf(finding: Finding): readonly (Rename & { readonly line: number })[] {
  const { fix, start } = finding;
  if (fix === undefined || 'edits' in fix) return [];
  if ('renames' in fix) return fix.renames.map(({ from, renameTo, line }) => ({ from, to: renameTo, line }));
  return [{ from: pointedAt(finding), to: fix.renameTo, line: start.line }];
}

/** What is said of all modules together. */
export interface Totals {
  readonly modules: number;
  /** The modules with findings. */
  readonly faulty: number;
  readonly findings: number;
  readonly errors: number;
  readonly warnings: number;
  /** The findings of security. */
  readonly defects: number;
  readonly tests: number;
  readonly lines: number;
  /** The tests with a docstring. */
  readonly documented: number;
}

export function totalsOf(modules: readonly ReviewedModule[]): Totals {
  const findings = modules.flatMap((module) => module.findings);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const total = (part: 'tests' | 'lines' | 'documented') =>
    modules.reduce((sum, { facts }) => sum + facts[part], 0);
  return {
    modules: modules.length,
    faulty: modules.filter((module) => module.findings.length > 0).length,
    findings: findings.length,
    errors,
    warnings: findings.length - errors,
    defects: defectsIn(modules.flatMap(({ security }) => security ?? [])),
    tests: total('tests'),
    lines: total('lines'),
    documented: total('documented'),
  };
}

export const defectsIn = (security: readonly Group[]): number =>
  security.flatMap(({ findings }) => findings).length;

/** The text that a finding points at, as much of it as stands on its first line. */
export function pointedAt({ line, start, end }: Finding): string {
  return line.slice(start.column - 1, end.line === start.line ? end.column - 1 : undefined).trim();
}

/** The items in groups of the same key, in the order of the first of each. */
export function gathered<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly NonEmpty<Item>[] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
