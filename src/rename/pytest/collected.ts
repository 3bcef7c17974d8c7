import type { ClassOf } from '../values/value-kinds.ts';

/** pytest and unittest make the objects of test classes, and use the members that they know. */
export function isCollected({ module, definition }: ClassOf): boolean {
  return module.model.classes.some((testClass) => testClass.definition === definition);
}
