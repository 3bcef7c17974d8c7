import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../src/python/decode.ts';

const text = (bytes: Uint8Array): string => {
  const decoded = decode(bytes);
  assert.ok(decoded.ok, decoded.ok ? '' : decoded.reason);
  return decoded.text;
};
const reason = (bytes: Uint8Array): string => {
  const decoded = decode(bytes);
  assert.ok(!decoded.ok);
  return decoded.reason;
};

test('source is UTF-8 when nothing else is declared', () => {
  assert.equal(text(Buffer.from('name = "Zoë 🐍"\n')), 'name = "Zoë 🐍"\n');
});

test('a byte order mark is not part of the text', () => {
  assert.equal(text(Buffer.from('\ufeffx = 1\n')), 'x = 1\n');
});

test('a second byte order mark is part of the text', () => {
  assert.equal(text(Buffer.from('\ufeff\ufeffx = 1\n')), '\ufeffx = 1\n');
});

test('a Latin-1 declaration maps each byte to its code point, the C1 controls too', () => {
  assert.equal(
    text(Buffer.from('# coding: latin-1\nx = "\xe9\x85"\n', 'latin1')),
    '# coding: latin-1\nx = "é\x85"\n',
  );
});

test('a declaration counts on the second line when the first is blank or a comment', () => {
  const source = '#!/usr/bin/python\n# -*- coding: iso-8859-15 -*-\nprice = "\xa4"\n';
  assert.match(text(Buffer.from(source, 'latin1')), /price = "€"/);
});

test('a declaration after a line of code does not count', () => {
  assert.match(
    reason(Buffer.from('x = 1\n# coding: latin-1\ny = "\xe9"\n', 'latin1')),
    /not UTF-8 on line 3/,
  );
});

test('Windows code pages go by their Python names', () => {
  assert.match(text(Buffer.from('# coding: cp1252\nx = "\x80"\n', 'latin1')), /"€"/);
});

test('bytes that are not UTF-8 are refused with their line and offset', () => {
  assert.equal(
    reason(Buffer.from('x = 1\ny = "\xe9"\n', 'latin1')),
    'not UTF-8 on line 2 (byte 11); declare its encoding (PEP 263) or save it as UTF-8',
  );
});

test('a character that is cut off at the end of the file is refused', () => {
  assert.match(reason(Buffer.from([0x78, 0xe2, 0x82])), /not UTF-8 on line 1 \(byte 1\)/);
});

test('a NUL byte is refused', () => {
  assert.match(reason(Buffer.from('x = 1\0\n')), /NUL byte at offset 5/);
});

test('an encoding that is unknown is refused by its name', () => {
  assert.match(reason(Buffer.from('# coding: klingon\n')), /unknown encoding klingon/);
});

test('a byte order mark beside another declaration is refused, as Python does', () => {
  assert.match(reason(Buffer.from('\ufeff# coding: latin-1\n')), /byte order mark, but declares latin-1/);
});

test('a declaration of ASCII refuses other bytes', () => {
  assert.match(reason(Buffer.from('# coding: ascii\nx = "é"\n')), /not ASCII on line 2/);
});
