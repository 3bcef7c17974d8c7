import { argumentsOf, calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  childIn,
  Field,
  fieldOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  type SyntaxTree,
  textOf,
} from '../../python/syntax.ts';
import { aliasesOf, ancestryOf, descendantsOf } from '../members/families.ts';
import { attributesOfForeignClass } from '../members/known-classes.ts';
import { computedLookupsOf } from '../members/lookups.ts';
import { mayCompose } from '../references/compositions.ts';
import { remembered } from '../remembered.ts';
import { kinOf } from './kin.ts';
import { loopedConstants } from './loops.ts';
import type { ClassOf } from './value-kinds.ts';
import { valueOf } from './values.ts';
import type { World } from '../world.ts';

/** Whether something may call a method of a class by a name that is not written as such: foreign, computed or mangled. */
export function isCalledUnwritten(world: World, owner: ClassOf, name: string): boolean {
  const { others } = kinOf(world, owner);
  // A test case has all kinds of heirs, and what they are mixed with from elsewhere knows nothing of its helpers.
  const isTestCase = others.some(({ base }) => base.kind === 'foreign' && base.origin.endsWith('TestCase'));
  const above = ancestryOf(world, owner).classes;
  const isForeign = others.some(({ base, of }) => {
    const known = base.kind === 'foreign' ? attributesOfForeignClass(base.origin) : undefined;
    const isOfTestCase = base.kind === 'foreign' && base.origin.endsWith('TestCase');
    const isApart = isTestCase && (isOfTestCase || !above.has(of.definition));
    return known === undefined ? !isApart : known.has(name);
  });
  const isMangled =
    name.startsWith('__') &&
    world.pathsNaming(`_${owner.definition.name.replace(/^_+/, '')}${name}`).length > 0;
  return isForeign || isMangled || isLookedUp(world, owner, name, !isTestCase);
}

/**
 * Whether a module that has or names a class looks up a computed name, which may be the given one, in its objects;
 * `inUnknown`: or in what may be one.
 */
function isLookedUp(world: World, owner: ClassOf, name: string, inUnknown: boolean): boolean {
  const { classes, modules } = surroundingsOf(world, owner);
  return modules.some((module) =>
    computedLookupsOf(module).some(({ node, object }) => {
      if (!mayGive(module, node, name) || isUncalled(module, node)) return false;
      const value = valueOf(world, module, object);
      if (value.kind === 'instance' && isOwnDictionary(module.tree, node)) return false;
      if ('class' in value) return classes.has(value.class.definition);
      // What lists all members of something unknown seldom calls them with objects of its own.
      return inUnknown && value.kind === 'unknown' && isGetattr(module.tree, node);
    }),
  );
}

const isGetattr = (tree: TestModule['tree'], lookup: Node) =>
  kindOf(tree, lookup) === Kind.call &&
  /^(?:getattr|attrgetter|methodcaller)$/.test(calledNameOf(tree, lookup));

/** Whether a lookup is in the `__dict__` of its object, which, when that is no class, has no methods. */
const isOwnDictionary = (tree: TestModule['tree'], lookup: Node) =>
  kindOf(tree, lookup) === Kind.call
    ? calledNameOf(tree, lookup) === 'vars'
    : textOf(tree, lookup) === '__dict__';

const surroundingsOf = remembered((world: World, owner: ClassOf) => {
  const below = [...descendantsOf(world, owner).values()];
  const { classes } = kinOf(world, owner);
  const modules = new Set([
    ...Array.from(classes.values(), ({ module }) => module),
    ...below.flatMap((one) => [...aliasesOf(world, one)]).flatMap(world.modulesWith),
  ]);
  return { classes, modules: [...modules] };
});

/** Whether a lookup may give what has a name: it tells more than whether there is any, and the name starts as it says. */
function mayGive(module: TestModule, lookup: Node, name: string): boolean {
  const { tree } = module;
  if (kindOf(tree, lookup) !== Kind.call) return textOf(tree, lookup) !== '__slots__';
  const called = calledNameOf(tree, lookup);
  if (/^(?:setattr|hasattr|delattr|__setattr__|__delattr__|object|dir)$/.test(called)) return false;
  if (called !== 'getattr') return true;
  const key = argumentsOf(tree, lookup)[1]?.value ?? NO_NODE;
  const written = key === NO_NODE ? undefined : loopedConstants(module, key);
  if (written !== undefined) return written.includes(name);
  return key === NO_NODE || mayCompose(module, key, name);
}

/** Whether nothing can call what a lookup gives: it is asked for attributes and elements alone, as a variable too. */
function isUncalled(module: TestModule, lookup: Node): boolean {
  const { tree, bindings } = module;
  if (kindOf(tree, lookup) !== Kind.call || calledNameOf(tree, lookup) !== 'getattr') return false;
  if (isAskedOnly(tree, lookup)) return true;
  const assignment = parentOf(tree, lookup);
  const target =
    kindOf(tree, assignment) === Kind.assignment ? childIn(tree, assignment, Field.left) : NO_NODE;
  const binding = target === NO_NODE ? undefined : bindings.bindingAt(startOf(tree, target));
  if (fieldOf(tree, assignment) === Field.right) return false;
  if (binding?.scope.kind !== 'function' || kindOf(tree, target) !== Kind.identifier) return false;
  return binding.references.every(({ node }) => isTarget(tree, node) || isAskedOnly(tree, node));
}

const isTarget = (tree: SyntaxTree, node: Node) =>
  fieldOf(tree, node) === Field.left && kindOf(tree, parentOf(tree, node)) === Kind.assignment;

/** Whether an expression is all that something looks in: `mock.called`, but no special attribute, and `row["key"]`. */
function isAskedOnly(tree: SyntaxTree, node: Node): boolean {
  const outer = parentOf(tree, node);
  switch (kindOf(tree, outer)) {
    case Kind.attribute:
      return !textOf(tree, childIn(tree, outer, Field.attribute)).startsWith('__');
    case Kind.subscript:
      return fieldOf(tree, node) === Field.value;
    default:
      return false;
  }
}
