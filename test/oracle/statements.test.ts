/**
 * Every form of every statement and expression, a line each in statements.txt (`⏎`, `␍`, `⇥` and `␌` stand for what
 * they show), has the names that CPython says it has: in a module, in a method and in a class.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bindingsOf } from '../../scripts/bindings.ts';
import { parse } from '../support/parser.ts';
import { disagreements } from './compare.ts';
import { oracle } from './pyodide.ts';

const SHOWN: Readonly<Record<string, string>> = { '⏎': '\n', '␍': '\r', '⇥': '\t', '␌': '\f' };
const statements = readFileSync(join(import.meta.dirname, 'statements.txt'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.replaceAll(/[⏎␍⇥␌]/g, (shown) => SHOWN[shown] ?? shown));

const blocks: readonly (readonly [title: string, text: (statement: string) => string])[] = [
  ['a module', (statement) => `${statement}\n`],
  ['a method', (statement) => `class A:\n    def f(self):\n${indented(statement, 8)}\n`],
  ['a class', (statement) => `class A:\n${indented(statement, 4)}\n`],
];

for (const [title, textOf] of blocks) {
  test(`a statement in ${title} has the names that CPython says it has`, async () => {
    const texts = statements.map(textOf);
    const answers = await oracle(texts.map((text) => ({ path: text, text })));
    const accepted = answers.filter((answer) => !('error' in answer));
    const differing = accepted.flatMap((answer) => {
      assert.ok('names' in answer, JSON.stringify(answer));
      return disagreements(bindingsOf(answer.path, answer.path), answer).slice(0, 1);
    });
    assert.deepEqual(differing, []);
    const unread = accepted.flatMap(({ path }) => (parse(path).hasError ? [path] : []));
    assert.deepEqual(unread, []);
    assert.ok(accepted.length > 0.95 * statements.length, `${accepted.length} of ${statements.length}`);
  });
}

function indented(statement: string, width: number): string {
  return statement.replaceAll(/^/gm, ' '.repeat(width));
}
