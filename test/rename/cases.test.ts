import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, test } from 'node:test';
import { edited } from '../../src/rename/edit.ts';
import { type Planned, planRename } from '../../src/rename/plan.ts';
import { projectOf } from '../support/project.ts';
import { casesIn, type RenameCase } from './case-files.ts';

const folder = join(import.meta.dirname, 'cases');

for (const file of readdirSync(folder).toSorted()) {
  describe(basename(file, '.md'), () => {
    for (const each of casesIn(join(folder, file))) {
      test(each.title, () => {
        if (each.refusal === undefined) assertRenamed(each);
        else assertRefused(each, each.refusal);
      });
    }
  });
}

function assertRenamed(each: RenameCase): void {
  for (const [index, spot] of each.spots.entries()) {
    const planned = planAt(each, index);
    if (!spot.isName) {
      assert.equal(planned.safe ? 'renamed' : planned.refusal.code, 'no-name', `offset ${spot.offset}`);
      continue;
    }
    assert.ok(planned.safe, `${spot.path}:${spot.offset}: ${planned.safe ? '' : reasonOf(planned)}`);
    assert.deepEqual(resultOf(each, planned), each.after);
  }
}

function assertRefused(each: RenameCase, { code, reason }: NonNullable<RenameCase['refusal']>): void {
  const planned = planAt(each, 0);
  assert.ok(!planned.safe, `renamed: ${JSON.stringify(planned.safe ? resultOf(each, planned) : {})}`);
  assert.equal(planned.refusal.code, code, planned.refusal.reason);
  if (reason !== undefined) assert.equal(planned.refusal.reason, reason);
}

function planAt({ before, newName, spots }: RenameCase, index: number): Planned {
  const spot = spots[index];
  assert.ok(spot !== undefined, 'no place is marked');
  return planRename(projectOf(before), { ...spot, newName });
}

function resultOf({ before }: RenameCase, planned: Extract<Planned, { safe: true }>): RenameCase['before'] {
  return Object.fromEntries(
    Object.entries(before).map(([path, text]) => [path, edited(text, planned.plan.edits.get(path) ?? [])]),
  );
}

const reasonOf = ({ refusal }: Extract<Planned, { safe: false }>) => `${refusal.code}: ${refusal.reason}`;
