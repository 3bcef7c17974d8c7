import { calleeOf, keywordOf } from '../../python/expressions.ts';
import { Kind, NO_NODE, parentOf, startOf } from '../../python/syntax.ts';
import type { Family } from './families.ts';
import { isCertainlyOther } from './lookup-objects.ts';
import { shownOf } from '../visibility/observers.ts';
import { type Objection, refuse } from '../steps.ts';
import type { World } from '../world.ts';

/** The methods of its `file` that `print` calls. */
const WRITERS: ReadonlySet<string> = new Set(['write', 'flush']);

/** Objects where an object of a family may be what `print` writes to, which calls the member by its name. */
export function* printsInto(world: World, family: Family, name: string): Generator<Objection> {
  if (!WRITERS.has(name)) return;
  for (const module of world.modulesWith('print')) {
    const { tree } = module;
    for (const call of module.nodesOf(Kind.call)) {
      if (!/^(?:builtins\.)?print$/.test(calleeOf(tree, call) ?? '')) continue;
      const file = keywordOf(tree, call, 'file');
      if (file === NO_NODE || isCertainlyOther(world, family, module, file)) continue;
      yield refuse('escape', shownOf(module, parentOf(tree, file)), module, startOf(tree, file));
    }
  }
}
