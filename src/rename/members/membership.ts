import { ancestryOf, type Family } from './families.ts';
import type { ClassOf, Value } from '../values/value-kinds.ts';
import type { World } from '../world.ts';

type Answer = 'yes' | 'no' | 'maybe';

/** Whether an attribute of a value is the member of a family: the value is of one of its classes, or is one. */
export function isMember(world: World, family: Family, value: Value): Answer {
  switch (value.kind) {
    case 'class':
    case 'instance':
    case 'super':
      return isMemberOf(world, family, value.class);
    case 'unknown':
      return 'maybe';
    case 'foreign':
      return RECORDED.test(value.origin) ? 'maybe' : 'no';
    case 'foreign-instance':
    case 'function':
    case 'module':
      return 'no';
  }
}

/** `call.add(1)` is compared with the calls of a mock, which may stand for an object of any class. */
const RECORDED = /^(?:unittest\.)?mock\.(?:mock\.)?call(?:\.|$)/;

function isMemberOf(world: World, family: Family, owner: ClassOf): Answer {
  if (family.members.has(owner.definition) || family.descendants.has(owner.definition)) return 'yes';
  if (family.related.has(owner.definition)) return 'maybe';
  // A base that nobody can see may be one of the family.
  const { others } = ancestryOf(world, owner);
  return others.some(({ base }) => base.kind === 'unknown') ? 'maybe' : 'no';
}
