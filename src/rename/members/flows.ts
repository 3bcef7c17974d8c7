import type { FunctionDefinition } from '../../python/definitions.ts';
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
  textOf,
} from '../../python/syntax.ts';
import { comparisonsIn, specialMethodsAt } from '../functions/special-takers.ts';
import { fixtureGiving, takersOfFixture } from '../pytest/fixture-values.ts';
import { isAnnotationNode } from '../references/annotations.ts';
import { type Objection, refuse } from '../steps.ts';
import { usesOfItems } from '../values/displays.ts';
import { storedIn } from '../values/stored-values.ts';
import type { ClassOf } from '../values/value-kinds.ts';
import { valueOf } from '../values/values.ts';
import { shownOf } from '../visibility/observers.ts';
import type { World } from '../world.ts';
import { capturesOf } from './captures.ts';
import { classEnteredAt } from './entries.ts';
import { descendantsOf } from './families.ts';
import { handlingOf, harmless } from './harmless-uses.ts';

/** What is in hand: a class, an object of it, or, as `caught`, what `raises` gives, which has the error in hand. */
export type Held = 'class' | 'object' | 'caught';

/** Where something gets to. */
export type Flow =
  | { readonly kind: 'expression'; readonly module: TestModule; readonly node: Node; readonly held: Held }
  | { readonly kind: 'variable'; readonly module: TestModule; readonly binding: Binding; readonly held: Held }
  /** The attributes of a name, of whatever object. */
  | { readonly kind: 'attribute'; readonly name: string; readonly held: Held }
  /** The special methods of a name, of whatever object, which get it as an operand. */
  | { readonly kind: 'operand'; readonly name: string; readonly held: Held }
  /** What calls a function of the project, which returns it. */
  | {
      readonly kind: 'result';
      readonly module: TestModule;
      readonly maker: FunctionDefinition;
      readonly held: Held;
    }
  /** What `with` gets when it enters an object of a class. */
  | { readonly kind: 'entry'; readonly owner: ClassOf }
  /** What handles errors. */
  | { readonly kind: 'raised' }
  /** A function of the project that gets it as an argument, and may list the names of its members. */
  | { readonly kind: 'argument'; readonly module: TestModule; readonly node: Node }
  /** Code outside of the project. */
  | { readonly kind: 'objection'; readonly objection: Objection };

/** Where what an expression gives gets to at once; `member` is the name of the member that is looked for in it. */
export function flowsFrom(
  world: World,
  module: TestModule,
  expression: Node,
  held: Held,
  member: string,
): readonly Flow[] {
  const { tree } = module;
  let node = expression;
  while (isWrapped(tree, node)) node = parentOf(tree, node);
  if (isAnnotationNode(tree, node)) return [];
  const known = flowsAt({ world, module, node, held, member });
  if (known !== undefined) return known;
  const parent = parentOf(tree, node);
  const shown = kindOf(tree, parent) === Kind.argument_list ? parentOf(tree, parent) : parent;
  const objection = refuse('escape', shownOf(module, shown), module, startOf(tree, node));
  return [...operandsAt(module, node, held), { kind: 'objection', objection }];
}

interface Spot {
  readonly world: World;
  readonly module: TestModule;
  readonly node: Node;
  readonly held: Held;
  readonly member: string;
}

/** Where it gets to by the construct around it; undefined where that is not known. */
function flowsAt(spot: Spot): readonly Flow[] | undefined {
  const { module, node, held } = spot;
  const { tree } = module;
  const field = fieldOf(tree, node);
  const parent = parentOf(tree, node);
  const kind = kindOf(tree, parent);
  const parentItself: Flow = { kind: 'expression', module, node: parent, held };
  switch (kind) {
    case Kind.attribute:
      if (field !== Field.object) return undefined;
      return held === 'caught' ? flowsOfCaught(module, parent) : [];
    case Kind.subscript: {
      // A key that is kept.
      if (field === Field.subscript && fieldOf(tree, parent) === Field.left) return undefined;
      return [...(held === 'caught' ? [parentItself] : []), ...operandsAt(module, node, held)];
    }
    case Kind.call:
      if (field !== Field.function) return undefined;
      if (held === 'object') return [];
      return [{ ...parentItself, held: held === 'class' ? 'object' : held }];
    case Kind.argument_list:
    case Kind.keyword_argument:
      return flowsOfArgument(
        spot,
        parentOf(tree, kind === Kind.argument_list ? parent : parentOf(tree, parent)),
      );
    case Kind.assignment:
      if (field !== Field.right) return undefined;
      // The parent is the right side of another assignment in `first = second = value`.
      return and(
        fieldOf(tree, parent) === Field.right ? [parentItself] : [],
        flowsToTarget(spot, childIn(tree, parent, Field.left)),
      );
    case Kind.named_expression:
      if (field === Field.name) return undefined;
      return and([parentItself], flowsToTarget(spot, childIn(tree, parent, Field.name)));
    case Kind.return_statement:
      return flowsOfReturned(spot, startOf(tree, parent));
    case Kind.list:
    case Kind.tuple:
    case Kind.set:
      return flowsOfItem(spot, parent);
    case Kind.yield:
      return flowsOfFixture(spot);
    case Kind.raise_statement:
      return [{ kind: 'raised' }];
    case Kind.match_statement:
      return capturesOf(module, parent).flatMap((name) => flowsToName(module, name, held) ?? []);
    case Kind.as_pattern: {
      const outer = kindOf(tree, parentOf(tree, parent));
      const isHandler = outer === Kind.except_clause;
      if (!isHandler && outer !== Kind.with_item) return [];
      return flowsToName(module, childIn(tree, parent, Field.alias) + 1, isHandler ? 'object' : held);
    }
    default:
      return harmless.has(kind) ? operandsAt(module, node, held) : undefined;
  }
}

const and = (first: readonly Flow[], second: readonly Flow[] | undefined) => second && [...first, ...second];

/** The special methods of the project, of whatever object, that get an operand. */
const operandsAt = (module: TestModule, operand: Node, held: Held): readonly Flow[] =>
  flowsToOperands(specialMethodsAt(module, operand), held);

const flowsToOperands = (names: readonly string[], held: Held) =>
  names.map((name): Flow => ({ kind: 'operand', name, held }));

function flowsOfArgument(
  { world, module, node, held, member }: Spot,
  call: Node,
): readonly Flow[] | undefined {
  const { tree } = module;
  if (kindOf(tree, call) === Kind.class_definition) return flowsToHeir(world, module, call, node, held);
  const handling = handlingOf(world, module, call, node, member);
  const listing: Flow = { kind: 'argument', module, node };
  const result = { kind: 'expression', module, node: call } as const;
  switch (handling.kind) {
    case 'escapes':
      return undefined;
    case 'used':
      return [listing];
    case 'compared':
      return [listing, ...flowsToOperands(comparisonsIn(module, call, node), held)];
    case 'taken':
      return [
        listing,
        ...handling.by.map(({ module: owner, parameter }): Flow => {
          return { kind: 'variable', module: owner, binding: parameter, held };
        }),
      ];
    case 'given': {
      if (handling.as === 'itself') return [listing, { ...result, held }];
      const isGiven = held === (handling.as === 'class' ? 'object' : 'class');
      return isGiven ? [listing, { ...result, held: handling.as }] : [listing];
    }
  }
}

/** A class that derives from what an expression gives has the members too, and may redefine them: nobody knows it as an heir. */
function flowsToHeir(
  world: World,
  module: TestModule,
  statement: Node,
  base: Node,
  held: Held,
): readonly Flow[] {
  const { tree } = module;
  const isBase = held === 'class' && kindOf(tree, parentOf(tree, base)) === Kind.argument_list;
  if (!isBase || isKnownHeir(world, module, statement, base)) return [];
  const found = `class ${textOf(tree, childIn(tree, statement, Field.name))}(${shownOf(module, base)})`;
  return [{ kind: 'objection', objection: refuse('unknown-base', found, module, startOf(tree, base)) }];
}

function isKnownHeir(world: World, module: TestModule, statement: Node, base: Node): boolean {
  const value = valueOf(world, module, base);
  if (value.kind !== 'class') return false;
  const heir = module.definitions.find(({ node }) => node === statement);
  return heir?.kind === 'class' && descendantsOf(world, value.class).has(heir);
}

/** Where what a name or an attribute gets is read; undefined where not all that reads it is known. */
function flowsToTarget({ world, module, held }: Spot, target: Node): readonly Flow[] | undefined {
  const { tree, bindings } = module;
  if (kindOf(tree, target) === Kind.attribute && storedIn(world, module, target) !== undefined)
    return [{ kind: 'attribute', name: textOf(tree, childIn(tree, target, Field.attribute)), held }];
  if (kindOf(tree, target) !== Kind.identifier) return undefined;
  const scope = bindings.bindingAt(startOf(tree, target))?.scope.kind;
  return scope === 'module' || scope === 'class' ? undefined : flowsToName(module, target, held);
}

/** The variable of a name; undefined when it is none. */
export function flowsToName(module: TestModule, name: Node, held: Held): readonly Flow[] | undefined {
  const { tree, bindings } = module;
  const binding =
    kindOf(tree, name) === Kind.identifier ? bindings.bindingAt(startOf(tree, name)) : undefined;
  return binding && [{ kind: 'variable', module, binding, held }];
}

/** The error that `info.value`, `caught.exception` and the like give. */
function flowsOfCaught(module: TestModule, attribute: Node): readonly Flow[] {
  const held = HOLDINGS.get(textOf(module.tree, childIn(module.tree, attribute, Field.attribute)));
  return held === undefined ? [] : [{ kind: 'expression', module, node: attribute, held }];
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

/** Where an item of a display gets to: the variables of loops, and subscripts. */
function flowsOfItem({ module, held }: Spot, display: Node): readonly Flow[] | undefined {
  const uses = usesOfItems(module, display);
  const toTargets = uses?.targets.map((target) => flowsToName(module, target, held));
  if (uses === undefined || toTargets === undefined || toTargets.includes(undefined)) return undefined;
  return [
    ...toTargets.flatMap((flows) => flows ?? []),
    ...uses.items.map((node): Flow => ({ kind: 'expression', module, node, held })),
  ];
}

/** The parameters that get what a fixture gives. */
function flowsOfFixture({ world, module, node, held }: Spot): readonly Flow[] | undefined {
  const definition = fixtureGiving(module, node);
  const takers = definition && takersOfFixture(world, { module, definition });
  return takers?.map((taker) => ({ kind: 'variable', module: taker.module, binding: taker.parameter, held }));
}

function flowsOfReturned(spot: Spot, statement: number): readonly Flow[] | undefined {
  const { module, held } = spot;
  const fromFixture = flowsOfFixture(spot);
  if (fromFixture !== undefined) return fromFixture;
  const owner = held === 'object' ? classEnteredAt(module, statement) : undefined;
  if (owner !== undefined) return [{ kind: 'entry', owner }];
  const maker = makerAt(module, statement);
  return maker && [{ kind: 'result', module, maker, held }];
}

/** The function that returns something, if no framework and no decorator gets what it returns. */
function makerAt(module: TestModule, offset: number): FunctionDefinition | undefined {
  const maker = module.definitionAt(offset);
  if (maker?.kind !== 'function' || !module.model.helpers.includes(maker)) return undefined;
  const isPlain = maker.decorators.every(({ name }) => name === 'classmethod' || name === 'staticmethod');
  return isPlain && !/^__.*__$/s.test(maker.name) ? maker : undefined;
}

/** What gives an expression as it is, or something else: parentheses, those of `except (One, Other)` too, `one or other`. */
function isWrapped(tree: TestModule['tree'], node: Node): boolean {
  const parent = parentOf(tree, node);
  if (parent === NO_NODE) return false;
  const kind = kindOf(tree, parent);
  if (kind === Kind.tuple) {
    const outer = kindOf(tree, parentOf(tree, parent));
    return outer === Kind.except_clause || outer === Kind.as_pattern;
  }
  if (kind === Kind.conditional_expression) return namedChildrenOf(tree, parent)[1] !== node;
  return kind === Kind.parenthesized_expression || kind === Kind.await || kind === Kind.boolean_operator;
}
