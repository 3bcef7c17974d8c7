/**
 * What proctor costs, as ratios to a floor in the same run: a hook with one staged module to starting Node, and a
 * large suite to its bare parse. The suite is the Nova tests of Debian's python3-nova, or the folder that is named.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../src/check.ts';
import { pytestDefaults } from '../src/config/pytest.ts';
import { presetRules } from './settings.ts';
import { testModule } from '../src/python/module.ts';
import { loadParser } from '../src/python/parse.ts';

const ROUNDS = 25;
const program = join(import.meta.dirname, '..', 'dist', 'proctor.cjs');
// On Node 20 an extra certificate costs more at start than everything that is measured here.
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;

function hookCosts(): void {
  const repository = mkdtempSync(join(tmpdir(), 'proctor-bench-'));
  const git = (...words: string[]) => execFileSync('git', words, { cwd: repository, env: environment });
  git('init', '--quiet');
  writeFileSync(join(repository, 'test_orders.py'), moduleOfSize(10_000));
  git('add', '.');
  const commands = {
    'node -e 0': [process.execPath, '-e', '0'],
    'git diff --cached --name-only': ['git', 'diff', '--cached', '--name-only'],
    'proctor, one staged module of 10 KB': [process.execPath, program],
  };
  const times = new Map(Object.keys(commands).map((name) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, [command = '', ...words]] of Object.entries(commands)) {
      const start = performance.now();
      const { status } = spawnSync(command, words, { cwd: repository, env: environment });
      times.get(name)?.push(performance.now() - start);
      if (status !== 0) throw new Error(`${name} ended with ${status}`);
    }
  }
  rmSync(repository, { recursive: true });
  const floor = Math.min(...(times.get('node -e 0') ?? []));
  console.log(`${ROUNDS} rounds                                 least ms   median ms   least / node -e 0`);
  for (const [name, values] of times) {
    const sorted = values.toSorted((one, other) => one - other);
    const [least = 0] = sorted;
    const median = sorted[sorted.length >> 1] ?? 0;
    console.log(
      `${name.padEnd(40)} ${least.toFixed(1).padStart(8)} ${median.toFixed(1).padStart(11)} ${(least / floor).toFixed(2).padStart(14)}`,
    );
  }
}

function suiteCosts(folder: string): void {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?:^|\/)test_[^/]*\.py$/.test(path))
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile());
  const texts = paths.map((path) => readFileSync(path, 'utf8'));
  const parse = loadParser(
    new WebAssembly.Module(readFileSync('dist/web-tree-sitter.wasm')),
    new WebAssembly.Module(readFileSync('dist/tree-sitter-python.wasm')),
  );
  const rules = presetRules('fast');
  const { conventions } = pytestDefaults;
  const review = presetRules('review');
  const seconds = { parse: 0, bindings: 0, fast: 0, review: 0 };
  const timed = <Value>(name: keyof typeof seconds, act: () => Value): Value => {
    const start = performance.now();
    const value = act();
    seconds[name] += (performance.now() - start) / 1000;
    return value;
  };
  // The first modules warm the compiler; they are measured again.
  for (const text of texts.slice(0, 50))
    check(testModule('test_warm.py', parse(text), conventions, parse), review);
  for (const [index, text] of texts.entries()) {
    const path = paths[index] ?? '';
    const tree = timed('parse', () => parse(text));
    const module = testModule(path, tree, conventions, parse);
    timed('bindings', () => module.bindings);
    timed('fast', () => check(module, rules));
    timed('review', () => check(testModule(path, tree, conventions, parse), review));
  }
  const size = texts.reduce((sum, text) => sum + text.length, 0) / 1e6;
  console.log(`\n${texts.length} modules, ${size.toFixed(1)} MB                    seconds    / parse`);
  for (const [name, value] of Object.entries(seconds)) {
    console.log(
      `${name.padEnd(40)} ${value.toFixed(2).padStart(8)} ${(value / seconds.parse).toFixed(3).padStart(10)}`,
    );
  }
  console.log('fast: on bindings that are there; review: with bindings made anew');
  console.log(
    `parse: ${(size / seconds.parse).toFixed(1)} MB/s; resident ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
  );
}

function novaTests(): string | undefined {
  const { status, stdout } = spawnSync('dpkg', ['-L', 'python3-nova'], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  return stdout.split('\n').find((path) => path.endsWith('/nova/tests'));
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

hookCosts();
const suite = process.argv[2] ?? novaTests();
if (suite === undefined) console.log('\nno suite: install python3-nova, or name a folder of test modules');
else suiteCosts(suite);
