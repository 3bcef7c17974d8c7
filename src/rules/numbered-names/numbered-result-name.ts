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
\`result\`, \`response\`, \`out\` or \`actual\` says that something came back, and a number behind it says that something
came back again: what it was has to be looked up. Where the expressions differ in more than a label, such as \`1\` and
\`2\` or \`"a"\` and \`"b"\`, the difference is the name: \`empty_total\` and \`full_total\`. The message says what differs,
and proposes names where the code has some. Results of the same call are left alone: that a second call gives the
same is what many a test is about. So is what is made from the one without a number, as a copy of it is.
`,
  nearest:
    "wemake-python-styleguide's `WPS110` reports every `result`, numbered or not, and `WPS114` numbers between underscores.",
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
