import { isAbsolute, relative, resolve } from 'node:path';
import type { RenameCommand } from '../arguments.ts';
import type { CommandLine } from '../config/config.ts';
import { withSlashes } from '../files.ts';
import type { Unwritten } from '../git/write.ts';
import type { ExitCode, Host } from '../host.ts';
import { decode } from '../python/decode.ts';
import type { TestModule } from '../python/module.ts';
import type { Span } from '../python/text.ts';
import { fixLines, type FixReport } from '../report/fixes.ts';
import { JSON_VERSION } from '../report/json.ts';
import { displayed } from '../report/text.ts';
import { parserFor, settingsOf, workplaceOf } from '../sources.ts';
import { UserError } from '../user-error.ts';
import type { Draft, Reading } from './draft.ts';
import { isInside, writing } from './fix.ts';
import { planChange, type Wanted } from './plan.ts';
import { renamedBy } from './repair.ts';
import { nameAt, type Target, targetOf } from './target.ts';
import { looseWorkbench, treeWorkbench, type Workbench } from './workbench.ts';

/** Renames in the working tree, all that is asked for or nothing. Throws a UserError for a place without a name. */
export async function rename(command: RenameCommand, host: Host): Promise<ExitCode> {
  const asked = askedBy(command, host);
  const workplace = workplaceOf(host);
  const settings = settingsOf(NO_RULES, workplace, host);
  const { repository, topLevel } = workplace;
  const placeOf = (path: string) => {
    const place = relative(topLevel, resolve(host.cwd, path));
    return withSlashes(place.startsWith('..') || isAbsolute(place) ? path : place);
  };
  const reading: Reading = {
    parse: parserFor([], host),
    conventions: (path) => settings.for(path).conventions,
  };
  const places = asked.map(({ target }) => placeOf(target.path));
  const outside = places.filter((place) => repository === undefined || !isInside(place));
  const [stranger] = outside;
  if (stranger !== undefined && outside.length < places.length) {
    throw new UserError(`rename: ${stranger} is outside the repository of the others; rename it by itself`);
  }
  const shown = (path: string) => withSlashes(relative(host.cwd, resolve(topLevel, path)));
  const work = (bench: Workbench) => {
    const wanted = asked.map((one, index) => wantedIn(bench.drafts[0], one, places[index] ?? ''));
    return carriedOut(bench, wanted, command, shown);
  };
  if (repository === undefined || stranger !== undefined) {
    return reported(work(looseWorkbench(host.cwd, reading, places)), command, host);
  }
  const workInside = () => work(treeWorkbench(repository, reading, places));
  return reported(command.diff ? workInside() : writing(repository, host, workInside), command, host);
}

const NO_RULES: CommandLine = {
  file: undefined,
  preset: undefined,
  select: undefined,
  extendSelect: [],
  ignore: [],
};

interface Asked {
  readonly target: Target;
  readonly newName: string;
}

function askedBy({ target }: RenameCommand, host: Host): readonly Asked[] {
  if (target !== undefined) return [{ target: targetOf(target.place), newName: target.newName }];
  const lines = new TextDecoder().decode(host.stdin()).split(/\r?\n/);
  return lines.flatMap((line) => {
    if (line.trim() === '') return [];
    const [, place, newName] = /^(.*\S)\s+(\S+)\s*$/.exec(line) ?? [];
    if (place === undefined || newName === undefined) {
      throw new UserError(`rename: ${line} is no place and name; write FILE:LINE[:COLUMN] NAME`);
    }
    return { target: targetOf(place), newName };
  });
}

interface WantedName extends Wanted {
  readonly target: Target;
  readonly module: TestModule;
  readonly name: Span;
}

function wantedIn(draft: Draft, { target, newName }: Asked, place: string): WantedName {
  const module = draft.project().module(place);
  if (module === undefined) throw unreadable(draft, target, place);
  const name = nameAt(module, target);
  const request = { path: place, offset: name.start, newName };
  return { request, mayChangeTestIds: true, target, module, name };
}

function unreadable(draft: Draft, { path }: Target, place: string): UserError {
  const bytes = draft.bytes(place);
  if (bytes === undefined) return new UserError(`rename: there is no file ${path} that can be read`);
  const decoded = decode(bytes);
  const reason = decoded.ok ? 'is not a Python file' : decoded.reason;
  return new UserError(`rename: ${path}: ${reason}`);
}

interface CarriedOut extends FixReport {
  /** How many renames were possible; none is carried out unless all are. */
  readonly possible: number;
  readonly diff: Uint8Array;
  readonly unwritten: readonly Unwritten[];
}

function carriedOut(
  bench: Workbench,
  wanted: readonly WantedName[],
  { diff }: RenameCommand,
  shown: (path: string) => string,
): CarriedOut {
  const [draft] = bench.drafts;
  const { accepted, denied, edits } = planChange(bench.drafts, wanted);
  const refusals = denied.map(({ wanted: { target, module, name, request }, denial }) => ({
    path: target.path,
    ...module.positionAt(name.start),
    what: `${module.text.slice(name.start, name.end)} -> ${request.newName}`,
    code: denial.code,
    reason: denial.reason,
  }));
  const possible = accepted.length;
  if (refusals.length > 0) return { possible, repairs: [], refusals, diff: new Uint8Array(), unwritten: [] };
  draft.edit(edits[0] ?? new Map());
  return {
    possible,
    repairs: accepted.map(({ wanted: { target }, plan }) => renamedBy(plan, target.path, shown)),
    refusals,
    diff: diff ? bench.diff() : new Uint8Array(),
    unwritten: diff ? [] : bench.write(),
  };
}

function reported(done: CarriedOut, { diff, format }: RenameCommand, host: Host): ExitCode {
  for (const { path, reason } of done.unwritten)
    host.stderr.write(`proctor: ${displayed(path)}: ${reason}\n`);
  const { repairs, refusals, possible } = done;
  if (format === 'json') host.stdout.write(jsonOf(done, diff));
  else {
    host.stdout.write(diff ? done.diff : fixLines({ repairs, refusals: [] }));
    host.stderr.write(fixLines({ repairs: [], refusals }));
  }
  if (refusals.length > 0 && possible > 0) {
    host.stderr.write(`proctor: nothing was renamed, since ${refusals.length} of the renames were refused\n`);
  }
  if (done.unwritten.length > 0) return 2;
  return refusals.length > 0 || done.diff.length > 0 ? 1 : 0;
}

function jsonOf({ repairs, refusals, diff: changes, unwritten }: CarriedOut, diff: boolean): string {
  const report = {
    version: JSON_VERSION,
    repairs,
    refusals,
    failures: unwritten,
    ...(diff ? { diff: new TextDecoder().decode(changes) } : {}),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
