import { check, everythingIn } from './check.ts';
import type { FileSettings, Settings } from './config/load.ts';
import type { Finding } from './finding.ts';
import { introduced, notMoved } from './introduced.ts';
import { decode } from './python/decode.ts';
import type { TestModule } from './python/module.ts';
import type { Parser } from './python/parse.ts';
import { testModule } from './python/test-module.ts';
import type { Failure } from './report/report.ts';
import type { Source, Sources } from './sources.ts';

/** The findings of one source, or why it has none. */
export type Outcome =
  | { readonly ok: true; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly failure: Failure };

/**
 * Reviews the sources of a change, each by itself. What blocks is looked for once more in what the other files of the
 * change have lost: a test may have moved from one file to another.
 */
export function reviewerOf(
  change: Pick<Sources, 'sources' | 'removed'>,
  settings: Settings,
  parse: () => Parser,
): (source: Source) => Outcome {
  let gone: readonly Finding[] | undefined;
  return (source) => {
    const outcome = reviewed(source, settings.for(source.place), parse);
    if (!outcome.ok || source.bases === undefined || !outcome.findings.some(isError)) return outcome;
    gone ??= goneFrom(change, settings, parse);
    return { ok: true, findings: notMoved(outcome.findings, gone) };
  };
}

const isError = ({ severity }: Finding) => severity === 'error';

/** The findings of a source, those left out that its bases have too. */
function reviewed(
  { path, place, bytes, bases }: Source,
  settings: FileSettings,
  parse: () => Parser,
): Outcome {
  const decoded = decode(bytes);
  if (!decoded.ok) return { ok: false, failure: { path, reason: decoded.reason } };
  const findings = check(moduleOf(place, decoded.text, settings, parse), settings.rules);
  const shown = { ok: true, findings: findings.map((finding) => ({ ...finding, path })) } as const;
  if (bases === undefined || findings.length === 0) return shown;
  const standing = bases.map((base) => standingIn(place, base, settings, parse));
  return { ok: true, findings: introduced({ findings: shown.findings, bases: standing }) };
}

/** What the files of a change had before it and do not have after it. */
function goneFrom(
  { sources, removed }: Pick<Sources, 'sources' | 'removed'>,
  settings: Settings,
  parse: () => Parser,
): readonly Finding[] {
  const standing = (place: string, bytes: Uint8Array) => standingIn(place, bytes, settings.for(place), parse);
  const lost = sources.flatMap(({ place, bytes, bases = [] }) => {
    const [base, ...others] = bases;
    // In a merge each side has its own past.
    if (base === undefined || others.length > 0) return [];
    return introduced({ findings: standing(place, base), bases: [standing(place, bytes)] });
  });
  return [...lost, ...removed().flatMap(({ place, bytes }) => standing(place, bytes))];
}

function standingIn(
  place: string,
  bytes: Uint8Array,
  settings: FileSettings,
  parse: () => Parser,
): readonly Finding[] {
  const decoded = decode(bytes);
  return decoded.ok ? everythingIn(moduleOf(place, decoded.text, settings, parse), settings.rules) : [];
}

const moduleOf = (
  place: string,
  text: string,
  { conventions }: FileSettings,
  parse: () => Parser,
): TestModule => testModule(place, parse()(text), conventions, parse());
