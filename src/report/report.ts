import type { Finding } from '../finding.ts';
import type { FixReport } from './fixes.ts';

/** What a run has to say. */
export interface Report {
  /** Sorted by path, then by place. */
  readonly findings: readonly Finding[];
  /** How many test modules were checked. */
  readonly checked: number;
  /** The files that could not be checked, with the reason; each makes the exit code 2. */
  readonly failures: readonly Failure[];
  /** The command that carries out the fixes of this run. */
  readonly command: string;
  /** What was repaired before; absent where nothing was to be. */
  readonly fixes?: FixReport;
}

/** A file that could not be checked. */
export interface Failure {
  readonly path: string;
  readonly reason: string;
}
