import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differenceOf } from './bytecode.ts';

const pair = ['dest', 'destination'] as const;

test('a variable that is renamed wherever it stands leaves the code as it was', async () => {
  const before = 'def move(cart):\n    dest = cart.dest\n    return lambda: dest\n';
  const after = 'def move(cart):\n    destination = cart.dest\n    return lambda: destination\n';
  assert.equal(await differenceOf(before, after, [pair]), undefined);
});

test('cells in another order of the alphabet are the same closure', async () => {
  const before = 'def move(dest, cart):\n    return lambda: (dest, cart)\n';
  const after = 'def move(aim, cart):\n    return lambda: (aim, cart)\n';
  assert.equal(await differenceOf(before, after, [['dest', 'aim']]), undefined);
});

test('a variable that shares its name with one of a comprehension is another one', async () => {
  const before = 'def move(cart):\n    dest = [dest for dest in cart]\n    return dest\n';
  const after = 'def move(cart):\n    destination = [dest for dest in cart]\n    return destination\n';
  assert.equal(await differenceOf(before, after, [pair]), undefined);
});

test('a method call is the same whether the module imports a thing of that name or not', async () => {
  const before = 'import dest\ndef move(cart):\n    dest = cart\n    return dest.keys()\n';
  const after = 'import dest\ndef move(cart):\n    destination = cart\n    return destination.keys()\n';
  assert.equal(await differenceOf(before, after, [pair]), undefined);
});

const privately = 'class Cart:\n    def move(self):\n        __dest = self\n        return __dest\n';

test('a private variable of a class that becomes a plain one leaves the code as it was', async () => {
  const after = privately.replaceAll('__dest', 'destination');
  assert.equal(await differenceOf(privately, after, [['__dest', 'destination']]), undefined);
});

test('a private variable of a class of which a read is left behind is a difference', async () => {
  const after = privately.replace('__dest', 'destination');
  assert.notEqual(await differenceOf(privately, after, [['__dest', 'destination']]), undefined);
});

test('a private name that gets one which is not mangled is the same variable', async () => {
  const before = 'class Cart:\n    def move(__dest, cart):\n        return __dest\n';
  const after = 'class Cart:\n    def move(_Cart__aim, cart):\n        return _Cart__aim\n';
  assert.equal(await differenceOf(before, after, [['__dest', '_Cart__aim']]), undefined);
});

const broken: readonly (readonly [title: string, before: string, after: string])[] = [
  [
    'a read that is left behind is a difference',
    'def move(cart):\n    dest = cart\n    return dest\n',
    'def move(cart):\n    destination = cart\n    return dest\n',
  ],
  [
    'a store that is left behind where both names are variables is a difference',
    'def move(dest, destination):\n    dest = 1\n    return dest\n',
    'def move(dest, destination):\n    dest = 1\n    return destination\n',
  ],
  [
    'two variables that become one are a difference',
    'def move(dest):\n    destination = 1\n    return dest\n',
    'def move(dest):\n    dest = 1\n    return dest\n',
  ],
  [
    'a global that is captured is a difference',
    'def move(dest):\n    return destination\n',
    'def move(destination):\n    return destination\n',
  ],
  [
    'a name of no pair is a difference',
    'def move(cart):\n    return cart\n',
    'def move(basket):\n    return basket\n',
  ],
  [
    'another statement is a difference',
    'def move(dest):\n    return dest\n',
    'def move(destination):\n    destination\n',
  ],
  [
    'another string is a difference',
    'def move(dest):\n    return "to"\n',
    'def move(destination):\n    return "from"\n',
  ],
  [
    'a text that the compiler fails on is a difference',
    'dest = 1\nclass Cart:\n    items = 2\n',
    `destination = 1\nclass Cart:\n    items = ${'-'.repeat(100_000)}2\n`,
  ],
  [
    'a private name that is mangled no more is a difference',
    'class Cart:\n    def move(__cart, dest):\n        return dest\n',
    'class Cart:\n    def move(__cart__, destination):\n        return destination\n',
  ],
  ['a text that does not compile is a difference', 'dest = 1\n', 'destination = \n'],
];

for (const [title, before, after] of broken) {
  test(title, async () => {
    assert.notEqual(await differenceOf(before, after, [pair]), undefined);
  });
}
