import { calledNameOf } from '../python/expressions.ts';
import type { TestModule } from '../python/module.ts';
import type { Binding } from '../python/scope.ts';
import { isAnnotationNode } from './annotations.ts';
import {
  childIn,
  Field,
  fieldOf,
  Kind,
  kindOf,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../python/syntax.ts';
import { ancestryOf, type Family } from './families.ts';
import { shownOf } from './observers.ts';
import { occurrencesOf } from './occurrences.ts';
import { referencesTo } from './references.ts';
import { type Objection, refuse } from './steps.ts';
import { builtins } from './special-names.ts';
import { type ClassOf, valueOf } from './values.ts';
import type { World } from './world.ts';

/**
 * Objects where a class, or an object of it, is handed to code outside of the project, which may use its members by
 * their names (duck typing). What goes to functions of the project is seen there.
 */
export function* escapesOf(world: World, family: Family): Generator<Objection> {
  for (const owner of family.descendants.values()) {
    if (isCollected(owner)) continue;
    yield* escapesOfClass(world, owner);
    yield* escapesOfSelf(world, owner);
  }
}

/** pytest and unittest make the objects of test classes, and use the members that they know. */
function isCollected({ module, definition }: ClassOf): boolean {
  return module.model.classes.some((testClass) => testClass.definition === definition);
}

function* escapesOfClass(world: World, { module, definition }: ClassOf): Generator<Objection> {
  const binding = module.bindings.bindingAt(definition.nameSpan.start);
  if (binding === undefined) return;
  if (binding.scope.kind !== 'module') {
    yield* escapesOfVariable(world, module, binding, 'class');
    return;
  }
  for (const reference of referencesTo(world, { module, binding })) {
    if (reference.kind === 'variable' || reference.kind === 'alias')
      yield* escapesOfVariable(world, reference.module, reference.binding, 'class');
    if (reference.kind === 'attribute') yield* escapesAt(world, reference.module, reference.node, 'class');
  }
}

function* escapesOfSelf(world: World, { module, definition }: ClassOf): Generator<Objection> {
  for (const method of module.definitions) {
    if (method.kind !== 'function' || method.enclosing !== definition) continue;
    const [self] = method.parameters;
    if (self === undefined || method.decorators.some(({ name }) => name.endsWith('staticmethod'))) continue;
    const binding = module.bindings.bindingAt(self.span.start);
    const isClass = method.decorators.some(({ name }) => name.endsWith('classmethod'));
    if (binding !== undefined) yield* escapesOfVariable(world, module, binding, isClass ? 'class' : 'object');
  }
}

type Held = 'class' | 'object';

function* escapesOfVariable(
  world: World,
  module: TestModule,
  binding: Binding,
  held: Held,
): Generator<Objection> {
  for (const { node } of occurrencesOf(module, binding)) {
    if (binding.definitions.some((definition) => definition.node === node)) continue;
    yield* escapesAt(world, module, node, held);
  }
}

/** Objects where an expression that gives the class, or an object of it, is handed on. */
function* escapesAt(world: World, module: TestModule, expression: Node, held: Held): Generator<Objection> {
  const { tree } = module;
  let node = expression;
  while (isWrapped(tree, node)) node = parentOf(tree, node);
  const parent = parentOf(tree, node);
  const kind = kindOf(tree, parent);
  if (isAnnotationNode(tree, node)) return;
  if (kind === Kind.attribute && fieldOf(tree, node) === Field.object) return;
  if (kind === Kind.call && fieldOf(tree, node) === Field.function) {
    if (held === 'class') yield* escapesAt(world, module, parent, 'object');
    return;
  }
  if (kind === Kind.argument_list || kind === Kind.keyword_argument) {
    const list = kind === Kind.argument_list ? parent : parentOf(tree, parent);
    const call = parentOf(tree, list);
    if (kindOf(tree, call) === Kind.class_definition || isHarmlessCall(world, module, call)) return;
  } else if (kind === Kind.assignment && fieldOf(tree, node) === Field.right) {
    const target = childIn(tree, parent, Field.left);
    const binding =
      kindOf(tree, target) === Kind.identifier ? module.bindings.bindingAt(startOf(tree, target)) : undefined;
    if (binding !== undefined && binding.scope.kind !== 'module' && binding.scope.kind !== 'class') {
      yield* escapesOfVariable(world, module, binding, held);
      return;
    }
  } else if (harmless.has(kind)) return;
  const shown = kind === Kind.argument_list ? parentOf(tree, parent) : parent;
  yield refuse('escape', shownOf(module, shown), module, startOf(tree, node));
}

/** Parentheses around an expression, those of `except (One, Other)` included. */
function isWrapped(tree: TestModule['tree'], node: Node): boolean {
  const parent = parentOf(tree, node);
  const kind = kindOf(tree, parent);
  if (kind === Kind.tuple) {
    const outer = kindOf(tree, parentOf(tree, parent));
    return outer === Kind.except_clause || outer === Kind.as_pattern;
  }
  return kind === Kind.parenthesized_expression || kind === Kind.await;
}

/** What uses an object by special methods alone, or by its identity. */
const harmless: ReadonlySet<number> = new Set<number>([
  Kind.expression_statement,
  Kind.delete_statement,
  Kind.comparison_operator,
  Kind.boolean_operator,
  Kind.not_operator,
  Kind.unary_operator,
  Kind.assert_statement,
  Kind.if_statement,
  Kind.while_statement,
  Kind.match_statement,
  Kind.for_statement,
  Kind.with_item,
  Kind.as_pattern,
  Kind.interpolation,
  Kind.subscript,
  Kind.raise_statement,
  Kind.except_clause,
  Kind.binary_operator,
  Kind.dotted_name,
  Kind.class_pattern,
  Kind.global_statement,
  Kind.nonlocal_statement,
  Kind.for_in_clause,
]);

/** Calls that see an object through special methods, or hand it to code of the project. */
function isHarmlessCall(world: World, module: TestModule, call: Node): boolean {
  const { tree } = module;
  if (kindOf(tree, call) !== Kind.call) return false;
  const called = calledNameOf(tree, call);
  if (/^(?:assert\w*|raises|fail\w*|warns)$/.test(called)) return true;
  const callee = childIn(tree, call, Field.function);
  const value = valueOf(world, module, callee);
  if (value.kind === 'function' || value.kind === 'class' || isOwnMethod(world, module, callee)) return true;
  if (value.kind === 'foreign') {
    const name = value.origin.replace(/^builtins\./, '');
    if (builtins.has(name) && name !== 'vars' && name !== 'dir' && name !== 'map') return true;
  }
  return /^(?:object|setattr|delattr|spy|super)$/.test(called);
}

/** Whether an expression is a method that a class of the project defines. */
function isOwnMethod(world: World, module: TestModule, callee: Node): boolean {
  const { tree } = module;
  if (kindOf(tree, callee) !== Kind.attribute) return false;
  const object = valueOf(world, module, childIn(tree, callee, Field.object));
  if (!('class' in object)) return false;
  const name = textOf(tree, childIn(tree, callee, Field.attribute));
  return [...ancestryOf(world, object.class).classes.values()].some((owner) =>
    owner.module.definitions.some(
      (definition) =>
        definition.kind === 'function' &&
        definition.enclosing === owner.definition &&
        definition.name === name,
    ),
  );
}
