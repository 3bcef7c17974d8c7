import { argumentsOf, calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  ancestorOf,
  childIn,
  childrenOf,
  contains,
  Field,
  fieldOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  textOf,
} from '../../python/syntax.ts';
import { callWith } from '../functions/passed-on.ts';
import type { World } from '../world.ts';
import { literalsWith } from './literals.ts';

/** A place that asks an object for an attribute which it may have or not. */
export interface Asked {
  readonly module: TestModule;
  readonly node: Node;
  readonly object: Node;
}

/**
 * The places that do well when an object has no attribute of a name, and something else when it has one:
 * `hasattr(cart, "total")`, `getattr(cart, "total", 0)`, `patch.object(Cart, "total", create=True)`, and `cart.total`
 * where an AttributeError is caught.
 */
export function* askedNames(world: World, name: string): Generator<Asked> {
  for (const module of world.modulesWith(name)) {
    const { tree } = module;
    for (const literal of literalsWith(module, name)) {
      if (literal.isFormatted || literal.value !== name) continue;
      const call = callWith(module, literal.node);
      if (call === NO_NODE || !ASKING.test(calledNameOf(tree, call))) continue;
      const [first] = argumentsOf(tree, call);
      const object = first?.value ?? NO_NODE;
      if (object !== literal.node) yield { module, node: call, object };
    }
    for (const node of module.nodesOf(Kind.identifier)) {
      if (fieldOf(tree, node) !== Field.attribute || textOf(tree, node) !== name) continue;
      const attribute = parentOf(tree, node);
      if (mayBeMissing(module, attribute))
        yield { module, node: attribute, object: childIn(tree, attribute, Field.object) };
    }
  }
}

const ASKING = /^(?:getattr|hasattr|setattr|delattr|object)$/;

/** Whether a `try` statement around an expression catches the error of an attribute that is missing. */
function mayBeMissing({ tree }: TestModule, attribute: Node): boolean {
  const statement = ancestorOf(tree, attribute, Kind.try_statement);
  if (statement === NO_NODE || !contains(tree, childIn(tree, statement, Field.body), attribute)) return false;
  return childrenOf(tree, statement).some(
    (clause) =>
      kindOf(tree, clause) === Kind.except_clause &&
      /^except\s*(?::|[^:]*\b(?:AttributeError|Exception|BaseException)\b)/.test(textOf(tree, clause)),
  );
}
