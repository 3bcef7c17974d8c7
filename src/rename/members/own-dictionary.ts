import { argumentsOf, calleeOf } from '../../python/expressions.ts';
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
import { literalAt } from '../references/literals.ts';
import { loopOf } from '../values/loops.ts';

/**
 * Whether a `__dict__` does the same with two names: a loop over it compares each name with others, looks at how it
 * starts, and takes it out of that dictionary.
 */
export function isAlikeFor(module: TestModule, lookup: Node, oldName: string, newName: string): boolean {
  const { tree } = module;
  const dictionary = parentOf(tree, lookup);
  if (textOf(tree, lookup) !== '__dict__' || kindOf(tree, dictionary) !== Kind.attribute) return false;
  const question = { module, names: [oldName, newName], dictionary: textOf(tree, dictionary) } as const;
  const key = keyTakenOut(module, dictionary);
  if (key === NO_NODE) return isAlikeForLoop(question, dictionary);
  const source = loopOf(module, bindingOf(module, key));
  return source !== NO_NODE && isAlikeForLoop(question, innermost(module, source));
}

interface Question {
  readonly module: TestModule;
  readonly names: readonly [string, string];
  /** As it is written: `self.__dict__`. */
  readonly dictionary: string;
}

function bindingOf({ tree, bindings }: TestModule, node: Node): Binding | undefined {
  return kindOf(tree, node) === Kind.identifier ? bindings.bindingAt(startOf(tree, node)) : undefined;
}

/** The key of `del dictionary[key]` and of a statement `dictionary.pop(key)`; NO_NODE elsewhere. */
function keyTakenOut({ tree }: TestModule, dictionary: Node): Node {
  const parent = parentOf(tree, dictionary);
  if (kindOf(tree, parent) === Kind.subscript && fieldOf(tree, dictionary) === Field.value)
    return kindOf(tree, parentOf(tree, parent)) === Kind.delete_statement
      ? childIn(tree, parent, Field.subscript)
      : NO_NODE;
  const call = parentOf(tree, parent);
  const isPop =
    kindOf(tree, parent) === Kind.attribute &&
    textOf(tree, childIn(tree, parent, Field.attribute)) === 'pop' &&
    kindOf(tree, call) === Kind.call &&
    kindOf(tree, parentOf(tree, call)) === Kind.expression_statement;
  return isPop ? (argumentsOf(tree, call)[0]?.value ?? NO_NODE) : NO_NODE;
}

/** The dictionary at the heart of `list(dictionary.keys())` and of `[name for name in dictionary]`. */
function innermost(module: TestModule, iterable: Node): Node {
  const { tree } = module;
  if (iterable === NO_NODE) return NO_NODE;
  switch (kindOf(tree, iterable)) {
    case Kind.list_comprehension:
      return innermost(module, loopOf(module, bindingOf(module, childIn(tree, iterable, Field.body))));
    case Kind.call: {
      const callee = childIn(tree, iterable, Field.function);
      if (kindOf(tree, callee) === Kind.attribute)
        return innermost(module, childIn(tree, callee, Field.object));
      return innermost(module, argumentsOf(tree, iterable)[0]?.value ?? NO_NODE);
    }
    default:
      return iterable;
  }
}

/** Whether names are all that is taken of an iterable of them, in a loop that does the same with both. */
function isAlikeForLoop(question: Question, iterable: Node): boolean {
  const { tree } = question.module;
  if (iterable === NO_NODE) return false;
  const parent = parentOf(tree, iterable);
  switch (kindOf(tree, parent)) {
    case Kind.attribute: {
      const call = parentOf(tree, parent);
      const isKeys =
        textOf(tree, childIn(tree, parent, Field.attribute)) === 'keys' &&
        kindOf(tree, iterable) === Kind.attribute &&
        kindOf(tree, call) === Kind.call;
      return isKeys && isAlikeForLoop(question, call);
    }
    case Kind.argument_list: {
      const call = parentOf(tree, parent);
      const isCopy = /^(?:list|tuple)$/.test(calleeOf(tree, call) ?? '') && isUnbound(question.module, call);
      return isCopy && argumentsOf(tree, call).length === 1 && isAlikeForLoop(question, call);
    }
    case Kind.for_statement:
    case Kind.for_in_clause:
      return (
        fieldOf(tree, iterable) === Field.right && isAlikeForName(question, childIn(tree, parent, Field.left))
      );
    default:
      return false;
  }
}

function isUnbound({ tree, bindings }: TestModule, call: Node): boolean {
  return bindings.bindingAt(startOf(tree, childIn(tree, call, Field.function)))?.kind === 'unbound';
}

function isAlikeForName(question: Question, target: Node): boolean {
  const binding = bindingOf(question.module, target);
  if (binding === undefined || binding.definitions.length !== 1) return false;
  if (binding.scope.kind === 'module' || binding.scope.kind === 'class') return false;
  return binding.references.every(({ node }) => isAlikeAt(question, node));
}

function isAlikeAt(question: Question, name: Node): boolean {
  const { module, names, dictionary } = question;
  const { tree } = module;
  const parent = parentOf(tree, name);
  switch (kindOf(tree, parent)) {
    case Kind.comparison_operator: {
      const others = comparedWith(module, parent, name);
      return others !== undefined && !names.some((one) => others.includes(one));
    }
    case Kind.subscript: {
      if (fieldOf(tree, name) === Field.subscript)
        return (
          kindOf(tree, parentOf(tree, parent)) === Kind.delete_statement &&
          textOf(tree, childIn(tree, parent, Field.value)) === dictionary
        );
      const comparison = parentOf(tree, parent);
      const isFirst = textOf(tree, childIn(tree, parent, Field.subscript)) === '0';
      if (!isFirst || kindOf(tree, comparison) !== Kind.comparison_operator) return false;
      const others = comparedWith(module, comparison, parent);
      return others !== undefined && isSame(names.map((one) => others.includes(one.slice(0, 1))));
    }
    case Kind.attribute: {
      const call = parentOf(tree, parent);
      if (textOf(tree, childIn(tree, parent, Field.attribute)) !== 'startswith') return false;
      if (kindOf(tree, call) !== Kind.call) return false;
      const [prefix, ...more] = argumentsOf(tree, call);
      const prefixes =
        prefix === undefined || more.length > 0 ? undefined : constantsIn(module, prefix.value);
      return (
        prefixes !== undefined && isSame(names.map((one) => prefixes.some((start) => one.startsWith(start))))
      );
    }
    case Kind.argument_list: {
      const callee = childIn(tree, parentOf(tree, parent), Field.function);
      return (
        kindOf(tree, callee) === Kind.attribute &&
        textOf(tree, childIn(tree, callee, Field.object)) === dictionary &&
        keyTakenOut(module, childIn(tree, callee, Field.object)) === name
      );
    }
    case Kind.list_comprehension: {
      const clauses = namedChildrenOf(tree, parent).filter(
        (child) => kindOf(tree, child) === Kind.for_in_clause,
      );
      return clauses.length === 1 && isAlikeForLoop(question, parent);
    }
    default:
      return false;
  }
}

const isSame = ([one, other]: readonly boolean[]) => one === other;

/** The constants of `name == constant` and `name in (constant, constant)`; undefined for any other comparison. */
function comparedWith(module: TestModule, comparison: Node, compared: Node): readonly string[] | undefined {
  const { tree } = module;
  const [left = NO_NODE, right = NO_NODE, ...more] = namedChildrenOf(tree, comparison);
  if (more.length > 0) return undefined;
  const operator = childrenOf(tree, comparison).map((child) => kindOf(tree, child));
  const isEquality = operator.some((kind) => kind === Kind['=='] || kind === Kind['!=']);
  const other = left === compared ? right : left;
  const literal = literalAt(module, other);
  if (isEquality) return literal === undefined || literal.isFormatted ? undefined : [literal.value];
  const isMembership = operator.some((kind) => kind === Kind.in_token || kind === Kind['not in']);
  // In a string, `in` looks for a part of it.
  if (!isMembership || left !== compared || literal !== undefined) return undefined;
  return constantsIn(module, other);
}

/** The values of a string, or of the strings in a display of them. */
function constantsIn(module: TestModule, node: Node): readonly string[] | undefined {
  const { tree } = module;
  const kind = kindOf(tree, node);
  const isDisplay = kind === Kind.tuple || kind === Kind.list || kind === Kind.set;
  const values = (isDisplay ? namedChildrenOf(tree, node) : [node]).map((value) => literalAt(module, value));
  return values.flatMap((literal) => (literal === undefined || literal.isFormatted ? [] : [literal.value]))
    .length === values.length
    ? values.flatMap((literal) => literal?.value ?? [])
    : undefined;
}
