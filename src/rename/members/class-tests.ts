import { argumentsOf, calleeOf, unparenthesized } from '../../python/expressions.ts';
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

/** A variable, and whether an expression gives a class, or several, of which nothing that is looked for is an object. */
export interface ClassTest {
  readonly module: TestModule;
  readonly variable: string;
  readonly isOther: (expression: Node) => boolean;
}

/**
 * Whether code runs only where a test has told that a variable holds an object of another class: below `if
 * isinstance(other, Cart)`, right of `isinstance(other, Cart) and`, behind `if not isinstance(other, Cart): return`.
 */
export function isTestedOther(test: ClassTest, place: Node): boolean {
  const { tree } = test.module;
  for (let inner = place, outer = parentOf(tree, place); outer !== NO_NODE; outer = parentOf(tree, outer)) {
    const kind = kindOf(tree, outer);
    if (kind === Kind.function_definition || kind === Kind.lambda) return false;
    if (isTestedBy(test, outer, inner)) return true;
    inner = outer;
  }
  return false;
}

function isTestedBy(test: ClassTest, outer: Node, inner: Node): boolean {
  const { tree } = test.module;
  switch (kindOf(tree, outer)) {
    case Kind.if_statement:
      return (
        childIn(tree, outer, Field.consequence) === inner &&
        tells(test, childIn(tree, outer, Field.condition), true)
      );
    case Kind.conditional_expression: {
      const [chosen, condition = NO_NODE] = namedChildrenOf(tree, outer);
      return chosen === inner && tells(test, condition, true);
    }
    case Kind.boolean_operator:
      return (
        childIn(tree, outer, Field.right) === inner &&
        tells(test, childIn(tree, outer, Field.left), isAnd(test, outer))
      );
    case Kind.block:
      return namedChildrenOf(tree, outer).some((before) => before < inner && isLeftUnless(test, before));
    default:
      return false;
  }
}

/** `if not isinstance(other, Cart): return NotImplemented` */
function isLeftUnless(test: ClassTest, statement: Node): boolean {
  const { tree } = test.module;
  if (kindOf(tree, statement) !== Kind.if_statement) return false;
  const last = namedChildrenOf(tree, childIn(tree, statement, Field.consequence)).at(-1) ?? NO_NODE;
  const isLeft =
    last !== NO_NODE &&
    [Kind.return_statement, Kind.raise_statement].some((one) => one === kindOf(tree, last));
  return isLeft && tells(test, childIn(tree, statement, Field.condition), false);
}

/** Whether a condition that is true, or false, tells that the variable holds an object of another class. */
function tells(test: ClassTest, condition: Node, truth: boolean): boolean {
  const { tree } = test.module;
  const node = unparenthesized(tree, condition);
  if (node === NO_NODE) return false;
  switch (kindOf(tree, node)) {
    case Kind.not_operator:
      return tells(test, childIn(tree, node, Field.argument), !truth);
    case Kind.boolean_operator: {
      const told = [Field.left, Field.right].map((side) => tells(test, childIn(tree, node, side), truth));
      return told.every(Boolean) || (isAnd(test, node) === truth && told.some(Boolean));
    }
    case Kind.call: {
      const [object, tested] = argumentsOf(tree, node);
      if (!truth || calleeOf(tree, node) !== 'isinstance' || object === undefined || tested === undefined)
        return false;
      return textOf(tree, object.value) === test.variable && test.isOther(tested.value);
    }
    case Kind.comparison_operator:
      return comparesClass(test, node, truth);
    default:
      return false;
  }
}

const isAnd = ({ module: { tree } }: ClassTest, operator: Node) =>
  textOf(tree, childIn(tree, operator, Field.operator)) === 'and';

/** `type(self) is type(other)` */
function comparesClass({ module, variable, isOther }: ClassTest, comparison: Node, truth: boolean): boolean {
  const { tree } = module;
  const [one, other, ...more] = namedChildrenOf(tree, comparison);
  if (one === undefined || other === undefined || more.length > 0) return false;
  const between = module.text.slice(startOf(tree, one) + textOf(tree, one).length, startOf(tree, other));
  if (!(truth ? /^\s*(?:==|is)\s*$/ : /^\s*(?:!=|is\s+not)\s*$/).test(between)) return false;
  const isClass = (node: Node) => [`type(${variable})`, `${variable}.__class__`].includes(textOf(tree, node));
  return (isClass(one) && isOther(other)) || (isClass(other) && isOther(one));
}
