/** Whatever the text, there are bindings, and what they say hangs together. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { bind } from '../src/python/bind.ts';
import type { Bindings, Occurrence, Symbol } from '../src/python/scope.ts';
import { Kind, kindOf } from '../src/python/syntax.ts';
import { program } from './oracle/programs.ts';
import { parse } from './support/parser.ts';

const corpus = join(import.meta.dirname, 'oracle', 'corpus');
const modules = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.py'))
  .map((path) => readFileSync(join(corpus, path), 'utf8'));

const source = fc.oneof(fc.constantFrom(...modules), program);
const place = fc.double({ min: 0, max: 1, noNaN: true });
const debris = fc.oneof(
  fc.constantFrom(
    ...'()[]{}:;,.=@*"\'#\\\n\t \0\uFEFF',
    '"""',
    "'''",
    'f"',
    't"{',
    '**',
    ':=',
    '->',
    '\r',
    '\f',
  ),
  fc.constantFrom(
    'def ',
    'class ',
    'lambda ',
    'import ',
    'from ',
    'global ',
    'nonlocal ',
    'match ',
    'case ',
    'type ',
  ),
  fc.constantFrom(
    'for ',
    'in ',
    'if ',
    'else',
    'with ',
    'as ',
    'except ',
    'del ',
    'async ',
    'print >>',
    'exec ',
    '{x=',
  ),
  fc.string({ unit: 'binary', maxLength: 5 }),
);

test('a text that is cut off has bindings', () => {
  fc.assert(
    fc.property(source, place, (text, where) => {
      hangsTogether(text.slice(0, Math.floor(where * text.length)));
    }),
    { numRuns: 300 },
  );
});

test('a text in which something was put, left out or moved has bindings', () => {
  const edit = fc.record({ where: place, length: fc.nat({ max: 12 }), put: debris });
  fc.assert(
    fc.property(source, fc.array(edit, { minLength: 1, maxLength: 4 }), (text, edits) => {
      let mutated = text;
      for (const { where, length, put } of edits) {
        const at = Math.floor(where * mutated.length);
        mutated = mutated.slice(0, at) + put + mutated.slice(at + length);
      }
      hangsTogether(mutated);
    }),
    { numRuns: 500 },
  );
});

test('a text of debris has bindings', () => {
  fc.assert(
    fc.property(fc.array(debris, { maxLength: 60 }), (parts) => hangsTogether(parts.join(''))),
    { numRuns: 500 },
  );
});

test('two halves of different modules have bindings', () => {
  fc.assert(
    fc.property(source, source, place, place, (one, other, end, start) => {
      hangsTogether(
        one.slice(0, Math.floor(end * one.length)) + other.slice(Math.floor(start * other.length)),
      );
    }),
    { numRuns: 200 },
  );
});

const depth = 4000;
const deep: readonly (readonly [title: string, text: string])[] = [
  ['parentheses', `x = ${'('.repeat(depth)}a${')'.repeat(depth)}\n`],
  ['terms', `x = ${Array.from({ length: depth }, (_, index) => `a${index}`).join(' + ')}\n`],
  ['targets', `${'('.repeat(depth)}a${',)'.repeat(depth)} = b\n`],
  ['annotated parentheses', `${'('.repeat(depth)}a${')'.repeat(depth)}: int = b\n`],
  ['lambdas', `x = ${'lambda a: '.repeat(depth)}a\n`],
  ['comprehensions', `x = ${'['.repeat(depth)}a${' for a in b]'.repeat(depth)}\n`],
  ['first iterables', `x = ${'[a for a in '.repeat(depth)}b${']'.repeat(depth)}\n`],
  ['subscripts in annotations', `x: ${'list['.repeat(depth)}int${']'.repeat(depth)}\n`],
  ['patterns', `match x:\n    case ${'['.repeat(depth)}a${']'.repeat(depth)}: pass\n`],
  ['brackets that are not closed', `x = ${'(['.repeat(depth)}a\ndef f():\n    y = 1\n`],
  ['branches', `if a: b\n${'elif c: d\n'.repeat(depth)}`],
];

for (const [title, text] of deep) {
  test(`${depth} ${title} have bindings`, () => hangsTogether(text));
}

/** Asks for everything, and checks what must hold of any answer. */
function hangsTogether(text: string): void {
  const tree = parse(text);
  const bindings = bind(tree);
  const seen = new Map<number, Symbol>();
  for (const [index, scope] of bindings.scopes.entries()) {
    assert.equal(scope.id, index);
    assert.equal(scope.parent === undefined, index === 0);
    assert.ok(scope.parent === undefined || scope.parent.children.includes(scope));
    assert.ok(index === 0 || (bindings.scopes[index - 1]?.start ?? 0) <= scope.start);
    if (scope.isIncomplete) assert.ok(scope.parent?.isIncomplete ?? true);
    assert.ok(Array.isArray(scope.observers));
    for (const symbol of scope.symbols.values()) symbolHangsTogether(bindings, symbol, seen);
  }
  for (const binding of bindings.bindings) {
    const bySymbol = binding.symbols.flatMap(occurrencesOf).map(({ start }) => start);
    const all = new Set(occurrencesOf(binding).map(({ start }) => start));
    assert.deepEqual(new Set(bySymbol), all);
  }
  const unsure = new Set([...bindings.unevaluated, ...bindings.unknown].map(({ node }) => node));
  for (const node of seen.keys()) assert.ok(!unsure.has(node));
  if (tree.hasError) assert.ok(bindings.module.isIncomplete);
}

function symbolHangsTogether(bindings: Bindings, symbol: Symbol, seen: Map<number, Symbol>): void {
  const { flags, binding, scope } = symbol;
  assert.equal(Number(flags.free) + Number(flags.local || flags.global), 1, symbol.name);
  assert.ok(binding.symbols.includes(symbol));
  if (flags.local) assert.equal(binding.scope, scope);
  for (const { node, start, end } of occurrencesOf(symbol)) {
    assert.ok(start < end);
    assert.ok(seen.get(node) === undefined || seen.get(node) === symbol);
    seen.set(node, symbol);
    assert.equal(bindings.symbolAt(start), symbol);
    assert.equal(bindings.bindingAt(end - 1), binding);
    assert.equal(bindings.scopeOf(node), scope);
  }
}

function occurrencesOf(names: {
  readonly definitions: readonly Occurrence[];
  readonly references: readonly Occurrence[];
  readonly declarations: readonly Occurrence[];
}): readonly Occurrence[] {
  return [...names.definitions, ...names.references, ...names.declarations];
}

test('every identifier of a module that parses is a name, a name of something else, or not evaluated', () => {
  for (const text of modules) {
    const tree = parse(text);
    if (!tree.hasError) assert.deepEqual(bind(tree).unknown, []);
    else
      assert.ok(
        [...tree.kind].some((_, node) => kindOf(tree, node) === Kind.ERROR || tree.missing.has(node)),
      );
  }
});
