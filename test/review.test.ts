import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Finding } from '../src/finding.ts';
import { factsOf } from '../src/report/facts.ts';
import { reviewMarkdown } from '../src/report/review-markdown.ts';
import { type ReviewedModule, reviewedModule } from '../src/report/review.ts';
import { defineRule, type Family } from '../src/rules/rule.ts';
import { findingOn } from './support/findings.ts';
import { moduleOf } from './support/parser.ts';

const severity = { fast: 'error', review: 'error' } as const;
const examples = { bad: ['x = 1'], good: ['y = 1'] } as const;

function ruleOf(family: Family, id: string, advice?: string) {
  return defineRule({
    id,
    family,
    summary: `a ${id}`,
    ...(advice === undefined ? {} : { advice }),
    why: 'It matters.',
    limits: 'Where it does not.',
    severity,
    examples,
    check: () => [],
  });
}

const rules = [
  ruleOf('security', 'secret'),
  ruleOf('naming', 'camel-name', 'write names in snake case'),
  ruleOf('comments', 'stale-comment', 'delete comments that are stale'),
  ruleOf('organisation', 'long-story'),
  ruleOf('ineffective-tests', 'idle-test'),
];

const facts = { lines: 40, tests: 0, documented: 0, longest: undefined };

const reviewed = (findings: readonly Finding[], on = rules): ReviewedModule =>
  reviewedModule({ path: 'tests/test_cart.py', findings, rules: on, facts, command: 'proctor --fix' });

/** The paragraphs of the document for one module. */
const paragraphs = (findings: readonly Finding[], on = rules): readonly string[] =>
  reviewMarkdown({ modules: [reviewed(findings, on)], failures: [] })
    .trimEnd()
    .split('\n\n');

const at = (line: number) => ({ start: { line, column: 1 } });

describe('the points', () => {
  it('are sorted by the number of their family', () => {
    const { points } = reviewed([
      findingOn({ rule: 'long-story', line: 'def test_all():' }),
      findingOn({ rule: 'camel-name', line: 'firstCart = 1' }),
    ]);
    assert.deepEqual(
      points.map(({ number, title }) => `${number}. ${title}`),
      ['1. Naming convention', '4. Organisation'],
    );
  });

  it('are silent where a rule is on and nothing was found', () => {
    const { silent } = reviewed([findingOn({ rule: 'camel-name', line: 'firstCart = 1' })]);
    assert.deepEqual(
      silent.map(({ family }) => family),
      ['comments', 'organisation', 'ineffective-tests'],
    );
  });

  it('have their errors first', () => {
    const { points } = reviewed(
      [
        findingOn({ rule: 'camel-name', line: 'firstCart = 1', severity: 'warning' }),
        findingOn({ rule: 'mixed-names', line: 'second = 1', severity: 'error' }),
      ],
      [...rules, ruleOf('naming', 'mixed-names')],
    );
    assert.deepEqual(
      points[0]?.groups.map(({ rule }) => rule),
      ['mixed-names', 'camel-name'],
    );
  });

  it('count a comment that suppresses nothing among the comments', () => {
    const { points } = reviewed([findingOn({ rule: 'unused-suppression', line: '# proctor: ignore[x]' })]);
    assert.deepEqual(
      points.map(({ family }) => family),
      ['comments'],
    );
  });
});

describe('the verdict on security', () => {
  const verdict = (...findings: Finding[]) => paragraphs(findings)[1];
  const other = findingOn({ rule: 'long-story', line: 'def test_all():' });

  it('is given where there is nothing else to say', () => {
    assert.match(verdict() ?? '', /^No security defects found\. Nothing to say on the other points\. /);
  });

  it('is given where something else was found', () => {
    assert.equal(verdict(other), 'No security defects found.');
  });

  it('counts the defects, which follow with their lines', () => {
    const secret = findingOn({ rule: 'secret', line: 'KEY = "k"', message: '`k` is in the code; revoke it' });
    assert.deepEqual(paragraphs([other, secret]).slice(1, 3), [
      '1 security defect found.',
      'Line 1: `k` is in the code; revoke it (`secret`, error).',
    ]);
  });

  it('is not claimed where the rules of security are off', () => {
    const document = paragraphs(
      [],
      rules.filter(({ family }) => family !== 'security'),
    );
    assert.match(document[1] ?? '', /^Security was not reviewed/);
    assert.doesNotMatch(document.join('\n'), /No security/);
  });
});

describe('what is said of a rule', () => {
  const said = (...findings: Finding[]) => paragraphs(findings).slice(3, -2);

  it('is the message and the line where there is one finding', () => {
    const message = '`firstCart` is in camel case; rename it';
    assert.deepEqual(said(findingOn({ rule: 'camel-name', line: 'firstCart = 1', message, ...at(7) })), [
      'Line 7: `firstCart` is in camel case; rename it (`camel-name`, error).',
    ]);
  });

  it('is the message alone where it is about the module as a whole', () => {
    const message = '2 tests have no docstring: lines 3 and 7';
    const finding = findingOn({
      rule: 'stale-comment',
      line: 'import shop',
      message,
      span: { start: 0, end: 0 },
    });
    assert.deepEqual(said(finding), ['2 tests have no docstring: lines 3 and 7 (`stale-comment`, error).']);
  });

  it('is the message with all lines where no rule has advice and all findings say the same', () => {
    const message = '`all` does several things; split it';
    const line = 'def test_all():';
    assert.deepEqual(
      said(...[3, 7].map((number) => findingOn({ rule: 'long-story', line, message, ...at(number) }))),
      ['Lines 3 and 7: `all` does several things; split it (`long-story`, error).'],
    );
  });

  it('keeps the proposals where all findings say the same', () => {
    const message = '`cart1` is camel; write `cart`';
    const line = 'cart1 = 1';
    const finding = (number: number) => findingOn({ rule: 'camel-name', line, message, ...at(number) });
    const [, items = ''] = said(finding(3), finding(7));
    assert.equal(items, '- lines 3 and 7: `cart1` is camel; write `cart`');
  });

  it('quotes what stands there where the message does not', () => {
    const line = '    # Create the cart';
    const finding = findingOn({ rule: 'stale-comment', line, message: 'comment is stale; remove it' });
    assert.deepEqual(said(finding), [
      'Line 1, `# Create the cart`: comment is stale; remove it (`stale-comment`, error).',
    ]);
  });

  it('is the advice of the rule above what stands on the lines where all findings say the same', () => {
    const message = 'comment is stale; remove it';
    const findings = ['# Create', '# Delete', '# Create'].map((line, index) =>
      findingOn({ rule: 'stale-comment', line, message, start: { line: index + 4, column: 1 } }),
    );
    assert.deepEqual(said(...findings), [
      'Delete comments that are stale (`stale-comment`, error):',
      '- lines 4 and 6: `# Create`\n- line 5: `# Delete`',
    ]);
  });

  it('is the message above the lines where the rule has no advice and all findings say the same', () => {
    const message = 'too long; split it';
    const findings = [3, 9].map((line) =>
      findingOn({ rule: 'long-story', line: 'def test_all():', at: 'test_all', message, ...at(line) }),
    );
    assert.deepEqual(said(...findings).slice(0, 1), ['Too long; split it (`long-story`, error):']);
  });

  it('is the summary of a rule without advice where the findings differ', () => {
    const findings = ['`a` is long; split it', '`b` is long; split it'].map((message, index) =>
      findingOn({ rule: 'long-story', line: 'x', message, start: { line: index + 1, column: 1 } }),
    );
    assert.deepEqual(said(...findings), [
      'A long-story, 2 times (`long-story`, error):',
      '- line 1: `a` is long; split it\n- line 2: `b` is long; split it',
    ]);
  });

  it('leaves out of the lines what the advice says already', () => {
    const findings = ['`a` is odd; mend it', '`b` is even; mend it'].map((message, index) =>
      findingOn({ rule: 'camel-name', line: 'x', message, start: { line: index + 1, column: 1 } }),
    );
    assert.deepEqual(said(...findings)[1], '- line 1: `a` is odd\n- line 2: `b` is even');
  });

  it('keeps what to do where it is not the same for all', () => {
    const findings = ['`a` is odd; mend it', '`b` is even; leave it'].map((message, index) =>
      findingOn({ rule: 'camel-name', line: 'x', message, start: { line: index + 1, column: 1 } }),
    );
    assert.deepEqual(said(...findings)[1], '- line 1: `a` is odd; mend it\n- line 2: `b` is even; leave it');
  });

  it('leaves out what several say to do, and keeps the names that are offered', () => {
    const findings = [
      '`a` is odd; name it for that',
      '`b` is odd; name it for what it is',
      '`c` is odd; name it for that, perhaps `d`',
      '`e` is long; split it',
    ].map((message, index) =>
      findingOn({ rule: 'camel-name', line: 'x', message, start: { line: index + 1, column: 1 } }),
    );
    assert.deepEqual(
      said(...findings)[1],
      '- line 1: `a` is odd\n- line 2: `b` is odd\n- line 3: `c` is odd; perhaps `d`\n- line 4: `e` is long; split it',
    );
  });

  it('does not take a semicolon inside code for the beginning of the advice', () => {
    const findings = ['`"a; b"` is odd', '`"c; b"` is odd'].map((message, index) =>
      findingOn({ rule: 'camel-name', line: 'x', message, start: { line: index + 1, column: 1 } }),
    );
    assert.deepEqual(said(...findings)[1], '- line 1: `"a; b"` is odd\n- line 2: `"c; b"` is odd');
  });

  it('shows the proposed names, each once with all of its lines', () => {
    const renamed = (at: string, renameTo: string, line: number) =>
      findingOn({
        rule: 'camel-name',
        line: `${at} = 1`,
        at,
        message: `\`${at}\` in line ${line}; rename it`,
        fix: { renameTo, evidence: 'snake case' },
        start: { line, column: 1 },
      });
    const findings = [
      renamed('firstCart', 'first_cart', 2),
      renamed('itsOwner', 'its_owner', 3),
      renamed('firstCart', 'first_cart', 8),
    ];
    assert.deepEqual(
      paragraphs(findings)[4],
      '- lines 2 and 8: `firstCart` → `first_cart`\n- line 3: `itsOwner` → `its_owner`',
    );
  });

  it('lists the lines alone after the first items', () => {
    const findings = Array.from({ length: 25 }, (_, index) =>
      findingOn({
        rule: 'camel-name',
        line: 'x',
        message: `\`cart${index}\` is odd`,
        start: { line: index + 1, column: 1 },
      }),
    );
    const items = said(...findings)[1]?.split('\n') ?? [];
    assert.equal(items.length, 20);
    assert.equal(items.at(-1), '- and lines 20, 21, 22, 23, 24 and 25');
  });

  it('puts code with backticks between more of them', () => {
    const finding = findingOn({ rule: 'stale-comment', line: '# Call `cart`', message: 'comment is stale' });
    assert.deepEqual(said(finding), [
      'Line 1, `` # Call `cart` ``: comment is stale (`stale-comment`, error).',
    ]);
  });
});

describe('what --fix would do', () => {
  const rename = findingOn({
    rule: 'camel-name',
    line: 'firstCart = 1',
    at: 'firstCart',
    fix: { renameTo: 'first_cart', evidence: 'snake case' },
  });
  const edit = (safe: boolean, line: number) =>
    findingOn({
      rule: 'stale-comment',
      line: '# Create',
      fix: { edits: [], safe, title: safe ? 'delete the comment' : 'delete the code' },
      ...at(line),
    });
  const repairs = (...findings: Finding[]) => paragraphs(findings).at(-2);

  it('is not mentioned where it would do nothing', () => {
    assert.match(repairs(findingOn({ rule: 'camel-name', line: 'x' })) ?? '', /^Nothing to say on /);
  });

  it('names what it would rename, and counts equal edits', () => {
    assert.equal(
      repairs(rename, edit(true, 3), edit(true, 5)),
      '`proctor --fix` would rename `firstCart` as proposed (if that is safe) and delete the comment (lines 3 and 5).',
    );
  });

  it('tells what only --unsafe-fixes would do', () => {
    assert.equal(
      repairs(edit(true, 3), edit(false, 7)),
      '`proctor --fix` would delete the comment (line 3); with `--unsafe-fixes` it would also delete the code (line 7).',
    );
    assert.equal(repairs(edit(false, 7)), '`proctor --fix --unsafe-fixes` would delete the code (line 7).');
  });
});

describe('the facts', () => {
  const sentence = (source: string) =>
    reviewMarkdown({
      modules: [{ ...reviewed([]), facts: factsOf(moduleOf(source)) }],
      failures: [],
    })
      .trimEnd()
      .replace(/^.*other points\. /s, '');

  it('say that there is no test', () => {
    assert.equal(sentence('import shop\n'), 'No tests in 1 line.');
    assert.equal(sentence(''), 'No tests in 0 lines.');
  });

  it('describe the one test that there is', () => {
    assert.equal(
      sentence('def test_cart():\n    """It opens."""\n    assert shop.open()\n'),
      'One test in 3 lines: 1 statement on 3 lines, with a docstring.',
    );
  });

  it('name the longest test, the first of several, with its class', () => {
    const source = `
class TestCart:
    def test_add(self):
        cart.add()
        assert cart

    @slow
    def test_remove(self):
        """It is empty."""
        cart.add()
        cart.remove()
        assert not cart

    def test_order(self):
        cart.add()
        cart.order()
        assert cart.ordered`;
    assert.equal(
      sentence(source),
      '3 tests in 17 lines; the longest, `TestCart.test_remove` on line 8, has 3 statements on 5 lines; 1 of 3 (33 %) has a docstring.',
    );
  });
});

describe('the document', () => {
  it('says that there is nothing to review', () => {
    assert.equal(reviewMarkdown({ modules: [], failures: [] }), 'No test module to review.\n');
  });

  it('names the files that could not be reviewed', () => {
    assert.equal(
      reviewMarkdown({
        modules: [],
        failures: [{ path: 'tests/test_old.py', reason: 'line 3: `(` is never closed' }],
      }),
      '## `tests/test_old.py`\n\nNot reviewed: line 3: `(` is never closed.\n',
    );
  });

  it('quotes a path that would break the line', () => {
    const module = { ...reviewed([]), path: 'tests/test_\n.py' };
    assert.match(reviewMarkdown({ modules: [module], failures: [] }), /^## `"tests\/test_\\n\.py"`\n/);
  });
});
