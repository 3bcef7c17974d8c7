import { ancestryOf, classVariableOf, descendantsOf } from './families.ts';
import { remembered } from '../remembered.ts';
import type { ClassOf } from '../values/value-kinds.ts';
import type { World } from '../world.ts';

/** Whether an object of a class may give something else where a class has it for an attribute (`__get__`). */
export const isDescriptor = remembered((world: World, owner: ClassOf): boolean =>
  [...descendantsOf(world, owner).values()].some((heir) =>
    [...ancestryOf(world, heir).classes.values()].some(
      ({ module, definition }) => classVariableOf(module, definition, '__get__') !== undefined,
    ),
  ),
);
