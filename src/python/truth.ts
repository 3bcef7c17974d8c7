import {
  childIn,
  childrenOf,
  Field,
  firstNamedChildOf,
  Kind,
  kindOf,
  namedChildrenOf,
  type Node,
  type SyntaxTree,
  textOf,
} from './syntax.ts';

/**
 * The truth value that an expression has whenever it is evaluated, as far as its form shows (Library Reference, truth
 * value testing); undefined when that depends on what its names mean.
 */
export function truthOf(tree: SyntaxTree, expression: Node): boolean | undefined {
  // Operators nest as deep as a text is long, so that there is no recursion: each comes before its operands here.
  const nodes = [expression];
  for (const node of nodes) nodes.push(...operandsOf(tree, node));
  const truths = new Map<Node, boolean | undefined>();
  for (const node of nodes.toReversed()) truths.set(node, truthFrom(tree, node, truths));
  return truths.get(expression);
}

/** The expressions that the truth value of an expression follows from. */
function operandsOf(tree: SyntaxTree, expression: Node): readonly Node[] {
  switch (kindOf(tree, expression)) {
    case Kind.parenthesized_expression:
      return [firstNamedChildOf(tree, expression)];
    case Kind.not_operator:
      return [childIn(tree, expression, Field.argument)];
    case Kind.boolean_operator:
      return [childIn(tree, expression, Field.left), childIn(tree, expression, Field.right)];
    default:
      return [];
  }
}

function truthFrom(
  tree: SyntaxTree,
  expression: Node,
  truths: ReadonlyMap<Node, boolean | undefined>,
): boolean | undefined {
  const operands = operandsOf(tree, expression).map((operand) => truths.get(operand));
  const [truth] = operands;
  switch (kindOf(tree, expression)) {
    case Kind.true:
    case Kind.ellipsis:
    case Kind.lambda:
    case Kind.generator_expression:
      return true;
    case Kind.false:
    case Kind.none:
      return false;
    case Kind.integer:
    case Kind.float:
      return /[1-9a-f]/i.test(textOf(tree, expression).replace(/^0[box]|e.*$|[jl]$/gi, ''));
    case Kind.string:
    case Kind.concatenated_string:
      return truthOfString(tree, expression);
    case Kind.tuple:
    case Kind.list:
    case Kind.set:
    case Kind.dictionary:
      return truthOfDisplay(tree, expression);
    case Kind.parenthesized_expression:
      return truth;
    case Kind.not_operator:
      return truth === undefined ? undefined : !truth;
    case Kind.boolean_operator:
      return truthOfOperator(textOf(tree, childIn(tree, expression, Field.operator)), operands);
    default:
      return undefined;
  }
}

function truthOfString(tree: SyntaxTree, string: Node): boolean | undefined {
  const parts = kindOf(tree, string) === Kind.string ? [string] : namedChildrenOf(tree, string);
  const inner = new Set(parts.flatMap((part) => childrenOf(tree, part)).map((node) => kindOf(tree, node)));
  if (inner.has(Kind.string_content)) return true;
  return inner.has(Kind.interpolation) ? undefined : false;
}

/** What is unpacked into a display may be empty. */
function truthOfDisplay(tree: SyntaxTree, display: Node): boolean | undefined {
  const elements = namedChildrenOf(tree, display).map((node) => kindOf(tree, node));
  if (elements.length === 0) return false;
  const isUnpacked = (kind: number) => kind === Kind.list_splat || kind === Kind.dictionary_splat;
  return elements.every(isUnpacked) ? undefined : true;
}

function truthOfOperator(operator: string, operands: readonly (boolean | undefined)[]): boolean | undefined {
  const decisive = operator === 'or';
  if (operands.includes(decisive)) return decisive;
  return operands.includes(undefined) ? undefined : !decisive;
}
