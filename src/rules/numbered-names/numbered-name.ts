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
\`server1\` and \`server2\` make the reader look up which was which, at every line that uses them. When both are made by
a call and the calls differ in an argument, that argument is what the names are about: \`server_without_network\`
and \`server_with_network\` are read once. So the message says what tells the two apart. Servers that are made alike
are interchangeable, and their numbers do no harm; a number that repeats inside the value
(\`user1 = make("user1")\`), in what it is made of (\`user1 = make(key1)\`) or in a string of the function is data;
\`sha256\`, \`ipv4\`, \`x1\`, years and status codes are terms; names of loops and of
unpacked tuples follow what they are taken from. The review lists every numbered group, attributes too.
`,
  nearest:
    "wemake-python-styleguide's `WPS114` reports names with a number between underscores, whatever they hold.",
  limits:
    'Where the difference between the calls does not matter to the test, and any two would do. That is seen in about a quarter of the findings, so that it informs and does not block.',
  severity: { fast: 'warning', review: 'warning' },
  options: {
    'every-group': flag({
      default: false,
      review: true,
      description:
        'whether attributes, names outside functions and siblings without a telling difference count as well',
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
