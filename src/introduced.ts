import type { Finding } from './finding.ts';
import { nearest } from './nearest.ts';

/** One side of a comparison: what a file says now, and what it said in each base. */
export interface Compared {
  readonly findings: readonly Finding[];
  /** The findings of the same file in each base; empty for a file that is new. */
  readonly bases: readonly (readonly Finding[])[];
}

/**
 * The findings that the change brings in: those that are in none of the bases. A finding is in a base when one with
 * the same fingerprint stands there whose measure is no smaller; failing that, when one that has gone from its place
 * looks the same (code that moved to another definition), is in a definition of the same name (a method that became
 * a function, a class that was renamed), was in the same definition (which was changed), or is about almost the same
 * name (a slip that was mended). A name that the module has had in another place is not new either. Each finding of a
 * base stands for one, so that a second problem of the same kind in the same place is new.
 */
export function introduced({ findings, bases }: Compared): readonly Finding[] {
  return bases.reduce<readonly Finding[]>((remaining, base) => absentFrom(base, remaining), findings);
}

function absentFrom(base: readonly Finding[], findings: readonly Finding[]): readonly Finding[] {
  const pool = new Set(base);
  const unplaced = findings.filter((finding) => !take(pool, finding, inTheSamePlaceAndAlike));
  const unmatched = unplaced.filter((finding) => !take(pool, finding, inTheSamePlace));
  const names = namesIn(base);
  return elsewhere
    .reduce((left, matches) => left.filter((finding) => !take(pool, finding, matches)), unmatched)
    .filter(({ isVocabulary, fingerprint }) => isVocabulary !== true || !names.has(nameOf(fingerprint)));
}

/** The rules and names of a base that are the vocabulary of its module: new code that follows it brings nothing new. */
const namesIn = (base: readonly Finding[]): ReadonlySet<string> =>
  new Set(base.flatMap(({ isVocabulary, fingerprint }) => (isVocabulary ? nameOf(fingerprint) : [])));

/** A fingerprint without its definition. */
function nameOf(fingerprint: string): string {
  const [rule = '', , ...subject] = fingerprint.split('\n');
  return [rule, ...subject].join('\n');
}

/**
 * The findings of a file but for those that other files of the change had before and have no more, since their code has
 * moved.
 */
export function notMoved(findings: readonly Finding[], gone: readonly Finding[]): readonly Finding[] {
  const pool = new Set(gone);
  return [alikeInTheSameDefinition, alike, inTheSameDefinitionElsewhere].reduce(
    (left, matches) => left.filter((finding) => !take(pool, finding, matches)),
    findings,
  );
}

type Match = (finding: Finding, earlier: Finding) => boolean;

const inTheSamePlace: Match = (finding, earlier) =>
  finding.fingerprint === earlier.fingerprint && !hasGrown(finding, earlier);

const alike: Match = (finding, earlier) =>
  finding.likeness === earlier.likeness && !hasGrown(finding, earlier);

const inTheSamePlaceAndAlike: Match = (finding, earlier) =>
  inTheSamePlace(finding, earlier) && finding.likeness === earlier.likeness;

/** A test that went into a class, out of one or into a renamed one keeps its own name. */
const inTheSameDefinitionElsewhere: Match = (finding, earlier) =>
  withoutOwner(finding.fingerprint) === withoutOwner(earlier.fingerprint) && !hasGrown(finding, earlier);

const alikeInTheSameDefinition: Match = (finding, earlier) =>
  inTheSameDefinitionElsewhere(finding, earlier) && finding.likeness === earlier.likeness;

/** What was changed in a function takes the place of what was there. */
const inTheSameDefinition: Match = (finding, earlier) =>
  finding.rule === earlier.rule &&
  definitionOf(finding) !== '' &&
  definitionOf(finding) === definitionOf(earlier) &&
  !hasGrown(finding, earlier);

/** A name that is only spelt otherwise now. */
const ofAlmostTheSameName: Match = (finding, earlier) =>
  finding.rule === earlier.rule &&
  subjectOf(finding) !== '' &&
  nearest(subjectOf(finding), [subjectOf(earlier)]) !== undefined &&
  formOf(finding.line) === formOf(earlier.line) &&
  !hasGrown(finding, earlier);

/** By what a finding that has gone from its place is known again, the surest first. */
const elsewhere: readonly Match[] = [
  alikeInTheSameDefinition,
  alike,
  inTheSameDefinitionElsewhere,
  inTheSameDefinition,
  ofAlmostTheSameName,
];

const definitionOf = ({ fingerprint }: Finding) => fingerprint.split('\n')[1] ?? '';
const subjectOf = ({ fingerprint }: Finding) => fingerprint.split('\n')[2] ?? '';

/** A line of code with every text and every word in it made alike. */
const formOf = (line: string) =>
  line
    .trim()
    .replace(/"[^"]*"|'[^']*'/g, '"')
    .replace(/\w+/g, 'w');

/** A fingerprint without the classes and functions around the innermost definition. */
function withoutOwner(fingerprint: string): string {
  const [rule = '', qualifiedName = '', ...subject] = fingerprint.split('\n');
  return [rule, qualifiedName.slice(qualifiedName.lastIndexOf('.') + 1), ...subject].join('\n');
}

function hasGrown(finding: Finding, earlier: Finding): boolean {
  return finding.measure !== undefined && earlier.measure !== undefined && finding.measure > earlier.measure;
}

/** Takes the first finding that matches out of the pool; false when there is none. */
function take(pool: Set<Finding>, finding: Finding, matches: Match): boolean {
  for (const earlier of pool) {
    if (!matches(finding, earlier)) continue;
    pool.delete(earlier);
    return true;
  }
  return false;
}
