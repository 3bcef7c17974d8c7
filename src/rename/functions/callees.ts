import { type FunctionDefinition, isStaticMethod } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import { childIn, Field, Kind, kindOf, type Node, textOf } from '../../python/syntax.ts';
import { ancestryOf, descendantsOf } from '../members/families.ts';
import type { ClassOf } from '../values/value-kinds.ts';
import { valueOf } from '../values/values.ts';
import { rememberedOf } from '../remembered.ts';
import type { World } from '../world.ts';

/** A function of the project that a call may call. */
export interface Callee {
  readonly module: TestModule;
  readonly definition: FunctionDefinition;
  /** How many parameters come before the first argument: `self`. */
  readonly bound: 0 | 1;
}

/** The functions that a call of an attribute may call. */
type MethodsAt = (world: World, module: TestModule, attribute: Node) => readonly Callee[];

/**
 * The functions of the project that a call of an expression may call: the function itself, every `__init__` of a class
 * and its ancestors, or those that `methodsAt` gives for an attribute that is nothing known.
 */
export function calleesOf(
  world: World,
  module: TestModule,
  callee: Node,
  methodsAt: MethodsAt,
): readonly Callee[] {
  const value = valueOf(world, module, callee);
  if (value.kind === 'function') return [{ ...value, bound: 0 }];
  if (value.kind === 'class') return methodsOf(world, value.class, '__init__');
  const isAttribute = value.kind === 'unknown' && kindOf(module.tree, callee) === Kind.attribute;
  return isAttribute ? methodsAt(world, module, callee) : [];
}

/** The methods of the object, as far as its class is known; none of any other object. */
export const methodsOfObject: MethodsAt = (world, module, attribute) => {
  const { tree } = module;
  const object = valueOf(world, module, childIn(tree, attribute, Field.object));
  if (!('class' in object)) return [];
  const heirs = [...descendantsOf(world, object.class).values()];
  const name = textOf(tree, childIn(tree, attribute, Field.attribute));
  const methods = new Map(
    heirs.flatMap((heir) => methodsOf(world, heir, name)).map((method) => [method.definition, method]),
  );
  return Array.from(methods.values(), (method) => ({
    ...method,
    bound: object.kind === 'class' && !isOfClass(method.definition) ? 0 : method.bound,
  }));
};

const isOfClass = ({ decorators }: FunctionDefinition) =>
  decorators.some(({ name }) => /(?:^|\.)classmethod$/.test(name));

/** All functions of the project that have the name, whatever the object is. */
export const everyFunctionNamed: MethodsAt = (world, { tree }, attribute) =>
  functionsOfProject(world, textOf(tree, childIn(tree, attribute, Field.attribute)));

const functionsOfProject = rememberedOf((world, name): readonly Callee[] =>
  world.modulesWith(name).flatMap((module) => functionsNamed(module, name)),
);

/** The methods of a name that a class and its ancestors define. */
export function methodsOf(world: World, owner: ClassOf, name: string): readonly Callee[] {
  return [...ancestryOf(world, owner).classes.values()].flatMap(({ module, definition }) =>
    functionsNamed(module, name).filter((method) => method.definition.enclosing === definition),
  );
}

export function functionsNamed(module: TestModule, name: string): readonly Callee[] {
  return module.definitions.flatMap((definition): readonly Callee[] => {
    if (definition.kind !== 'function' || definition.name !== name) return [];
    const isBound = definition.enclosing?.kind === 'class' && !isStaticMethod(definition);
    return [{ module, definition, bound: isBound ? 1 : 0 }];
  });
}
