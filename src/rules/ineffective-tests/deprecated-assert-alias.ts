import type { TestModule } from '../../python/module.ts';
import { childIn, Field, Kind, NO_NODE, textOf } from '../../python/syntax.ts';
import { pythonTwoIn } from '../../python/python-two.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'deprecated-assert-alias',
  family: 'ineffective-tests',
  summary: 'an assertion under a name that Python 3.12 took out of unittest',
  advice: 'call the assertions by the names that unittest has kept',
  why: `
Python 3.12 removed the old names of unittest's assertions: \`assertEquals\`, \`assert_\`, \`failUnless\` and their
kin. A test that calls one passes on Python 3.11 and ends with \`AttributeError\` on 3.12. \`assertItemsEqual\` was
Python 2.7's alone. The names that were kept mean the same and take the same arguments, so that the fix is safe.

The rule looks only at methods of \`self\` and \`cls\`, in tests, helpers and mixins.
`,
  spared: [
    'A name that a class of the module defines or is given, as by `cls.assertItemsEqual = cls.assertCountEqual`; its subclasses have it too.',
    'A class whose bases all come from elsewhere under names that do not end in `TestCase`: such a base may define the old name.',
    'A module in which a class of tests has a base from a relative import: the helpers of such a package may give the old names back to all.',
    "`assertItemsEqual` in a class with any base but unittest's and Django's: projects that ran on Python 2 gave it to their own base classes.",
    'The names that the `TestCase` of an imported library has to this day: all of them in twisted.trial, `assertEquals`, `assertItemsEqual`, `failUnlessEqual` and `failUnlessRaises` in testtools, `assertItemsEqual` in absl.',
    'The old names of `assertRegex`, `assertNotRegex` and `assertRaisesRegex`, and `assertItemsEqual`, in a module that is made for Python 2 as well, where they have no other name. Such a module uses six, the package mock, a module that Python 3 does not have, or a `__future__` import that Python 3 never needed.',
    'A module that no Python 3 can run, as its syntax or an import of `StringIO` or `urllib2` without an alternative shows.',
    'A test that is named for the old name itself, such as `testAssertItemsEqual`.',
  ],
  nearest:
    "ruff's `UP005` (pyupgrade) reports and mends the same on every `self`, but for `assertItemsEqual`. `PT009` (flake8-pytest-style) reports every assertion of unittest, whatever its name.",
  limits: 'Where a `…TestCase` or a mixin from outside the module defines a method of the old name itself.',
  severity: { fast: 'error', review: 'error' },
  examples: {
    bad: [
      `
import unittest

class CartTest(unittest.TestCase):
    def test_total(self):
        self.assertEquals(4, self.cart.total)
`,
    ],
    good: [
      `
import unittest

class CartTest(unittest.TestCase):
    def test_total(self):
        self.assertEqual(4, self.cart.total)
`,
    ],
  },
  *check(module) {
    const { calls, imports, members, model, spanOf, tree } = module;
    for (const [alias, kept] of Object.entries(KEPT_NAMES)) {
      if ((SINCE_PYTHON_THREE.has(kept) || isOfPythonTwo(alias)) && isForPythonTwo(module)) continue;
      for (const call of calls.named(alias)) {
        const callee = childIn(tree, call, Field.function);
        const object = childIn(tree, callee, Field.object);
        const owner = object === NO_NODE ? undefined : members.classOf(object);
        if (owner === undefined || members.has(owner, alias) || members.isGiven(owner, alias)) continue;
        if (KEEPERS.some(([module, keeps]) => keeps.test(alias) && imports.hasModule(module))) continue;
        const bases = members.outsideBasesOf(owner);
        if (mayInherit(bases) || hasBaseBesideIt(module)) continue;
        // Projects that ran on Python 2 as well have given it to their own base classes.
        if (isOfPythonTwo(alias) && !bases.every((base) => isKnown(imports.originOf(base)))) continue;
        if (isForPythonTwoAlone(module)) return;
        const at = spanOf(childIn(tree, callee, Field.attribute));
        if (isAbout(model.testAt(at.start)?.name ?? '', alias)) continue;
        yield {
          at,
          message: `${isOfPythonTwo(alias) ? 'Python 3 has no' : 'Python 3.12 removed'} \`${alias}\`; call \`${kept}\``,
          subject: alias,
          fix: { edits: [{ span: at, replacement: kept }], safe: true, title: `call \`${kept}\`` },
        };
      }
    }
  },
});

/** Whether a class of tests has a base from the package of the module, whose helpers may give unittest its old names back. */
const hasBaseBesideIt = ({ imports, members, model }: TestModule) =>
  model.classes.some(({ definition }) =>
    members.outsideBasesOf(definition).some((base) => imports.originOf(base).startsWith('.')),
  );

/** Whether a class has the old name from elsewhere, as far as its unknown bases show: none of them is a TestCase. */
const mayInherit = (bases: readonly string[]) =>
  bases.some((base) => base !== 'object') && !bases.some((base) => base.endsWith('TestCase'));

/** Whether a test is named for the old name itself, as is `testAssertItemsEqual`. */
const isAbout = (test: string, alias: string) =>
  alias !== 'assert_' && test.toLowerCase().includes(alias.toLowerCase());

/** The libraries whose TestCase defines old names itself, and which. */
const KEEPERS: readonly (readonly [module: string, keeps: RegExp])[] = [
  ['twisted.trial', /./],
  ['testtools', /^(?:assertEquals|assertItemsEqual|failUnlessEqual|failUnlessRaises)$/],
  ['absl', /^assertItemsEqual$/],
];

/** A base of which it is known that it defines no old name. */
const isKnown = (base: string) => /^(?:unittest|django\.test)\.|^object$/.test(base);

/** Python 2.7 alone had it. */
const isOfPythonTwo = (alias: string) => alias === 'assertItemsEqual';

/** The assertions that Python 2.7 had under their old names alone. */
const SINCE_PYTHON_THREE: ReadonlySet<string> = new Set([
  'assertNotRegex',
  'assertRaisesRegex',
  'assertRegex',
]);

/** Whether no Python 3 can run a module: what it is written in, or what it imports in any case. */
const isForPythonTwoAlone = (module: TestModule) =>
  pythonTwoIn(module) !== undefined ||
  module.nodesOf(Kind.print_statement).length > 0 ||
  (PYTHON_TWO_MODULES.some(module.imports.hasModule) && !/except\s+\(?\s*ImportError\b/.test(module.text));

const PYTHON_TWO_MODULES = [
  'ConfigParser',
  'HTMLParser',
  'Queue',
  'StringIO',
  '__builtin__',
  'cPickle',
  'cStringIO',
  'httplib',
  'urllib2',
  'urlparse',
];

const isForPythonTwo = ({ bindings, imports, nodesOf, tree }: TestModule) =>
  // A project hands six on from a module of its own: `from shop.compat import six`.
  bindings.module.symbols.get('six')?.binding.kind === 'import' ||
  ['six', 'mock', 'StringIO', 'urllib2', 'ConfigParser', 'Queue'].some(imports.hasModule) ||
  nodesOf(Kind.future_import_statement).some((node) =>
    /\b(?:absolute_import|division|print_function|unicode_literals)\b/.test(textOf(tree, node)),
  );

/** The names that Python 3.12 removed, or Python 3, and what they were other names for (What's New in Python 3.12, Removed). */
const KEPT_NAMES = {
  assert_: 'assertTrue',
  assertAlmostEquals: 'assertAlmostEqual',
  assertEquals: 'assertEqual',
  assertItemsEqual: 'assertCountEqual',
  assertNotAlmostEquals: 'assertNotAlmostEqual',
  assertNotEquals: 'assertNotEqual',
  assertNotRegexpMatches: 'assertNotRegex',
  assertRaisesRegexp: 'assertRaisesRegex',
  assertRegexpMatches: 'assertRegex',
  failIf: 'assertFalse',
  failIfAlmostEqual: 'assertNotAlmostEqual',
  failIfEqual: 'assertNotEqual',
  failUnless: 'assertTrue',
  failUnlessAlmostEqual: 'assertAlmostEqual',
  failUnlessEqual: 'assertEqual',
  failUnlessRaises: 'assertRaises',
} as const;
