import { count, displayed } from './text.ts';

/** What a fix did, or would do. */
export type Repair = Renamed | Edited;

/** Where it was: as it stood before. */
interface Place {
  /** As findings show it. */
  readonly path: string;
  /** One-based. */
  readonly line: number;
  /** One-based, in UTF-16 code units. */
  readonly column: number;
}

export interface Renamed extends Place {
  readonly kind: 'rename';
  /** Absent where someone asked for the rename. */
  readonly rule?: string;
  readonly from: string;
  readonly to: string;
  /** Why this name: absent where someone asked for it. */
  readonly evidence?: string;
  readonly places: number;
  readonly files: number;
  /** Comments and docstrings that still say the old name. */
  readonly left: readonly { readonly path: string; readonly line: number }[];
  /** Tests that pytest calls by another id now. */
  readonly testIds: readonly { readonly before: string; readonly after: string }[];
}

export interface Edited extends Place {
  readonly kind: 'edit';
  readonly rule: string;
  readonly title: string;
}

/** What a fix would have done, and why it did not. */
export interface Refused extends Place {
  readonly rule?: string;
  /** `flavor1 -> small_flavor`, or the title of an edit. */
  readonly what: string;
  /** One of the codes of the documentation; absent for an edit. */
  readonly code?: string;
  /** As the end of a line: `locals() at line 41`. */
  readonly reason: string;
}

export interface FixReport {
  readonly repairs: readonly Repair[];
  readonly refusals: readonly Refused[];
}

/** A line a repair, and one a refusal. */
export function fixLines({ repairs, refusals }: FixReport): string {
  return [...repairs.map(repairLine), ...repairs.flatMap(testIdLines), ...refusals.map(refusalLine)]
    .map((line) => `${line}\n`)
    .join('');
}

function repairLine(repair: Repair): string {
  const place = `${displayed(repair.path)}:${repair.line}`;
  if (repair.kind === 'edit') return `${place}: ${repair.title}`;
  const { from, to, places, files, left } = repair;
  const where = files > 1 ? ` in ${files} files` : '';
  const elsewhere = left.map(({ path, line }) =>
    path === repair.path ? `line ${line}` : `${displayed(path)}:${line}`,
  );
  const mentions = left.length > 0 ? `; \`${from}\` is still mentioned at ${elsewhere.join(', ')}` : '';
  return `${place}: ${from} -> ${to}, ${count(places, 'place')}${where}${mentions}`;
}

function testIdLines(repair: Repair): readonly string[] {
  if (repair.kind === 'edit') return [];
  return repair.testIds.map(({ before, after }) => `test id: ${before} -> ${after}`);
}

function refusalLine({ path, line, what, reason }: Refused): string {
  return `refused: ${displayed(path)}:${line}: ${what}: ${reason}`;
}
