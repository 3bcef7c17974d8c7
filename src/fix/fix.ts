import { isAbsolute } from 'node:path';
import type { Settings } from '../config/load.ts';
import { journalDirectory } from '../git/journal.ts';
import { alone } from '../git/lock.ts';
import type { Repository } from '../git/repository.ts';
import { settle, type UndoneFix } from '../git/undo.ts';
import type { Unwritten } from '../git/write.ts';
import type { Host } from '../host.ts';
import type { Parser } from '../python/parse.ts';
import type { FixReport } from '../report/fixes.ts';
import { displayed } from '../report/text.ts';
import type { Source, Workplace } from '../sources.ts';
import { UserError } from '../user-error.ts';
import type { Reading } from './draft.ts';
import { repaired, type Review, type Reviewed } from './repair.ts';
import { looseWorkbench, stagedWorkbench, treeWorkbench, type Workbench } from './workbench.ts';

/** What is to be repaired, and how. */
export interface Fixing {
  readonly sources: readonly Source[];
  /** Whether the sources are what is staged: then the index and the working tree are repaired, else the latter alone. */
  readonly isStaged: boolean;
  /** Whether a diff is made, and nothing is written. */
  readonly isDiff: boolean;
  readonly allowsUnsafe: boolean;
  readonly workplace: Workplace;
  readonly settings: Settings;
  readonly parse: () => Parser;
  readonly review: Review;
  /** How the path of a file that is no source is shown. */
  readonly shown: (path: string) => string;
}

/** What was repaired, or would be. */
export interface Fixed extends FixReport {
  /** What is said of each source after the repairs. */
  readonly reviews: ReadonlyMap<Source, Reviewed>;
  /** The files with other contents. */
  readonly changed: ReadonlySet<string>;
  readonly diff: Uint8Array;
  readonly unwritten: readonly Unwritten[];
}

/** Repairs sources, and writes the result unless only a diff is wanted. Throws a UserError when nothing was written. */
export function fix(fixing: Fixing, host: Host): Fixed {
  const { sources, isStaged, isDiff, settings, parse, workplace } = fixing;
  const { repository } = workplace;
  const reading: Reading = { parse, conventions: (path) => settings.for(path).conventions };
  const work = (part: readonly Source[], bench: Workbench) => {
    const result = repaired({ ...fixing, sources: part, drafts: bench.drafts });
    const changed = bench.changed();
    const unwritten = isDiff || changed.size === 0 ? [] : bench.write();
    return { ...result, sources: part, changed, unwritten, diff: isDiff ? bench.diff() : new Uint8Array() };
  };
  const inside = sources.filter(({ place }) => repository !== undefined && isInside(place));
  const outside = sources.filter((source) => !inside.includes(source));
  const parts: ReturnType<typeof work>[] = [];
  if (repository !== undefined && inside.length > 0) {
    const paths = inside.map(({ place }) => place);
    const make = isStaged ? stagedWorkbench : treeWorkbench;
    const workInside = () => work(inside, make(repository, reading, paths));
    parts.push(isDiff ? workInside() : writing(repository, host, workInside));
  }
  if (outside.length > 0) {
    const paths = outside.map(({ place }) => place);
    parts.push(work(outside, looseWorkbench(host.cwd, reading, paths)));
  }
  const reviewsOf = ({ sources: part, reviews }: (typeof parts)[number]) =>
    part.flatMap((source, index) => {
      const review = reviews[index];
      return review === undefined ? [] : [[source, review] as const];
    });
  return {
    repairs: parts.flatMap(({ repairs }) => repairs),
    refusals: parts.flatMap(({ refusals }) => refusals),
    reviews: new Map(parts.flatMap(reviewsOf)),
    changed: new Set(parts.flatMap(({ changed }) => [...changed])),
    diff: Buffer.concat(parts.map(({ diff }) => diff)),
    unwritten: parts.flatMap(({ unwritten }) => unwritten),
  };
}

/** Whether a path, as `Source.place` has it, is below the top level. */
export function isInside(place: string): boolean {
  return !place.startsWith('../') && !isAbsolute(place);
}

/** Runs alone in a repository and not stopped by Ctrl-C. */
export function undisturbed<Value>(repository: Repository, host: Host, run: () => Value): Value {
  return host.uninterrupted(() => alone(journalDirectory(repository.gitDirectory), host, run));
}

/** Runs undisturbed, once what an earlier run had left half done has been taken back. */
export function writing<Value>(repository: Repository, host: Host, run: () => Value): Value {
  return undisturbed(repository, host, () => {
    const settled = settle(repository);
    if (settled !== undefined) host.stderr.write(`proctor: ${accountOf(settled)}\n`);
    return run();
  });
}

/** Throws a UserError where not all could be taken back: what a file holds then may be half a text. */
function accountOf({ paths, unwritten }: UndoneFix): string {
  const [first] = unwritten;
  if (first !== undefined) {
    const sentence = 'a fix that was stopped halfway could not be taken back';
    throw new UserError(`${sentence}: ${displayed(first.path)}: ${first.reason}`);
  }
  const restored = paths.filter(({ index, file }) => index === 'restored' || file === 'restored');
  return `a fix that was stopped halfway has been taken back first: ${restored.map(({ path }) => displayed(path)).join(', ')}`;
}
