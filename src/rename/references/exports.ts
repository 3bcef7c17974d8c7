import type { TestModule } from '../../python/module.ts';
import type { World } from '../world.ts';
import type { Literal } from './literals.ts';
import { formOf } from './strings.ts';

/** Whether a string is one of `__all__`, which nothing reads but star imports: whatever they bring is seen itself. */
export function isOnlyExported(world: World, module: TestModule, literal: Literal): boolean {
  return formOf(module, literal).form === 'export' && !isExportListRead(world);
}

const known = new WeakMap<World, boolean>();

function isExportListRead(world: World): boolean {
  const present = known.get(world);
  if (present !== undefined) return present;
  const { project, pathsWith } = world;
  const answer = pathsWith('__all__').some((path) => READ.test(project.text(path) ?? ''));
  known.set(world, answer);
  return answer;
}

/** Any use of `__all__` but to assign a list of strings to it, or to add one, at the start of a line. */
const READ = /(?<!^)\b__all__\b|^__all__\b(?!\s*\+?=\s*[[(]|\s*:[^=\n]*=\s*[[(]|\.(?:append|extend)\()/m;
