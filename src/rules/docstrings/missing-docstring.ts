import type { Definition, FunctionDefinition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import { flag, integer } from '../options.ts';
import { defineRule, type Problem } from '../rule.ts';

export default defineRule({
  id: 'missing-docstring',
  family: 'docstrings',
  summary: 'a test without a docstring among tests that have one; in the review, any test, fixture or helper',
  why: `
Whether tests need docstrings is for a project to say; many name their tests well and need none. But where nearly all
tests of a module have one, they are read as a list of what holds, and the test without one is a gap in it. So the rule
asks the module: it reports a test without a docstring only where at least five tests, and 80 % of all, have one.

The review has another purpose. It names every test, fixture and helper without a docstring, all of a module in one
finding with their number. Helpers are the other functions of the module and methods of its classes.
`,
  spared: [
    'Methods that Python calls by itself, such as `__init__`, and the hooks of a framework, such as `setUp`.',
    'Overloads, and the setters and deleters of properties.',
    'Functions inside functions, classes, and the module itself.',
    'Tests with a decorator that reads the docstring as input, such as `@parser.parse_doc()`: they do not count, in `fast`.',
  ],
  nearest:
    "pydocstyle's and ruff's `D102` and `D103` demand a docstring for every public method and function, whatever the module's convention is.",
  limits:
    'Where the names of the tests say all that there is to say. Then none of them needs a docstring, and the rule may be turned off.',
  severity: { fast: 'warning', review: 'warning' },
  options: {
    'minimum-share': integer({
      default: 80,
      description:
        'the share of tests with a docstring, in per cent, from which on those without one are reported',
    }),
    'minimum-docstrings': integer({
      default: 5,
      description: 'how many tests of a module need a docstring for it to be a convention',
    }),
    'every-definition': flag({
      default: false,
      review: true,
      description:
        'whether all tests, fixtures and helpers are to have a docstring; one finding a module then counts those without',
    }),
  },
  examples: {
    bad: [
      `
def test_empty_cart(cart):
    """An empty cart costs nothing."""
    assert cart.total == 0

def test_tea(cart):
    """Tea costs four."""
    assert cart.add("tea").total == 4

def test_cake(cart):
    """Cake costs three."""
    assert cart.add("cake").total == 3

def test_tea_and_cake(cart):
    """Prices add up."""
    assert cart.add("tea").add("cake").total == 7

def test_wrapping(cart):
    """Wrapping is free."""
    assert cart.add("tea").wrap().total == 4

def test_milk(cart):
    assert cart.add("milk").total == 1
`,
    ],
    good: [
      `
def test_empty_cart(cart):
    """An empty cart costs nothing."""
    assert cart.total == 0
`,
    ],
  },
  *check(module, options) {
    const documented = new Set<Definition | undefined>(module.docstrings.map(({ definition }) => definition));
    if (options['every-definition']) {
      yield* missingIn(module, documented);
      return;
    }
    const tests = module.model.tests.filter(({ definition }) => !isDocstringRead(definition));
    const missing = tests.filter(({ definition }) => !documented.has(definition));
    const count = tests.length - missing.length;
    if (count < options['minimum-docstrings'] || count * 100 < tests.length * options['minimum-share'])
      return;
    for (const { name, nameSpan } of missing) {
      yield {
        at: nameSpan,
        message: `\`${name}\` has no docstring; ${count} of the module's ${tests.length} tests have one`,
        subject: name,
      };
    }
  },
});

/** Whether a decorator that is named for docstrings reads that of a test: what stands there is input, and no docstring. */
const isDocstringRead = ({ decorators }: FunctionDefinition) =>
  decorators.some(({ name }) => /(?:^|[._])doc(?:string)?s?$/i.test(name));

/** One problem for all definitions of a module without a docstring. */
function* missingIn(
  { model, positionAt }: TestModule,
  documented: ReadonlySet<Definition | undefined>,
): Generator<Problem> {
  const isMissing = (definition: FunctionDefinition) => !documented.has(definition);
  const tests = model.tests.map(({ definition }) => definition).filter(isMissing);
  const fixtures = model.fixtures.map(({ definition }) => definition).filter(isMissing);
  const helpers = model.helpers.filter(isMissing).filter(isHelper);
  const missing = tests.length + fixtures.length + helpers.length;
  if (missing === 0) return;
  const isAll = tests.length === model.tests.length && tests.length > 1;
  const kinds = [
    isAll ? allOf(tests.length) : counted(positionAt, tests, 'test'),
    counted(positionAt, fixtures, 'fixture'),
    counted(positionAt, helpers, 'helper'),
  ];
  yield {
    // The module is what lacks them; a definition that gets its docstring leaves the finding where it is.
    at: { start: 0, end: 0 },
    message: `${enumerated(kinds.filter((kind) => kind !== ''))} ${missing === 1 ? 'lacks' : 'lack'} a docstring`,
    measure: missing,
  };
}

const allOf = (tests: number) => (tests === 2 ? 'both tests' : `all ${tests} tests`);

function counted(
  positionAt: TestModule['positionAt'],
  definitions: readonly Definition[],
  noun: string,
): string {
  if (definitions.length === 0) return '';
  const lines = definitions.map(({ nameSpan }) => positionAt(nameSpan.start).line).toSorted((a, b) => a - b);
  return `${definitions.length} ${noun}${definitions.length === 1 ? '' : 's'} (${listed(lines.map(String))})`;
}

function listed(lines: readonly string[]): string {
  if (lines.length <= MOST_LINES) return `${lines.length === 1 ? 'line' : 'lines'} ${enumerated(lines)}`;
  return `lines ${enumerated([...lines.slice(0, MOST_LINES - 1), `${lines.length - MOST_LINES + 1} more`])}`;
}

const enumerated = (items: readonly string[]) =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

/** Whether a function is one that the module calls by its name, and not a method of Python's or another's protocol. */
const isHelper = ({ name, decorators }: FunctionDefinition) =>
  !/^__\w+__$/.test(name) &&
  !decorators.some((decorator) => /(?:^|\.)(?:overload|setter|deleter)$/.test(decorator.name));

const MOST_LINES = 8;
