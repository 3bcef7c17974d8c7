import { argumentsOf, isLiteral, unwrapped } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import { Kind, kindOf, type Node, startOf, type SyntaxTree } from '../../python/syntax.ts';
import { truthOf } from '../../python/truth.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'assert-always-true',
  family: 'ineffective-tests',
  summary: 'an assertion of something that is true whatever happens',
  advice: 'assert what the test is about instead of what is always true',
  why: `
Such an assertion cannot fail, whatever the code under test does. \`assert (total == 4, "wrong total")\` asserts a
tuple of two, which is true, and \`assert "cart is empty"\` a text. \`assert state == "open" or "paid"\` compares with
the first and takes the second as it is. \`assert is_paid\` names a function and does not call it;
\`assert (line.paid for line in lines)\` makes a generator and never runs it.

The rule looks at \`assert\` and at \`assertTrue\`. It knows the old names \`assert_\` and \`failUnless\` only on
\`self\`, and \`assert_\` from numpy and nose: other objects have methods of these names that compare what they are
given.
`,
  spared: [
    '`assert True`, `assert 1`, `assert ...` and `assert not False`, which say that a line was reached, and other conditions of constants alone, such as `assert 1 or 2`.',
    'What may be empty: an f-string of values, a display that only unpacks (`[*lines]`), a comprehension.',
    'In `assertTrue`, a list or another display of constants, whose truth value is what is tested, and a constant before a second argument, which belongs to `assert-true-misuse`.',
    'A name that stands for more than a plain function of the module: one that is imported, decorated or given another value as well.',
    'A test that is named for the `assert` statement itself, such as `test_assert`.',
    'A set or dictionary in a test that is named for hashing: making it hashes what is put into it.',
    'An `assertTrue` or `assert_` that a class of the module defines itself.',
  ],
  nearest:
    "pylint's `W0199` and pyflakes' and ruff's `F631` report the tuple, pylint's `W0129` and ruff's `PLW0129` the text, and ruff's `SIM222` a constant beside `or`. None of them sees the generator and the function.",
  limits:
    'Where the condition is written down only to be evaluated, as in `assert repr(cart) or True`. Evaluate it without `assert`. Or where a function is given another value from outside at run time, which cannot be seen.',
  severity: { fast: 'error', review: 'error' },
  examples: {
    bad: [
      `
def test_total(cart):
    assert (cart.total == 4, "wrong total")
`,
      `
def test_state(cart):
    assert cart.state == "open" or "paid"
`,
    ],
    good: [
      `
def test_total(cart):
    assert cart.total == 4, "wrong total"
`,
      `
def test_state(cart):
    assert cart.state in ("open", "paid")
`,
    ],
  },
  *check(module) {
    const { assertStatements, model, truthAssertionCalls, spanOf, textOf, tree } = module;
    for (const { node, condition } of assertStatements) {
      if (TESTS_ASSERT.test(model.testAt(startOf(tree, node))?.name ?? '')) continue;
      const reason = reasonFor(module, condition);
      if (reason !== undefined && !isHashed(module, condition))
        yield { at: spanOf(node), message: reason, subject: textOf(condition) };
    }
    for (const call of truthAssertionCalls()) {
      const [condition, ...others] = argumentsOf(tree, call);
      if (condition === undefined || condition.keyword !== undefined) continue;
      // A constant before another argument is what that is compared with, or a message in the wrong place.
      if (others.length > 0 && isLiteral(tree, condition.value)) continue;
      // Of a display of constants, the truth value is what is tested.
      if (isLiteral(tree, condition.value) && !isText(tree, unwrapped(tree, condition.value))) continue;
      const reason = reasonFor(module, condition.value);
      if (reason === undefined || isHashed(module, condition.value)) continue;
      const message = isDisplay(tree, condition.value) && others.length > 0 ? UNCOMPARED : reason;
      yield { at: spanOf(call), message, subject: textOf(condition.value) };
    }
  },
});

/** Whether a test is named for hashing and makes a set or a dictionary, which hashes what is put into it. */
const isHashed = ({ model, tree }: TestModule, display: Node) =>
  /hash/i.test(model.testAt(startOf(tree, display))?.name ?? '') &&
  HASHING.has(kindOf(tree, unwrapped(tree, display)));

const HASHING: ReadonlySet<number> = new Set<number>([Kind.set, Kind.dictionary]);

/** The names of tests of the statement itself. */
const TESTS_ASSERT = /^test_?assert(?:_?(?:statement|stmt|syntax))?\d*$/i;

/** Why an expression is always true, as a message; undefined when it need not be, or is so on purpose. */
function reasonFor(module: TestModule, written: Node): string | undefined {
  const { tree } = module;
  const condition = unwrapped(tree, written);
  switch (kindOf(tree, condition)) {
    case Kind.identifier:
      return isFunction(module, condition)
        ? `\`${module.textOf(condition)}\` is a function, which is always true; call it`
        : undefined;
    case Kind.true:
    case Kind.integer:
    case Kind.float:
    case Kind.ellipsis:
    case Kind.not_operator:
      return undefined;
    case Kind.generator_expression:
      return 'a generator is always true, and is never run; wrap it in `all()` or `any()`';
    case Kind.lambda:
      return 'a lambda is always true, and is never called; assert its body';
    case Kind.tuple:
      return truthOf(tree, condition) === true
        ? 'a tuple is always true; take the parentheses away, or assert each part'
        : undefined;
    case Kind.boolean_operator:
      return truthOf(tree, condition) === true && !isConstant(tree, condition)
        ? 'this is always true: a side of `or` is a constant; compare it as well'
        : undefined;
    default:
      return truthOf(tree, condition) === true
        ? `${isText(tree, condition) ? 'a text' : 'this'} is always true; assert what it is about`
        : undefined;
  }
}

/** What is said of `assertTrue([tea, cake], cart.items)`. */
const UNCOMPARED = 'this is always true, and the second argument is a message; compare with `assertEqual`';

function isDisplay(tree: SyntaxTree, written: Node): boolean {
  const kind = kindOf(tree, unwrapped(tree, written));
  return kind === Kind.list || kind === Kind.set || kind === Kind.dictionary || kind === Kind.tuple;
}

function isText(tree: SyntaxTree, node: Node): boolean {
  const kind = kindOf(tree, node);
  return kind === Kind.string || kind === Kind.concatenated_string;
}

/** Whether no name stands in an expression: it is meant as a constant. */
function isConstant(tree: SyntaxTree, expression: Node): boolean {
  for (let node = expression, end = tree.after[expression] ?? 0; node < end; node++)
    if (kindOf(tree, node) === Kind.identifier) return false;
  return true;
}

/** Whether a name means a function that the module defines, and nothing else. */
function isFunction({ bindings, definitions, tree }: TestModule, name: Node): boolean {
  const binding = bindings.bindingAt(startOf(tree, name));
  if (binding?.kind !== 'function') return false;
  return binding.definitions.every(({ start }) =>
    definitions.some(
      ({ kind, nameSpan, decorators }) =>
        nameSpan.start === start && kind === 'function' && decorators.length === 0,
    ),
  );
}
