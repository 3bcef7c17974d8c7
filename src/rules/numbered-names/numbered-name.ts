import { isResultBase } from '../../names/numbers.ts';
import { tellingSentence } from '../../names/evidence.ts';
import { proposalFor, worded } from '../../names/proposals.ts';
import {
  allGroupsOf,
  differInOwnNumbers,
  isDifference,
  areNamedInStrings,
  firstTelling,
  isAny,
  isCopied,
  isMadeByCall,
  isTelling,
  localGroupsOf,
  isTellingOfResults,
  type Sibling,
} from '../../names/siblings.ts';
import type { TestModule } from '../../python/module.ts';
import { flag } from '../options.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'numbered-name',
  family: 'numbered-names',
  summary: 'names told apart by a number whose values differ in something that has a name',
  advice: 'name things for what tells them apart instead of numbering them',
  why: `
\`server1\` and \`server2\` make the reader look up which was which, at every line that uses them. When both are made
by a call and the calls differ in an argument, that argument is what the names are about: \`server_without_network\`
and \`server_with_network\` are understood at once. The message says what tells the two apart, and proposes names
where the code has some.

In the hook, the rule looks at siblings, variables of one function whose names differ only in a number. It reports
those that calls make, and whose calls differ in more than a label. The review lists every such group: attributes,
names of modules and classes and the sibling without a number too, whatever makes them.
`,
  spared: [
    'A number that belongs to the word: `sha256`, `ipv4`, `utf_8`, `api_v2`, or any after one or two letters, such as `x1`. Numbers from 100 on are years, status codes, ports or sizes.',
    'Names of loops, of unpacked tuples and of parameters, which follow what they are taken from.',
    'Numbers that are data: the names stand in strings of the function, or the values differ in nothing but the same numbers, as in `cart1 = make(key1)` and `cart2 = make(key2)`.',
    'Results, such as `result1` and `response1`, which `numbered-result-name` reports.',
    'In the hook, siblings that are made alike, or of the same parts in another order: they are interchangeable, and their numbers do no harm.',
    'In the hook, siblings that differ in a label only: a number, a letter, a word such as `first`, `other` or `foo`, an id, an address.',
    'In the hook, siblings whose number or name is repeated in the value: `user1 = make("user1")`.',
    'In the hook, values that no call makes (`price1 = 3`), and variables that are added to afterwards.',
  ],
  nearest:
    "wemake-python-styleguide's `WPS114` reports names with a number after an underscore, such as `cart_2`, whatever they hold.",
  limits:
    'Where the difference between the calls does not matter to the test, and any two would do. That is so in about a quarter of the findings, so that the rule informs and does not block.',
  severity: { fast: 'warning', review: 'warning' },
  options: {
    'every-group': flag({
      default: false,
      review: true,
      description:
        'whether attributes, names outside functions, the sibling without a number and siblings without a telling difference count as well',
    }),
  },
  examples: {
    bad: [
      `
def test_totals(shop):
    cart1 = shop.cart(owner="alice")
    cart2 = shop.cart(owner="bob")
    assert cart1.total == cart2.total
`,
    ],
    good: [
      `
def test_totals(shop):
    alices_cart = shop.cart(owner="alice")
    bobs_cart = shop.cart(owner="bob")
    assert alices_cart.total == bobs_cart.total
`,
      `
def test_digests(archive):
    key_sha1 = archive.digest("sha1")
    key_sha256 = archive.digest("sha256")
    assert len(key_sha1) < len(key_sha256)
`,
    ],
  },
  *check(module, options) {
    const everyGroup = options['every-group'];
    for (const siblings of everyGroup ? allGroupsOf(module) : localGroupsOf(module)) {
      const [first, second] = siblings;
      if (first === undefined || second === undefined || isResult(module, siblings)) continue;
      if (areNamedInStrings(module, siblings) || differInOwnNumbers(module.tree, siblings)) continue;
      const telling =
        everyGroup && isCopied(module, siblings)
          ? undefined
          : (firstTelling(module, siblings, everyGroup ? isAny : isMadeByCall, isTelling) ??
            (everyGroup ? firstTelling(module, siblings, isAny, isDifference) : undefined));
      if (telling === undefined && !everyGroup) continue;
      const problem =
        telling === undefined
          ? `\`${first.name}\` and \`${second.name}\` are told apart by a number`
          : tellingSentence(module, telling, siblings.length === 2);
      const todo = telling === undefined ? 'name them for what they are' : 'name them for that';
      yield {
        at: second.span,
        ...worded(proposalFor(module, siblings), problem, todo),
        subject: first.base,
        measure: siblings.length,
      };
    }
  },
});

/** What numbered-result-name finds. */
function isResult(module: TestModule, siblings: readonly Sibling[]): boolean {
  return (
    siblings.every(({ base }) => isResultBase(base)) &&
    !isCopied(module, siblings) &&
    firstTelling(module, siblings, isAny, isTellingOfResults) !== undefined
  );
}
