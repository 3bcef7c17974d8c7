import type { TestModule } from '../../python/module.ts';
import type { Binding, Occurrence } from '../../python/scope.ts';
import {
  contains,
  endOf,
  firstNamedChildOf,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
} from '../../python/syntax.ts';

/** The binding of a variable from which it certainly has the value that it has at a place where it is read. */
export function definitionReaching(module: TestModule, binding: Binding, read: Node): Occurrence | undefined {
  if (!isFollowed(module, binding, read)) return undefined;
  const { tree } = module;
  const last = binding.definitions.findLast(
    ({ node, start }) => start < startOf(tree, read) && !isGivenAfter(tree, node, read),
  );
  const statement = last === undefined ? NO_NODE : statementBinding(tree, last.node);
  if (statement === NO_NODE || !isBefore(tree, statement, read)) return undefined;
  return isRebound(module, binding, statement, read, last) ? undefined : last;
}

/** Whether a variable is bound by statements of its own function alone, in which it is read too. */
export function isFollowed({ tree, bindings }: TestModule, binding: Binding, read: Node): boolean {
  const { scope, definitions, declarations } = binding;
  return (
    scope.kind === 'function' &&
    declarations.length === 0 &&
    bindings.scopeOf(read) === scope &&
    definitions.every(
      ({ node }) =>
        kindOf(tree, parentOf(tree, node)) !== Kind.named_expression && bindings.scopeOf(node) === scope,
    )
  );
}

/** `cart = pay(cart)`: what is assigned is there only after what is read. */
function isGivenAfter(tree: TestModule['tree'], target: Node, read: Node): boolean {
  const statement = statementBinding(tree, target);
  return (
    statement !== NO_NODE &&
    kindOf(tree, statement) === Kind.expression_statement &&
    contains(tree, statement, read)
  );
}

/** The statement that binds a name alone, when it is completed or its block begins; NO_NODE for other ones. */
function statementBinding(tree: TestModule['tree'], target: Node): Node {
  let node = parentOf(tree, target);
  while (isPattern(tree, node)) node = parentOf(tree, node);
  switch (kindOf(tree, node)) {
    case Kind.assignment: {
      while (kindOf(tree, node) === Kind.assignment) node = parentOf(tree, node);
      return kindOf(tree, node) === Kind.expression_statement ? node : NO_NODE;
    }
    case Kind.as_pattern_target: {
      const outer = parentOf(tree, parentOf(tree, node));
      if (kindOf(tree, outer) === Kind.except_clause) return outer;
      const clause = parentOf(tree, outer);
      return kindOf(tree, outer) === Kind.with_item ? parentOf(tree, clause) : NO_NODE;
    }
    case Kind.for_statement:
      return node;
    default:
      return NO_NODE;
  }
}

export const isPattern = (tree: TestModule['tree'], node: Node) => PATTERNS.has(kindOf(tree, node));

const PATTERNS: ReadonlySet<number> = new Set<number>([
  Kind.pattern_list,
  Kind.tuple_pattern,
  Kind.list_pattern,
]);

/** Whether control comes to a place only after a statement, or from it into its block. */
function isBefore(tree: TestModule['tree'], statement: Node, read: Node): boolean {
  const kind = kindOf(tree, statement);
  if (contains(tree, statement, read)) {
    let inner = read;
    while (parentOf(tree, inner) !== statement) inner = parentOf(tree, inner);
    return kindOf(tree, inner) === Kind.block;
  }
  // A manager before the one that binds the name may suppress what that raises.
  const isDone =
    kind === Kind.expression_statement ||
    (kind === Kind.with_statement && namedChildrenOf(tree, firstNamedChildOf(tree, statement)).length === 1);
  return isDone && contains(tree, parentOf(tree, statement), read);
}

/** Whether anything but one definition may bind a variable between a statement and a place where it is read. */
export function isRebound(
  { tree }: TestModule,
  binding: Binding,
  statement: Node,
  read: Node,
  but?: Occurrence,
): boolean {
  const stop = contains(tree, statement, read) ? statement : parentOf(tree, statement);
  let end = startOf(tree, read);
  for (let outer = parentOf(tree, read); outer !== stop && outer !== NO_NODE; outer = parentOf(tree, outer)) {
    if (kindOf(tree, outer) === Kind.for_statement || kindOf(tree, outer) === Kind.while_statement)
      end = endOf(tree, outer);
  }
  const isLooped = end > startOf(tree, read);
  return binding.definitions.some((definition) => {
    const { start, node } = definition;
    if (definition === but || start < startOf(tree, statement) || start >= end) return false;
    return isLooped || !isGivenAfter(tree, node, read);
  });
}

/** A name among those that a statement binds at once, and the way to it: `[1]` for the second of a tuple. */
export interface TargetPlace {
  readonly target: Node;
  readonly path: readonly number[];
}

/** What a statement binds as a whole, and where a name is in it; undefined behind a star. */
export function placeOfTarget({ tree }: TestModule, name: Node): TargetPlace | undefined {
  const path: number[] = [];
  let target = name;
  for (let outer = parentOf(tree, target); isPattern(tree, outer); outer = parentOf(tree, outer)) {
    const names = namedChildrenOf(tree, outer);
    if (names.some((one) => kindOf(tree, one) === Kind.list_splat_pattern)) return undefined;
    path.unshift(names.indexOf(target));
    target = outer;
  }
  return { target, path };
}
