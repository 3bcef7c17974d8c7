import { argumentsOf, calledNameOf, calleeOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  ancestorOf,
  childIn,
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
import { isRead } from './attribute-reads.ts';
import { aliasesOf, ancestryOf, descendantsOf, type Family } from './families.ts';
import { literalsWith } from '../references/literals.ts';
import { remembered } from '../remembered.ts';
import type { ClassOf } from '../values/value-kinds.ts';
import { valueOf } from '../values/values.ts';
import type { World } from '../world.ts';

/** Whether no class of a family derives from a class, so that its `__subclasses__()`, and theirs, give none of them. */
export function hasNoneBelow(world: World, family: Family, top: ClassOf): boolean {
  if (family.related.has(top.definition)) return false;
  const below = [...descendantsOf(world, top).values()];
  const isKnown = below.every((one) =>
    ancestryOf(world, one).others.every(({ base }) => base.kind !== 'unknown'),
  );
  return (
    isKnown &&
    !isRedefined(world) &&
    [...family.descendants.values()].every((one) => isOnlyDerivedFrom(world, one)) &&
    ![...family.related.values()].some(({ module }) => makesClasses(module))
  );
}

/** Whether something of the project is called `__subclasses__`. */
function isRedefined(world: World): boolean {
  return world.modulesWith('__subclasses__').some(({ tree, nodesOf }) =>
    nodesOf(Kind.identifier).some((node) => {
      if (textOf(tree, node) !== '__subclasses__') return false;
      const attribute = parentOf(tree, node);
      return fieldOf(tree, node) !== Field.attribute || !isRead(tree, attribute);
    }),
  );
}

/** Whether a module makes classes by calls, of bases that are not written in a class statement. */
function makesClasses({ tree, nodesOf }: TestModule): boolean {
  return nodesOf(Kind.call).some(
    (call) =>
      /^(?:new_class|make_dataclass|with_metaclass)$/.test(calledNameOf(tree, call)) ||
      (calledNameOf(tree, call) === 'type' && argumentsOf(tree, call).length > 1),
  );
}

/** Whether the names of a class stand nowhere but in class statements, imports, calls of `super` and before a dot. */
export const isOnlyDerivedFrom = remembered(derivesFromItAlone);

function derivesFromItAlone(world: World, owner: ClassOf): boolean {
  return [...aliasesOf(world, owner)].every(
    (alias) =>
      world.mentionsOf(alias).length === 0 &&
      world.modulesWith(alias).every((module) => derivesAlone(world, owner, module, alias)),
  );
}

function derivesAlone(world: World, owner: ClassOf, module: TestModule, alias: string): boolean {
  const { tree } = module;
  if (tree.hasError || literalsWith(module, alias).some(({ isDocstring }) => !isDocstring)) return false;
  return module
    .nodesOf(Kind.identifier)
    .every(
      (node) => textOf(tree, node).normalize('NFKC') !== alias || isDerivationAt(world, owner, module, node),
    );
}

function isDerivationAt(world: World, owner: ClassOf, module: TestModule, node: Node): boolean {
  const { tree } = module;
  if (ancestorOf(tree, node, Kind.import_statement, Kind.import_from_statement) !== NO_NODE) return true;
  if (module.definitions.some(({ nameSpan }) => nameSpan.start === startOf(tree, node))) return true;
  const expression = fieldOf(tree, node) === Field.attribute ? parentOf(tree, node) : node;
  const value = valueOf(world, module, expression);
  if (value.kind === 'class' && value.class.definition !== owner.definition) return true;
  const parent = parentOf(tree, expression);
  switch (kindOf(tree, parent)) {
    case Kind.attribute:
      return (
        fieldOf(tree, expression) === Field.object &&
        isRead(tree, parent) &&
        !/^(?:__|mro$)/.test(textOf(tree, childIn(tree, parent, Field.attribute)))
      );
    case Kind.argument_list: {
      const outer = parentOf(tree, parent);
      return kindOf(tree, outer) === Kind.class_definition || calleeOf(tree, outer) === 'super';
    }
    default:
      return false;
  }
}
