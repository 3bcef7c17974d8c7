import type { Comment } from '../../python/comments.ts';
import type { TestModule } from '../../python/module.ts';
import type { Test } from '../../python/tests.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'multiple-scenarios',
  family: 'organisation',
  summary: 'a test whose comments number the cases that it goes through',
  advice: 'make each case a test of its own, or a row of `parametrize`',
  why: `
\`# Case 1: an empty cart\` and \`# Case 2: a full cart\` in one test are the names of two tests. As comments they show
in no report: when the first case fails, the second is not tried, and the failure does not say which of them it was. As
two tests, or as two rows of \`parametrize\`, each runs, fails and is named by itself.

The rule reports a test in which at least two different labels are each followed by an assertion. A label is a comment
on a line of its own that starts with "case", "test case", "use case", "scenario", "test", "variant" or "example" and a
number or a letter.
`,
  spared: [
    'Numbered steps (`# Step 1`, `# 1.`), which tell one story.',
    'The rows of a table, and labels of which only the last is followed by an assertion.',
    'Sentences that begin like a label (`Test 2 servers`, `Example one of the documentation`), and versions and shares (`Case 1.5`, `Case 10% off`).',
    'Cases in `self.subTest` or `subtests.test`, which are reported one by one.',
    'Cases that go on with one another: one asserts what an earlier one has made or an object that it has acted upon, or uses what it has made or changed, such as a client or a folder.',
    'Cases that only look at one object made before them, or that all use one function that the test defines.',
  ],
  nearest:
    "flake8-aaa's `AAA02` reports every test with several Act blocks; no rule of ruff or pylint reads the labels.",
  limits:
    'Where the cases only make sense in this order, on the same object. Numbered steps (`# Step 1`) say that better.',
  severity: { fast: 'warning', review: 'warning' },
  examples: {
    bad: [
      `
def test_total(shop):
    # Case 1: an empty cart
    cart = shop.cart()
    assert cart.total == 0

    # Case 2: tea and cake
    cart = shop.cart("tea", "cake")
    assert cart.total == 7
`,
    ],
    good: [
      `
def test_total_of_an_empty_cart(shop):
    assert shop.cart().total == 0

def test_total_of_tea_and_cake(shop):
    assert shop.cart("tea", "cake").total == 7
`,
      `
def test_order(cart):
    # Step 1: order
    order = cart.order()
    assert order.state == "open"
    # Step 2: pay
    order.pay()
    assert order.state == "paid"
`,
    ],
  },
  *check(module) {
    const labels = module.comments.flatMap((comment) => labelOf(comment) ?? []);
    if (labels.length < 2) return;
    for (const test of module.model.tests) {
      const cases = casesOf(module, test, labels);
      if (cases.length < 2 || isStory(module, test, cases)) continue;
      const lines = cases.map(({ comment }) => comment.line);
      yield {
        at: test.nameSpan,
        message: `\`${test.name}\` goes through ${cases.length} cases (lines ${enumerated(lines)}); make each a test, or a row of \`parametrize\``,
        subject: test.name,
        measure: cases.length,
      };
    }
  },
});

/** A comment that names a case. */
interface Label {
  readonly comment: Comment;
  /** `case 1`. */
  readonly name: string;
}

function labelOf(comment: Comment): Label | undefined {
  if (!comment.isOwnLine || comment.isPragma || !FIRST_WORD.test(comment.content)) return undefined;
  const [, kind, number] = COUNTED.exec(comment.content) ?? PUNCTUATED.exec(comment.content) ?? [];
  if (kind === undefined || number === undefined) return undefined;
  return { comment, name: `${kind} ${number}`.toLowerCase() };
}

/** What every label begins with: few comments do, and the expressions for labels are dear. */
const FIRST_WORD = /^\W*(?:case|example|scenario|sub|test|use|variant)/i;

/** `Case 1`, `Scenario 2 - …`, `Test #3 …`: a number that nothing else can be about. */
const COUNTED =
  /^\W*((?:test|use|sub)[ -]?(?:case|test)|scenario|case|variant|(?:test|example)(?= ?#))s?(?: no\.?)? ?[#:]? ?(\d+)(?![\w%]|[.,/-]\d)/i;

/**
 * `Case A:`, `Test 1.`, `Scenario two`: with punctuation or nothing after it, since `Test 2 servers`, `Case a cart is
 * full` and `Example one of these` go on as sentences.
 */
const PUNCTUATED =
  /^\W*((?:test|use|sub)[ -]?(?:case|test)|scenario|case|variant|test|example) ?:? ?(\d+|one|two|three|four|[a-e]|i{1,3})(?=\W*$|[:)\]]| ?[-–—] |\. )/i;

/** The labels of a test that are followed by an assertion before the next one, each name once. */
function casesOf(module: TestModule, test: Test, labels: readonly Label[]): readonly Label[] {
  const { start, end } = module.spanOf(test.node);
  const own = labels.filter(({ comment: { span } }) => start < span.start && span.start < end);
  if (own.length < 2) return [];
  const assertions = test.cycles
    .flatMap((cycle) => cycle.assertions)
    .filter((assertion) => !module.isInSubTest(assertion))
    .map((assertion) => module.spanOf(assertion).start);
  const names = new Set<string>();
  return own.filter(({ comment, name }, index) => {
    const next = own[index + 1]?.comment.span.start ?? end;
    const isAsserted = assertions.some((offset) => comment.span.start < offset && offset < next);
    if (!isAsserted || names.has(name)) return false;
    names.add(name);
    return true;
  });
}

/** Whether a case goes on with what one before it has left, so that they cannot be tests by themselves. */
function isStory(module: TestModule, { definition, node }: Test, cases: readonly Label[]): boolean {
  const starts = cases.map(({ comment }) => comment.span.start);
  const { end } = module.spanOf(node);
  return module.isSequence(
    definition,
    starts.map((start, index) => ({ start, end: starts[index + 1] ?? end })),
  );
}

const enumerated = (lines: readonly number[]) => `${lines.slice(0, -1).join(', ')} and ${lines.at(-1) ?? ''}`;
