import type { Definition, FunctionDefinition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import {
  firstNamedChildOf,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { descendantsOf } from '../members/families.ts';
import { computedLookupsOf } from '../members/lookups.ts';
import { literalsWith } from '../references/literals.ts';
import { lastPartOf } from '../references/links.ts';
import { rememberedOf, rememberedOfAll } from '../remembered.ts';
import type { FunctionOf } from '../values/methods.ts';
import { findersIn } from '../visibility/reach.ts';
import { observersOf } from '../visibility/observers.ts';
import type { World } from '../world.ts';
import { sourceOf } from './injection.ts';
import { hasForeignStar, hasOpenConftest, plainFixtureOf, runsText } from './plain-fixtures.ts';
import { isMarkedByName, isOfMarkedClasses, marksByName, packagesWithMarks } from './marked-arguments.ts';
import { isConftest, providersFor, providersOf, type Request, requestsIn } from './providers.ts';

/** The fixture whose value a parameter of a test or fixture certainly gets; undefined for any other parameter. */
export function fixtureFilling(world: World, module: TestModule, binding: Binding): FunctionOf | undefined {
  const [only, ...more] = binding.definitions;
  if (binding.kind !== 'parameter' || only === undefined || more.length > 0) return undefined;
  const request = requestsIn(module, binding.name).find(
    ({ parameter }) => parameter.span.start === only.start,
  );
  const fixture = request === undefined ? undefined : plainFixtureOf(world, binding.name);
  if (request === undefined || fixture === undefined) return undefined;
  if (sourceOf(module, request.definition, request.parameter).from !== 'pytest') return undefined;
  return isVisible(world, request, fixture) && isCalledByPytest(world, request) ? fixture : undefined;
}

/** Whether pytest finds a fixture for a function where the project has it, and not in a plugin. */
function isVisible(world: World, request: Request, { module, definition }: FunctionOf): boolean {
  const [provider] = providersFor(world, providersOf(world, definition.name), request);
  if (provider?.definition !== definition) return false;
  if (hasForeignStar(world, request.module) || runsText(request.module) || hasOpenConftest(world))
    return false;
  const owner = request.definition.enclosing;
  const isAtHome =
    owner?.kind !== 'class' ||
    [...descendantsOf(world, { module: request.module, definition: owner }).values()].every(
      (heir) => heir.module === request.module,
    );
  return isAtHome && (provider.region.kind === 'folder' ? isConftest(module) : request.module === module);
}

/** Whether pytest alone calls a test or fixture, and with its fixtures alone. */
function isCalledByPytest(world: World, { module, definition, parameter }: Request): boolean {
  const isFixture = module.model.fixtures.some((one) => one.definition === definition);
  const test = module.model.tests.find((one) => one.definition === definition);
  if (!isFixture && test === undefined) return false;
  const { enclosing } = definition;
  const isUnittest = module.model.classes.some(
    (one) => one.definition === enclosing && one.framework === 'unittest',
  );
  if (!isFixture && isUnittest) return false;
  const isTaken = { world, name: parameter.name };
  for (let around: Definition | undefined = definition; around !== undefined; around = around.enclosing) {
    if (around !== definition && around.kind === 'function') return false;
    if (!isMarkedByName(isTaken, module, around)) return false;
    if (around.kind === 'class' && !isOfMarkedClasses(isTaken, { module, definition: around })) return false;
  }
  const isMarked = [module, ...packagesWithMarks(world)].every((one) => marksByName(isTaken, one));
  // pytest lets nobody call a fixture directly.
  return isMarked && (isFixture || isUncalled(world, module, definition));
}

/** Whether nothing in the project names a test but its definition, and nothing goes through the names of its module. */
function isUncalled(world: World, module: TestModule, { name }: FunctionDefinition): boolean {
  if (observersOf(module).some(({ kind }) => kind === 'namespace' || kind === 'dynamic-code')) return false;
  return (
    isNamedByDefinitionsAlone(world, name) && !isLookedInto(world, module.path) && !findsFunctions(world)
  );
}

/** Whether something goes through what is loaded and takes out of it what it finds, as a test runner does. */
const findsFunctions = rememberedOfAll((world: World) =>
  findersIn(world).some((module) => computedLookupsOf(module).length > 0),
);

const isNamedByDefinitionsAlone = rememberedOf((world: World, name: string) =>
  world.modulesWith(name).every(
    (module) =>
      literalsWith(module, name).every(({ isDocstring }) => isDocstring) &&
      module.nodesOf(Kind.identifier).every((node) => {
        if (textOf(module.tree, node).normalize('NFKC') !== name) return true;
        const start = startOf(module.tree, node);
        return module.definitions.some(
          ({ nameSpan, kind }) => kind === 'function' && nameSpan.start === start,
        );
      }),
  ),
);

/** Whether a module imports another, or names it in a string, and so may take its tests out of it. */
const isLookedInto = rememberedOf((world: World, path: string) => {
  const word = lastPartOf({ path });
  return world
    .modulesWith(word)
    .some(
      (module) =>
        module.path !== path &&
        (literalsWith(module, word).some(({ isDocstring }) => !isDocstring) ||
          module
            .nodesOf(Kind.identifier)
            .some(
              (node) =>
                textOf(module.tree, node) === word &&
                kindOf(module.tree, parentOf(module.tree, node)) === Kind.dotted_name,
            )),
    );
});

/** The expressions that a fixture returns or yields; NO_NODE among them where it gives something that is not written. */
export function givenByFixture({ module, definition }: FunctionOf): readonly Node[] {
  const { tree } = module;
  const isOwn = (node: Node) => module.definitionAt(startOf(tree, node)) === definition;
  const yields = [...module.nodesOf(Kind.yield)].filter(isOwn);
  const statements = yields.length > 0 ? yields : [...module.nodesOf(Kind.return_statement)].filter(isOwn);
  return statements.map((statement) => {
    const isDelegated =
      namedChildrenOf(tree, statement).length !== 1 || textOf(tree, statement).includes(' from ');
    return isDelegated ? NO_NODE : firstNamedChildOf(tree, statement);
  });
}

/** The fixture that returns or yields an expression. */
export function fixtureGiving(module: TestModule, expression: Node): FunctionDefinition | undefined {
  const { tree } = module;
  const statement = parentOf(tree, expression);
  const kind = kindOf(tree, statement);
  if (kind !== Kind.return_statement && kind !== Kind.yield) return undefined;
  const definition = module.definitionAt(startOf(tree, statement));
  const fixture = module.model.fixtures.find((one) => one.definition === definition);
  return fixture?.definition;
}

/** A parameter that gets the value of a fixture. */
export interface Taker {
  readonly module: TestModule;
  readonly parameter: Binding;
}

/**
 * All parameters that may get what a fixture gives: those of its name. Undefined where something else may get it too.
 */
export function takersOfFixture(
  world: World,
  { module, definition }: FunctionOf,
): readonly Taker[] | undefined {
  const { name } = definition;
  const fixture = plainFixtureOf(world, name);
  if (fixture?.definition !== definition || world.mentionsOf(name).length > 0) return undefined;
  if (isNamedAsFunction(fixture)) return undefined;
  const takers = world
    .modulesWith(name)
    .flatMap((other) =>
      other.bindings.bindings.flatMap((parameter) =>
        parameter.kind === 'parameter' && parameter.name === name ? [{ module: other, parameter }] : [],
      ),
    );
  return takers.some((taker) => requestsIn(taker.module, name).length > 0) && module === fixture.module
    ? takers
    : undefined;
}

/** Whether a module uses the function of a fixture otherwise than by asking for it. */
function isNamedAsFunction({ module, definition }: FunctionOf): boolean {
  return (module.bindings.bindingAt(definition.nameSpan.start)?.references.length ?? 0) > 0;
}
