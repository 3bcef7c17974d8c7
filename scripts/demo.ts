/**
 * Shows proctor at work: a throwaway repository with a test module, the hook, a commit that is blocked, what mends it,
 * and the commit that goes through.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { added, before, withoutHandler } from './demo-module.ts';

const program = join(import.meta.dirname, '..', 'dist', 'proctor.cjs');
const folder = mkdtempSync(join(tmpdir(), 'proctor-demo-'));
const environment = {
  ...process.env,
  GIT_CONFIG_GLOBAL: devNull,
  GIT_AUTHOR_NAME: 'Demo',
  GIT_AUTHOR_EMAIL: 'demo@example.com',
  GIT_COMMITTER_NAME: 'Demo',
  GIT_COMMITTER_EMAIL: 'demo@example.com',
};
const path = join(folder, 'test_orders.py');

function say(sentence: string): void {
  console.log(`\n${sentence}`);
}

function run(shown: string, command: string, ...words: string[]): number {
  console.log(`$ ${shown}`);
  const { status, stdout, stderr } = spawnSync(command, words, {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
  });
  process.stdout.write(stdout + stderr);
  return status ?? 2;
}

const git = (...words: string[]) => run(`git ${words.join(' ')}`, 'git', ...words);
const proctor = (...words: string[]) =>
  run(`proctor ${words.join(' ')}`, process.execPath, program, ...words);

function expect(status: number, wanted: number): void {
  console.log(`(exit code ${status})`);
  if (status !== wanted) throw new Error(`the demo went wrong: exit code ${status}, not ${wanted}`);
}

say('A repository with a test module that is not perfect.');
git('init', '--quiet', '--initial-branch=main');
writeFileSync(path, before);
git('add', '.');
git('commit', '--quiet', '-m', 'Test orders');

say('Install the hook.');
expect(proctor('install'), 0);

say('A commit that would make the tests worse is blocked. What stood there before is not mentioned.');
writeFileSync(path, before + added);
git('add', '.');
expect(git('commit', '-m', 'Test shared orders'), 1);

say('proctor repairs the names, staged and in the file; the handler is left to a person.');
expect(proctor('--fix'), 1);
git('diff', '--cached', '--unified=0');

say('Without the swallowed exception the commit goes through.');
writeFileSync(path, withoutHandler(readFileSync(path, 'utf8')));
git('add', '.');
expect(git('commit', '-m', 'Test shared orders'), 0);

console.log(
  `\nLast commit: ${readFileSync(path, 'utf8').split('\n').length} lines of tests, none of them worse.`,
);
rmSync(folder, { recursive: true, force: true });
