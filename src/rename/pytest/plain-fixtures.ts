import type { FunctionDefinition } from '../../python/definitions.ts';
import { argumentsOf, calledNameOf, keywordOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  ancestorOf,
  childIn,
  Field,
  fieldOf,
  firstNamedChildOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  textOf,
} from '../../python/syntax.ts';
import type { Binding } from '../../python/scope.ts';
import { attributesNamed, isRead } from '../members/attribute-reads.ts';
import { starLinksOf } from '../references/star-imports.ts';
import { parametrizesByName } from './marked-arguments.ts';
import { literalAt, literalsWith } from '../references/literals.ts';
import { isForeignFixture } from '../references/special-names.ts';
import { lastPartOf } from '../references/links.ts';
import { rememberedOf, rememberedOfAll } from '../remembered.ts';
import type { FunctionOf } from '../values/methods.ts';
import { valueOf, valueOfBinding } from '../values/values.ts';
import { observersOf } from '../visibility/observers.ts';
import { isPython, type World } from '../world.ts';
import { isConftest } from './providers.ts';

/**
 * The fixture that has a name in the whole project, when nothing but pytest's own rules decides who gets what it gives:
 * no other fixture and no parametrization overrides it, and nothing takes fixtures, or makes them, in another way.
 */
export const plainFixtureOf = rememberedOf((world: World, name: string): FunctionOf | undefined => {
  if (!world.project.isWhole || isForeignFixture(name) || hasOwnWays(world)) return undefined;
  const modules = world.modulesWith(name);
  const fixtures = modules.flatMap((module) =>
    module.model.fixtures.flatMap(({ name: given, definition }) =>
      given.normalize('NFKC') === name || definition.name === name ? [{ module, definition }] : [],
    ),
  );
  const [only, ...more] = fixtures;
  if (only === undefined || more.length > 0 || !isPlain(world, only) || only.definition.name !== name)
    return undefined;
  const isOnly = modules.every(
    (module) =>
      !module.tree.hasError &&
      isUnsaid(module, name) &&
      mayBindOther(world, module, name, only.definition) === undefined &&
      !mayBeStoredIn(world, module, name),
  );
  return isOnly ? only : undefined;
});

/** Whether a fixture is a function under the decorator of pytest alone, which neither names nor wraps it. */
function isPlain(world: World, { module, definition }: FunctionOf): boolean {
  const [decorator, ...more] = definition.decorators;
  if (decorator === undefined || more.length > 0 || definition.isAsync) return false;
  const { tree } = module;
  const expression = firstNamedChildOf(tree, decorator.node);
  const called = decorator.call === NO_NODE ? expression : childIn(tree, decorator.call, Field.function);
  const value = valueOf(world, module, called);
  if (value.kind !== 'foreign' || value.origin !== 'pytest.fixture') return false;
  const given = decorator.call === NO_NODE ? [] : argumentsOf(tree, decorator.call);
  return given.every(({ keyword }) => /^(?:scope|autouse|params|ids)$/.test(keyword ?? ''));
}

/** Whether no string says the name where pytest might take it for that of a fixture or an argument. */
const isUnsaid = (module: TestModule, name: string) =>
  literalsWith(module, name).every(({ isDocstring, value }) =>
    isDocstring
      ? !/getfixture|>>>/.test(value)
      : !value
          .normalize('NFKC')
          .split(/[\s,]+/)
          .includes(name),
  );

/** A variable of a module or class that may be another fixture of the name, or the same in another place. */
function mayBindOther(
  world: World,
  module: TestModule,
  name: string,
  fixture: FunctionDefinition,
): Binding | undefined {
  // Elsewhere there are none but those that a decorator makes.
  const { tests, fixtures } = module.model;
  if (tests.length + fixtures.length === 0 && !isConftest(module) && !isStarred(world, module.path))
    return undefined;
  return module.bindings.bindings.find((binding) => {
    if (binding.name !== name || (binding.scope.kind !== 'module' && binding.scope.kind !== 'class'))
      return false;
    const isOwn = binding.definitions.some(({ start }) => start === fixture.nameSpan.start);
    if (isOwn) return binding.definitions.length > 1;
    if (binding.definitions.length === 0) return false;
    const value = valueOfBinding(world, module, binding);
    if (value.kind === 'function') return !isUnwrapped(world, value);
    return !/^(?:class|instance|foreign-instance|module)$/.test(value.kind);
  });
}

/** Whether another module takes all names of a module. */
const isStarred = rememberedOf((world: World, path: string) => {
  const word = lastPartOf({ path });
  return world
    .modulesWith(word)
    .some((module) => starLinksOf(world, module).some((link) => link.to === 'module' && link.path === path));
});

/** Whether no decorator that may make a fixture stands above a function. */
const isUnwrapped = (world: World, { module, definition }: FunctionOf) =>
  definition.decorators.every(({ node, call }) => {
    const decorator = firstNamedChildOf(module.tree, node);
    const called = call === NO_NODE ? decorator : childIn(module.tree, decorator, Field.function);
    const value = valueOf(world, module, called);
    return value.kind === 'foreign' && /^(?:builtins|functools|abc|contextlib)\./.test(value.origin);
  });

/** Whether something may put a fixture under the name in a module from afar. */
function mayBeStoredIn(world: World, module: TestModule, name: string): boolean {
  const { tree } = module;
  return attributesNamed(module, name).some((attribute) => {
    if (
      fieldOf(tree, attribute) !== Field.left ||
      kindOf(tree, parentOf(tree, attribute)) !== Kind.assignment
    )
      return false;
    const object = valueOf(world, module, childIn(tree, attribute, Field.object)).kind;
    const stored = valueOf(world, module, childIn(tree, parentOf(tree, attribute), Field.right)).kind;
    const isOpen = object === 'unknown' && stored === 'unknown';
    return (
      object === 'module' || object === 'class' || stored === 'function' || stored === 'foreign' || isOpen
    );
  });
}

/** Whether a project makes fixtures otherwise than by decorators, gets at their values, or has tests called in a way of its own. */
const hasOwnWays = rememberedOfAll((world: World): boolean => {
  const isHeld =
    world.unreadable.some(isPython) ||
    WAYS.some((word) => world.pathsWith(word).length > 0) ||
    world.modulesWith('obj').some((module) => isStoredIn(module, 'obj')) ||
    // A mark may give an argument to a test or to any fixture below it.
    world.modulesWith('parametrize').some((module) => !parametrizesByName(module));
  return (
    isHeld ||
    asksByComputedName(world) ||
    world.modulesWith('fixture').some((module) => makesFixtures(module))
  );
});

/** Whether a module assigns to an attribute of a name: `item.obj` is what pytest calls. */
const isStoredIn = (module: TestModule, name: string) =>
  literalsWith(module, name).some(({ value }) => value === name) ||
  attributesNamed(module, name).some((node) => !isRead(module.tree, node));

/** What gives fixtures, their values or their functions, and the hooks that may give tests other arguments. */
const WAYS = (
  'funcargs getfixturedefs fixturedefs _arg2fixturedefs _fixturedefs cached_result _fixturemanager parsefactories ' +
  'pytest_fixture_setup pytest_pyfunc_call pytest_pycollect_makeitem pytest_pycollect_makemodule pytest_generate_tests ' +
  'pytest_fixture_post_finalizer pytest_runtest_protocol pytest_runtest_call callspec __pytest_wrapped__ __wrapped__ ' +
  '_get_wrapped_function _fixture_function _pytestfixturefunction getfixture pytest_factoryboy pytest_cases ' +
  'runtest name2fixturedefs _fixtureinfo unwrap'
).split(' ');

const asksByComputedName = (world: World) =>
  world.modulesWith('getfixturevalue').some(
    (module) =>
      literalsWith(module, 'getfixturevalue').some(({ isDocstring }) => !isDocstring) ||
      module.nodesOf(Kind.identifier).some((node) => {
        if (textOf(module.tree, node) !== 'getfixturevalue') return false;
        const call = parentOf(module.tree, parentOf(module.tree, node));
        const [first] = kindOf(module.tree, call) === Kind.call ? argumentsOf(module.tree, call) : [];
        const isCalled = first !== undefined && calledNameOf(module.tree, call) === 'getfixturevalue';
        return !isCalled || literalAt(module, first.value)?.isFormatted !== false;
      }),
  );

/** Whether a module uses what makes fixtures otherwise than as the decorator of a function of it or of a class. */
function makesFixtures(module: TestModule): boolean {
  const { tree } = module;
  if (literalsWith(module, 'fixture').some(({ isDocstring, value }) => !isDocstring && value === 'fixture'))
    return true;
  if (module.imports.namesOf('pytest.fixture').some((name) => name !== 'fixture')) return true;
  const made = new Set(
    module.model.fixtures.flatMap(({ definition }) => definition.decorators.map(({ node }) => node)),
  );
  return module.nodesOf(Kind.identifier).some((node) => {
    if (!/^(?:yield_)?fixture$/.test(textOf(tree, node))) return false;
    const attribute = fieldOf(tree, node) === Field.attribute ? parentOf(tree, node) : node;
    if (!FIXTURE.test(module.imports.originOf(textOf(tree, attribute)))) return false;
    if (isImported(module, node)) return false;
    const decorator = ancestorOf(tree, node, Kind.decorator);
    if (!made.has(decorator)) return true;
    const expression = firstNamedChildOf(tree, decorator);
    const isCall = kindOf(tree, expression) === Kind.call;
    if ((isCall ? childIn(tree, expression, Field.function) : expression) !== attribute) return true;
    // A name that nobody can read.
    const renamed = isCall ? keywordOf(tree, expression, 'name') : NO_NODE;
    return renamed !== NO_NODE && literalAt(module, renamed)?.isFormatted !== false;
  });
}

const FIXTURE =
  /^(?:pytest|pytest_asyncio|pytest_twisted|pytest_trio|py\.test)\.(?:\w+\.)*(?:yield_)?fixture$/;

const isImported = (module: TestModule, node: Node) => module.imports.originBoundAt(node) !== undefined;

/** Whether a module may get fixtures from other packages that it does not name. */
export const hasForeignStar = (world: World, module: TestModule) =>
  starLinksOf(world, module).some(({ to }) => to !== 'module');

/** Whether a module runs code that is text. */
export const runsText = (module: TestModule) =>
  observersOf(module).some(({ kind }) => kind === 'dynamic-code');

/** Whether a conftest may do either. */
export const hasOpenConftest = rememberedOfAll((world: World) =>
  world.project.files
    .filter((path) => isConftest({ path }))
    .some((path) => {
      const module = world.project.module(path);
      return module === undefined || hasForeignStar(world, module) || runsText(module);
    }),
);
