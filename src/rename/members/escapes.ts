import type { FunctionDefinition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import { Field, fieldOf, Kind, kindOf, type Node, parentOf, startOf, textOf } from '../../python/syntax.ts';
import { parametersOfAll } from '../functions/special-takers.ts';
import { isCollected } from '../pytest/collected.ts';
import { occurrencesOf } from '../references/occurrences.ts';
import { referencesTo } from '../references/references.ts';
import { type Objection, refuse } from '../steps.ts';
import type { ClassOf } from '../values/value-kinds.ts';
import { shownOf } from '../visibility/observers.ts';
import type { World } from '../world.ts';
import { callsOfEntries, targetsOfEntries } from './entries.ts';
import { type Family, familyOf } from './families.ts';
import { type Flow, flowsFrom, flowsToName, type Held } from './flows.ts';
import { callsForHandled, expectingCalls, targetsOfHandlers } from './handlers.ts';
import { listingsOfPassed } from './member-listings.ts';
import { flowsOfMembers } from './member-flows.ts';
import { memberReferencesTo } from './member-references.ts';
import { lookupsInOperands } from './operand-lookups.ts';

/**
 * Objects where a class, or an object of it, is handed to code outside of the project, which may use its members by
 * their names (duck typing). What goes to functions of the project is seen there.
 */
export function* escapesOf(world: World, family: Family, member: string): Generator<Objection> {
  const search: Search = { world, family, member, listed: new Set() };
  const seen = new Set<string>();
  const waiting = [...family.descendants.values()]
    .flatMap((owner) => (isCollected(owner) ? [] : [...classItself(owner), ...selvesOf(owner)]))
    .toReversed();
  for (let flow = waiting.pop(); flow !== undefined; flow = waiting.pop()) {
    if (flow.kind === 'objection') yield flow.objection;
    else {
      // Code goes round in circles: `thing = thing`.
      const key = keyOf(flow);
      if (seen.has(key)) continue;
      seen.add(key);
      waiting.push(...[...next(search, flow)].toReversed());
    }
  }
}

interface Search {
  readonly world: World;
  readonly family: Family;
  readonly member: string;
  /** The parameters of which it is known whether their function lists the members. */
  readonly listed: Set<Binding>;
}

/** A flow that goes on. */
type Onward = Exclude<Flow, { readonly kind: 'objection' }>;

function keyOf(flow: Onward): string {
  switch (flow.kind) {
    case 'expression':
      return `${flow.held} ${flow.module.path}#${flow.node}`;
    case 'variable':
      return `${flow.held} ${flow.module.path}:${flow.binding.definitions[0]?.start ?? flow.binding.name}`;
    case 'attribute':
      return `${flow.held} .${flow.name}`;
    case 'operand':
      return `${flow.held} ${flow.name}`;
    case 'result':
      return `${flow.held} ${flow.module.path}:${flow.maker.nameSpan.start} result`;
    case 'entry':
      return `entry ${flow.owner.module.path}:${flow.owner.definition.nameSpan.start}`;
    case 'argument':
      return `argument ${flow.module.path}#${flow.node}`;
    case 'raised':
      return 'raised';
  }
}

function* classItself({ module, definition }: ClassOf): Generator<Flow> {
  const binding = module.bindings.bindingAt(definition.nameSpan.start);
  if (binding !== undefined) yield { kind: 'variable', module, binding, held: 'class' };
}

/** `self` and `cls` of the methods of a class. */
function* selvesOf({ module, definition }: ClassOf): Generator<Flow> {
  for (const method of module.definitions) {
    if (method.kind !== 'function' || method.enclosing !== definition) continue;
    const [self] = method.parameters;
    if (self === undefined || method.decorators.some(({ name }) => name.endsWith('staticmethod'))) continue;
    const binding = module.bindings.bindingAt(self.span.start);
    const isClass = method.decorators.some(({ name }) => name.endsWith('classmethod'));
    if (binding !== undefined)
      yield { kind: 'variable', module, binding, held: isClass ? 'class' : 'object' };
  }
}

/** Where something gets to from where it has got to. */
function* next(search: Search, flow: Onward): Generator<Flow> {
  const { world, member } = search;
  switch (flow.kind) {
    case 'expression':
      yield* flowsOfMembers(world, search.family, flow);
      return yield* flowsFrom(world, flow.module, flow.node, flow.held, member);
    case 'variable':
      return yield* readsOfVariable(world, flow.module, flow.binding, flow.held);
    case 'attribute':
      return yield* readsOfAttributes(world, flow.name, flow.held);
    case 'operand':
      for (const objection of lookupsInOperands(world, search.family, flow.name, member))
        yield { kind: 'objection', objection };
      return yield* parametersOf(world, flow.name, 1, flow.held);
    case 'result':
      return yield* callsOf(world, flow.module, flow.maker, flow.held);
    case 'entry':
      return yield* entriesOf(search, flow.owner);
    case 'raised':
      return yield* handlersOf(search);
    case 'argument':
      for (const objection of listingsOfPassed(world, flow.module, flow.node, search.listed))
        yield { kind: 'objection', objection };
  }
}

/** The reads of a variable, in other modules too. */
function* readsOfVariable(world: World, module: TestModule, binding: Binding, held: Held): Generator<Flow> {
  if (binding.scope.kind !== 'module') {
    yield* readsIn(module, binding, held);
    return;
  }
  for (const reference of referencesTo(world, { module, binding })) {
    if (reference.kind === 'variable' || reference.kind === 'alias')
      yield* readsIn(reference.module, reference.binding, held);
    if (reference.kind === 'attribute')
      yield { kind: 'expression', module: reference.module, node: reference.node, held };
  }
}

function* readsIn(module: TestModule, binding: Binding, held: Held): Generator<Flow> {
  for (const { node } of occurrencesOf(module, binding)) {
    if (binding.definitions.some((definition) => definition.node === node)) continue;
    yield { kind: 'expression', module, node, held };
  }
}

/** The reads of attributes of a name, of whatever object. */
function* readsOfAttributes(world: World, name: string, held: Held): Generator<Flow> {
  for (const module of world.modulesWith(name)) {
    const { tree } = module;
    for (const node of module.nodesOf(Kind.identifier)) {
      if (fieldOf(tree, node) !== Field.attribute || textOf(tree, node) !== name) continue;
      const attribute = parentOf(tree, node);
      if (fieldOf(tree, attribute) !== Field.left)
        yield { kind: 'expression', module, node: attribute, held };
    }
  }
}

function* parametersOf(world: World, name: string, place: number, held: Held): Generator<Flow> {
  for (const { module, parameter } of parametersOfAll(world, name, place))
    yield { kind: 'variable', module, binding: parameter, held };
}

/** What handles errors by a class above those of the family. */
function* handlersOf({ world, family }: Search): Generator<Flow> {
  for (const { module, node } of targetsOfHandlers(world, family))
    yield* flowsToName(module, node + 1, 'object') ?? [];
  for (const { module, node } of expectingCalls(world, family))
    yield { kind: 'expression', module, node, held: 'caught' };
  for (const { module, node } of callsForHandled(world))
    yield { kind: 'expression', module, node, held: 'caught' };
  for (const name of ['__cause__', '__context__']) yield { kind: 'attribute', name, held: 'object' };
  for (const name of ['__exit__', '__aexit__']) yield* parametersOf(world, name, 2, 'object');
}

/** What `with` gets when it enters an object of a class. */
function* entriesOf({ world, family }: Search, owner: ClassOf): Generator<Flow> {
  for (const { module, node } of callsOfEntries(world))
    yield { kind: 'expression', module, node, held: 'object' };
  // An object of the family is followed to where it is entered.
  if (family.descendants.has(owner.definition)) return;
  for (const { module, node } of targetsOfEntries(world, owner)) {
    const variable = flowsToName(module, node + 1, 'object');
    if (variable !== undefined) yield* variable;
    else yield escape(module, parentOf(module.tree, node), node);
  }
}

/** The calls of a function of the project, for what it returns. */
function* callsOf(world: World, module: TestModule, maker: FunctionDefinition, held: Held): Generator<Flow> {
  const { enclosing, name, nameSpan } = maker;
  const binding = module.bindings.bindingAt(nameSpan.start);
  const references =
    enclosing?.kind === 'class'
      ? memberReferencesTo(world, familyOf(world, { module, definition: enclosing }, name), name)
      : binding && referencesTo(world, { module, binding });
  for (const reference of references ?? []) {
    switch (reference.kind) {
      case 'objection':
      case 'unknown':
        yield { kind: 'objection', objection: reference.objection };
        break;
      case 'attribute':
        yield callAt(reference.module, reference.node, held);
        break;
      case 'variable':
      case 'alias':
        for (const { node } of reference.binding.references) yield callAt(reference.module, node, held);
        break;
      case 'string':
      case 'fixture-name':
        yield escape(reference.module, reference.literal.node, reference.literal.node);
        break;
      case 'text':
        yield {
          kind: 'objection',
          objection: refuse('escape', `\`${name}\``, reference.module, reference.span.start),
        };
    }
  }
}

/** The call of a function; an escape where it is not called. */
function callAt(module: TestModule, callee: Node, held: Held): Flow {
  const { tree } = module;
  const node = parentOf(tree, callee);
  return kindOf(tree, node) === Kind.call && fieldOf(tree, callee) === Field.function
    ? { kind: 'expression', module, node, held }
    : escape(module, node, callee);
}

function escape(module: TestModule, shown: Node, node: Node): Flow {
  const objection = refuse('escape', shownOf(module, shown), module, startOf(module.tree, node));
  return { kind: 'objection', objection };
}
