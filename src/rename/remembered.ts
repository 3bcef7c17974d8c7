import type { ClassDefinition, Definition } from '../python/definitions.ts';
import type { World } from './world.ts';

/** A question about a class or function, answered once for each state of the project. */
export function remembered<Owner extends { readonly definition: Definition }, Answer>(
  question: (world: World, owner: Owner) => Answer,
): (world: World, owner: Owner) => Answer {
  const known = new WeakMap<World, Map<Definition, { readonly answer: Answer }>>();
  return (world, owner) => {
    const answers = known.get(world) ?? new Map<Definition, { readonly answer: Answer }>();
    known.set(world, answers);
    const present = answers.get(owner.definition) ?? { answer: question(world, owner) };
    answers.set(owner.definition, present);
    return present.answer;
  };
}

/** The same for a question about a name of a class. */
export function rememberedByName<Owner extends { readonly definition: ClassDefinition }, Answer>(
  question: (world: World, owner: Owner, name: string) => Answer,
): (world: World, owner: Owner, name: string) => Answer {
  const answersOf = remembered((): Map<string, { readonly answer: Answer }> => new Map());
  return (world, owner, name) => {
    const answers = answersOf(world, owner);
    const present = answers.get(name) ?? { answer: question(world, owner, name) };
    answers.set(name, present);
    return present.answer;
  };
}

/** The same for a question about a word alone. */
export function rememberedOf<Answer>(
  question: (world: World, word: string) => Answer,
): (world: World, word: string) => Answer {
  const known = new WeakMap<World, Map<string, { readonly answer: Answer }>>();
  return (world, word) => {
    const answers = known.get(world) ?? new Map<string, { readonly answer: Answer }>();
    known.set(world, answers);
    const present = answers.get(word) ?? { answer: question(world, word) };
    answers.set(word, present);
    return present.answer;
  };
}

/** The same for a question about nothing but the project. */
export function rememberedOfAll<Answer>(question: (world: World) => Answer): (world: World) => Answer {
  const known = new WeakMap<World, { readonly answer: Answer }>();
  return (world) => {
    const present = known.get(world) ?? { answer: question(world) };
    known.set(world, present);
    return present.answer;
  };
}
