import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { added, before, withoutHandler } from '../scripts/demo-module.ts';
import { proctor } from './support/program.ts';
import { temporaryRepository } from './support/repository.ts';

test('the output in the README is what proctor prints', async (context) => {
  const readme = await readFile(join(import.meta.dirname, '..', 'README.md'), 'utf8');
  const [, shown] = /\$ git commit -m 'Test shared orders'\n([^]*?)```/.exec(readme) ?? [];
  const repository = await temporaryRepository(context);
  await repository.commit({ 'test_orders.py': before });
  await repository.stage({ 'test_orders.py': before + added });
  assert.equal((await proctor(repository)).stdout, shown);
});

test('the sample of the demo passes when its names are repaired and its handler is gone', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.commit({ 'test_orders.py': before });
  await repository.stage({ 'test_orders.py': before + added });
  const repaired = await proctor(repository, '--fix');
  assert.match(repaired.stdout, /user1 -> alice_user, 2 places/);
  assert.match(repaired.stdout, /sharedOrder -> shared_order, 2 places/);
  assert.equal(repaired.status, 1);
  const text = await readFile(join(repository.directory, 'test_orders.py'), 'utf8');
  await repository.stage({ 'test_orders.py': withoutHandler(text) });
  assert.equal((await proctor(repository)).status, 0);
});
