import type { FunctionDefinition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import {
  childIn,
  contains,
  Field,
  fieldOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { ancestryOf, classKeywordsOf, classVariableOf, descendantsOf } from '../members/families.ts';
import { attributesOfForeignClass } from '../members/known-classes.ts';
import { occurrencesOf } from '../references/occurrences.ts';
import { isAnnotationNode } from '../references/annotations.ts';
import { referencesTo } from '../references/references.ts';
import { refuse, type Step } from '../steps.ts';
import type { ClassOf } from '../values/value-kinds.ts';
import { doubts } from '../values/doubts.ts';
import { namesItsVariables } from '../values/passed-values.ts';
import { observersOf, shownOf } from '../visibility/observers.ts';
import { findersIn } from '../visibility/reach.ts';
import { computedLookupsOf } from '../members/lookups.ts';
import { lastPartOf, type Link } from '../references/links.ts';
import { valueOf } from '../values/values.ts';
import type { World } from '../world.ts';
import { callsAt, callsOfValue } from './callers.ts';

interface KeywordRename {
  readonly world: World;
  readonly oldName: string;
  readonly newName: string;
}

/**
 * The keyword of a parameter of `__call__` in the calls of the objects of a class, which are followed from where they
 * are made: it has no heirs, its methods use `self` for attributes alone, and each object is called where it is made
 * or where a local variable holds it.
 */
export function* callsOfObjects(
  rename: KeywordRename,
  definition: FunctionDefinition,
  owner: ClassOf,
): Generator<Step> {
  const { world } = rename;
  const { module } = owner;
  const binding = module.bindings.bindingAt(owner.definition.nameSpan.start);
  if (
    binding?.definitions.length !== 1 ||
    binding.scope.kind === 'class' ||
    !isAlone(world, owner, definition)
  ) {
    yield refuse('unknown-caller', definition.name, module, definition.nameSpan.start);
    return;
  }
  for (const method of module.definitions) {
    if (method.kind === 'function' && method.enclosing === owner.definition)
      yield* usesOfSelf(rename, module, method);
  }
  if (binding.scope.kind !== 'module') {
    yield* usesOfClass(rename, module, binding);
    return;
  }
  for (const reference of referencesTo(world, { module, binding })) {
    if (reference.kind === 'objection') yield reference.objection;
    else if (reference.kind === 'variable' || reference.kind === 'alias')
      yield* usesOfClass(rename, reference.module, reference.binding);
    else if (reference.kind === 'attribute') yield* objectsMadeAt(rename, reference.module, reference.node);
    else yield unknownCaller(reference.module, reference.literal.node);
  }
}

/** Whether the objects of a class are its own alone, and a call of one calls the method. */
function isAlone(world: World, owner: ClassOf, method: FunctionDefinition): boolean {
  const { module, definition } = owner;
  const { classes, others } = ancestryOf(world, owner);
  const isPlain = others.every(
    ({ base }) => base.kind === 'foreign' && attributesOfForeignClass(base.origin)?.size === 0,
  );
  const isOnly = classVariableOf(module, definition, method.name)?.definitions.length === 1;
  return (
    isPlain &&
    isOnly &&
    classes.size === 1 &&
    descendantsOf(world, owner).size === 1 &&
    method.decorators.length === 0 &&
    definition.decorators.length === 0 &&
    classKeywordsOf(module, definition).length === 0 &&
    doubts().makesItsObjects(world, owner) &&
    WAYS_TO_SELF.every((word) => world.pathsWith(word).length === 0) &&
    !namesItsClass(module, definition.node) &&
    !isTakenUnnamed(world, owner)
  );
}

/** Whether something may take a class out of its module, or out of the variables of another, by a computed name. */
function isTakenUnnamed(world: World, { module, definition }: ClassOf): boolean {
  const isHome = ({ link }: { readonly link: Link }) => link.to !== 'module' || link.path === module.path;
  const looksInto = (other: TestModule) =>
    computedLookupsOf(other).some(({ object }) => {
      const value = valueOf(world, other, object);
      return value.kind === 'module' && isHome(value);
    });
  const naming = world.modulesWith(definition.name);
  const seesAll = naming.some((other) =>
    observersOf(other).some(({ kind }) => kind === 'namespace' || kind === 'dynamic-code'),
  );
  return (
    seesAll ||
    findersIn(world).length > 0 ||
    [...naming, ...world.modulesWith(lastPartOf(module))].some(looksInto)
  );
}

/** How else than by a name somebody gets at the object of a bound method, or at all objects. */
const WAYS_TO_SELF = ['__self__', 'im_self', 'get_objects', 'get_referrers', '__subclasses__'];

function namesItsClass({ tree, nodesOf }: TestModule, definition: Node): boolean {
  return nodesOf(Kind.identifier).some(
    (node) => /^(?:__class__|super)$/.test(textOf(tree, node)) && contains(tree, definition, node),
  );
}

function* usesOfSelf(rename: KeywordRename, module: TestModule, method: FunctionDefinition): Generator<Step> {
  const { tree } = module;
  const [decorator, ...more] = method.decorators;
  if (decorator?.name === 'staticmethod' && more.length === 0) return;
  const [self] = method.parameters;
  const binding = self === undefined ? undefined : module.bindings.bindingAt(self.span.start);
  const isKnown =
    (decorator === undefined || (decorator.name === 'property' && more.length === 0)) &&
    self?.kind !== 'var-positional' &&
    binding?.definitions.length === 1 &&
    !namesItsVariables(module, binding);
  if (!isKnown || binding === undefined) {
    yield refuse('unknown-caller', method.name, module, method.nameSpan.start);
    return;
  }
  for (const { node } of binding.references) {
    const parent = parentOf(tree, node);
    const isAsked = kindOf(tree, parent) === Kind.attribute && fieldOf(tree, node) === Field.object;
    if (isAsked && !textOf(tree, childIn(tree, parent, Field.attribute)).startsWith('__')) continue;
    yield* callsAt(rename.world, module, node, rename.oldName, rename.newName);
  }
}

function* usesOfClass(rename: KeywordRename, module: TestModule, binding: Binding): Generator<Step> {
  for (const { node } of occurrencesOf(module, binding)) {
    if (binding.references.some((reference) => reference.node === node))
      yield* objectsMadeAt(rename, module, node);
  }
}

/** What becomes of the object that a class makes where it is named. */
function* objectsMadeAt(rename: KeywordRename, module: TestModule, named: Node): Generator<Step> {
  const { tree, bindings } = module;
  if (isAnnotationNode(tree, named)) return;
  const call = parentOf(tree, named);
  if (kindOf(tree, call) !== Kind.call || fieldOf(tree, named) !== Field.function) {
    yield unknownCaller(module, call);
    return;
  }
  const assignment = parentOf(tree, call);
  const target =
    kindOf(tree, assignment) === Kind.assignment ? childIn(tree, assignment, Field.left) : NO_NODE;
  const holder = target === NO_NODE ? undefined : bindings.bindingAt(startOf(tree, target));
  if (holder !== undefined && namesItsVariables(module, holder)) yield unknownCaller(module, call);
  yield* callsOfValue(rename.world, module, call, rename.oldName, rename.newName);
}

const unknownCaller = (module: TestModule, node: Node) =>
  refuse('unknown-caller', shownOf(module, node), module, startOf(module.tree, node));
