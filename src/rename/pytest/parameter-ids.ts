import { argumentsOf, calledNameOf, keywordOf, unwrapped, valueGivenTo } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  childIn,
  Field,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { type IdName, numberedIdsChange } from './changed-ids.ts';
import { refuse, type Step } from '../steps.ts';
import { valueOf } from '../values/values.ts';
import type { World } from '../world.ts';

/**
 * What becomes of ids where pytest makes that of a test of the name of an argument or fixture and a number, as it does
 * for values that have no text of their own: `test_total[cart0]` (pytest how-to, "Different options for test IDs"). The
 * call is one of `parametrize` with the name at a place among several, or one of `fixture`.
 */
export function* numberedIds(
  world: World,
  module: TestModule,
  call: Node,
  place: Place | undefined,
  names: IdName,
): Generator<Step> {
  const values = valuesOf(module, call);
  if (values === NO_NODE || isNamed(world, module, idsOf(module, call))) return;
  for (const other of world.modulesWith('pytest_make_parametrize_id')) {
    const hook = other.definitions.find(({ name }) => name === 'pytest_make_parametrize_id');
    if (hook !== undefined) yield refuse('test-id', hook.name, other, hook.nameSpan.start);
  }
  const isNumbered = [...idValuesIn(module, values, place)].some(
    (value) => !hasOwnText(world, module, value),
  );
  if (isNumbered) yield* numberedIdsChange(world, module, call, names);
}

/** Which of the values of a row an argument gets; a row of a lone name is the value itself. */
export interface Place {
  readonly at: number;
}

/** The place of a name among the argument names of a mark, as pytest splits them; undefined when it is alone. */
export function placeAmong(names: readonly string[], isOneString: boolean, name: string): Place | undefined {
  const parts = isOneString
    ? names
        .flatMap((text) => text.split(','))
        .map((part) => part.trim())
        .filter((part) => part !== '')
    : names;
  return isOneString && parts.length === 1 ? undefined : { at: parts.indexOf(name) };
}

/** Whether a call is of `parametrize` or of a fixture decorator, whose values pytest writes into ids. */
export function givesParameters(module: TestModule, call: Node): boolean {
  const called = calledNameOf(module.tree, call);
  return called === 'parametrize' || (called.endsWith('fixture') && valuesOf(module, call) !== NO_NODE);
}

/** The values that a call of `parametrize` or of a fixture decorator gives. */
function valuesOf({ tree }: TestModule, call: Node): Node {
  if (calledNameOf(tree, call) !== 'parametrize') return keywordOf(tree, call, 'params');
  return positionalOrKeyword(tree, call, 1, 'argvalues');
}

/** What a call of `parametrize` or of a fixture decorator says that the ids are. */
export function idsOf({ tree }: TestModule, call: Node): Node {
  return calledNameOf(tree, call) === 'parametrize'
    ? positionalOrKeyword(tree, call, 3, 'ids')
    : keywordOf(tree, call, 'ids');
}

function positionalOrKeyword(tree: TestModule['tree'], call: Node, at: number, keyword: string): Node {
  const positional = argumentsOf(tree, call).filter((argument) => argument.keyword === undefined);
  const named = keywordOf(tree, call, keyword);
  return named === NO_NODE ? (positional[at]?.value ?? NO_NODE) : named;
}

/** Whether ids are written out, so that neither the name of the argument nor that of a value is in them. */
export function isWrittenOut({ tree }: TestModule, ids: Node): boolean {
  const kind = kindOf(tree, ids);
  if (ids === NO_NODE || (kind !== Kind.list && kind !== Kind.tuple)) return false;
  return namedChildrenOf(tree, ids).every(
    (id) => ownText.has(kindOf(tree, id)) && kindOf(tree, id) !== Kind.none,
  );
}

/** Whether ids have no name of an argument in them: they are written out, or a function gives a string for every value. */
function isNamed(world: World, module: TestModule, ids: Node): boolean {
  if (ids === NO_NODE) return false;
  const value = valueOf(world, module, ids);
  if (value.kind === 'foreign') return /^builtins\.(?:str|repr|ascii)$/.test(value.origin);
  return isWrittenOut(module, ids);
}

/** The expressions whose text would be in ids: the value of each row, or what may give rows that are not seen. */
function* idValuesIn(module: TestModule, values: Node, place: Place | undefined): Generator<Node> {
  const { tree } = module;
  const display = displayOf(module, values);
  if (display === NO_NODE) {
    if (!isRange(module, values)) yield values;
    return;
  }
  for (const row of namedChildrenOf(tree, display)) {
    if (kindOf(tree, row) === Kind.comment) continue;
    const parameter = kindOf(tree, row) === Kind.call && calledNameOf(tree, row) === 'param' ? row : NO_NODE;
    const id = parameter === NO_NODE ? NO_NODE : keywordOf(tree, parameter, 'id');
    if (id !== NO_NODE && kindOf(tree, id) !== Kind.none) continue;
    yield valueIn(module, row, parameter, place);
  }
}

/** The value that an argument gets of a row; the row where that is not seen. */
function valueIn({ tree }: TestModule, row: Node, parameter: Node, place: Place | undefined): Node {
  const isParameter = parameter !== NO_NODE;
  const inner = unwrapped(tree, row);
  const kind = kindOf(tree, inner);
  if (!isParameter && place === undefined) return row;
  if (!isParameter && kind !== Kind.tuple && kind !== Kind.list) return row;
  const given = isParameter
    ? argumentsOf(tree, parameter).flatMap(({ keyword, value }) => (keyword === undefined ? value : []))
    : namedChildrenOf(tree, inner).filter((child) => kindOf(tree, child) !== Kind.comment);
  const isSpread = given.some((child) => kindOf(tree, child) === Kind.list_splat);
  return isSpread ? row : (given[place?.at ?? 0] ?? row);
}

/** The display of rows that an expression is, or that a variable holds which nothing but marks reads. */
function displayOf(module: TestModule, expression: Node): Node {
  const { tree, bindings } = module;
  const node = unwrapped(tree, expression);
  const kind = kindOf(tree, node);
  if (kind === Kind.list || kind === Kind.tuple || kind === Kind.set) return node;
  const binding = kind === Kind.identifier ? bindings.bindingAt(startOf(tree, node)) : undefined;
  const [definition, ...more] = binding?.definitions ?? [];
  if (binding === undefined || definition === undefined || more.length > 0) return NO_NODE;
  const isOnlyRead = binding.references.every(({ node: read }) => {
    const list = parentOf(tree, read);
    return (
      kindOf(tree, list) === Kind.argument_list && calledNameOf(tree, parentOf(tree, list)) === 'parametrize'
    );
  });
  const value = isOnlyRead ? valueGivenTo(tree, definition.node) : NO_NODE;
  return value === NO_NODE || kindOf(tree, value) === Kind.identifier ? NO_NODE : displayOf(module, value);
}

function isRange({ tree, bindings }: TestModule, values: Node): boolean {
  if (kindOf(tree, values) !== Kind.call || calledNameOf(tree, values) !== 'range') return false;
  return bindings.bindingAt(startOf(tree, values))?.kind === 'unbound';
}

/** Literals that pytest writes into ids as they are. */
const ownText: ReadonlySet<number> = new Set<number>([
  Kind.string,
  Kind.concatenated_string,
  Kind.integer,
  Kind.float,
  Kind.true,
  Kind.false,
  Kind.none,
]);

/** Whether pytest writes a value itself into an id: text, numbers, and the `__name__` of functions and classes. */
function hasOwnText(world: World, module: TestModule, expression: Node): boolean {
  const { tree } = module;
  const node = unwrapped(tree, expression);
  const kind = kindOf(tree, node);
  if (ownText.has(kind) || kind === Kind.not_operator || kind === Kind.lambda) return true;
  if (kind === Kind.unary_operator)
    return namedChildrenOf(tree, node).every((operand) => hasOwnText(world, module, operand));
  if (kind === Kind.binary_operator)
    return [Field.left, Field.right].every((field) => isTextOrNumber(tree, childIn(tree, node, field)));
  if (kind === Kind.call) return makesText(world, module, node);
  if (kind !== Kind.identifier && kind !== Kind.attribute) return false;
  if (isConstant(module, node)) return true;
  const value = valueOf(world, module, node);
  if (value.kind === 'function' || value.kind === 'class' || value.kind === 'module') return true;
  return value.kind === 'foreign' && NAMED_BUILTIN.test(value.origin);
}

/** Whether an expression is a variable to which nothing but literals is assigned. */
function isConstant({ tree, bindings }: TestModule, node: Node): boolean {
  const binding =
    kindOf(tree, node) === Kind.identifier ? bindings.bindingAt(startOf(tree, node)) : undefined;
  if (binding === undefined || binding.definitions.length === 0) return false;
  return binding.definitions.every((definition) => {
    const isAssigned = kindOf(tree, parentOf(tree, definition.node)) === Kind.assignment;
    const value = isAssigned ? valueGivenTo(tree, definition.node) : NO_NODE;
    return value !== NO_NODE && ownText.has(kindOf(tree, unwrapped(tree, value)));
  });
}

function isTextOrNumber(tree: TestModule['tree'], operand: Node): boolean {
  const node = unwrapped(tree, operand);
  if (kindOf(tree, node) !== Kind.binary_operator) return ownText.has(kindOf(tree, node));
  return [Field.left, Field.right].every((field) => isTextOrNumber(tree, childIn(tree, node, field)));
}

/** Builtins but for the constants that have no `__name__`. */
const NAMED_BUILTIN =
  /^builtins\.(?!Ellipsis$|NotImplemented$|copyright$|credits$|license$|exit$|quit$|_)\w+$/;

/** Whether a call gives a string or a number, or a pattern, of which pytest takes the text. */
function makesText(world: World, module: TestModule, call: Node): boolean {
  const { tree } = module;
  const callee = childIn(tree, call, Field.function);
  if (kindOf(tree, callee) === Kind.attribute) {
    const object = unwrapped(tree, childIn(tree, callee, Field.object));
    const isText = kindOf(tree, object) === Kind.string || kindOf(tree, object) === Kind.concatenated_string;
    if (isText) return TEXT_METHODS.test(textOf(tree, childIn(tree, callee, Field.attribute)));
  }
  const value = valueOf(world, module, callee);
  return value.kind === 'foreign' && TEXT_MAKERS.test(value.origin);
}

const TEXT_METHODS =
  /^(?:join|format|encode|decode|replace|lower|upper|title|strip|lstrip|rstrip|ljust|rjust|center|zfill)$/;
const TEXT_MAKERS =
  /^(?:builtins\.(?:str|repr|ascii|bytes|int|float|bool|complex|len|ord|chr|hash|hex|oct|bin|sum)|re\.compile)$/;
