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
the function that it was copied from. Whoever believes it gets \`None\`. The fields of Sphinx (\`:return:\`,
\`:returns:\`) and epytext (\`@return:\`) and the sections of Google (\`Returns:\`) and numpy (\`Returns\` with a line of
dashes) are understood. Nothing is said where the description speaks of \`None\` or of nothing, or is left empty as
editors leave it; nor of a function that only stands for another one, because it is abstract, an overload, does
nothing or always raises, or has a decorator that may return something in its place; nor of docstrings that a module
about docstrings has for its examples. A \`return\` or \`yield\` counts in the function itself, not in one inside it.
`,
  nearest:
    "pydoclint's and ruff's `DOC202` reports the same, from sections of Google and numpy only, of stubs as well.",
  limits:
    'Where a decorator that is not looked into, on a base class or at run time, gives the function a value.',
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
