import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixtureCases } from './support/fixtures.ts';
import { moduleOf } from './support/parser.ts';
import { childIn, Field, Kind } from '../src/python/syntax.ts';
import type { TestConventions } from '../src/python/conventions.ts';

const namesIn = (text: string, path?: string, conventions?: TestConventions) =>
  moduleOf(text, path, conventions).model.tests.map(({ qualifiedName }) => qualifiedName);

describe('a test is', () => {
  it('a function whose name starts with one of python_functions', () => {
    assert.deepEqual(namesIn('def test_cart(): ...\ndef testCart(): ...\ndef cart_test(): ...\n'), [
      'test_cart',
      'testCart',
    ]);
  });

  it('a function that a pattern of python_functions matches', () => {
    const text = 'def cart_check(): ...\ndef check_cart(): ...\ndef it_works(): ...\ndef cart(): ...\n';
    const conventions = { functions: ['*_check', 'it', 'ch?ck_[a-d]*'], classes: [] };
    assert.deepEqual(namesIn(text, undefined, conventions), ['cart_check', 'check_cart', 'it_works']);
  });

  it('a method of a class whose name starts with one of python_classes, nested ones included', () => {
    const text = `
class TestCart:
    def test_total(self): ...
    class TestEmpty:
        def test_total(self): ...
    class Helper:
        def test_total(self): ...
class CartTest:
    def test_total(self): ...
`;
    assert.deepEqual(namesIn(text), ['TestCart.test_total', 'TestCart.TestEmpty.test_total']);
  });

  it('no method of a pytest class that has a constructor or says __test__ = False', () => {
    const text = `
class TestCart:
    def __init__(self): ...
    def test_total(self): ...
class TestBill:
    __test__ = False
    def test_total(self): ...
`;
    assert.deepEqual(namesIn(text), []);
  });

  it('no method of a class that says so with an annotation, in parentheses or among other targets', () => {
    const text = `
class TestBill:
    __test__: bool = False
    def test_total(self): ...
class TestCart:
    __test__ = (False)  # mixed in below
    def test_total(self): ...
class TestShop:
    is_open = __test__ = False
    def test_total(self): ...
class TestOrder:
    __test__: bool
    def test_total(self):
        __test__ = False
class TestRefund:
    __test__ = True
    def test_total(self): ...
`;
    assert.deepEqual(namesIn(text), ['TestOrder.test_total', 'TestRefund.test_total']);
  });

  it('a method of a unittest class, by its bases, dotted and transitive in the module', () => {
    const text = `
import unittest
from shop import base
class CartCase(unittest.TestCase):
    def testTotal(self): ...
class Bills(CartCase):
    def __init__(self): ...
    def test_total(self): ...
class Orders(base.BaseV2ComputeTest):
    def test_total(self): ...
class Prices(Bills, Generic[T], metaclass=Meta):
    def tests(self): ...
    def total(self): ...
class Testament(base.Contest):
    def total_test(self): ...
class Driver(base.Connection):
    def test_connection(self): ...
`;
    assert.deepEqual(namesIn(text), [
      'CartCase.testTotal',
      'Bills.test_total',
      'Orders.test_total',
      'Prices.tests',
    ]);
  });

  it('a method of a mixin that a test class of the module takes in', () => {
    const text = `
import unittest
class TotalsMixin:
    def test_total(self): ...
class OtherMixin:
    def test_other(self): ...
class CartTest(TotalsMixin, unittest.TestCase): ...
`;
    assert.deepEqual(namesIn(text), ['TotalsMixin.test_total']);
  });

  it('an async function, and one under a condition', () => {
    assert.deepEqual(namesIn('if linux:\n    async def test_cart(): ...\n'), ['test_cart']);
  });

  it('no fixture, no property, no nested function', () => {
    const text = `
import pytest
@pytest.fixture
def test_client(): ...
class TestCart:
    @property
    def test_id(self): ...
    def test_total(self):
        def test_inner(): ...
`;
    assert.deepEqual(namesIn(text), ['TestCart.test_total']);
  });

  it('nothing in a conftest', () => {
    assert.deepEqual(namesIn('def test_cart(): ...\n', 'tests/conftest.py'), []);
    assert.deepEqual(namesIn('def test_cart(): ...\n', 'conftest.py'), []);
  });

  it('no function with parameters in a module of unittest, unless pytest is there to fill them', () => {
    const unittest = 'import unittest\nclass A(unittest.TestCase):\n    def test_cart(self): ...\n';
    assert.deepEqual(namesIn(`${unittest}def test_even(number): ...\n`), ['A.test_cart']);
    assert.deepEqual(namesIn(`import pytest\n${unittest}def test_even(number): ...\n`), [
      'A.test_cart',
      'test_even',
    ]);
  });
});

describe('a test knows', () => {
  const testIn = (text: string) => {
    const module = moduleOf(text);
    const [test] = module.model.tests;
    assert.ok(test !== undefined);
    return { module, test };
  };

  it('its framework and its class', () => {
    const { test } = testIn('class A(TestCase):\n    def test_cart(self): ...\n');
    assert.equal(test.framework, 'unittest');
    assert.equal(test.testClass?.name, 'A');
    assert.equal(testIn('def test_cart(): ...\n').test.testClass, undefined);
  });

  it('its parameters without self', () => {
    const names = (text: string) => testIn(text).test.parameters.map(({ name }) => name);
    assert.deepEqual(names('class TestA:\n    def test_cart(self, cart, *, db): ...\n'), ['cart', 'db']);
    assert.deepEqual(names('class TestA:\n    @staticmethod\n    def test_cart(cart): ...\n'), ['cart']);
    assert.deepEqual(names('def test_cart(cart): ...\n'), ['cart']);
  });

  it('its parametrizations, those of its class included', () => {
    const { module, test } = testIn(`
import pytest as pt
@pt.mark.parametrize("owner", ["alice", "bob"])
class TestCart:
    @pt.mark.parametrize("size, price", [(1, 2), pt.param(3, 4)])
    @pt.mark.parametrize(argnames=("state",), argvalues=states())
    @pt.mark.skip
    def test_cart(self, size, price, state, owner): ...
`);
    assert.deepEqual(
      test.parametrizations.map(({ names, rows }) => [names, rows.map((row) => module.textOf(row))]),
      [
        [
          ['size', 'price'],
          ['(1, 2)', 'pt.param(3, 4)'],
        ],
        [['state'], []],
        [['owner'], ['"alice"', '"bob"']],
      ],
    );
  });

  it('whether hypothesis calls it', () => {
    assert.ok(
      testIn('from hypothesis import given\n@given(sizes())\ndef test_cart(size): ...\n').test
        .isPropertyBased,
    );
    assert.ok(!testIn('@given(sizes())\ndef test_cart(size): ...\n').test.isPropertyBased);
  });

  it('how many statements it has, inner ones included, the docstring left out', () => {
    const { test } = testIn(`
def test_cart(cart):
    """Adds."""
    for item in items:
        cart.add(item); cart.count()
    @cached
    def total():
        return 3
    if cart:
        pass
    else:
        assert total() == 3
`);
    assert.equal(test.statementCount, 8);
  });
});

describe('the act-assert cycles of a test', () => {
  const cyclesIn = (body: string) => {
    const module = moduleOf(`import pytest\ndef test_cart(self, cart):\n${body.replace(/^/gm, '    ')}\n`);
    const text = (node: number) => module.textOf(node).split('\n')[0];
    return module.model.tests.flatMap(({ cycles }) =>
      cycles.map(({ statements, assertions }) => [statements.map(text), assertions.map(text)]),
    );
  };

  it('are runs of calls, each followed by assertions', () => {
    assert.deepEqual(
      cyclesIn('cart.add(1)\ncart.add(2)\nassert cart\nassert cart.size == 2\ncart.pay()\nassert cart.paid'),
      [
        [
          ['cart.add(1)', 'cart.add(2)', 'assert cart', 'assert cart.size == 2'],
          ['assert cart', 'assert cart.size == 2'],
        ],
        [['cart.pay()', 'assert cart.paid'], ['assert cart.paid']],
      ],
    );
  });

  it('do not begin with a statement that only looks', () => {
    assert.equal(
      cyclesIn('cart.pay()\nassert cart.paid\nitems = list(cart)\nlimit = 3\nassert len(items) < limit')
        .length,
      1,
    );
  });

  it('begin with a change of an attribute or an element, and with a deletion', () => {
    assert.equal(
      cyclesIn('cart.size = 1\nassert cart\ncart[1] = 2\nassert cart\ndel cart[1]\nassert cart').length,
      3,
    );
  });

  it('end with a call that is named for asserting', () => {
    assert.equal(
      cyclesIn(
        'cart.pay()\nself.assertTrue(cart.paid)\ncart.close()\nshop.close.assert_called_once_with(cart)',
      ).length,
      2,
    );
    assert.equal(cyclesIn('cart.pay()\n_verify_paid(cart)\ncart.close()\nself.fail("closed")').length, 2);
    assert.equal(cyclesIn('cart.pay()\ncart.assertion = 1\ncart.failures()\nassert cart').length, 1);
  });

  it('are one for a statement that acts and asserts at once', () => {
    const body = [
      'with pytest.raises(FullError):\n    cart.add(1)\n    cart.add(2)',
      'cart._pay_and_check(3)',
      'self.assertRaises(FullError, cart.add)',
      'order = self.boot_and_verify(cart)',
    ];
    assert.equal(cyclesIn(body.join('\n')).length, 4);
  });

  it('are one for blocks in a row that are expected to raise, until something acts', () => {
    const body = [
      'with pytest.raises(FullError):\n    cart.add(1)',
      'self.assertRaises(FullError, cart.add)',
      'limit = 3',
      'with pytest.raises(FullError):\n    cart.add(limit)',
      'cart.close()',
      'with pytest.raises(ClosedError):\n    cart.add(1)',
    ];
    assert.deepEqual(
      cyclesIn(body.join('\n')).map(([, assertions]) => assertions?.length),
      [3, 1],
    );
  });

  it('go on inside blocks, and leave nested functions out', () => {
    assert.equal(
      cyclesIn(
        'for item in cart:\n    item.pay()\n    assert item.paid\ndef inner():\n    cart.pay()\n    assert cart',
      ).length,
      1,
    );
  });
});

describe('the other functions of a module', () => {
  const { model } = moduleOf(`
import pytest
import pytest_asyncio
from pytest import fixture as fx

@pytest.fixture
def cart(): ...
@pytest.fixture(name="order", scope="module")
def make_order(): ...
@fx()
def bill(): ...
@pytest_asyncio.fixture
async def shop(): ...
def setUpModule(): ...
def helper(): ...
class TestCart:
    def setup_method(self): ...
    def helper(self): ...
    @pytest.fixture
    def own(self): ...
`);

  it('are fixtures, by the name that tests ask for them by', () => {
    assert.deepEqual(
      model.fixtures.map(({ name }) => name),
      ['cart', 'order', 'bill', 'shop', 'own'],
    );
  });

  it('are hooks that a framework calls', () => {
    assert.deepEqual(
      model.hooks.map(({ name }) => name),
      ['setUpModule', 'setup_method'],
    );
  });

  it('are helpers otherwise', () => {
    assert.deepEqual(
      model.helpers.map(({ qualifiedName }) => qualifiedName),
      ['helper', 'TestCart.helper'],
    );
  });
});

describe('a module', () => {
  const text = `
@decorated(
    lambda: 1)
class TestCart:
    size = 1
    @first
    def test_total(
        self,
    ):
        def inner():
            return 2
        return inner

after = 3
`;
  const module = moduleOf(text);
  const at = (part: string) => text.indexOf(part);

  it('says in which definitions a place is, decorators included', () => {
    assert.equal(module.qualifiedNameAt(0), '');
    assert.equal(module.qualifiedNameAt(at('lambda')), 'TestCart');
    assert.equal(module.qualifiedNameAt(at('size')), 'TestCart');
    assert.equal(module.qualifiedNameAt(at('first')), 'TestCart.test_total');
    assert.equal(module.qualifiedNameAt(at('return 2')), 'TestCart.test_total.inner');
    assert.equal(module.qualifiedNameAt(at('return inner')), 'TestCart.test_total');
    assert.equal(module.qualifiedNameAt(at('after')), '');
  });

  it('says on which lines the headers of the definitions around a place are', () => {
    assert.deepEqual(module.headerLinesAround(at('return 2')), [10, 6, 7, 8, 9, 2, 3, 4]);
    assert.deepEqual(module.headerLinesAround(at('after')), []);
  });

  it('says which test a place belongs to, inside nested functions as well', () => {
    assert.equal(module.model.testAt(at('return 2'))?.name, 'test_total');
    assert.equal(module.model.testAt(at('size')), undefined);
  });
});

describe('the first parameter of a method', () => {
  /** The attributes of a module, and the classes of the objects that they are looked up on. */
  const ownersIn = (text: string) => {
    const module = moduleOf(text);
    return Array.from(module.nodesOf(Kind.attribute), (attribute) => {
      const owner = module.members.classOf(childIn(module.tree, attribute, Field.object));
      return `${module.textOf(attribute)}: ${owner?.qualifiedName ?? 'nothing'}`;
    });
  };

  it('is an object of the class, or the class, whatever its name', () => {
    const text = `
class Cart:
    def __init__(this, /): this.a
    @classmethod
    def open(klass): klass.b
    def __new__(cls): cls.c
    @staticmethod
    def __new__(cls): cls.d
    class Row:
        async def load(self, shop): self.e; shop.f
`;
    assert.deepEqual(ownersIn(text), [
      'this.a: Cart',
      'klass.b: Cart',
      'cls.c: Cart',
      'cls.d: Cart',
      'self.e: Cart.Row',
      'shop.f: nothing',
    ]);
  });

  it('is so in the functions and classes in the method that have no such name', () => {
    const text = `
class Cart:
    def fill(self):
        def add(): self.a
        def put(self): self.b
        lambda: self.c
        lambda self: self.d
        [self.e for self in rows]
        class Row:
            total = self.f
            def load(self): self.g
`;
    assert.deepEqual(ownersIn(text), [
      'self.a: Cart',
      'self.b: nothing',
      'self.c: Cart',
      'self.d: nothing',
      'self.e: nothing',
      'self.f: Cart',
      'self.g: Cart.fill.Row',
    ]);
  });

  it('is not so of a static method, a function, a starred parameter or a name given another value', () => {
    const text = `
import builtins
class Cart:
    @staticmethod
    def weigh(self): self.a
    @builtins.staticmethod
    def load(self): self.b
    def fill(self):
        self = self.c or self
    def pay(self):
        def swap():
            nonlocal self
            self = None
        self.d
    def open(*self): self.e
    def close(*, self): self.f
    total = lambda self: self.g
def fill(self): self.h
`;
    assert.deepEqual(
      ownersIn(text).filter((line) => !line.startsWith('builtins')),
      [...'abcdefgh'].map((name) => `self.${name}: nothing`),
    );
  });
});

describe('the notation of fixtures', () => {
  it('gives each annotation of a line a finding, and takes it out of the source', () => {
    const [found] = fixtureCases(
      '# One\n```py review a=1\nx = 1  # <- error: no <- x # <- warning\n# y  # <- error\n```\n',
    );
    assert.deepEqual(found, {
      title: 'One',
      line: 2,
      words: ['review', 'a=1'],
      fixed: undefined,
      source: 'x = 1\n# y\n',
      expected: [
        { line: 1, severity: 'error', message: 'no <- x' },
        { line: 1, severity: 'warning', message: undefined },
        { line: 2, severity: 'error', message: undefined },
      ],
    });
  });

  it('refuses a fence that is not closed, and one that is no Python', () => {
    assert.throws(() => fixtureCases('```py\nx\n'), /line 1: the fence is not closed/);
    assert.throws(() => fixtureCases('```js\n```\n'), /line 1: the fence is not `py`/);
  });
});
