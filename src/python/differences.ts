import { argumentsOf } from './expressions.ts';
import {
  afterOf,
  childIn,
  childrenOf,
  Field,
  Kind,
  kindOf,
  firstNamedChildOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  type SyntaxTree,
  textOf,
} from './syntax.ts';

/** Where two expressions of the same form differ: the smallest parts that say it, such as two arguments. */
export interface Difference {
  /** NO_NODE where only the other expression has the part. */
  readonly one: Node;
  readonly other: Node;
}

/**
 * The parts in which two expressions differ, in source order: arguments by their place or keyword, entries of
 * dictionaries by their key, elements of displays of one length by their place, the callee as a whole. White space does not count.
 */
export function differencesBetween(tree: SyntaxTree, one: Node, other: Node): readonly Difference[] {
  if (one === NO_NODE || other === NO_NODE) return one === other ? [] : [{ one, other }];
  if (isSameText(tree, one, other)) return [];
  const whole = [{ one, other }];
  if (kindOf(tree, one) !== kindOf(tree, other)) return whole;
  switch (kindOf(tree, one)) {
    case Kind.call:
      return [
        ...inField(tree, one, other, Field.function),
        ...alignedDifferences(tree, argumentsByKey(tree, one), argumentsByKey(tree, other)),
      ];
    case Kind.dictionary:
      return alignedDifferences(tree, entriesByKey(tree, one), entriesByKey(tree, other));
    case Kind.attribute:
      return hasSame(tree, one, other, Field.attribute) ? inField(tree, one, other, Field.object) : whole;
    case Kind.subscript:
      return hasSame(tree, one, other, Field.subscript) ? inField(tree, one, other, Field.value) : whole;
    case Kind.keyword_argument:
    case Kind.pair:
      return hasParts(tree, one) && hasParts(tree, other) ? inField(tree, one, other, Field.value) : whole;
    case Kind.list:
    case Kind.tuple:
    case Kind.set:
      return elementDifferences(tree, one, other) ?? whole;
    case Kind.dictionary_splat:
    case Kind.list_splat:
    case Kind.await:
    case Kind.parenthesized_expression:
      return differencesBetween(tree, onlyChildOf(tree, one), onlyChildOf(tree, other));
    default:
      return whole;
  }
}

function inField(tree: SyntaxTree, one: Node, other: Node, field: Field): readonly Difference[] {
  return differencesBetween(tree, childIn(tree, one, field), childIn(tree, other, field));
}

function hasSame(tree: SyntaxTree, one: Node, other: Node, field: Field): boolean {
  return isSameText(tree, childIn(tree, one, field), childIn(tree, other, field));
}

/** Whether the value of a keyword or entry has parts of its own, which say more briefly what differs. */
function hasParts(tree: SyntaxTree, node: Node): boolean {
  return KINDS_WITH_PARTS.has(kindOf(tree, childIn(tree, node, Field.value)));
}

const KINDS_WITH_PARTS: ReadonlySet<number> = new Set<number>([
  Kind.dictionary,
  Kind.list,
  Kind.tuple,
  Kind.set,
  Kind.call,
]);

function elementDifferences(tree: SyntaxTree, one: Node, other: Node): readonly Difference[] | undefined {
  const ones = namedChildrenOf(tree, one);
  const others = namedChildrenOf(tree, other);
  if (ones.length !== others.length) return undefined;
  return ones.flatMap((element, index) => differencesBetween(tree, element, others[index] ?? NO_NODE));
}

function onlyChildOf(tree: SyntaxTree, node: Node): Node {
  return firstNamedChildOf(tree, node);
}

function isSameText(tree: SyntaxTree, one: Node, other: Node): boolean {
  return textOf(tree, one).replace(/\s+/g, '') === textOf(tree, other).replace(/\s+/g, '');
}

/** An expression without its comments and with one space between all tokens: the same for all ways to lay it out. */
export function tokensOf(tree: SyntaxTree, root: Node): string {
  const tokens: string[] = [];
  for (let node = root, end = afterOf(tree, root); node < end;) {
    const after = afterOf(tree, node);
    const kind = kindOf(tree, node);
    const isWhole = kind === Kind.string || after === node + 1;
    if (isWhole && kind !== Kind.comment && kind !== Kind.line_continuation) tokens.push(textOf(tree, node));
    node = isWhole ? after : node + 1;
  }
  return tokens.join(' ');
}

/** The text of an expression on one line. */
export function compactText(tree: SyntaxTree, node: Node): string {
  return textOf(tree, node).replace(/\s*\n\s*/g, ' ');
}

function argumentsByKey(tree: SyntaxTree, call: Node): ReadonlyMap<string, Node> {
  return new Map(
    argumentsOf(tree, call).map(({ keyword, node }, index) => [keyword ?? String(index), node] as const),
  );
}

function entriesByKey(tree: SyntaxTree, dictionary: Node): ReadonlyMap<string, Node> {
  return new Map(
    childrenOf(tree, dictionary)
      .filter((entry) => kindOf(tree, entry) === Kind.pair)
      .map((entry) => [textOf(tree, childIn(tree, entry, Field.key)), entry] as const),
  );
}

function alignedDifferences(
  tree: SyntaxTree,
  ones: ReadonlyMap<string, Node>,
  others: ReadonlyMap<string, Node>,
): readonly Difference[] {
  const keys = new Set([...ones.keys(), ...others.keys()]);
  return Array.from(keys).flatMap((key) =>
    differencesBetween(tree, ones.get(key) ?? NO_NODE, others.get(key) ?? NO_NODE),
  );
}
