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
among twenty \`test_refund_…\` breaks the list and is missed by a search for the word. What counts is the convention
of the module itself: a module whose tests are mostly \`testRefund\`, as unittest's own once were, has one, and
nothing is said there. Nor is anything said of \`test_getUser_twice\`, where the capital belongs to the symbol under
test, of a test that overrides one of a base, to turn it off or to call it, or whose name the module has a second time, as a
method of another class or in a string, of a class with a base from elsewhere that is none of unittest's or of a
framework for tests, which may go by the names of its tests, of a class in which most tests, three or
more, are in camel case, of five or more in a row, which are a section with a convention of its own, or of a module with too few tests to show a convention.
`,
  nearest:
    "pep8-naming and ruff's `N802` report every function that is not in lower case, `setUp` and overrides included, whatever the module's convention is.",
  limits:
    'Where something outside the module calls the test by its name. The rename is then refused, and the finding is best suppressed.',
  severity: { fast: 'error', review: 'error' },
  options: {
    'minimum-tests': integer({
      default: 4,
      description: 'how many tests a module needs to show a convention',
    }),
    'maximum-share': integer({
      default: 34,
      description:
        'up to which share of the tests, in per cent, camel case is the exception and not the convention',
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
