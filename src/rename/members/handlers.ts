import { argumentsOf, calledNameOf, unwrapped } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  childIn,
  Field,
  firstNamedChildOf,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
} from '../../python/syntax.ts';
import { valueOf } from '../values/values.ts';
import type { World } from '../world.ts';
import type { Family } from './families.ts';

/** An expression, or a target of `as`, in a module. */
export interface Place {
  readonly module: TestModule;
  readonly node: Node;
}

/** The targets of `except … as error` that may get an error of a family, where they name none of its classes. */
export function* targetsOfHandlers(world: World, family: Family): Generator<Place> {
  for (const module of world.modulesWith('except')) {
    const { tree } = module;
    for (const clause of module.nodesOf(Kind.except_clause)) {
      const pattern = firstNamedChildOf(tree, clause);
      if (kindOf(tree, pattern) !== Kind.as_pattern) continue;
      if (catches(world, family, module, firstNamedChildOf(tree, pattern)))
        yield { module, node: childIn(tree, pattern, Field.alias) };
    }
  }
}

/** The calls of `raises` and the like that may expect an error of a family, where they name none of its classes. */
export function* expectingCalls(world: World, family: Family): Generator<Place> {
  for (const name of EXPECTING) {
    for (const module of world.modulesWith(name)) {
      const { tree } = module;
      for (const call of module.nodesOf(Kind.call)) {
        if (calledNameOf(tree, call) !== name) continue;
        const [expected] = argumentsOf(tree, call);
        if (expected !== undefined && catches(world, family, module, expected.value))
          yield { module, node: call };
      }
    }
  }
}

/** The calls that give the error which is handled where they stand: `sys.exc_info()`. */
export function* callsForHandled(world: World): Generator<Place> {
  for (const module of world.modulesWith('exc_info')) {
    for (const call of module.nodesOf(Kind.call)) {
      if (calledNameOf(module.tree, call) === 'exc_info') yield { module, node: call };
    }
  }
}

const EXPECTING = ['raises', 'assertRaises', 'assertRaisesRegex', 'assertRaisesRegexp'];

/** Whether an expression gives a class, or several, of which errors of a family are objects. */
function catches(world: World, family: Family, module: TestModule, expression: Node): boolean {
  const { tree } = module;
  const node = unwrapped(tree, expression);
  if (node === NO_NODE) return false;
  if (kindOf(tree, node) === Kind.tuple)
    return namedChildrenOf(tree, node).some((one) => catches(world, family, module, one));
  const value = valueOf(world, module, node);
  if (value.kind === 'class') return family.related.has(value.class.definition);
  if (value.kind !== 'foreign') return value.kind === 'unknown';
  return (
    /^builtins\.(?:Base)?Exception$/.test(value.origin) ||
    family.others.some(({ base }) => base.kind !== 'foreign' || base.origin !== 'builtins.Exception')
  );
}
