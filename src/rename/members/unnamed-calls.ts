import type { ClassDefinition } from '../../python/definitions.ts';
import { argumentsOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import { childIn, Field, Kind, kindOf, NO_NODE, type Node, startOf, textOf } from '../../python/syntax.ts';
import { functionCalledBy, keywordInCall } from '../functions/callers.ts';
import type { ParameterRename } from '../functions/parameters.ts';
import { refuse, type Step } from '../steps.ts';
import type { ClassOf, Value } from '../values/value-kinds.ts';
import { valueOf } from '../values/values.ts';
import { shownOf } from '../visibility/observers.ts';
import type { World } from '../world.ts';
import { CLASS_GIVING_WORDS, classesGivenBy, type Given } from './class-givers.ts';
import { ancestryOf, descendantsOf } from './families.ts';

/**
 * Calls by keyword that may make an object of some classes without naming them: `type(item)(price=1)`, `cls(**values)`
 * in a class above, `Item.__subclasses__()[0](price=1)`, or `item.__init__(price=1)` by hand.
 */
export function* unnamedCalls(
  { world, binding, newName }: ParameterRename,
  heirs: readonly ClassOf[],
): Generator<Step> {
  for (const { module, call, given } of unnamedCallsIn(world)) {
    const [step] = keywordInCall(module, call, binding.name, newName);
    if (step === undefined || !given.some((one) => mayBeOneOf(world, heirs, one))) continue;
    yield step.step === 'edit'
      ? refuse('unknown-caller', shownOf(module, call), module, startOf(module.tree, call))
      : step;
  }
}

interface UnnamedCall {
  readonly module: TestModule;
  readonly call: Node;
  /** What it may make an object of. */
  readonly given: readonly Given[];
}

const known = new WeakMap<World, readonly UnnamedCall[]>();

function unnamedCallsIn(world: World): readonly UnnamedCall[] {
  const present = known.get(world);
  if (present !== undefined) return present;
  const modules = new Set([...CLASS_GIVING_WORDS, '__init__'].flatMap((word) => world.modulesWith(word)));
  const found = [...modules].flatMap((module) =>
    Array.from(module.nodesOf(Kind.call)).flatMap((call): readonly UnnamedCall[] => {
      if (!hasKeywords(module, call)) return [];
      const given = [...madeBy(world, module, functionCalledBy(world, module, call))];
      return given.length > 0 ? [{ module, call, given }] : [];
    }),
  );
  known.set(world, found);
  return found;
}

function hasKeywords({ tree }: TestModule, call: Node): boolean {
  return argumentsOf(tree, call).some(
    ({ node, keyword }) => keyword !== undefined || kindOf(tree, node) === Kind.dictionary_splat,
  );
}

function* madeBy(world: World, module: TestModule, callee: Node): Generator<Given> {
  const { tree } = module;
  const isInit =
    callee !== NO_NODE &&
    kindOf(tree, callee) === Kind.attribute &&
    textOf(tree, childIn(tree, callee, Field.attribute)) === '__init__';
  if (!isInit) {
    yield* classesGivenBy(world, module, callee);
    return;
  }
  const object = childIn(tree, callee, Field.object);
  const value = valueOf(world, module, object);
  if (value.kind === 'instance' || value.kind === 'unknown') yield { of: 'object', value };
  yield* classesGivenBy(world, module, object);
}

function mayBeOneOf(world: World, heirs: readonly ClassOf[], given: Given): boolean {
  if (given.of === 'anything') return true;
  const isBelow = (value: Extract<Value, { class: ClassOf }>, heir: ClassDefinition) =>
    descendantsOf(world, value.class).has(heir);
  switch (given.value.kind) {
    case 'unknown':
      return true;
    case 'foreign':
    case 'foreign-instance':
      return heirs.some((heir) => ancestryOf(world, heir).others.length > 0);
    case 'instance':
    case 'super': {
      const { value } = given;
      return heirs.some(({ definition }) => isBelow(value, definition));
    }
    case 'class': {
      // The class of a class is its metaclass.
      if (given.of === 'object') return false;
      const below = [...descendantsOf(world, given.value.class).values()];
      return heirs.some(({ definition }) =>
        below.some((one) => ancestryOf(world, one).classes.has(definition)),
      );
    }
    case 'function':
    case 'module':
      return false;
  }
}
