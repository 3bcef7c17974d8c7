import { proseWordsOf, stemOf } from '../../names/prose.ts';
import { wordsOf } from '../../names/words.ts';
import type { Definition } from '../../python/definitions.ts';
import type { Docstring } from '../../python/docstrings.ts';
import type { TestModule } from '../../python/module.ts';
import { Kind } from '../../python/syntax.ts';
import { isAscii } from '../../python/text.ts';
import type { Test } from '../../python/tests.ts';
import { flag } from '../options.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'copy-pasted-docstring',
  family: 'docstrings',
  summary:
    'a docstring that was copied from another test and describes that one; in the review, any that tests share',
  advice: 'give each test a docstring of its own',
  why: `
A test is often made by copying its neighbour, and the docstring comes along. \`test_refund_twice\` then says
"Refunding an unpaid order fails", and a report of failures describes the wrong test.

The rule compares the tests of one class, or those outside of classes, whose docstrings have the same words. It reports
a docstring that speaks of the other test: it has more than half of the words that only the other test's name has, and
none of those that only its own test's name has.

The review reports every docstring that two tests share, without the exceptions below, since one sentence cannot tell
both apart.
`,
  spared: [
    'Words that tell nothing are not counted: those of up to three letters, numbers, and words such as "test", "method" or "value".',
    'Nor are words that the test itself has in a string, names of code that its body has as well, and dotted names such as `shop.core.read`: they are no sign of another test.',
    'Two forms of one word, such as `invoke` and `ainvoke`, count as the same.',
    'A test whose name has no word of its own, such as `test_refund` beside `test_refund_order_unpaid`, unless the docstring has all words that the other name adds.',
  ],
  limits:
    'Where two tests differ only in how they get to the same thing, and the docstring says what is the same. Suppress the finding, or add what is different.',
  severity: { fast: 'warning', review: 'warning' },
  options: {
    'every-copy': flag({
      default: false,
      review: true,
      description:
        'whether a docstring that several tests share counts even when it does not describe one of them better',
    }),
  },
  examples: {
    bad: [
      `
def test_refund_of_an_unpaid_order(shop):
    """Refunding an unpaid order fails."""
    assert not shop.order().refund()

def test_refund_twice(shop):
    """Refunding an unpaid order fails."""
    order = shop.order(paid=True)
    assert order.refund() and not order.refund()
`,
    ],
    good: [
      `
def test_refund_of_an_unpaid_order(shop):
    """Refunding an unpaid order fails."""
    assert not shop.order().refund()

def test_refund_twice(shop):
    """A second refund fails."""
    order = shop.order(paid=True)
    assert order.refund() and not order.refund()
`,
    ],
  },
  *check(module, options) {
    for (const copies of copiesIn(module)) {
      const [first] = copies;
      const text = first?.docstring.text ?? '';
      const said = saidBy(text);
      const original = copies.toSorted((one, other) => saidOf(other, said) - saidOf(one, said))[0];
      for (const copy of copies) {
        if (copy === original || original === undefined || copy.test.name === original.test.name) continue;
        const theirs = wordsOnlyOf(original, copy);
        const own = wordsOnlyOf(copy, original);
        const saidOfOthers = saidBy(withoutNamesIn(bodyOf(module, copy), text));
        const ownTexts = textsOf(module, copy);
        const words = theirs.filter((word) => saidOfOthers.has(stemOf(word)) && !ownTexts.has(stemOf(word)));
        // Where the copy's name says nothing of its own, the sentence may hold for both unless it says all of the other.
        const isOfOther =
          words.length * 2 > theirs.length && (own.length > 0 || words.length === theirs.length);
        const isStale = isOfOther && !own.some((word) => said.has(stemOf(word)));
        if (!isStale && !options['every-copy']) continue;
        yield {
          at: copy.docstring.span,
          message: isStale
            ? `docstring is that of \`${original.test.name}\` and speaks of ${quoted(words)}; describe this test`
            : `docstring is also that of \`${original.test.name}\`; say what is different here`,
          subject: copy.test.name,
        };
      }
    }
  },
});

/** A test with the docstring that it shares. */
interface Copy {
  readonly test: Test;
  readonly docstring: Docstring;
  /** The words of its name that carry meaning. */
  readonly words: readonly string[];
}

/** The tests of each class, and of the module, whose docstrings have the same words; at least two of each. */
function copiesIn({ docstrings, model }: TestModule): readonly (readonly Copy[])[] {
  const byDefinition = new Map(docstrings.map((docstring) => [docstring.definition, docstring]));
  const groups = new Map<Definition | undefined, Map<string, Pick<Copy, 'test' | 'docstring'>[]>>();
  for (const test of model.tests) {
    const docstring = byDefinition.get(test.definition);
    if (docstring === undefined) continue;
    const { enclosing } = test.definition;
    const scope = groups.get(enclosing) ?? new Map<string, Pick<Copy, 'test' | 'docstring'>[]>();
    groups.set(enclosing, scope);
    const gaps = isAscii(docstring.text) ? ASCII_GAPS : GAPS;
    const text = docstring.text.toLowerCase().replace(gaps, ' ').trim();
    const copies = scope.get(text);
    if (copies === undefined) scope.set(text, [{ test, docstring }]);
    else copies.push({ test, docstring });
  }
  return [...groups.values()].flatMap((scope) =>
    [...scope].flatMap(([text, copies]) => (text === '' || copies.length < 2 ? [] : [copies.map(withWords)])),
  );
}

/** What stands between the words of a docstring. */
const GAPS = /[^\p{L}\p{N}_+#]+/gu;
const ASCII_GAPS = /[^a-z0-9_+#]+/g;

function withWords({ test, docstring }: Pick<Copy, 'test' | 'docstring'>): Copy {
  const words = wordsOf(test.name)
    .map((word) => word.replace(/\d+$/, ''))
    .filter((word) => word.length > SHORTEST && !WEIGHTLESS.has(word));
  return { test, docstring, words };
}

const saidBy = (text: string): ReadonlySet<string> => new Set(proseWordsOf(text).map(stemOf));

/** A shorter word is in too many sentences: `opt` in `opt-in`. */
const SHORTEST = 3;

/** The stems of the words in the strings of a test: what they name is in it, whatever its name says. */
function textsOf({ nodesBelow, textOf, spanOf }: TestModule, { test, docstring }: Copy): ReadonlySet<string> {
  const contents = Array.from(nodesBelow(Kind.string_content, test.node)).filter(
    (content) => spanOf(content).start > docstring.span.end,
  );
  return new Set(contents.flatMap((content) => proseWordsOf(textOf(content)).map(stemOf)));
}

/** What a test does, docstring and header left out. */
const bodyOf = ({ text, spanOf }: TestModule, { test, docstring }: Copy): string =>
  text.slice(docstring.span.end, spanOf(test.node).end);

/** A docstring without the names of code that a test has too: they are no sign that it speaks of another one. */
const withoutNamesIn = (body: string, docstring: string): string =>
  docstring.replaceAll(DOTTED, ' ').replaceAll(NAME_OF_CODE, (name) => (body.includes(name) ? ' ' : name));

/** Where something is found: `shop.cart.add`. */
const DOTTED = /(?<![\w.])[A-Za-z]\w*(?:\.[A-Za-z]\w*)+/g;

/** Words with an underscore or a hump inside. */
const NAME_OF_CODE = /(?<!\w)(?:\w+_\w+|[A-Za-z]*[a-z][A-Z]\w*)/g;

/** How many words of a test's name a docstring says. */
const saidOf = ({ words }: Copy, said: ReadonlySet<string>) =>
  words.filter((word) => said.has(stemOf(word))).length;

/** The words of one name that the other has not, in any form. */
function wordsOnlyOf(one: Copy, other: Copy): readonly string[] {
  const others = new Set(other.words.map(stemOf));
  return one.words.filter((word) => !others.has(stemOf(word)) && !isOtherForm(word, other));
}

/** Whether a test has the same word with a letter before it or without: `invoke` and `ainvoke`, `pickle` and `cpickle`. */
const isOtherForm = (word: string, { words }: Copy) =>
  words.some((other) => other.slice(1) === word || word.slice(1) === other);

/** `a`, or `a` and `b`. */
function quoted(words: readonly string[]): string {
  const texts = words.map((word) => `\`${word}\``);
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1) ?? ''}`;
}

const WEIGHTLESS: ReadonlySet<string> = new Set(
  (
    'test tests a an the of to in on for is are and or with by from as at via when if that this it be not no ' +
    'call calls class file files function functions method methods module object value values'
  ).split(' '),
);
