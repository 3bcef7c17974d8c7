import { argumentsOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import { childIn, Field, Kind, kindOf, type Node, startOf, textOf } from '../../python/syntax.ts';
import {
  ancestryOf,
  type Base,
  basesOf,
  classKeywordsOf,
  classVariableOf,
  descendantsOf,
} from '../members/families.ts';
import { unknownDecorators } from '../references/definition-names.ts';
import { MAXIMUM_DEPTH } from '../references/global-names.ts';
import type { ClassOf } from '../values/value-kinds.ts';
import { valueOf } from '../values/values.ts';
import type { World } from '../world.ts';
import { type Callee, everyFunctionNamed, methodsOf, methodsOfObject } from './callees.ts';
import { parameterOf, type Receiver } from './passed-on.ts';

/** An argument by its place among those of a call, or by its keyword. */
export interface Place {
  readonly place: number;
  readonly keyword: string | undefined;
}

/** The place of an argument; undefined behind a list that is unpacked, and for what is unpacked itself. */
export function placeOf({ tree }: TestModule, call: Node, argument: Node): Place | undefined {
  const given = argumentsOf(tree, call);
  const index = given.findIndex(({ value }) => value === argument);
  const keyword = given[index]?.keyword;
  const before = given.slice(0, index + 1).filter((one) => one.keyword === undefined);
  const isUnpacked = before.some(({ value }) => kindOf(tree, value) === Kind.list_splat);
  if (index < 0 || (keyword === undefined && isUnpacked)) return undefined;
  return { place: keyword === undefined ? before.length - 1 : -1, keyword };
}

export type Takers =
  /** Nothing of the project, as far as is known. */
  | 'others'
  /** Something of the project, but not where one could follow it. */
  | 'unknown'
  | readonly Receiver[];

/** The parameters of functions of the project that get an argument of a call of an expression. */
export function takersOf(
  world: World,
  module: TestModule,
  callee: Node,
  argument: Place | undefined,
): Takers {
  const callees = calleesAt(world, module, callee);
  if (typeof callees === 'string') return callees;
  if (argument === undefined || callees.some(isWrapped)) return 'unknown';
  const taken = callees.map((one) => takenBy(one, argument));
  return taken.includes(undefined) ? 'unknown' : taken.flatMap((receivers) => receivers ?? []);
}

/** Whether something that is not known may stand in the place of a function and get its arguments. */
const isWrapped = ({ module, definition }: Callee) =>
  unknownDecorators(module, definition, () => false).next().done !== true;

function calleesAt(
  world: World,
  module: TestModule,
  callee: Node,
): readonly Callee[] | Exclude<Takers, readonly Receiver[]> {
  const value = valueOf(world, module, callee);
  if (value.kind === 'function') return [{ ...value, bound: 0 }];
  if (value.kind === 'class') {
    const heirs = isNamed(module, callee) ? [value.class] : descendantsOf(world, value.class).values();
    return makersOf(world, [...heirs]);
  }
  const { tree } = module;
  if (kindOf(tree, callee) !== Kind.attribute) return 'others';
  const name = textOf(tree, childIn(tree, callee, Field.attribute));
  const object = valueOf(world, module, childIn(tree, callee, Field.object));
  if (object.kind === 'super' && !isOwnAbove(world, object.class, name)) return 'others';
  // A helper that asserts something, of an object that is not known.
  const isHelper = object.kind === 'unknown' && name.startsWith('assert');
  const methods = (isHelper ? everyFunctionNamed : methodsOfObject)(world, module, callee);
  return methods.length === 0 ? 'others' : methods;
}

/** A class under a name of its own is no heir of it. */
const isNamed = ({ tree, bindings }: TestModule, callee: Node) =>
  kindOf(tree, callee) === Kind.identifier && bindings.bindingAt(startOf(tree, callee))?.kind !== 'parameter';

function makersOf(world: World, owners: readonly ClassOf[]): readonly Callee[] | 'unknown' {
  const isOwn = (owner: ClassOf) =>
    originOfMember(world, owner, '__init__') === 'own' && !hasMetaclass(world, owner);
  if (!owners.every(isOwn)) return 'unknown';
  return owners.flatMap((owner) => ['__init__', '__new__'].flatMap((name) => methodsOf(world, owner, name)));
}

/** Whether another class than that of plain and abstract classes makes the objects. */
function hasMetaclass(world: World, owner: ClassOf): boolean {
  return [...ancestryOf(world, owner).classes.values()].some(({ module, definition }) =>
    classKeywordsOf(module, definition).some((keyword) => {
      const value = textOf(module.tree, childIn(module.tree, keyword, Field.value));
      const isMetaclass = textOf(module.tree, childIn(module.tree, keyword, Field.name)) === 'metaclass';
      return isMetaclass && module.imports.originOf(value) !== 'abc.ABCMeta';
    }),
  );
}

/** Whether a class of the project is the first in which `super()` of a class finds a member. */
const isOwnAbove = (world: World, owner: ClassOf, name: string) =>
  firstOrigin(basesOf(world, owner).map((base) => originInBase(world, base, name))) === 'own';

type Origin = 'own' | 'elsewhere' | 'none';

/** Where the objects of a class get a member from: a decorator or a class outside of the project may give it. */
function originOfMember(world: World, owner: ClassOf, name: string, depth = 0): Origin {
  if (classVariableOf(owner.module, owner.definition, name) !== undefined) return 'own';
  if (owner.definition.decorators.length > 0 || depth > MAXIMUM_DEPTH) return 'elsewhere';
  return firstOrigin(basesOf(world, owner).map((base) => originInBase(world, base, name, depth + 1)));
}

function originInBase(world: World, base: Base, name: string, depth = 0): Origin {
  if (base.kind === 'class') return originOfMember(world, base.class, name, depth);
  return base.kind === 'foreign' && PLAIN.test(base.origin) ? 'none' : 'elsewhere';
}

const firstOrigin = (origins: readonly Origin[]) => origins.find((origin) => origin !== 'none') ?? 'none';

/** Classes that give their heirs nothing but what every object has. */
const PLAIN = /^(?:builtins\.object|abc\.ABC|typing(?:_extensions)?\.(?:Generic|Protocol))$/;

/** The parameter that gets an argument; undefined where all that is left over gets it, and is used. */
function takenBy(callee: Callee, { place, keyword }: Place): readonly Receiver[] | undefined {
  const { module, definition } = callee;
  const parameter = parameterOf(callee, place, keyword);
  if (parameter !== undefined) return [{ module, parameter }];
  const rest = definition.parameters.find(
    ({ kind }) => kind === (keyword === undefined ? 'var-positional' : 'var-keyword'),
  );
  const binding = rest === undefined ? undefined : module.bindings.bindingAt(rest.span.start);
  return binding === undefined || binding.references.length === 0 ? [] : undefined;
}
