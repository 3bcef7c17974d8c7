import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import { Kind, NO_NODE, type Node, startOf, textOf } from '../../python/syntax.ts';
import { callWith } from '../functions/passed-on.ts';
import { computedLookupsOf } from '../members/lookups.ts';
import { listingsOfPassed } from '../members/member-listings.ts';
import type { Global } from '../references/global-names.ts';
import { isImporter } from '../references/import-graph.ts';
import { lastPartOf } from '../references/links.ts';
import { type Objection, refuse } from '../steps.ts';
import { valueOf } from '../values/values.ts';
import type { World } from '../world.ts';
import { lookupsInImported } from './computed-imports.ts';
import { shownOf } from './observers.ts';

/** Objects where names are looked up in the module by computed strings. */
export function* computedLookups(world: World, { module }: Global): Generator<Objection> {
  // A module may intercept the lookup of its names (PEP 562).
  const hook = module.definitions.find(
    ({ name, enclosing }) => enclosing === undefined && /^__(?:getattr|dir)__$/.test(name),
  );
  if (hook !== undefined) yield refuse('namespace', hook.name, module, hook.nameSpan.start);
  for (const { module: other, node } of lookupsInImported(world, module))
    yield refuse('namespace', shownOf(other, node), other, startOf(other.tree, node));
  for (const other of new Set([module, ...world.modulesWith(lastPartOf(module))])) {
    yield* listingsOfModule(world, other, module);
    for (const { node, object } of computedLookupsOf(other)) {
      const value = object === NO_NODE ? undefined : valueOf(world, other, object);
      const isOurs =
        value?.kind === 'module' && value.link.to === 'module' ? value.link.path === module.path : false;
      const isOwnModule =
        other === module && shownOf(other, object === NO_NODE ? node : object).startsWith('sys.modules[');
      const mayBeOurs = value?.kind === 'unknown' && importsByName(other);
      if (isOurs || isOwnModule || mayBeOurs)
        yield refuse('namespace', shownOf(other, node), other, startOf(other.tree, node));
    }
  }
}

/** Objects where a module hands another one to a function of the project that lists its names. */
function* listingsOfModule(world: World, module: TestModule, listed: TestModule): Generator<Objection> {
  const seen = new Set<Binding>();
  for (const node of module.nodesOf(Kind.identifier)) {
    if (callWith(module, node) === NO_NODE) continue;
    const value = valueOf(world, module, node);
    const isListed = value.kind === 'module' && value.link.to === 'module' && value.link.path === listed.path;
    if (isListed) yield* listingsOfPassed(world, module, node, seen);
  }
}

/** Whether a module calls what imports by a string, so that an object of which nothing is known may be a module. */
function importsByName({ tree, nodesOf }: TestModule): boolean {
  return nodesOf(Kind.identifier).some((node) => isImporter(textOf(tree, node)));
}

/** Whether an object is known to be no module. */
export function hasNoGlobals(world: World, module: TestModule, object: Node): boolean {
  const { kind } = valueOf(world, module, object);
  return kind !== 'module' && kind !== 'unknown';
}
