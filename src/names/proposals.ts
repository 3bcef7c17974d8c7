import type { TestModule } from '../python/module.ts';
import type { NewName, NonEmpty, Problem } from '../rules/rule.ts';
import { type Clue, cluesOf } from './clues.ts';
import { nameInRole } from './roles.ts';
import type { Sibling } from './siblings.ts';

/** Names for siblings, one for each, all different. */
export interface Proposal {
  readonly names: NonEmpty<NewName>;
  /** Whether they may be given unasked; those that say no more than the place never are. */
  readonly isSure: boolean;
}

/** The names that the code has evidence for; undefined where it has none for one of the siblings. */
export function proposalFor(module: TestModule, siblings: readonly Sibling[]): Proposal | undefined {
  if (siblings.length > MOST_SIBLINGS) return undefined;
  for (const clues of cluesOf(module, siblings)) {
    const [first, ...others] = siblings.flatMap(
      (sibling, index) => newNameOf(module, sibling, clues[index]) ?? [],
    );
    if (first === undefined || others.length + 1 < siblings.length) continue;
    const names: NonEmpty<NewName> = [first, ...others];
    if (new Set(names.map(({ renameTo }) => renameTo)).size < names.length || areAlmostOne(clues)) continue;
    // One without a number is the usual one of its kind, and the numbered ones are beside it.
    const isSure = clues.every((clue) => clue.isSure) && siblings.every(({ number }) => number !== undefined);
    return { names, isSure };
  }
  return undefined;
}

const MOST_SIBLINGS = 5;

/** Whether roles are made up and differ in their last letter only: `shelfa` and `shelfb`. */
function areAlmostOne(clues: readonly Clue[]): boolean {
  const roles = clues.map(({ role }) => role.join('_'));
  return roles.every((role) => role.length > 3 && role.slice(0, -1) === roles[0]?.slice(0, -1));
}

function newNameOf(module: TestModule, sibling: Sibling, clue: Clue | undefined): NewName | undefined {
  if (clue === undefined) return undefined;
  const base = sibling.base.slice(sibling.base.lastIndexOf('.') + 1);
  const name = clue.basis === 'position' ? `${clue.role.join('_')}_${base}` : nameInRole(base, clue.role);
  if (name === undefined || isTaken(module, sibling, name)) return undefined;
  const { line, column } = module.positionAt(sibling.span.start);
  return {
    from: sibling.name,
    line,
    column,
    span: { start: sibling.span.start, end: sibling.span.end },
    renameTo: name,
    basis: clue.basis,
    evidence: clue.evidence,
  };
}

/** Whether a name means something already where a sibling is used; of attributes, whether the module has it at all. */
function isTaken(module: TestModule, { owner }: Sibling, name: string): boolean {
  if ('references' in owner) {
    return (
      module.bindings.lookup(owner.scope, name) !== undefined ||
      owner.symbols.some(({ scope }) => scope.symbols.has(name))
    );
  }
  return module.hasIdentifier(name);
}

/** A message with the names, and the names as a fix or an offer. */
export function worded(
  proposal: Proposal | undefined,
  problem: string,
  todo: string,
): Pick<Problem, 'message' | 'fix' | 'offer'> {
  if (proposal === undefined) return { message: `${problem}; ${todo}` };
  const { names, isSure } = proposal;
  const [first, second] = names;
  if (second !== undefined && !isSaidIn(problem, names)) {
    problem = `\`${first.from}\` is ${first.evidence} and \`${second.from}\` is ${second.evidence}`;
  }
  const written = enumerated(names.map(({ renameTo }) => `\`${renameTo}\``));
  if (isSure) return { message: `${problem}; rename them ${written}`, fix: { renames: names } };
  const isPlace = names.some(({ basis }) => basis === 'position');
  const hint = isPlace ? `or at least ${written}` : `perhaps ${written}`;
  return { message: `${problem}; ${todo}, ${hint}`, offer: names };
}

/** Whether a sentence speaks of what the names come from, and not of something else that differs too. */
function isSaidIn(problem: string, names: readonly NewName[]): boolean {
  return names.every(({ basis, evidence }) => {
    const [, part = ''] = /`(.*)`/s.exec(evidence) ?? [];
    return basis !== 'keyword' && basis !== 'parameter' && problem.includes(part);
  });
}

function enumerated(items: readonly string[]): string {
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}
