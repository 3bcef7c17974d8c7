import { argumentsOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import { Field, fieldOf, Kind, kindOf, namedChildrenOf, type Node, parentOf } from '../../python/syntax.ts';
import type { World } from '../world.ts';
import { functionsNamed } from './callees.ts';
import type { Receiver } from './passed-on.ts';

/** The special methods that get one of two operands, or what stands between the brackets of a subscript. */
export function specialMethodsAt({ tree }: TestModule, operand: Node): readonly string[] {
  const around = parentOf(tree, operand);
  switch (kindOf(tree, around)) {
    case Kind.comparison_operator:
      return areScalars(tree, namedChildrenOf(tree, around), operand) ? [] : COMPARISONS;
    case Kind.binary_operator:
      return areScalars(tree, namedChildrenOf(tree, around), operand) ? [] : OPERATORS;
    case Kind.subscript:
      return fieldOf(tree, operand) === Field.subscript ? SUBSCRIPTS : [];
    default:
      return [];
  }
}

/** The special methods that compare an argument of a call with the others. */
export function comparisonsIn({ tree }: TestModule, call: Node, argument: Node): readonly string[] {
  const values = argumentsOf(tree, call).map(({ value }) => value);
  return areScalars(tree, values, argument) ? [] : COMPARISONS;
}

/** Whether all but one are numbers, strings and the like, whose special methods know nothing of other objects. */
function areScalars(tree: TestModule['tree'], operands: readonly Node[], one: Node): boolean {
  return operands.every((operand) => operand === one || SCALARS.has(kindOf(tree, operand)));
}

const SCALARS: ReadonlySet<number> = new Set<number>([
  Kind.string,
  Kind.concatenated_string,
  Kind.integer,
  Kind.float,
  Kind.true,
  Kind.false,
  Kind.none,
]);

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
