import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, test } from 'node:test';
import fc from 'fast-check';
import { commonLines, unifiedDiff } from '../src/report/diff.ts';
import { temporaryRepository } from './support/repository.ts';

const diff = (before: string, after: string, path = 'test_cart.py') =>
  Buffer.from(
    unifiedDiff({ pathBytes: Buffer.from(path), before: Buffer.from(before), after: Buffer.from(after) }),
  ).toString();

const lines = (...words: string[]) => words.map((word) => `${word}\n`).join('');

describe('a unified diff', () => {
  it('shows a changed line with three lines around it', () => {
    assert.equal(
      diff(lines(...'abcdefghi'), lines(...'abcdXfghi')),
      '--- a/test_cart.py\n+++ b/test_cart.py\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+X\n f\n g\n h\n',
    );
  });

  it('is empty where nothing differs', () => {
    assert.equal(diff('a\n', 'a\n'), '');
  });

  it('says where the last line has no end', () => {
    assert.match(diff('a', 'b\n'), /^-a\n\\ No newline at end of file\n\+b\n$/m);
  });

  it('quotes a path as git does', () => {
    assert.match(diff('a\n', 'b\n', 'a "b"\n.py'), /^--- "a\/a \\"b\\"\\012\.py"$/m);
  });
});

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

test('a diff of any two texts is one that git applies to the first to get the second', async (context) => {
  const repository = await temporaryRepository(context);
  const end = fc.constantFrom('', '\n', '\r\n');
  const text = fc.tuple(words, end).map(([list, last]) => list.join('\n') + last);
  await fc.assert(
    fc.asyncProperty(text, text, async (before, after) => {
      await repository.write({ 'test_cart.py': before, '../change.diff': diff(before, after) });
      if (before === after) return;
      const applied = await repository.run('git', ['apply', '--whitespace=nowarn', '../change.diff']);
      assert.equal(applied.status, 0, applied.stderr);
      assert.equal(await repository.git('hash-object', '--no-filters', 'test_cart.py'), await id(after));
    }),
    { numRuns: 40 },
  );

  async function id(content: string): Promise<string> {
    await writeFile(join(repository.directory, '../expected'), content);
    return repository.git('hash-object', '--no-filters', '../expected');
  }
});

test('common lines are a longest common subsequence', () => {
  fc.assert(
    fc.property(words, words, (one, other) => {
      const partners = Array.from(commonLines(one, other)).flatMap((partner, line) =>
        partner === -1 ? [] : [[line, partner] as const],
      );
      for (const [line, partner] of partners) assert.equal(one[line], other[partner]);
      const others = partners.map(([, partner]) => partner);
      assert.deepEqual(
        others,
        Array.from(new Set(others)).toSorted((a, b) => a - b),
      );
      assert.equal(partners.length, longest(one, other));
    }),
  );
});

function longest(one: readonly string[], other: readonly string[]): number {
  let row = Array.from({ length: other.length + 1 }, () => 0);
  for (const line of one) {
    const next = [0];
    for (const [index, word] of other.entries())
      next.push(line === word ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}
