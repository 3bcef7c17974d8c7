import type { Definition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import { ROOT } from '../../python/syntax.ts';
import type { Test } from '../../python/tests.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'empty-test',
  family: 'ineffective-tests',
  summary: 'a test whose body does nothing',
  advice: 'write the tests, skip them with a reason, or delete them',
  why: `
A test whose body is \`pass\` or \`...\` counts among those that passed and tests nothing. When it is yet to be
written, \`@pytest.mark.skip(reason="…")\` or \`self.skipTest("…")\` says so in every run.
`,
  spared: [
    'A test with a docstring, or with a comment in it, directly above or directly below: it says what the test is about. A comment for a tool, such as `# noqa`, does not.',
    'A test with a decorator, and one whose class has a decorator or whose class or module has a `pytestmark`: it may be skipped, or the decorator does the work.',
    'A test that asks for fixtures, which may do the work.',
    'A test that another place in the module names, as a variable, an attribute, a keyword or a string.',
    'The tests of a class with a docstring when all of them are empty: they are there to be run or counted.',
    'The only test of a class with a `setUp` of its own: then that is what is tested.',
    'A class with more than one base, or with one other than `TestCase` and its usual kin (`BaseTestCase`, `TransactionTestCase`): there the test may turn off one that it inherits.',
    'A file in a folder of samples that other tests run or read: `fixtures/`, `samples/`, `scenarios/`, `testdata/` and the like.',
  ],
  limits:
    "Where a plugin finds the work of the test elsewhere by the test's name. A docstring says so, and keeps the rule silent.",
  severity: { fast: 'error', review: 'error' },
  examples: {
    bad: [
      `
def test_refund():
    pass
`,
    ],
    good: [
      `
import pytest

@pytest.mark.skip(reason="refunds come with the next release")
def test_refund():
    pass
`,
      `
def test_refund():
    # Whoever refunds nothing pays nothing back.
    pass
`,
    ],
  },
  *check(module) {
    if (SAMPLE.test(module.path)) return;
    for (const test of module.model.tests) {
      if (!test.isEmpty || test.definition.decorators.length > 0 || test.parameters.length > 0) continue;
      if (isMarked(module, test) || test.testClass?.mayInheritTests === true) continue;
      if (isMentioned(module, test) || module.hasComment(test.definition)) continue;
      if (isInDescribedSuite(module, test) || isThereForSetUp(module, test)) continue;
      yield {
        at: test.nameSpan,
        message: `\`${test.name}\` does nothing; write it, skip it with a reason, or delete it`,
        subject: test.name,
      };
    }
  },
});

/** A folder of files that tests read or run: an empty test in it is there to be collected by what is tested. */
const SAMPLE =
  /(?:^|\/)(?:(?:test_?)?data|fixtures?|samples?|scenarios?|support|resources?|examples?|testfiles|assets)\//i;

/** Whether anything but a definition names the test: its variable, or an attribute, a keyword or a string. */
function isMentioned(module: TestModule, { name, nameSpan }: Test): boolean {
  const binding = module.bindings.bindingAt(nameSpan.start);
  const defined = new Set(module.definitions.map((definition) => definition.nameSpan.start));
  const isUsed =
    binding !== undefined &&
    (binding.references.length > 0 || binding.definitions.some(({ start }) => !defined.has(start)));
  return isUsed || module.isMentioned(name, ROOT);
}

/** Whether its class holds empty tests only and has a docstring: they are there to be run or counted. */
function isInDescribedSuite({ docstrings, model }: TestModule, { testClass }: Test): boolean {
  if (testClass === undefined || !docstrings.some(({ definition }) => definition === testClass.definition))
    return false;
  return model.tests.every((other) => other.testClass !== testClass || other.isEmpty);
}

/** Whether it is the only test of its class, so that without it nothing would run the class's `setUp`. */
function isThereForSetUp({ model }: TestModule, { testClass, definition }: Test): boolean {
  if (testClass === undefined) return false;
  const isOwn = (one: Definition) => one.enclosing === testClass.definition;
  return (
    model.hooks.some((hook) => isOwn(hook) && SET_UP.test(hook.name)) &&
    !model.tests.some((other) => isOwn(other.definition) && other.definition !== definition)
  );
}

const SET_UP = /^(?:setUp|asyncSetUp|setup|setup_method)$/;

/** Whether its class has a decorator, or it or the module a mark. */
function isMarked({ bindings }: TestModule, { testClass }: Test): boolean {
  const scopes = [bindings.module, testClass && bindings.scopeAt(testClass.definition.node)];
  return (
    (testClass?.definition.decorators.length ?? 0) > 0 ||
    scopes.some((scope) => (scope?.symbols.get('pytestmark')?.definitions.length ?? 0) > 0)
  );
}
