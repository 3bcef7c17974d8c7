import { snakeCase } from '../../names/cases.ts';
import type { ClassDefinition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import { ROOT } from '../../python/syntax.ts';
import type { Test } from '../../python/tests.ts';
import { integer } from '../options.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'mixed-test-naming',
  family: 'naming',
  summary: 'a few tests in camel case in a module whose tests are in snake case',
  advice: 'name these tests in the case of the others',
  why: `
Names of tests are read in lists: in the output of a run, in a report of failures, after \`-k\`. One \`testRefund\`
among twenty \`test_refund_…\` breaks the list, and a search for \`test_refund\` misses it.

What counts is the convention of the module itself. The rule reports the tests in camel case of a module with at least
four tests, where they are no more than about a third (34 %) of all. A module whose tests are mostly called
\`testRefund\`, as unittest's own once were, has a convention too. \`test_getUser_twice\` counts as snake case: its
capital belongs to the symbol under test.

The fix renames the test. It is unsafe, since the name is a part of the test's id.
`,
  spared: [
    'A test that overrides one of a base: it does nothing, which turns the inherited test off, or calls the inherited one.',
    'A test of a class with a base from another module, directly or through classes of its own module, unless the base is part of unittest or another test framework. The base may have the test, or do something with its name.',
    'A name that the module has a second time: as a method of another class, an attribute or a keyword, or in a string.',
    'A class with a convention of its own: three or more of its tests, and more than half, are in camel case.',
    'Five or more tests in camel case in a row in a class: they are a section with a convention of its own.',
  ],
  nearest:
    "pep8-naming's and ruff's `N802` report every function that is not in lower case, overrides and `test_getUser` included, whatever the module's convention is; only names such as `setUp` are exempt.",
  limits:
    'Where another file calls the test by its name. The fix then renames nothing, and the finding is best suppressed.',
  severity: { fast: 'error', review: 'error' },
  options: {
    'minimum-tests': integer({
      default: 4,
      description: 'how many tests a module needs to show a convention',
    }),
    'maximum-share': integer({
      default: 34,
      description:
        'the share of tests in camel case, in per cent, up to which it is the exception and not the convention',
    }),
  },
  examples: {
    bad: [
      `
def test_adds_an_item(): ...
def test_removes_an_item(): ...
def test_empties_the_cart(): ...
def testRefund(): ...
`,
    ],
    good: [
      `
def testAddsAnItem(): ...
def testRemovesAnItem(): ...
def testEmptiesTheCart(): ...
def testRefund(): ...
`,
      `
def test_adds_an_item(): ...
def test_removes_an_item(): ...
def test_getItem_of_an_empty_cart(): ...
def test_refund(): ...
`,
    ],
  },
  *check(module, options) {
    const { model } = module;
    const camel = model.tests.filter(({ name }) => CAMEL_TEST.test(name));
    const snake = model.tests.filter(({ name }) => name.startsWith('test_'));
    const count = camel.length + snake.length;
    if (
      model.tests.length < options['minimum-tests'] ||
      camel.length * 100 > count * options['maximum-share']
    )
      return;
    for (const test of camel) {
      if (isOverride(module, test) || isOfCamelClass(model.tests, test)) continue;
      if (isNamedElsewhere(module, test) || hasForeignBase(module, test.testClass?.definition)) continue;
      const { name, nameSpan } = test;
      const renameTo = snakeCase(name);
      yield {
        at: nameSpan,
        message: `\`${name}\` is in camel case among ${snake.length} tests in snake case; rename it \`${renameTo}\``,
        subject: name,
        fix: { renameTo, evidence: 'the case of the other tests in the module', safe: false },
      };
    }
  },
});

/** Whether a test does nothing, which turns an inherited one off, or calls the inherited one. */
function isOverride(module: TestModule, { name, testClass, statementCount, isEmpty, node }: Test): boolean {
  if (testClass?.mayInheritTests !== true) return false;
  return statementCount === 0 || isEmpty || module.isMentioned(name, node);
}

/** Whether something of the module has the name too: a method of a base or of a derived class, a string, an attribute. */
function isNamedElsewhere({ definitions, isMentioned }: TestModule, { name, definition }: Test): boolean {
  return definitions.some((one) => one !== definition && one.name === name) || isMentioned(name, ROOT);
}

/**
 * Whether a class has a base from elsewhere that is none of a framework's: it may have the test, or do something with
 * its name, as those that record what a test is answered do.
 */
function hasForeignBase(
  module: TestModule,
  definition: ClassDefinition | undefined,
  seen: ReadonlySet<ClassDefinition> = new Set(),
): boolean {
  if (definition === undefined || seen.has(definition)) return false;
  const { definitions, imports } = module;
  return definition.bases.some((base) => {
    const own = definitions.find((one): one is ClassDefinition => one.kind === 'class' && one.name === base);
    if (own !== undefined) return hasForeignBase(module, own, new Set([...seen, definition]));
    return base !== 'object' && !FRAMEWORK.test(imports.originOf(base));
  });
}

const FRAMEWORK =
  /^(?:absl\.testing|aiounittest|asynctest|django\.test|flask_testing|rest_framework\.test|testtools|tornado\.testing|twisted\.trial|unittest2?|absltest)\./;

/**
 * Whether a test is of a class in which most tests, several at least, are in camel case, which is the convention there,
 * or stands among more of them in a row.
 */
function isOfCamelClass(tests: readonly Test[], test: Test): boolean {
  const { testClass } = test;
  if (testClass === undefined) return false;
  const neighbours = tests.filter((one) => one.testClass === testClass);
  const camel = neighbours.map(({ name }) => CAMEL_TEST.test(name));
  const count = camel.filter(Boolean).length;
  if (count >= OWN_CONVENTION && count * 2 > neighbours.length) return true;
  const at = neighbours.indexOf(test);
  const before = camel.lastIndexOf(false, at) + 1;
  const after = camel.indexOf(false, at);
  return (after === -1 ? camel.length : after) - before >= OWN_SECTION;
}

const OWN_CONVENTION = 3;

/** So many in a row are no slip. */
const OWN_SECTION = 5;

const CAMEL_TEST = /^test[A-Z][A-Za-z0-9]*$/;
