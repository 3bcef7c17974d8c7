import {
  afterOf,
  childIn,
  childrenOf,
  endOf,
  Field,
  isToken,
  Kind,
  kindOf,
  firstNamedChildOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  type SyntaxTree,
  textOf,
} from './syntax.ts';

/** The text of a name or of attributes of a name (`pytest.mark.skip`); undefined for any other expression. */
export function dottedNameOf(tree: SyntaxTree, node: Node): string | undefined {
  if (node === NO_NODE) return undefined;
  let length = 0;
  for (let inner = node, end = afterOf(tree, node); inner < end; inner++) {
    const kind = kindOf(tree, inner);
    if (kind === Kind.identifier || kind === Kind['.']) length += endOf(tree, inner) - startOf(tree, inner);
    else if (kind !== Kind.attribute) return undefined;
  }
  const text = textOf(tree, node);
  // Names and dots alone fill nearly all of them.
  return length === text.length ? text : text.replace(/\s+/g, '');
}

/** The dotted name that a call calls; undefined when it calls the value of another expression. */
export function calleeOf(tree: SyntaxTree, call: Node): string | undefined {
  return dottedNameOf(tree, childIn(tree, call, Field.function));
}

/** The last part of what a call calls: `get` of `self.api().get(…)`; empty for a call of something without a name. */
export function calledNameOf(tree: SyntaxTree, call: Node): string {
  const callee = childIn(tree, call, Field.function);
  if (callee === NO_NODE) return '';
  if (kindOf(tree, callee) === Kind.identifier) return textOf(tree, callee);
  if (kindOf(tree, callee) !== Kind.attribute) return '';
  const attribute = childIn(tree, callee, Field.attribute);
  return attribute === NO_NODE ? '' : textOf(tree, attribute);
}

/** One argument of a call. */
export interface Argument {
  /** The whole argument, keyword included. */
  readonly node: Node;
  /** The keyword; undefined for a positional or unpacked argument. */
  readonly keyword: string | undefined;
  readonly value: Node;
}

/** The arguments of a call, positional ones first as they stand. */
export function argumentsOf(tree: SyntaxTree, call: Node): readonly Argument[] {
  const list = childIn(tree, call, Field.arguments);
  if (list === NO_NODE) return [];
  if (kindOf(tree, list) !== Kind.argument_list) return [{ node: list, keyword: undefined, value: list }];
  return namedChildrenOf(tree, list).map((node) => {
    if (kindOf(tree, node) !== Kind.keyword_argument) return { node, keyword: undefined, value: node };
    const name = childIn(tree, node, Field.name);
    return { node, keyword: textOf(tree, name).normalize('NFKC'), value: childIn(tree, node, Field.value) };
  });
}

/** The value of a keyword of a call, or NO_NODE. */
export function keywordOf(tree: SyntaxTree, call: Node, keyword: string): Node {
  return argumentsOf(tree, call).find((argument) => argument.keyword === keyword)?.value ?? NO_NODE;
}

/** What stands between the quotes of a string without interpolations, escapes as written; else undefined. */
export function stringContentOf(tree: SyntaxTree, node: Node): string | undefined {
  if (node === NO_NODE || kindOf(tree, node) !== Kind.string) return undefined;
  const children = childrenOf(tree, node);
  if (children.some((child) => kindOf(tree, child) === Kind.interpolation)) return undefined;
  const [first = NO_NODE] = children;
  const last = children.at(-1) ?? NO_NODE;
  if (kindOf(tree, first) !== Kind.string_start || kindOf(tree, last) !== Kind.string_end) return undefined;
  return tree.text.slice(endOf(tree, first), startOf(tree, last));
}

/** The keys of a dictionary that is written out, those that are strings; none for any other expression. */
export function stringKeysOf(tree: SyntaxTree, node: Node): readonly string[] {
  if (kindOf(tree, node) !== Kind.dictionary) return [];
  return namedChildrenOf(tree, node).flatMap((pair) =>
    kindOf(tree, pair) === Kind.pair ? (stringContentOf(tree, childIn(tree, pair, Field.key)) ?? []) : [],
  );
}

/** Whether a node is a value that is written out: a string, a number, a constant, or a display of such. */
export function isLiteral(tree: SyntaxTree, node: Node): boolean {
  for (let inner = node, end = afterOf(tree, node); inner < end; inner++) {
    const kind = kindOf(tree, inner);
    if (literalKinds.has(kind) || isToken(kind)) continue;
    return false;
  }
  return true;
}

const literalKinds: ReadonlySet<number> = new Set<number>([
  Kind.string,
  Kind.string_start,
  Kind.string_content,
  Kind.string_end,
  Kind.escape_sequence,
  Kind.concatenated_string,
  Kind.integer,
  Kind.float,
  Kind.true,
  Kind.false,
  Kind.none,
  Kind.ellipsis,
  Kind.list,
  Kind.tuple,
  Kind.set,
  Kind.dictionary,
  Kind.pair,
  Kind.unary_operator,
  Kind.parenthesized_expression,
]);

/** The expression inside parentheses. */
export function unparenthesized(tree: SyntaxTree, node: Node): Node {
  let inner = node;
  while (inner !== NO_NODE && kindOf(tree, inner) === Kind.parenthesized_expression)
    inner = firstNamedChildOf(tree, inner);
  return inner;
}

/** The expression inside `await` and parentheses. */
export function unwrapped(tree: SyntaxTree, node: Node): Node {
  let inner = node;
  while (inner !== NO_NODE) {
    const kind = kindOf(tree, inner);
    if (kind !== Kind.await && kind !== Kind.parenthesized_expression) return inner;
    inner = firstNamedChildOf(tree, inner);
  }
  return inner;
}

/**
 * The value that a statement gives to one name or attribute alone: the right side of `name = …` (annotated and chained too), of
 * `name := …`, or the context manager of `with … as name`. NO_NODE when it is bound in another way: a
 * parameter, a loop, an unpacking, `+=`.
 */
export function valueGivenTo(tree: SyntaxTree, target: Node): Node {
  const parent = parentOf(tree, target);
  switch (kindOf(tree, parent)) {
    case Kind.assignment: {
      if (childIn(tree, parent, Field.left) !== target) return NO_NODE;
      let value = childIn(tree, parent, Field.right);
      while (value !== NO_NODE && kindOf(tree, value) === Kind.assignment)
        value = childIn(tree, value, Field.right);
      return value;
    }
    case Kind.named_expression:
      return childIn(tree, parent, Field.name) === target ? childIn(tree, parent, Field.value) : NO_NODE;
    case Kind.as_pattern_target: {
      const pattern = parentOf(tree, parent);
      if (kindOf(tree, parentOf(tree, pattern)) !== Kind.with_item) return NO_NODE;
      return firstNamedChildOf(tree, pattern);
    }
    default:
      return NO_NODE;
  }
}

/** The first node that starts at or after a UTF-16 offset: the outermost of those that start there. */
export function firstNodeFrom(tree: SyntaxTree, offset: number): Node {
  let low = 0;
  let high = tree.size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(tree, middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
