import type { TestModule } from '../../python/module.ts';
import { unparenthesized } from '../../python/expressions.ts';
import {
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { functionsNamed } from '../functions/callees.ts';
import { type Objection, refuse } from '../steps.ts';
import { valueOf } from '../values/values.ts';
import { shownOf } from '../visibility/observers.ts';
import type { World } from '../world.ts';
import { isTestedOther } from './class-tests.ts';
import type { Family } from './families.ts';
import { lookupsAndListingsOf } from './lookups.ts';
import { isMember } from './membership.ts';

/**
 * Objects where a special method of another class looks up computed names in its operand, which may be an object of the
 * family: `getattr(other, key)` in the `__eq__` of a matcher.
 */
export function* lookupsInOperands(
  world: World,
  family: Family,
  special: string,
  member: string,
): Generator<Objection> {
  for (const module of world.modulesWith(special)) {
    const { tree } = module;
    for (const { definition } of functionsNamed(module, special)) {
      const { enclosing, parameters } = definition;
      // The methods of the family are looked into where it is known what they get.
      if (enclosing?.kind === 'class' && family.related.has(enclosing)) continue;
      const operand = module.bindings.bindingAt(parameters[1]?.span.start ?? -1);
      const reads = new Set(operand?.references.map(({ node }) => node));
      for (const { node, object } of lookupsAndListingsOf(module)) {
        const isOfClass = textOf(tree, node) === '__annotations__';
        if (operand === undefined || isOfClass || !reads.has(objectIn(module, object))) continue;
        const isOther = (tested: Node) => givesOther(world, family, module, tested);
        const isKept = operand.definitions.length === 1;
        if (isKept && isTestedOther({ module, variable: operand.name, isOther }, node)) continue;
        const shown = kindOf(tree, node) === Kind.call ? node : parentOf(tree, node);
        const found = `${shownOf(module, shown)} may use \`${member}\``;
        yield refuse('dynamic-attribute', found, module, startOf(tree, node));
      }
    }
  }
}

const objectIn = ({ tree }: TestModule, object: Node) =>
  object === NO_NODE ? NO_NODE : unparenthesized(tree, object);

/** Whether a class, or each of several, is certainly none of which an object of the family may be an instance. */
function givesOther(world: World, family: Family, module: TestModule, tested: Node): boolean {
  const { tree } = module;
  const node = unparenthesized(tree, tested);
  if (node === NO_NODE) return false;
  if (kindOf(tree, node) === Kind.tuple)
    return namedChildrenOf(tree, node).every((one) => givesOther(world, family, module, one));
  const value = valueOf(world, module, node);
  return value.kind === 'class' && isMember(world, family, value) === 'no';
}
