import { calledNameOf } from './expressions.ts';
import type { NodesOf } from './kinds.ts';
import { childIn, Field, Kind, type Node, type SyntaxTree } from './syntax.ts';

/** The calls of a module by what they call, each list in source order. */
export interface Calls {
  /** The names that are called, each once. */
  readonly names: readonly string[];
  /** The calls of a name or attribute: `sleep(…)`, `clock.sleep(…)` and `make().sleep(…)` for `sleep`. */
  readonly named: (name: string) => readonly Node[];
  /** The calls of what an import or the builtins give, whatever its name is here: `time.sleep`, `builtins.breakpoint`. */
  readonly of: (origin: string) => readonly Node[];
}

/** What tells the calls apart. */
export interface CallSource {
  readonly tree: SyntaxTree;
  readonly nodesOf: NodesOf;
  /** The names that something is imported under. */
  readonly namesOf: (origin: string) => readonly string[];
  readonly originOf: (expression: Node) => string | undefined;
}

const NO_CALLS: readonly Node[] = [];

/** Sorts the calls of a module by the last part of what they call, in one pass. */
export function callsOf({ tree, nodesOf, namesOf, originOf }: CallSource): Calls {
  const byName = new Map<string, Node[]>();
  for (const call of nodesOf(Kind.call)) {
    const name = calledNameOf(tree, call);
    const calls = byName.get(name);
    if (calls === undefined) byName.set(name, [call]);
    else calls.push(call);
  }
  const named = (name: string) => byName.get(name) ?? NO_CALLS;
  return {
    names: [...byName.keys()],
    named,
    of(origin) {
      const last = origin.slice(origin.lastIndexOf('.') + 1);
      const others = namesOf(origin);
      if (others.length === 0 && !byName.has(last)) return NO_CALLS;
      return [...new Set([last, ...others])]
        .flatMap(named)
        .filter((call) => originOf(childIn(tree, call, Field.function)) === origin)
        .toSorted((one, other) => one - other);
    },
  };
}
