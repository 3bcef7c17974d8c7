import { isResultBase } from '../../names/numbers.ts';
import { tellingSentence } from '../../names/evidence.ts';
import { proposalFor, worded } from '../../names/proposals.ts';
import {
  allGroupsOf,
  firstTelling,
  isAny,
  isCopied,
  isTellingOfResults,
  localGroupsOf,
} from '../../names/siblings.ts';
import { flag } from '../options.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'numbered-result-name',
  family: 'numbered-names',
  summary: 'results told apart by a number though they come from different expressions',
  advice: 'name results for what they are results of instead of numbering them',
  why: `
\`result\`, \`response\`, \`out\` or \`actual\` says that something came back, and a number after it says that
something came back again: what it was has to be looked up. Where the results come from different expressions, the
difference is the name: \`empty_total\` and \`full_total\`. The message says what differs, and proposes names where
the code has some.

The rule looks at the variables of one function whose names are, or end in, such a word and a number. In the review,
attributes, names outside functions and the name without a number count as well.
`,
  spared: [
    'Results of the same call, or of calls that differ in a label only, such as `1` and `2` or `"a"` and `"b"`: that a second call gives the same is what many a test is about.',
    'Results of what is numbered or lettered itself: `result1 = shop.total(cart_1)` and `result2 = shop.total(cart_2)`.',
    'Results of the same parts in another order, and those that are added to afterwards.',
    'A result that is made from the one without a number, as a copy of it is.',
    'Names of loops and of unpacked tuples, which follow what they are taken from.',
  ],
  nearest:
    "wemake-python-styleguide's `WPS110` reports `result` by itself, whatever it holds, and `WPS114` any name with a number after an underscore.",
  limits: 'Where the results are compared with one another and which is which does not matter.',
  severity: { fast: 'warning', review: 'warning' },
  options: {
    'every-group': flag({
      default: false,
      review: true,
      description:
        'whether attributes, names outside functions and the sibling without a number count as well',
    }),
  },
  examples: {
    bad: [
      `
def test_totals(shop):
    result1 = shop.cart().total
    result2 = shop.cart("tea").total
    assert result1 < result2
`,
    ],
    good: [
      `
def test_totals(shop):
    empty_total = shop.cart().total
    full_total = shop.cart("tea").total
    assert empty_total < full_total
`,
      `
def test_total_is_kept(cart):
    result1 = cart.total()
    result2 = cart.total()
    assert result1 == result2
`,
    ],
  },
  *check(module, options) {
    for (const siblings of options['every-group'] ? allGroupsOf(module) : localGroupsOf(module)) {
      const [first, second] = siblings;
      if (first === undefined || second === undefined || !isResultBase(first.base)) continue;
      const telling = firstTelling(module, siblings, isAny, isTellingOfResults);
      if (telling === undefined || isCopied(module, siblings)) continue;
      const problem = tellingSentence(module, telling, siblings.length === 2);
      yield {
        at: second.span,
        ...worded(proposalFor(module, siblings), problem, 'name them for that'),
        subject: first.base,
        measure: siblings.length,
      };
    }
  },
});
