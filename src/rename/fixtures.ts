import { argumentsOf, calledNameOf } from '../python/expressions.ts';
import type { TestModule } from '../python/module.ts';
import {
  childIn,
  Field,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../python/syntax.ts';
import { autouseOrder, isAutouse } from './autouse.ts';
import { unknownDecorators } from './definition-names.ts';
import { objectionsToFile } from './editable.ts';
import type { Global } from './global-names.ts';
import { renameReferences } from './globals.ts';
import { literalAt, type Literal, literalStart, literalsWith, wordSpansIn } from './literals.ts';
import { callOf } from './called-at.ts';
import { shownOf } from './observers.ts';
import {
  askingFunctions,
  isConftest,
  isOverlapping,
  isWithin,
  type Provider,
  providersFor,
  providersOf,
  reaches,
  type Request,
  requestsIn,
} from './providers.ts';
import { numberedIds } from './parameter-ids.ts';
import { placeIn } from './parametrized.ts';
import { quotedParameter } from './quoted-source.ts';
import { referencesTo } from './references.ts';
import { decline, edit, type Objection, refuse, refuseAt, type Step } from './steps.ts';
import { formOf } from './strings.ts';
import { isForeignFixture } from './special-names.ts';
import { renameInModule } from './variables.ts';
import { isPython, type World } from './world.ts';

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
      yield* renameRequest(request, newName);
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

/** The fixtures of a name that are visible together with one, or with one that is, from anywhere or to one test. */
function groupOf(world: World, all: readonly Provider[], start: Provider): readonly Provider[] {
  const group = new Set(all.filter(({ definition }) => definition === start.definition));
  const requests = world.modulesWith(start.name).flatMap((module) => requestsIn(module, start.name));
  const together = requests.map((request) => providersFor(world, all, request));
  for (const member of group) {
    for (const shared of together) {
      if (shared.includes(member)) for (const other of shared) group.add(other);
    }
    for (const other of all) {
      const isSame = other.definition === member.definition;
      if (isSame || isOverlapping(world, member.region, other.region)) group.add(other);
    }
  }
  return [...group];
}

const isInGroup = (world: World, group: readonly Provider[], module: TestModule) =>
  group.some(({ region }) => reaches(world, region, module));

const isWithinGroup = (world: World, group: readonly Provider[], { module, definition }: Request) =>
  group.some(({ region }) => isWithin(world, region, module, definition.nameSpan.start));

/** A fixture that asks for its own name and is the outermost of the project overrides one of a plugin. */
function* foreignOverrides(world: World, group: readonly Provider[]): Generator<Objection> {
  for (const { module, name } of group) {
    for (const request of requestsIn(module, name)) {
      if (!isWithinGroup(world, group, request) || providersFor(world, group, request).length > 0) continue;
      yield refuse('foreign-fixture', `\`${name}\` asks for another`, module, request.parameter.span.start);
    }
  }
}

/** Objects to a new name that is provided, or asked for, where the fixture is visible. */
function* visibleUnder(world: World, group: readonly Provider[], newName: string): Generator<Objection> {
  for (const other of providersOf(world, newName)) {
    if (group.some(({ region }) => isOverlapping(world, region, other.region)))
      yield refuse('fixture-exists', `\`${newName}\``, other.module, other.definition.nameSpan.start);
  }
  for (const module of world.modulesWith(newName)) {
    if (!isInGroup(world, group, module)) continue;
    const request = requestsIn(module, newName).find((one) => isWithinGroup(world, group, one));
    if (request !== undefined)
      yield refuse('fixture-exists', `\`${newName}\``, module, request.parameter.span.start);
    for (const literal of literalsWith(module, newName)) {
      const isReached = group.some(({ region }) =>
        isReaching(world, region, module, literalStart(module, literal)),
      );
      if (isReached && formOf(module, literal).form === 'fixture')
        yield refuse('fixture-exists', shownOf(module, literal.node), module, literalStart(module, literal));
    }
  }
}

/** Objects where the names of fixtures are computed and the fixture is visible. */
function* computedIn(world: World, group: readonly Provider[]): Generator<Objection> {
  for (const word of COMPUTING) {
    for (const module of world.modulesWith(word)) {
      if (!isInGroup(world, group, module) && !(isConftest(module) && isAbove(module, group))) continue;
      yield* computedNames(module, word);
    }
  }
}

/** What takes the names of fixtures, or gives them. */
const COMPUTING: readonly string[] =
  'pytest_generate_tests getfixturevalue usefixtures fixturenames funcargs fixturename getfixturedefs fixturedefs'.split(
    ' ',
  );

const isAbove = (conftest: TestModule, group: readonly Provider[]) =>
  group.some(({ module }) => module.path.startsWith(conftest.path.slice(0, -'conftest.py'.length)));

function* computedNames(module: TestModule, word: string): Generator<Objection> {
  const { tree } = module;
  for (const node of module.nodesOf(Kind.identifier)) {
    if (textOf(tree, node) !== word) continue;
    const call = callOf(module, node);
    const names = call === NO_NODE ? [] : argumentsOf(tree, call);
    const isConstant =
      names.length > 0 && names.every(({ value }) => literalAt(module, value)?.isFormatted === false);
    if (isConstant && word !== 'pytest_generate_tests') continue;
    // An import or the mark itself, as in `usefixtures = pytest.mark.usefixtures("db")`.
    yield refuse(
      'computed-fixture',
      shownOf(module, call === NO_NODE ? node : call),
      module,
      startOf(tree, node),
    );
  }
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
  if (alias !== undefined) {
    yield* renameOwn(world, alias, newName);
    return;
  }
  yield* objectionsToFile(module);
  if (definition.name !== name) return;
  if (isAutouse(module, definition)) yield* autouseOrder(world, module, definition, newName);
  const binding = module.bindings.bindingAt(definition.nameSpan.start);
  if (binding === undefined) return;
  if (binding.definitions.length > 1)
    yield refuse('collision', `\`${name}\` is bound more than once`, module, definition.nameSpan.start);
  if (binding.scope.kind !== 'module') {
    yield* renameInModule(module, binding, newName);
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
function* renameRequest({ module, parameter }: Request, newName: string): Generator<Step> {
  yield* objectionsToFile(module);
  const binding = module.bindings.bindingAt(parameter.span.start);
  if (binding === undefined) return;
  yield* quotedParameter(module, binding.name);
  yield* renameInModule(module, binding, newName);
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

function* stringSteps(
  world: World,
  group: readonly Provider[],
  module: TestModule,
  name: string,
  literal: Literal,
  newName: string,
): Generator<Step> {
  const start = literalStart(module, literal);
  const form = formOf(module, literal);
  if (form.form === 'docstring' || form.form === 'annotation' || form.form === 'export') return;
  const isReached = group.some(({ region }) => isReaching(world, region, module, start));
  if (!isReached) return;
  if (form.form !== 'fixture') {
    if (!isKey(module, literal) || namesFixtures(world))
      yield refuse('mention', shownOf(module, literal.node), module, start);
    return;
  }
  if (form.by === 'name' && !isNameOfGroup(group, module, form.call)) return;
  const spans = wordSpansIn(literal, name);
  if (spans.length === 0) yield refuse('mention', shownOf(module, literal.node), module, start);
  yield* objectionsToFile(module);
  if (form.by === 'argnames')
    yield* numberedIds(world, module, form.call, placeIn(module, form.call, name), { name, newName });
  for (const span of spans) yield edit(module, span, newName);
}

/** Whether a string is the key of something, or is only compared with something. */
function isKey({ tree }: TestModule, { node }: Literal): boolean {
  const parent = parentOf(tree, node);
  switch (kindOf(tree, parent)) {
    case Kind.pair:
      return childIn(tree, parent, Field.key) === node;
    case Kind.subscript:
      return childIn(tree, parent, Field.value) !== node;
    case Kind.comparison_operator:
      return true;
    default:
      return false;
  }
}

/** Whether anything in the project may look up fixtures, or what they gave, by names that it has from somewhere. */
const namesFixtures = (world: World) => LOOKUPS.some((word) => world.pathsWith(word).length > 0);

const LOOKUPS: readonly string[] = (
  'callspec funcargs fixturenames fixturename getfixturedefs getfixtureclosure fixturedefs metafunc ' +
  'lazy_fixture lazyfixture lf fixture_ref getfuncargvalue pytest_fixture_setup'
).split(' ');

/** A mark on a class, or in a class body, speaks for the class; one of a module for all of it. */
export function isReaching(
  world: World,
  region: Provider['region'],
  module: TestModule,
  offset: number,
): boolean {
  if (region.kind !== 'class') return isWithin(world, region, module, offset);
  return isWithin(world, region, module, offset) || module.definitionAt(offset) === undefined;
}

/** Whether the `name` of a fixture decorator is that of a fixture of the group. */
function isNameOfGroup(group: readonly Provider[], module: TestModule, call: Node): boolean {
  return group.some(
    (provider) =>
      provider.module === module &&
      provider.definition.decorators.some((decorator) => decorator.call === call),
  );
}
