import { argumentsOf, calleeOf, unparenthesized } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import { childIn, Field, Kind, kindOf, NO_NODE, type Node, startOf, textOf } from '../../python/syntax.ts';
import { hasNoneBelow } from './derivations.ts';
import type { Family } from './families.ts';
import { loopOf } from '../values/loops.ts';
import { isMember } from './membership.ts';
import { parameterAt, type Passed, passedTo } from '../values/passed-values.ts';
import { isApart } from '../visibility/reach.ts';
import { returnedBy } from '../values/returned-values.ts';
import { storedIn } from '../values/stored-values.ts';
import type { Value } from '../values/value-kinds.ts';
import { valueOf } from '../values/values.ts';
import type { World } from '../world.ts';

/** Whether what an expression gives is no object and no class of the family, whoever passes it or stores it. */
export function isCertainlyOther(world: World, family: Family, module: TestModule, object: Node): boolean {
  return isOther({ world, family, seen: new Set() }, { module, node: object, asked: 'itself' });
}

interface Search {
  readonly world: World;
  readonly family: Family;
  readonly seen: Set<string>;
}

interface Source extends Passed {
  /** Whether the value is no object and no class of the family, or whether none of the classes that derive from it is. */
  readonly asked: 'itself' | 'below';
}

function isOther(search: Search, source: Source): boolean {
  const { world, family, seen } = search;
  const { module, asked } = source;
  const node = unparenthesized(module.tree, source.node);
  if (node === NO_NODE) return false;
  const value = valueOf(world, module, node);
  if (value.kind !== 'unknown') return isOtherValue(search, value, asked);
  if (asked === 'itself' && isApart(world, family, module)) return true;
  const parameter = parameterAt(module, node);
  const key = `${asked} ${module.path}:${parameter?.definitions[0]?.node ?? node}`;
  // What a function passes to itself, it has been given; what derives from what derives from a class does so from it.
  if (seen.has(key)) return true;
  seen.add(key);
  return sourcesOf(world, module, node, asked)?.every((one) => isOther(search, one)) ?? false;
}

function isOtherValue({ world, family }: Search, value: Value, asked: Source['asked']): boolean {
  if (asked === 'itself') return isMember(world, family, value) === 'no';
  return value.kind === 'class' && hasNoneBelow(world, family, value.class);
}

/** What an expression may have its value from; undefined where that is not known. */
function sourcesOf(
  world: World,
  module: TestModule,
  node: Node,
  asked: Source['asked'],
): readonly Source[] | undefined {
  const parameter = parameterAt(module, node);
  if (parameter !== undefined) return asking(asked, passedTo(world, module, parameter));
  switch (kindOf(module.tree, node)) {
    case Kind.attribute:
      return asking(asked, storedIn(world, module, node));
    case Kind.call:
      return asking(asked, returnedBy(world, module, node));
    case Kind.identifier: {
      const top = classAbove(module, node);
      return top === NO_NODE ? undefined : [{ module, node: top, asked: 'below' }];
    }
    default:
      return undefined;
  }
}

const asking = (asked: Source['asked'], passed: readonly Passed[] | undefined) =>
  passed?.map((one) => ({ ...one, asked }));

/** The class in `for below in top.__subclasses__()` that a variable goes through; NO_NODE for any other variable. */
function classAbove(module: TestModule, variable: Node): Node {
  const { tree, bindings } = module;
  const binding = bindings.bindingAt(startOf(tree, variable));
  if (binding?.scope.kind === 'module' || binding?.scope.kind === 'class') return NO_NODE;
  const call = copied(module, loopOf(module, binding));
  if (call === NO_NODE || kindOf(tree, call) !== Kind.call || argumentsOf(tree, call).length > 0)
    return NO_NODE;
  const callee = childIn(tree, call, Field.function);
  const isBelow =
    kindOf(tree, callee) === Kind.attribute &&
    textOf(tree, childIn(tree, callee, Field.attribute)) === '__subclasses__';
  return isBelow ? childIn(tree, callee, Field.object) : NO_NODE;
}

/** What `list(…)` and its kin copy; any other expression itself. */
function copied({ tree, bindings }: TestModule, iterable: Node): Node {
  if (iterable === NO_NODE || kindOf(tree, iterable) !== Kind.call) return iterable;
  const callee = childIn(tree, iterable, Field.function);
  const [only, ...more] = argumentsOf(tree, iterable);
  const isCopy =
    /^(?:list|tuple|set|frozenset|reversed)$/.test(calleeOf(tree, iterable) ?? '') &&
    bindings.bindingAt(startOf(tree, callee))?.kind === 'unbound';
  return isCopy && only !== undefined && more.length === 0 ? only.value : iterable;
}
