import { snakeCase } from '../../names/cases.ts';
import { stemOf } from '../../names/prose.ts';
import { wordsOf } from '../../names/words.ts';
import type { TestModule } from '../../python/module.ts';
import { type Binding, type Bindings, functionAround, type Scope } from '../../python/scope.ts';
import { childIn, descendantsOf, Field, Kind, kindOf, type Node, ROOT } from '../../python/syntax.ts';
import { integer } from '../options.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'camel-case-local',
  family: 'naming',
  summary: 'a local variable in camel case in a module that writes snake case',
  why: `
PEP 8 has variables in snake case, and so has the module itself: one \`emptyCart\` among its neighbours looks like a
method of another library, and a search for \`empty_cart\` misses it.

What counts is the convention of the module, by the names of several words that its functions and their variables have.
Where there are five or more of them and at least 80 % are in snake case, its local variables in camel case are
reported. Parameters, attributes, functions, classes and the variables of the module never are: they are used from
elsewhere.

A function is put into snake case as a whole or left as it is: where one of its variables keeps its capitals, for one
of the reasons below or because it starts with one (\`CartModel\`), the others are not reported either. The fix renames
the variable, unless the new name is taken already.
`,
  spared: [
    'A module in which four or more variables are in camel case and, the functions aside, less than 80 % are in snake case: its variables have a convention of their own.',
    'A module without any variable or parameter of several words in snake case. That its tests are called `test_…` shows no convention for variables.',
    'A module whose first lines say that it was copied, ported or adapted from elsewhere: it keeps the names of what it was copied from.',
    "A name that the module also has as an attribute (`model.fieldName`), as a keyword (`fieldName=fieldName`) or in a string, or that a comment of the function mentions: it follows something that is not the module's to name. So does a name with such a word in it, as `getHost_result` where something is called `getHost`.",
    'A name that a function of the module has as a parameter.',
    'An alias of an attribute: with its words (`noModifiers = Qt.NoModifier`), got by a string with its words (`getattr(shop, "_OrderLine")`), or with the beginning of its name (`orderLine = self.orderLine_patcher.start()`).',
    'A name that shares two neighbouring words with an attribute in the function, or with a variable of the module, that is in camel case: `gotResponseCode = request.responseCode`.',
    'Capitals that are letters of their own (`userID`, `pkgA`), one letter before a word (`pLab`, `nItems`), and derivatives (`dCdH`, `dWave_dt`).',
    'A name that ends in another variable of the function, as `dAu` beside `Au`, or in a symbol that is a variable anywhere in the module, as `centralMpq` with `Mpq`.',
    'A shorthand for an assertion method of the test case: `checkEqual = self.assertEqual`.',
    'What unittest itself writes in camel case: `longMessage`, `maxDiff`, `failureException`, and the variables of `suite()`, `load_tests()` and `additional_tests()`.',
    'A variable that functions share by `global` or `nonlocal`.',
    'A line that tells another linter that the name is meant: `# noqa`, `# noqa: N806`, `# pylint: disable=invalid-name`.',
  ],
  nearest:
    "pep8-naming's and ruff's `N806` report every local variable that is not in lower case, whatever the module writes and whatever the name follows, and rename none.",
  limits:
    'Where the name is that of something outside which the module does not mention: a field of a protocol, a symbol of a paper. A comment in the function that mentions the name keeps the rule silent.',
  severity: { fast: 'warning', review: 'warning' },
  options: {
    'minimum-names': integer({
      default: 5,
      description: 'how many names of several words a module needs to show a convention',
    }),
    'minimum-share': integer({
      default: 80,
      description: 'the share of these names in snake case, in per cent, from which on it is the convention',
    }),
  },
  examples: {
    bad: [
      `
def test_total_of_an_empty_cart(open_shop):
    emptyCart = open_shop.cart()
    first_total = emptyCart.total
    second_total = emptyCart.total
    assert first_total == second_total == 0

def test_total_of_a_full_cart(open_shop):
    full_cart = open_shop.cart("tea")
    assert full_cart.total == 4
`,
    ],
    good: [
      `
def test_total_of_an_empty_cart(open_shop):
    empty_cart = open_shop.cart()
    assert empty_cart.total == 0

def test_widget_of_a_full_cart(open_shop):
    full_cart = open_shop.cart("tea")
    windowTitle = full_cart.widget.windowTitle()
    assert windowTitle == "1 item"
`,
    ],
  },
  *check(module, options) {
    const locals = module.bindings.bindings.filter(isLocal);
    const camel = locals.filter(({ name }) => CAMEL.test(name));
    if (camel.length === 0 || !writesSnakeCase(module, locals, options) || module.isCopied()) return;
    const asked = new Set(camel.map(functionOf));
    const leaving = new Set(
      locals
        .filter((binding) => asked.has(functionOf(binding)) && staysMixed(module, binding))
        .map(functionOf),
    );
    for (const binding of camel) {
      const {
        name,
        scope,
        definitions: [definition],
      } = binding;
      if (definition === undefined || leaving.has(functionOf(binding))) continue;
      const renameTo = snakeCase(name);
      if (module.bindings.lookup(scope, renameTo) === undefined) {
        yield {
          at: definition,
          message: `\`${name}\` is in camel case in a module of snake case; rename it \`${renameTo}\``,
          subject: name,
          isVocabulary: true,
          fix: { renameTo, evidence: 'the case of the other names in the module' },
        };
      } else {
        yield {
          at: definition,
          message: `\`${name}\` is in camel case, and \`${renameTo}\` is another name here; tell the two apart`,
          subject: name,
          isVocabulary: true,
        };
      }
    }
  },
});

const CAMEL = /^_*[a-z][a-z0-9]*[A-Z]/;
/** What other languages call methods. */
const CAP_WORDS = /^[A-Z][a-z0-9]+[A-Z]/;
const SNAKE = /^_*[a-z0-9]+(?:_+[a-z0-9]+)+_*$/;

function isLocal({ kind, scope }: Binding): boolean {
  return kind === 'local' && (scope.kind === 'function' || scope.kind === 'comprehension');
}

interface Limits {
  readonly 'minimum-names': number;
  readonly 'minimum-share': number;
}

/** Whether nearly all names of several words are in snake case, those of variables and functions. */
function writesSnakeCase(
  { bindings, definitions, model }: TestModule,
  locals: readonly Binding[],
  limits: Limits,
): boolean {
  const hooks = new Set<unknown>(model.hooks);
  const functions = definitions.filter(
    (definition) => definition.kind === 'function' && !hooks.has(definition),
  );
  const variables = new Set(locals.map(({ name }) => name));
  const names = [...locals, ...functions].map(({ name }) => name);
  return !isHabit([...variables], limits) && isSnakeCase(names, limits) && hasSnakeCaseVariable(bindings);
}

/** Functions alone show no convention for variables: that tests are called `test_…` is not the module's choice. */
const hasSnakeCaseVariable = ({ bindings }: Bindings) =>
  bindings.some(({ name, kind }) => (kind === 'local' || kind === 'parameter') && SNAKE.test(name));

/** Whether a module calls so many of its variables in camel case that they have a convention of their own. */
function isHabit(names: readonly string[], limits: Limits): boolean {
  const camel = names.filter((name) => CAMEL.test(name)).length;
  return camel >= HABIT && !isSnakeCase(names, limits);
}

const HABIT = 4;

function isSnakeCase(names: readonly string[], limits: Limits): boolean {
  const snake = names.filter((name) => SNAKE.test(name)).length;
  const isCamel = (name: string) => CAMEL.test(name) || CAP_WORDS.test(name);
  // The name of a test may hold that of a symbol under test, `test_getUser_twice`: a sign of what the project writes.
  const camel = names.filter((name) => isCamel(name) || /^test_.*[a-z][A-Z]/.test(name)).length;
  const count = snake + camel;
  return count >= limits['minimum-names'] && snake * 100 >= count * limits['minimum-share'];
}

function isExempt(module: TestModule, binding: Binding): boolean {
  const { name, scope, definitions, declarations } = binding;
  if (isSymbol(name) || declarations.length > 0) return true;
  if (OPTIONS_OF_TEST_CASES.has(name) || definitions.some(({ node }) => isAcceptedOn(module, node)))
    return true;
  if (module.bindings.bindings.some((other) => other.kind === 'parameter' && other.name === name))
    return true;
  const values = definitions.map(({ node }) => module.valueGivenTo(node));
  if (values.some((value) => value !== undefined && isShorthand(name, module.textOf(value)))) return true;
  if (values.some((value) => value !== undefined && isAliasOf(module, name, value))) return true;
  const around = functionAround(scope).node;
  if (isSuite(module, around)) return true;
  if (isInComment(module, name, around) || sharesWords(module, name, around)) return true;
  return hasSymbol(module, scope, name) || symbolsIn(name).some((symbol) => module.isMentioned(symbol, ROOT));
}

/** Whether a function is one that older loaders call for the tests of a module, which unittest's documentation writes in camel case. */
const isSuite = ({ definitions }: TestModule, node: Node) =>
  definitions.some(
    (definition) =>
      definition.node === node && /^(?:suite|additional_tests|load_tests)$/.test(definition.name),
  );

const functionOf = ({ scope }: Binding): Scope => functionAround(scope);

/** Whether a variable keeps its capitals, so that its function would not be all in snake case without the others. */
function staysMixed(module: TestModule, binding: Binding): boolean {
  const { name } = binding;
  return /[a-z]/.test(name) && /[A-Z]/.test(name) && (!CAMEL.test(name) || isExempt(module, binding));
}

/** Whether a value is an assertion method of the test case, or makes another such assertion of one. */
const isShorthand = (name: string, value: string) =>
  /^self\.assert\w*$/.test(value) || (name.startsWith('assert') && /\bself\.assert\w/.test(value));

/** A letter that stands for a kind or a quantity, and a word: `pLab`, the profile for Lab, and `nItems`. */
const LETTER_AND_WORD = /^[a-z][A-Z][a-z]+\d*$/;

/** A letter and symbols, of one or two letters each, as the derivative `dCdH` of `C` by `H`; also `dLossdW`. */
const LETTERS = /^[a-z]\d*(?:[A-Z][a-z]?\d*)+$|^d\d?[A-Z][a-z]*\d*d[A-Z]\d*$/;

/**
 * Whether the capitals of a name are letters of their own, as in `userID`, or all that is in camel case in it is a letter
 * and a word, or letters: also the derivative `dWave_dt`.
 */
const isSymbol = (name: string) =>
  !/[A-Z][a-z]/.test(name) ||
  name.split('_').every((part) => !CAMEL.test(part) || LETTER_AND_WORD.test(part) || LETTERS.test(part));

/**
 * Whether a value is an attribute with the words of the name, as `noModifiers = Qt.NoModifier`, one that is got by a
 * string with them, or one that begins with the name, as in `orderLine = self.orderLine_patcher.start()`.
 */
function isAliasOf({ tree, textOf }: TestModule, name: string, value: Node): boolean {
  const wordsIn = (text: string) => wordsOf(text).map(stemOf).join(' ');
  const isSame = (text: string) => wordsIn(text) === wordsIn(name);
  if (kindOf(tree, value) === Kind.attribute) return isSame(textOf(childIn(tree, value, Field.attribute)));
  const isLonger = (attribute: Node) => textOf(childIn(tree, attribute, Field.attribute)).startsWith(name);
  if (Array.from(descendantsOf(tree, value, Kind.attribute)).some(isLonger)) return true;
  const isOwnSymbol = (content: Node) => /[A-Z]/.test(textOf(content)) && isSame(textOf(content));
  return Array.from(descendantsOf(tree, value, Kind.string_content)).some(isOwnSymbol);
}

/**
 * Whether two neighbouring words of a name are those of something in camel case that is not the function's to name: an
 * attribute in it, as in `gotResponseCode = request.responseCode`, or a variable of the module.
 */
function sharesWords({ tree, textOf, bindings }: TestModule, name: string, around: Node): boolean {
  const attributes = Array.from(descendantsOf(tree, around, Kind.attribute), (attribute) =>
    textOf(childIn(tree, attribute, Field.attribute)),
  );
  const globals = bindings.bindings.filter(({ scope }) => scope.kind === 'module').map((one) => one.name);
  const pairs = new Set([...attributes, ...globals].filter((other) => CAMEL.test(other)).flatMap(pairsOf));
  return pairsOf(name).some((pair) => pairs.has(pair));
}

function pairsOf(name: string): readonly string[] {
  const words = wordsOf(name).map((word) => stemOf(word.toLowerCase()));
  return words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`);
}

/** Whether a comment in a function says the name, which it may have from elsewhere. */
function isInComment({ commentsIn }: TestModule, name: string, root: Node): boolean {
  const word = new RegExp(`(?<!\\w)${name}(?!\\w)`);
  return commentsIn(root).some(({ content }) => word.test(content));
}

/** What may be the name of something else: the whole name, and its words in camel case, as `getHost` in `getHost_result`. */
function symbolsIn(name: string): readonly string[] {
  return [name, ...name.split('_').filter((word) => word !== name && CAMEL.test(word))];
}

/**
 * Whether a name ends in another one of the function, as `dA` and `dAu` do beside the matrices `A` and `Au`, or in a
 * local variable of the module that is no word, as `centralMpq` does in a module with moments `Mpq`.
 */
function hasSymbol({ bindings }: TestModule, scope: Scope, name: string): boolean {
  const symbols = Array.from(name.matchAll(/[A-Z]/g), ({ index }) => name.slice(index));
  const isHere = (symbol: string) => {
    const found = scope.symbols.get(symbol)?.binding;
    return found?.scope === scope && found.kind === 'local';
  };
  if (symbols.some(isHere)) return true;
  const letters = new Set(symbols.filter((symbol) => /^[A-Z][^aeiouyA-Z]*$/.test(symbol)));
  return letters.size > 0 && bindings.bindings.some((other) => isLocal(other) && letters.has(other.name));
}

/** What unittest itself names in camel case (unittest, class TestCase), which a function may set by mistake. */
const OPTIONS_OF_TEST_CASES: ReadonlySet<string> = new Set(['failureException', 'longMessage', 'maxDiff']);

/** Whether the line of a definition tells another linter that its name is meant: `# noqa: N806`. */
function isAcceptedOn(module: TestModule, definition: Node): boolean {
  const { line } = module.positionAt(module.spanOf(definition).start);
  return /#\s*noqa\b(?:(?!:)|.*\bN8\d\d\b)|#\s*pylint:.*\binvalid-name\b/i.test(module.lineText(line));
}
