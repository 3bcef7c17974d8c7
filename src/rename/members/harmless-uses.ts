import { argumentsOf, calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Occurrence } from '../../python/scope.ts';
import { childIn, Field, Kind, kindOf, type Node, startOf, textOf } from '../../python/syntax.ts';
import { isOfLibraryByName } from '../functions/library-methods.ts';
import type { Receiver } from '../functions/passed-on.ts';
import { type Place, placeOf, takersOf } from '../functions/takers.ts';
import { importOf } from '../references/import-statements.ts';
import { linkOf } from '../references/links.ts';
import { builtins } from '../references/special-names.ts';
import { valueOf } from '../values/values.ts';
import type { World } from '../world.ts';

/** What uses an object by special methods alone, or by its identity. */
export const harmless: ReadonlySet<number> = new Set<number>([
  Kind.expression_statement,
  Kind.delete_statement,
  Kind.comparison_operator,
  Kind.conditional_expression,
  Kind.not_operator,
  Kind.unary_operator,
  Kind.assert_statement,
  Kind.if_statement,
  Kind.while_statement,
  Kind.for_statement,
  Kind.with_item,
  Kind.interpolation,
  Kind.subscript,
  Kind.except_clause,
  Kind.binary_operator,
  Kind.dotted_name,
  Kind.class_pattern,
  Kind.global_statement,
  Kind.nonlocal_statement,
  Kind.for_in_clause,
]);

/** What becomes of an argument of a call. */
export type Handling =
  /** It is seen through special methods alone, or by its identity. */
  | { readonly kind: 'used' }
  /** The same, and it is compared with the other arguments. */
  | { readonly kind: 'compared' }
  | { readonly kind: 'taken'; readonly by: readonly Receiver[] }
  /** The call may give it, its class, or something that has it in hand. */
  | { readonly kind: 'given'; readonly as: 'itself' | 'class' | 'caught' }
  | { readonly kind: 'escapes' };

/** What becomes of an object, or of its class, that has a member of a name. */
export function handlingOf(
  world: World,
  module: TestModule,
  call: Node,
  argument: Node,
  member: string,
): Handling {
  const { tree } = module;
  if (kindOf(tree, call) !== Kind.call || isPutInPlace(module, call, argument)) return escapes;
  const callee = childIn(tree, call, Field.function);
  const place = placeOf(module, call, argument);
  const takers = takersOf(world, module, callee, place);
  if (takers === 'unknown') return escapes;
  if (takers !== 'others') return { kind: 'taken', by: takers };
  const called = calledNameOf(tree, call);
  if (ASSERTION.test(called) && isOfOthers(world, module, callee))
    return handlingByAssertion(world, module, call, place);
  const value = valueOf(world, module, callee);
  const name = value.kind === 'foreign' ? value.origin.replace(/^builtins\./, '') : '';
  if (builtins.has(name)) return handlingByBuiltin(name, argumentsOf(tree, call).length, place, member);
  const isKept =
    /^(?:object|setattr|delattr|spy|super)$/.test(called) || isOwnProperty(world, module, callee);
  return isKept ? used : escapes;
}

const ASSERTION = /^(?:assert(?!_that\b)\w*|raises|fail(?:If\w*|Unless\w*)?|warns|deprecated_call)$/;

/** Whether a library, and nothing of the project, is called there, as far as can be told. */
function isOfOthers(world: World, module: TestModule, callee: Node): boolean {
  const { tree, bindings } = module;
  if (valueOf(world, module, callee).kind === 'foreign') return true;
  if (kindOf(tree, callee) === Kind.attribute) return isOfLibraryByName(world, module, callee);
  const binding = bindings.bindingAt(startOf(tree, callee));
  return (
    binding?.kind === 'import' && binding.definitions.every((one) => isFromElsewhere(world, module, one))
  );
}

/** Whether an import takes a name from another package: a fallback for it is imported as well. */
function isFromElsewhere({ project }: World, module: TestModule, occurrence: Occurrence): boolean {
  const imported = importOf(module, occurrence);
  return imported !== undefined && linkOf(project, module, imported.module).to === 'elsewhere';
}

const used: Handling = { kind: 'used' };
const compared: Handling = { kind: 'compared' };
const escapes: Handling = { kind: 'escapes' };
const itself: Handling = { kind: 'given', as: 'itself' };

/** `raises(Stop)` gives what has the error in hand; `raises(Stop, pay, cart)` calls its second argument. */
function handlingByAssertion(
  world: World,
  module: TestModule,
  call: Node,
  argument: Place | undefined,
): Handling {
  const first = CALLED_AT.find(({ names }) => names.test(calledNameOf(module.tree, call)))?.place;
  if (first === undefined) return compared;
  if (argument === undefined) return escapes;
  const { place, keyword } = argument;
  const isExpected = keyword === undefined ? place === 0 && first > 0 : keyword.startsWith('expected_');
  if (isExpected) return { kind: 'given', as: 'caught' };
  const callee = argumentsOf(module.tree, call).filter((one) => one.keyword === undefined)[first];
  if (callee === undefined || (keyword === undefined && place <= first)) return used;
  const passed = { keyword, place: place - first - 1 };
  const takers = takersOf(world, module, callee.value, passed);
  return typeof takers === 'string' ? escapes : { kind: 'taken', by: takers };
}

/** At which place an assertion gets what it calls with the arguments that follow. */
const CALLED_AT = [
  { names: /^deprecated_call$/, place: 0 },
  { names: /^(?:raises|warns|assertRaises|assertWarns|failUnlessRaises)$/, place: 1 },
  { names: /^assert(?:Raises|Warns)Regexp?$/, place: 2 },
];

const ERROR = /^[A-Z]\w*(?:Error|Exception|Warning|Interrupt|Exit|Iteration|Group)$/;

function handlingByBuiltin(
  name: string,
  count: number,
  argument: Place | undefined,
  member: string,
): Handling {
  if (argument === undefined) return escapes;
  const { place, keyword } = argument;
  switch (name) {
    case 'vars':
    case 'dir':
    case 'map':
      return escapes;
    case 'dict':
      return keyword !== undefined || member === 'keys' ? escapes : used;
    case 'type':
      return { kind: 'given', as: 'class' };
    case 'min':
    case 'max':
      return place >= 0 && count === 1 ? used : itself;
    case 'iter':
    case 'reversed':
      return itself;
    case 'next':
    case 'sum':
      return place === 1 || keyword !== undefined ? itself : used;
    case 'getattr':
      return place === 2 ? itself : used;
    default:
      // An error keeps what it is made with.
      return ERROR.test(name) ? escapes : used;
  }
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
