import type { TestModule } from '../../python/module.ts';
import { isConftest } from '../pytest/providers.ts';
import { moduleNameOf } from '../references/links.ts';
import { rememberedOf } from '../remembered.ts';
import { isPython, type World } from '../world.ts';

/**
 * The other Python files that may use a module, or run it, since they name it or the package that it is in. Those of a
 * module of tests are none: what runs its tests is looked at by `conftestsThatSee`.
 */
export function onlookersOf(world: World, module: TestModule): readonly string[] {
  if (!world.project.isWhole || (module.model.tests.length > 0 && !isConftest(module))) return [];
  return filesNaming(world, module.path);
}

const filesNaming = rememberedOf((world, path): readonly string[] => {
  const names = moduleNameOf(path).split('.').slice(-2);
  const paths = new Set(names.flatMap((name) => world.pathsNaming(name)));
  return [...paths].filter((other) => other !== path && isPython(other));
});
