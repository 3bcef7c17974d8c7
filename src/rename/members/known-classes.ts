import { attributesOfException } from './exceptions.ts';
import { namesOfTestLibrary, words } from './test-libraries.ts';

/** The attributes of a class that Python or a well-known test library has, but for special ones; undefined for a class that is not known. */
export function attributesOfForeignClass(origin: string): ReadonlySet<string> | undefined {
  if (PLAIN.has(origin)) return none;
  if (/^unittest\.(?:case\.|async_case\.)?(?:TestCase|IsolatedAsyncioTestCase)$/.test(origin))
    return testCase;
  const ofLibrary = namesOfTestLibrary(origin);
  if (ofLibrary !== undefined) return new Set([...testCase, ...ofLibrary]);
  if (/^fixtures\.(?:fixture\.)?Fixture$/.test(origin)) return fixture;
  return attributesOfException(origin) ?? builtinClasses.get(origin);
}

const none: ReadonlySet<string> = new Set();
const PLAIN: ReadonlySet<string> = new Set([
  'builtins.object',
  'abc.ABC',
  'typing.Generic',
  'typing_extensions.Generic',
]);

/** `dir(unittest.IsolatedAsyncioTestCase)` of Python 3.8 to 3.14, what an object of it has besides, and pytest's. */
const testCase = words(`
  _addExpectedFailure _addUnexpectedSuccess _asyncioRunner _asyncioTestContext _baseAssertEqual _callAsync
  _callCleanup _callMaybeAsync _callSetUp _callTearDown _callTestMethod _classSetupFailed _class_cleanups
  _cleanups _deprecate _diffThreshold _formatMessage _getAssertEqualityFunc _outcome _setupAsyncioRunner
  _subtest _tearDownAsyncioRunner _testMethodDoc _testMethodName _truncateMessage _type_equality_funcs
  _testcase _instance addAsyncCleanup addClassCleanup addCleanup addTypeEqualityFunc assertAlmostEqual
  assertAlmostEquals assertCountEqual assertDictContainsSubset assertDictEqual assertEndsWith assertEqual
  assertEquals assertFalse assertGreater assertGreaterEqual assertHasAttr assertIn assertIs assertIsInstance
  assertIsNone assertIsNot assertIsNotNone assertIsSubclass assertItemsEqual assertLess assertLessEqual
  assertListEqual assertLogs assertMultiLineEqual assertNoLogs assertNotAlmostEqual assertNotAlmostEquals
  assertNotEndsWith assertNotEqual assertNotEquals assertNotHasAttr assertNotIn assertNotIsInstance
  assertNotIsSubclass assertNotRegex assertNotRegexpMatches assertNotStartsWith assertRaises
  assertRaisesRegex assertRaisesRegexp assertRegex assertRegexpMatches assertSequenceEqual assertSetEqual
  assertStartsWith assertTrue assertTupleEqual assertWarns assertWarnsRegex assert_ asyncSetUp
  asyncTearDown countTestCases debug defaultTestResult doClassCleanups doCleanups enterAsyncContext
  enterClassContext enterContext fail failIf failIfAlmostEqual failIfEqual failUnless failUnlessAlmostEqual
  failUnlessEqual failUnlessRaises failureException id longMessage maxDiff pytestmark run runTest setUp
  setUpClass shortDescription skipTest subTest tearDown tearDownClass
`);

/** Of the package fixtures 4.0, and what testtools reads of a fixture that it uses. */
const fixture = words(`
  _cleanup _cleanups _clear_cleanups _detail_sources _details _remove_state _setUp addCleanup addDetail cleanUp
  getDetails reset setUp tearDown useFixture
`);

const builtinClasses: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['builtins.dict', words('clear copy fromkeys get items keys pop popitem setdefault update values')],
  ['builtins.list', words('append clear copy count extend index insert pop remove reverse sort')],
  ['builtins.tuple', words('count index')],
  [
    'builtins.set',
    words(`add clear copy difference difference_update discard intersection intersection_update isdisjoint issubset
      issuperset pop remove symmetric_difference symmetric_difference_update union update`),
  ],
  [
    'builtins.int',
    words(
      'as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag is_integer numerator real to_bytes',
    ),
  ],
  ['builtins.float', words('as_integer_ratio conjugate fromhex from_number hex imag is_integer real')],
  [
    'builtins.str',
    words(`capitalize casefold center count encode endswith expandtabs find format format_map index isalnum isalpha
      isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join ljust lower
      lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split
      splitlines startswith strip swapcase title translate upper zfill`),
  ],
]);
