import { ownNames } from '../../names/own-names.ts';
import { lookupIn, type Replacement } from '../../names/vocabulary.ts';
import type { TestModule } from '../../python/module.ts';
import { Kind } from '../../python/syntax.ts';
import type { Binding } from '../../python/scope.ts';
import type { Span } from '../../python/text.ts';
import { vocabulary } from '../options.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'replaced-name',
  family: 'vague-names',
  summary: "a name for which the project's own vocabulary has another",
  advice: "use the names of the project's vocabulary",
  why: `
A project has words of its own, and it has left some behind. \`[tool.proctor.names]\` maps the old names to the new
ones, and \`--fix\` renames what may be renamed; without that table the rule has nothing to say. What the vocabulary
says wins over every other proposal for the same name.

An entry counts for variables, parameters, attributes of \`self\`, functions and classes that have exactly the old
name. An old name of one word that the new one spells out, as \`whs\` does \`warehouse\`, counts inside longer names
too, of variables and parameters that belong to one function: \`whs_cart\` becomes \`warehouse_cart\`, \`whs2\`
becomes \`warehouse2\`. Other entries do not: with \`cart = "basket"\` a \`cart_total\` stays.
`,
  spared: [
    'Imported names.',
    "The parameters of pytest's tests and fixtures, which are named for fixtures elsewhere.",
    'Methods and attributes in the body of a class with bases other than `TestCase`: they may override something.',
  ],
  limits:
    'Where a word of the vocabulary means something else in one module. Give that module a vocabulary by a configuration of its own, or suppress the finding.',
  severity: { fast: 'warning', review: 'warning' },
  options: { names: vocabulary() },
  examples: {
    names: { basket: 'cart', whs: 'warehouse' },
    bad: [
      `
def test_move(shop):
    basket = shop.cart()
    whs_shelf = basket.shelf
    assert whs_shelf.is_free
`,
    ],
    good: [
      `
def test_move(shop):
    cart = shop.cart()
    warehouse_shelf = cart.shelf
    basket_price = 4
    assert warehouse_shelf.is_free and cart.price == basket_price
`,
    ],
  },
  *check(module, options) {
    if (Object.keys(options.names).length === 0) return;
    const find = lookupIn(options.names);
    const isOwn = ownNames(module);
    for (const binding of module.bindings.bindings) {
      const [definition] = binding.definitions;
      const replacement = find(binding.name);
      if (replacement === undefined || definition === undefined) continue;
      if (!isOwn(binding) && !(replacement.isWhole && isNamedHere(module, binding))) continue;
      const isTaken =
        module.bindings.lookup(binding.scope, replacement.name) !== undefined ||
        binding.symbols.some(({ scope }) => scope.symbols.has(replacement.name));
      yield problem(binding.name, definition, replacement, isTaken);
    }
    const seen = new Set<string>();
    for (const { name, owner, span } of module.attributeAssignments) {
      const replacement = find(name);
      const key = `${owner.node} ${name}`;
      if (replacement?.isWhole !== true || seen.has(key)) continue;
      seen.add(key);
      const isTaken = Array.from(module.nodesOf(Kind.identifier)).some(
        (node) => module.textOf(node) === replacement.name,
      );
      yield problem(name, span, replacement, isTaken);
    }
  },
});

/** Whether a variable, function or class is named by the module alone: no import names it, and no base may. */
function isNamedHere({ definitions }: TestModule, { kind, scope }: Binding): boolean {
  if (kind !== 'local' && kind !== 'function' && kind !== 'class') return false;
  if (scope.kind !== 'class') return true;
  const owner = definitions.find(({ node }) => node === scope.node);
  return owner?.kind === 'class' && owner.bases.every((base) => PLAIN_BASES.test(base));
}

/** Bases whose methods nobody has names of their own for. */
const PLAIN_BASES = /(?:^|\.)(?:TestCase|object)$/;

function problem(name: string, at: Span, { name: renameTo, entries }: Replacement, isTaken: boolean) {
  const said = `\`${name}\` is \`${renameTo}\` in this project's vocabulary`;
  if (isTaken)
    return { at, message: `${said}, which is another name here; tell the two apart`, subject: name };
  const evidence = `\`names\` of the configuration has ${entries.map((entry) => `\`${entry}\``).join(', ')}`;
  const fix = { renameTo, evidence, basis: 'vocabulary' as const };
  return { at, message: `${said}; rename it`, subject: name, fix };
}
