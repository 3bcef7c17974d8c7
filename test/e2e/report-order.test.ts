import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proctor, swallowingModule, swallowingTest } from '../support/program.ts';
import { temporaryRepository } from '../support/repository.ts';

const twice = swallowingModule + swallowingTest.replace('empties', 'closes');
const files = {
  'tests/test_shop.py': swallowingModule,
  'b/test_cart.py': twice,
  'test_a.py': swallowingModule,
};
const sorted = ['b/test_cart.py:9', 'b/test_cart.py:18', 'test_a.py:9', 'tests/test_shop.py:9'];

const places = (stdout: string) => stdout.match(/^[\w/.]+\.py:\d+/gm);

test('what is staged is reported by path, then by place', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.stage(files);
  assert.deepEqual(places((await proctor(repository)).stdout), sorted);
});

test('what is named is reported by path, then by place', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.write(files);
  const { stdout } = await proctor(repository, 'tests', 'test_a.py', 'b/test_cart.py', 'b');
  assert.deepEqual(places(stdout), sorted);
});
