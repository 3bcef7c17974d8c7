import { argumentsOf, calledNameOf, unwrapped, valueGivenTo } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import {
  ancestorOf,
  childIn,
  Field,
  Kind,
  kindOf,
  namedChildrenOf,
  firstNamedChildOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
} from '../../python/syntax.ts';
import { containerUseOf, isSliced } from './container-uses.ts';
import { isGenerator, returnedBy, yieldedBy } from './given-back.ts';
import type { Passed } from './passed-values.ts';
import { isReplaced } from './replaced.ts';
import { valueOf } from './values.ts';
import type { World } from '../world.ts';

/** How something is taken from a container: a loop gives the keys of a dictionary, a subscript the values. */
type Way = 'loop' | 'subscript';

interface Search {
  readonly world: World;
  readonly module: TestModule;
  readonly way: Way;
  /** The containers that are being looked at: one that is made of itself is not known. */
  readonly seen: ReadonlySet<Node>;
}

/** All that one turn of a loop over an expression may give, or the part of it at a path (`[1]` of `enumerate(…)`). */
export function loopedOver(
  world: World,
  module: TestModule,
  iterable: Node,
  path: readonly number[],
): readonly Passed[] | undefined {
  return sourcesIn({ world, module, way: 'loop', seen: new Set() }, iterable, path);
}

/** All that a subscript of an expression may give, or `get` or `pop`. */
export function takenFrom(world: World, module: TestModule, container: Node): readonly Passed[] | undefined {
  return sourcesIn({ world, module, way: 'subscript', seen: new Set() }, container, []);
}

/** What is at a path in an expression: the second of a tuple that is written out. */
export function partsOf(
  world: World,
  module: TestModule,
  expression: Node,
  path: readonly number[],
): readonly Passed[] | undefined {
  const { tree } = module;
  const [first, ...more] = path;
  if (expression === NO_NODE) return undefined;
  if (first === undefined) return [{ module, node: expression }];
  const node = unwrapped(tree, expression);
  if (SEQUENCES.has(kindOf(tree, node))) {
    const elements = namedChildrenOf(tree, node);
    const element = elements[first];
    const isPlain = elements.every((one) => kindOf(tree, one) !== Kind.list_splat);
    return isPlain && element !== undefined ? partsOf(world, module, element, more) : undefined;
  }
  return loopedOver(world, module, node, more);
}

const SEQUENCES: ReadonlySet<number> = new Set<number>([Kind.list, Kind.tuple, Kind.expression_list]);

function sourcesIn(search: Search, expression: Node, path: readonly number[]): readonly Passed[] | undefined {
  const { world, module, way } = search;
  const { tree } = module;
  const node = unwrapped(tree, expression);
  if (node === NO_NODE || search.seen.has(node)) return undefined;
  const inner = { ...search, seen: new Set(search.seen).add(node) };
  switch (kindOf(tree, node)) {
    case Kind.list:
    case Kind.tuple:
    case Kind.set:
    case Kind.expression_list:
      return all(namedChildrenOf(tree, node), (element) =>
        kindOf(tree, element) === Kind.list_splat
          ? sourcesIn({ ...inner, way: 'loop' }, firstNamedChildOf(tree, element), path)
          : partsOf(world, module, element, path),
      );
    case Kind.list_comprehension:
    case Kind.set_comprehension:
    case Kind.generator_expression:
      return partsOf(world, module, childIn(tree, node, Field.body), path);
    case Kind.dictionary:
      return all(namedChildrenOf(tree, node), (pair) => pairPart(search, pair, path));
    case Kind.dictionary_comprehension:
      return pairPart(search, childIn(tree, node, Field.body), path);
    case Kind.subscript:
      return isSliced(tree, node) && way === 'loop'
        ? sourcesIn(inner, childIn(tree, node, Field.value), path)
        : undefined;
    case Kind.call:
      return sourcesInCall(inner, node, path);
    case Kind.identifier:
      return sourcesInVariable(inner, node, path);
    default:
      return undefined;
  }
}

/** All sources of several parts; undefined where one is not known. */
function all<Part>(
  parts: readonly Part[] | undefined,
  sourcesOf: (part: Part) => readonly Passed[] | undefined,
): readonly Passed[] | undefined {
  if (parts === undefined) return undefined;
  const found: Passed[] = [];
  for (const part of parts) {
    const sources = sourcesOf(part);
    if (sources === undefined) return undefined;
    found.push(...sources);
  }
  return found;
}

function pairPart(
  { world, module, way }: Search,
  pair: Node,
  path: readonly number[],
): readonly Passed[] | undefined {
  const { tree } = module;
  if (kindOf(tree, pair) !== Kind.pair) return undefined;
  return partsOf(world, module, childIn(tree, pair, way === 'loop' ? Field.key : Field.value), path);
}

function sourcesInCall(search: Search, call: Node, path: readonly number[]): readonly Passed[] | undefined {
  const { world, module } = search;
  const { tree } = module;
  const callee = childIn(tree, call, Field.function);
  const value = valueOf(world, module, callee);
  const given = argumentsOf(tree, call);
  const [first] = given;
  if (value.kind === 'function') {
    const { definition } = value;
    if (definition.decorators.length > 0 || isReplaced(world, definition.name)) return undefined;
    const from = { ...search, module: value.module };
    if (!isGenerator(value.module, definition))
      return all(returnedBy(value.module, definition), (node) =>
        MADE.has(kindOf(value.module.tree, node)) ? sourcesIn(from, node, path) : undefined,
      );
    return all(yieldedBy(value.module, definition), (one) => partsOf(world, one.module, one.node, path));
  }
  const looping = { ...search, way: 'loop' } as const;
  if (value.kind === 'foreign' && given.every(({ node }) => kindOf(tree, node) !== Kind.list_splat)) {
    if (value.origin === 'builtins.filter' && given[1] !== undefined)
      return sourcesIn(looping, given[1].value, path);
    if (/^builtins\.(?:list|tuple|set|frozenset|sorted|reversed|iter)$/.test(value.origin))
      return first === undefined ? [] : sourcesIn(looping, first.value, path);
    const [index, ...more] = path;
    if (value.origin === 'builtins.enumerate' && index === 1 && first !== undefined)
      return sourcesIn(looping, first.value, more);
    const zipped = index === undefined ? undefined : given[index];
    if (value.origin === 'builtins.zip' && zipped?.keyword === undefined && zipped !== undefined)
      return sourcesIn(looping, zipped.value, more);
  }
  if (kindOf(tree, callee) !== Kind.attribute || given.length > 0) return undefined;
  const object = childIn(tree, callee, Field.object);
  const [index, ...more] = path;
  switch (calledNameOf(tree, call)) {
    case 'copy':
      return sourcesIn(search, object, path);
    case 'values':
      return isDictionary(module, object)
        ? sourcesIn({ ...search, way: 'subscript' }, object, path)
        : undefined;
    case 'items':
      return isDictionary(module, object) && index === 1
        ? sourcesIn({ ...search, way: 'subscript' }, object, more)
        : undefined;
    default:
      return undefined;
  }
}

/** Whether an expression is written as a dictionary, or is a variable that is given nothing else. */
function isDictionary({ tree, bindings }: TestModule, expression: Node): boolean {
  const isDisplay = (node: Node) =>
    node !== NO_NODE &&
    (kindOf(tree, node) === Kind.dictionary || kindOf(tree, node) === Kind.dictionary_comprehension);
  if (isDisplay(expression)) return true;
  if (kindOf(tree, expression) !== Kind.identifier) return false;
  const definitions = bindings.bindingAt(startOf(tree, expression))?.definitions ?? [];
  return definitions.length > 0 && definitions.every(({ node }) => isDisplay(valueGivenTo(tree, node)));
}

/** What a variable of a function holds, when nothing but the function has the container in hand. */
function sourcesInVariable(
  search: Search,
  name: Node,
  path: readonly number[],
): readonly Passed[] | undefined {
  const { module } = search;
  const { tree, bindings } = module;
  const binding = bindings.bindingAt(startOf(tree, name));
  if (binding?.kind !== 'local' || binding.scope.kind !== 'function') return undefined;
  const given = binding.definitions.map(({ node }) => madeFor(search, node));
  const added = addedTo(search, binding);
  if (given.length === 0 || given.includes(NO_NODE) || added === undefined) return undefined;
  const found = all(given, (node) => sourcesIn(search, node, path));
  const more = all(added, (node) => partsOf(search.world, module, node, path));
  return found === undefined || more === undefined ? undefined : [...found, ...more];
}

/** The new container that is assigned to a variable; NO_NODE for one that something else may have too. */
function madeFor({ world, module }: Search, target: Node): Node {
  const { tree } = module;
  const assignment = parentOf(tree, target);
  if (kindOf(tree, parentOf(tree, assignment)) !== Kind.expression_statement) return NO_NODE;
  const value = valueGivenTo(tree, target);
  // In `carts = others = []` another variable has it too.
  if (value === NO_NODE || parentOf(tree, value) !== assignment) return NO_NODE;
  if (MADE.has(kindOf(tree, value))) return value;
  if (kindOf(tree, value) !== Kind.call) return NO_NODE;
  const { kind } = valueOf(world, module, childIn(tree, value, Field.function));
  return kind === 'foreign' || kind === 'function' ? value : NO_NODE;
}

const MADE: ReadonlySet<number> = new Set<number>([
  Kind.list,
  Kind.tuple,
  Kind.expression_list,
  Kind.set,
  Kind.dictionary,
  Kind.list_comprehension,
  Kind.set_comprehension,
  Kind.dictionary_comprehension,
  Kind.generator_expression,
]);

/** What is put into the container of a variable; undefined when it gets to where anything may be. */
function addedTo({ world, module }: Search, binding: Binding): readonly Node[] | undefined {
  const added: Node[] = [];
  for (const { node } of binding.references) {
    const use = containerUseOf(world, module, node);
    if (use.use === 'unknown') return undefined;
    if (use.use === 'adds') added.push(use.value);
  }
  return added;
}

/** What a `lambda` gets of the objects through which `sorted(…, key=…)` and its kin go. */
export function givenToLambda(
  world: World,
  module: TestModule,
  binding: Binding,
): readonly Passed[] | undefined {
  const { tree } = module;
  const lambda = binding.scope.node;
  const parameters = childIn(tree, lambda, Field.parameters);
  if (binding.scope.kind !== 'lambda' || parameters === NO_NODE) return undefined;
  const [only, ...more] = namedChildrenOf(tree, parameters);
  if (only !== binding.definitions[0]?.node || more.length > 0) return undefined;
  const call = ancestorOf(tree, lambda, Kind.call);
  const argument =
    call === NO_NODE ? undefined : argumentsOf(tree, call).find(({ value }) => value === lambda);
  if (argument === undefined) return undefined;
  const positional = argumentsOf(tree, call).filter(({ keyword }) => keyword === undefined);
  const callee = childIn(tree, call, Field.function);
  const value = valueOf(world, module, callee);
  const name = value.kind === 'foreign' ? value.origin : '';
  const [first, second, ...others] = positional;
  if (argument.keyword === 'key' && /^builtins\.(?:sorted|min|max)$/.test(name))
    return first !== undefined && second === undefined
      ? loopedOver(world, module, first.value, [])
      : undefined;
  const isMapped = /^builtins\.(?:map|filter)$/.test(name) && first === argument && others.length === 0;
  return isMapped && second !== undefined ? loopedOver(world, module, second.value, []) : undefined;
}
