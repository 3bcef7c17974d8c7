import type { FunctionDefinition, Parameter } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import {
  childIn,
  childrenOf,
  Field,
  fieldOf,
  Kind,
  kindOf,
  nodeAt,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { callsAt, callsOfValue, keywordInCall, useOf } from './callers.ts';
import { constructorCalls } from '../members/constructors.ts';
import { definitionsOf, unknownDecorators } from '../references/definition-names.ts';
import { escapesOf } from '../members/escapes.ts';
import { classVariableOf, familyOf } from '../members/families.ts';
import { parameterInMessages } from '../visibility/parts-in-messages.ts';
import { quotedLines } from '../visibility/quoted-lines.ts';
import { quotedParameter } from '../visibility/quoted-source.ts';
import { seenElsewhere } from '../visibility/seen-elsewhere.ts';
import { helpersThatSee } from '../visibility/helpers-that-see.ts';
import { callsOfObjects } from './object-calls.ts';
import { isNameless } from './signatures.ts';
import { literalStart, literalsWith } from '../references/literals.ts';
import { memberReferencesTo } from '../members/member-references.ts';
import { objectionsToBases } from '../members/members.ts';
import { shownOf } from '../visibility/observers.ts';
import { isOnlyExported } from '../references/exports.ts';
import { occurrencesOf } from '../references/occurrences.ts';
import { referencesTo } from '../references/references.ts';
import { decline, type Objection, refuse, type Step } from '../steps.ts';
import type { ClassOf } from '../values/value-kinds.ts';
import { renameInModule } from '../variables.ts';
import type { World } from '../world.ts';

/** The rename of a parameter: in its function and, as a keyword, in the calls of the function. */
export interface ParameterRename {
  readonly world: World;
  readonly module: TestModule;
  readonly binding: Binding;
  readonly newName: string;
}

/** Renames a parameter in its own function alone: its callers cannot pass it by name. */
export function* renameInFunction({ world, module, binding, newName }: ParameterRename): Generator<Step> {
  yield* renameInModule(world, module, binding, newName);
  yield* helpersThatSee(world, module, binding);
  yield* quotedParameter(module, binding.name);
  yield* quotedLines(world, module, binding);
  yield* seenElsewhere(world, module, binding.name);
}

/** Renames a parameter of a function that the file calls itself. */
export function* renameParameter(
  rename: ParameterRename,
  definition: FunctionDefinition,
  parameter: Parameter,
): Generator<Step> {
  const { module } = rename;
  yield* renameInFunction(rename);
  yield* doctests(module, rename.binding.name);
  if (isNameless(module, definition, parameter)) {
    if (
      definition.parameters.some(({ kind }) => kind === 'var-keyword') &&
      parameter.kind === 'positional-or-keyword'
    )
      yield* newNameAsKeyword(rename, definition);
    return;
  }
  yield* unknownDecorators(module, definition, ({ name }) => /\.(?:setter|getter|deleter)$/.test(name));
  const { enclosing } = definition;
  if (enclosing?.kind === 'class')
    yield* callsOfMethod(rename, definition, { module, definition: enclosing });
  else yield* callsOfFunction(rename, definition);
}

/**
 * With `**fields` a method takes any keyword, but for one that is called like its `self`: objects to the calls that pass
 * the new name, or may do so.
 */
function* newNameAsKeyword(rename: ParameterRename, definition: FunctionDefinition): Generator<Step> {
  const { world, module, binding, newName } = rename;
  const { enclosing, name } = definition;
  if (enclosing?.kind !== 'class' || CALLED_BY_NAME.test(name)) {
    yield* keywordAnywhere(world, newName);
    return;
  }
  const passing = { ...rename, binding: { ...binding, name: newName } };
  for (const step of callsOfMethod(passing, definition, { module, definition: enclosing })) {
    const other = step.step === 'edit' ? world.project.module(step.path) : undefined;
    if (step.step === 'edit' && other !== undefined)
      yield refuse('collision', `\`${newName}=\``, other, step.span.start);
    if (step.step === 'refuse' && OF_CALLS.has(step.code)) yield step;
  }
}

/** What is said of a call, and not of the names of members. */
const OF_CALLS: ReadonlySet<Objection['code']> = new Set<Objection['code']>([
  'collision',
  'dynamic-attribute',
  'unpacked-call',
  'unknown-caller',
  'unknown-receiver',
  'shared-method',
  'single-file',
]);

function* keywordAnywhere(world: World, name: string): Generator<Step> {
  for (const module of world.modulesWith(name)) {
    for (const argument of module.nodesOf(Kind.keyword_argument)) {
      const keyword = childIn(module.tree, argument, Field.name);
      if (textOf(module.tree, keyword) === name)
        yield refuse('collision', `\`${name}=\``, module, startOf(module.tree, keyword));
    }
  }
}

function* doctests(module: TestModule, name: string): Generator<Step> {
  for (const literal of literalsWith(module, name)) {
    if (!literal.isDocstring || !new RegExp(`^\\s*(?:>>>|\\.\\.\\.).*\\b${name}\\b`, 'm').test(literal.value))
      continue;
    yield refuse('doctest', `\`${name}\``, module, literalStart(module, literal));
  }
}

function* callsOfFunction(rename: ParameterRename, { nameSpan, name }: FunctionDefinition): Generator<Step> {
  const { world, module } = rename;
  const binding = module.bindings.bindingAt(nameSpan.start);
  if (binding === undefined) return;
  if (binding.definitions.length > 1)
    yield refuse('unknown-caller', `\`${name}\` is bound more than once`, module, nameSpan.start);
  if (binding.scope.kind !== 'module') yield* usesOfVariable(rename, module, binding);
  else if (world.project.isWhole) yield* usesOfGlobal(rename, module, binding);
  else yield decline('single-file', `callers of \`${name}\``);
}

function* usesOfGlobal(rename: ParameterRename, owner: TestModule, binding: Binding): Generator<Step> {
  for (const reference of referencesTo(rename.world, { module: owner, binding })) {
    const { kind } = reference;
    if (kind === 'objection') yield* perhapsInDoctest(rename, reference.objection);
    else if (kind === 'fixture-name') continue;
    else if (kind === 'string' && isOnlyExported(rename.world, reference.module, reference.literal)) continue;
    else if (kind === 'variable') yield* usesOfVariable(rename, reference.module, reference.binding);
    else if (kind === 'attribute') yield* stepsAt(rename, reference.module, reference.node);
    else if (kind === 'string')
      yield refuse(
        'unknown-caller',
        shownOf(reference.module, reference.literal.node),
        reference.module,
        reference.span.start,
      );
    else if (reference.binding.scope.kind === 'module')
      yield* usesOfGlobal(rename, reference.module, reference.binding);
    else yield* usesOfVariable(rename, reference.module, reference.binding);
  }
}

/** A doctest that calls the function matters where it says the parameter. */
function* perhapsInDoctest({ world, binding }: ParameterRename, objection: Objection): Generator<Step> {
  const other = objection.code === 'doctest' ? world.project.module(objection.place?.path ?? '') : undefined;
  if (other === undefined) yield objection;
  else yield* doctests(other, binding.name);
}

function* usesOfVariable(rename: ParameterRename, module: TestModule, binding: Binding): Generator<Step> {
  for (const { node } of occurrencesOf(module, binding)) {
    const isRead = binding.references.some((reference) => reference.node === node);
    if (isRead) yield* stepsAt(rename, module, node);
  }
}

function* stepsAt(
  { world, binding, newName }: ParameterRename,
  module: TestModule,
  expression: Node,
): Generator<Step> {
  yield* callsAt(world, module, expression, binding.name, newName);
  yield* parameterInMessages(module, binding.name, [expression]);
}

/** Special methods that Python calls with arguments by position; `__init__` is for the calls of the class. */
const CALLED_BY_NAME = /^__(?:new|call|init_subclass|prepare|post_init|class_getitem)__$/;

function* callsOfMethod(
  rename: ParameterRename,
  definition: FunctionDefinition,
  owner: ClassOf,
): Generator<Step> {
  const { world, module, binding } = rename;
  const { name, nameSpan } = definition;
  if (
    definition.decorators.some(({ name: decorator }) =>
      /(?:^|\.)(?:cached_)?property$|\.(?:setter|getter|deleter)$/.test(decorator),
    )
  )
    return;
  if (name === '__call__' && world.project.isWhole) {
    yield* callsOfObjects({ world, oldName: binding.name, newName: rename.newName }, definition, owner);
    yield* namedInSpecialCalls(rename, name);
    return;
  }
  if (CALLED_BY_NAME.test(name)) yield refuse('unknown-caller', name, module, nameSpan.start);
  const isSpecial = /^__.*__$/s.test(name);
  if (isSpecial && name !== '__init__') {
    yield* namedInSpecialCalls(rename, name);
    return;
  }
  if (!world.project.isWhole) yield decline('single-file', `callers of \`${name}\``);
  if (name === '__init__') {
    yield* constructorCalls(rename, owner);
    return;
  }
  const family = familyOf(world, owner, name);
  yield* objectionsToBases(world, family, name, undefined);
  const definers = [...family.members.values()].filter(
    (member) => classVariableOf(member.module, member.definition, name) !== undefined,
  );
  for (const reference of memberReferencesTo(world, family, name)) {
    if (reference.kind === 'objection') yield reference.objection;
    else if (reference.kind === 'text')
      yield refuse(
        'unknown-caller',
        shownOf(reference.module, nodeAt(reference.module.tree, reference.span.start)),
        reference.module,
        reference.span.start,
      );
    else if (reference.kind === 'variable') yield* usesInClass(rename, reference.module, reference.binding);
    else {
      const steps = [...stepsAt(rename, reference.module, reference.node)];
      const [shared] = definers.length > 1 || reference.kind === 'unknown' ? steps : [];
      if (shared === undefined) yield* steps;
      else if (reference.kind === 'unknown') yield reference.objection;
      else
        yield refuse(
          'shared-method',
          `\`${binding.name}\` of ${definers.length} definitions of \`${name}\``,
          reference.module,
          startOf(reference.module.tree, reference.node),
        );
    }
  }
  yield* escapesOf(world, family, name);
}

/** A special method gets its arguments by position, but where it is called as any other: `row.__getitem__(key=1)`. */
function* namedInSpecialCalls({ world, binding, newName }: ParameterRename, method: string): Generator<Step> {
  for (const module of world.modulesWith(method)) {
    const { tree } = module;
    for (const node of module.nodesOf(Kind.identifier)) {
      if (fieldOf(tree, node) !== Field.attribute || textOf(tree, node) !== method) continue;
      const use = useOf(world, module, parentOf(tree, node));
      if (use.use !== 'call' && use.use !== 'partial') continue;
      const [step] = keywordInCall(module, use.call, binding.name, newName);
      if (step !== undefined)
        yield refuse('unknown-caller', shownOf(module, use.call), module, startOf(tree, node));
    }
  }
}

function* usesInClass(rename: ParameterRename, module: TestModule, binding: Binding): Generator<Step> {
  const accessors = definitionsOf(module, binding).length;
  if (accessors > 0) yield* usesOfVariable(rename, module, binding);
}

/** Renames a parameter of a lambda, where its caller is known to pass it by position. */
export function* renameLambdaParameter(rename: ParameterRename): Generator<Step> {
  const { world, module, binding, newName } = rename;
  const lambda = binding.scope.node;
  yield* renameInFunction(rename);
  const isNamed = binding.definitions.some(({ node }) => isNamedParameter(module, node));
  if (isNamed) yield* callsOfValue(world, module, lambda, binding.name, newName);
}

/** Whether the caller of a lambda can pass a parameter by its name: no `*args`, `**kwargs`, or one before a `/`. */
function isNamedParameter({ tree }: TestModule, name: Node): boolean {
  let parameter = name;
  while (kindOf(tree, parentOf(tree, parameter)) !== Kind.lambda_parameters) {
    parameter = parentOf(tree, parameter);
    if (parameter === NO_NODE) return false;
  }
  const kind = kindOf(tree, parameter);
  if (kind === Kind.list_splat_pattern || kind === Kind.dictionary_splat_pattern) return false;
  return childrenOf(tree, parentOf(tree, parameter)).every(
    (sibling) => sibling < parameter || kindOf(tree, sibling) !== Kind.positional_separator,
  );
}
