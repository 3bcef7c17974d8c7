import type { TestModule } from '../../python/module.ts';
import { childIn, Field, Kind, kindOf, type Node } from '../../python/syntax.ts';
import { ancestryOf, classVariableOf, descendantsOf } from '../members/families.ts';
import { attributesOfForeignClass } from '../members/known-classes.ts';
import type { ClassOf } from './value-kinds.ts';
import { valueOf } from './values.ts';
import type { World } from '../world.ts';

/** Whether a call copies what it is given, by special methods and `__dict__`. */
export function isCopying(world: World, module: TestModule, call: Node): boolean {
  if (kindOf(module.tree, call) !== Kind.call) return false;
  const callee = valueOf(world, module, childIn(module.tree, call, Field.function));
  return callee.kind === 'foreign' && /^copy\.(?:deep)?copy$/.test(callee.origin);
}

/** Whether a copy of an object is one of the same class: none of its classes says how to copy it. */
export function isCopiedPlainly(world: World, owner: ClassOf): boolean {
  return [...descendantsOf(world, owner).values()].every((heir) => {
    const { classes, others } = ancestryOf(world, heir);
    const isPlain = [...classes.values()].every((one) =>
      COPIERS.every((name) => classVariableOf(one.module, one.definition, name) === undefined),
    );
    return (
      isPlain &&
      others.every(
        ({ base }) => base.kind === 'foreign' && attributesOfForeignClass(base.origin) !== undefined,
      )
    );
  });
}

const COPIERS: readonly string[] = ['__copy__', '__deepcopy__', '__reduce__', '__reduce_ex__'];
