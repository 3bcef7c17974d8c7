import type { Finding } from '../finding.ts';
import type { TestModule } from '../python/module.ts';
import { Kind } from '../python/syntax.ts';
import type { Position, Span } from '../python/text.ts';
import { edited, merged } from '../rename/edit.ts';
import type { RenamePlan } from '../rename/plan.ts';
import type { FixReport, Refused, Renamed, Repair } from '../report/fixes.ts';
import type { Failure } from '../report/report.ts';
import type { Fix, NonEmpty, TextEdit } from '../rules/rule.ts';
import type { Source } from '../sources.ts';
import type { Draft, Edits } from './draft.ts';
import { planChange, type Wanted } from './plan.ts';
import { differenceOutside } from './proof.ts';

/** What is said of a source with a content: the findings that count, or why there are none. */
export type Review = (source: Source, bytes: Uint8Array) => Reviewed;

export type Reviewed =
  | { readonly ok: true; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly failure: Failure };

export interface Task {
  /** The first is the one whose findings are repaired; in the others the same is done where it applies. */
  readonly drafts: NonEmpty<Draft>;
  readonly sources: readonly Source[];
  readonly review: Review;
  /** Whether edits are carried out that may change what a test does. */
  readonly allowsUnsafe: boolean;
  /** How the path of a file that is no source is shown. */
  readonly shown: (path: string) => string;
}

export interface Result extends FixReport {
  /** What is said of the sources after the repairs, in their order. */
  readonly reviews: readonly Reviewed[];
}

// Repairs that bring on others are few; rules that undo each other's would go on for ever.
const MOST_ROUNDS = 10;

/**
 * Repairs what has a fix, in the drafts only: renames first, which keep lines where they are, then edits, until nothing
 * is left that can be repaired. The refusals are those of the last round.
 */
export function repaired(task: Task): Result {
  const review = memoized(task);
  const repairs: Repair[] = [];
  for (let round = 1; ; round++) {
    const reviews = task.sources.map((source) => review(task.drafts[0], source));
    const flawed = task.sources.flatMap((source, index) => {
      const outcome = reviews[index];
      return outcome?.ok === true ? outcome.findings.map((finding) => ({ source, finding })) : [];
    });
    const renames = renamesFor(flawed, task);
    const step = renames.repairs.length > 0 ? renames : editsFor(flawed, task, review);
    const refusals = step === renames ? renames.refusals : [...renames.refusals, ...step.refusals];
    for (const [index, draft] of task.drafts.entries()) draft.edit(step.edits[index] ?? new Map());
    repairs.push(...step.repairs);
    if (step.repairs.length === 0 || round === MOST_ROUNDS) return { repairs, refusals, reviews };
  }
}

/** One round: what it does to each draft. */
interface Step extends FixReport {
  readonly edits: readonly Edits[];
}

/** A finding, and the source that it is in. */
interface Flaw {
  readonly source: Source;
  readonly finding: Finding;
}

type DraftReview = (draft: Draft, source: Source) => Reviewed;

/** Reviews what a draft holds for a source, once for each content. */
function memoized({ review }: Task): DraftReview {
  const known = new Map<Source, WeakMap<Uint8Array, Reviewed>>();
  return (draft, source) => {
    const bytes = draft.bytes(source.place);
    if (bytes === undefined) {
      return { ok: false, failure: { path: source.path, reason: `is not in ${draft.name} any more` } };
    }
    const reviews = known.get(source) ?? new WeakMap<Uint8Array, Reviewed>();
    known.set(source, reviews);
    const reviewed = reviews.get(bytes) ?? review(source, bytes);
    reviews.set(bytes, reviewed);
    return reviewed;
  };
}

interface WantedRename extends Wanted, Flaw {
  readonly at: Position;
  readonly from: string;
  readonly evidence: string;
}

function renamesFor(flaws: readonly Flaw[], task: Task): Step {
  const wanted = flaws.flatMap((flaw) => wantedRenames(flaw, task));
  const { accepted, denied, edits } = planChange(task.drafts, wanted);
  return {
    edits,
    repairs: accepted.map(({ wanted: { source, finding, evidence }, plan }) => ({
      ...renamedBy(plan, source.path, task.shown),
      rule: finding.rule,
      evidence,
    })),
    refusals: denied.map(({ wanted: { source, finding, at, from, request }, denial }) => ({
      path: source.path,
      line: at.line,
      column: at.column,
      rule: finding.rule,
      what: `${from} -> ${request.newName}`,
      code: denial.code,
      reason: denial.reason,
    })),
  };
}

function wantedRenames({ source, finding }: Flaw, { drafts, allowsUnsafe }: Task): readonly WantedRename[] {
  const { fix, span, start } = finding;
  const module = drafts[0].project().module(source.place);
  if (fix === undefined || 'edits' in fix || module === undefined) return [];
  if ('renameTo' in fix && fix.safe === false && !allowsUnsafe) return [];
  const group = 'renames' in fix ? `${source.place} ${span.start} ${finding.rule}` : undefined;
  const names =
    'renames' in fix
      ? fix.renames.map(({ line, column, ...name }) => ({ ...name, at: { line, column } }))
      : [{ ...fix, span, at: start }];
  return names.map(({ span: named, at, renameTo, evidence }) => {
    const name = nameIn(module, named);
    if (name === undefined) throw new Error(`${finding.rule} wants to rename what is no name`);
    const request = {
      path: source.place,
      offset: name.start,
      newName: renameTo,
      ...(group === undefined ? {} : { group }),
    };
    const from = module.text.slice(name.start, name.end);
    return { request, mayChangeTestIds: allowsUnsafe, source, finding, at, from, evidence };
  });
}

/** The name at the end of a span: that of an attribute is shown with its object, `self.cart`. */
function nameIn({ nodesOf, spanOf }: TestModule, { start, end }: Span): Span | undefined {
  return Array.from(nodesOf(Kind.identifier), spanOf).findLast(
    (name) => name.start >= start && name.end <= end,
  );
}

/** A rename as it is reported. */
export function renamedBy(plan: RenamePlan, path: string, shown: (path: string) => string): Renamed {
  return {
    kind: 'rename',
    path,
    line: plan.start.line,
    column: plan.start.column,
    from: plan.oldName,
    to: plan.newName,
    places: Array.from(plan.edits.values(), (edits) => edits.length).reduce((sum, places) => sum + places, 0),
    files: plan.edits.size,
    left: plan.left.map((mention) => ({
      path: mention.path === plan.path ? path : shown(mention.path),
      line: mention.line,
    })),
    testIds: plan.testIds,
  };
}

type EditFix = Extract<Fix, { readonly edits: readonly TextEdit[] }>;

/** Carries out as many edits as go together, each proved with those before it. */
function editsFor(flaws: readonly Flaw[], { drafts, allowsUnsafe }: Task, review: DraftReview): Step {
  const changes = drafts.map((draft) => ({ draft, edits: new Map<string, readonly TextEdit[]>() }));
  const repairs: Repair[] = [];
  const refusals: Refused[] = [];
  for (const flaw of flaws) {
    const { fix, start, rule } = flaw.finding;
    if (fix === undefined || !('edits' in fix) || !(fix.safe || allowsUnsafe)) continue;
    const place = { path: flaw.source.path, line: start.line, column: start.column, rule };
    const merges = changes.map(({ draft, edits }) => {
      const others = edits.get(flaw.source.place) ?? [];
      const own = editsIn(draft, flaw, fix, drafts[0], review);
      return own === undefined
        ? { kind: 'nothing' as const }
        : mergedEdits(draft, flaw.source.place, others, own);
    });
    const refusal = merges.find((merge) => merge.kind === 'refused');
    if (refusal !== undefined) refusals.push({ ...place, what: fix.title, reason: refusal.reason });
    // What stands in the way of another edit comes in the next round.
    if (refusal !== undefined || merges.some(({ kind }) => kind === 'overlap')) continue;
    for (const [index, merge] of merges.entries()) {
      if (merge.kind === 'merged') changes[index]?.edits.set(flaw.source.place, merge.edits);
    }
    repairs.push({ ...place, kind: 'edit', title: fix.title });
  }
  return { repairs, refusals, edits: changes.map(({ edits }) => edits) };
}

/** What mends the same flaw in another draft: the fix of the finding there that is the same; undefined without one. */
function editsIn(
  draft: Draft,
  { source, finding }: Flaw,
  fix: EditFix,
  first: Draft,
  review: DraftReview,
): readonly TextEdit[] | undefined {
  if (draft === first) return fix.edits;
  const same = (reviewed: Reviewed) =>
    reviewed.ok
      ? reviewed.findings.filter(
          (other) => other.fingerprint === finding.fingerprint && titleOf(other) === fix.title,
        )
      : [];
  const index = same(review(first, source)).indexOf(finding);
  const other = same(review(draft, source))[index]?.fix;
  return other !== undefined && 'edits' in other ? other.edits : undefined;
}

const titleOf = ({ fix }: Finding) => (fix !== undefined && 'edits' in fix ? fix.title : undefined);

type Merge =
  | { readonly kind: 'merged'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'overlap' }
  | { readonly kind: 'refused'; readonly reason: string };

function mergedEdits(
  draft: Draft,
  path: string,
  others: readonly TextEdit[],
  own: readonly TextEdit[],
): Merge {
  const all = merged(others, own);
  if (all === undefined) return { kind: 'overlap' };
  const { module: moduleOf, parse } = draft.project();
  const before = moduleOf(path);
  if (before === undefined) throw new Error(`${path} is no module`);
  const reason =
    draft.objection(path, all) ??
    differenceOutside(before.tree, parse(path, edited(before.text, all)).tree, all);
  return reason === undefined ? { kind: 'merged', edits: all } : { kind: 'refused', reason };
}
