import type { ClassDefinition } from '../../python/definitions.ts';
import { argumentsOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import {
  childIn,
  contains,
  Field,
  Kind,
  kindOf,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { callsAt, keywordInCall } from '../functions/callers.ts';
import {
  ancestryOf,
  basesOf,
  classKeywordsOf,
  classVariableOf,
  descendantsOf,
  familyOf,
} from './families.ts';
import { attributesOfForeignClass } from './known-classes.ts';
import { memberReferencesTo } from './member-references.ts';
import { unknownBase } from './members.ts';
import { unnamedCalls } from './unnamed-calls.ts';
import { shownOf } from '../visibility/observers.ts';
import { unknownDecorators } from '../references/definition-names.ts';
import { isOnlyExported } from '../references/exports.ts';
import { parameterInMessages } from '../visibility/parts-in-messages.ts';
import { occurrencesOf } from '../references/occurrences.ts';
import type { ParameterRename } from '../functions/parameters.ts';
import { referencesTo } from '../references/references.ts';
import { refuse, type Step } from '../steps.ts';
import type { ClassOf } from '../values/value-kinds.ts';
import { definitionNamedAt, valueOf } from '../values/values.ts';
import type { World } from '../world.ts';

/** The keyword of a parameter of `__init__` in the calls of its class, of the classes that inherit it, and of `super`. */
export function* constructorCalls(rename: ParameterRename, owner: ClassOf): Generator<Step> {
  yield* objectionsToOwner(rename, owner);
  const made: ClassOf[] = [];
  for (const heir of descendantsOf(rename.world, owner).values()) {
    const init = initOf(rename.world, heir);
    yield* superCalls(rename, owner, heir);
    if (init === 'unclear')
      yield refuse(
        'shared-method',
        `class ${heir.definition.name}`,
        heir.module,
        heir.definition.nameSpan.start,
      );
    if (init !== owner.definition) continue;
    yield* unknownDecorators(heir.module, heir.definition, () => false);
    yield* metaclassesOf(rename.world, heir);
    yield* takersOfTheSame(rename, heir);
    yield* callsOfClass(rename, heir);
    made.push(heir);
  }
  yield* unnamedCalls(rename, made);
}

/** `__new__` gets the arguments that `__init__` gets. */
function* takersOfTheSame({ world, binding, newName }: ParameterRename, heir: ClassOf): Generator<Step> {
  for (const { module, definition } of ancestryOf(world, heir).classes.values()) {
    const [place] = classVariableOf(module, definition, '__new__')?.definitions ?? [];
    if (place === undefined) continue;
    const maker = definitionNamedAt(module, place);
    const isFree =
      maker?.kind === 'function' &&
      maker.parameters.every(
        ({ name, kind }) => kind !== 'var-keyword' && name !== binding.name && name !== newName,
      );
    if (!isFree)
      yield refuse('shared-method', `\`__new__\` of class ${definition.name}`, module, place.start);
  }
}

function* objectionsToOwner({ world, binding }: ParameterRename, owner: ClassOf): Generator<Step> {
  const { module, definition } = owner;
  for (const keyword of classKeywordsOf(module, definition))
    yield refuse('data-member', shownOf(module, keyword), module, startOf(module.tree, keyword));
  for (const { base, of } of ancestryOf(world, owner).others) {
    const isKnown = base.kind === 'foreign' && attributesOfForeignClass(base.origin) !== undefined;
    if (!isKnown)
      yield refuse(
        'unknown-base',
        unknownBase(world, base, of, binding.name),
        of.module,
        of.definition.nameSpan.start,
      );
  }
}

/** A metaclass of the project, of a class or of one above it, may make objects of the class in its own way. */
function* metaclassesOf(world: World, heir: ClassOf): Generator<Step> {
  for (const { module, definition } of ancestryOf(world, heir).classes.values()) {
    const { tree } = module;
    for (const keyword of classKeywordsOf(module, definition)) {
      const isMetaclass = textOf(tree, childIn(tree, keyword, Field.name)) === 'metaclass';
      if (isMetaclass && valueOf(world, module, childIn(tree, keyword, Field.value)).kind !== 'foreign')
        yield refuse('data-member', shownOf(module, keyword), module, startOf(tree, keyword));
    }
  }
}

/** The class whose `__init__` objects of a class get: the one that derives from all others that have one. */
function initOf(world: World, heir: ClassOf): ClassDefinition | 'unclear' {
  const definers = [...ancestryOf(world, heir).classes.values()].filter(
    ({ module, definition }) => classVariableOf(module, definition, '__init__') !== undefined,
  );
  const first = definers.find((definer) => {
    const { classes } = ancestryOf(world, definer);
    return definers.every(({ definition }) => classes.has(definition));
  });
  return first?.definition ?? 'unclear';
}

function* callsOfClass(rename: ParameterRename, { module, definition }: ClassOf): Generator<Step> {
  const binding = module.bindings.bindingAt(definition.nameSpan.start);
  if (binding === undefined) return;
  if (binding.scope.kind === 'class') {
    yield* callsOfMember(rename, { module, definition });
    return;
  }
  if (binding.scope.kind !== 'module') {
    yield* usesOfClass(rename, module, binding);
    return;
  }
  for (const reference of referencesTo(rename.world, { module, binding })) {
    const { kind } = reference;
    if (kind === 'objection') yield reference.objection;
    else if (kind === 'fixture-name') continue;
    else if (kind === 'string' && isOnlyExported(rename.world, reference.module, reference.literal)) continue;
    else if (kind === 'variable' || kind === 'alias')
      yield* usesOfClass(rename, reference.module, reference.binding);
    else if (kind === 'attribute') yield* stepsAt(rename, reference.module, reference.node);
    else
      yield refuse(
        'unknown-caller',
        shownOf(reference.module, reference.literal.node),
        reference.module,
        reference.span.start,
      );
  }
}

/** The calls of a class that is a member of another: `self.Cart(…)`, `Shop.Cart(…)`. */
function* callsOfMember(rename: ParameterRename, { module, definition }: ClassOf): Generator<Step> {
  const { enclosing, name } = definition;
  if (enclosing?.kind !== 'class') return;
  const family = familyOf(rename.world, { module, definition: enclosing }, name);
  for (const reference of memberReferencesTo(rename.world, family, name)) {
    switch (reference.kind) {
      case 'objection':
      case 'unknown':
        yield reference.objection;
        break;
      case 'variable':
        yield* usesOfClass(rename, reference.module, reference.binding);
        break;
      case 'attribute':
        yield* stepsAt(rename, reference.module, reference.node);
        break;
      case 'text':
        yield refuse('unknown-caller', `\`${name}\``, reference.module, reference.span.start);
    }
  }
}

function* usesOfClass(rename: ParameterRename, module: TestModule, binding: Binding): Generator<Step> {
  for (const { node } of occurrencesOf(module, binding)) {
    if (binding.references.some((reference) => reference.node === node)) yield* stepsAt(rename, module, node);
  }
}

function* stepsAt(
  { world, binding, newName }: ParameterRename,
  module: TestModule,
  expression: Node,
): Generator<Step> {
  const { tree } = module;
  const parent = parentOf(tree, expression);
  if (isOwnUse(module, expression)) return;
  if (kindOf(tree, parent) === Kind.attribute) {
    const name = textOf(tree, childIn(tree, parent, Field.attribute));
    if (name !== '__init__') return;
  }
  const maker = kindOf(tree, parent) === Kind.attribute ? parent : expression;
  yield* callsAt(world, module, maker, binding.name, newName);
  yield* parameterInMessages(module, binding.name, [expression]);
}

/** Uses of a class that make no object of it: as a base, an annotation, an exception to catch, a class to test for. */
function isOwnUse({ tree }: TestModule, expression: Node): boolean {
  for (let node = expression, parent = parentOf(tree, node); ; node = parent, parent = parentOf(tree, node)) {
    switch (kindOf(tree, parent)) {
      case Kind.tuple:
      case Kind.parenthesized_expression:
        continue;
      case Kind.type:
      case Kind.except_clause:
      case Kind.as_pattern:
      case Kind.class_pattern:
      case Kind.dotted_name:
        return true;
      case Kind.argument_list: {
        const outer = parentOf(tree, parent);
        if (kindOf(tree, outer) === Kind.class_definition) return true;
        const called = textOf(tree, childIn(tree, outer, Field.function));
        if (/^(?:isinstance|issubclass)$|(?:^|\.)assertIsInstance$/.test(called)) return true;
        const isFirst = argumentsOf(tree, outer)[0]?.value === node;
        return isFirst && /(?:^|\.)(?:raises|assertRaises\w*|patch\.object)$/.test(called);
      }
      default:
        return false;
    }
  }
}

/** `super().__init__(…)` in a class. */
function* superCalls(
  { world, binding, newName }: ParameterRename,
  owner: ClassOf,
  { module, definition }: ClassOf,
): Generator<Step> {
  const { tree } = module;
  for (const call of module.nodesOf(Kind.call)) {
    if (!contains(tree, definition.node, call)) continue;
    const callee = childIn(tree, call, Field.function);
    if (
      kindOf(tree, callee) === Kind.attribute &&
      textOf(tree, childIn(tree, callee, Field.attribute)) === '__init__'
    ) {
      const object = valueOf(world, module, childIn(tree, callee, Field.object));
      if (object.kind !== 'super' || !isNextInit(world, owner, object.class)) continue;
      yield* keywordInCall(module, call, binding.name, newName);
    }
  }
}

/** Whether the `__init__` after that of a class is the owner's, for one of its bases at least. */
function isNextInit(world: World, owner: ClassOf, { module, definition }: ClassOf): boolean {
  return basesOf(world, { module, definition }).some(
    (base) => base.kind === 'class' && initOf(world, base.class) === owner.definition,
  );
}
