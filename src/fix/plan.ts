import { planRenames } from '../rename/batch.ts';
import type { RenamePlan, RenameRequest } from '../rename/plan.ts';
import type { NonEmpty } from '../rules/rule.ts';
import { counterpartOf } from './counterpart.ts';
import type { Draft, Edits } from './draft.ts';

/** A rename that is asked for in the first draft. */
export interface Wanted {
  readonly request: RenameRequest;
  /** Whether it may change what pytest calls a test. */
  readonly mayChangeTestIds: boolean;
}

export interface Denial {
  readonly code: string;
  /** As the end of a line. */
  readonly reason: string;
}

/** What is to be done in each draft, and what is not done at all. */
export interface PlannedChange<Asked extends Wanted> {
  readonly accepted: readonly { readonly wanted: Asked; readonly plan: RenamePlan }[];
  readonly denied: readonly { readonly wanted: Asked; readonly denial: Denial }[];
  /** One for each draft. */
  readonly edits: readonly Edits[];
}

/**
 * Plans renames for all drafts of a project: a rename is carried out in each of them, or in none. The first draft says
 * what is renamed; in the others, where the same name stands is renamed, and where it has gone nothing is.
 */
export function planChange<Asked extends Wanted>(
  drafts: NonEmpty<Draft>,
  wanted: readonly Asked[],
): PlannedChange<Asked> {
  const [first, ...others] = drafts;
  const denials = new Map<Asked, Denial>();
  for (;;) {
    const asked = wanted.filter((one) => !denials.has(one));
    const planned = planRenames(
      first.project(),
      asked.map(({ request }) => request),
    );
    const accepted: { readonly wanted: Asked; readonly plan: RenamePlan }[] = [];
    for (const [index, outcome] of planned.outcomes.entries()) {
      const one = asked[index];
      if (one === undefined) continue;
      if (outcome.safe) accepted.push({ wanted: one, plan: outcome.plan });
      else denials.set(one, outcome.refusal);
    }
    // What is refused from here on was planned already, and the others have to be planned again without it.
    const late = new Map<Asked, Denial>();
    for (const { wanted: one, plan } of accepted) {
      const denial = testIdDenial(one, plan) ?? objectionTo(first, plan);
      if (denial !== undefined) late.set(one, denial);
    }
    const followed = late.size > 0 ? [] : others.map((draft) => follow(first, draft, accepted, late));
    if (late.size === 0) {
      const denied = Array.from(denials, ([one, denial]) => ({ wanted: one, denial }));
      return { accepted, denied, edits: [planned.edits, ...followed] };
    }
    for (const [one, denial] of late) {
      denials.set(one, denial);
      for (const member of membersOf(one, asked)) if (!denials.has(member)) denials.set(member, GROUP);
    }
  }
}

const GROUP: Denial = { code: 'group', reason: 'another rename of its group was refused' };

function membersOf<Asked extends Wanted>({ request }: Asked, asked: readonly Asked[]): readonly Asked[] {
  return request.group === undefined ? [] : asked.filter((other) => other.request.group === request.group);
}

function testIdDenial({ mayChangeTestIds }: Wanted, { testIds }: RenamePlan): Denial | undefined {
  const [first] = testIds;
  if (mayChangeTestIds || first === undefined) return undefined;
  return { code: 'test-id', reason: `${first.before} would have another id; use proctor rename` };
}

function objectionTo(draft: Draft, { edits }: RenamePlan): Denial | undefined {
  for (const [path, list] of edits) {
    const objection = draft.objection(path, list);
    if (objection !== undefined) return { code: 'unwritable', reason: `${path} ${objection}` };
  }
  return undefined;
}

/** Plans the same renames in another draft; those that it refuses are put into `late`. */
function follow<Asked extends Wanted>(
  first: Draft,
  draft: Draft,
  accepted: readonly { readonly wanted: Asked; readonly plan: RenamePlan }[],
  late: Map<Asked, Denial>,
): Edits {
  const within = ({ code, reason }: Denial): Denial => ({ code, reason: `${reason} in ${draft.name}` });
  const followers: { readonly wanted: Asked; readonly request: RenameRequest }[] = [];
  for (const { wanted, plan } of accepted) {
    const { request } = wanted;
    const module = first.project().module(request.path);
    const other = draft.project().module(request.path);
    if (module === undefined) throw new Error(`${request.path} is no module`);
    if (other === undefined) {
      const isThere = draft.bytes(request.path) !== undefined;
      if (isThere)
        late.set(wanted, within({ code: 'unwritable', reason: `${request.path} is not readable` }));
      continue;
    }
    const starts = (plan.edits.get(request.path) ?? []).map(({ span }) => span.start);
    const counterpart = counterpartOf(module, request.offset, starts, other);
    if (counterpart.kind === 'found') {
      followers.push({ wanted, request: { ...request, offset: counterpart.offset } });
    } else if (counterpart.kind === 'unclear') {
      late.set(wanted, within({ code: 'unwritable', reason: `\`${plan.oldName}\` is used otherwise` }));
    }
  }
  const planned = planRenames(
    draft.project(),
    followers.map(({ request }) => request),
  );
  for (const [index, outcome] of planned.outcomes.entries()) {
    const wanted = followers[index]?.wanted;
    if (wanted === undefined) continue;
    const denial = outcome.safe ? objectionTo(draft, outcome.plan) : outcome.refusal;
    if (denial !== undefined) late.set(wanted, within(denial));
  }
  return planned.edits;
}
