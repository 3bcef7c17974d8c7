import { argumentsOf } from '../../python/expressions.ts';
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
} from '../../python/syntax.ts';
import { containerUseOf } from '../values/container-uses.ts';
import { loopedOver } from '../values/element-sources.ts';
import { isPattern } from '../values/reaching.ts';
import { valueOf } from '../values/values.ts';
import type { World } from '../world.ts';

/** What is followed: a class or an object of it, or what has such objects. */
export type Held =
  | 'class'
  | 'object'
  /** A container of such objects, or an iterator. */
  | 'objects'
  /** What gives the object to a `with` statement. */
  | 'manager';

/** Where something gets to next. */
export type Next =
  | { readonly to: 'expression'; readonly node: Node; readonly held: Held }
  | { readonly to: 'variable'; readonly binding: Binding; readonly held: Held }
  | { readonly to: 'anywhere'; readonly node: Node; readonly shown: Node };

/** Where the objects in a container get to from where it stands, or the container itself. */
export function* nextOfContainer(world: World, module: TestModule, node: Node): Generator<Next> {
  const { tree } = module;
  const use = containerUseOf(world, module, node);
  switch (use.use) {
    case 'seen':
    case 'adds':
      return;
    case 'gives':
    case 'copies':
      yield* nextOfLambdas(module, use.node);
      yield { to: 'expression', node: use.node, held: use.use === 'gives' ? 'object' : 'objects' };
      return;
    case 'loops':
      yield* nextOfTarget(module, use.target, 'object');
      return;
    case 'pairs': {
      const next = containerUseOf(world, module, use.node);
      const isParted = next.use === 'loops' && kindOf(tree, next.target) !== Kind.identifier;
      if (isParted) yield* nextOfTarget(module, next.target, 'object');
      else yield { to: 'anywhere', node: use.node, shown: use.node };
      return;
    }
    case 'unknown':
      yield* nextOfWhole(world, module, node);
  }
}

/** Where a container gets to as it is. */
function* nextOfWhole(world: World, module: TestModule, node: Node): Generator<Next> {
  const { tree } = module;
  const parent = parentOf(tree, node);
  if (kindOf(tree, parent) === Kind.assignment && fieldOf(tree, node) === Field.right) {
    const target = childIn(tree, parent, Field.left);
    const isWhole = kindOf(tree, target) === Kind.identifier;
    if (isWhole && isLocal(module, target)) {
      yield* nextOfTarget(module, target, 'objects');
      return;
    }
    if (isPattern(tree, target) && kindOf(tree, parentOf(tree, parent)) === Kind.expression_statement) {
      yield* nextOfTarget(module, target, 'object');
      return;
    }
  }
  // What a function of the project does with its argument is seen there.
  const isSeen =
    kindOf(tree, parent) === Kind.argument_list && isOwnFunction(world, module, parentOf(tree, parent));
  if (!isSeen) yield { to: 'anywhere', node, shown: parent };
}

const isLocal = ({ bindings, tree }: TestModule, name: Node) =>
  bindings.bindingAt(startOf(tree, name))?.scope.kind === 'function';

function isOwnFunction(world: World, module: TestModule, call: Node): boolean {
  const { tree } = module;
  if (kindOf(tree, call) !== Kind.call) return false;
  return valueOf(world, module, childIn(tree, call, Field.function)).kind === 'function';
}

/** The names to which a loop or an unpacking gives objects. */
function* nextOfTarget(module: TestModule, target: Node, held: Held): Generator<Next> {
  const { tree } = module;
  if (isPattern(tree, target)) {
    for (const name of namedChildrenOf(tree, target)) yield* nextOfTarget(module, name, held);
    return;
  }
  const binding =
    kindOf(tree, target) === Kind.identifier ? module.bindings.bindingAt(startOf(tree, target)) : undefined;
  const isKnown = binding !== undefined && binding.scope.kind !== 'module' && binding.scope.kind !== 'class';
  if (isKnown) yield { to: 'variable', binding, held };
  else yield { to: 'anywhere', node: target, shown: target };
}

/** The parameters of each `lambda` that a call is given. */
function* nextOfLambdas(module: TestModule, call: Node): Generator<Next> {
  const { tree } = module;
  if (kindOf(tree, call) !== Kind.call) return;
  for (const { value } of argumentsOf(tree, call)) {
    const parameters = kindOf(tree, value) === Kind.lambda ? childIn(tree, value, Field.parameters) : NO_NODE;
    if (parameters === NO_NODE) continue;
    for (const name of namedChildrenOf(tree, parameters)) yield* nextOfTarget(module, name, 'object');
  }
}

/** Where an object gets to from the context manager that gives it. */
export function* nextOfManager(module: TestModule, manager: Node): Generator<Next> {
  const { tree } = module;
  const parent = parentOf(tree, manager);
  if (kindOf(tree, parent) === Kind.with_item) return;
  const isEntered =
    kindOf(tree, parent) === Kind.as_pattern && kindOf(tree, parentOf(tree, parent)) === Kind.with_item;
  if (isEntered) yield* nextOfTarget(module, childIn(tree, parent, Field.alias) + 1, 'object');
  else yield { to: 'anywhere', node: manager, shown: parent };
}

/** The variable of a function into whose container a call, or an assignment to a subscript, puts an object. */
export function containerOf(world: World, module: TestModule, object: Node, by: Node): Binding | undefined {
  const { tree } = module;
  const isCall = kindOf(tree, by) === Kind.call;
  if (!isCall && kindOf(tree, by) !== Kind.subscript) return undefined;
  const callee = isCall ? childIn(tree, by, Field.function) : NO_NODE;
  if (isCall && kindOf(tree, callee) !== Kind.attribute) return undefined;
  const container = isCall ? childIn(tree, callee, Field.object) : childIn(tree, by, Field.value);
  if (kindOf(tree, container) !== Kind.identifier) return undefined;
  const use = containerUseOf(world, module, container);
  const isMade =
    use.use === 'adds' && use.value === object && loopedOver(world, module, container, []) !== undefined;
  return isMade ? module.bindings.bindingAt(startOf(tree, container)) : undefined;
}

/** Parentheses around an expression, those of `except (One, Other)` included. */
export function isWrapped(tree: TestModule['tree'], node: Node): boolean {
  const parent = parentOf(tree, node);
  const kind = kindOf(tree, parent);
  if (kind === Kind.tuple) {
    const outer = kindOf(tree, parentOf(tree, parent));
    return outer === Kind.except_clause || outer === Kind.as_pattern;
  }
  return kind === Kind.parenthesized_expression || kind === Kind.await;
}
