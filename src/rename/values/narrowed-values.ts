import { argumentsOf, calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import {
  childIn,
  childrenIn,
  contains,
  Field,
  firstNamedChildOf,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { ancestryOf, classKeywordsOf } from '../members/families.ts';
import { attributesOfForeignClass } from '../members/known-classes.ts';
import { isFollowed, isRebound } from './reaching.ts';
import { isTestCaseMethod } from '../pytest/test-case-methods.ts';
import { type ClassOf, unknown, type Value } from './value-kinds.ts';
import { valueOf } from './values.ts';
import type { World } from '../world.ts';

/** What a variable holds where a condition or an assertion before it has told its class: `isinstance(cart, Cart)`. */
export function narrowedValue(world: World, module: TestModule, variable: Node): Value {
  const { tree, bindings } = module;
  const binding = bindings.bindingAt(startOf(tree, variable));
  if (binding === undefined) return unknown;
  for (const test of testsBefore(module, binding, variable)) {
    const tested = classTestedBy(world, module, test, binding);
    if (tested?.kind === 'class' && isPlain(world, tested.class))
      return { kind: 'instance', class: tested.class };
  }
  return unknown;
}

/** The conditions that hold where a variable is read, since it was bound. */
function* testsBefore(module: TestModule, binding: Binding, read: Node): Generator<Node> {
  const { tree, bindings } = module;
  const { scope, definitions } = binding;
  if (scope.kind === 'comprehension' && definitions.length === 1 && bindings.scopeOf(read) === scope) {
    const body = childIn(tree, scope.node, Field.body);
    if (body === NO_NODE || !contains(tree, body, read)) return;
    for (const clause of namedChildrenOf(tree, scope.node)) {
      if (kindOf(tree, clause) === Kind.if_clause) yield firstNamedChildOf(tree, clause);
    }
    return;
  }
  if (!isFollowed(module, binding, read)) return;
  for (let inner = read, outer = parentOf(tree, read); outer !== scope.node; outer = parentOf(tree, inner)) {
    yield* testsIn(module, binding, read, inner, outer);
    inner = outer;
  }
}

/** The conditions that hold for one part of a statement or expression. */
function* testsIn(
  module: TestModule,
  binding: Binding,
  read: Node,
  inner: Node,
  outer: Node,
): Generator<Node> {
  const { tree } = module;
  switch (kindOf(tree, outer)) {
    case Kind.if_statement:
    case Kind.elif_clause:
      if (childIn(tree, outer, Field.consequence) === inner && !isRebound(module, binding, outer, read))
        yield childIn(tree, outer, Field.condition);
      return;
    case Kind.conditional_expression: {
      const [consequence, condition] = namedChildrenOf(tree, outer);
      if (consequence === inner && condition !== undefined) yield condition;
      return;
    }
    case Kind.boolean_operator:
      if (childIn(tree, outer, Field.right) === inner && isConjunction(tree, outer))
        yield childIn(tree, outer, Field.left);
      return;
    case Kind.block:
      for (const statement of namedChildrenOf(tree, outer)) {
        if (statement === inner) return;
        const test = assertedBy(tree, statement);
        if (test !== NO_NODE && !isRebound(module, binding, statement, read)) yield test;
      }
  }
}

const isConjunction = (tree: TestModule['tree'], operation: Node) =>
  childrenIn(tree, operation, Field.operator).some((child) => textOf(tree, child) === 'and');

/** What a statement asserts; NO_NODE for any other. */
function assertedBy(tree: TestModule['tree'], statement: Node): Node {
  const kind = kindOf(tree, statement);
  if (kind === Kind.assert_statement) return firstNamedChildOf(tree, statement);
  if (kind !== Kind.expression_statement) return NO_NODE;
  const call = firstNamedChildOf(tree, statement);
  return kindOf(tree, call) === Kind.call && calledNameOf(tree, call) === 'assertIsInstance' ? call : NO_NODE;
}

/** The class of which a condition says that a variable is an instance. */
function classTestedBy(world: World, module: TestModule, test: Node, binding: Binding): Value | undefined {
  const { tree, bindings } = module;
  if (test === NO_NODE) return undefined;
  switch (kindOf(tree, test)) {
    case Kind.parenthesized_expression:
      return classTestedBy(world, module, firstNamedChildOf(tree, test), binding);
    case Kind.boolean_operator:
      return isConjunction(tree, test)
        ? (classTestedBy(world, module, childIn(tree, test, Field.left), binding) ??
            classTestedBy(world, module, childIn(tree, test, Field.right), binding))
        : undefined;
    case Kind.call: {
      const [thing, type] = argumentsOf(tree, test);
      const isThing =
        thing !== undefined &&
        kindOf(tree, thing.value) === Kind.identifier &&
        bindings.bindingAt(startOf(tree, thing.value)) === binding;
      if (!isThing || type === undefined || !isInstanceTest(world, module, test)) return undefined;
      return valueOf(world, module, type.value);
    }
    default:
      return undefined;
  }
}

function isInstanceTest(world: World, module: TestModule, call: Node): boolean {
  const callee = valueOf(world, module, childIn(module.tree, call, Field.function));
  if (callee.kind === 'foreign') return callee.origin === 'builtins.isinstance';
  return isTestCaseMethod(world, module, call, /^assertIsInstance$/);
}

/** Whether the instances of a class are its objects and those of its subclasses, and nothing says otherwise of itself. */
function isPlain(world: World, owner: ClassOf): boolean {
  const { classes, others } = ancestryOf(world, owner);
  return (
    !hasDisguise(world) &&
    [...classes.values()].every(
      ({ module, definition }) => classKeywordsOf(module, definition).length === 0,
    ) &&
    others.every(
      ({ base }) =>
        base.kind === 'foreign' &&
        base.origin !== 'abc.ABC' &&
        attributesOfForeignClass(base.origin) !== undefined,
    )
  );
}

const disguised = new WeakMap<World, boolean>();

/** Whether a class of the project says that its objects are of another: `__class__ = Cart`. */
function hasDisguise(world: World): boolean {
  const present = disguised.get(world);
  if (present !== undefined) return present;
  const answer = world
    .modulesWith('__class__')
    .some(({ bindings }) =>
      bindings.scopes.some(
        ({ kind, symbols }) => kind === 'class' && (symbols.get('__class__')?.definitions.length ?? 0) > 0,
      ),
    );
  disguised.set(world, answer);
  return answer;
}
