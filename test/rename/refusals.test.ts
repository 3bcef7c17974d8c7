import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { planRenames } from '../../src/rename/batch.ts';
import type { Project } from '../../src/rename/project.ts';
import { refusals } from '../../src/rename/refusal.ts';
import { projectOf } from '../support/project.ts';
import { casesOf, type RenameCase } from './case-files.ts';

const path = join(import.meta.dirname, '..', '..', 'docs', 'refusals.md');
const page = readFileSync(path, 'utf8');
const sections = page.split(/^### /m).slice(1);
const withExample = sections.filter((section) => !section.startsWith('internal\n'));

test('the page has every code in the order of the table, with its sentence', () => {
  const heads = sections.map((section) => section.split('\n\n').slice(0, 2).join(': '));
  assert.deepEqual(
    heads.map((head) => head.trimEnd()),
    Object.entries(refusals).map(([code, sentence]) => `${code}: ${sentence}`),
  );
});

describe('the example of', () => {
  for (const each of casesOf(withExample.map((section) => `### ${section}`).join(''), path)) {
    test(`${each.title} gives that refusal`, () => {
      assert.equal(each.refusal?.code, each.title);
      const { outcomes } = planRenames(projectFor(each), requestsOf(each));
      const answers = outcomes.flatMap((planned) =>
        planned.safe ? [] : [`${planned.refusal.code}: ${planned.refusal.reason}`],
      );
      assert.ok(answers.includes(`${each.title}: ${each.refusal?.reason}`), answers.join('; '));
    });
  }
});

function projectFor({ title, before }: RenameCase): Project {
  if (title === 'single-file') return projectOf(before, false);
  const project = projectOf(
    Object.fromEntries(Object.entries(before).map(([file, text]) => [file, text.replaceAll('\u240d', '\r')])),
  );
  return title === 'unreadable' ? { ...project, files: [...project.files, 'legacy.py'] } : project;
}

/** All places of an example are asked for at once: of a group all or none is carried out. */
function requestsOf({ title, spots, newName }: RenameCase) {
  return spots.map(({ path: file, offset }) => ({
    path: file,
    offset,
    newName,
    ...(title === 'group' ? { group: 'siblings' } : {}),
  }));
}
