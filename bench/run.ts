/**
 * What proctor costs, as ratios to a floor in the same run, beside the limits that it is held to: a hook with few
 * staged modules to starting Node, and a large suite to its bare parse. The suite is the Nova tests of Debian's
 * python3-nova, or the folder that is named. `--rules` prints the cost of each rule instead.
 */
import { spawnSync } from 'node:child_process';
import { hookCosts } from './hook.ts';
import { ruleCosts } from './rules.ts';
import { suiteCosts } from './suite.ts';

function novaTests(): string | undefined {
  const { status, stdout } = spawnSync('dpkg', ['-L', 'python3-nova'], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  return stdout.split('\n').find((path) => path.endsWith('/nova/tests'));
}

const words = process.argv.slice(2);
const suite = words.find((word) => !word.startsWith('--')) ?? novaTests();
const isByRule = words.includes('--rules');
if (!isByRule) hookCosts();
if (suite === undefined) console.log('\nno suite: install python3-nova, or name a folder of test modules');
else if (isByRule) ruleCosts(suite);
else suiteCosts(suite);
