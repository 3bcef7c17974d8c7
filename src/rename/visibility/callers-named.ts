import type { Definition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  childIn,
  contains,
  Field,
  fieldOf,
  Kind,
  NO_NODE,
  type Node,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { conftestsAbove, pluginsOf } from '../pytest/test-modules.ts';
import { filesImportedBy } from '../references/imported-files.ts';
import { type Objection, refuse } from '../steps.ts';
import type { World } from '../world.ts';
import { farHelpersOf } from './far-helpers.ts';

/**
 * Objects where a function or method calls something that asks by whom it is called, in another file: a helper, a
 * fixture, or what its class inherits. The class of a method is seen in the variables of its frame.
 */
export function* calleesThatName(
  world: World,
  module: TestModule,
  definition: Definition,
): Generator<Objection> {
  const { tree } = module;
  const names = namesThatSee(world, module, definition);
  if (names.size === 0) return;
  const bases = superclassesAround(module, definition);
  const seeing = module.nodesOf(Kind.identifier).find((node) => {
    if (!names.has(textOf(tree, node)) || fieldOf(tree, node) === Field.name) return false;
    return contains(tree, definition.node, node) || bases.some((base) => contains(tree, base, node));
  });
  if (seeing === undefined) return;
  const found = `\`${textOf(tree, seeing)}\`, which looks into its callers,`;
  yield refuse('frame', found, module, startOf(tree, seeing));
}

/** The names in a module of what sees by whom it is called. */
function namesThatSee(
  world: World,
  module: TestModule,
  { kind, enclosing }: Definition,
): ReadonlySet<string> {
  const { project } = world;
  const names = new Set<string>();
  const isOfClass = kind === 'class' || enclosing?.kind === 'class';
  for (const path of [module.path, ...filesImportedBy(world, module)]) {
    const far = farHelpersOf(project, path);
    for (const name of far?.ofCallers ?? []) names.add(name);
    if (isOfClass) for (const name of far?.ofFrames ?? []) names.add(name);
  }
  const conftests = conftestsAbove(project, module.path);
  for (const other of new Set([...conftests, ...pluginsOf(project, conftests)])) {
    const far = farHelpersOf(project, other.path);
    for (const { name, definition } of other.model.fixtures) {
      const isSeeing =
        far?.ofCallers.has(definition.name) || (isOfClass && far?.ofFrames.has(definition.name));
      if (isSeeing === true) names.add(name);
    }
  }
  return names;
}

/** The lists of bases of a definition and of those around it. */
function superclassesAround({ tree }: TestModule, definition: Definition): readonly Node[] {
  const lists: Node[] = [];
  for (let around: Definition | undefined = definition; around !== undefined; around = around.enclosing) {
    const list = around.kind === 'class' ? childIn(tree, around.node, Field.superclasses) : NO_NODE;
    if (list !== NO_NODE) lists.push(list);
  }
  return lists;
}
