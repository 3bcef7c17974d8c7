import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { added, before, mended } from '../scripts/demo-module.ts';
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

test('the mended sample of the demo passes', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.commit({ 'test_orders.py': before });
  await repository.stage({ 'test_orders.py': before + mended });
  assert.equal((await proctor(repository)).status, 0);
});
