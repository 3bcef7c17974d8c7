import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../src/check.ts';
import { pytestDefaults } from '../src/config/pytest.ts';
import type { TestModule } from '../src/python/module.ts';
import { testModule } from '../src/python/test-module.ts';
import { loadParser, type Parser } from '../src/python/parse.ts';
import type { SyntaxTree } from '../src/python/syntax.ts';
import { environment, printRow, program } from './program.ts';
import { presetRules } from './settings.ts';

/** The modules of a suite, read as they are asked for. */
export interface Suite {
  readonly paths: readonly string[];
  readonly parse: Parser;
  readonly moduleOf: (path: string, tree: SyntaxTree) => TestModule;
}

/** Opens the test modules below a folder, and warms the compiler with the first of them. */
export function suiteIn(folder: string): Suite {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?:^|\/)test_[^/]*\.py$/.test(path))
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile());
  const parse = loadParser(
    new WebAssembly.Module(readFileSync('dist/web-tree-sitter.wasm')),
    new WebAssembly.Module(readFileSync('dist/tree-sitter-python.wasm')),
  );
  const moduleOf = (path: string, tree: SyntaxTree) =>
    testModule(path, tree, pytestDefaults.conventions, parse);
  const review = presetRules('review');
  for (const path of paths.slice(0, WARMING))
    check(moduleOf(path, parse(readFileSync(path, 'utf8'))), review);
  return { paths, parse, moduleOf };
}

const WARMING = 80;

/** Collects the seconds that something takes under a name: of each module the least of several rounds. */
export function stopwatch(): Stopwatch {
  const seconds = new Map<string, number>();
  const least = new Map<string, number>();
  return {
    seconds,
    timed(name, act) {
      const start = cpuSeconds();
      const value = act();
      const time = cpuSeconds() - start;
      least.set(name, Math.min(time, least.get(name) ?? Infinity));
      return value;
    },
    rounds(measure) {
      for (let round = 0; round < ROUNDS; round++) measure();
      for (const [name, time] of least) seconds.set(name, (seconds.get(name) ?? 0) + time);
      least.clear();
    },
  };
}

interface Stopwatch {
  readonly seconds: ReadonlyMap<string, number>;
  readonly timed: <Value>(name: string, act: () => Value) => Value;
  /** Measures one module several times. */
  readonly rounds: (measure: () => void) => void;
}

const ROUNDS = 5;

/** What this process has computed so far: on a shared machine the clock measures the others too. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Prints what a suite costs: its parts in this process, and the whole of it in one of its own. */
export function suiteCosts(folder: string): void {
  const { paths, parse, moduleOf } = suiteIn(folder);
  const { seconds, timed, rounds } = stopwatch();
  const [fast, review] = [presetRules('fast'), presetRules('review')];
  let size = 0;
  for (const path of paths) {
    const text = readFileSync(path, 'utf8');
    size += text.length / 1e6;
    rounds(() => {
      const tree = timed('parse', () => parse(text));
      const module = moduleOf(path, tree);
      timed('bindings', () => module.bindings);
      timed('fast rules, bindings there', () => check(module, fast));
      timed('review rules, with bindings', () => check(moduleOf(path, tree), review));
    });
  }
  const limits: Readonly<Record<string, string>> = {
    bindings: '0.15',
    'fast rules, bindings there': '0.15',
    'review rules, with bindings': '0.25',
  };
  console.log();
  printRow(`${paths.length} modules, ${size.toFixed(1)} MB`, ['seconds', '/ parse'], 'limit');
  for (const [name, value] of seconds)
    printRow(name, [value.toFixed(2), (value / (seconds.get('parse') ?? 1)).toFixed(3)], limits[name]);
  console.log();
  printRow('the same in one process, one thread', ['seconds', 'MB/s', 'resident MB']);
  for (const preset of ['fast', 'review']) {
    const { seconds: whole, resident } = processCosts(folder, preset);
    printRow(`proctor check --preset ${preset}`, [
      whole.toFixed(2),
      (size / whole).toFixed(1),
      resident.toFixed(0),
    ]);
  }
  printRow('limit', ['', '4.0', '250']);
}

/** The CPU seconds of a whole run, and the most memory that it held, in MB. */
function processCosts(
  folder: string,
  preset: string,
): { readonly seconds: number; readonly resident: number } {
  const report =
    'import{writeSync}from"node:fs";process.on("exit",()=>writeSync(3,JSON.stringify(process.resourceUsage())))';
  const words = ['check', '--no-fix', '--scope', 'file', '--preset', preset, '.'];
  const { output } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(report)}`, program, ...words],
    { cwd: folder, env: environment, encoding: 'utf8', stdio: ['ignore', 'ignore', 'inherit', 'pipe'] },
  );
  const usage = JSON.parse(output[3] ?? '') as NodeJS.ResourceUsage;
  return {
    seconds: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
    resident: (usage.maxRSS * 1024) / 1e6,
  };
}
