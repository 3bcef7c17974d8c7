import { calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import { childIn, Field, firstNamedChildOf, Kind, kindOf, type Node } from '../../python/syntax.ts';
import { enclosingClass } from '../values/own-class.ts';
import type { ClassOf, Value } from '../values/value-kinds.ts';
import { valueOf } from '../values/values.ts';
import type { World } from '../world.ts';
import { ancestryOf, descendantsOf } from './families.ts';
import type { Place } from './handlers.ts';

/** The class whose `__enter__`, which a `with` statement calls, holds a UTF-16 offset. */
export function classEnteredAt(module: TestModule, offset: number): ClassOf | undefined {
  const method = module.definitionAt(offset);
  if (method?.enclosing?.kind !== 'class' || !/^__a?enter__$/.test(method.name)) return undefined;
  const definition = enclosingClass(module, offset);
  return definition === undefined ? undefined : { module, definition };
}

/** The targets of `with … as name` that may get what an object of a class gives when it is entered. */
export function* targetsOfEntries(world: World, owner: ClassOf): Generator<Place> {
  for (const module of world.modulesWith('with')) {
    const { tree } = module;
    for (const item of module.nodesOf(Kind.with_item)) {
      const pattern = firstNamedChildOf(tree, item);
      if (kindOf(tree, pattern) !== Kind.as_pattern) continue;
      if (mayBeOf(world, owner, module, firstNamedChildOf(tree, pattern)))
        yield { module, node: childIn(tree, pattern, Field.alias) };
    }
  }
}

/** The calls of `__enter__`, and of what enters another object: `stack.enter_context(opener)`. */
export function* callsOfEntries(world: World): Generator<Place> {
  for (const name of ['__enter__', '__aenter__', ...ENTERING]) {
    for (const module of world.modulesWith(name)) {
      for (const call of module.nodesOf(Kind.call)) {
        if (calledNameOf(module.tree, call) === name) yield { module, node: call };
      }
    }
  }
}

const ENTERING = [
  'enter_context',
  'enter_async_context',
  'enterContext',
  'enterClassContext',
  'enterModuleContext',
  'enterAsyncContext',
];

/** Whether an expression may give an object of a class; what is made elsewhere is none of the project. */
function mayBeOf(world: World, owner: ClassOf, module: TestModule, expression: Node): boolean {
  const { tree } = module;
  const value = valueOf(world, module, expression);
  if (value.kind === 'instance') return isOneOf(world, owner, value);
  if (value.kind !== 'unknown') return false;
  if (kindOf(tree, expression) !== Kind.call) return true;
  return valueOf(world, module, childIn(tree, expression, Field.function)).kind !== 'foreign';
}

function isOneOf(world: World, owner: ClassOf, value: Extract<Value, { kind: 'instance' }>): boolean {
  return [...descendantsOf(world, value.class).values()].some((heir) =>
    ancestryOf(world, heir).classes.has(owner.definition),
  );
}
