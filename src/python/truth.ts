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
      return truthOf(tree, firstNamedChildOf(tree, expression));
    case Kind.not_operator: {
      const truth = truthOf(tree, childIn(tree, expression, Field.argument));
      return truth === undefined ? undefined : !truth;
    }
    case Kind.boolean_operator:
      return truthOfOperator(tree, expression);
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

function truthOfOperator(tree: SyntaxTree, operation: Node): boolean | undefined {
  const decisive = textOf(tree, childIn(tree, operation, Field.operator)) === 'or';
  const left = truthOf(tree, childIn(tree, operation, Field.left));
  const right = truthOf(tree, childIn(tree, operation, Field.right));
  if (left === decisive || right === decisive) return decisive;
  return left === undefined || right === undefined ? undefined : !decisive;
}
