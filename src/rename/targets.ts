import type { TestModule } from '../python/module.ts';
import type { Binding } from '../python/scope.ts';
import {
  ancestorOf,
  childIn,
  endOf,
  Field,
  fieldOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  nodeAt,
  parentOf,
  startOf,
  textOf,
} from '../python/syntax.ts';
import { bindingMeantAt } from './references/class-bodies.ts';
import { objectionsToName } from './collisions.ts';
import { definitionsOf } from './references/definition-names.ts';
import { objectionsToFile } from './editable.ts';
import { classVariableOf, familyOf } from './members/families.ts';
import { laterFixture } from './pytest/fixture-order.ts';
import { renameFixture } from './pytest/fixtures.ts';
import type { Global } from './references/global-names.ts';
import { renameGlobal } from './globals.ts';
import { moduleNameIn } from './references/import-statements.ts';
import { nameOriginOf } from './references/linked-globals.ts';
import { linkOf } from './references/links.ts';
import { matchedBy } from './members/member-references.ts';
import { renameMember } from './members/members.ts';
import { namesInIds } from './pytest/names-in-ids.ts';
import { namedInString } from './references/named-in-strings.ts';
import { unaliasedImportOf } from './references/occurrences.ts';
import { renameLambdaParameter } from './functions/parameters.ts';
import { renameArgument } from './functions/arguments.ts';
import { parameterNamedBy } from './functions/keywords.ts';
import { providersOf, requestsIn } from './pytest/providers.ts';
import { resolvedValueOf } from './values/resolved-values.ts';
import { decline, refuse, type Step } from './steps.ts';
import {
  newIdsOf,
  objectionsToTest,
  objectionsToTestClass,
  readersOfTests,
  testOf,
} from './pytest/test-names.ts';
import { foundByLoaders } from './pytest/selected-by-name.ts';
import { ownObjectsAsText } from './pytest/tests-as-text.ts';
import { toldOfFunction, toldOfMethod } from './pytest/told-of-tests.ts';
import { calleesThatName } from './visibility/callers-named.ts';
import type { ClassOf, Value } from './values/value-kinds.ts';
import { renameLocal } from './variables.ts';
import type { World } from './world.ts';

/** Everything that a new name for what stands at a UTF-16 offset asks for, and what stands against it. */
export function* stepsOf(world: World, module: TestModule, offset: number, newName: string): Generator<Step> {
  yield* objectionsToFile(module);
  const binding = bindingMeantAt(module, offset);
  if (binding !== undefined) {
    yield* objectionsToName(binding.name, newName);
    yield* renameBinding(world, module, binding, newName);
    return;
  }
  const node = nodeAt(module.tree, offset);
  if (kindOf(module.tree, node) !== Kind.identifier) {
    yield* renameInString(world, module, offset, newName);
    return;
  }
  yield* objectionsToName(textOf(module.tree, node), newName);
  yield* renameIdentifier(world, module, node, newName);
}

/** Renames what a name means that Python treats as a variable. */
function* renameBinding(
  world: World,
  module: TestModule,
  binding: Binding,
  newName: string,
): Generator<Step> {
  const { name, kind, scope } = binding;
  if (kind === 'unbound') {
    const found = nameOriginOf(world, module, name);
    if (found === undefined || found === 'unknown') yield decline('unbound', `\`${name}\``);
    else yield* renameTop(world, found, newName);
    return;
  }
  const owner = module.definitions.find(({ node }) => node === scope.node);
  if (scope.kind === 'class' && owner?.kind === 'class')
    yield* renameInClass(world, { module, definition: owner }, binding, newName);
  else if (scope.kind === 'module') yield* renameTop(world, { module, binding }, newName);
  else if (kind === 'parameter' && scope.kind === 'lambda')
    yield* renameLambdaParameter({ world, module, binding, newName });
  else if (kind === 'parameter') yield* renameArgument({ world, module, binding, newName });
  else if (unaliasedImportOf(module, binding) !== undefined)
    yield* renameImported(world, module, binding, newName);
  else {
    yield* renameLocal(world, module, binding, newName);
    if (definitionsOf(module, binding).length > 0) yield* namesInIds(world, module, binding);
  }
}

/** A name that a function imports as it is called: the thing is renamed where it is defined, if that is in the project. */
function* renameImported(
  world: World,
  module: TestModule,
  binding: Binding,
  newName: string,
): Generator<Step> {
  const { tree } = module;
  const node = binding.definitions[0]?.node ?? NO_NODE;
  const statement = ancestorOf(tree, node, Kind.import_from_statement);
  const found = statement === NO_NODE ? undefined : importedFrom(world, module, statement, binding.name);
  if (found === undefined) yield* renameLocal(world, module, binding, newName);
  else yield* renameTop(world, found, newName);
}

function importedFrom(world: World, module: TestModule, statement: Node, name: string): Global | undefined {
  const link = linkOf(world.project, module, moduleNameIn(module, statement));
  const from = link.to === 'module' ? world.project.module(link.path) : undefined;
  const found = from === undefined ? undefined : nameOriginOf(world, from, name);
  return found === 'unknown' ? undefined : found;
}

/** Renames a module-level name where it is defined: a fixture, a test, or anything else. */
function* renameTop(world: World, named: Global, newName: string): Generator<Step> {
  const isImported = unaliasedImportOf(named.module, named.binding) !== undefined;
  const origin = isImported ? nameOriginOf(world, named.module, named.binding.name) : named;
  const target = origin === undefined || origin === 'unknown' ? named : origin;
  const { module, binding } = target;
  yield* objectionsToFile(module);
  const [definition] = definitionsOf(module, binding);
  const fixture = module.model.fixtures.find((one) => one.definition === definition);
  if (fixture !== undefined && fixture.name === binding.name) {
    const provider = providersOf(world, fixture.name).find((one) => one.definition === fixture.definition);
    if (provider !== undefined) yield* renameFixture(world, provider, newName);
    return;
  }
  const provider = providersOf(world, binding.name).find(({ alias }) => alias?.binding === binding);
  if (provider !== undefined) {
    yield* renameFixture(world, provider, newName);
    return;
  }
  if (definition === undefined) yield* perhapsFixture(world, target);
  if (fixture !== undefined) yield* laterFixture(world, module, fixture.definition, newName);
  yield* renameGlobal(world, target, newName);
  if (definition === undefined) return;
  yield* namesInIds(world, module, binding);
  const test = testOf(module, definition);
  if (test !== undefined) {
    yield* objectionsToTest(world, module, test, newName);
    yield* toldOfFunction(world, module);
  }
  if (definition.kind === 'class') yield* objectionsToTestClass(world, module, definition, newName);
  yield* newIdsOf(module, definition, newName);
}

/** A variable that a test asks for as a fixture may be one, made in a way that is not seen. */
function* perhapsFixture(world: World, { binding }: Global): Generator<Step> {
  const { name } = binding;
  if (providersOf(world, name).length > 0) return;
  for (const module of world.modulesWith(name)) {
    const [request] = requestsIn(module, name);
    const marks = module.model.tests.find(
      ({ definition }) => definition === request?.definition,
    )?.parametrizations;
    if (request === undefined || marks?.some(({ names }) => names.includes(name)) === true) continue;
    yield refuse('foreign-fixture', `\`${name}\``, module, request.parameter.span.start);
  }
}

/** Renames a name of a class body: a fixture, a test, or any other member. */
function* renameInClass(world: World, owner: ClassOf, binding: Binding, newName: string): Generator<Step> {
  const { module } = owner;
  const [definition] = definitionsOf(module, binding);
  const fixture = module.model.fixtures.find((one) => one.definition === definition);
  if (fixture !== undefined && fixture.name === binding.name) {
    const provider = providersOf(world, fixture.name).find((one) => one.definition === fixture.definition);
    if (provider !== undefined) yield* renameFixture(world, provider, newName);
    return;
  }
  const test = definition === undefined ? undefined : testOf(module, definition);
  if (test !== undefined) yield* objectionsToTest(world, module, test, newName);
  // The test of a class whose base is in another file is not known as one.
  else if (definition?.kind === 'function' && definition.name.startsWith('test'))
    yield* readersOfTests(world, module);
  if (definition !== undefined) yield* calleesThatName(world, module, definition);
  if (definition?.kind === 'function') yield* foundByLoaders(world, definition, newName);
  if (test !== undefined || definition?.name.startsWith('test') === true) {
    yield* ownObjectsAsText(world, owner);
    yield* toldOfMethod(world, owner, binding.name);
  }
  yield* renameMember(world, owner, binding.name, newName);
  if (definition?.kind === 'class') yield* objectionsToTestClass(world, module, definition, newName);
  if (definition !== undefined) yield* namesInIds(world, module, binding);
  if (definition !== undefined) yield* newIdsOf(module, definition, newName);
}

/** Renames what an identifier names that is no variable: an attribute, a keyword, what is imported under an alias. */
function* renameIdentifier(world: World, module: TestModule, node: Node, newName: string): Generator<Step> {
  const { tree } = module;
  const parent = parentOf(tree, node);
  const name = textOf(tree, node).normalize('NFKC');
  const offset = startOf(tree, node);
  if (fieldOf(tree, node) === Field.attribute) {
    const object = resolvedValueOf(world, module, childIn(tree, parent, Field.object));
    yield* renameAttribute(world, module, offset, object, name, newName);
    return;
  }
  const statement = ancestorOf(tree, node, Kind.import_from_statement);
  if (statement !== NO_NODE) {
    const found = importedFrom(world, module, statement, name);
    if (found === undefined) yield refuse('not-ours', `\`${name}\``, module, offset);
    else yield* renameTop(world, found, newName);
    return;
  }
  if (kindOf(tree, parent) === Kind.keyword_argument && fieldOf(tree, node) === Field.name) {
    const found = parameterNamedBy(world, module, parent, name);
    if (found === undefined) yield refuse('not-ours', `\`${name}=\``, module, offset);
    else if (found.binding.scope.kind === 'lambda')
      yield* renameLambdaParameter({ world, ...found, newName });
    else yield* renameArgument({ world, ...found, newName });
    return;
  }
  if (kindOf(tree, parent) === Kind.keyword_pattern) {
    yield* renameAttribute(world, module, offset, matchedBy(world, module, parent), name, newName);
    return;
  }
  const meant = module.bindings.unevaluated.find(
    ({ start, end }) => start <= offset && endOf(tree, node) <= end,
  );
  const binding = meant === undefined ? undefined : module.bindings.lookup(meant.scope, meant.name);
  if (binding === undefined) yield refuse('no-name', `\`${name}\``, module, offset);
  else yield* renameBinding(world, module, binding, newName);
}

function* renameAttribute(
  world: World,
  module: TestModule,
  offset: number,
  object: Value,
  name: string,
  newName: string,
): Generator<Step> {
  const shown = `\`${name}\``;
  switch (object.kind) {
    case 'class':
    case 'instance':
    case 'super':
      yield* renameInFamily(world, object.class, name, newName);
      return;
    case 'module': {
      const from = object.link.to === 'module' ? world.project.module(object.link.path) : undefined;
      const found = from === undefined ? undefined : nameOriginOf(world, from, name);
      if (found === undefined || found === 'unknown') yield refuse('not-ours', shown, module, offset);
      else yield* renameTop(world, found, newName);
      return;
    }
    case 'unknown':
      yield refuse('unknown-receiver', shown, module, offset);
      return;
    case 'foreign':
    case 'foreign-instance':
    case 'function':
      yield refuse('not-ours', shown, module, offset);
  }
}

/** A member is renamed as the method, test or fixture that some class of the family defines it as. */
function* renameInFamily(world: World, owner: ClassOf, name: string, newName: string): Generator<Step> {
  for (const member of familyOf(world, owner, name).members.values()) {
    const binding = classVariableOf(member.module, member.definition, name);
    if (binding === undefined) continue;
    yield* renameInClass(world, member, binding, newName);
    return;
  }
  yield* renameMember(world, owner, name, newName);
}

/** Renames what a word in a string names, where the string is of a known form. */
function* renameInString(world: World, module: TestModule, offset: number, newName: string): Generator<Step> {
  const named = namedInString(world, module, offset);
  if (named === undefined) {
    yield decline('no-name', 'no name');
    return;
  }
  yield* objectionsToName(named.name, newName);
  switch (named.kind) {
    case 'fixture':
      yield* renameFixture(world, named.provider, newName);
      return;
    case 'variable':
      yield* renameBinding(world, named.module, named.binding, newName);
      return;
    case 'attribute':
      yield* renameAttribute(world, module, offset, named.object, named.name, newName);
  }
}
