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
method of another library and is missed by a search for \`empty_cart\`. What counts is the module's own convention, by
the names of several words that its functions and their variables have; where camel case is no exception, or where
there are too few names to tell, nothing is said. A name may follow something that is not the module's to name: one that
the module also has as an attribute (\`model.fieldName\`), as a keyword (\`fieldName=fieldName\`) or in a string, or the function in a comment, is left
alone, as are an alias with the words of an attribute (\`noModifiers = Qt.NoModifier\`), a name that a function of
the module has as a parameter, one with two words of an attribute or a variable of the module in camel case, a letter before a word (\`pLab\`, \`dWave_dt\`) or before letters, such as a derivative (\`dCdH\`), capitals that are letters of their own (\`pkgA\`,
\`userID\`), one that begins with the same word as such a name in its function (\`crsLatLon\` beside \`crsOSGB\`), capitals that begin another variable (\`dAu\` beside \`Au\`), a shorthand for an assertion method of the
test case, what unittest itself names so (\`longMessage\`, the variables of \`suite()\`), names on a line that tells another linter so (\`# noqa: N806\`), and names that \`global\` or \`nonlocal\` share. Parameters, attributes and functions are never reported: they
are called from elsewhere. A module that calls four variables or more in camel case, and more of them than the share below allows, has a convention of
its own, whatever its functions are called; one without any variable of several words in snake case shows none; and one whose head says that it is a copy keeps the names of what it was copied from. A function is
put in snake case as a whole or left as it is: where one of its variables keeps its capitals, for one of the reasons above or
because it starts with one, nothing is said of the others.
`,
  nearest:
    "pep8-naming's and ruff's `N806` reports every local variable that is not in lower case, whatever the module writes and whatever the name repeats, and renames none.",
  limits:
    'Where the name is that of something outside which the function does not mention: a field of a protocol, a symbol of a paper.',
  severity: { fast: 'warning', review: 'warning' },
  options: {
    'minimum-names': integer({
      default: 5,
      description: 'how many names of several words a module needs to show a convention',
    }),
    'minimum-share': integer({
      default: 80,
      description: 'from which share of these names on, in per cent, snake case is the convention',
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
