import { argumentsOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  childIn,
  Field,
  fieldOf,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  parentOf,
  textOf,
} from '../../python/syntax.ts';
import { isTestCaseMethod } from '../pytest/test-case-methods.ts';
import { valueOf } from './values.ts';
import type { World } from '../world.ts';

/** What happens to a container of objects where it stands. */
export type ContainerUse =
  /** Nothing, or nothing but special methods of the objects. */
  | { readonly use: 'seen' }
  /** An object is put into it. */
  | { readonly use: 'adds'; readonly value: Node }
  /** An expression gives one of the objects. */
  | { readonly use: 'gives'; readonly node: Node }
  /** A loop gives them to the names in a target. */
  | { readonly use: 'loops'; readonly target: Node }
  /** An expression gives another container of them, or an iterator. */
  | { readonly use: 'copies'; readonly node: Node }
  /** An expression goes through them in pairs with something else. */
  | { readonly use: 'pairs'; readonly node: Node }
  /** Anything may be put into it, and its objects may get anywhere. */
  | { readonly use: 'unknown' };

const seen: ContainerUse = { use: 'seen' };
const unknown: ContainerUse = { use: 'unknown' };

/** What happens to the list, dictionary or iterator that an expression gives. */
export function containerUseOf(world: World, module: TestModule, expression: Node): ContainerUse {
  const { tree } = module;
  let node = expression;
  while (kindOf(tree, parentOf(tree, node)) === Kind.parenthesized_expression) node = parentOf(tree, node);
  const parent = parentOf(tree, node);
  switch (kindOf(tree, parent)) {
    case Kind.for_statement:
    case Kind.for_in_clause:
      return fieldOf(tree, node) === Field.right
        ? { use: 'loops', target: childIn(tree, parent, Field.left) }
        : unknown;
    case Kind.subscript:
      return fieldOf(tree, node) === Field.value ? useOfSubscript(module, parent) : unknown;
    case Kind.attribute:
      return useOfMethod(module, parent);
    case Kind.argument_list:
      return useAsArgument(world, module, parentOf(tree, parent), node);
    case Kind.call:
      // A generator expression without parentheses of its own.
      return fieldOf(tree, node) === Field.arguments ? useAsArgument(world, module, parent, node) : unknown;
    case Kind.assert_statement:
    case Kind.comparison_operator:
    case Kind.delete_statement:
    case Kind.expression_statement:
    case Kind.if_statement:
    case Kind.elif_clause:
    case Kind.interpolation:
    case Kind.not_operator:
    case Kind.while_statement:
      return seen;
    default:
      return unknown;
  }
}

function useOfSubscript({ tree }: TestModule, subscript: Node): ContainerUse {
  const parent = parentOf(tree, subscript);
  const isSlice = isSliced(tree, subscript);
  switch (kindOf(tree, parent)) {
    case Kind.assignment:
      if (fieldOf(tree, subscript) === Field.left)
        return isSlice ? unknown : { use: 'adds', value: childIn(tree, parent, Field.right) };
      break;
    case Kind.delete_statement:
      return seen;
    case Kind.augmented_assignment:
    case Kind.pattern_list:
    case Kind.tuple_pattern:
    case Kind.list_pattern:
    case Kind.as_pattern_target:
      return unknown;
    case Kind.for_statement:
    case Kind.for_in_clause:
      if (fieldOf(tree, subscript) === Field.left) return unknown;
  }
  return { use: isSlice ? 'copies' : 'gives', node: subscript };
}

/** Whether a subscript gives a part of a sequence, and not one of its objects. */
export function isSliced(tree: TestModule['tree'], subscript: Node): boolean {
  const [, first = NO_NODE, ...more] = namedChildrenOf(tree, subscript);
  return more.length > 0 || kindOf(tree, first) === Kind.slice;
}

function useOfMethod({ tree }: TestModule, attribute: Node): ContainerUse {
  const call = parentOf(tree, attribute);
  if (kindOf(tree, call) !== Kind.call || fieldOf(tree, attribute) !== Field.function) return unknown;
  const given = argumentsOf(tree, call);
  const isPlain = given.every(({ keyword, node }) => keyword === undefined && !isSplat(tree, node));
  switch (textOf(tree, childIn(tree, attribute, Field.attribute))) {
    case 'append':
    case 'appendleft':
    case 'add':
      return isPlain && given.length === 1 ? adding(given[0]?.value) : unknown;
    case 'insert':
      return isPlain && given.length === 2 ? adding(given[1]?.value) : unknown;
    case 'pop':
    case 'popleft':
    case 'get':
      return { use: 'gives', node: call };
    case 'copy':
    case 'values':
    case 'keys':
      return { use: 'copies', node: call };
    case 'items':
      return { use: 'pairs', node: call };
    case 'clear':
    case 'count':
    case 'discard':
    case 'index':
    case 'remove':
    case 'reverse':
      return seen;
    default:
      return unknown;
  }
}

const isSplat = (tree: TestModule['tree'], node: Node) =>
  kindOf(tree, node) === Kind.list_splat || kindOf(tree, node) === Kind.dictionary_splat;

const adding = (value: Node | undefined): ContainerUse =>
  value === undefined ? unknown : { use: 'adds', value };

function useAsArgument(world: World, module: TestModule, call: Node, node: Node): ContainerUse {
  const { tree } = module;
  if (kindOf(tree, call) !== Kind.call) return unknown;
  if (isTestCaseMethod(world, module, call, /^assert/)) return seen;
  const callee = valueOf(world, module, childIn(tree, call, Field.function));
  const name = callee.kind === 'foreign' ? callee.origin : '';
  if (/^builtins\.(?:len|any|all|sum|bool|str|repr|print|isinstance|id)$/.test(name)) return seen;
  const given = argumentsOf(tree, call);
  const key = given.find(({ keyword }) => keyword === 'key');
  if (key !== undefined && kindOf(tree, key.value) !== Kind.lambda) return unknown;
  if (/^builtins\.(?:enumerate|zip)$/.test(name)) return { use: 'pairs', node: call };
  const isFiltered =
    name === 'builtins.filter' && given[0] !== undefined && kindOf(tree, given[0].value) === Kind.lambda;
  if (isFiltered || COPYING.test(name)) return { use: 'copies', node: call };
  const isOne = given.filter(({ keyword }) => keyword === undefined).length === 1;
  return /^builtins\.(?:next|min|max)$/.test(name) && isOne && given[0]?.value === node
    ? { use: 'gives', node: call }
    : unknown;
}

/** What makes a container or an iterator of the same objects. */
const COPYING = /^builtins\.(?:list|tuple|set|frozenset|sorted|reversed|iter)$/;
