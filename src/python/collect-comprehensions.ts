import type { BlockName } from './blocks.ts';
import type { Walk } from './collect-walk.ts';
import { Field, Kind, type Node } from './syntax.ts';

/** A comprehension (Language Reference 6.2.4) is a block, but its first iterable is read around it. */
export function openComprehension(walk: Walk, node: Node): void {
  const around = walk.block;
  const block = walk.open('comprehension', comprehensionName(walk.kind[node]), around, node);
  let clause = node + 1;
  const end = walk.afterOf(node);
  while (clause < end && walk.kind[clause] !== Kind.for_in_clause) clause = walk.afterOf(clause);
  if (clause < end) {
    for (let child = clause + 1, last = walk.afterOf(clause); child < last; child = walk.afterOf(child)) {
      if (walk.field[child] === Field.right) walk.enterBlock(child, around);
    }
  }
  walk.push(node + 1, end, block, false);
}

function comprehensionName(kind: number | undefined): BlockName {
  if (kind === Kind.list_comprehension) return 'listcomp';
  if (kind === Kind.set_comprehension) return 'setcomp';
  return kind === Kind.dictionary_comprehension ? 'dictcomp' : 'genexpr';
}
