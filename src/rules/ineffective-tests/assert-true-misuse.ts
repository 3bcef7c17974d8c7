import { argumentsOf, calledNameOf, isLiteral, unwrapped } from '../../python/expressions.ts';
import { childIn, Field, Kind, kindOf, type Node, type SyntaxTree, textOf } from '../../python/syntax.ts';
import { truthOf } from '../../python/truth.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'assert-true-misuse',
  family: 'ineffective-tests',
  summary: '`assertTrue(a, b)` where `assertEqual(a, b)` is meant',
  advice: 'compare the two values with `assertEqual`',
  why: `
The second argument of \`assertTrue\` and \`assertFalse\` is the message of a failure. \`assertTrue(len(rows), 3)\`
passes with one row, and with a thousand: the 3 is never compared with anything.

The rule looks at methods of these names that are called with two arguments, and speaks when the second one is a
constant other than a text, or the first one is a constant. The fix writes \`assertEqual\`; a test that fails then was
wrong before. There is no fix where a passing test shows that the two differ (\`assertTrue(rows, 0)\`), where a yes or
no stands beside something else (\`assertTrue(isclose(a, b), 0.1)\`), or where a text stands first, which may be a
message in the wrong place.
`,
  spared: [
    'A comparison or a `not` that stands first: after it, the second argument can only be a message.',
    'A first argument that fails for certain, as in `assertTrue(False, rows)`: it is a way to fail.',
    'A second argument that is a text or is made with one (`"closed by %s" % owner`), that is named for a message (`msg`, `reason`), or that is `None`.',
    'Arguments that are unpacked or passed by keyword.',
    'An `assertTrue` or `assertFalse` that the module defines itself.',
  ],
  limits:
    'Where a number or a list really is meant as the message of the failure. A text says it better: `msg=f"{rows}"`.',
  severity: { fast: 'error', review: 'error' },
  examples: {
    bad: [
      `
import unittest

class CartTest(unittest.TestCase):
    def test_lines(self):
        self.assertTrue(len(self.cart.lines), 3)
`,
    ],
    good: [
      `
import unittest

class CartTest(unittest.TestCase):
    def test_lines(self):
        self.assertEqual(len(self.cart.lines), 3)
        self.assertTrue(self.cart.is_open, "the cart was closed")
`,
    ],
  },
  *check({ calls, definitions, spanOf, textOf: shown, tree }) {
    for (const name of ['assertTrue', 'assertFalse'] as const) {
      for (const call of calls.named(name)) {
        const callee = childIn(tree, call, Field.function);
        const [first, second, ...others] = argumentsOf(tree, call);
        if (first === undefined || second === undefined || others.length > 0) continue;
        if (first.keyword !== undefined || second.keyword !== undefined) continue;
        if (kindOf(tree, callee) !== Kind.attribute || !isMisused(tree, first.value, second.value)) continue;
        if (definitions.some((definition) => definition.name === name)) continue;
        if (truthOf(tree, first.value) === (name === 'assertFalse')) continue;
        const at = spanOf(childIn(tree, callee, Field.attribute));
        const canBeEqual =
          truthOf(tree, second.value) !== (name === 'assertFalse') &&
          !(answersYesOrNo(tree, first.value) && !isYesOrNo(tree, second.value));
        yield {
          at: spanOf(call),
          message: `the second argument of \`${name}\` is a message; ${canBeEqual ? '' : 'leave it out, or '}compare with \`assertEqual\``,
          subject: `${shown(first.value)}, ${shown(second.value)}`,
          ...(canBeEqual &&
            !isText(tree, first.value) && {
              fix: {
                edits: [{ span: at, replacement: 'assertEqual' }],
                safe: true,
                title: 'compare the two with `assertEqual`',
              },
            }),
        };
      }
    }
  },
});

function isMisused(tree: SyntaxTree, first: Node, second: Node): boolean {
  const kind = kindOf(tree, unwrapped(tree, first));
  if (kind === Kind.comparison_operator || kind === Kind.not_operator || isSplat(tree, first)) return false;
  // None is the message that is there already when none is given.
  if (isSplat(tree, second) || isMessage(tree, second) || kindOf(tree, second) === Kind.none) return false;
  return isLiteral(tree, second) || isLiteral(tree, first);
}

/** Whether an expression calls what is named for giving True or False. */
function answersYesOrNo(tree: SyntaxTree, expression: Node): boolean {
  const call = unwrapped(tree, expression);
  return kindOf(tree, call) === Kind.call && PREDICATES.test(calledNameOf(tree, call));
}

const PREDICATES =
  /^_*(?:is|has|can|was|are|all|any|callable|bool)(?:_|$)|^(?:is|has)(?:[a-z]+|[A-Z]\w*)$|^(?:exists|startswith|endswith|allclose|array_equal|equals)$|^__(?:eq|ne|lt|le|gt|ge|contains)__$/;

function isYesOrNo(tree: SyntaxTree, expression: Node): boolean {
  const kind = kindOf(tree, unwrapped(tree, expression));
  return kind === Kind.true || kind === Kind.false;
}

/** Whether an expression is a text or made with one: a text that is formatted or joined, or a name for a message. */
function isMessage(tree: SyntaxTree, expression: Node): boolean {
  const node = unwrapped(tree, expression);
  switch (kindOf(tree, node)) {
    case Kind.binary_operator:
      return [Field.left, Field.right].some((field) => isMessage(tree, childIn(tree, node, field)));
    case Kind.call: {
      const callee = childIn(tree, node, Field.function);
      return kindOf(tree, callee) === Kind.attribute && isMessage(tree, childIn(tree, callee, Field.object));
    }
    case Kind.identifier:
    case Kind.attribute:
      return /(?:msg|message|reason|error|description)s?$/i.test(textOf(tree, node));
    default:
      return isText(tree, node);
  }
}

function isText(tree: SyntaxTree, node: Node): boolean {
  const kind = kindOf(tree, node);
  return kind === Kind.string || kind === Kind.concatenated_string;
}

function isSplat(tree: SyntaxTree, node: Node): boolean {
  const kind = kindOf(tree, node);
  return kind === Kind.list_splat || kind === Kind.dictionary_splat;
}
