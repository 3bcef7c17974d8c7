import './values/raise-doubts.ts';
import type { TextEdit } from '../rules/rule.ts';
import type { TestModule } from '../python/module.ts';
import { nodeAt } from '../python/syntax.ts';
import type { Position } from '../python/text.ts';
import { merged } from './edit.ts';
import { bindingMeantAt } from './references/class-bodies.ts';
import { readersOfFiles } from './visibility/files-as-text.ts';
import type { Project } from './project.ts';
import { differenceIn } from './prove.ts';
import type { Refusal, RefusalCode } from './refusal.ts';
import { decline, type Objection, type Step } from './steps.ts';
import { stepsOf } from './targets.ts';
import { type World, worldOf } from './world.ts';

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
 * the edits and compares what the edited modules mean with what they meant. Throws when the request names no module.
 */
export function planRename(project: Project, request: RenameRequest): Planned {
  const proposal = proposalFor(project, request);
  if (!proposal.safe) return proposal;
  const difference = differenceIn(project, proposal.plan.edits);
  return difference === undefined
    ? { safe: true, plan: proposal.plan }
    : refusedAs(project, request, difference);
}

/** A plan that has not been proved yet, with the members that it gives to classes. */
export type Proposal =
  | { readonly safe: true; readonly plan: RenamePlan; readonly claims: ReadonlySet<string> }
  | { readonly safe: false; readonly refusal: Refusal };

export function proposalFor(project: Project, request: RenameRequest): Proposal {
  const { path, offset } = request;
  const newName = request.newName.normalize('NFKC');
  const module = moduleOf(project, path);
  const gathered = gather(stepsOf(worldOf(project), module, offset, newName));
  if ('objection' in gathered)
    return { safe: false, refusal: refusalOf(module, request, gathered.objection) };
  const { edits, claims, left, testIds } = gathered;
  const [reader] = readersThatMatter(worldOf(project), module, request, edits);
  if (reader !== undefined) return { safe: false, refusal: refusalOf(module, request, reader) };
  const [firstPath = path, [first] = []] = edits.has(path) ? [path, edits.get(path)] : ([...edits][0] ?? []);
  const defined = moduleOf(project, firstPath);
  const plan: RenamePlan = {
    oldName: defined.text.slice(first?.span.start, first?.span.end),
    newName,
    path: firstPath,
    start: defined.positionAt(first?.span.start ?? offset),
    edits,
    left,
    testIds,
  };
  return { safe: true, plan, claims };
}

/** What reads the files as text; a variable of a test is not worth the index of the project that it takes to find it. */
function readersThatMatter(
  world: World,
  module: TestModule,
  { offset, newName }: RenameRequest,
  edits: RenamePlan['edits'],
): Iterable<Objection> {
  const binding = bindingMeantAt(module, offset);
  const isOfTest =
    binding?.kind === 'local' && binding.scope.kind !== 'module' && module.model.tests.length > 0;
  if (!world.project.isWhole || isOfTest) return [];
  return readersOfFiles(world, [...edits.keys()], module.textOf(nodeAt(module.tree, offset)), newName);
}

function moduleOf(project: Project, path: string): TestModule {
  const module = project.module(path);
  if (module === undefined) throw new Error(`${path} is no Python file that can be read`);
  return module;
}

interface Gathered extends Pick<RenamePlan, 'edits' | 'left' | 'testIds'> {
  readonly claims: ReadonlySet<string>;
}

function gather(steps: Iterable<Step>): Gathered | { readonly objection: Objection } {
  const lists = new Map<string, TextEdit[]>();
  const left: Mention[] = [];
  const testIds: TestId[] = [];
  const claims = new Set<string>();
  for (const step of steps) {
    switch (step.step) {
      case 'refuse':
        return { objection: step };
      case 'edit': {
        const list = lists.get(step.path) ?? [];
        lists.set(step.path, list);
        list.push({ span: step.span, replacement: step.replacement });
        break;
      }
      case 'leave':
        left.push({ path: step.path, line: step.line });
        break;
      case 'test-id':
        testIds.push({ before: step.before, after: step.after });
        break;
      case 'claim':
        claims.add(step.claim);
    }
  }
  const edits = new Map<string, readonly TextEdit[]>();
  for (const [path, list] of lists) {
    const sorted = merged(list);
    if (sorted === undefined) return { objection: decline('internal', `edits of ${path} overlap`) };
    edits.set(path, sorted);
  }
  // Only a private name of a class is spelled otherwise than it is called.
  if (edits.size === 0) return { objection: decline('mangled', 'a private name of a class') };
  return { edits, left, testIds, claims };
}

/** The refusal of a request for a difference that the proof found. */
export function refusedAs(
  project: Project,
  request: RenameRequest,
  { code, found }: { readonly code: RefusalCode; readonly found: string },
): Planned {
  const refusal = refusalOf(moduleOf(project, request.path), request, decline(code, found));
  return { safe: false, refusal };
}

export function refusalOf(
  module: TestModule,
  { path, offset }: RenameRequest,
  { code, found, place }: Objection,
): Refusal {
  if (place === undefined) return { code, path, at: module.positionAt(offset), reason: found };
  const where = place.path === path ? `at line ${place.at.line}` : `at ${place.path}:${place.at.line}`;
  return { code, path: place.path, at: place.at, reason: `${found} ${where}` };
}
