import { expanded, expansions, mayBeClipped } from '../../names/abbreviations.ts';
import { ownNames } from '../../names/own-names.ts';
import { stemOf } from '../../names/prose.ts';
import { isReserved } from '../../names/reserved.ts';
import { wordsOf } from '../../names/words.ts';
import type { TestModule } from '../../python/module.ts';
import { type Binding, functionAround } from '../../python/scope.ts';
import { calledNameOf, unwrapped } from '../../python/expressions.ts';
import { descendantsOf, Kind, kindOf, type Node } from '../../python/syntax.ts';
import { table } from '../options.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'abbreviated-name',
  family: 'vague-names',
  summary: 'a local name or parameter with a clipped word that has one expansion',
  advice: 'write clipped words out',
  why: `
A clipped word is read by spelling it out, each time, by everyone. The rule knows those that stand for one word only:
\`dest_host\` is \`destination_host\`, \`mgr\` is \`manager\`. The fix writes them out, unless the long name is taken
or built into Python.

It looks at names that belong to one function, its variables and its parameters, since those can be renamed without a
look elsewhere. An entry of the table of expansions with an empty text takes a word out. A team's own words belong in
\`[tool.proctor.names]\`, for [replaced-name](replaced-name.md).
`,
  spared: [
    'Words that everyone writes short, such as `id`, `args`, `config`, `ctx` or `tmp`, even if the table has them.',
    "The parameters of pytest's tests and fixtures, which are the names of other fixtures.",
    'A name that follows another one: the module imports it, or the whole or its clipped word is an attribute, a keyword or a word of a string in the function (`src = path / "src"`).',
    "The name of the function around it, and the parameters of a double's methods, which follow what it doubles: those of a class without bases, or of one named `Fake…`, `Mock…`, `Stub…` or `Dummy…`.",
    'A word that is clipped from another one in what makes the value, or that is in the name of what is called: `proj = Projector()`, `prev = shop.package_revision()`, `mgr = get_mgr()`.',
    'A word that is clipped from several, such as `conf`, `desc` or `vol`, where the names of the module have only the other one (`confidence`, `descriptor`, `voltage`).',
    'The term `in_addr`, and `curr` and `prev` where no adjective would stand, as in `prev2` and `latest_prev`.',
  ],
  nearest:
    "eslint-plugin-unicorn's `name-replacements` is the same for JavaScript; no rule of ruff, pylint or flake8 does it.",
  limits:
    'In a domain where the clipped word is a term of its own: `vol` of an audio mixer, `inst` of an instruction set. Take the word out of the table, or suppress the finding.',
  severity: { fast: 'off', review: 'warning' },
  options: {
    expansions: table({
      default: expansions,
      description: 'the clipped words and what they stand for',
    }),
  },
  examples: {
    bad: [
      `
def test_move(shelf, cart):
    dest_shelf = shelf.next()
    cart.move(dest_shelf)
    assert cart.shelf == dest_shelf
`,
    ],
    good: [
      `
def test_move(shelf, cart):
    destination_shelf = shelf.next()
    cart.move(destination_shelf, tmp_dir="/carts", ids=[1])
    assert cart.shelf == destination_shelf
`,
    ],
  },
  *check(module, options) {
    const mayBe = mayBeClipped(options.expansions);
    const clippedNames = module.bindings.bindings.filter(({ name }) => mayBe(name));
    if (clippedNames.length === 0) return;
    for (const binding of clippedNames.filter(ownNames(module))) {
      const [definition] = binding.definitions;
      const expansion = expanded(binding.name, options.expansions);
      if (definition === undefined || expansion === undefined) continue;
      const { name: renameTo, clipped } = expansion;
      if (isMirrored(module, binding, clipped) || follows(module, binding)) continue;
      if (clipped.some((word) => meansAnother(module, binding, word, options.expansions[word] ?? '')))
        continue;
      if (isReserved(renameTo)) {
        yield {
          at: definition,
          message: `\`${binding.name}\` is clipped; write \`${renameTo}_\`, or say what is in it`,
          subject: binding.name,
        };
      } else if (module.bindings.lookup(binding.scope, renameTo) !== undefined) {
        yield {
          at: definition,
          message: `\`${binding.name}\` is clipped, and \`${renameTo}\` is another name here; tell the two apart`,
          subject: binding.name,
        };
      } else {
        const evidence = clipped.map(
          (word) => `\`${word}\` is short for \`${options.expansions[word] ?? ''}\``,
        );
        yield {
          at: definition,
          message: `\`${binding.name}\` is clipped; write \`${renameTo}\``,
          subject: binding.name,
          fix: { renameTo, evidence: evidence.join(', ') },
        };
      }
    }
  },
});

/** Whether a name, or a clipped word of it, is that of something else which the function mentions or the module imports. */
function isMirrored(module: TestModule, { name, scope }: Binding, clipped: readonly string[]): boolean {
  const { node } = functionAround(scope);
  const words = new Set([name, ...clipped]);
  return [...words].some((word) => module.isImportedName(word) || module.isMentioned(word, node));
}

/** Whether a name is that of the function around it, or a parameter of a double's method, which follows what it doubles. */
function follows(
  { definitionAt, model }: TestModule,
  { name, kind, definitions: [first] }: Binding,
): boolean {
  const definition = first === undefined ? undefined : definitionAt(first.start);
  if (definition?.name === name) return true;
  const owner = definition?.enclosing;
  if (kind !== 'parameter' || owner?.kind !== 'class') return false;
  const isOfTests = model.classes.some((testClass) => testClass.definition === owner);
  return !isOfTests && (owner.bases.length === 0 || DOUBLE.test(owner.name));
}

const DOUBLE = /^_*(?:Dummy|Fake|Mock|Stub)|(?:Dummy|Fake|Mock|Stub)$/;

/** Whether a clipped word is the beginning of a word, or of two: `prev` of `package_revision`. */
const isClippedFrom = (clipped: string, word: string, next = '') =>
  (word.startsWith(clipped) && word.length > clipped.length + 1) ||
  (word.charAt(0) === clipped.charAt(0) && word.length > 2 && next.startsWith(clipped.slice(1)));

/** Whether a clipped word stands for another word than that of the dictionary, as far as the module shows. */
function meansAnother(module: TestModule, binding: Binding, clipped: string, expansion: string): boolean {
  const { tree } = module;
  if (isTermOf(binding.name, clipped, expansion)) return true;
  const [first] = binding.definitions;
  const value = first === undefined ? undefined : module.valueGivenTo(first.node);
  if (value !== undefined) {
    const call = unwrapped(tree, value);
    // What is called by the clipped word gives its name to what it makes: `proj = Proj()`.
    if (kindOf(tree, call) === Kind.call && wordsOf(calledNameOf(tree, call)).includes(clipped)) return true;
    const words = wordsBelow(module, value);
    if (words.some((word) => stemOf(word) === stemOf(expansion))) return false;
    if (words.some((word, index) => isClippedFrom(clipped, word, words[index + 1]))) return true;
  }
  const others = HOMONYMS.get(clipped);
  if (others === undefined) return false;
  const answers = known.get(module) ?? new Map<string, boolean>();
  known.set(module, answers);
  const answer = answers.get(clipped) ?? speaksOf(module, others, expansion);
  answers.set(clipped, answer);
  return answer;
}

/** Many names of a module have the same clipped word. */
const known = new WeakMap<TestModule, Map<string, boolean>>();

/** Whether one of some words is in the names of a module, and another word is not. */
function speaksOf(module: TestModule, others: readonly string[], word: string): boolean {
  // Few modules have the words anywhere.
  if (!new RegExp(others.join('|'), 'i').test(module.text)) return false;
  const words = wordsIn(module);
  return others.some((other) => words.has(other)) && !words.has(word);
}

function wordsIn({ nodesOf, textOf }: TestModule): ReadonlySet<string> {
  const words = new Set<string>();
  for (const node of nodesOf(Kind.identifier)) for (const word of wordsOf(textOf(node))) words.add(word);
  return words;
}

const wordsBelow = ({ tree, textOf }: TestModule, root: Node): readonly string[] =>
  Array.from(descendantsOf(tree, root, Kind.identifier)).flatMap((node) => wordsOf(textOf(node)));

/** Other words that are clipped alike. */
const HOMONYMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['conf', ['conference', 'confidence']],
  ['desc', ['descriptor', 'descriptors']],
  ['inst', ['instruction', 'instructions', 'instrument', 'instruments']],
  ['proj', ['projection', 'projections', 'projector', 'projectors']],
  ['vol', ['voltage']],
]);

/** Whether a clipped word is part of a term, or stands where no adjective would: `in_addr`, `prev2`, `latest_prev`. */
function isTermOf(name: string, clipped: string, expansion: string): boolean {
  if (/(?:^|_)in_addr(?:_|$)/.test(name)) return true;
  if (!ADJECTIVES.has(expansion)) return false;
  return new RegExp(`(?:^|_)${clipped}_?\\d|(?<!(?:^|_)(?:had|has|is|no|with))_${clipped}$`).test(name);
}

const ADJECTIVES: ReadonlySet<string> = new Set(['current', 'previous']);
