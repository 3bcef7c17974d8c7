import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clipped, path, repaired, settings, texts } from '../support/fixing.ts';
import { proctor } from '../support/program.ts';
import { temporaryRepository } from '../support/repository.ts';
import {
  assertNoLitter,
  assertNothingLost,
  copied,
  faultily,
  faulty,
  inParallel,
  scenarioOf,
  stateOf,
  ways,
} from '../support/stopping.ts';

describe('what is killed after any of its writes', () => {
  for (const way of ways) {
    it(`loses nothing, is completed by the next run and can be taken back: ${way.title}`, async (context) => {
      const scenario = await scenarioOf(context, way);
      assert.ok(scenario.writes > 20, `${scenario.writes} writes`);
      await inParallel(scenario.writes, async (at) => {
        const repository = await copied(context, scenario.repository);
        const { status, stdout, stderr } = await faulty(scenario, repository, 'kill', at);
        assert.equal(status, way.killed, stdout + stderr);
        const now = await stateOf(repository);
        assertNothingLost(scenario, now);
        const isDone = JSON.stringify(now.files) === JSON.stringify(scenario.after.files);
        const other = await copied(context, repository);
        const again = await way.run(repository);
        // There is nothing to rename or to undo any more.
        if (again.status !== 0) assert.ok(isDone, `${at} ${again.stdout}${again.stderr}`);
        assert.deepEqual(await stateOf(repository), scenario.after);
        await assertNoLitter(repository);
        const reversed = await way.reverse(other);
        if (way.isIndexFirst) {
          if (reversed.status !== 0) assert.match(reversed.stderr, /there is no fix to take back/);
        }
        assert.deepEqual(await stateOf(other), scenario.before);
        await assertNoLitter(other);
      });
    });
  }
});

it('undo takes back a fix that was stopped halfway, and leaves the one before it', async (context) => {
  const repository = await temporaryRepository(context);
  await repository.stage({ 'proctor.toml': settings, 'test_first.py': clipped });
  assert.equal((await proctor(repository, '--fix')).status, 0);
  await repository.stage({ [path]: clipped });
  let halfway = 0;
  for (let at = 1, isOver = false; !isOver; at++) {
    const copy = await copied(context, repository, 'test_first.py');
    isOver = (await faultily(copy, ['--fix'], 'kill', at)).status === 0;
    const { staged, file } = await texts(copy);
    const isHalfway = staged === repaired && file === clipped;
    if (!isHalfway) continue;
    halfway++;
    const { status, stdout } = await proctor(copy, 'undo');
    assert.deepEqual([status, stdout], [0, `${path}: index restored, file as it was\n`]);
    assert.deepEqual(await texts(copy), { committed: undefined, staged: clipped, file: clipped });
    assert.equal((await texts(copy, 'test_first.py')).file, repaired);
    assert.equal((await proctor(copy, 'undo')).stdout, 'test_first.py: index restored, file restored\n');
  }
  assert.ok(halfway > 0);
});
