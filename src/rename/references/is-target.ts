import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import type { Global } from './global-names.ts';
import { starLinksOf } from './star-imports.ts';
import { nameOriginOf } from './linked-globals.ts';
import { type Link, linkOf, submoduleOf } from './links.ts';
import { isInEveryModule } from './special-names.ts';
import type { Value } from '../values/value-kinds.ts';
import type { World } from '../world.ts';

/** Whether something is the thing in question. */
type Answer = 'yes' | 'no' | 'maybe';

/** Whether a variable of a module is the thing: its own, or one that star imports or code at run time bring. */
export function isVariable(world: World, target: Global, module: TestModule, binding: Binding): Answer {
  if (binding === target.binding) return 'yes';
  if (binding.kind !== 'unbound') return 'no';
  const found = nameOriginOf(world, module, binding.name);
  if (found === 'unknown') return 'maybe';
  if (found === undefined)
    return isInEveryModule(binding.name) || isStarredFromElsewhere(world, module) ? 'no' : 'maybe';
  return found.binding === target.binding ? 'yes' : 'no';
}

/** Whether a star import of another package may bring the names that nothing else does. */
function isStarredFromElsewhere(world: World, module: TestModule): boolean {
  return starLinksOf(world, module).some(({ to }) => to === 'elsewhere');
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
  const { name } = target.binding;
  const module = world.project.module(path);
  const found = module === undefined ? 'unknown' : nameOriginOf(world, module, name);
  if (found === 'unknown') return 'maybe';
  // What a module does not bind but is asked for comes at run time: of its `__getattr__`, `globals()`, `setattr`.
  if (found === undefined)
    return submoduleOf(world.project, { to: 'module', path }, name) === undefined ? 'maybe' : 'no';
  return found.binding === target.binding ? 'yes' : 'no';
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
