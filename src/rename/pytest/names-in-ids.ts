import type { ClassDefinition } from '../../python/definitions.ts';
import { argumentsOf, calledNameOf, keywordOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import {
  ancestorOf,
  childIn,
  contains,
  Field,
  fieldOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { attributesNamed } from '../members/attribute-reads.ts';
import { isAnnotationNode } from '../references/annotations.ts';
import { ancestryOf } from '../members/families.ts';
import { attributesOfForeignClass } from '../members/known-classes.ts';
import { shownOf } from '../visibility/observers.ts';
import { givesParameters, idsOf, isWrittenOut } from './parameter-ids.ts';
import { referencesTo } from '../references/references.ts';
import { type Objection, refuse } from '../steps.ts';
import { valueOf } from '../values/values.ts';
import type { ClassOf } from '../values/value-kinds.ts';
import { modulesWithAttribute, type World } from '../world.ts';
import { definitionsOf } from '../references/definition-names.ts';

/**
 * Objects where pytest may write the name of a function or class into the ids of tests, as it does for a parameter that
 * has a `__name__`: wherever the variable, or one that holds what it holds, is among the values of a mark or fixture.
 */
export function* namesInIds(world: World, module: TestModule, binding: Binding): Generator<Objection> {
  if (!hasParameters(world)) return;
  const search: Search = { world, seen: new Set() };
  yield* ofVariable(search, module, binding, 'itself');
  for (const definition of definitionsOf(module, binding))
    if (definition.kind === 'class') yield* givenToBases(search, { module, definition });
}

/** What the bases of a class get of it: it is one of their `__subclasses__()`, and they are told when it is made. */
function* givenToBases(search: Search, owner: ClassOf): Generator<Objection> {
  const { world } = search;
  const bases = [...ancestryOf(world, owner).classes.values()].filter(
    ({ definition }) => definition !== owner.definition,
  );
  for (const module of bases.length > 0 ? world.modulesWith('__subclasses__') : []) {
    for (const node of module.nodesOf(Kind.attribute)) {
      if (textOf(module.tree, childIn(module.tree, node, Field.attribute)) !== '__subclasses__') continue;
      const value = valueOf(world, module, childIn(module.tree, node, Field.object));
      const isOfBase =
        value.kind === 'unknown' ||
        (value.kind === 'class' && bases.some(({ definition }) => definition === value.class.definition));
      if (isOfBase) yield* ofExpression(search, module, node, 'within');
    }
  }
  for (const { module, definition } of bases) {
    const told = module.definitions.find(
      ({ name, enclosing }) => name === '__init_subclass__' && enclosing === definition,
    );
    const [own] = told?.kind === 'function' ? told.parameters : [];
    const parameter = own === undefined ? undefined : module.bindings.bindingAt(own.span.start);
    if (parameter !== undefined) yield* ofVariable(search, module, parameter, 'itself');
  }
}

const hasParameters = (world: World) =>
  world.modulesWith('parametrize').length + world.modulesWith('params').length > 0;

/** What an expression gives: the function or class, something that holds it, or a function that gives that. */
type Held = 'itself' | 'within' | 'maker';

interface Search {
  readonly world: World;
  readonly seen: Set<string>;
}

function* ofVariable(search: Search, module: TestModule, binding: Binding, held: Held): Generator<Objection> {
  const key = `${held} ${module.path} ${binding.scope.id} ${binding.name}`;
  if (search.seen.has(key)) return;
  search.seen.add(key);
  for (const { node } of binding.references) yield* ofExpression(search, module, node, held);
  if (binding.scope.kind === 'class') {
    const owner = module.definitions.find(({ node }) => node === binding.scope.node);
    if (owner?.kind === 'class')
      yield* ofAttributes(search, { module, definition: owner }, binding.name, held);
  }
  if (binding.scope.kind !== 'module') return;
  for (const reference of referencesTo(search.world, { module, binding })) {
    if (reference.kind === 'variable' || reference.kind === 'alias') {
      if (reference.binding !== binding) yield* ofVariable(search, reference.module, reference.binding, held);
    } else if (reference.kind === 'attribute')
      yield* ofExpression(search, reference.module, reference.node, held);
    else if (reference.kind === 'objection' && reference.attribute !== undefined && held !== 'itself')
      yield* ofExpression(search, reference.attribute.module, reference.attribute.node, held);
  }
}

/** Follows what an expression gives outwards, to the values of a mark or to variables. */
function* ofExpression(
  search: Search,
  module: TestModule,
  expression: Node,
  given: Held,
): Generator<Objection> {
  const { tree, bindings } = module;
  if (isAnnotationNode(tree, expression)) return;
  let held = given;
  for (let node = expression; node !== NO_NODE;) {
    const outer = parentOf(tree, node);
    switch (kindOf(tree, outer)) {
      case Kind.call:
        if (fieldOf(tree, node) === Field.function) {
          if (held === 'itself') return;
          held = 'within';
        }
        break;
      case Kind.attribute:
        // pytest writes a member of an enumeration as `Size.SMALL`, and its name is that of the class.
        if (held === 'itself' && !isEnumeration(search, module, node)) return;
        if (held === 'maker') return;
        held = 'within';
        break;
      case Kind.keyword_argument:
      case Kind.argument_list: {
        const call = ancestorOf(tree, node, Kind.call, Kind.class_definition);
        if (kindOf(tree, call) !== Kind.call) return;
        if (givesParameters(module, call)) {
          if (isValue(module, call, expression) && !isWrittenOut(module, idsOf(module, call)))
            yield refuse('test-id', shownOf(module, expression), module, startOf(tree, expression));
          return;
        }
        const called = calledNameOf(tree, call);
        if (called === 'param' && hasId(module, call)) return;
        if (called === 'partial' || NOT_KEPT.test(called)) return;
        yield* intoObject(search, module, childIn(tree, call, Field.function));
        held = 'within';
        node = call;
        continue;
      }
      case Kind.assignment:
      case Kind.augmented_assignment:
      case Kind.named_expression:
      case Kind.for_statement:
      case Kind.for_in_clause: {
        const field = kindOf(tree, outer) === Kind.named_expression ? Field.name : Field.left;
        const target = childIn(tree, outer, field);
        if (target === NO_NODE || contains(tree, target, node)) return;
        yield* intoTargets(search, module, target, kindOf(tree, outer) === Kind.assignment ? held : 'within');
        if (kindOf(tree, outer) === Kind.for_statement) return;
        if (kindOf(tree, outer) !== Kind.for_in_clause) held = held === 'maker' ? 'maker' : 'within';
        break;
      }
      case Kind.return_statement:
      case Kind.yield: {
        const maker = module.definitionAt(startOf(tree, outer));
        const binding = maker === undefined ? undefined : bindings.bindingAt(maker.nameSpan.start);
        if (binding !== undefined) yield* ofVariable(search, module, binding, 'maker');
        return;
      }
      case Kind.expression_statement:
      case Kind.decorator:
      case Kind.comparison_operator:
      case Kind.block:
      case Kind.module:
      case Kind.except_clause:
      case Kind.assert_statement:
      case Kind.default_parameter:
      case Kind.typed_default_parameter:
        return;
      default:
        if (held === 'itself' && kindOf(tree, outer) !== Kind.parenthesized_expression) held = 'within';
    }
    node = outer;
  }
}

function isEnumeration({ world }: Search, module: TestModule, node: Node): boolean {
  const value = valueOf(world, module, node);
  if (value.kind !== 'class') return false;
  return ancestryOf(world, value.class).others.some(
    ({ base }) => base.kind !== 'foreign' || attributesOfForeignClass(base.origin) === undefined,
  );
}

/** Calls that look at a function or class and do not keep it. */
const NOT_KEPT =
  /^(?:isinstance|issubclass|super|raises|warns|assert\w+|callable|getattr|setattr|hasattr|delattr|object)$/;

/** Whether an expression is among the values of a call, rather than its names or ids. */
function isValue({ tree }: TestModule, call: Node, expression: Node): boolean {
  return argumentsOf(tree, call).some(
    ({ keyword, value }) =>
      contains(tree, value, expression) &&
      (keyword === undefined || keyword === 'argvalues' || keyword === 'params'),
  );
}

function hasId({ tree }: TestModule, call: Node): boolean {
  const id = keywordOf(tree, call, 'id');
  return id !== NO_NODE && kindOf(tree, id) === Kind.string;
}

/** `carts.append(cart)`: the variable holds it from there on. */
function* intoObject(search: Search, module: TestModule, callee: Node): Generator<Objection> {
  const { tree } = module;
  if (kindOf(tree, callee) !== Kind.attribute) return;
  yield* intoTargets(search, module, childIn(tree, callee, Field.object), 'within');
}

/** The variables of a target: names, or what is subscripted or has the attribute. */
function* intoTargets(search: Search, module: TestModule, target: Node, held: Held): Generator<Objection> {
  const { tree, bindings } = module;
  const isName = kindOf(tree, target) === Kind.identifier;
  for (const identifier of module.nodesOf(Kind.identifier)) {
    if (!contains(tree, target, identifier) || fieldOf(tree, identifier) === Field.attribute) continue;
    const owner = module.members.classOf(identifier);
    if (owner !== undefined) {
      const attribute = parentOf(tree, identifier);
      yield* ofOwnAttribute(search, module, owner, attribute, attribute === target ? held : 'within');
      continue;
    }
    const binding = bindings.bindingAt(startOf(tree, identifier));
    if (binding !== undefined) yield* ofVariable(search, module, binding, isName ? held : 'within');
  }
}

/** What a method keeps in an attribute of its object is read in the methods of the class. */
function* ofOwnAttribute(
  search: Search,
  module: TestModule,
  owner: ClassDefinition,
  attribute: Node,
  held: Held,
): Generator<Objection> {
  const { tree, members } = module;
  if (kindOf(tree, attribute) !== Kind.attribute) return;
  const nameOf = (node: Node) => textOf(tree, childIn(tree, node, Field.attribute));
  const name = nameOf(attribute);
  const key = `${held} ${module.path} ${owner.qualifiedName}.${name}`;
  if (search.seen.has(key)) return;
  search.seen.add(key);
  for (const read of module.nodesOf(Kind.attribute)) {
    if (nameOf(read) !== name || members.classOf(childIn(tree, read, Field.object)) !== owner) continue;
    yield* ofExpression(search, module, read, held);
  }
  yield* ofAttributes(search, { module, definition: owner }, name, held);
}

/** What a class keeps in an attribute is read of the class or of its objects, or of what derives from it. */
function* ofAttributes(search: Search, owner: ClassOf, name: string, held: Held): Generator<Objection> {
  const { world } = search;
  for (const module of modulesWithAttribute(world, name)) {
    const { tree } = module;
    for (const node of attributesNamed(module, name)) {
      const value = valueOf(world, module, childIn(tree, node, Field.object));
      if (value.kind !== 'class' && value.kind !== 'instance') continue;
      const { classes } = ancestryOf(world, value.class);
      if ([...classes.values()].some(({ definition }) => definition === owner.definition))
        yield* ofExpression(search, module, node, held === 'maker' ? 'maker' : 'within');
    }
  }
}
