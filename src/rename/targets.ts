import type { TestModule } from '../python/module.ts';
import { objectionsToName } from './collisions.ts';
import { objectionsToFile } from './editable.ts';
import type { RenameRequest } from './plan.ts';
import { decline, refuse, type Step } from './steps.ts';
import { renameLocal } from './variables.ts';
import type { World } from './world.ts';

/** Everything that a request asks for, found by what stands at its place. */
export function* stepsOf(world: World, module: TestModule, request: RenameRequest): Generator<Step> {
  const { offset } = request;
  const newName = request.newName.normalize('NFKC');
  yield* objectionsToFile(module);
  const binding = module.bindings.bindingAt(offset);
  if (binding === undefined) {
    yield decline('no-name', 'no name');
    return;
  }
  yield* objectionsToName(binding.name, newName);
  if (binding.kind === 'unbound') {
    yield refuse('unbound', `\`${binding.name}\``, module, offset);
    return;
  }
  yield* renameLocal(module, binding, newName);
}
