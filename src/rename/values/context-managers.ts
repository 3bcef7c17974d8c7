import type { TestModule } from '../../python/module.ts';
import { unwrapped } from '../../python/expressions.ts';
import { childIn, Field, Kind, kindOf, NO_NODE, type Node } from '../../python/syntax.ts';
import { yieldedBy } from './given-back.ts';
import type { Passed } from './passed-values.ts';
import { isReplaced } from './replaced.ts';
import { valueOf } from './values.ts';
import type { World } from '../world.ts';

/** What a function of the project yields that `contextlib` makes a context manager of; undefined for any other manager. */
export function yieldedByManager(
  world: World,
  module: TestModule,
  manager: Node,
): readonly Passed[] | undefined {
  const call = unwrapped(module.tree, manager);
  if (call === NO_NODE || kindOf(module.tree, call) !== Kind.call) return undefined;
  const made = valueOf(world, module, childIn(module.tree, call, Field.function));
  if (made.kind !== 'function' || isReplaced(world, made.definition.name)) return undefined;
  const [only, ...more] = made.definition.decorators;
  const origin = only === undefined ? '' : made.module.imports.originOf(only.name);
  return more.length === 0 && /^contextlib\.(?:async)?contextmanager$/.test(origin)
    ? yieldedBy(made.module, made.definition)
    : undefined;
}
