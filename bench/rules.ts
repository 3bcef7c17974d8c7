import { readFileSync } from 'node:fs';
import type { TestModule } from '../src/python/module.ts';
import { printRow } from './program.ts';
import { presetRules } from './settings.ts';
import { stopwatch, suiteIn } from './suite.ts';

/** What several rules ask for: who asks first would pay for all. */
const shared: Readonly<Record<string, (module: TestModule) => unknown>> = {
  'nodes by kind': (module) => module.nodesOf(0),
  'line starts': (module) => module.lineStarts,
  bindings: (module) => module.bindings,
  definitions: (module) => module.definitions,
  imports: (module) => module.imports,
  calls: (module) => module.calls,
  comments: (module) => module.comments,
  'commented code': (module) => module.commentedCode,
  docstrings: (module) => module.docstrings,
  'test model': (module) => module.model,
  members: (module) => module.members,
};

/** Prints the cost of each rule of the review over a suite, and of what they share, the dearest first. */
export function ruleCosts(folder: string): void {
  const { paths, parse, moduleOf } = suiteIn(folder);
  const { seconds, timed, rounds } = stopwatch();
  const rules = presetRules('review');
  for (const path of paths) {
    const text = readFileSync(path, 'utf8');
    rounds(() => {
      const module = moduleOf(
        path,
        timed('parse', () => parse(text)),
      );
      for (const [name, ask] of Object.entries(shared)) timed(name, () => ask(module));
      for (const { rule, options } of rules) timed(rule.id, () => Array.from(rule.check(module, options)));
    });
  }
  const parsing = seconds.get('parse') ?? 1;
  printRow(`${paths.length} modules`, ['seconds', '/ parse']);
  for (const [name, value] of [...seconds].toSorted(([, one], [, other]) => other - one))
    printRow(name, [value.toFixed(3), (value / parsing).toFixed(4)]);
}
