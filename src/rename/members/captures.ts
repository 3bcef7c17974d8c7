import type { TestModule } from '../../python/module.ts';
import {
  childIn,
  descendantsOf,
  Field,
  Kind,
  kindOf,
  namedChildrenOf,
  type Node,
  parentOf,
} from '../../python/syntax.ts';

/** The names that get what a `match` is about as a whole, or one of the things it is about. */
export function capturesOf({ tree }: TestModule, match: Node): readonly Node[] {
  return namedChildrenOf(tree, childIn(tree, match, Field.body))
    .filter((clause) => kindOf(tree, clause) === Kind.case_clause)
    .flatMap((clause) => namedChildrenOf(tree, clause))
    .filter((pattern) => kindOf(tree, pattern) === Kind.case_pattern)
    .flatMap((pattern) => [...descendantsOf(tree, pattern, Kind.identifier)])
    .filter((name) => isWhole(tree, name));
}

/** Whether nothing but what gives its value as it is stands around a name in a pattern. */
function isWhole(tree: TestModule['tree'], name: Node): boolean {
  let node = parentOf(tree, name);
  while (WHOLE.has(kindOf(tree, node))) node = parentOf(tree, node);
  return kindOf(tree, node) === Kind.case_clause;
}

/** A tuple is what stands in parentheses, or what is compared with several things. */
const WHOLE: ReadonlySet<number> = new Set<number>([
  Kind.dotted_name,
  Kind.case_pattern,
  Kind.as_pattern,
  Kind.as_pattern_target,
  Kind.union_pattern,
  Kind.tuple_pattern,
]);
