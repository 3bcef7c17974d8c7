import type { TextEdit } from '../rules/rule.ts';
import { merged } from './edit.ts';
import {
  type Planned,
  type PlannedRenames,
  type Proposal,
  proposalFor,
  refusedAs,
  type RenameRequest,
} from './plan.ts';
import type { Project } from './project.ts';
import { differenceIn } from './prove.ts';
import type { RefusalCode } from './refusal.ts';

/**
 * Plans several renames as one change: each for the files as they are, then all together. Of renames that cannot stand
 * together the later ones are refused; of a group all or none is carried out. A batch that is proved as a whole needs
 * no proof of its parts, for only the whole is written; where the whole fails, each is proved with those before it.
 */
export function planRenames(project: Project, requests: readonly RenameRequest[]): PlannedRenames {
  const proposals = requests.map((request) => ({ request, proposal: proposalFor(project, request) }));
  const reasons = new Map<Proposed, Reason>();
  const candidates = unitsOf(proposals).filter((unit) => {
    const isPossible = unit.every(({ proposal }) => proposal.safe);
    if (!isPossible)
      refuse(reasons, unit, { code: 'group', found: 'another rename of the group was refused' });
    return isPossible;
  });
  const accepted = isProvedTogether(project, candidates)
    ? candidates
    : acceptable(project, candidates, reasons);
  return {
    outcomes: proposals.map((proposed) => outcomeOf(project, proposed, reasons.get(proposed))),
    edits: editsOf(accepted) ?? new Map<string, readonly TextEdit[]>(),
  };
}

interface Proposed {
  readonly request: RenameRequest;
  readonly proposal: Proposal;
}

/** Proposals that stand or fall together. */
type Unit = readonly Proposed[];

interface Reason {
  readonly code: RefusalCode;
  readonly found: string;
}

function unitsOf(proposals: readonly Proposed[]): readonly Unit[] {
  const units = new Map<string | Proposed, Proposed[]>();
  for (const proposed of proposals) {
    const key = proposed.request.group ?? proposed;
    const unit = units.get(key);
    if (unit === undefined) units.set(key, [proposed]);
    else unit.push(proposed);
  }
  return [...units.values()];
}

function refuse(reasons: Map<Proposed, Reason>, unit: Unit, reason: Reason): void {
  for (const proposed of unit) reasons.set(proposed, reason);
}

function isProvedTogether(project: Project, units: readonly Unit[], last?: Unit): boolean {
  const edits = clashIn(units) === undefined ? editsOf(units) : undefined;
  if (edits === undefined) return false;
  const concerned = last === undefined ? undefined : editsOf([last]);
  const unproved = [...edits].filter(([path]) => concerned === undefined || concerned.has(path));
  return differenceIn(project, new Map(unproved)) === undefined;
}

/** The units that can be carried out together, the earlier ones first. */
function acceptable(
  project: Project,
  units: readonly Unit[],
  reasons: Map<Proposed, Reason>,
): readonly Unit[] {
  const accepted: Unit[] = [];
  for (const unit of units) {
    const alone = editsOf([unit]);
    const difference = alone === undefined ? undefined : differenceIn(project, alone);
    const isAlone = unit.length === 1;
    if (difference !== undefined)
      refuse(reasons, unit, isAlone ? difference : { ...difference, code: 'clash' });
    else if (isProvedTogether(project, [...accepted, unit], unit)) accepted.push(unit);
    else
      refuse(reasons, unit, {
        code: 'clash',
        found:
          clashIn([...accepted, unit]) ?? 'with the renames before it the code would mean something else',
      });
  }
  return accepted;
}

/** A member that two renames would give to one class under one name. */
function clashIn(units: readonly Unit[]): string | undefined {
  const claimed = new Map<string, string>();
  for (const { proposal } of units.flat()) {
    if (!proposal.safe) continue;
    for (const claim of proposal.claims) {
      const other = claimed.get(claim);
      if (other !== undefined && other !== proposal.plan.oldName) return `\`${other}\` gets the same name`;
      claimed.set(claim, proposal.plan.oldName);
    }
  }
  return undefined;
}

/** The edits of units together; undefined when two of them want the same place. */
function editsOf(units: readonly Unit[]): ReadonlyMap<string, readonly TextEdit[]> | undefined {
  const lists = new Map<string, (readonly TextEdit[])[]>();
  for (const { proposal } of units.flat()) {
    if (!proposal.safe) continue;
    for (const [path, edits] of proposal.plan.edits) lists.set(path, [...(lists.get(path) ?? []), edits]);
  }
  const together = new Map<string, readonly TextEdit[]>();
  for (const [path, edits] of lists) {
    const all = merged(...edits);
    if (all === undefined) return undefined;
    together.set(path, all);
  }
  return together;
}

function outcomeOf(project: Project, { request, proposal }: Proposed, reason: Reason | undefined): Planned {
  if (!proposal.safe) return proposal;
  return reason === undefined ? { safe: true, plan: proposal.plan } : refusedAs(project, request, reason);
}
