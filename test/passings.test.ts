import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Kind } from '../src/python/syntax.ts';
import { moduleOf } from './support/parser.ts';

/** The names under which `cart` is passed on in a module. */
function namesOf(source: string): readonly (string | undefined)[] {
  const module = moduleOf(source);
  return Array.from(module.nodesOf(Kind.identifier))
    .filter((node) => module.textOf(node) === 'cart')
    .map((node) => module.passingOf(node))
    .map((passing) => passing && `${passing.by} ${passing.name}`);
}

it('a keyword says what an argument is', () => {
  assert.deepEqual(namesOf('move(source=cart)'), ['keyword source']);
});

it('so does the parameter of a function of the module', () => {
  assert.deepEqual(namesOf('def move(shop, source): ...\nmove(1, cart)'), ['parameter source']);
});

it('and that of a method that self or cls calls', () => {
  const source = `
class Shop:
    def move(self, source): ...
    @classmethod
    def sell(cls, item): ...
    @staticmethod
    def weigh(load): ...
    def test(self):
        self.move(cart)
        self.sell(cart)
        self.weigh(cart)
        other.move(cart)
`;
  assert.deepEqual(namesOf(source), ['parameter source', 'parameter item', 'parameter load', undefined]);
});

it('what cannot be seen has no name', () => {
  const sources = [
    'move(cart)',
    'def move(shop): ...\nmove(*both, cart)',
    'def move(shop): ...\nmove(cart.size)',
    'def move(*shops): ...\nmove(cart)',
    '@wrapped\ndef move(shop): ...\nmove(cart)',
    'def move(shop): ...\ndef move(cellar): ...\nmove(1)(cart)',
    'if x:\n    def move(shop): ...\nelse:\n    def move(cellar): ...\nmove(cart)',
  ];
  for (const source of sources) assert.deepEqual(namesOf(source), [undefined], source);
});
