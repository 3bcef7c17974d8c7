import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBlocked, replay } from '../scripts/replay.ts';
import { proctor, soundModule, swallowingModule, swallowingTest } from './support/program.ts';
import { temporaryRepository, type TestRepository } from './support/repository.ts';

const path = 'tests/test_cart.py';

/** Whether each commit would have been blocked, newest first. */
const blocked = ({ directory }: TestRepository, count = 100) =>
  replay(directory, count, 'fast').commits.map(isBlocked);

test('the commit that brings a swallowed exception is blocked, not the next one of the same module', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.commit({ 'README.md': 'A shop.\n' });
  await repository.commit({ [path]: soundModule });
  await repository.commit({ [path]: swallowingModule });
  await repository.commit({ [path]: `import cart\n\n\n${swallowingModule}` });
  assert.deepEqual(blocked(repository), [false, true, false]);
});

test('a finding has its commit, and its place in the new text', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.commit({ [path]: soundModule });
  await repository.commit({ [path]: swallowingModule });
  const head = (await repository.git('rev-parse', 'HEAD')).trim();
  const [commit] = replay(repository.directory, 1, 'fast').commits;
  assert.equal(commit?.id, head);
  assert.deepEqual(
    commit.findings.map(({ rule, path, start }) => `${path}:${start.line} ${rule}`),
    ['tests/test_cart.py:9 broad-except-pass'],
  );
});

test('a module that moves brings nothing with it', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.commit({ [path]: swallowingModule });
  await repository.git('mv', path, 'tests/test_basket.py');
  await repository.commit({ 'tests/test_basket.py': `${swallowingModule}\n\nORDERS = []\n` });
  assert.deepEqual(blocked(repository), [false]);
});

test('commits without test modules, the first commit and merges are passed over', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.commit({ [path]: swallowingModule });
  await repository.commit({ 'shop.py': 'x = 1\n' });
  await repository.git('switch', '--quiet', '--create', 'topic');
  await repository.commit({ 'tests/test_shop.py': soundModule });
  await repository.git('switch', '--quiet', 'main');
  await repository.commit({ 'tests/test_order.py': swallowingModule });
  await repository.git('merge', '--quiet', '--no-ff', '--message=Merge', 'topic');
  assert.deepEqual(
    blocked(repository)
      .map(Number)
      .toSorted((one, other) => one - other),
    [0, 1],
  );
});

test('no more commits are replayed than were asked for', async (context) => {
  const repository = await temporaryRepository(context);
  for (const line of ['', '# one\n', '# two\n', '# three\n'])
    await repository.commit({ [path]: soundModule + line });
  assert.equal(blocked(repository, 2).length, 2);
});

test('the configuration is that of each commit', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.commit({ 'pytest.ini': '[pytest]\npython_files = check_*.py\n' });
  await repository.commit({ 'tests/test_a.py': swallowingModule, 'tests/check_a.py': soundModule });
  await repository.commit({ 'pytest.ini': '', 'tests/test_b.py': swallowingModule });
  assert.deepEqual(blocked(repository), [true, false]);
});

test('a module that cannot be read blocks', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.commit({ [path]: soundModule });
  await repository.commit({ [path]: Buffer.from([0x78, 0x20, 0x3d, 0x20, 0xff, 0x0a]) });
  assert.deepEqual(blocked(repository), [true]);
});

test('a bare repository is read as well', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.commit({ [path]: soundModule });
  await repository.commit({ [path]: swallowingModule });
  await repository.git('clone', '--quiet', '--bare', '.', 'bare.git');
  assert.deepEqual(blocked(repository.at('bare.git')), [true]);
});

test('a replay says of each commit what the hook says when it is staged', async (context) => {
  const repository = await temporaryRepository(context);
  const other = swallowingTest.replace('checkout_empties', 'refund_empties');
  const versions = [
    soundModule,
    swallowingModule,
    swallowingModule + other,
    soundModule + other,
    soundModule,
  ];
  for (const version of versions) await repository.commit({ [path]: version });
  const ids = (await repository.git('rev-list', 'HEAD')).trim().split('\n').slice(0, -1);
  const statuses: number[] = [];
  for (const id of ids) {
    await repository.git('checkout', '--quiet', `${id}^`);
    await repository.git('checkout', '--quiet', id, '--', '.');
    statuses.push((await proctor(repository)).status);
    await repository.git('reset', '--quiet', '--hard');
  }
  await repository.git('checkout', '--quiet', 'main');
  assert.deepEqual(blocked(repository).map(Number), statuses);
});
