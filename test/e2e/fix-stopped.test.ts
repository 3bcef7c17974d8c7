import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  assertNoLitter,
  assertNothingLost,
  copied,
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
