import type { ClassDefinition } from '../python/definitions.ts';
import type { ClassOf } from './values.ts';
import type { World } from './world.ts';

/** A question about a class that is answered once for each state of the project. */
export function remembered<Answer>(
  question: (world: World, owner: ClassOf) => Answer,
): (world: World, owner: ClassOf) => Answer {
  const known = new WeakMap<World, Map<ClassDefinition, { readonly answer: Answer }>>();
  return (world, owner) => {
    const answers = known.get(world) ?? new Map<ClassDefinition, { readonly answer: Answer }>();
    known.set(world, answers);
    const present = answers.get(owner.definition) ?? { answer: question(world, owner) };
    answers.set(owner.definition, present);
    return present.answer;
  };
}
