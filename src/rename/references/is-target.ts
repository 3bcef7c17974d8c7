import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import { type Global, starLinksOf } from './global-names.ts';
import { nameOriginOf } from './linked-globals.ts';
import { type Link, linkOf } from './links.ts';
import type { Value } from '../values/value-kinds.ts';
import type { World } from '../world.ts';

/** Whether something is the thing in question. */
type Answer = 'yes' | 'no' | 'maybe';

/** Whether a variable of a module is the thing: its own, or one that star imports bring. */
export function isVariable(world: World, target: Global, module: TestModule, binding: Binding): Answer {
  if (binding === target.binding) return 'yes';
  if (binding.kind !== 'unbound' || starLinksOf(world, module).length === 0) return 'no';
  const found = nameOriginOf(world, module, binding.name);
  if (found === 'unknown') return 'maybe';
  return found?.binding === target.binding ? 'yes' : 'no';
}

/** Whether the name in what a link leads to is the thing. */
export function isOfLink(world: World, target: Global, link: Link): Answer {
  switch (link.to) {
    case 'module':
      return isOfModule(world, target, link.path);
    case 'unknown':
      return link.candidates.some((path) => isOfModule(world, target, path) !== 'no') ? 'maybe' : 'no';
    case 'elsewhere':
    case 'folder':
      return 'no';
  }
}

function isOfModule(world: World, target: Global, path: string): Answer {
  if (path === target.module.path) return 'yes';
  const module = world.project.module(path);
  const found = module === undefined ? 'unknown' : nameOriginOf(world, module, target.binding.name);
  if (found === 'unknown') return 'maybe';
  return found?.binding === target.binding ? 'yes' : 'no';
}

/** Whether the name as an attribute of a value is the thing. */
export function isMemberOf(world: World, target: Global, module: TestModule, object: Value): Answer {
  switch (object.kind) {
    case 'module':
      return isOfLink(world, target, object.link);
    case 'foreign': {
      const link = linkOf(world.project, module, object.origin);
      return link.to === 'elsewhere' ? 'no' : isOfLink(world, target, link);
    }
    case 'unknown':
      return 'maybe';
    case 'class':
    case 'foreign-instance':
    case 'function':
    case 'instance':
    case 'super':
      return 'no';
  }
}
