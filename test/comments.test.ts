import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { suppressionsOf } from '../src/python/comments.ts';
import { documentedParametersOf } from '../src/python/documented-parameters.ts';
import { moduleOf } from './support/parser.ts';

describe('a comment', () => {
  it('stands on its own line or after code, at a line and column', () => {
    const { comments } = moduleOf('x = 1  # one\n\t# two\n\f# three\r\n#: four');
    assert.deepEqual(
      comments.map(({ content, line, column, isOwnLine }) => [content, line, column, isOwnLine]),
      [
        ['one', 1, 8, false],
        ['two', 2, 2, true],
        ['three', 3, 2, true],
        ['four', 4, 1, true],
      ],
    );
  });

  it('speaks to a tool when it is a pragma', () => {
    const pragmas = [
      '#!/usr/bin/env python3',
      '# -*- coding: utf-8 -*-',
      '# coding=utf-8',
      '# vim: set tabstop=4:',
      '# noqa',
      '#noqa:E501',
      '# type: ignore[name]',
      '# pylint: disable=all',
      '# fmt: off',
      '# pragma: no cover',
      '# isort:skip',
      '# ruff: noqa: E501',
      '# nosec B101',
      '# mypy: strict',
      '# proctor: ignore[long-test]',
      '#region shop',
      '# %% cell',
      '# /// script',
    ];
    for (const pragma of pragmas) assert.ok(moduleOf(`${pragma}\n`).comments[0]?.isPragma, pragma);
  });

  it('speaks to the reader otherwise', () => {
    const prose = [
      '# The type: of a cart',
      '# regional shops',
      '# no cover here',
      '# types are checked',
      '# formats the text',
      '# Noted: the cart',
      "# fmt='%1.5e')",
      '# language = "de"',
    ];
    for (const comment of prose) assert.ok(!moduleOf(`${comment}\n`).comments[0]?.isPragma, comment);
  });
});

describe('a suppression', () => {
  const suppressionsIn = (text: string) => suppressionsOf(moduleOf(text).comments);

  it('names rules for its line or for the file', () => {
    const text = 'x = 1  # proctor: ignore[long-test, numbered-name]\n#proctor:ignore-file[long-test]\n';
    const found = suppressionsIn(text);
    assert.deepEqual(
      found.map(({ kind, rules, line }) => [kind, rules, line]),
      [
        ['line', ['long-test', 'numbered-name'], 1],
        ['file', ['long-test'], 2],
      ],
    );
    assert.deepEqual(
      found.map(({ span }) => text.slice(span.start, span.end)),
      ['proctor: ignore[long-test, numbered-name]', 'proctor:ignore-file[long-test]'],
    );
  });

  it('may stand behind another pragma, or behind another suppression', () => {
    const found = suppressionsIn('x = 1  # noqa  # proctor: ignore[a]  # proctor: ignore[b]\n');
    assert.deepEqual(
      found.map(({ rules }) => rules),
      [['a'], ['b']],
    );
  });

  it('is kept without rules when it names none', () => {
    assert.deepEqual(
      suppressionsIn('# proctor: ignore\n# proctor: ignore[]\n# proctor: ignore-file\n').map(
        ({ kind, rules }) => [kind, rules],
      ),
      [
        ['line', []],
        ['line', []],
        ['file', []],
      ],
    );
  });

  it('is no other word, no string and no prose', () => {
    assert.deepEqual(
      suppressionsIn(
        '# proctor: ignored[a]\n# proctor: ignore-line[a]\nx = "# proctor: ignore[a]"\n# the proctor ignores [a]\n',
      ),
      [],
    );
  });
});

describe('a docstring', () => {
  it('is the first string of a module, class or function, whatever its prefix and quotes', () => {
    const { docstrings } = moduleOf(`'module'
class Cart:
    r"""class"""
    def total(self):
        # A comment may stand before it.
        u'fun' 'ction'
    def price(self): "one line"; return 3
`);
    assert.deepEqual(
      docstrings.map(({ text, definition }) => [definition?.qualifiedName, text]),
      [
        [undefined, 'module'],
        ['Cart', 'class'],
        ['Cart.total', "fun' 'ction"],
        ['Cart.price', 'one line'],
      ],
    );
  });

  it('is no formatted string, no bytes, and no string that comes later', () => {
    const { docstrings } = moduleOf(
      'def a():\n    f"{1}"\ndef b():\n    b"x"\ndef c():\n    pass\n    "x"\ndef d():\n    "a" f"b"\n',
    );
    assert.deepEqual(docstrings, []);
  });

  it('says at which place of the module a parameter is described', () => {
    const text = `def make(a):
    """Makes.

    :param int first: one
    :keyword \\*second: two
    @param third: three
    Parameters
    ----------
    fourth, *fifth : int
        Four and five.
    sixth
    """
`;
    const module = moduleOf(text);
    const found = module.docstrings.flatMap(documentedParametersOf);
    const names = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
    assert.deepEqual(
      found.map(({ name }) => name),
      names,
    );
    assert.deepEqual(
      found.map(({ span }) => text.slice(span.start, span.end)),
      names,
    );
  });

  it('describes parameters in lines that end with CRLF as well', () => {
    const module = moduleOf(
      'def make(a):\r\n    """Makes.\r\n\r\n    Args:\r\n        first: one\r\n        **second (int): two\r\n    """\r\n',
    );
    assert.deepEqual(
      module.docstrings.flatMap(documentedParametersOf).map(({ name }) => name),
      ['first', 'second'],
    );
  });
});
