import { calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import { childIn, Field, Kind, kindOf, type Node, startOf } from '../../python/syntax.ts';
import { valueOf } from '../values/values.ts';
import { rememberedOf } from '../remembered.ts';
import type { World } from '../world.ts';

/** Whether what a call calls is, or may be, of the project, and not what a library is known to have under that name. */
export function isOfProject(world: World, module: TestModule, call: Node): boolean {
  const { tree, bindings } = module;
  const callee = childIn(tree, call, Field.function);
  const isName = kindOf(tree, callee) === Kind.identifier;
  if (isName) {
    const kind = bindings.bindingAt(startOf(tree, callee))?.kind;
    if (kind !== 'unbound' && kind !== 'import') return true;
  }
  switch (valueOf(world, module, callee).kind) {
    case 'foreign':
      return false;
    case 'foreign-instance':
    case 'unknown':
      return !isMemberOfForeign(world, module, callee) && isDefinedIn(world, calledNameOf(tree, call));
    case 'class':
    case 'function':
    case 'instance':
    case 'module':
    case 'super':
      return true;
  }
}

function isMemberOfForeign(world: World, module: TestModule, callee: Node): boolean {
  const { tree } = module;
  if (kindOf(tree, callee) !== Kind.attribute) return false;
  const { kind } = valueOf(world, module, childIn(tree, callee, Field.object));
  return kind === 'foreign' || kind === 'foreign-instance';
}

/** Whether a function of that name is defined anywhere in the project. */
export const isDefinedIn = rememberedOf((world, name): boolean =>
  pathsDefining(world, name).some((path) =>
    world.project
      .module(path)
      ?.definitions.some((definition) => definition.kind === 'function' && definition.name === name),
  ),
);

/** The files whose text says that they define a function of that name: only they need to be read. */
export function pathsDefining({ project, pathsWith }: World, name: string): readonly string[] {
  const definition = new RegExp(String.raw`\bdef[\s\\]+${name}\b`);
  return pathsWith(name).filter((path) => definition.test(project.text(path)?.normalize('NFKC') ?? ''));
}
