import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { clipped, fixingRepository } from '../support/fixing.ts';
import { assertNoLitter, withoutLinks } from '../support/stopping.ts';

const path = 'test_cart.py';

describe('on a file system without hard links', { concurrency: true }, () => {
  it('fixes, and takes it back', async (context) => {
    const repository = await fixingRepository(context);
    await repository.stage({ [path]: clipped });
    const held = () => readFile(join(repository.directory, path), 'utf8');
    const fixed = await withoutLinks(repository, ['--fix']);
    assert.equal(fixed.status, 0, fixed.stderr);
    assert.notEqual(await held(), clipped);
    assert.equal((await withoutLinks(repository, ['undo'])).status, 0);
    assert.equal(await held(), clipped);
    await assertNoLitter(repository);
  });

  it('waits for a process that is fixing, and for one that has just begun', async (context) => {
    for (const holder of [String(process.pid), '']) {
      const repository = await fixingRepository(context);
      await repository.stage({ [path]: clipped });
      await repository.write({ '.git/proctor/lock': holder });
      let isOver = false;
      const fixing = withoutLinks(repository, ['--fix']).finally(() => (isOver = true));
      await new Promise((resolve) => setTimeout(resolve, 1500));
      assert.equal(isOver, false);
      assert.equal(await readFile(join(repository.directory, path), 'utf8'), clipped);
      await rm(join(repository.directory, '.git/proctor/lock'));
      assert.equal((await fixing).status, 0);
      await assertNoLitter(repository);
    }
  });

  it('takes over the lock of a process that is no more', async (context) => {
    const repository = await fixingRepository(context);
    await repository.stage({ [path]: clipped });
    const { pid } = spawnSync(process.execPath, ['--version']);
    await repository.write({ '.git/proctor/lock': String(pid) });
    assert.equal((await withoutLinks(repository, ['--fix'])).status, 0);
    await assertNoLitter(repository);
  });
});
