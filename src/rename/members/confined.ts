import type { ClassDefinition, FunctionDefinition } from '../../python/definitions.ts';
import { argumentsOf, calleeOf } from '../../python/expressions.ts';
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
  textOf,
} from '../../python/syntax.ts';
import { isCollected } from '../pytest/collected.ts';
import { storesByComputedName } from './computed-stores.ts';
import { unknownDecorators } from '../references/definition-names.ts';
import { isOnlyDerivedFrom } from './derivations.ts';
import { ancestryOf, classKeywordsOf, descendantsOf } from './families.ts';
import { attributesOfForeignClass } from './known-classes.ts';
import { callOf } from '../references/called-at.ts';
import { observersOf } from '../visibility/observers.ts';
import { findersIn, runnersIn } from '../visibility/reach.ts';
import { remembered } from '../remembered.ts';
import type { ClassOf } from '../values/value-kinds.ts';
import { valueOf } from '../values/values.ts';
import type { World } from '../world.ts';

/** The classes of objects that nothing but their own methods has in hand. */
export interface Confinement {
  /** The class, those that derive from it, and all that these derive from in the project. */
  readonly kin: ReadonlyMap<ClassDefinition, ClassOf>;
  /** The attributes that classes outside of the project give to the objects. */
  readonly foreign: ReadonlySet<string>;
}

/**
 * The confinement of the objects of a class: the test runner alone makes them, their methods use `self` for its
 * attributes alone, and nothing uses the classes but to derive from them. Undefined where something else may hold them.
 */
export const confinementOf = remembered(newConfinement);

function newConfinement(world: World, owner: ClassOf): Confinement | undefined {
  const kin = new Map<ClassDefinition, ClassOf>();
  const foreign = new Set<string>();
  for (const descendant of descendantsOf(world, owner).values()) {
    const { classes, others } = ancestryOf(world, descendant);
    if (!isCollected(descendant)) return undefined;
    for (const { base } of others) {
      const attributes = base.kind === 'foreign' ? attributesOfForeignClass(base.origin) : undefined;
      if (attributes === undefined) return undefined;
      for (const name of attributes) foreign.add(name);
    }
    for (const one of classes.values()) kin.set(one.definition, one);
  }
  const confinement = { kin, foreign };
  const isKept = [...kin.values()].every(
    (one) => isPlainClass(world, one) && keepsSelf(confinement, one) && isOnlyDerivedFrom(world, one),
  );
  return isKept && !isStoredInByRunners(world) ? confinement : undefined;
}

/** Whether what runs or finds tests stores attributes by computed names in something that is not known. */
function isStoredInByRunners(world: World): boolean {
  const holders = new Set([...runnersIn(world), ...findersIn(world), ...world.modulesWith('pytest')]);
  return [...holders].some((module) => storesByComputedName(world, module, ({ kind }) => kind === 'unknown'));
}

/** Whether no decorator, metaclass or descriptor gets the class or its objects, and no function from elsewhere is a method. */
function isPlainClass(world: World, { module, definition }: ClassOf): boolean {
  const { tree } = module;
  if (definition.decorators.length > 0) return false;
  const isAbstract = (keyword: Node) =>
    module.imports.originOf(textOf(tree, childIn(tree, keyword, Field.value))) === 'abc.ABCMeta';
  if (!classKeywordsOf(module, definition).every(isAbstract)) return false;
  const variables = module.bindings.scopeAt(definition.node)?.symbols.values() ?? [];
  return [...variables].every(
    ({ binding, flags }) => !flags.local || isPlainVariable(world, module, binding),
  );
}

function isPlainVariable(world: World, module: TestModule, binding: Binding): boolean {
  return binding.definitions.every(({ node, start }) => {
    if (module.definitions.some(({ nameSpan }) => nameSpan.start === start)) return true;
    const value = childIn(module.tree, parentOf(module.tree, node), Field.right);
    return (
      value !== NO_NODE &&
      kindOf(module.tree, value) !== Kind.lambda &&
      valueOf(world, module, value).kind === 'foreign-instance'
    );
  });
}

/** Whether the methods of a class use `self` and `cls` for attributes alone. */
function keepsSelf(confinement: Confinement, { module, definition }: ClassOf): boolean {
  const { tree } = module;
  const methods = module.definitions.filter(({ enclosing }) => enclosing === definition);
  const seesMore =
    observersOf(module).some(
      ({ kind, node }) => kind !== 'signature' && contains(tree, definition.node, node),
    ) ||
    module
      .nodesOf(Kind.identifier)
      .some((node) => textOf(tree, node) === '__class__' && contains(tree, definition.node, node));
  return (
    !seesMore &&
    methods.every((method) => method.kind === 'class' || isKeptIn(confinement, module, method)) &&
    module
      .nodesOf(Kind.call)
      .every(
        (call) =>
          calleeOf(tree, call) !== 'super' ||
          !contains(tree, definition.node, call) ||
          isKeptAt(confinement, module, call),
      )
  );
}

function isKeptIn(confinement: Confinement, module: TestModule, method: FunctionDefinition): boolean {
  const { name, decorators, parameters } = method;
  if (/^__.*__$/s.test(name) && name !== '__init__') return false;
  if (unknownDecorators(module, method, () => false).next().done !== true) return false;
  if (decorators.some((decorator) => decorator.name === 'staticmethod')) return true;
  const [self] = parameters;
  const binding = self === undefined ? undefined : module.bindings.bindingAt(self.span.start);
  if (binding === undefined || self?.kind === 'var-positional' || binding.definitions.length > 1)
    return false;
  return binding.references.every(({ node }) => isKeptAt(confinement, module, node));
}

/** Whether an object is used for an attribute there, which is no bound method that something else could call. */
function isKeptAt({ kin, foreign }: Confinement, module: TestModule, object: Node): boolean {
  const { tree } = module;
  const parent = parentOf(tree, object);
  if (kindOf(tree, parent) !== Kind.attribute || fieldOf(tree, object) !== Field.object)
    return isGivenToSuper(module, object);
  const name = textOf(tree, childIn(tree, parent, Field.attribute));
  if (name.startsWith('__') && name !== '__init__') return false;
  if (callOf(module, childIn(tree, parent, Field.attribute)) !== NO_NODE) return true;
  return !foreign.has(name) && ![...kin.values()].some((one) => hasMethod(one, name));
}

const hasMethod = ({ module, definition }: ClassOf, name: string) =>
  module.definitions.some((one) => one.enclosing === definition && one.name === name);

/** The second argument of `super(Cart, self)`. */
function isGivenToSuper({ tree }: TestModule, node: Node): boolean {
  const call = parentOf(tree, parentOf(tree, node));
  if (call === NO_NODE || kindOf(tree, call) !== Kind.call) return false;
  return calleeOf(tree, call) === 'super' && argumentsOf(tree, call)[1]?.value === node;
}
