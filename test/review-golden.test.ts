import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { reviewJson } from '../src/report/review-json.ts';
import { reviewMarkdown } from '../src/report/review-markdown.ts';
import type { ReviewedModule } from '../src/report/review.ts';
import { assertGolden, goldenSource } from './support/golden.ts';
import { reviewOf } from './support/review.ts';

const paths = {
  'failed-arrival': 'tests/functional/regressions/test_failed_arrival.py',
  'leaked-key': 'tests/test_upload.py',
  sound: 'tests/test_cart.py',
} as const;

type Name = keyof typeof paths;

const reviewed = (name: Name): ReviewedModule => reviewOf(paths[name], goldenSource(`review/${name}.py`));

const document = (...names: Name[]) => reviewMarkdown({ modules: names.map(reviewed), failures: [] });

describe('the document', () => {
  it('goes through the points of a regression test that does several things', () => {
    assertGolden('review/failed-arrival.md', document('failed-arrival'));
  });

  it('has two lines for a module without findings', () => {
    const text = document('sound');
    assertGolden('review/sound.md', text);
    assert.equal(text.split('\n').filter((line) => line !== '').length, 2);
  });

  it('begins with the defects of security', () => {
    assertGolden('review/leaked-key.md', document('leaked-key'));
  });

  it('ends with the facts of all modules where there are several', () => {
    assertGolden('review/several.md', document('failed-arrival', 'leaked-key', 'sound'));
  });
});

describe('the review as JSON', () => {
  it('has what the document has', () => {
    const modules = [reviewed('failed-arrival'), reviewed('leaked-key')];
    assertGolden('review/several.json', reviewJson({ modules, failures: [] }));
  });
});

/** Debian's package python3-nova has the module whose review the golden one is modelled on. */
const nova = '/usr/lib/python3/dist-packages/nova/tests/functional/regressions/test_bug_1825537.py';

describe("nova's test of bug 1825537", { skip: !existsSync(nova) && 'python3-nova is not installed' }, () => {
  const review = () => reviewOf('nova/tests/functional/test_bug_1825537.py', readFileSync(nova, 'utf8'));
  const linesOf = (rule: string) =>
    review()
      .findings.filter((finding) => finding.rule === rule)
      .map(({ start }) => start.line);

  it('has no defects of security, which is said in one sentence', () => {
    assert.deepEqual(review().security, []);
    const [, verdict] = reviewMarkdown({ modules: [review()], failures: [] }).split('\n\n');
    assert.equal(verdict, 'No security defects found.');
  });

  it('has consistent names and no error handling, of which nothing is said', () => {
    const silent = new Set(review().silent.map(({ family }) => family));
    assert.ok(silent.has('naming'));
    assert.ok(silent.has('exceptions'));
  });

  it('announces two lines; its other comments explain a race, a bug or a purpose', () => {
    assert.deepEqual([...linesOf('announcing-comment'), ...linesOf('restating-comment')], [29, 58]);
  });

  it('boots, resizes and checks two providers in one test', () => {
    const messages = review()
      .findings.filter(({ rule }) => rule === 'long-test')
      .map(({ message }) => message);
    assert.deepEqual(messages, [
      '`test_finish_resize_fails_allocation_cleanup` has 10 statements in 4 act-assert cycles: lines 55-59, 62, 67-70 and 72-74, which share `server` (line 59) and `source_rp_uuid` (line 67) as set-up; split it there',
    ]);
  });

  it('lacks the docstrings of a test and a helper; that of the class is left alone', () => {
    const messages = review()
      .findings.filter(({ rule }) => rule === 'missing-docstring')
      .map(({ message }) => message);
    assert.deepEqual(messages, ['1 test (line 53) and 1 helper (line 34) lack a docstring']);
    assert.equal(review().points.find(({ family }) => family === 'docstrings')?.groups.length, 1);
  });

  it('has nothing else to be said of', () => {
    assert.deepEqual(
      review().points.map(({ number, groups }) => [number, groups.map(({ rule }) => rule)]),
      [
        [2, ['missing-docstring']],
        [3, ['announcing-comment']],
        [4, ['long-test']],
        [6, ['numbered-name']],
        [7, ['abbreviated-name']],
      ],
    );
  });

  it('numbers flavors that are the first and the second of a list', () => {
    const messages = review()
      .findings.filter(({ rule }) => rule === 'numbered-name')
      .map(({ message }) => message);
    assert.equal(messages.length, 1);
    for (const part of ['`self.flavor1`', '`self.flavor2`', '`flavors[0]`', '`flavors[1]`']) {
      assert.ok(messages[0]?.includes(part), part);
    }
  });

  it('clips the destination', () => {
    const renames = review().repairs.flatMap(({ rename }) => rename ?? []);
    assert.deepEqual(renames, [
      { from: 'dest_host', to: 'destination_host' },
      { from: 'dest_rp_uuid', to: 'destination_rp_uuid' },
    ]);
  });
});
