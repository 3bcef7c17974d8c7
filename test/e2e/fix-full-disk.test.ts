import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  assertNoLitter,
  assertNothingLost,
  copied,
  faulty,
  inParallel,
  isSame,
  names,
  scenarioOf,
  stateOf,
  ways,
} from '../support/stopping.ts';

const shortages = [
  ...ways.map((way) => ({ way, fault: 'full' as const, when: 'from any write on' })),
  ...ways
    .filter(({ title }) => title === '--fix' || title === 'rename')
    .map((way) => ({ way, fault: 'once' as const, when: 'at any one write' })),
];

describe('a disk that is full', () => {
  for (const { way, fault, when } of shortages) {
    it(`${when} leaves everything as it is, or says what was not written: ${way.title}`, async (context) => {
      const scenario = await scenarioOf(context, way);
      const { before, after } = scenario;
      await inParallel(scenario.writes, async (at) => {
        const repository = await copied(context, scenario.repository);
        const { status, stderr } = await faulty(scenario, repository, fault, at);
        const now = await stateOf(repository);
        assertNothingLost(scenario, now);
        assert.doesNotMatch(stderr, /internal error|proctor: \d+ cannot/);
        const unwritten = names.filter((_, index) => {
          const isWanted = before.files[index] !== after.files[index];
          return isWanted && now.files[index] === before.files[index];
        });
        const isUnchanged = isSame(now.files, before.files) && isSame(now.staged, before.staged);
        if (isUnchanged) assert.match(stderr, /^proctor: .*; nothing was changed$/m);
        else for (const name of unwritten) assert.match(stderr, cannotBeWritten(name));
        const isFinished = !stderr.includes('the next run may take this back');
        const isWritten = JSON.stringify(now) === JSON.stringify(after) && isFinished;
        assert.equal(status, isWritten ? 0 : way.failed, stderr);
        const again = await way.run(repository);
        const isDone = isSame(now.files, after.files);
        if (again.status !== 0) assert.ok(isDone, `${at} ${again.stdout}${again.stderr}`);
        const then = await stateOf(repository);
        assert.deepEqual(then.files, after.files, `${at}: ${stderr}${again.stdout}${again.stderr}`);
        await assertNoLitter(repository);
      });
    });
  }
});

function cannotBeWritten(name: string): RegExp {
  return new RegExp(`^proctor: ${name.replaceAll('.', '\\.')}: cannot be written \\(ENOSPC\\)`, 'm');
}
