import type { Definition } from '../python/definitions.ts';
import type { TestModule } from '../python/module.ts';
import type { Binding } from '../python/scope.ts';
import {
  ancestorOf,
  childIn,
  contains,
  Field,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../python/syntax.ts';
import { composedNames } from './visibility/composed-names.ts';
import { toldNames } from './visibility/told-names.ts';
import { conftestsThatSee } from './visibility/conftests-that-see.ts';
import { askedNames } from './references/asked-names.ts';
import { definitionsOf, privateNames } from './references/definition-names.ts';
import { objectionsToFile } from './editable.ts';
import { type Global, globalOf } from './references/global-names.ts';
import { starLinksOf } from './references/star-imports.ts';
import { foreignStars, starImporters } from './star-importers.ts';
import { readAsText } from './references/kept-annotations.ts';
import { submoduleOf } from './references/links.ts';
import { type Literal, literalStart } from './references/literals.ts';
import { shownOf } from './visibility/observers.ts';
import { importedOrigins, linkedGlobals } from './references/linked-globals.ts';
import { computedLookups, hasNoGlobals } from './visibility/namespace-lookups.ts';
import { newTests } from './pytest/new-tests.ts';
import { isUnaliasedImport, occurrencesOf } from './references/occurrences.ts';
import { partsElsewhere } from './visibility/parts-elsewhere.ts';
import { partsInMessages } from './visibility/parts-in-messages.ts';
import type { Reference } from './references/reference-kinds.ts';
import { referencesTo } from './references/references.ts';
import { builtins, isSpecialGlobal } from './references/special-names.ts';
import { decline, edit, type Objection, refuse, refuseAt, type Step } from './steps.ts';
import { namesListedOfModule } from './pytest/read-of-tests.ts';
import { valueOfBinding } from './values/values.ts';
import { renameInModule } from './variables.ts';
import type { World } from './world.ts';

/** Renames a variable, function or class of a module in every file of the project that names it. */
export function* renameGlobal(world: World, target: Global, newName: string): Generator<Step> {
  const { module, binding } = target;
  const { name } = binding;
  if (!world.project.isWhole) yield decline('single-file', `\`${name}\` of ${module.path}`);
  for (const either of [name, newName]) {
    if (isSpecialGlobal(either)) yield decline('special-name', `\`${either}\``);
  }
  const linked = linkedGlobals(world, target);
  for (const one of linked) {
    if (one !== target) yield* testsAmong(one);
    yield* renameLinked(world, one, newName, linked);
  }
}

/** Objects to a variable that may be a test or fixture, which is renamed in another way. */
function* testsAmong({ module, binding }: Global): Generator<Objection> {
  const { tests, fixtures } = module.model;
  const found = definitionsOf(module, binding).find((definition) =>
    [...tests, ...fixtures].some((one) => one.definition === definition),
  );
  if (found !== undefined) yield refuse('unknown-import', `\`${found.name}\``, module, found.nameSpan.start);
}

function* renameLinked(
  world: World,
  target: Global,
  newName: string,
  linked: readonly Global[],
): Generator<Step> {
  const { module, binding } = target;
  yield* objectionsToFile(module);
  yield* foreignImports(world, target, linked);
  yield* builtinFallback(target);
  yield* ownStarImports(world, target);
  for (const definition of definitionsOf(module, binding)) yield* ownDefinition(world, target, definition);
  yield* renameReferences(world, target, newName, () => true, linked);
  yield* computedLookups(world, target);
  yield* composedNames(world, binding.name, (other, object) => hasNoGlobals(world, other, object));
  yield* newNameElsewhere(world, target, newName);
  for (const { module: other, node, object } of askedNames(world, newName)) {
    if (!hasNoGlobals(world, other, object))
      yield refuse('capture', shownOf(other, node), other, startOf(other.tree, node));
  }
}

/** Objects to an import that gives the variable something of another package under its own name. */
function* foreignImports(
  world: World,
  { module, binding }: Global,
  linked: readonly Global[],
): Generator<Objection> {
  const origins = linked.length > 1 ? importedOrigins(world, module, binding) : [];
  const unaliased = binding.definitions.find(
    ({ node }, index) =>
      isUnaliasedImport(module, node) && linked.every((one) => one.binding !== origins[index]?.binding),
  );
  if (unaliased !== undefined)
    yield refuse('import-without-alias', module.textOf(unaliased.node), module, unaliased.start);
}

/** The edits of all that refers to a module-level name; `counts` tells which objections stand. */
export function* renameReferences(
  world: World,
  target: Global,
  newName: string,
  counts: (objection: Objection) => boolean,
  linked: readonly Global[] = [target],
): Generator<Step> {
  const uses = new Map<TestModule, readonly Node[]>();
  for (const reference of referencesTo(world, target, linked)) {
    const { module: user } = reference.kind === 'objection' ? target : reference;
    uses.set(user, [...(uses.get(user) ?? []), ...usesBy(reference)]);
    switch (reference.kind) {
      case 'objection':
        if (counts(reference.objection)) yield reference.objection;
        break;
      case 'fixture-name': {
        const objection = fixtureName(reference.module, reference.literal);
        if (counts(objection) && mayBeFixture(world, target)) yield objection;
        break;
      }
      case 'variable':
        yield* objectionsToFile(reference.module);
        yield* renameInModule(reference.module, reference.binding, newName);
        yield* readAsText(world, reference.module, reference.binding);
        yield* conftestsThatSee(world, reference.module);
        if (reference.binding.scope.kind === 'module') {
          yield* newTests(world, reference.module, reference.binding, newName);
          yield* collisionInExports(world, reference.module, linked, target.binding.name, newName);
          yield* namesListedOfModule(world, reference.module);
        }
        break;
      case 'string':
        yield* orderOfExports(world, reference.module, reference.literal);
        yield* objectionsToFile(reference.module);
        yield edit(reference.module, reference.span, newName);
        break;
      case 'alias':
      case 'attribute':
        yield* objectionsToFile(reference.module);
        yield edit(reference.module, reference.span, newName);
    }
  }
  if (definitionsOf(target.module, target.binding).length === 0) return;
  for (const [user, nodes] of uses) {
    yield* partsInMessages(user, target.binding.name, nodes);
    yield* partsElsewhere(world, user, target.binding.name, nodes);
  }
}

/** The expressions of a function or class by which a module gets it, under whatever name. */
function usesBy(reference: Reference): readonly Node[] {
  switch (reference.kind) {
    case 'variable':
    case 'alias':
      return reference.binding.references.map(({ node }) => node);
    case 'attribute':
      return [reference.node];
    case 'string':
      return [reference.literal.node];
    case 'fixture-name':
    case 'objection':
      return [];
  }
}

/** Objects to a name in `__all__` where the project compares that with what it is when it is sorted. */
function* orderOfExports(world: World, module: TestModule, literal: Literal): Generator<Objection> {
  const assignment = ancestorOf(module.tree, literal.node, Kind.assignment);
  if (
    assignment === NO_NODE ||
    textOf(module.tree, childIn(module.tree, assignment, Field.left)) !== '__all__'
  )
    return;
  for (const path of world.pathsWith('__all__')) {
    const line = (world.project.text(path) ?? '').split('\n').findIndex((text) => SORTED_EXPORTS.test(text));
    if (line !== -1) yield refuseAt('mention', 'sorted(__all__)', path, line + 1);
  }
}

const SORTED_EXPORTS = /__all__\b.*\bsorted\(\s*[\w.]*__all__|\bsorted\(\s*[\w.]*__all__.*__all__/;

/** A name that pytest is told as a string may be this one, if a fixture is made in a way that is not seen. */
function fixtureName(module: TestModule, literal: Literal): Objection {
  return refuse('computed-fixture', shownOf(module, literal.node), module, literalStart(module, literal));
}

/** Whether a call of something unknown makes the value, which may be a fixture then. */
function mayBeFixture(world: World, { module, binding }: Global): boolean {
  const { kind } = valueOfBinding(world, module, binding);
  return kind === 'unknown' || kind === 'foreign' || kind === 'super';
}

function* ownDefinition(world: World, { module, binding }: Global, definition: Definition): Generator<Step> {
  yield* toldNames(world, module, binding, definition);
  if (definition.kind === 'class') yield* privateNames(module, definition);
}

/** A global of a builtin's name is the builtin until it is bound. */
function* builtinFallback({ module, binding }: Global): Generator<Step> {
  if (!builtins.has(binding.name)) return;
  const { tree } = module;
  const [first, ...others] = occurrencesOf(module, binding);
  if (first === undefined) return;
  const statement = ancestorOf(
    tree,
    first.node,
    Kind.expression_statement,
    Kind.function_definition,
    Kind.class_definition,
  );
  const isAtTop = statement !== NO_NODE && module.bindings.scopeOf(statement) === module.bindings.module;
  const isFirst = binding.definitions.some(({ start }) => start === first.start);
  const isDeleted = binding.definitions.some(
    ({ node }) => ancestorOf(tree, node, Kind.delete_statement) !== NO_NODE,
  );
  const isConditional =
    ancestorOf(
      tree,
      first.node,
      Kind.if_statement,
      Kind.try_statement,
      Kind.for_statement,
      Kind.while_statement,
      Kind.with_statement,
    ) !== NO_NODE;
  const isReadFirst = others.some(
    ({ node }) => statement !== NO_NODE && contains(tree, statement, node) && isAssigned(module, statement),
  );
  if (!isAtTop || !isFirst || isDeleted || isConditional || isReadFirst)
    yield refuse('two-meanings', `\`${binding.name}\``, module, first.start);
}

function isAssigned({ tree }: TestModule, statement: number): boolean {
  return (
    kindOf(tree, statement) === Kind.expression_statement &&
    childIn(tree, statement + 1, Field.right) !== NO_NODE
  );
}

/** What a module imports with a star may bind the name before or after its own definition does. */
function* ownStarImports(world: World, { module, binding }: Global): Generator<Step> {
  const [star] = module.nodesOf(Kind.wildcard_import);
  if (star === undefined) return;
  for (const link of starLinksOf(world, module)) {
    const from = link.to === 'module' ? world.project.module(link.path) : undefined;
    const found = from === undefined ? 'unknown' : globalOf(world, from, binding.name);
    if (found !== undefined)
      yield refuse(
        'star-import',
        shownOf(module, parentOf(module.tree, star)),
        module,
        startOf(module.tree, star),
      );
  }
}

/** The new name must be free in every module that has the old one: as a submodule, and through its star imports. */
function* collisionInExports(
  world: World,
  module: TestModule,
  linked: readonly Global[],
  name: string,
  newName: string,
): Generator<Step> {
  const below = submoduleOf(world.project, { to: 'module', path: module.path }, newName);
  if (below !== undefined) yield decline('collision', `\`${newName}\` is a module of ${module.path}`);
  if (globalOf(world, module, newName) !== undefined)
    yield decline('collision', `\`${newName}\` in ${module.path}`);
  yield* foreignStars(world, module);
  yield* starImporters(world, module, linked, name, newName);
}

/** Whether another file gives the module an attribute of the new name, or expects it to have one. */
function* newNameElsewhere(world: World, { module, binding }: Global, newName: string): Generator<Step> {
  const wanted: Global = { module, binding: { ...nameless(binding), name: newName } };
  for (const reference of referencesTo(world, wanted)) {
    if (reference.kind === 'objection' || reference.kind === 'fixture-name' || reference.module === module)
      continue;
    const [first] = reference.kind === 'variable' ? reference.binding.definitions : [reference.span];
    yield refuse('collision', `\`${newName}\``, reference.module, first?.start ?? 0);
  }
}

/** A variable that is bound nowhere, so that only what names it from outside is found. */
function nameless({ scope, kind }: Binding): Omit<Binding, 'name'> {
  return { scope, kind, definitions: [], references: [], declarations: [], symbols: [] };
}
