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
  namedChildrenOf,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { isCollected } from '../pytest/collected.ts';
import { type Family, familyOf } from './families.ts';
import { capturesOf } from './captures.ts';
import { callsOfEntries, classEnteredAt, targetsOfEntries } from './entries.ts';
import { callsForHandled, expectingCalls, targetsOfHandlers } from './handlers.ts';
import { handlingOf, harmless } from './harmless-uses.ts';
import { listingsOfPassed } from './member-listings.ts';
import { memberReferencesTo } from './member-references.ts';
import { shownOf } from '../visibility/observers.ts';
import { parametersOfAll, specialMethodsAt } from '../functions/special-takers.ts';
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
export function* escapesOf(world: World, family: Family, member: string): Generator<Objection> {
  const search: Search = { world, family, member, seen: new Set(), listed: new Set() };
  for (const owner of family.descendants.values()) {
    if (isCollected(owner)) continue;
    yield* escapesOfClass(search, owner);
    yield* escapesOfSelf(search, owner);
  }
}

interface Search {
  readonly world: World;
  readonly family: Family;
  readonly member: string;
  /** The variables and functions that have been followed, by what they hold. */
  readonly seen: Set<string>;
  /** The parameters of which it is known whether their function lists the members. */
  readonly listed: Set<Binding>;
}

/** Whether something is followed for the first time; code goes round in circles: `thing = thing`. */
function isNew(search: Search, { path }: TestModule, start: number, held: Held): boolean {
  return isFirst(search, `${held} ${path}:${start}`);
}

function isFirst({ seen }: Search, key: string): boolean {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

function* escapesOfClass(search: Search, { module, definition }: ClassOf): Generator<Objection> {
  const binding = module.bindings.bindingAt(definition.nameSpan.start);
  if (binding !== undefined) yield* escapesOfAnyVariable(search, module, binding, 'class');
}

/** Objects where what a variable holds is handed on, by other modules too. */
function* escapesOfAnyVariable(
  search: Search,
  module: TestModule,
  binding: Binding,
  held: Held,
): Generator<Objection> {
  if (binding.scope.kind !== 'module') {
    yield* escapesOfVariable(search, module, binding, held);
    return;
  }
  for (const reference of referencesTo(search.world, { module, binding })) {
    if (reference.kind === 'variable' || reference.kind === 'alias')
      yield* escapesOfVariable(search, reference.module, reference.binding, held);
    if (reference.kind === 'attribute') yield* escapesAt(search, reference.module, reference.node, held);
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

/** `caught` is what `raises` gives, which has the error in hand. */
type Held = 'class' | 'object' | 'caught';

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
  switch (kind) {
    case Kind.attribute:
      if (fieldOf(tree, node) !== Field.object) break;
      if (held === 'caught') yield* escapesOfCaught(search, module, parent);
      return;
    case Kind.subscript:
      if (held === 'caught') yield* escapesAt(search, module, parent, held);
      yield* escapesOfOperand(search, module, node, held);
      // A key that is kept.
      if (fieldOf(tree, node) === Field.subscript && fieldOf(tree, parent) === Field.left) break;
      return;
    case Kind.call:
      if (fieldOf(tree, node) !== Field.function) break;
      if (held !== 'object') yield* escapesAt(search, module, parent, held === 'class' ? 'object' : held);
      return;
    case Kind.argument_list:
    case Kind.keyword_argument: {
      const list = kind === Kind.argument_list ? parent : parentOf(tree, parent);
      const call = parentOf(tree, list);
      if (kindOf(tree, call) === Kind.class_definition) return;
      if (yield* escapesByCall(search, module, call, node, held)) return;
      break;
    }
    case Kind.assignment: {
      if (fieldOf(tree, node) !== Field.right) break;
      const isChained = fieldOf(tree, parent) === Field.right;
      if (isChained) yield* escapesAt(search, module, parent, held);
      if (yield* escapesOfTarget(search, module, childIn(tree, parent, Field.left), held)) return;
      break;
    }
    case Kind.named_expression:
      if (fieldOf(tree, node) === Field.name) break;
      yield* escapesAt(search, module, parent, held);
      if (yield* escapesOfTarget(search, module, childIn(tree, parent, Field.name), held)) return;
      break;
    case Kind.return_statement: {
      const entered = held === 'object' ? classEnteredAt(module, startOf(tree, parent)) : undefined;
      if (entered !== undefined) {
        yield* escapesOfEntry(search, entered);
        return;
      }
      const maker = makerAt(module, startOf(tree, parent));
      if (maker === undefined) break;
      yield* escapesOfResult(search, module, maker, held);
      return;
    }
    case Kind.raise_statement:
      if (isFirst(search, 'raised')) yield* escapesOfRaised(search);
      return;
    case Kind.match_statement:
      for (const name of capturesOf(module, parent)) yield* escapesOfName(search, module, name, held);
      return;
    case Kind.as_pattern: {
      const outer = kindOf(tree, parentOf(tree, parent));
      const isHandler = outer === Kind.except_clause;
      if (!isHandler && outer !== Kind.with_item) return;
      const target = childIn(tree, parent, Field.alias) + 1;
      if (yield* escapesOfName(search, module, target, isHandler ? 'object' : held)) return;
      break;
    }
    default:
      yield* escapesOfOperand(search, module, node, held);
      if (harmless.has(kind)) return;
  }
  const shown = kind === Kind.argument_list ? parentOf(tree, parent) : parent;
  yield refuse('escape', shownOf(module, shown), module, startOf(tree, node));
}

/** Objects where a special method of the project, of whatever object, hands on an operand. */
function* escapesOfOperand(
  search: Search,
  module: TestModule,
  operand: Node,
  held: Held,
): Generator<Objection> {
  for (const name of specialMethodsAt(module, operand)) {
    if (!isFirst(search, `${held} ${name}`)) continue;
    for (const { module: owner, parameter } of parametersOfAll(search.world, name))
      yield* escapesOfVariable(search, owner, parameter, held);
  }
}

/** Objects where a call hands on an argument; whether it is known what the call does with it. */
function* escapesByCall(
  search: Search,
  module: TestModule,
  call: Node,
  argument: Node,
  held: Held,
): Generator<Objection, boolean> {
  const handling = handlingOf(search.world, module, call, argument, search.member);
  if (handling.kind === 'escapes') return false;
  yield* listingsOfPassed(search.world, module, argument, search.listed);
  if (handling.kind === 'taken') {
    for (const { module: owner, parameter } of handling.by)
      yield* escapesOfVariable(search, owner, parameter, held);
  } else if (handling.kind === 'given') {
    if (handling.as === 'itself') yield* escapesAt(search, module, call, held);
    else if (handling.as === 'class' && held === 'object') yield* escapesAt(search, module, call, 'class');
    else if (handling.as === 'caught' && held === 'class') yield* escapesAt(search, module, call, 'caught');
  }
  return true;
}

/** Objects where what a name or an attribute gets is handed on; whether all that reads it is known. */
function* escapesOfTarget(
  search: Search,
  module: TestModule,
  target: Node,
  held: Held,
): Generator<Objection, boolean> {
  const { tree } = module;
  if (kindOf(tree, target) === Kind.attribute && storedIn(search.world, module, target) !== undefined) {
    yield* escapesOfAttribute(search, textOf(tree, childIn(tree, target, Field.attribute)), held);
    return true;
  }
  if (kindOf(tree, target) !== Kind.identifier) return false;
  const scope = module.bindings.bindingAt(startOf(tree, target))?.scope.kind;
  if (scope === 'module' || scope === 'class') return false;
  return yield* escapesOfName(search, module, target, held);
}

/** Objects where what a name gets is handed on; whether it is a name. */
function* escapesOfName(
  search: Search,
  module: TestModule,
  name: Node,
  held: Held,
): Generator<Objection, boolean> {
  const { tree, bindings } = module;
  const binding =
    kindOf(tree, name) === Kind.identifier ? bindings.bindingAt(startOf(tree, name)) : undefined;
  if (binding !== undefined) yield* escapesOfAnyVariable(search, module, binding, held);
  return binding !== undefined;
}

/** Objects where the error that `info.value`, `caught.exception` and the like give is handed on. */
function* escapesOfCaught(search: Search, module: TestModule, attribute: Node): Generator<Objection> {
  const name = textOf(module.tree, childIn(module.tree, attribute, Field.attribute));
  const held = HOLDINGS.get(name);
  if (held !== undefined) yield* escapesAt(search, module, attribute, held);
}

/** The attributes of what `raises`, `warns`, `assertRaises` and `assertWarns` give. */
const HOLDINGS: ReadonlyMap<string, Held> = new Map([
  ['value', 'object'],
  ['exception', 'object'],
  ['warning', 'object'],
  ['message', 'object'],
  ['type', 'class'],
  ['category', 'class'],
  ['pop', 'caught'],
  ['list', 'caught'],
]);

/** Objects where what handles errors by a class above those of the family hands them on. */
function* escapesOfRaised(search: Search): Generator<Objection> {
  for (const { module, node } of targetsOfHandlers(search.world, search.family))
    yield* escapesOfName(search, module, node + 1, 'object');
  for (const { module, node } of expectingCalls(search.world, search.family))
    yield* escapesAt(search, module, node, 'caught');
  for (const { module, node } of callsForHandled(search.world))
    yield* escapesAt(search, module, node, 'caught');
  for (const name of ['__cause__', '__context__']) yield* escapesOfAttribute(search, name, 'object');
  for (const { module, parameter } of ['__exit__', '__aexit__'].flatMap((name) =>
    parametersOfAll(search.world, name, 2),
  ))
    yield* escapesOfVariable(search, module, parameter, 'object');
}

/** Objects where what `with` gets when it enters an object of a class is handed on. */
function* escapesOfEntry(search: Search, owner: ClassOf): Generator<Objection> {
  if (!isNew(search, owner.module, owner.definition.nameSpan.start, 'object')) return;
  for (const { module, node } of callsOfEntries(search.world))
    yield* escapesAt(search, module, node, 'object');
  // An object of the family is followed to where it is entered.
  if (search.family.descendants.has(owner.definition)) return;
  for (const { module, node } of targetsOfEntries(search.world, owner)) {
    if (yield* escapesOfName(search, module, node + 1, 'object')) continue;
    yield refuse('escape', shownOf(module, parentOf(module.tree, node)), module, startOf(module.tree, node));
  }
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

/** What gives an expression as it is, or something else: parentheses, those of `except (One, Other)` too, `one or other`. */
function isWrapped(tree: TestModule['tree'], node: Node): boolean {
  const parent = parentOf(tree, node);
  const kind = kindOf(tree, parent);
  if (kind === Kind.tuple) {
    const outer = kindOf(tree, parentOf(tree, parent));
    return outer === Kind.except_clause || outer === Kind.as_pattern;
  }
  if (kind === Kind.conditional_expression) return namedChildrenOf(tree, parent)[1] !== node;
  return kind === Kind.parenthesized_expression || kind === Kind.await || kind === Kind.boolean_operator;
}
