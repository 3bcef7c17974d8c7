import { valueGivenTo } from '../python/expressions.ts';
import type { TestModule } from '../python/module.ts';
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
  textOf,
} from '../python/syntax.ts';
import { ancestryOf } from './families.ts';
import { attributesOfForeignClass } from './known-classes.ts';
import { literalsWith } from './literals.ts';
import type { Passed } from './passed-values.ts';
import { type ClassOf, valueOf } from './values.ts';
import type { World } from './world.ts';

/**
 * All that an attribute of an object may hold: what the project stores in attributes of that name, of whatever object.
 * Undefined where something else may store in it.
 */
export function storedIn(world: World, module: TestModule, attribute: Node): readonly Passed[] | undefined {
  const { tree } = module;
  if (kindOf(tree, attribute) !== Kind.attribute) return undefined;
  const name = textOf(tree, childIn(tree, attribute, Field.attribute)).normalize('NFKC');
  const object = valueOf(world, module, childIn(tree, attribute, Field.object));
  if (object.kind !== 'instance' || !isOwn(world, object.class, name)) return undefined;
  const stored: Passed[] = [];
  for (const other of world.modulesWith(name)) {
    if (other.tree.hasError || literalsWith(other, name).some(({ isDocstring }) => !isDocstring))
      return undefined;
    for (const node of other.nodesOf(Kind.identifier)) {
      if (textOf(other.tree, node).normalize('NFKC') !== name) continue;
      const value = storedAt(other, node);
      if (value === NO_NODE) return undefined;
      if (value !== 'read') stored.push({ module: other, node: value });
    }
  }
  return stored.length === 0 || world.mentionsOf(name).length > 0 ? undefined : stored;
}

/** Whether no class outside of the project gives the objects of a class an attribute of that name. */
function isOwn(world: World, owner: ClassOf, name: string): boolean {
  if (name.startsWith('__')) return false;
  return ancestryOf(world, owner).others.every(
    ({ base }) => base.kind === 'foreign' && attributesOfForeignClass(base.origin)?.has(name) === false,
  );
}

/** What is stored in an attribute where its name stands; NO_NODE for something that is not known. */
function storedAt(module: TestModule, node: Node): Node | 'read' {
  const { tree, bindings } = module;
  const parent = parentOf(tree, node);
  if (fieldOf(tree, node) === Field.attribute) {
    const value = valueGivenTo(tree, parent);
    return value === NO_NODE && isRead(tree, parent) ? 'read' : value;
  }
  if (kindOf(tree, parent) === Kind.keyword_argument) return NO_NODE;
  const binding = bindings.bindingAt(startOf(tree, node));
  if (binding?.scope.kind !== 'class') return 'read';
  return binding.definitions.some((definition) => definition.node === node)
    ? valueGivenTo(tree, node)
    : 'read';
}

/** Whether an attribute is no target of anything. */
function isRead(tree: TestModule['tree'], attribute: Node): boolean {
  const kind = kindOf(tree, parentOf(tree, attribute));
  return (
    fieldOf(tree, attribute) !== Field.left &&
    ![
      Kind.pattern_list,
      Kind.tuple_pattern,
      Kind.list_pattern,
      Kind.list_splat_pattern,
      Kind.as_pattern_target,
    ].some((target) => target === kind)
  );
}
