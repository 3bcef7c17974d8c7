import { relative, resolve } from 'node:path';
import type { CheckCommand } from '../arguments.ts';
import type { Settings } from '../config/load.ts';
import { withSlashes } from '../files.ts';
import type { ExitCode, Host } from '../host.ts';
import type { Parser } from '../python/parse.ts';
import { fixLines } from '../report/fixes.ts';
import { print } from '../report/print.ts';
import type { Failure } from '../report/report.ts';
import type { Source, Workplace } from '../sources.ts';
import { fix } from './fix.ts';
import type { Review } from './repair.ts';

/** What a command has found to check. */
export interface Inspection {
  readonly sources: readonly Source[];
  readonly failures: readonly Failure[];
  /** Whether a source is repaired; what is left of the others is reported alike. */
  readonly isRepaired: (source: Source) => boolean;
  readonly workplace: Workplace;
  readonly settings: Settings;
  readonly parse: () => Parser;
  readonly review: Review;
}

/**
 * Repairs sources and reports what was done, what was refused and what is left. Under pre-commit and prek only files
 * are written, since those put the index back together themselves, and a change fails the hook.
 */
export async function fixSources(
  command: CheckCommand,
  { sources, failures, isRepaired, ...inspection }: Inspection,
  host: Host,
): Promise<ExitCode> {
  const { topLevel } = inspection.workplace;
  const isFramework = host.environment['PRE_COMMIT'] === '1';
  const isStaged = command.source.from === 'index';
  const fixed = fix(
    {
      ...inspection,
      sources: sources.filter(isRepaired),
      isStaged: isStaged && !isFramework,
      isDiff: command.diff,
      allowsUnsafe: command.unsafeFixes,
      shown: (path) => (isStaged ? path : withSlashes(relative(host.cwd, resolve(topLevel, path)))),
    },
    host,
  );
  const reviews = sources.map(
    (source) => fixed.reviews.get(source) ?? inspection.review(source, source.bytes),
  );
  const findings = reviews.flatMap((review) => (review.ok ? review.findings : []));
  const allFailures = [
    ...failures,
    ...fixed.unwritten,
    ...reviews.flatMap((review) => (review.ok ? [] : review.failure)),
  ];
  if (command.diff) {
    host.stdout.write(fixed.diff);
    host.stderr.write(fixLines({ repairs: [], refusals: fixed.refusals }));
    await print(
      { findings: [], checked: 0, failures: allFailures, command: '' },
      { ...command, format: 'text' },
      host,
    );
    return allFailures.length > 0 ? 2 : fixed.diff.length > 0 ? 1 : 0;
  }
  if (command.format === 'text' && !command.quiet) host.stdout.write(fixLines(fixed));
  const report = {
    findings,
    checked: reviews.filter(({ ok }) => ok).length,
    command: 'proctor --fix',
    failures: allFailures,
    fixes: { repairs: fixed.repairs, refusals: fixed.refusals },
  };
  await print(report, command, host);
  if (report.failures.length > 0) return 2;
  const isBlocked = findings.some(({ severity }) => severity === 'error');
  return isBlocked || (isFramework && fixed.changed.size > 0) ? 1 : 0;
}
