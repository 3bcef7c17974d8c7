import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differenceIn } from '../../src/rename/prove.ts';
import type { TextEdit } from '../../src/rules/rule.ts';
import { projectOf } from '../support/project.ts';

/** What the proof finds when each place in guillemets, and nothing else, gets the new name. */
function foundFor(newName: string, marked: Readonly<Record<string, string>> | string) {
  const files = typeof marked === 'string' ? { 'test_cart.py': marked } : marked;
  const edits = new Map<string, readonly TextEdit[]>();
  const texts: Record<string, string> = {};
  for (const [path, text] of Object.entries(files)) {
    texts[path] = text.replaceAll(/[«»]/g, '');
    const places = Array.from(text.matchAll(/«([^»]*)»/g), ({ index, 1: name = '' }, count) => ({
      span: { start: index - 2 * count, end: index - 2 * count + name.length },
      replacement: newName,
    }));
    if (places.length > 0) edits.set(path, places);
  }
  return differenceIn(projectOf(texts), edits);
}

function assertInternal(found: ReturnType<typeof foundFor>, what: RegExp): void {
  assert.equal(found?.code, 'internal');
  assert.match(found.found, what);
}

test('a whole rename is proved', () => {
  assert.equal(
    foundFor(
      'price',
      `
def test_price():
    «p1» = 1
    def inner():
        nonlocal «p1»
        «p1» += 1
    inner()
    assert «p1» == 2, f"{«p1»} p1"
`,
    ),
    undefined,
  );
});

test('a missed place is found', () => {
  assertInternal(
    foundFor(
      'price',
      `
def test_price():
    «p1» = 1
    assert p1 == 1
`,
    ),
    /another variable/,
  );
});

test('a missed place in a closure is found', () => {
  assertInternal(
    foundFor(
      'price',
      `
def test_price():
    «p1» = 1
    def inner():
        return p1
    assert inner() == «p1»
`,
    ),
    /test_cart\.py: /,
  );
});

test('a missed place in an annotation that is kept as text is found', () => {
  assertInternal(
    foundFor(
      'Price',
      `
from __future__ import annotations

def test_price():
    class «price_type»:
        pass
    def inner(price: price_type):
        return price
    assert inner(«price_type»())
`,
    ),
    /price_type|another variable|bound otherwise/,
  );
});

test('a merge of two variables is found', () => {
  assertInternal(
    foundFor(
      'total',
      `
def test_total():
    «total1» = 1
    total = 2
    assert «total1» + total == 3
`,
    ),
    /another variable/,
  );
});

test('a variable that is captured by an inner scope is found', () => {
  assertInternal(
    foundFor(
      'item',
      `
def test_item():
    «item1» = 1
    def outer():
        item = 2
        def inner():
            return «item1»
        return inner() + item
    assert outer() == 3
`,
    ),
    /another variable/,
  );
});

test('a rename that captures what others read is found', () => {
  assertInternal(
    foundFor(
      'max',
      `
def test_max():
    «max1» = 1
    assert max([1, 2]) > «max1»
`,
    ),
    /another variable|bound otherwise/,
  );
});

test('a variable that is split is found', () => {
  assertInternal(
    foundFor(
      'first',
      `
def test_first():
    «f1» = 1
    assert «f1»
    f1 = 2
    assert f1
`,
    ),
    /another variable/,
  );
});

test('an edit of a string that has no part in the rename is found', () => {
  assertInternal(
    foundFor(
      '"price"',
      `
def test_price():
    p1 = «"p1"»
    assert p1 == 1 and «p1»
`,
    ),
    /tree/,
  );
});

test('an edit that changes what kind of thing stands there is found', () => {
  assertInternal(
    foundFor(
      '_',
      `
def test_match():
    match [1]:
        case [«n1»]:
            assert «n1»
`,
    ),
    /tree|names|variable/,
  );
});

test('an edit that does not parse is found', () => {
  assertInternal(
    foundFor(
      'class',
      `
def test_price():
    «p1» = 1
    assert «p1»
`,
    ),
    /does not parse/,
  );
});

test('a name that a class makes private is found', () => {
  assertInternal(
    foundFor(
      '__price',
      `
«price» = 1

class TestPrice:
    def test_price(self):
        assert «price»
`,
    ),
    /another variable|bound otherwise/,
  );
});

test('a fixture that loses a test in another file is found', () => {
  assertInternal(
    foundFor('price', {
      'conftest.py': `
import pytest

@pytest.fixture
def «price1»():
    return 1
`,
      'test_cart.py': `
def test_price(price1):
    assert price1
`,
    }),
    /price1/,
  );
});

test('a fixture that is renamed without the one that overrides it is found', () => {
  assertInternal(
    foundFor('price', {
      'conftest.py': `
import pytest

@pytest.fixture
def «price1»():
    return 1
`,
      'test_cart.py': `
import pytest

@pytest.fixture
def price1(price1):
    return price1 + 1

def test_price(price1):
    assert price1
`,
    }),
    /price1/,
  );
});

test('a fixture that hides another under the new name is found', () => {
  assertInternal(
    foundFor('price', {
      'conftest.py': `
import pytest

@pytest.fixture
def price():
    return 1
`,
      'test_cart.py': `
import pytest

@pytest.fixture
def «price1»():
    return 2

def test_price(«price1»):
    assert «price1»

def test_other(price):
    assert price
`,
    }),
    /price/,
  );
});

test('a helper that becomes a test is found', () => {
  const found = foundFor(
    'test_price',
    `
def «price»():
    return 1

def test_cart():
    assert «price»() == 1
`,
  );
  assert.equal(found?.code, 'collection');
});

test('a test that is collected no more is found', () => {
  const found = foundFor(
    'price',
    `
def «test_price»():
    assert 1
`,
  );
  assert.equal(found?.code, 'collection');
});
