import type { FunctionDefinition } from '../../python/definitions.ts';
import { argumentsOf, calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import { Kind, kindOf, namedChildrenOf, NO_NODE, type Node } from '../../python/syntax.ts';
import { confinementOf } from '../members/confined.ts';
import { ancestryOf, aliasesOf, classVariableOf, descendantsOf } from '../members/families.ts';
import { attributesOfForeignClass } from '../members/known-classes.ts';
import { rememberedByName } from '../remembered.ts';
import type { World } from '../world.ts';
import { kinOf } from './kin.ts';
import { isComputed } from './stored-values.ts';
import type { ClassOf, Value } from './value-kinds.ts';
import { definitionNamedAt, valueOf } from './values.ts';

export interface FunctionOf {
  readonly module: TestModule;
  readonly definition: FunctionDefinition;
}

/** The methods that a call of an attribute of an object may run; undefined where it may run something else. */
export function methodsOf(world: World, object: Value, name: string): readonly FunctionOf[] | undefined {
  if (object.kind !== 'instance' && object.kind !== 'class' && object.kind !== 'super') return undefined;
  const owner = object.class;
  const kin = kinOf(world, owner);
  if (kin.looksUp || hasUnseenHeir(world, owner, name)) return undefined;
  const mayHave = kin.others.some(
    ({ base }) => base.kind !== 'foreign' || attributesOfForeignClass(base.origin)?.has(name) !== false,
  );
  if (mayHave) return undefined;
  if (confinementOf(world, owner) === undefined && isComputed(world, owner)) return undefined;
  // What `super` gives comes after the class in the order of some heir, and so from none that derives from it.
  const left = object.kind === 'super' ? descendantsOf(world, owner) : new Map<unknown, ClassOf>();
  const methods: FunctionOf[] = [];
  for (const { module, definition } of kin.classes.values()) {
    if (left.has(definition)) continue;
    for (const occurrence of classVariableOf(module, definition, name)?.definitions ?? []) {
      const method = definitionNamedAt(module, occurrence);
      if (method?.kind !== 'function') return undefined;
      methods.push({ module, definition: method });
    }
  }
  return methods.length === 0 ? undefined : methods;
}

/** Whether a class that nobody sees to derive from another, or not from it alone, may define a name. */
const hasUnseenHeir = rememberedByName((world, owner: ClassOf, name) => {
  return isDefinedBelowUnknown(world, name) || isMadeWithBase(world, owner);
});

/** Whether a class of which a base is not known has a variable of a name. */
function isDefinedBelowUnknown(world: World, name: string): boolean {
  return world.modulesWith(name).some((module) =>
    module.definitions.some((definition) => {
      if (definition.kind !== 'class' || classVariableOf(module, definition, name) === undefined)
        return false;
      const { others } = ancestryOf(world, { module, definition });
      return others.some(({ base }) => base.kind === 'unknown');
    }),
  );
}

/** Whether a call of `type` and its kin makes an heir of a class, in a module that names it. */
function isMadeWithBase(world: World, owner: ClassOf): boolean {
  const below = [...descendantsOf(world, owner).values()];
  const modules = new Set(
    below.flatMap((one) => [...aliasesOf(world, one)]).flatMap((alias) => world.modulesWith(alias)),
  );
  return [...modules].some((module) =>
    module.nodesOf(Kind.call).some((call) => {
      const bases = basesMadeWith(module, call);
      return bases?.some((base) => {
        const value = valueOf(world, module, base);
        if (value.kind === 'class') return below.some((one) => one.definition === value.class.definition);
        return value.kind === 'unknown';
      });
    }),
  );
}

/** The bases in `type(name, (Base,), members)`; undefined for any other call. */
function basesMadeWith(module: TestModule, call: Node): readonly Node[] | undefined {
  const { tree } = module;
  const isMaker = /^(?:type|new_class|make_dataclass|make_class|with_metaclass)$/.test(
    calledNameOf(tree, call),
  );
  const given = isMaker ? argumentsOf(tree, call) : [];
  if (given.length < 2) return undefined;
  return given
    .slice(1)
    .flatMap(({ value }) => {
      if (kindOf(tree, value) === Kind.tuple) return namedChildrenOf(tree, value);
      return kindOf(tree, value) === Kind.dictionary || kindOf(tree, value) === Kind.list ? [] : [value];
    })
    .filter((node) => node !== NO_NODE);
}
