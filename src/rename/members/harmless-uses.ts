import { argumentsOf, calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import { childIn, Field, Kind, kindOf, type Node, textOf } from '../../python/syntax.ts';
import { ancestryOf } from './families.ts';
import { builtins } from '../references/special-names.ts';
import { valueOf } from '../values/values.ts';
import type { World } from '../world.ts';

/** What uses an object by special methods alone, or by its identity. */
export const harmless: ReadonlySet<number> = new Set<number>([
  Kind.expression_statement,
  Kind.delete_statement,
  Kind.comparison_operator,
  Kind.boolean_operator,
  Kind.not_operator,
  Kind.unary_operator,
  Kind.assert_statement,
  Kind.if_statement,
  Kind.while_statement,
  Kind.match_statement,
  Kind.for_statement,
  Kind.with_item,
  Kind.as_pattern,
  Kind.interpolation,
  Kind.subscript,
  Kind.raise_statement,
  Kind.except_clause,
  Kind.binary_operator,
  Kind.dotted_name,
  Kind.class_pattern,
  Kind.global_statement,
  Kind.nonlocal_statement,
  Kind.for_in_clause,
]);

/** Calls that see one of their arguments through special methods, or hand it to code of the project. */
export function isHarmlessCall(world: World, module: TestModule, call: Node, argument: Node): boolean {
  const { tree } = module;
  if (kindOf(tree, call) !== Kind.call) return false;
  const called = calledNameOf(tree, call);
  if (isPutInPlace(module, call, argument)) return false;
  if (/^(?:assert\w*|raises|fail\w*|warns)$/.test(called)) return true;
  const callee = childIn(tree, call, Field.function);
  const value = valueOf(world, module, callee);
  if (value.kind === 'function' || value.kind === 'class' || isOwnMethod(world, module, callee)) return true;
  if (value.kind === 'foreign') {
    const name = value.origin.replace(/^builtins\./, '');
    if (builtins.has(name) && name !== 'vars' && name !== 'dir' && name !== 'map') return true;
  }
  return /^(?:object|setattr|delattr|spy|super)$/.test(called) || isOwnProperty(world, module, callee);
}

/** What `setattr` or `patch.object` puts in the place of something else is used by whoever used that. */
function isPutInPlace({ tree }: TestModule, call: Node, argument: Node): boolean {
  if (!/^(?:setattr|object)$/.test(calledNameOf(tree, call))) return false;
  const given = argumentsOf(tree, call);
  const place = given.findIndex(({ value }) => value === argument);
  return place > 0 && !/^(?:target|spec|spec_set)$/.test(given[place]?.keyword ?? '');
}

/** `Cart.total.fset` calls what a class of the project has as a property. */
function isOwnProperty(world: World, module: TestModule, callee: Node): boolean {
  const { tree } = module;
  if (kindOf(tree, callee) !== Kind.attribute) return false;
  if (!/^f(?:get|set|del)$/.test(textOf(tree, childIn(tree, callee, Field.attribute)))) return false;
  const property = childIn(tree, callee, Field.object);
  if (kindOf(tree, property) !== Kind.attribute) return false;
  return 'class' in valueOf(world, module, childIn(tree, property, Field.object));
}

/** Whether an expression is a method that a class of the project defines. */
function isOwnMethod(world: World, module: TestModule, callee: Node): boolean {
  const { tree } = module;
  if (kindOf(tree, callee) !== Kind.attribute) return false;
  const object = valueOf(world, module, childIn(tree, callee, Field.object));
  if (!('class' in object)) return false;
  const name = textOf(tree, childIn(tree, callee, Field.attribute));
  return [...ancestryOf(world, object.class).classes.values()].some((owner) =>
    owner.module.definitions.some(
      (definition) =>
        definition.kind === 'function' &&
        definition.enclosing === owner.definition &&
        definition.name === name,
    ),
  );
}
