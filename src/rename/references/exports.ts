import type { TestModule } from '../../python/module.ts';
import { rememberedOfAll } from '../remembered.ts';
import type { World } from '../world.ts';
import type { Literal } from './literals.ts';
import { formOf } from './strings.ts';

/** Whether a string is one of `__all__`, which nothing reads but star imports: whatever they bring is seen itself. */
export function isOnlyExported(world: World, module: TestModule, literal: Literal): boolean {
  return formOf(module, literal).form === 'export' && !isExportListRead(world);
}

const isExportListRead = rememberedOfAll((world): boolean => {
  const { project, pathsWith } = world;
  return pathsWith('__all__').some((path) => READ.test(project.text(path) ?? ''));
});

/** Any use of `__all__` but to assign a list of strings to it, or to add one, at the start of a line. */
const READ = /(?<!^)\b__all__\b|^__all__\b(?!\s*\+?=\s*[[(]|\s*:[^=\n]*=\s*[[(]|\.(?:append|extend)\()/m;
