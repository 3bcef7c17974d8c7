import type { Definition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import { metaclassesToldNames } from '../members/metaclasses.ts';
import { objectionsToDefinition } from '../references/definition-names.ts';
import { occurrencesOf } from '../references/occurrences.ts';
import type { Step } from '../steps.ts';
import type { World } from '../world.ts';
import { computedFromNames } from './computed-from-names.ts';
import { helpersThatAskForNames } from './helpers-that-see.ts';
import { namesInLogs } from './logged-names.ts';
import { readNames } from './names-read.ts';
import { namesOfFrames } from './names-of-frames.ts';

/** Objects where the program is told what a function or class of a module or a function is called, other than by its name. */
export function* toldNames(
  world: World,
  module: TestModule,
  binding: Binding,
  definition: Definition,
): Generator<Step> {
  yield* objectionsToDefinition(module, definition);
  yield* readNames(world, module, definition);
  yield* helpersThatAskForNames(world, module, definition, occurrencesOf(module, binding));
  yield* metaclassesToldNames(world, module, definition);
  yield* computedFromNames(world, module, definition);
  yield* namesInLogs(world, module, definition);
  yield* namesOfFrames(world, definition);
}
