import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment, hook, printRow, program } from './program.ts';

const ROUNDS = 25;

interface Measured {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly repository: string;
  /** The name of what it is compared with, and the ratio that it may reach. */
  readonly floor?: { readonly name: string; readonly limit: number };
}

/** Prints what a commit waits for, the least of many rounds in which everything is measured in turn. */
export function hookCosts(): void {
  const none = repositoryWith({ 'notes.txt': 'no Python\n' });
  const one = repositoryWith({ 'test_orders.py': moduleOfSize(10_000) });
  const five = repositoryWith(
    Object.fromEntries(
      FIVE_SIZES.map((size, index) => [`test_orders_${index}.py`, moduleOfSize(size)] as const),
    ),
  );
  const [node, git] = ['node -e 0', 'git diff --cached --name-only'];
  const measured: readonly Measured[] = [
    { name: node, command: [process.execPath, '-e', '0'], repository: one },
    { name: git, command: ['git', 'diff', '--cached', '--name-only'], repository: none },
    {
      name: 'the hook, no Python file staged',
      command: [hook],
      repository: none,
      floor: { name: git, limit: 2 },
    },
    {
      name: 'proctor, 1 staged module of 10 KB',
      command: [process.execPath, program],
      repository: one,
      floor: { name: node, limit: 2 },
    },
    {
      name: 'proctor, 5 staged modules of 76 KB',
      command: [process.execPath, program],
      repository: five,
      floor: { name: node, limit: 3.5 },
    },
  ];
  const times = new Map(measured.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round++)
    for (const each of measured) times.get(each.name)?.push(timeOf(each));
  for (const repository of [none, one, five]) rmSync(repository, { recursive: true });
  const leastOf = (name: string) => Math.min(...(times.get(name) ?? []));
  printRow(`${ROUNDS} rounds`, ['least ms', 'median ms', 'ratio'], 'limit');
  for (const { name, floor } of measured) {
    const median = times.get(name)?.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0;
    const ratio = floor === undefined ? '' : (leastOf(name) / leastOf(floor.name)).toFixed(2);
    printRow(name, [leastOf(name).toFixed(1), median.toFixed(1), ratio], floor?.limit.toFixed(1));
  }
  console.log('ratio: of the least; of the hook to git diff, of proctor to node -e 0');
}

const FIVE_SIZES = [4_000, 8_000, 12_000, 20_000, 32_000];

function timeOf({ name, command: [command, ...words], repository }: Measured): number {
  const start = performance.now();
  const { status } = spawnSync(command, words, { cwd: repository, env: environment });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`${name} ended with ${status}`);
  return time;
}

function repositoryWith(files: Readonly<Record<string, string>>): string {
  const repository = mkdtempSync(join(tmpdir(), 'proctor-bench-'));
  const git = (...words: string[]) => execFileSync('git', words, { cwd: repository, env: environment });
  git('init', '--quiet');
  for (const [name, content] of Object.entries(files)) writeFileSync(join(repository, name), content);
  git('add', '.');
  return repository;
}

/** A test module of about so many bytes in the style of a service's suite. */
function moduleOfSize(bytes: number): string {
  const parts = ['import unittest\n\n\nclass OrderTest(unittest.TestCase):\n'];
  for (let number = 0, size = 0; size < bytes; number++) {
    const part = [
      `    def test_order_${WORDS[number % WORDS.length]}_${Math.floor(number / WORDS.length)}(self):`,
      `        order = self.shop.order(item=${number}, amount=${number * 3})`,
      '        with self.assertRaises(ValueError):',
      '            order.cancel(reason=None)',
      '        # The clock of the shop is ahead of ours.',
      '        self.assertEqual({"state": "open", "lines": [1, 2, 3]}, order.describe())',
      '        for line in order.lines:',
      '            self.assertIn(line.state, ("open", "paid"))\n\n',
    ].join('\n');
    size += part.length;
    parts.push(part);
  }
  return parts.join('');
}

const WORDS = ['opens', 'closes', 'ships', 'returns', 'expires', 'splits', 'merges'];
