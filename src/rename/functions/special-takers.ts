import type { TestModule } from '../../python/module.ts';
import { Field, fieldOf, Kind, kindOf, type Node, parentOf } from '../../python/syntax.ts';
import type { World } from '../world.ts';
import { functionsNamed } from './callees.ts';
import type { Receiver } from './passed-on.ts';

/** The special methods that get one of two operands, or what stands between the brackets of a subscript. */
export function specialMethodsAt({ tree }: TestModule, operand: Node): readonly string[] {
  switch (kindOf(tree, parentOf(tree, operand))) {
    case Kind.comparison_operator:
      return COMPARISONS;
    case Kind.binary_operator:
      return OPERATORS;
    case Kind.subscript:
      return fieldOf(tree, operand) === Field.subscript ? SUBSCRIPTS : [];
    default:
      return [];
  }
}

/** The parameters of all special methods of a name that get the first argument after `self`, or a later one. */
export function parametersOfAll(world: World, name: string, place = 1): readonly Receiver[] {
  return world.modulesWith(name).flatMap((module) =>
    functionsNamed(module, name).flatMap(({ definition }) => {
      const start = definition.parameters[place]?.span.start;
      const parameter = start === undefined ? undefined : module.bindings.bindingAt(start);
      return parameter === undefined ? [] : [{ module, parameter }];
    }),
  );
}

const COMPARISONS = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'contains'].map((name) => `__${name}__`);
const OPERATORS = 'add sub mul matmul truediv floordiv mod pow lshift rshift and or xor'
  .split(' ')
  .flatMap((name) => [`__${name}__`, `__r${name}__`]);
const SUBSCRIPTS = ['__getitem__', '__setitem__', '__delitem__', '__class_getitem__'];
