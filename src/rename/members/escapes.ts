import type { FunctionDefinition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import { isAnnotationNode } from '../references/annotations.ts';
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
} from '../../python/syntax.ts';
import { isCollected } from '../pytest/collected.ts';
import { type Family, familyOf } from './families.ts';
import { harmless, isHarmlessCall } from './harmless-uses.ts';
import { listingsOfPassed } from './member-listings.ts';
import { memberReferencesTo } from './member-references.ts';
import { shownOf } from '../visibility/observers.ts';
import { occurrencesOf } from '../references/occurrences.ts';
import { referencesTo } from '../references/references.ts';
import { type Objection, refuse } from '../steps.ts';
import { storedIn } from '../values/stored-values.ts';
import type { ClassOf } from '../values/value-kinds.ts';
import type { World } from '../world.ts';

/**
 * Objects where a class, or an object of it, is handed to code outside of the project, which may use its members by
 * their names (duck typing). What goes to functions of the project is seen there.
 */
export function* escapesOf(world: World, family: Family): Generator<Objection> {
  const search: Search = { world, seen: new Set(), listed: new Set() };
  for (const owner of family.descendants.values()) {
    if (isCollected(owner)) continue;
    yield* escapesOfClass(search, owner);
    yield* escapesOfSelf(search, owner);
  }
}

interface Search {
  readonly world: World;
  /** The variables and functions that have been followed, by what they hold. */
  readonly seen: Set<string>;
  /** The parameters of which it is known whether their function lists the members. */
  readonly listed: Set<Binding>;
}

/** Whether something is followed for the first time; code goes round in circles: `thing = thing`. */
function isNew({ seen }: Search, { path }: TestModule, start: number, held: Held): boolean {
  const key = `${held} ${path}:${start}`;
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

function* escapesOfClass(search: Search, { module, definition }: ClassOf): Generator<Objection> {
  const binding = module.bindings.bindingAt(definition.nameSpan.start);
  if (binding === undefined) return;
  if (binding.scope.kind !== 'module') {
    yield* escapesOfVariable(search, module, binding, 'class');
    return;
  }
  for (const reference of referencesTo(search.world, { module, binding })) {
    if (reference.kind === 'variable' || reference.kind === 'alias')
      yield* escapesOfVariable(search, reference.module, reference.binding, 'class');
    if (reference.kind === 'attribute') yield* escapesAt(search, reference.module, reference.node, 'class');
  }
}

function* escapesOfSelf(search: Search, { module, definition }: ClassOf): Generator<Objection> {
  for (const method of module.definitions) {
    if (method.kind !== 'function' || method.enclosing !== definition) continue;
    const [self] = method.parameters;
    if (self === undefined || method.decorators.some(({ name }) => name.endsWith('staticmethod'))) continue;
    const binding = module.bindings.bindingAt(self.span.start);
    const isClass = method.decorators.some(({ name }) => name.endsWith('classmethod'));
    if (binding !== undefined)
      yield* escapesOfVariable(search, module, binding, isClass ? 'class' : 'object');
  }
}

type Held = 'class' | 'object';

function* escapesOfVariable(
  search: Search,
  module: TestModule,
  binding: Binding,
  held: Held,
): Generator<Objection> {
  const [first] = binding.definitions;
  if (first !== undefined && !isNew(search, module, first.start, held)) return;
  for (const { node } of occurrencesOf(module, binding)) {
    if (binding.definitions.some((definition) => definition.node === node)) continue;
    yield* escapesAt(search, module, node, held);
  }
}

/** Objects where an expression that gives the class, or an object of it, is handed on. */
function* escapesAt(search: Search, module: TestModule, expression: Node, held: Held): Generator<Objection> {
  const { tree } = module;
  let node = expression;
  while (isWrapped(tree, node)) node = parentOf(tree, node);
  const parent = parentOf(tree, node);
  const kind = kindOf(tree, parent);
  if (isAnnotationNode(tree, node)) return;
  if (kind === Kind.attribute && fieldOf(tree, node) === Field.object) return;
  if (kind === Kind.call && fieldOf(tree, node) === Field.function) {
    if (held === 'class') yield* escapesAt(search, module, parent, 'object');
    return;
  }
  if (kind === Kind.argument_list || kind === Kind.keyword_argument) {
    const list = kind === Kind.argument_list ? parent : parentOf(tree, parent);
    const call = parentOf(tree, list);
    if (kindOf(tree, call) === Kind.class_definition) return;
    if (isHarmlessCall(search.world, module, call, node)) {
      yield* listingsOfPassed(search.world, module, node, search.listed);
      return;
    }
  } else if (kind === Kind.assignment && fieldOf(tree, node) === Field.right) {
    const target = childIn(tree, parent, Field.left);
    const binding =
      kindOf(tree, target) === Kind.identifier ? module.bindings.bindingAt(startOf(tree, target)) : undefined;
    if (binding !== undefined && binding.scope.kind !== 'module' && binding.scope.kind !== 'class') {
      yield* escapesOfVariable(search, module, binding, held);
      return;
    }
    if (kindOf(tree, target) === Kind.attribute && storedIn(search.world, module, target) !== undefined) {
      yield* escapesOfAttribute(search, textOf(tree, childIn(tree, target, Field.attribute)), held);
      return;
    }
  } else if (kind === Kind.return_statement) {
    const maker = makerAt(module, startOf(tree, parent));
    // What `with` gets is followed where it stands.
    if (held === 'object' && isEntry(module, startOf(tree, parent))) return;
    if (maker !== undefined) {
      yield* escapesOfResult(search, module, maker, held);
      return;
    }
  } else if (kind === Kind.as_pattern && kindOf(tree, parentOf(tree, parent)) === Kind.with_item) {
    const target = childIn(tree, parent, Field.alias) + 1;
    const binding =
      kindOf(tree, target) === Kind.identifier ? module.bindings.bindingAt(startOf(tree, target)) : undefined;
    if (binding !== undefined) {
      yield* escapesOfVariable(search, module, binding, held);
      return;
    }
  } else if (harmless.has(kind)) return;
  const shown = kind === Kind.argument_list ? parentOf(tree, parent) : parent;
  yield refuse('escape', shownOf(module, shown), module, startOf(tree, node));
}

/** Whether a method that a `with` statement calls holds a UTF-16 offset. */
function isEntry(module: TestModule, offset: number): boolean {
  const definition = module.definitionAt(offset);
  return definition?.enclosing?.kind === 'class' && /^__a?enter__$/.test(definition.name);
}

/** Objects where what is stored in attributes of a name, of whatever object, is handed on. */
function* escapesOfAttribute(search: Search, name: string, held: Held): Generator<Objection> {
  const key = `${held} .${name}`;
  if (search.seen.has(key)) return;
  search.seen.add(key);
  for (const module of search.world.modulesWith(name)) {
    const { tree } = module;
    for (const node of module.nodesOf(Kind.identifier)) {
      if (fieldOf(tree, node) !== Field.attribute || textOf(tree, node) !== name) continue;
      const attribute = parentOf(tree, node);
      if (fieldOf(tree, attribute) !== Field.left) yield* escapesAt(search, module, attribute, held);
    }
  }
}

/** The function that returns something, if no framework and no decorator gets what it returns. */
function makerAt(module: TestModule, offset: number): FunctionDefinition | undefined {
  const maker = module.definitionAt(offset);
  if (maker?.kind !== 'function' || !module.model.helpers.includes(maker)) return undefined;
  const isPlain = maker.decorators.every(({ name }) => name === 'classmethod' || name === 'staticmethod');
  return isPlain && !/^__.*__$/s.test(maker.name) ? maker : undefined;
}

/** Objects where what a function of the project returns is handed on by those that call it. */
function* escapesOfResult(
  search: Search,
  module: TestModule,
  maker: FunctionDefinition,
  held: Held,
): Generator<Objection> {
  const { enclosing, name, nameSpan } = maker;
  if (!isNew(search, module, nameSpan.start, held)) return;
  if (enclosing?.kind === 'class') {
    const family = familyOf(search.world, { module, definition: enclosing }, name);
    for (const reference of memberReferencesTo(search.world, family, name)) {
      if (reference.kind === 'objection' || reference.kind === 'unknown') yield reference.objection;
      else if (reference.kind === 'attribute')
        yield* escapesOfCall(search, reference.module, reference.node, held);
      else if (reference.kind === 'variable') {
        for (const { node } of reference.binding.references)
          yield* escapesOfCall(search, reference.module, node, held);
      } else yield refuse('escape', `\`${name}\``, reference.module, reference.span.start);
    }
    return;
  }
  const binding = module.bindings.bindingAt(nameSpan.start);
  if (binding === undefined) return;
  for (const reference of referencesTo(search.world, { module, binding })) {
    if (reference.kind === 'objection') yield reference.objection;
    else if (reference.kind === 'attribute')
      yield* escapesOfCall(search, reference.module, reference.node, held);
    else if (reference.kind === 'variable' || reference.kind === 'alias') {
      for (const { node } of reference.binding.references)
        yield* escapesOfCall(search, reference.module, node, held);
    } else
      yield refuse(
        'escape',
        shownOf(reference.module, reference.literal.node),
        reference.module,
        startOf(reference.module.tree, reference.literal.node),
      );
  }
}

/** Objects where a function is not called, or where the result of the call is handed on. */
function* escapesOfCall(search: Search, module: TestModule, callee: Node, held: Held): Generator<Objection> {
  const { tree } = module;
  const parent = parentOf(tree, callee);
  if (kindOf(tree, parent) === Kind.call && fieldOf(tree, callee) === Field.function)
    yield* escapesAt(search, module, parent, held);
  else yield refuse('escape', shownOf(module, parent), module, startOf(tree, callee));
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
