import type { ClassDefinition } from '../../python/definitions.ts';
import { type Ancestry, ancestryOf, classVariableOf, descendantsOf } from '../members/families.ts';
import { remembered } from '../remembered.ts';
import type { World } from '../world.ts';
import type { ClassOf } from './value-kinds.ts';

/** The classes that the objects of a class may be instances of, those of its heirs among them. */
export interface Kin {
  readonly classes: ReadonlyMap<ClassDefinition, ClassOf>;
  readonly others: Ancestry['others'];
  /** Whether one of them says itself what an attribute gives, or what is stored in it. */
  readonly looksUp: boolean;
}

export const kinOf = remembered((world: World, owner: ClassOf): Kin => {
  const classes = new Map<ClassDefinition, ClassOf>();
  const others: Ancestry['others'][number][] = [];
  for (const heir of descendantsOf(world, owner).values()) {
    const ancestry = ancestryOf(world, heir);
    others.push(...ancestry.others);
    for (const [definition, one] of ancestry.classes) classes.set(definition, one);
  }
  return { classes, others, looksUp: [...classes.values()].some(looksUp) };
});

const looksUp = ({ module, definition }: ClassOf) =>
  HOOKS.some((name) => classVariableOf(module, definition, name) !== undefined);

/** What Python calls for an attribute (Python's data model, 3.3.2). */
const HOOKS = ['__getattr__', '__getattribute__', '__setattr__'];
