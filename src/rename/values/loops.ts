import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import {
  childIn,
  Field,
  fieldOf,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  type SyntaxTree,
} from '../../python/syntax.ts';
import { constantAt } from '../references/literals.ts';

/** What the only loop that binds a variable goes through; NO_NODE when anything else binds it. */
export function loopOf(module: TestModule, binding: Binding | undefined): Node {
  const [only = NO_NODE, ...more] = loopsOf(module, binding);
  return more.length > 0 ? NO_NODE : only;
}

/** What each of the loops that bind a variable goes through, in source order; NO_NODE for what else binds it. */
function loopsOf({ tree }: TestModule, binding: Binding | undefined): readonly Node[] {
  return (binding?.definitions ?? []).map(({ node }) => iteratedFor(tree, node));
}

/** What the loop that binds a target goes through; NO_NODE when it is bound in another way. */
export function iteratedFor(tree: SyntaxTree, target: Node): Node {
  if (fieldOf(tree, target) !== Field.left) return NO_NODE;
  const loop = parentOf(tree, target);
  const kind = kindOf(tree, loop);
  return kind === Kind.for_statement || kind === Kind.for_in_clause
    ? childIn(tree, loop, Field.right)
    : NO_NODE;
}

/** The strings, all written out, that a local variable has one after the other in loops; undefined for all else. */
export function loopedConstants(module: TestModule, expression: Node): readonly string[] | undefined {
  const { tree, bindings } = module;
  if (kindOf(tree, expression) !== Kind.identifier) return undefined;
  const binding = bindings.bindingAt(startOf(tree, expression));
  if (binding?.scope.kind === 'module' || binding?.scope.kind === 'class') return undefined;
  const values = loopsOf(module, binding).flatMap((iterable) =>
    iterable !== NO_NODE && isWrittenOut(kindOf(tree, iterable))
      ? namedChildrenOf(tree, iterable).map((element) => constantAt(module, element))
      : undefined,
  );
  return values.length > 0 && values.every((value) => value !== undefined) ? values : undefined;
}

const isWrittenOut = (kind: number) => kind === Kind.list || kind === Kind.tuple;
