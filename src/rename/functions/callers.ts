import { argumentsOf, calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import {
  childIn,
  childrenOf,
  Field,
  fieldOf,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { callWith } from './passed-on.ts';
import { isOfProject } from './known-calls.ts';
import { isOfLibrary, isOfLibraryByName } from './library-methods.ts';
import { isRestWithout } from './rest-keywords.ts';
import { usesOfFactory } from '../pytest/fixture-factories.ts';
import { isKeptByPosition } from './known-takers.ts';
import { literalAt } from '../references/literals.ts';
import { shownOf } from '../visibility/observers.ts';
import { edit, refuse, type Step } from '../steps.ts';
import type { World } from '../world.ts';

/** What happens to a function where it is named. */
export type Use =
  /** It gets the arguments of this call: its own, or one that hands them on, such as `partial`. */
  | { readonly use: 'call'; readonly call: Node }
  /** It gets the arguments of this call of `partial` and those of the calls of what that makes. */
  | { readonly use: 'partial'; readonly call: Node }
  /** Its caller is known to pass arguments by position alone, or it is not called there. */
  | { readonly use: 'by-position' }
  /** It is kept or passed on to where nobody can see. */
  | { readonly use: 'escape' };

/** What happens to a function at an expression that gives it: a name, an attribute or a lambda. */
export function useOf(world: World, module: TestModule, expression: Node): Use {
  const { tree } = module;
  let node = expression;
  while (kindOf(tree, parentOf(tree, node)) === Kind.parenthesized_expression) node = parentOf(tree, node);
  const parent = parentOf(tree, node);
  switch (kindOf(tree, parent)) {
    case Kind.call:
      return fieldOf(tree, node) === Field.function ? { use: 'call', call: parent } : { use: 'escape' };
    case Kind.argument_list:
      return useAsArgument(world, module, parentOf(tree, parent), node);
    case Kind.keyword_argument:
      return useAsKeyword(world, module, parent);
    case Kind.decorator:
    case Kind.delete_statement:
    case Kind.expression_statement:
    case Kind.global_statement:
    case Kind.nonlocal_statement:
      return { use: 'by-position' };
    case Kind.attribute:
      return useOfAttribute(tree, parent);
    case Kind.comparison_operator:
      return isIdentity(tree, parent) ? { use: 'by-position' } : { use: 'escape' };
    default:
      return { use: 'escape' };
  }
}

/** Calls that call one of their arguments with the others: by name of the callee, the place of the function. */
const HANDS_ON: ReadonlyMap<string, number> = new Map(
  Object.entries({
    partial: 0,
    addCleanup: 0,
    addClassCleanup: 0,
    addModuleCleanup: 0,
    addAsyncCleanup: 0,
    callback: 0,
    deprecated_call: 0,
    raises: 1,
    warns: 1,
    assertRaises: 1,
    assertRaisesRegex: 2,
    assertRaisesRegexp: 2,
    assertWarns: 1,
    assertWarnsRegex: 2,
  }),
);

/** Functions that call one of their arguments by position, or not at all. */
const BY_POSITION: ReadonlyMap<string, readonly number[]> = new Map(
  Object.entries({
    map: [0],
    filter: [0],
    reduce: [0],
    starmap: [0],
    takewhile: [0],
    dropwhile: [0],
    filterfalse: [0],
    accumulate: [1],
    groupby: [1],
    cmp_to_key: [0],
    iter: [0],
    callable: [0],
    addfinalizer: [0],
    sub: [0, 1],
    subn: [0, 1],
  }),
);

/** Functions whose argument of that keyword is called by position. */
const TAKERS: ReadonlyMap<string, RegExp> = new Map([
  [
    'key',
    /^(?:sorted|sort|min|max|groupby|nlargest|nsmallest|merge|bisect(?:_left|_right)?|insort(?:_left|_right)?)$/,
  ],
  ['default', /^dumps?$/],
  ['object_hook', /^loads?$/],
  ['object_pairs_hook', /^loads?$/],
]);

function useAsArgument(world: World, module: TestModule, call: Node, node: Node): Use {
  const { tree } = module;
  if (isKeptByPosition(world, module, call, node)) return { use: 'by-position' };
  const called = calledNameOf(tree, call);
  const place = argumentsOf(tree, call)
    .filter(({ keyword }) => keyword === undefined)
    .findIndex(({ value }) => value === node);
  if (isOfOthers(world, module, call, isOfLibrary)) {
    if (HANDS_ON.get(called) === place) return { use: called === 'partial' ? 'partial' : 'call', call };
    if (BY_POSITION.get(called)?.includes(place) === true) return { use: 'by-position' };
    // A method that is bound again under its own name has the callers that it had.
    const isKept =
      /^(?:staticmethod|classmethod)$/.test(called) && isBoundTo(module, call, textOf(tree, node));
    if (isKept) return { use: 'by-position' };
  }
  return { use: 'escape' };
}

/** Whether what a call calls is of no project, if it is a name; for an attribute another question tells. */
function isOfOthers(world: World, module: TestModule, call: Node, isMethod: typeof isOfLibrary): boolean {
  const callee = childIn(module.tree, call, Field.function);
  return kindOf(module.tree, callee) === Kind.attribute
    ? isMethod(world, module, callee)
    : !isOfProject(world, module, call);
}

/** Whether what a call gives is assigned to a name in the body of a class. */
function isBoundTo({ tree, bindings }: TestModule, call: Node, name: string): boolean {
  const assignment = parentOf(tree, call);
  const target = childIn(tree, assignment, Field.left);
  if (kindOf(tree, assignment) !== Kind.assignment || fieldOf(tree, call) !== Field.right) return false;
  return textOf(tree, target) === name && bindings.bindingAt(startOf(tree, target))?.scope.kind === 'class';
}

function useAsKeyword(world: World, module: TestModule, argument: Node): Use {
  const { tree } = module;
  const call = parentOf(tree, parentOf(tree, argument));
  if (isKeptByPosition(world, module, call, childIn(tree, argument, Field.value)))
    return { use: 'by-position' };
  const keyword = textOf(tree, childIn(tree, argument, Field.name));
  const isTaker = TAKERS.get(keyword)?.test(calledNameOf(tree, call)) === true;
  return isTaker && isOfOthers(world, module, call, isOfLibraryByName)
    ? { use: 'by-position' }
    : { use: 'escape' };
}

/** Attributes of a function tell nothing of its parameters, but for what wraps or calls it. */
function useOfAttribute(tree: TestModule['tree'], attribute: Node): Use {
  const name = textOf(tree, childIn(tree, attribute, Field.attribute));
  return /^(?:__name__|__qualname__|__doc__|__module__|__defaults__|cache_clear|cache_info)$/.test(name)
    ? { use: 'by-position' }
    : { use: 'escape' };
}

function isIdentity(tree: TestModule['tree'], comparison: Node): boolean {
  return childrenOf(tree, comparison).some((child) => {
    const kind = kindOf(tree, child);
    return kind === Kind.is_token || kind === Kind['is not'];
  });
}

/** What a mention of a function asks for when its parameter is renamed: its keyword renamed, nothing, or an objection. */
export function* callsAt(
  world: World,
  module: TestModule,
  expression: Node,
  oldName: string,
  newName: string,
): Generator<Step> {
  const { tree } = module;
  const use = useOf(world, module, expression);
  switch (use.use) {
    case 'by-position':
      return;
    case 'call':
      yield* keywordInCall(module, use.call, oldName, newName);
      return;
    case 'partial':
      yield* keywordInCall(module, use.call, oldName, newName);
      yield* callsOfValue(world, module, use.call, oldName, newName);
      return;
    case 'escape': {
      const uses = usesOfFactory(world, module, expression);
      if (uses !== undefined) {
        for (const { module: other, node } of uses) yield* callsAt(world, other, node, oldName, newName);
        return;
      }
      const call = callWith(module, expression);
      yield refuse(
        'unknown-caller',
        shownOf(module, call === NO_NODE ? parentOf(tree, expression) : call),
        module,
        startOf(tree, expression),
      );
    }
  }
}

/** The same for an expression that makes a function, such as a lambda: it is used there, or a local variable holds it. */
export function* callsOfValue(
  world: World,
  module: TestModule,
  expression: Node,
  oldName: string,
  newName: string,
): Generator<Step> {
  const holder = holderOf(module, expression);
  if (holder === undefined) {
    yield* callsAt(world, module, expression, oldName, newName);
    return;
  }
  const isKnown =
    holder.definitions.length === 1 && holder.scope.kind !== 'class' && holder.scope.kind !== 'module';
  if (!isKnown)
    yield refuse('unknown-caller', shownOf(module, expression), module, startOf(module.tree, expression));
  for (const { node } of holder.references) yield* callsAt(world, module, node, oldName, newName);
}

/** The variable of `name = lambda …`. */
function holderOf({ tree, bindings }: TestModule, expression: Node): Binding | undefined {
  const assignment = parentOf(tree, expression);
  if (kindOf(tree, assignment) !== Kind.assignment) return undefined;
  // `name = other = lambda …` has two holders.
  if (kindOf(tree, parentOf(tree, assignment)) === Kind.assignment) return undefined;
  const left = childIn(tree, assignment, Field.left);
  return left !== NO_NODE && kindOf(tree, left) === Kind.identifier
    ? bindings.bindingAt(startOf(tree, left))
    : undefined;
}

/** The expression that gives the function that gets the arguments of a call: the callee, or what the callee hands on to. */
export function functionCalledBy(world: World, module: TestModule, call: Node): Node {
  const { tree } = module;
  const place = HANDS_ON.get(calledNameOf(tree, call));
  if (place === undefined || isOfProject(world, module, call)) return childIn(tree, call, Field.function);
  return argumentsOf(tree, call).filter(({ keyword }) => keyword === undefined)[place]?.value ?? NO_NODE;
}

/** Renames a keyword argument of a call; objects to what may pass it unseen. */
export function* keywordInCall(
  module: TestModule,
  call: Node,
  oldName: string,
  newName: string,
): Generator<Step> {
  const { tree } = module;
  for (const { node, keyword } of argumentsOf(tree, call)) {
    if (keyword === oldName) yield edit(module, module.spanOf(childIn(tree, node, Field.name)), newName);
    else if (keyword === newName) yield refuse('collision', `\`${newName}=\``, module, startOf(tree, node));
    else if (kindOf(tree, node) === Kind.dictionary_splat && mayHold(module, node, oldName, newName))
      yield refuse('unpacked-call', shownOf(module, call), module, startOf(tree, node));
  }
}

/** Whether `**…` may pass one of the names: anything but a display or a rest with other keys may. */
function mayHold(module: TestModule, splat: Node, ...names: readonly string[]): boolean {
  const { tree } = module;
  const display = namedChildrenOf(tree, splat)[0] ?? NO_NODE;
  if (kindOf(tree, display) !== Kind.dictionary)
    return !names.every((name) => isRestWithout(module, display, name));
  return namedChildrenOf(tree, display).some((pair) => {
    const key =
      kindOf(tree, pair) === Kind.pair ? literalAt(module, childIn(tree, pair, Field.key)) : undefined;
    return key === undefined || key.isFormatted || names.includes(key.value);
  });
}
