import type { FunctionDefinition } from '../python/definitions.ts';
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
import { isCollected } from './collected.ts';
import { ancestryOf, type Family, familyOf } from './families.ts';
import { computedLookupsOf } from './lookups.ts';
import { memberReferencesTo } from './member-references.ts';
import { shownOf } from './observers.ts';
import { occurrencesOf } from './occurrences.ts';
import { receiversOf } from './passed-on.ts';
import { referencesTo } from './references.ts';
import { type Objection, refuse } from './steps.ts';
import { builtins } from './special-names.ts';
import { storedIn } from './stored-values.ts';
import { type ClassOf, valueOf } from './values.ts';
import type { World } from './world.ts';

/**
 * Objects where a class, or an object of it, is handed to code outside of the project, which may use its members by
 * their names (duck typing). What goes to functions of the project is seen there.
 */
export function* escapesOf(world: World, family: Family): Generator<Objection> {
  const search: Search = { world, seen: new Set() };
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
    if (isHarmlessCall(search.world, module, call)) {
      yield* listingsOfPassed(search, module, node);
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

/** Objects where a function of the project that gets something as an argument lists the names of its members. */
function* listingsOfPassed(search: Search, module: TestModule, argument: Node): Generator<Objection> {
  for (const { module: owner, parameter } of receiversOf(search.world, module, argument)) {
    const key = `listed ${owner.path}:${parameter.definitions[0]?.start ?? 0}`;
    if (search.seen.has(key)) continue;
    search.seen.add(key);
    const { tree } = owner;
    for (const { node } of parameter.references) {
      const listing = computedLookupsOf(owner).find(
        (lookup) => lookup.object === node && isListing(owner, lookup.node),
      );
      if (listing !== undefined)
        yield refuse('dynamic-attribute', shownOf(owner, parentOf(tree, node)), owner, startOf(tree, node));
      yield* listingsOfPassed(search, owner, node);
    }
  }
}

/** `vars(cart)`, `dir(cart)`, `getmembers(cart)`, `cart.__dict__`. */
function isListing({ tree }: TestModule, lookup: Node): boolean {
  if (kindOf(tree, lookup) !== Kind.call) return textOf(tree, lookup) === '__dict__';
  return /^(?:vars|dir|getmembers|getmembers_static)$/.test(calledNameOf(tree, lookup));
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
  return /^(?:object|setattr|delattr|spy|super)$/.test(called) || isOwnProperty(world, module, callee);
}

/** `Cart.total.fset` calls what a class of the project has as a property. */
function isOwnProperty(world: World, module: TestModule, callee: Node): boolean {
  const { tree } = module;
  if (kindOf(tree, callee) !== Kind.attribute) return false;
  if (!/^f(?:get|set|del)$/.test(textOf(tree, childIn(tree, callee, Field.attribute)))) return false;
  const property = childIn(tree, callee, Field.object);
  if (kindOf(tree, property) !== Kind.attribute) return false;
  return 'class' in valueOf(world, module, childIn(tree, property, Field.object));
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
