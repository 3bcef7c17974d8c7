import type { Cycle } from './assertions.ts';
import type { Bindings, Occurrence } from './scope.ts';
import { endOf, type Node, type SyntaxTree } from './syntax.ts';

/**
 * The variables of a function that one act-assert cycle gives a value and a later one uses: what the cycles would
 * have to set up anew if they were functions of their own. Where each first gets its value, in source order.
 */
export function sharedBetween(
  tree: SyntaxTree,
  bindings: Bindings,
  definition: Node,
  cycles: readonly Cycle[],
): readonly Occurrence[] {
  const scope = bindings.scopeAt(definition);
  if (scope === undefined || cycles.length < 2) return [];
  const ends = cycles.map(({ statements }) => endOf(tree, statements.at(-1) ?? definition));
  const cycleAt = ({ start }: Occurrence) => ends.findIndex((end) => start < end);
  const names = Array.from(scope.symbols.values()).flatMap(({ binding }) => {
    const [first] = binding.definitions;
    if (binding.scope !== scope || binding.kind !== 'local' || first === undefined) return [];
    const own = binding.definitions.map(cycleAt);
    return binding.references.some((reference) => isFromBefore(cycleAt(reference), own)) ? first : [];
  });
  return names.toSorted((one, other) => one.start - other.start);
}

/** Whether a cycle uses a value from an earlier one: it, or one between, gives no new one. */
const isFromBefore = (cycle: number, defining: readonly number[]) =>
  cycle !== -1 && defining.some((one) => one !== -1 && one < cycle) && !defining.includes(cycle);
