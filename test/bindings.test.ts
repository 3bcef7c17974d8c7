/** What the model answers; whether the answers are Python's is held against CPython in test/oracle/. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bind } from '../src/python/bind.ts';
import type { Binding, Bindings, Occurrence, Scope } from '../src/python/scope.ts';
import { descendantsOf, Kind, ROOT } from '../src/python/syntax.ts';
import { bindingsOf } from '../scripts/bindings.ts';
import { parse } from './support/parser.ts';

test('a closure and its function share one binding', () => {
  const { bindings, at, linesOf } = modelOf(
    'def cart():\n    total = 0\n    def add(price):\n        nonlocal total\n        total += price\n    return total\n',
  );
  const total = at('total');
  assert.equal(total.kind, 'local');
  assert.equal(total.scope.name, 'cart');
  assert.deepEqual(linesOf(total.definitions), [2, 5]);
  assert.deepEqual(linesOf(total.references), [5, 6]);
  assert.deepEqual(linesOf(total.declarations), [4]);
  assert.deepEqual(
    total.symbols.map(({ scope }) => scope.name),
    ['cart', 'add'],
  );
  assert.equal(bindings.bindings.filter(({ name }) => name === 'total').length, 1);
});

test('one spelling in two functions is two bindings', () => {
  const { at } = modelOf('def one():\n    total = 1\ndef two():\n    total = 2\n');
  assert.notEqual(at('total', 0), at('total', 1));
});

test('a method does not see the variables of its class, an annotation of it does', () => {
  const { at } = modelOf(
    'Price = 1\nclass Cart:\n    Price = int\n    def add(self, price: Price) -> None:\n        return Price\n',
  );
  assert.equal(at('Price', 2).scope.kind, 'class');
  assert.equal(at('Price', 3).scope.kind, 'module');
});

test('the first iterable of a comprehension in a class sees the class, the rest does not', () => {
  const { at } = modelOf('class Cart:\n    prices = [1]\n    copies = [prices for price in prices]\n');
  assert.equal(at('prices', 1).kind, 'unbound');
  assert.equal(at('prices', 2).scope.name, 'Cart');
});

test('a walrus in a comprehension binds in the function around it', () => {
  const { at } = modelOf('def last(rows):\n    [found := row for row in rows]\n    return found\n');
  assert.equal(at('found', 0), at('found', 1));
  assert.equal(at('found').scope.name, 'last');
});

for (const [statement, kind] of [
  ['import name', 'import'],
  ['from shop import name', 'import'],
  ['from shop import cart as name', 'import'],
  ['def name(): pass', 'function'],
  ['class name: pass', 'class'],
  ['name = 1', 'local'],
  ['for name in rows: pass', 'local'],
  ['def add(name): pass', 'parameter'],
  ['def add(*name): pass', 'parameter'],
  ['lambda name: 0', 'parameter'],
  ['def first[name](): pass', 'type-parameter'],
  ['print(name)', 'unbound'],
  ['try: import name\nexcept ImportError: name = None', 'import'],
  ['def declare():\n    global name\n    name = 1', 'local'],
] as const) {
  test(`\`${statement.replaceAll('\n', '; ')}\` makes a binding of kind ${kind}`, () => {
    assert.equal(modelOf(`${statement}\n`).at('name').kind, kind);
  });
}

test('names in a class are mangled, and so found by their mangled names', () => {
  const { bindings } = modelOf('class _Cart:\n    __total = 0\n    def add(self, __price): return __price\n');
  const [, cart] = bindings.scopes;
  assert.ok(cart?.symbols.has('_Cart__total') === true);
  assert.equal(bindings.lookup(cart ?? bindings.module, '__total')?.name, '_Cart__total');
});

test('spellings that are equal after NFKC are one binding', () => {
  const { at } = modelOf('ﬁrst = 1\nprint(first)\n');
  assert.equal(at('ﬁrst'), at('first'));
  assert.equal(at('first').name, 'first');
});

test('attributes, keywords, module paths, pattern keywords and strings are no names', () => {
  const { bindings, text } = modelOf(
    'import name.name as shop\nshop.name(name=1)["name"]\nmatch shop:\n    case Cart(name=0): pass\n',
  );
  for (const { index } of text.matchAll(/name/g))
    assert.equal(bindings.bindingAt(index), undefined, String(index));
});

test('the binding at an offset is that of the identifier which holds it', () => {
  const { bindings } = modelOf('total = price\n');
  assert.equal(bindings.bindingAt(0)?.name, 'total');
  assert.equal(bindings.bindingAt(4)?.name, 'total');
  assert.equal(bindings.bindingAt(5), undefined);
  assert.equal(bindings.bindingAt(8)?.name, 'price');
  assert.equal(bindings.bindingAt(13), undefined);
});

test('a definition opens a scope, and stands in the scope around it', () => {
  const { bindings, tree } = modelOf('class Cart[T]:\n    def add(self, price=lambda: 0): pass\n');
  const [cart] = descendantsOf(tree, ROOT, Kind.class_definition);
  const [add] = descendantsOf(tree, ROOT, Kind.function_definition);
  const [price] = descendantsOf(tree, ROOT, Kind.lambda);
  assert.ok(cart !== undefined && add !== undefined && price !== undefined);
  assert.equal(bindings.scopeAt(cart)?.kind, 'class');
  assert.equal(bindings.scopeAt(add)?.name, 'add');
  assert.equal(bindings.scopeAt(price)?.kind, 'lambda');
  assert.equal(bindings.scopeAt(cart + 1), undefined);
  assert.equal(bindings.scopeOf(cart), bindings.module);
  assert.equal(bindings.scopeOf(add).kind, 'class');
  assert.equal(bindings.scopeOf(price).kind, 'class');
});

test('a parameter stands in the scope of its function, its default in the one around', () => {
  const { bindings, at, tree } = modelOf('def add(price=tax): pass\n');
  assert.equal(at('price').scope.name, 'add');
  const nodes = at('price')
    .definitions.concat(at('tax').references)
    .map(({ node }) => node);
  assert.deepEqual(
    nodes.map((node) => bindings.scopeOf(node).name),
    ['add', 'top'],
  );
  assert.ok(nodes.every((node) => tree.kind[node] === Kind.identifier));
});

test('a name means in a scope what is bound nearest, whether it occurs there or not', () => {
  const { bindings } = modelOf(
    'total = 1\nclass Cart:\n    price = 2\n    def add(self):\n        def inner(): pass\n    def __len__(self): return len\n',
  );
  const scope = (name: string): Scope => {
    const found = bindings.scopes.find((one) => one.name === name);
    assert.ok(found !== undefined);
    return found;
  };
  assert.equal(bindings.lookup(scope('inner'), 'self')?.scope.name, 'add');
  assert.equal(bindings.lookup(scope('inner'), 'total')?.scope.kind, 'module');
  assert.equal(bindings.lookup(scope('inner'), 'price'), undefined);
  assert.equal(bindings.lookup(scope('Cart'), 'price')?.scope.name, 'Cart');
  assert.equal(bindings.lookup(scope('inner'), 'len')?.kind, 'unbound');
  assert.equal(bindings.lookup(scope('inner'), 'never'), undefined);
});

test('names in annotations that are not evaluated are no references, but are known', () => {
  const { bindings, at, linesOf } = modelOf(
    'from __future__ import annotations\nclass Price: pass\ndef add(price: Price):\n    total: Price = 0\n',
  );
  assert.equal(at('Price').references.length, 0);
  assert.deepEqual(
    bindings.unevaluated.map(({ name, scope }) => [name, scope.name]),
    [
      ['Price', 'top'],
      ['Price', 'add'],
    ],
  );
  assert.deepEqual(linesOf(bindings.unevaluated), [3, 4]);
  const [, inFunction] = bindings.unevaluated;
  assert.ok(inFunction !== undefined);
  assert.equal(bindings.lookup(inFunction.scope, inFunction.name), at('Price'));
});

test('what sees names without naming them is known to the scopes that it sees', () => {
  const { seenIn } = modelOf(
    'from shop import *\ndef outer(price):\n    def inner():\n        price\n        return locals()\n    def apart(): pass\n',
  );
  assert.deepEqual(seenIn('inner'), ['locals']);
  assert.deepEqual(seenIn('outer'), ['locals']);
  assert.deepEqual(seenIn('apart'), []);
  assert.deepEqual(seenIn('top'), ['star-import']);
});

for (const [code, seen] of [
  ['vars()', ['vars']],
  ['vars(cart)', []],
  ['dir()', ['dir']],
  ['eval("total")', ['eval']],
  ['exec(code)', ['exec']],
  ['globals()', []],
  ['sys._getframe()', ['frame']],
  ['inspect.stack()', ['frame']],
  ['cart.stack()', []],
  ['add.__code__.co_varnames', ['code-object', 'code-object']],
  ['cart.locals()', []],
] as const) {
  test(`\`${code}\` in a function ${seen.length > 0 ? 'sees' : 'does not see'} its names`, () => {
    assert.deepEqual(
      modelOf(`import inspect, sys\ndef add(cart):\n    return ${code}\n`).seenIn('add'),
      seen,
    );
  });
}

for (const [imported, code, seen] of [
  ['import inspect as look', 'look.stack()', ['frame']],
  ['from inspect import stack as frames', 'frames()', ['frame']],
  ['from sys import _getframe as frame', 'frame()', ['frame']],
  ['from shop import stack as frames', 'frames()', []],
  ['from inspect import stack', 'stack()', ['frame', 'frame']],
  ['from shop import inspect', 'inspect.stack()', []],
  ['from shop import stack', 'stack()', []],
  ['inspect = shop.Inspector()', 'inspect.stack()', []],
  ['from tools import *', 'inspect.stack()', ['frame']],
] as const) {
  test(`\`${code}\` after \`${imported}\` sees ${seen.length > 0 ? 'the frame' : 'nothing'}`, () => {
    assert.deepEqual(modelOf(`${imported}\ndef add(cart):\n    return ${code}\n`).seenIn('add'), seen);
  });
}

test('a builtin that the file binds sees nothing', () => {
  assert.deepEqual(modelOf('def locals(): pass\ndef add():\n    return locals()\n').seenIn('add'), []);
});

test('globals() sees the names of the module', () => {
  assert.deepEqual(modelOf('def add():\n    return globals()\n').seenIn('top'), ['globals']);
});

test('what does not parse leaves its function incomplete, and those around it, and no other', () => {
  const { bindings } = modelOf(
    'def one():\n    total = 1\n\ndef two():\n    total = = 2\n\ndef three():\n    total = 3\n',
  );
  assert.deepEqual(
    bindings.scopes.map(({ name, isIncomplete }) => [name, isIncomplete]),
    [
      ['top', true],
      ['one', false],
      ['two', true],
      ['three', false],
    ],
  );
});

test('methods that follow what does not parse may not be where they seem to be', () => {
  const { bindings } = modelOf(
    'class Cart:\n    def one(self): pass\n    def two(self: pass\n    def three(self): pass\ndef four(): pass\n',
  );
  const complete = bindings.scopes.filter(({ isIncomplete }) => !isIncomplete).map(({ name }) => name);
  assert.deepEqual(complete, ['one', 'four']);
});

test('an identifier amid what does not parse belongs to no binding', () => {
  const { bindings, text } = modelOf('total = 1\nimport total total\n');
  const offset = text.lastIndexOf('total');
  const isUnknown = bindings.unknown.some(({ start }) => start === offset);
  assert.equal(bindings.bindingAt(offset) === undefined, isUnknown);
  assert.ok(bindings.module.isIncomplete);
});

for (const text of [
  'print total\n',
  'exec "total"\n',
  'def add((one, two)): pass\n',
  'def add():\n# nothing\n',
]) {
  test(`\`${text.trim().replaceAll('\n', '; ')}\`, which Python 3 refuses, leaves the module incomplete`, () => {
    assert.ok(modelOf(text).bindings.module.isIncomplete);
  });
}

for (const [text, names] of [
  ['type(cart).total = price\n', ['type', 'cart', 'price']],
  ['print >>log, total\n', ['print', 'log', 'total']],
  ['f"{total:=5}"\n', ['total']],
  ['match (cart).items:\n    case [first]:\n        first\n', ['cart', 'first', 'first']],
  ['class Box[T = int]: pass\n', ['Box', 'T', 'int']],
  ['type match[T] = T\n', ['match', 'T', 'T']],
  ['t"{total}"\n', ['total']],
] as const) {
  test(`\`${text.trim().replaceAll(/\n\s*/g, ' ')}\` has the names ${names.join(', ')}`, () => {
    const { bindings } = modelOf(text);
    const found = bindings.bindings.flatMap((binding) => [...binding.definitions, ...binding.references]);
    assert.deepEqual(
      found.toSorted((a, b) => a.start - b.start).map(({ start, end }) => text.slice(start, end)),
      names,
    );
    assert.equal(bindings.module.isIncomplete, false);
  });
}

interface Modelled {
  readonly text: string;
  readonly tree: ReturnType<typeof parse>;
  readonly bindings: Bindings;
  /** The binding of an occurrence of a word in the text, counted from 0. */
  readonly at: (word: string, occurrence?: number) => Binding;
  /** The one-based lines of occurrences. */
  readonly linesOf: (occurrences: readonly Occurrence[]) => readonly number[];
  /** The kinds of observers of the scope of a name. */
  readonly seenIn: (name: string) => readonly string[];
}

function modelOf(text: string): Modelled {
  const tree = parse(text);
  const bindings = bind(tree);
  return {
    text,
    tree,
    bindings,
    at(word, occurrence = 0) {
      const places = Array.from(
        text.matchAll(new RegExp(`(?<![\\p{L}\\w])${word}(?![\\p{L}\\w])`, 'gu')),
        ({ index }) => index,
      );
      const binding = bindings.bindingAt(places[occurrence] ?? -1);
      assert.ok(binding !== undefined, `${word} is no name`);
      return binding;
    },
    linesOf: (occurrences) => occurrences.map(({ start }) => text.slice(0, start).split('\n').length),
    seenIn(name) {
      return bindings.scopes.find((scope) => scope.name === name)?.observers.map(({ kind }) => kind) ?? [];
    },
  };
}

test('the command counts the bytes of a long line once, not for each name on it', () => {
  const names = Array.from({ length: 40_000 }, (_, index) => `price${index}`);
  const started = performance.now();
  const { names: found } = bindingsOf('cart.py', `é = ${names.join(' + ')}\n`);
  assert.ok(performance.now() - started < 10_000);
  assert.deepEqual(found.find(({ name }) => name === 'price1')?.references, [[1, 14]]);
});
