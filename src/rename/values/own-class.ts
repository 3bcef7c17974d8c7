import { type ClassDefinition, isStaticMethod } from '../../python/definitions.ts';
import { argumentsOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import { type Node, startOf, textOf } from '../../python/syntax.ts';
import type { World } from '../world.ts';
import { doubts } from './doubts.ts';
import { unknown, type Value } from './value-kinds.ts';

/** `self` and `cls` of a method, when nothing else is assigned to them and nothing hands it another object. */
export function valueOfParameter(world: World, module: TestModule, binding: Binding): Value {
  const value = selfOf(module, binding);
  if (value.kind !== 'instance') return value;
  const definition = module.definitions.find(({ node }) => node === binding.scope.node);
  const isOther = definition?.kind !== 'function' || doubts().getsOtherSelf(world, { definition });
  return isOther || doubts().isExchanged(world, value.class) ? unknown : value;
}

/** What Python gives as `self` and `cls` where a method is called of an object or a class. */
export function selfOf(module: TestModule, { definitions, scope }: Binding): Value {
  const [only, ...more] = definitions;
  const method = module.definitions.find(({ node }) => node === scope.node);
  if (only === undefined || more.length > 0 || method?.kind !== 'function') return unknown;
  const owner = method.enclosing;
  const isFirst = method.parameters[0]?.span.start === only.start;
  if (owner?.kind !== 'class' || !isFirst) return unknown;
  const decorators = method.decorators.map(({ name }) => name);
  if (isStaticMethod(method)) return unknown;
  const isOfClass =
    decorators.some((name) => /(?:^|\.)classmethod$/.test(name)) ||
    /^__(?:new|init_subclass|class_getitem)__$/.test(method.name);
  return { kind: isOfClass ? 'class' : 'instance', class: { module, definition: owner } };
}

/** What a call of `super` gives. */
export function superOf(module: TestModule, call: Node): Value {
  if (argumentsOf(module.tree, call).length > 0) {
    // `super(Cart, self)` names the class in which it stands, by convention and nearly always.
    const [first] = argumentsOf(module.tree, call);
    const around = enclosingClass(module, startOf(module.tree, call));
    const named = first === undefined ? '' : textOf(module.tree, first.value);
    if (around?.name !== named) return unknown;
  }
  const definition = enclosingClass(module, startOf(module.tree, call));
  return definition === undefined ? unknown : { kind: 'super', class: { module, definition } };
}

/** The class whose method holds a UTF-16 offset. */
export function enclosingClass(module: TestModule, offset: number): ClassDefinition | undefined {
  let definition = module.definitionAt(offset);
  while (definition !== undefined && definition.kind !== 'class') definition = definition.enclosing;
  return definition;
}
