import { argumentsOf, calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  ancestorOf,
  childIn,
  contains,
  Field,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { functionCalledBy, keywordInCall } from '../functions/callers.ts';
import type { ParameterRename } from '../functions/parameters.ts';
import { refuse, type Step } from '../steps.ts';
import type { ClassOf } from '../values/value-kinds.ts';
import { valueOf } from '../values/values.ts';
import { shownOf } from '../visibility/observers.ts';
import { rememberedOfAll } from '../remembered.ts';
import type { World } from '../world.ts';
import { classesGivenBy, type Given, modulesGivingClasses, type Search } from './class-givers.ts';
import { keptClassesOf } from './kept-classes.ts';
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

const unnamedCallsIn = rememberedOfAll((world): readonly UnnamedCall[] => {
  const kept = keptClassesOf(world);
  const modules = new Set([
    ...modulesGivingClasses(world),
    ...kept.modules,
    ...[...kept.named.keys()].flatMap((word) => world.modulesWith(word)),
    ...modulesInitialising(world),
  ]);
  return [...modules].flatMap((module) =>
    Array.from(module.nodesOf(Kind.call)).flatMap((call): readonly UnnamedCall[] => {
      if (!hasKeywords(module, call)) return [];
      const given = narrowed(world, module, call) ?? [
        ...madeBy(kept, module, functionCalledBy(world, module, call)),
      ];
      return given.length > 0 ? [{ module, call, given }] : [];
    }),
  );
});

/** The modules that call `__init__` of something else than `super()`. */
function modulesInitialising({ project, pathsWith }: World): readonly TestModule[] {
  return pathsWith('__init__')
    .filter((path) => /(?<!\bsuper\([^()]*\)\s*)\.\s*__init__\s*\(/.test(project.text(path) ?? ''))
    .flatMap((path) => project.module(path) ?? []);
}

function hasKeywords({ tree }: TestModule, call: Node): boolean {
  return argumentsOf(tree, call).some(
    ({ node, keyword }) => keyword !== undefined || kindOf(tree, node) === Kind.dictionary_splat,
  );
}

/** What a condition around a call says of the class that it calls: `if issubclass(kind, dict): kind(**values)`. */
function narrowed(world: World, module: TestModule, call: Node): readonly Given[] | undefined {
  const { tree } = module;
  const statement = ancestorOf(tree, call, Kind.if_statement);
  const condition = statement === NO_NODE ? NO_NODE : childIn(tree, statement, Field.condition);
  if (condition === NO_NODE || kindOf(tree, condition) !== Kind.call) return undefined;
  if (!contains(tree, childIn(tree, statement, Field.consequence), call)) return undefined;
  const [tested, of] = argumentsOf(tree, condition);
  if (tested === undefined || of === undefined) return undefined;
  const callee = textOf(tree, childIn(tree, call, Field.function));
  const text = textOf(tree, tested.value);
  const isTested =
    calledNameOf(tree, condition) === 'issubclass'
      ? callee === text
      : calledNameOf(tree, condition) === 'isinstance' &&
        [`type(${text})`, `${text}.__class__`].includes(callee);
  if (!isTested) return undefined;
  const value = valueOf(world, module, of.value);
  // Other classes may take for theirs what does not derive from them (PEP 3119).
  return value.kind === 'foreign' && CONTAINER.test(value.origin) ? [{ of: 'object', value }] : undefined;
}

function* madeBy(search: Search, module: TestModule, callee: Node): Generator<Given> {
  const { tree } = module;
  const isInit =
    callee !== NO_NODE &&
    kindOf(tree, callee) === Kind.attribute &&
    textOf(tree, childIn(tree, callee, Field.attribute)) === '__init__';
  if (!isInit) {
    yield* classesGivenBy(search, module, callee);
    return;
  }
  const object = childIn(tree, callee, Field.object);
  const value = valueOf(search.world, module, object);
  if (value.kind === 'instance' || value.kind === 'unknown') yield { of: 'object', value };
  yield* classesGivenBy(search, module, object);
}

function mayBeOneOf(world: World, heirs: readonly ClassOf[], given: Given): boolean {
  if (given.of === 'anything') return true;
  const { value } = given;
  switch (value.kind) {
    case 'unknown':
      return true;
    case 'foreign':
      return heirs.some((heir) => mayComeFrom(world, heir, value));
    case 'foreign-instance':
      return heirs.some((heir) => ancestryOf(world, heir).others.length > 0);
    case 'instance':
    case 'super':
      return heirs.some((heir) => ancestryOf(world, heir).classes.has(value.class.definition));
    case 'class': {
      // The class of a class is its metaclass.
      if (given.of === 'object') return false;
      const above = ancestryOf(world, value.class).classes;
      return heirs.some(
        (heir) =>
          above.has(heir.definition) ||
          [...descendantsOf(world, heir).values()].some((below) =>
            ancestryOf(world, below).classes.has(value.class.definition),
          ),
      );
    }
    case 'function':
    case 'module':
      return false;
  }
}

/** Whether a class may derive from a class of the project's surroundings: only errors derive from builtins by detours. */
function mayComeFrom(world: World, heir: ClassOf, { origin }: { readonly origin: string }): boolean {
  return ancestryOf(world, heir).others.some(({ base }) => {
    if (base.kind !== 'foreign') return true;
    const isPlain = /^(?:builtins\.object|abc\.ABC|typing(?:_extensions)?\.(?:Generic|Protocol))$/.test(
      base.origin,
    );
    return (
      !isPlain && (!CONTAINER.test(origin) || !base.origin.startsWith('builtins.') || base.origin === origin)
    );
  });
}

const CONTAINER = /^builtins\.(?:dict|list|tuple|set|frozenset|str|bytes|int|float)$/;
