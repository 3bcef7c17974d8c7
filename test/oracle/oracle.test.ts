/** CPython 3.14 says the same of every name as our model does: of the corpus, and of random programs. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { bindingsOf } from '../../scripts/bindings.ts';
import { disagreements, type Answer, type ModuleNames } from './compare.ts';
import { oracle } from './pyodide.ts';
import { program } from './programs.ts';

const corpus = join(import.meta.dirname, 'corpus');
const constructs = readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory());

for (const { name } of constructs) {
  test(`CPython has the names of corpus/${name} as we have them`, async () => {
    const sources = sourcesIn(join(corpus, name));
    const answers = await oracle(sources);
    const found = sources.flatMap(({ path, text }, index) =>
      disagreements(bindingsOf(path, text), accepted(answers[index])),
    );
    assert.deepEqual(found, []);
  });
}

// The same modules in another layout, and in another block: what is said must be right there too.
const variations: readonly (readonly [title: string, vary: (text: string) => string])[] = [
  ['with tabs', (text) => text.replaceAll(/^(?: {4})+/gm, (indent) => '\t'.repeat(indent.length / 4))],
  ['with comment lines', (text) => text.replaceAll(/\r?\n/g, '\r\n# é\r\n      # 😀\r\n')],
  [
    'in a function',
    (text) => `def around(name, source):\n${text.replaceAll(/^(?=.)/gm, '    ')}\n    pass\n`,
  ],
  ['with annotations unevaluated', (text) => `from __future__ import annotations\n${text}`],
];

for (const [title, vary] of variations) {
  test(`CPython has the names of the corpus ${title} as we have them`, async () => {
    const sources = constructs
      .flatMap(({ name }) => sourcesIn(join(corpus, name)))
      .map(({ path, text }) => ({ path, text: vary(text.replace('\uFEFF', '')) }));
    const answers = await oracle(sources);
    const found = sources.flatMap(({ path, text }, index) => {
      const answer = answers[index];
      // A string may end in the wrong place then, `global` may come too late: no text of ours any more.
      if (answer !== undefined && 'error' in answer) return [];
      return disagreements(bindingsOf(path, text), accepted(answer));
    });
    assert.deepEqual(found, []);
    assert.ok(answers.filter((answer) => 'names' in answer).length > 400);
  });
}

test('CPython has the names of random programs as we have them', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(program, async (text) => {
      const [answer] = await oracle([{ path: 'program.py', text }]);
      if (answer !== undefined && 'error' in answer) return;
      compared += 1;
      assert.deepEqual(disagreements(bindingsOf('program.py', text), accepted(answer)), []);
    }),
    { numRuns: 200 },
  );
  assert.ok(compared > 150, `${compared} of 200 programs were accepted`);
});

test('a private name of a class is mangled where it stands, whatever it is', async () => {
  const names = await namesIn('class A:\n    def f(self, __x): return [__y for __y in __x]\n');
  assert.deepEqual(
    names.map(({ name }) => name),
    ['A', 'f', '_A__x', 'self', '_A__y'],
  );
});

test('a column counts bytes of UTF-8', async () => {
  const names = await namesIn("a = '😀é'; ñ = a\n");
  assert.deepEqual(
    names.map(({ name, definitions, references }) => [name, definitions, references]),
    [
      ['a', [[1, 0]], [[1, 19]]],
      ['ñ', [[1, 14]], []],
    ],
  );
});

test('a list comprehension is a scope of its own, though CPython inlines it', async () => {
  const names = await namesIn('def f(rows):\n    return [row for row in rows]\n');
  assert.deepEqual(
    names.map(({ name, scope, flags }) => [name, scope, flags]),
    [
      ['f', 0, ['local', 'global', 'assigned']],
      ['rows', 1, ['local', 'parameter', 'referenced']],
      ['row', 2, ['local', 'assigned', 'referenced']],
    ],
  );
});

test('symtable takes a function called top for the module and says that its locals are global', async () => {
  const [, local] = await namesIn('def top():\n    total = 1\n');
  assert.deepEqual(local?.flags, ['local', 'global', 'assigned']);
});

test('an annotation of a method sees the variables of the class', async () => {
  const names = await namesIn('class A:\n    B = int\n    def f(x: B) -> B: return B\n');
  const b = names.filter(({ name }) => name === 'B');
  assert.deepEqual(
    b.map(({ scope, binding, references }) => [scope, binding, references.length]),
    [
      [1, 1, 0],
      [2, 1, 2],
      [3, 0, 1],
    ],
  );
});

test('an annotation of a local variable is no name', async () => {
  const text = 'def f():\n    total: Total = 1\n';
  const [answer] = await oracle([{ path: 'f.py', text }]);
  const model = accepted(answer);
  assert.deepEqual(
    model.names.map(({ name }) => name),
    ['f', 'total'],
  );
  assert.deepEqual(model.unevaluated, [{ scope: 1, name: 'Total', occurrences: [[2, 11]] }]);
});

test('a text that CPython refuses is an error with its line', async () => {
  const [answer] = await oracle([{ path: 'bad.py', text: 'a = 1\ndef f(:\n' }]);
  assert.ok(answer !== undefined && 'error' in answer);
  assert.deepEqual([answer.error.type, answer.error.line], ['SyntaxError', 2]);
});

async function namesIn(text: string): Promise<ModuleNames['names']> {
  const [answer] = await oracle([{ path: 'module.py', text }]);
  return accepted(answer).names;
}

function accepted(answer: Answer | undefined): ModuleNames {
  assert.ok(answer !== undefined && 'names' in answer, JSON.stringify(answer));
  return answer;
}

function sourcesIn(directory: string): readonly { readonly path: string; readonly text: string }[] {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return readdirSync(directory)
    .filter((name) => name.endsWith('.py'))
    .map((name) => ({
      path: `${basename(directory)}/${name}`,
      text: decoder.decode(readFileSync(join(directory, name))),
    }));
}
