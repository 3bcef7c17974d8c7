import type { FunctionDefinition } from '../../python/definitions.ts';
import { documentedReturnOf } from '../../python/docstrings.ts';
import { isExampleOfDocstring } from '../../python/docstring-examples.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'stale-docstring-return',
  family: 'docstrings',
  summary: 'a docstring that describes a return value of a function that returns none',
  why: `
A docstring that says what a function returns, when it returns nothing, is left over from an earlier version or from
the function that it was copied from. Whoever believes it gets \`None\`.

The rule understands the fields of Sphinx (\`:return:\`, \`:returns:\`) and epytext (\`@return:\`, \`@returns:\`) and
the sections of Google (\`Returns:\`) and numpy (\`Returns\` with a line of dashes). A \`return\` with a value or a
\`yield\` counts in the function itself, not in one inside it. The fix removes the description, unless nothing else is
in the docstring.
`,
  spared: [
    'A description that speaks of `None` or of nothing, one that is left empty as editors leave it, and one beside `:rtype: None`.',
    'A function that only stands for another one: it is abstract, an overload, does nothing or always raises.',
    'A function with a decorator that may return something in its place. Those of pytest, unittest, `mock`, hypothesis, ddt and parameterized, `staticmethod`, `classmethod`, `property` and `override` are known not to.',
    'In a module about docstrings (it mentions `__doc__`, `getdoc` and the like), those of functions that stand inside another one: they are its examples.',
  ],
  nearest:
    "ruff's `DOC202` reports the same from sections of Google and numpy only; pydoclint's `DOC202` reads the one style that it is set to.",
  limits:
    'Where something that the rule does not look into makes the function return a value: a decorator of its class, or a replacement at run time. Suppress the finding.',
  severity: { fast: 'error', review: 'error' },
  examples: {
    bad: [
      `
def fill(cart):
    """Fills a cart.

    :return: the cart
    """
    cart.add("tea")
`,
    ],
    good: [
      `
def fill(cart):
    """Fills a cart.

    :return: the cart
    """
    cart.add("tea")
    return cart
`,
      `
def fill(cart):
    """Fills a cart.

    :return: None
    """
    cart.add("tea")
`,
    ],
  },
  *check(module) {
    const { docstrings, docstringRemoval, givesValue, isStub } = module;
    for (const docstring of docstrings) {
      const { definition } = docstring;
      if (definition?.kind !== 'function') continue;
      const described = documentedReturnOf(docstring);
      if (described === undefined || !/\w/.test(described.text) || NOTHING.test(described.text)) continue;
      if (/:rtype:\W*None\b/.test(docstring.text)) continue;
      if (givesValue(definition) || isStub(definition) || isReplaced(definition)) continue;
      if (isExampleOfDocstring(module, definition)) continue;
      const removal = docstringRemoval(docstring, described.span);
      yield {
        at: described.head,
        message: `docstring describes what \`${definition.name}\` returns, and it returns nothing; remove it`,
        ...(removal && {
          fix: { edits: [removal], safe: false, title: 'remove it from the docstring' },
        }),
      };
    }
  },
});

/** Whether a decorator may put a function in its place that returns something. */
function isReplaced({ decorators }: FunctionDefinition): boolean {
  return !decorators.every(({ name }) => KEEPS_RESULT.test(name));
}

/** The decorators of Python and of test frameworks after which a function returns what it did. */
const KEEPS_RESULT =
  /^(?:(?:pytest|unittest|mock|patch|ddt|parameterized|hypothesis)(?:\.\w+)*|\w+\.patch(?:\.\w+)*|fixture|given|staticmethod|classmethod|property|override)$/;

/** How a docstring says that there is no return value. */
const NOTHING = /\b(?:none|nothing|void|n\/a|no (?:return|value)|not? return)/i;
