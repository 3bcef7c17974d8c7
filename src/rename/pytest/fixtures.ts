import { calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import { childIn, Field, Kind, kindOf, NO_NODE, parentOf, startOf, textOf } from '../../python/syntax.ts';
import { autouseOrder, isAutouse } from './autouse.ts';
import { computedIn } from './computed-fixtures.ts';
import { conftestsThatSee } from '../visibility/conftests-that-see.ts';
import { unknownDecorators } from '../references/definition-names.ts';
import { objectionsToFile } from '../editable.ts';
import { foreignOverrides, visibleUnder } from './fixture-collisions.ts';
import { laterFixture, parameterOrder } from './fixture-order.ts';
import { groupOf, isInGroup, isWithinGroup } from './fixture-groups.ts';
import { stringSteps } from './fixture-strings.ts';
import type { Global } from '../references/global-names.ts';
import { renameReferences } from '../globals.ts';
import { literalsWith } from '../references/literals.ts';
import { namesInLogs } from '../visibility/logged-names.ts';
import { namesOfFrames } from '../visibility/names-of-frames.ts';
import { shownOf } from '../visibility/observers.ts';
import { askingFunctions, type Provider, providersOf, type Request, requestsIn } from './providers.ts';
import { numberedIds } from './parameter-ids.ts';
import { quotedParameter } from '../visibility/quoted-source.ts';
import { referencesTo } from '../references/references.ts';
import { decline, type Objection, refuse, refuseAt, type Step } from '../steps.ts';
import { isForeignFixture } from '../references/special-names.ts';
import { namesReadOfFixtures } from './read-of-tests.ts';
import { renameInModule } from '../variables.ts';
import { isPython, type World } from '../world.ts';

/**
 * Renames a fixture: its function or the `name` of its decorator, the fixtures that override it or that it overrides,
 * and everything that asks for one of them.
 */
export function* renameFixture(world: World, start: Provider, newName: string): Generator<Step> {
  const { name } = start;
  if (!world.project.isWhole) yield decline('single-file', `fixture \`${name}\``);
  for (const either of [name, newName]) {
    if (isForeignFixture(either)) yield decline('foreign-fixture', `\`${either}\` of pytest or a plugin`);
  }
  const all = providersOf(world, name);
  const group = groupOf(world, all, start);
  yield* foreignOverrides(world, group);
  yield* visibleUnder(world, group, newName);
  yield* computedIn(world, group);
  for (const named of new Set(group.map(({ definition, alias }) => alias?.binding ?? definition))) {
    const provider = group.find(({ definition, alias }) => (alias?.binding ?? definition) === named);
    if (provider !== undefined) yield* renameProvider(world, provider, newName);
  }
  let isAskedFor = group.some(
    (provider) => isAutouse(provider.module, provider.definition) || hasAskedAlias(world, provider),
  );
  for (const module of world.modulesWith(name)) {
    if (!isInGroup(world, group, module)) continue;
    for (const request of requestsIn(module, name)) {
      if (!isWithinGroup(world, group, request)) continue;
      isAskedFor = true;
      yield* directCalls(world, request);
      yield* conftestsThatSee(world, module);
      yield* renameRequest(world, request, newName);
    }
    yield* perhapsFilled(module, name);
    for (const literal of literalsWith(module, name)) {
      const steps = [...stringSteps(world, group, module, name, literal, newName)];
      isAskedFor ||= steps.some(({ step }) => step === 'edit');
      yield* steps;
    }
  }
  if (!isAskedFor) yield decline('foreign-fixture', `no test asks for \`${name}\`, so a plugin may`);
  for (const { path, line } of world.mentionsOf(name)) yield refuseAt('mention', `\`${name}\``, path, line);
}

function* renameProvider(
  world: World,
  { module, definition, name, alias }: Provider,
  newName: string,
): Generator<Step> {
  if (alias !== undefined && isAutouse(module, definition))
    yield refuse('autouse-order', `\`${name}\``, module, definition.nameSpan.start);
  for (const { call } of definition.decorators) {
    if (call !== NO_NODE) yield* numberedIds(world, module, call, undefined, { name, newName });
  }
  yield* parameterOrder(world, module, definition, { name, newName });
  if (alias !== undefined) {
    yield* renameOwn(world, alias, newName);
    return;
  }
  yield* objectionsToFile(module);
  if (definition.name !== name) return;
  yield* namesInLogs(world, module, definition);
  yield* namesOfFrames(world, definition);
  yield* namesReadOfFixtures(world, module);
  yield* laterFixture(world, module, definition, newName);
  if (isAutouse(module, definition)) yield* autouseOrder(world, module, definition, newName);
  const binding = module.bindings.bindingAt(definition.nameSpan.start);
  if (binding === undefined) return;
  if (binding.definitions.length > 1)
    yield refuse('collision', `\`${name}\` is bound more than once`, module, definition.nameSpan.start);
  if (binding.scope.kind !== 'module') {
    yield* renameInModule(world, module, binding, newName);
    return;
  }
  yield* renameOwn(world, { module, binding }, newName);
}

/** Renames the variable of a module that is the fixture. */
function renameOwn(world: World, target: Global, newName: string): Generator<Step> {
  return renameReferences(world, target, newName, ({ code, place }) => {
    // A fixture function is not called, so that an attribute of some object is not it; strings are looked at below.
    if (code === 'unknown-receiver' || code === 'computed-fixture') return false;
    return code !== 'mention' || place === undefined || !isPython(place.path);
  });
}

/** Whether a test asks for a fixture under another name, by which a module imports it. */
function hasAskedAlias(world: World, { module, definition }: Provider): boolean {
  const binding = module.bindings.bindingAt(definition.nameSpan.start);
  if (binding?.scope.kind !== 'module') return false;
  for (const reference of referencesTo(world, { module, binding })) {
    if (reference.kind !== 'alias' || reference.binding.scope.kind !== 'module') continue;
    const { name } = reference.binding;
    if (world.modulesWith(name).some((other) => requestsIn(other, name).length > 0)) return true;
  }
  return false;
}

/** A parameter that asks for the fixture, with all that it means in its function. */
function* renameRequest(world: World, { module, parameter }: Request, newName: string): Generator<Step> {
  yield* objectionsToFile(module);
  const binding = module.bindings.bindingAt(parameter.span.start);
  if (binding === undefined) return;
  yield* quotedParameter(module, binding.name);
  yield* renameInModule(world, module, binding, newName);
}

/** Objects where the code itself calls a test or fixture and gives it the fixture by keyword. */
function* directCalls(world: World, { definition, parameter }: Request): Generator<Objection> {
  for (const module of world.modulesWith(definition.name)) {
    const { tree } = module;
    for (const argument of module.nodesOf(Kind.keyword_argument)) {
      const call = parentOf(tree, parentOf(tree, argument));
      const isSame = textOf(tree, childIn(tree, argument, Field.name)) === parameter.name;
      if (isSame && kindOf(tree, call) === Kind.call && calledNameOf(tree, call) === definition.name)
        yield refuse('unknown-caller', shownOf(module, call), module, startOf(tree, call));
    }
  }
}

/** Objects to functions with a parameter of that name that a decorator of another package may have pytest fill. */
function* perhapsFilled(module: TestModule, name: string): Generator<Objection> {
  const asking = askingFunctions(module);
  for (const definition of module.model.helpers) {
    const hasParameter = definition.parameters.some((parameter) => parameter.name === name);
    if (hasParameter && !asking.includes(definition))
      yield* unknownDecorators(module, definition, () => false);
  }
}
