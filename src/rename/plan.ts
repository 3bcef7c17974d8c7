import type { TextEdit } from '../rules/rule.ts';
import type { TestModule } from '../python/module.ts';
import type { Position } from '../python/text.ts';
import { edited, merged } from './edit.ts';
import type { Project } from './project.ts';
import { differenceBetween } from './prove.ts';
import type { Refusal } from './refusal.ts';
import type { Objection, Step } from './steps.ts';
import { stepsOf } from './targets.ts';
import { worldOf } from './world.ts';

/** One name of one file, and what it is to be called. */
export interface RenameRequest {
  /** Relative to the top level. */
  readonly path: string;
  /** A UTF-16 offset in any occurrence of the name. */
  readonly offset: number;
  readonly newName: string;
  /** Requests of one group, such as numbered siblings, are planned all or not at all. */
  readonly group?: string;
}

/** What a rename does: the edits of each file, sorted by place, none overlapping another. */
export interface RenamePlan {
  readonly oldName: string;
  readonly newName: string;
  readonly path: string;
  /** Where the name is defined first. */
  readonly start: Position;
  /** By path; comments and docstrings that follow are among them. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  /** Comments and docstrings that say the old name and stay as they are. */
  readonly left: readonly Mention[];
  /** The tests whose ids change: only a rename that someone asked for may do that. */
  readonly testIds: readonly TestId[];
}

/** A place in a text. */
export interface Mention {
  readonly path: string;
  /** One-based. */
  readonly line: number;
}

/** What pytest calls a test before and after, without its parameters: `tests/test_a.py::TestCart::test_total`. */
export interface TestId {
  readonly before: string;
  readonly after: string;
}

/** A plan that has been proved, or why there is none. */
export type Planned =
  | { readonly safe: true; readonly plan: RenamePlan }
  | { readonly safe: false; readonly refusal: Refusal };

/** Several renames as one change. */
export interface PlannedRenames {
  /** One for each request, in their order. */
  readonly outcomes: readonly Planned[];
  /** The edits of all safe plans together, by path, sorted by place; they have been proved together. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
}

/**
 * Plans a rename and proves it: finds all that has to change, refuses where anything else could see the name, applies
 * the edits and compares what the edited modules mean with what they meant.
 */
export function planRename(project: Project, request: RenameRequest): Planned {
  const module = project.module(request.path);
  if (module === undefined) throw new Error(`${request.path} is no module of the project`);
  const gathered = gather(stepsOf(worldOf(project), module, request.offset, request.newName.normalize('NFKC')));
  if ('objection' in gathered) return refused(gathered.objection, module, request);
  const { edits, left, testIds } = gathered;
  for (const [path, list] of edits) {
    const difference = differenceIn(project, path, list);
    if (difference !== undefined) return refused({ step: 'refuse', code: 'internal', found: difference, place: undefined }, module, request);
  }
  const first = edits.get(request.path)?.[0];
  return {
    safe: true,
    plan: {
      oldName: module.text.slice(first?.span.start, first?.span.end),
      newName: request.newName,
      path: request.path,
      start: module.positionAt(first?.span.start ?? request.offset),
      edits,
      left,
      testIds,
    },
  };
}

interface Gathered {
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  readonly left: readonly Mention[];
  readonly testIds: readonly TestId[];
}

function gather(steps: Iterable<Step>): Gathered | { readonly objection: Objection } {
  const lists = new Map<string, TextEdit[]>();
  const left: Mention[] = [];
  const testIds: TestId[] = [];
  for (const step of steps) {
    if (step.step === 'refuse') return { objection: step };
    if (step.step === 'test-id') testIds.push({ before: step.before, after: step.after });
    else if (step.step === 'leave') left.push({ path: step.path, line: step.line });
    else {
      const list = lists.get(step.path) ?? [];
      lists.set(step.path, list);
      list.push({ span: step.span, replacement: step.replacement });
    }
  }
  const edits = new Map<string, readonly TextEdit[]>();
  for (const [path, list] of lists) {
    const sorted = merged(list);
    if (sorted === undefined)
      return { objection: { step: 'refuse', code: 'internal', found: `edits of ${path} overlap`, place: undefined } };
    edits.set(path, sorted);
  }
  return { edits, left, testIds };
}

function differenceIn(project: Project, path: string, edits: readonly TextEdit[]): string | undefined {
  const before = project.module(path);
  if (before === undefined) return `${path} is no module of the project`;
  return differenceBetween(before, project.parse(path, edited(before.text, edits)), edits);
}

function refused({ code, found, place }: Objection, module: TestModule, { path, offset }: RenameRequest): Planned {
  if (place === undefined)
    return { safe: false, refusal: { code, path, at: module.positionAt(offset), reason: found } };
  const where = place.path === path ? `at line ${place.at.line}` : `at ${place.path}:${place.at.line}`;
  return { safe: false, refusal: { code, path: place.path, at: place.at, reason: `${found} ${where}` } };
}
