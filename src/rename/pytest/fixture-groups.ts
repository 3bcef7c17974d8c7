import type { TestModule } from '../../python/module.ts';
import {
  isOverlapping,
  isWithin,
  type Provider,
  providersFor,
  reaches,
  type Request,
  requestsIn,
} from './providers.ts';
import type { World } from '../world.ts';

/** The fixtures of a name that are visible together with one, or with one that is, from anywhere or to one test. */
export function groupOf(world: World, all: readonly Provider[], start: Provider): readonly Provider[] {
  const group = new Set(all.filter(({ definition }) => definition === start.definition));
  const requests = world.modulesWith(start.name).flatMap((module) => requestsIn(module, start.name));
  const together = requests.map((request) => providersFor(world, all, request));
  for (const member of group) {
    for (const shared of together) {
      if (shared.includes(member)) for (const other of shared) group.add(other);
    }
    for (const other of all) {
      const isSame = other.definition === member.definition;
      if (isSame || isOverlapping(world, member.region, other.region)) group.add(other);
    }
  }
  return [...group];
}

export const isInGroup = (world: World, group: readonly Provider[], module: TestModule) =>
  group.some(({ region }) => reaches(world, region, module));

export const isWithinGroup = (world: World, group: readonly Provider[], { module, definition }: Request) =>
  group.some(({ region }) => isWithin(world, region, module, definition.nameSpan.start));

/** A mark on a class, or in a class body, speaks for the class; one of a module for all of it. */
export function isReaching(
  world: World,
  region: Provider['region'],
  module: TestModule,
  offset: number,
): boolean {
  if (region.kind !== 'class') return isWithin(world, region, module, offset);
  return isWithin(world, region, module, offset) || module.definitionAt(offset) === undefined;
}
