import { argumentsOf, calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import { Kind, kindOf, NO_NODE, type Node, parentOf, startOf, textOf } from '../../python/syntax.ts';
import { LISTING, lookupsAndListingsOf } from './lookups.ts';
import { literalAt } from '../references/literals.ts';
import { shownOf } from '../visibility/observers.ts';
import { receiversOf } from '../functions/passed-on.ts';
import { type Objection, refuse } from '../steps.ts';
import type { World } from '../world.ts';

/** Objects where a function of the project that gets something as an argument lists the names of its members. */
export function* listingsOfPassed(
  world: World,
  module: TestModule,
  argument: Node,
  seen: Set<Binding>,
): Generator<Objection> {
  for (const { module: owner, parameter } of receiversOf(world, module, argument)) {
    if (seen.has(parameter)) continue;
    seen.add(parameter);
    const { tree } = owner;
    for (const { node } of parameter.references) {
      const listing = lookupsAndListingsOf(owner).find(
        (lookup) => lookup.object === node && isListing(owner, lookup.node),
      );
      if (listing !== undefined) {
        const shown = kindOf(tree, listing.node) === Kind.call ? listing.node : parentOf(tree, node);
        yield refuse('dynamic-attribute', shownOf(owner, shown), owner, startOf(tree, node));
      }
      yield* listingsOfPassed(world, owner, node, seen);
    }
  }
}

/** `vars(cart)`, `dir(cart)`, `getmembers(cart)`, `cart.__dict__`, `cart.__dir__()`. */
function isListing(module: TestModule, lookup: Node): boolean {
  const { tree } = module;
  if (kindOf(tree, lookup) !== Kind.call) return isListed(textOf(tree, lookup));
  const called = calledNameOf(tree, lookup);
  return called === 'getattr'
    ? isListed(literalAt(module, argumentsOf(tree, lookup)[1]?.value ?? NO_NODE)?.value ?? '')
    : /^(?:vars|dir|getmembers|getmembers_static)$/.test(called);
}

/** Annotations are of the class alone, and not all members have one. */
const isListed = (name: string) => name === '__dict__' || (LISTING.test(name) && name !== '__annotations__');
