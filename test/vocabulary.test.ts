import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { check } from '../src/check.ts';
import { activeRules } from '../src/config/active-rules.ts';
import { readConfig } from '../src/config/config.ts';
import { parseToml } from '../src/config/toml.ts';
import { circleIn, isClip, lookupIn } from '../src/names/vocabulary.ts';
import { rules } from '../src/rules/index.ts';
import { complaintOf } from './support/complaint.ts';
import { moduleOf } from './support/parser.ts';

const place = { source: 'config: proctor.toml', keys: [] };
const configOf = (toml: string) => readConfig(parseToml('proctor.toml', toml), place, rules);

describe("a project's vocabulary", () => {
  it('has a name for whole names, and for clipped words in longer ones', () => {
    const find = lookupIn({ basket: 'cart', whs: 'warehouse' });
    assert.deepEqual(find('basket'), { name: 'cart', isWhole: true, entries: ['basket'] });
    assert.deepEqual(find('_old_whs2'), { name: '_old_warehouse2', isWhole: false, entries: ['whs'] });
    for (const name of ['basket_price', 'whsx', 'toString', 'constructor']) {
      assert.equal(find(name), undefined, name);
    }
  });

  it('spells out a word that begins as the new one does and has its letters in their order', () => {
    assert.ok(isClip('flav', 'flavor') && isClip('mgr', 'manager') && isClip('ctx', 'context'));
    assert.ok(!isClip('cart', 'basket') && !isClip('user', 'user_account') && !isClip('old_flav', 'flavor'));
    assert.ok(!isClip('flavor', 'flavor') && !isClip('art', 'cart'));
  });

  it('that does not go round comes to an end with every name', () => {
    const name = fc.stringMatching(/^[abc]{1,3}(_[abc]{1,3}){0,2}$/);
    fc.assert(
      fc.property(fc.dictionary(name, name, { maxKeys: 5 }), name, (vocabulary, first) => {
        fc.pre(Object.entries(vocabulary).every(([old, own]) => old !== own));
        fc.pre(circleIn(vocabulary) === undefined);
        const find = lookupIn(vocabulary);
        let steps = 0;
        for (let next = find(first); next !== undefined; next = find(next.name)) {
          assert.ok(++steps < 50, `${first} comes to no end`);
        }
      }),
    );
  });

  const mistakes: readonly (readonly [string, string])[] = [
    [
      'names.dst = "destination-host"',
      'names.dst: "destination-host" is no identifier; did you mean destination_host?',
    ],
    ['names."dst host" = "host"', 'names: "dst host" is no identifier; did you mean dst_host?'],
    ['names.first = "1st"', 'names.first: "1st" is no identifier; did you mean _1st?'],
    ['names.dst = "?"', 'names.dst: "?" is no identifier'],
    ['names.dst = ""', 'names.dst: a name is empty'],
    ['names.kind = "class"', 'names.kind: class is a keyword; did you mean class_?'],
    ['names.dst = "dst"', 'names.dst: dst is the old name; give it another, or take the entry out'],
    ['names = { a = "b", b = "a" }', 'names.a: the names go round: a -> b -> a; take one of them out'],
    [
      'names = { c = "a", a = "b", b = "a" }',
      'names.a: the names go round: a -> b -> a; take one of them out',
    ],
    [
      'names = { flav = "flavor", old_flavor = "old_flav" }',
      'names.old_flavor: the names go round: old_flavor -> old_flav -> old_flavor; take one of them out',
    ],
    ['names.dst = 3', 'names.dst: expected a string, found 3'],
    ['names = ["dst"]', 'names: expected a table from names to names, found a list'],
    ['name.dst = "destination"', 'unknown key name; did you mean names?'],
    [
      '[[overrides]]\nfiles = ["a"]\nnames.dst = "in"',
      'overrides[0].names.dst: in is a keyword; did you mean in_?',
    ],
    ['rules.replaced-name.names = { dst = "destination" }', 'rules.replaced-name: unknown key names'],
  ];
  for (const [toml, message] of mistakes) {
    it(`says: ${message}`, () => {
      assert.equal(
        complaintOf(() => configOf(toml)),
        `config: proctor.toml: ${message}`,
      );
    });
  }

  it('takes names of every script', () => {
    assert.doesNotThrow(() => configOf('names."größe" = "数量"'));
  });

  it('wins over every other proposal for the same name', () => {
    const module = moduleOf(`
def test_sizes(shop):
    dest_shelf = shop.shelf()
    cart1 = shop.cart(size="small")
    cart2 = shop.cart(size="large")
    assert cart1.fits(dest_shelf) and cart2.fits(dest_shelf)
`);
    const found = (toml: string) =>
      check(module, activeRules(rules, 'review', [configOf(toml).layer])).map(({ rule, message }) => [
        rule,
        message.replace(/^.*(?=rename|write)/, ''),
      ]);
    const select = 'select = ["numbered-names", "vague-names"]\n';
    assert.deepEqual(found(select), [
      ['abbreviated-name', 'write `destination_shelf`'],
      ['numbered-name', 'rename them `small_cart` and `large_cart`'],
    ]);
    assert.deepEqual(found(`${select}names = { dest_shelf = "last_shelf", cart1 = "hand_basket" }`), [
      ['replaced-name', 'rename it'],
      ['replaced-name', 'rename it'],
    ]);
  });
});
