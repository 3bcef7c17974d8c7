import { proseWordsOf, stemOf } from '../../names/prose.ts';
import { type NumberedName, numberedName, takesNumber } from '../../names/numbers.ts';
import type { Definition } from '../../python/definitions.ts';
import type { PassedNumber } from '../../python/mentions.ts';
import type { TestModule } from '../../python/module.ts';
import { contains, descendantsOf, Kind, type Node, type SyntaxTree, textOf } from '../../python/syntax.ts';
import type { Test } from '../../python/tests.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'numbered-test-name',
  family: 'numbered-names',
  summary: 'a test that has the name of another one with a number at its end',
  advice: 'name each test for what it tests that the others do not',
  why: `
When \`test_refund2\` fails, its name says no more than that of \`test_refund\`: somebody wrote a second test and did
not say what for. Nobody but the author knows the right name: \`proctor rename\` gives it, and shows how the id of the
test changes.

The rule wants both tests to stand in the same class or module, so that the number can only be a count. The numbers
have to begin with 1 or 2, and those over 12 do not count: they are sizes, codes and ids.
`,
  spared: [
    'A number that belongs to the word: `sha256`, `ipv6`, `utf_8`. So does one that goes on with a version (`test_tlsv1_2`), and one of several (`test_close_0_1`).',
    'A number after a word that takes one: `test_upgrade_to_version_2`, `test_issue_7`, `test_level_2`.',
    '`test2` beside `test`, which has no name to begin with.',
    'A number that the docstring counts, such as `2 refunds` in `test_refunds2`.',
    'A name, or its last word with the number, that the test or its decorators have in a string, or that the test uses as an attribute, a keyword or a part of another name: `"DIFF1"` in `test_diff1`, `Shell2Model` in `test_shell2`.',
    'A number that this test, and not the other one, passes to a call or has in an address, a path or an id: `set_level(2)`, `"/orders/2/lines"`.',
    'The number of something that the test uses, where the other test uses the same without it: `shop.key2` for `shop.key`.',
    'A module that says at its head that it was copied from another one, whose names it keeps.',
  ],
  limits:
    'Where the number is a term that the rule does not know, such as that of an issue or of a version. Put the word before it, as in `test_issue_7`, or suppress the finding.',
  severity: { fast: 'error', review: 'error' },
  examples: {
    bad: [
      `
def test_refund(shop):
    assert shop.refund(4) == 4

def test_refund2(shop):
    assert shop.refund(0) == 0
`,
    ],
    good: [
      `
def test_refund(shop):
    assert shop.refund(4) == 4

def test_refund_of_nothing(shop):
    assert shop.refund(0) == 0
`,
      `
def test_checksum(shop):
    assert shop.checksum() == "4"

def test_checksum_sha1(shop):
    assert shop.checksum("sha1") == "da39"
`,
    ],
  },
  // A class that repeats the tests of one above has their names too: they go together.
  *check(module) {
    const { model } = module;
    const pairsAbove = new Set<string>();
    for (const tests of testsByPlace(model.tests)) {
      const byName = new Map(tests.map((test) => [test.name, test]));
      const counted = tests.flatMap((test) => {
        const numbered = numberedName(test.name);
        const base = numbered?.base ?? '';
        const other = byName.get(base);
        if (numbered === undefined || numbered.number > LARGEST || other === undefined) return [];
        if (!HAS_OWN_NAME.test(base) || takesNumber(base) || ENDS_IN_VERSION.test(base)) return [];
        if (ENDS_IN_NUMBERS.test(test.name) || mirrors(module, test)) return [];
        if (countsWhatItNames(module, test, numbered)) return [];
        if (isNumberInTest(module, test, other, numbered)) return [];
        return isNumberOfWhatIsUsed(module, test, other, numbered) ? [] : [{ test, ...numbered }];
      });
      if (counted.length > 0 && module.isCopied()) continue;
      for (const { test, base } of counted) {
        const smallest = Math.min(...counted.filter((one) => one.base === base).map(({ number }) => number));
        if (smallest !== 1 && smallest !== 2) continue;
        const pair = `${base} ${test.name}`;
        if (pairsAbove.has(pair)) continue;
        pairsAbove.add(pair);
        yield {
          at: test.nameSpan,
          message: `\`${test.name}\` is told apart from \`${base}\` by a number; name it for what it tests`,
          subject: test.name,
        };
      }
    }
  },
});

/** Larger numbers are sizes, codes and ids. */
const LARGEST = 12;

/** `test_close_0_1` is about two things with numbers. */
const ENDS_IN_NUMBERS = /_\d+_+\d+$/;

/** The number goes on with the version: `test_tlsv1_2`. That of an address, `test_ipv6_2`, is whole. */
const ENDS_IN_VERSION = /(?:(?<!ip)v|version|release|python|py|http|tls|ssl)_?\d+$/i;

/**
 * Whether a test uses something that has its name: a string or attribute `diff1`, or `DIFF1`, in `test_diff1`, or
 * `Shell2Model` in `test_shell2`.
 */
function mirrors(module: TestModule, { name, node }: Test): boolean {
  const own = name.replace(/^test_*/, '');
  const last = /[^\W_]+_?\d+$/u.exec(own)?.[0] ?? own;
  if ([own, last, last.toUpperCase()].some((word) => module.isMentioned(word, node))) return true;
  const word = last.replaceAll('_', '').toLowerCase();
  return Array.from(module.namesFromElsewhere(node)).some((used) =>
    used.replaceAll('_', '').toLowerCase().includes(word),
  );
}

/** Whether the docstring of a test says how many of something there are: `2 refunds of a gift` of `test_refunds2`. */
function countsWhatItNames(
  { docstrings }: TestModule,
  { definition }: Test,
  { base, number }: NumberedName,
): boolean {
  const said = proseWordsOf(docstrings.find((one) => one.definition === definition)?.text ?? '');
  const counted = stemOf(lastWordOf(base).toLowerCase());
  return said.some(
    (word, index) =>
      Number(word) === number &&
      said.slice(index + 1, index + 1 + NEAR).some((other) => stemOf(other) === counted),
  );
}

/** How many words stand at most from a number to what it counts. */
const NEAR = 3;

/**
 * Whether the number of a test is that of what it uses and the other test does not: `key2` for `key`, `level=2`,
 * `set_level(2)` for `set_level(1)`, or `"1"` where the other one passes no number.
 */
function isNumberOfWhatIsUsed(
  module: TestModule,
  { node }: Test,
  other: Test,
  { base, number }: NumberedName,
): boolean {
  const others = module.namesFromElsewhere(other.node);
  for (const name of module.namesFromElsewhere(node)) {
    const [, plain = '', digits = ''] = /^(.*?\D)_*(\d+)$/.exec(name) ?? [];
    if (Number(digits) !== number || others.has(name)) continue;
    if (others.has(plain) || Array.from(others).some((one) => one.replace(/_*\d+$/, '') === plain))
      return true;
  }
  const before = module.numbersPassedIn(other.node);
  return module.numbersPassedIn(node).some((passed) => {
    const { callee, keyword, digits, isString, isAlone } = passed;
    if (Number(digits) !== number) return false;
    const same = before.filter((one) => one.callee === callee && one.keyword === keyword);
    if (isString && same.length === 0 && calls(module, other, callee)) return true;
    if (same.some((one) => one.digits === digits)) return false;
    return keyword === undefined ? isAlone && isNamedIn(lastWordOf(base), callee) : isNamedIn(keyword, base);
  });
}

/**
 * Whether the number of a test is an argument of a call in it, or stands in a string of it or its decorators as a part of
 * an address, a path or an id, and not so in the other test.
 */
function isNumberInTest(
  module: TestModule,
  { name, node, definition }: Test,
  other: Test,
  { number }: NumberedName,
): boolean {
  const { tree, numbersPassedIn } = module;
  const passedBefore = new Set(numbersPassedIn(other.node).map(placeOf));
  const passed = numbersPassedIn(node).filter(({ digits }) => Number(digits) === number);
  if (passed.some((one) => !passedBefore.has(placeOf(one)))) return true;
  const own = name
    .replace(/^test_*/, '')
    .replaceAll('_', '')
    .toLowerCase();
  const parts = [node, ...definition.decorators.map((decorator) => decorator.node)];
  const texts = parts.flatMap((part) => textsIn(tree, part));
  if (texts.some((text) => text.replaceAll(/[_-]/g, '').toLowerCase().includes(own))) return true;
  const before = new Set(textsIn(tree, other.node));
  return texts.some(
    (text) => !before.has(text) && text.length <= LONGEST_ID && partsOf(text).includes(number),
  );
}

const placeOf = ({ callee, keyword, digits }: PassedNumber) => `${callee} ${keyword ?? ''} ${digits}`;

const textsIn = (tree: SyntaxTree, root: Node): readonly string[] =>
  Array.from(descendantsOf(tree, root, Kind.string_content), (content) => textOf(tree, content));

/** Longer strings are texts with numbers for other ends. */
const LONGEST_ID = 80;

/** The numbers in a string that has no spaces: those of an address, a path or an id. */
const partsOf = (text: string): readonly number[] =>
  /\s/.test(text) ? [] : (text.match(/(?<=[A-Za-z/_=.:#-])\d+(?![\d.]\d)/g) ?? []).map(Number);

const calls = ({ calls, tree }: TestModule, { node }: Test, callee: string): boolean =>
  calls.named(callee).some((call) => contains(tree, node, call));

/** Whether a word stands in a name, in whatever case; short ones stand in many. */
function isNamedIn(word: string, name: string): boolean {
  const [plainWord, plainName] = [word, name].map((text) => text.replaceAll('_', '').toLowerCase());
  return plainWord !== undefined && plainWord.length >= 3 && (plainName ?? '').includes(plainWord);
}

const lastWordOf = (name: string): string => /(?:\p{Lu}\p{Ll}+|[^\W_]+)$/u.exec(name)?.[0] ?? name;

const HAS_OWN_NAME = /^test_?[^\W\d_]/u;

function testsByPlace(tests: readonly Test[]): readonly (readonly Test[])[] {
  const places = new Map<Definition | undefined, Test[]>();
  for (const test of tests) {
    const place = places.get(test.definition.enclosing);
    if (place === undefined) places.set(test.definition.enclosing, [test]);
    else place.push(test);
  }
  return [...places.values()];
}
