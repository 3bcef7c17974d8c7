import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import { describe, it } from 'node:test';
import { besideOf, foldersBetween, locationOf, pathBelow } from '../../src/git/locations.ts';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const bytes = (path: string) => Buffer.from(path, 'latin1');

describe('a location', () => {
  for (const [paths, location, beside] of [
    [posix, '/shop/tests/test_cart.py', '/shop/tests/new'],
    [posix, '/test_cart.py', '/new'],
    [posix, '/shop/a\\b.py', '/shop/new'],
    [posix, '/shop/\xe9/\xff.py', '/shop/\xe9/new'],
    [win32, 'C:\\shop\\tests\\test_cart.py', 'C:\\shop\\tests\\new'],
    [win32, 'C:/shop/tests/test_cart.py', 'C:/shop/tests/new'],
    [win32, 'C:\\shop/tests\\test_cart.py', 'C:\\shop/tests\\new'],
    [win32, 'C:\\test_cart.py', 'C:\\new'],
  ] as const) {
    it(`beside ${location} is in its folder`, () => {
      assert.equal(text(besideOf(bytes(location), 'new', paths)), beside);
    });
  }

  for (const [paths, topLevel, path, location] of [
    [posix, '/shop', 'tests/test_cart.py', '/shop/tests/test_cart.py'],
    [posix, '/', 'test_cart.py', '/test_cart.py'],
    [posix, '/shop\\', 'test_cart.py', '/shop\\/test_cart.py'],
    [win32, 'C:\\shop', 'tests/test_cart.py', 'C:\\shop/tests/test_cart.py'],
    [win32, 'C:\\', 'test_cart.py', 'C:\\test_cart.py'],
    [win32, 'C:/', 'test_cart.py', 'C:/test_cart.py'],
  ] as const) {
    it(`of ${path} below ${topLevel} gives the path back`, () => {
      const located = locationOf(topLevel, bytes(path), paths);
      assert.equal(text(located), location);
      assert.equal(text(pathBelow(topLevel, located, paths)), path);
    });
  }

  for (const [paths, topLevel, location, folders] of [
    [posix, '/shop', '/shop/tests/cart/test_cart.py', ['/shop/tests/cart', '/shop/tests']],
    [posix, '/', '/tests/test_cart.py', ['/tests']],
    [posix, '/shop', '/shop/a\\b.py', []],
    [
      posix,
      '/caf\u00e9',
      Buffer.from('/caf\u00e9/tests/test_cart.py').toString('latin1'),
      ['/caf\xc3\xa9/tests'],
    ],
    [win32, 'C:\\shop', 'C:\\shop\\tests/cart\\test_cart.py', ['C:\\shop\\tests/cart', 'C:\\shop\\tests']],
    [win32, 'C:\\', 'C:\\tests\\test_cart.py', ['C:\\tests']],
  ] as const) {
    it(`${location} is reached from ${topLevel} through ${folders.length} folders`, () => {
      assert.deepEqual(foldersBetween(topLevel, bytes(location), paths).map(text), folders);
    });
  }
});
