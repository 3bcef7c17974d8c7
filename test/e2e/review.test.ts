import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proctor, soundModule, swallowingModule, swallowingTest } from '../support/program.ts';
import { temporaryRepository } from '../support/repository.ts';

const path = 'tests/test_cart.py';
const swallowed = /^Line 9: `except Exception` .*\(`broad-except-pass`, error\)\.$/m;

test('what is staged is reviewed whole, not only what is new', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.commit({ [path]: swallowingModule });
  await repository.stage({ [path]: `${swallowingModule}\n\n# The cart is empty again.\n` });
  const { status, stdout } = await proctor(repository, 'review');
  assert.match(stdout, /^## `tests\/test_cart\.py`$/m);
  assert.match(stdout, swallowed);
  assert.equal(status, 1);
});

/** A module without a finding of the review, which wants docstrings too. */
const describedModule = soundModule.replace(':\n', ':\n    """Nothing costs nothing."""\n');

test('the index is reviewed, not the working tree', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.stage({ [path]: describedModule });
  await repository.write({ [path]: swallowingModule });
  const { status, stdout } = await proctor(repository, 'review');
  assert.match(stdout, /^No security defects found\. Nothing to say on the other points\. /m);
  assert.equal(status, 0);
});

test('nothing is reviewed where no test module is staged', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.commit({ [path]: swallowingModule });
  const { status, stdout } = await proctor(repository, 'review');
  assert.deepEqual({ status, stdout }, { status: 0, stdout: 'No test module to review.\n' });
});

test('the test modules below a folder are reviewed, and the document ends with all of them', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.commit({
    [path]: swallowingModule,
    'tests/test_shop.py': soundModule,
    'tests/cart.py': 'x = 1\n',
  });
  const { stdout } = await proctor(repository, 'review', 'tests');
  assert.deepEqual(stdout.match(/^## .*$/gm), [
    '## `tests/test_cart.py`',
    '## `tests/test_shop.py`',
    '## All modules',
  ]);
});

test('with --since what a branch has changed is reviewed', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.commit({ 'tests/test_shop.py': swallowingModule });
  await repository.git('switch', '--quiet', '--create', 'topic');
  await repository.commit({ [path]: swallowingModule });
  const { stdout } = await proctor(repository, 'review', '--since', 'main');
  assert.deepEqual(stdout.match(/^## .*$/gm), ['## `tests/test_cart.py`']);
});

test('the preset is review, whatever the configuration says, unless the command line names another', async (context) => {
  const repository = await temporaryRepository(context);
  const clipped = `${soundModule}\n\ndef test_move(dest_cart=Cart()):\n    src = dest_cart\n    assert src\n`;
  await repository.commit({ 'proctor.toml': 'preset = "fast"\n', [path]: clipped });
  assert.match((await proctor(repository, 'review', path)).stdout, /`src` is clipped; write `source`/);
  assert.doesNotMatch((await proctor(repository, 'review', '--preset=fast', path)).stdout, /clipped/);
});

test('the configuration leaves rules out, and nothing is claimed of their points', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.commit({
    'proctor.toml': 'ignore = ["exceptions", "security"]\n',
    [path]: swallowingModule,
  });
  const { status, stdout } = await proctor(repository, 'review', path);
  assert.match(stdout, /^Security was not reviewed/m);
  assert.doesNotMatch(stdout, /except/);
  assert.equal(status, 0);
});

test('the review as JSON has the same', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.stage({ [path]: swallowingModule });
  const { status, stdout } = await proctor(repository, 'review', '--format', 'json');
  // The keys that the test reads are those that docs/review.md describes.
  const { summary, modules } = JSON.parse(stdout) as {
    readonly summary: object;
    readonly modules: readonly { readonly points: readonly { readonly title: string }[] }[];
  };
  assert.deepEqual(summary, {
    modules: 1,
    faulty: 1,
    findings: 2,
    errors: 1,
    warnings: 1,
    defects: 0,
    tests: 2,
    lines: 11,
    documented: 0,
  });
  assert.deepEqual(
    modules[0]?.points.map(({ title }) => title),
    ['Docstrings', 'Error handling'],
  );
  assert.equal(status, 1);
});

test('a module that does not parse is not reviewed, which is said in the document and by the exit code', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.write({ [path]: `${swallowingTest}\ndef test_(:\n` });
  const { status, stdout, stderr } = await proctor(repository, 'review', path);
  assert.match(stdout, /^## `tests\/test_cart\.py`\n\nNot reviewed: line \d+: /);
  assert.match(stderr, /^proctor: tests\/test_cart\.py: line \d+: /);
  assert.equal(status, 2);
});

test('the command for the repairs can be pasted into a shell', async (context) => {
  const repository = await temporaryRepository(context);
  const odd = "tests/it's here/test_cart.py";
  await repository.write({ [odd]: `${soundModule}\n\ndef test_move():\n    src = Cart()\n    assert src\n` });
  const { stdout } = await proctor(repository, 'review', odd);
  const [, command = ''] =
    /^`(proctor --fix .*?)` would rename `src` as proposed \(if that is safe\)\.$/m.exec(stdout) ?? [];
  const { stdout: words } = await repository.run('sh', ['-c', `printf '%s\\n' ${command}`]);
  assert.deepEqual(words.trimEnd().split('\n').slice(-1), [odd]);
});
