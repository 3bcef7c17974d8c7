import { differInLabelOnly } from '../../names/numbers.ts';
import { isTelling, nounOf, nounTakenBy } from '../../names/nouns.ts';
import { isReserved } from '../../names/reserved.ts';
import { wordsOf } from '../../names/words.ts';
import { compactText, type Difference, differencesBetween } from '../../python/differences.ts';
import { calledNameOf, calleeOf, stringKeysOf, unwrapped } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding, Occurrence } from '../../python/scope.ts';
import { descendantsOf, Kind, kindOf, NO_NODE, type Node, type SyntaxTree } from '../../python/syntax.ts';
import type { PassedTo } from '../../python/uses.ts';
import { texts } from '../options.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'vague-name',
  family: 'vague-names',
  summary: 'a variable whose name would fit any value, where its type or a call says more',
  advice: 'name variables for what is in them',
  why: `
\`data\` fits everything, so it says nothing: the reader goes back to where it was made to learn that it holds orders.
The code often has the better word already, in the call that makes the value (\`get_orders()\`, \`Voucher(…)\`) or in
the one that takes it (\`pay(order=data)\`), and the message names it. Nothing is renamed: which word is right is for
a person to say.

The rule looks at the variables of functions. Names such as \`thing\` and \`foo\`, and a numbered \`tmp2\`, are
reported whatever they hold. \`data\` and \`obj\` are the right names for mere contents, so they are reported only
where the code has a better word, or where the value is a dictionary that is written out with at least two keys that
tell.

Where a function makes two objects of one class and tells them apart by an argument, the bare name of the class is
reported as well if a mere label tells the other one from it: \`cart\` beside \`other_cart\`, \`cart_b\` or
\`second_cart\`.
`,
  spared: [
    'A name that is passed on under itself (`data=data`), or that stands in a string of the function: it is the word of what is tested. So is an `obj` that is passed as some object, as in `referred_object=obj`.',
    'A variable that is named for what makes it (`foo = Foo()`), or whose maker has the same vague word (`data = get_sync_data_metering()`).',
    'A name such as `foo` that a class of the module or another variable of the function begins with (`FooShop`, `foo_degree`): there it is a term.',
    'A variable that is never read: it is there to be seen from outside.',
    'Parameters, and names of loops and of unpacked tuples, which follow what they are taken from.',
    'Two objects of a class that are made alike, or whose arguments differ in a label only. Numbered ones, such as `cart` and `cart2`, belong to `numbered-name`.',
  ],
  nearest:
    "pylint's `C0104` reports names on a list (`foo`, `bar`, `baz`) wherever they stand, and proposes nothing.",
  limits: 'Where the values really are arbitrary, and any better word would claim more than the test needs.',
  severity: { fast: 'off', review: 'warning' },
  options: {
    names: texts({
      default: ['thing', 'things', 'stuff', 'foo', 'bar', 'baz', 'qux'],
      description: 'names that are reported whatever they hold; with a number at the end too',
    }),
    'contents-names': texts({
      default: ['data', 'obj'],
      description:
        'names that are reported where the code has a better word, or for a dictionary that is written out',
    }),
    'numbered-names': texts({
      default: ['tmp', 'temp'],
      description: 'names that are reported with a number at the end',
    }),
  },
  examples: {
    bad: [
      `
def test_orders(shop):
    data = shop.get_orders()
    assert data == []
`,
      `
def test_totals():
    cart = Cart(owner="alice")
    other_cart = Cart(owner="bob")
    assert cart.total == other_cart.total
`,
    ],
    good: [
      `
def test_orders(shop):
    orders = shop.get_orders()
    assert orders == []
`,
      `
def test_upload(shop, client):
    data = b"tea"
    assert shop.upload(data).content == data
    assert client.post("/orders", data=data).ok
`,
    ],
  },
  *check(module, options) {
    const names = new Set(options.names);
    const contents = new Set(options['contents-names']);
    const numbered = new Set(options['numbered-names']);
    const namesakes = new Set<Binding>();
    for (const binding of module.bindings.bindings) {
      if (binding.kind !== 'local' || binding.scope.kind !== 'function') continue;
      const { name, scope } = binding;
      const base = baseOf(name);
      const isListed = names.has(base) || (base !== name && numbered.has(base));
      if (isListed || contents.has(name)) {
        const variable = variableOf(module, binding);
        const message = variable && vagueness(module, variable, isListed);
        if (variable !== undefined && message !== undefined)
          yield { at: variable.definition, message, subject: name };
        continue;
      }
      const [, before, after] = LABELLED.exec(name) ?? [];
      const bare = before ?? after;
      if (bare === undefined || names.has(bare) || contents.has(bare)) continue;
      const namesakeOf = scope.symbols.get(bare)?.binding;
      if (namesakeOf?.scope !== scope || namesakeOf.kind !== 'local' || namesakes.has(namesakeOf)) continue;
      const variable = variableOf(module, namesakeOf);
      const message = variable && namesake(module, variable, binding);
      if (variable === undefined || message === undefined) continue;
      namesakes.add(namesakeOf);
      yield { at: variable.definition, message, subject: bare };
    }
  },
});

const baseOf = (name: string) => (/\d$/.test(name) ? name.replace(/_?\d+$/, '') : name);

/** A name with a label that says of which one it is no more than that it is not the first: `other_cart`, `cart_b`. */
const LABELLED =
  /^(?:another|different|extra|first|fourth|last|next|one|other|second|third|two)_([a-z]\w*)$|^([a-z]\w*)_(?:[a-d]|another|one|other|second|third|two)$/;

/** A variable of a function that first gets its value by itself. */
interface Variable {
  readonly binding: Binding;
  readonly definition: Occurrence;
  readonly value: Node;
}

function variableOf({ valueGivenTo }: TestModule, binding: Binding): Variable | undefined {
  const [definition] = binding.definitions;
  const value = definition === undefined ? undefined : valueGivenTo(definition.node);
  // What is never read is there for something else, such as to be seen from outside.
  if (binding.references.length === 0) return undefined;
  return definition === undefined || value === undefined ? undefined : { binding, definition, value };
}

/** What the code says of a vague name; where it says nothing, a name that is always vague is to be told so. */
function vagueness(module: TestModule, variable: Variable, isListed: boolean): string | undefined {
  const { binding, value } = variable;
  const { name, scope } = binding;
  const base = baseOf(name);
  const calls = module.passedTo(binding);
  if (calls.some((call) => takesUnderName(call, name)) || isNamedInString(module, variable, base))
    return undefined;
  if (isListed && (isOfClasses(module, base) || isTermIn(scope, name))) return undefined;
  const isFree = (word: string) => {
    const taken = module.bindings.lookup(scope, word);
    return word !== name && !isReserved(word) && (taken === undefined || taken.kind === 'unbound');
  };
  const maker = makerOf(module, value);
  if (maker !== undefined && wordsOf(maker).join('_') === base) return undefined;
  const noun = maker === undefined || isOwnClass(module, maker) ? undefined : nounOf(maker);
  if (noun !== undefined && wordsOf(noun).includes(name)) return undefined;
  if (maker !== undefined && noun !== undefined && isFree(noun))
    return `\`${name}\` is what \`${maker}\` gives; ${wordsOf(noun).length > MOST_WORDS ? 'name it for that' : `\`${noun}\` says so`}`;
  const keyword = calls.find((call) => call.keyword !== undefined && isTelling(call.keyword))?.keyword;
  if (keyword !== undefined && isFree(keyword))
    return `\`${name}\` is passed as \`${keyword}\`, which says more`;
  const isText = TEXTS.has(kindOf(module.tree, value));
  const taker = calls.find(
    ({ callee, keyword: named }) =>
      named === undefined && nounTakenBy(callee) !== undefined && (!isText || READING.test(callee)),
  );
  if (taker !== undefined) return `\`${name}\` goes into \`${taker.callee}\`; name it for that`;
  return isListed || isRecord(module, value)
    ? `\`${name}\` would fit any value; name it for what is in it`
    : undefined;
}

/** Whether a call is about whatever has a name: it takes `data=data`, or is called `set_referred_object(obj)`. */
function takesUnderName({ keyword, callee }: PassedTo, name: string): boolean {
  if (keyword === name) return true;
  return name === 'obj' && /(?:^|_)obj(?:ect)?$/.test(keyword ?? callee);
}

/** Whether classes of the module begin with a name, so that the variable follows them: `bar` of `BarShop`. */
const isOfClasses = ({ definitions }: TestModule, base: string) =>
  definitions.some((definition) => definition.kind === 'class' && wordsOf(definition.name)[0] === base);

/** Whether other names of a function begin with a name, so that it is a term: `baz` beside `baz_degree`. */
const isTermIn = ({ symbols }: Binding['scope'], name: string) =>
  Array.from(symbols.keys()).some((other) => other.startsWith(`${name}_`));

/** A longer name than of so many words is no better. */
const MOST_WORDS = 3;

const TEXTS: ReadonlySet<number> = new Set<number>([Kind.string, Kind.concatenated_string]);

/** What takes a text for what is in it; to anything else it is contents. */
const READING = /^_*(?:check|import|parse|validate)/;

/** Whether a class that the module makes up stands behind a name: it is there for the test, and says no more. */
const isOwnClass = ({ definitions }: TestModule, name: string) =>
  definitions.some((definition) => definition.kind === 'class' && definition.name === name);

/** Whether a value is a dictionary that is written out with keys that say what it is about. */
function isRecord({ tree }: TestModule, value: Node): boolean {
  const keys = stringKeysOf(tree, value);
  return keys.filter(isTelling).length >= FEWEST_KEYS;
}

const FEWEST_KEYS = 2;

/** The name of the function or class whose call gives a value. */
function makerOf({ tree }: TestModule, value: Node): string | undefined {
  const call = unwrapped(tree, value);
  const maker = kindOf(tree, call) === Kind.call ? calledNameOf(tree, call) : '';
  return maker === '' ? undefined : maker;
}

function isNamedInString(module: TestModule, { binding }: Variable, name: string): boolean {
  const pattern = new RegExp(`(?<![a-z])${name}(?![a-z])`, 'i');
  for (const content of descendantsOf(module.tree, binding.scope.node, Kind.string_content)) {
    if (pattern.test(module.textOf(content))) return true;
  }
  return false;
}

/** What is said of a variable that is named for its class alone, beside another of that class with a label. */
function namesake(module: TestModule, { binding, value }: Variable, other: Binding): string | undefined {
  const { name } = binding;
  const maker = makerOf(module, value);
  if (maker === undefined || !/^[A-Z]/.test(maker) || wordsOf(maker).join('_') !== name) return undefined;
  const otherValue = variableOf(module, other)?.value;
  if (otherValue === undefined || !isMadeAlike(module.tree, value, otherValue)) return undefined;
  const difference = differenceOf(module, value, otherValue);
  // A difference that names the variable is where its name comes from.
  if (difference === undefined || difference.toLowerCase().includes(name)) return undefined;
  return `\`${name}\` is one \`${maker}\` and \`${other.name}\` another; they differ in ${difference}`;
}

/** Whether two values are given by calls of the same function or class. */
function isMadeAlike(tree: SyntaxTree, one: Node, other: Node): boolean {
  const [call, otherCall] = [unwrapped(tree, one), unwrapped(tree, other)];
  if (kindOf(tree, call) !== Kind.call || kindOf(tree, otherCall) !== Kind.call) return false;
  const callee = calleeOf(tree, call);
  return callee !== undefined && callee === calleeOf(tree, otherCall);
}

/** The first part in which two values differ by more than a number or a label, as it is written in each. */
function differenceOf({ tree }: TestModule, one: Node, other: Node): string | undefined {
  const texts = differencesBetween(tree, unwrapped(tree, one), unwrapped(tree, other))
    .filter((difference) => isOfOneForm(tree, difference))
    .map((difference) =>
      [difference.one, difference.other].map((node) => (node === NO_NODE ? '' : compactText(tree, node))),
    );
  const telling = texts.find(([first = '', second = '']) => !differInLabelOnly(first, second));
  const parts = telling?.flatMap((text) => (text === '' || text.length > LONGEST_SHOWN ? [] : `\`${text}\``));
  return parts === undefined || parts.length === 0 ? undefined : parts.join(' and ');
}

/** Whether a difference is between values of one form, or in what only one has: a name and a literal say little. */
const isOfOneForm = (tree: SyntaxTree, { one, other }: Difference) =>
  one === NO_NODE || other === NO_NODE || kindOf(tree, one) === kindOf(tree, other);

const LONGEST_SHOWN = 40;
