import { calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import { childIn, Field, Kind, kindOf, type Node } from '../../python/syntax.ts';
import { ancestryOf, descendantsOf } from '../members/families.ts';
import { attributesOfForeignClass } from '../members/known-classes.ts';
import { valueOf } from '../values/values.ts';
import type { World } from '../world.ts';

/** Whether a call is one of a method of unittest's test cases, which no class of the project defines anew. */
export function isTestCaseMethod(world: World, module: TestModule, call: Node, names: RegExp): boolean {
  const { tree } = module;
  const method = calledNameOf(tree, call);
  const callee = childIn(tree, call, Field.function);
  if (!names.test(method) || kindOf(tree, callee) !== Kind.attribute) return false;
  const self = valueOf(world, module, childIn(tree, callee, Field.object));
  if (self.kind !== 'instance') return false;
  return [...descendantsOf(world, self.class).values()].every((heir) => {
    const { classes, others } = ancestryOf(world, heir);
    const isDefined = [...classes.values()].some((one) =>
      one.module.definitions.some(({ enclosing, name }) => enclosing === one.definition && name === method),
    );
    const foreign = others.map(({ base }) =>
      base.kind === 'foreign' ? attributesOfForeignClass(base.origin) : undefined,
    );
    return (
      !isDefined &&
      !foreign.includes(undefined) &&
      foreign.some((attributes) => attributes?.has(method) === true)
    );
  });
}
