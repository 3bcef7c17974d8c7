import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { clipped, path, repaired, texts } from '../support/fixing.ts';
import { soundModule, swallowingModule } from '../support/program.ts';
import { temporaryRepository, type TestRepository } from '../support/repository.ts';

const project = join(import.meta.dirname, '..', '..');
const shipped = ['package.json', 'package-lock.json', '.npmrc', '.pre-commit-hooks.yaml', 'dist', 'hooks'];
const frameworks = [
  { name: 'pre-commit', command: 'pre-commit' },
  { name: 'prek', command: join(project, 'node_modules', '.bin', 'prek') },
];

for (const { name, command } of frameworks) {
  const isThere = spawnSync(command, ['--version']).status === 0;
  const skip = isThere ? false : `${name} is not installed`;

  test(
    `${name} blocks a commit that introduces an error, and lets a sound one pass`,
    { skip },
    async (context) => {
      const repository = await configured(context, 'proctor');
      const variables = await frameworkVariables(context);
      const run = (...words: string[]) => repository.run(command, words, variables);
      const installed = await run('install');
      assert.equal(installed.status, 0, installed.stderr);

      await repository.stage({
        'test_cart.py': swallowingModule,
        'cart.py': 'try:\n    f()\nexcept Exception:\n    pass\n',
      });
      const blocked = await repository.run('git', ['commit', '-m', 'Work'], variables);
      assert.equal(blocked.status, 1);
      assert.match(blocked.stdout + blocked.stderr, /^ *test_cart\.py:9:5: .*  \[broad-except-pass\]$/m);
      assert.doesNotMatch(blocked.stdout + blocked.stderr, /^ *cart\.py/m);

      await repository.stage({ 'test_cart.py': soundModule });
      const passed = await repository.run('git', ['commit', '-m', 'Work'], variables);
      assert.equal(passed.status, 0, passed.stdout + passed.stderr);

      const everything = await run('run', '--all-files');
      assert.equal(everything.status, 0, everything.stdout);
    },
  );

  test(
    `proctor-fix under ${name} writes files and fails the first commit; the second passes`,
    { skip },
    async (context) => {
      const repository = await configured(context, 'proctor-fix');
      await repository.commit({ 'proctor.toml': 'select = ["abbreviated-name"]\n' });
      const variables = await frameworkVariables(context);
      const installed = await repository.run(command, ['install'], variables);
      assert.equal(installed.status, 0, installed.stderr);
      const commit = () => repository.run('git', ['commit', '-m', 'Work'], variables);

      await repository.stage({ [path]: clipped, 'notes.txt': 'staged\n' });
      await repository.write({ 'notes.txt': 'staged\nunstaged\n' });
      const first = await commit();
      assert.equal(first.status, 1);
      assert.match(first.stdout + first.stderr, /^ *test_migration\.py:2: dest -> destination, 2 places$/m);
      assert.deepEqual(await texts(repository), { committed: undefined, staged: clipped, file: repaired });
      assert.equal((await texts(repository, 'notes.txt')).file, 'staged\nunstaged\n');

      await repository.git('add', path);
      const second = await commit();
      assert.equal(second.status, 0, second.stdout + second.stderr);
      assert.deepEqual(await texts(repository), { committed: repaired, staged: repaired, file: repaired });
      assert.equal((await texts(repository, 'notes.txt')).file, 'staged\nunstaged\n');
    },
  );
}

/** A repository whose configuration names a throwaway copy of what this project ships. */
async function configured(context: TestContext, hook: string): Promise<TestRepository> {
  const source = await temporaryRepository(context);
  for (const path of shipped)
    await cp(join(project, path), join(source.directory, path), { recursive: true });
  await source.git('add', '.');
  await source.commit({});
  const revision = (await source.git('rev-parse', 'HEAD')).trim();
  const repository = await temporaryRepository(context);
  await repository.commit({
    '.pre-commit-config.yaml': [
      'repos:',
      `  - repo: file://${source.directory}`,
      `    rev: ${revision}`,
      '    hooks:',
      `      - id: ${hook}`,
      '',
    ].join('\n'),
  });
  return repository;
}

/** A cache of its own for the framework, and the settings under which npm reaches its registry. */
async function frameworkVariables(context: TestContext): Promise<NodeJS.ProcessEnv> {
  const { directory } = await temporaryRepository(context);
  const home = process.env['HOME'];
  return { PRE_COMMIT_HOME: directory, PREK_HOME: directory, HOME: home, ...npmSettings() };
}

function npmSettings(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) =>
      /^npm_config_(?:registry|cafile|ca|https?_proxy|userconfig)$|^NODE_EXTRA_CA_CERTS$|_proxy$/i.test(name),
    ),
  );
}
