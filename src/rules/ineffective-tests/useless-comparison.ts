import { unwrapped } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  expressionOf,
  isAloneInBlock,
  isInLoop,
  mayBeExpectedToRaise,
  previousStatementOf,
} from '../../python/statements.ts';
import {
  childIn,
  Field,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  startOf,
} from '../../python/syntax.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'useless-comparison',
  family: 'ineffective-tests',
  summary: 'a comparison that stands alone, without `assert`',
  advice: 'put `assert` before the comparisons',
  why: `
\`cart.total == 4\` on a line of its own compares, and throws the answer away: the test passes whatever the total is.
Nearly always an \`assert\` was forgotten, or \`=\` was meant.

The rule looks at tests and helpers alike. The fix puts \`assert\` before the comparison. It is unsafe, since the test
may fail then: what the comparison says was never checked.
`,
  spared: [
    'A comparison in a `with` block, or in a `try` clause with handlers: it may be there for what it raises.',
    'A module that defines or names a method such as `__eq__`, and a test that is named for comparing, such as `test_equals_none`: the operator is what is tested.',
    'A comparison that is all that a loop or an inner function does: it may be measured, or passed on.',
    'A comparison of an object whose class the module derives from one elsewhere, which may give the operator a meaning.',
    'A comparison with a comment after it, or below one that says that comparing alone is what matters.',
    'A function that is named for leaving its `return` out, such as `is_adult_without_return`.',
  ],
  nearest:
    "flake8-bugbear's and ruff's `B015` and pylint's `W0104` report the same, in `with` blocks too, and mend nothing.",
  limits:
    'Where objects are compared for a side effect of their operator, as in some query builders. Assign the result to `_`, and say why.',
  severity: { fast: 'error', review: 'error' },
  examples: {
    bad: [
      `
def test_total(cart):
    cart.add("tea")
    cart.total == 4
`,
    ],
    good: [
      `
def test_total(cart):
    cart.add("tea")
    assert cart.total == 4
`,
      `
import pytest

def test_carts_have_no_order(cart):
    with pytest.raises(TypeError):
        cart < cart
`,
    ],
  },
  *check(module) {
    const { nodesOf, spanOf, textOf, tree } = module;
    for (const statement of nodesOf(Kind.expression_statement)) {
      const expression = expressionOf(tree, statement);
      if (expression === NO_NODE || kindOf(tree, unwrapped(tree, expression)) !== Kind.comparison_operator)
        continue;
      if (mayBeExpectedToRaise(tree, statement) || isMeant(module, statement)) continue;
      const at = spanOf(statement);
      yield {
        at,
        message: 'comparison without `assert` checks nothing; assert it, or assign with `=`',
        subject: textOf(expression),
        fix: {
          edits: [{ span: { start: at.start, end: at.start }, replacement: 'assert ' }],
          safe: false,
          title: 'assert the comparison',
        },
      };
    }
  },
});

/** The names of functions that leave the `return` out on purpose. */
const WITHOUT_RETURN = /(?:without|no|missing)_?return/i;

/** Whether a comparison may be there for what comparing does: for an operator, a measurement, whoever calls it. */
function isMeant(module: TestModule, statement: Node): boolean {
  const { tree, text, model, spanOf, commentAfter } = module;
  const { start } = spanOf(statement);
  if (commentAfter(statement) !== undefined || COMPARISON_METHOD.test(text)) return true;
  if (isExplained(module, statement)) return true;
  if (WITHOUT_RETURN.test(module.definitionAt(start)?.name ?? '')) return true;
  if (ABOUT_COMPARISONS.test(model.testAt(start)?.name ?? '')) return true;
  if (isOfDerivedClass(module, statement)) return true;
  return isAloneInBlock(tree, statement) && isRunByOthers(module, statement);
}

/** Whether a comment above a comparison, or above the first of several, says that comparing alone is what matters. */
function isExplained({ commentsAround, spanOf, tree }: TestModule, statement: Node): boolean {
  const isBare = (one: Node) =>
    one !== NO_NODE &&
    kindOf(tree, one) === Kind.expression_statement &&
    kindOf(tree, unwrapped(tree, expressionOf(tree, one))) === Kind.comparison_operator;
  let first = statement;
  for (let above = first; isBare(above); above = previousStatementOf(tree, above)) first = above;
  const { start } = spanOf(first);
  return commentsAround({ start, end: start }).some(({ content }) => FOR_ITS_OWN_SAKE.test(content));
}

const FOR_ITS_OWN_SAKE =
  /\b(?:care|matters?|possible|works|rais\w+|errors?|exceptions?|crash\w*|fails?|smoke|cover\w*|evaluat\w+|just|only)\b/i;

/** Whether an operand is made by a class of the module that has a base from elsewhere, with operators of its own perhaps. */
function isOfDerivedClass(module: TestModule, statement: Node): boolean {
  const { bindings, definitions, members, textOf, tree, valueGivenTo } = module;
  const operands = namedChildrenOf(tree, unwrapped(tree, expressionOf(tree, statement)));
  return operands.some((operand) => {
    if (kindOf(tree, operand) !== Kind.identifier) return false;
    const [given, ...more] = bindings.bindingAt(startOf(tree, operand))?.definitions ?? [];
    const value = given === undefined || more.length > 0 ? undefined : valueGivenTo(given.node);
    if (value === undefined || kindOf(tree, value) !== Kind.call) return false;
    const name = textOf(childIn(tree, value, Field.function));
    return definitions.some(
      (one) =>
        one.kind === 'class' &&
        one.name === name &&
        members.outsideBasesOf(one).some((base) => base !== 'object'),
    );
  });
}

/** In a module that defines or names one, a comparison may be there for what the method does. */
const COMPARISON_METHOD = /\b__(?:eq|ne|lt|le|gt|ge|contains)__\b/;

const ABOUT_COMPARISONS =
  /(?:^|_)(?:eq|ne|lt|le|gt|ge|equals?|equality|compar\w*|operators?|contains|membership)(?:_|$)/i;

/** Whether a block is the body of a loop, which may be measured, or of a function in a function, which is passed on. */
function isRunByOthers({ tree, definitionAt, spanOf }: TestModule, statement: Node): boolean {
  if (isInLoop(tree, statement)) return true;
  const definition = definitionAt(spanOf(statement).start);
  return definition?.kind === 'function' && definition.enclosing?.kind === 'function';
}
