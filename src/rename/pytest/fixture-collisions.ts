import { calledNameOf } from '../../python/expressions.ts';
import { NO_NODE } from '../../python/syntax.ts';
import { callWith } from '../functions/passed-on.ts';
import { isInGroup, isReaching, isWithinGroup } from './fixture-groups.ts';
import { literalStart, literalsWith } from '../references/literals.ts';
import { shownOf } from '../visibility/observers.ts';
import { isOverlapping, type Provider, providersFor, providersOf, requestsIn } from './providers.ts';
import { type Objection, refuse } from '../steps.ts';
import { formOf } from '../references/strings.ts';
import type { World } from '../world.ts';

/** A fixture that asks for its own name and is the outermost of the project overrides one of a plugin. */
export function* foreignOverrides(world: World, group: readonly Provider[]): Generator<Objection> {
  for (const { module, name } of group) {
    for (const request of requestsIn(module, name)) {
      if (!isWithinGroup(world, group, request) || providersFor(world, group, request).length > 0) continue;
      yield refuse('foreign-fixture', `\`${name}\` asks for another`, module, request.parameter.span.start);
    }
  }
}

/** Objects to a new name that is provided, or asked for, where the fixture is visible. */
export function* visibleUnder(
  world: World,
  group: readonly Provider[],
  newName: string,
): Generator<Objection> {
  for (const other of providersOf(world, newName)) {
    if (group.some(({ region }) => isOverlapping(world, region, other.region)))
      yield refuse('fixture-exists', `\`${newName}\``, other.module, other.definition.nameSpan.start);
  }
  for (const module of world.modulesWith(newName)) {
    for (const literal of literalsWith(module, newName)) {
      const call = callWith(module, literal.node);
      if (call !== NO_NODE && calledNameOf(module.tree, call) === 'getfixturevalue')
        yield refuse('fixture-exists', shownOf(module, call), module, literalStart(module, literal));
    }
    if (!isInGroup(world, group, module)) continue;
    const request = requestsIn(module, newName).find((one) => isWithinGroup(world, group, one));
    if (request !== undefined)
      yield refuse('fixture-exists', `\`${newName}\``, module, request.parameter.span.start);
    for (const literal of literalsWith(module, newName)) {
      const isReached = group.some(({ region }) =>
        isReaching(world, region, module, literalStart(module, literal)),
      );
      if (isReached && formOf(module, literal).form === 'fixture')
        yield refuse('fixture-exists', shownOf(module, literal.node), module, literalStart(module, literal));
    }
  }
}
