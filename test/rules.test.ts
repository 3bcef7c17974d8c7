import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { check } from '../src/check.ts';
import { activeRules, noChange } from '../src/config/active-rules.ts';
import type { Finding } from '../src/finding.ts';
import type { OptionValue } from '../src/rules/options.ts';
import { rules } from '../src/rules/index.ts';
import { edited, merged } from '../src/rename/edit.ts';
import type { Preset, Rule, TextEdit } from '../src/rules/rule.ts';
import { type FixtureCase, fixtureCases } from './support/fixtures.ts';
import { differenceOutside } from './support/outside.ts';
import { moduleOf } from './support/parser.ts';

const testDirectory = dirname(fileURLToPath(import.meta.url));
const ruleFiles = filesIn(join(testDirectory, '../src/rules'), '.ts');
const fixtureFiles = filesIn(join(testDirectory, 'rules'), '.md');

/** The files one folder down, as `family/name` with the ending left out. */
function filesIn(directory: string, ending: string): readonly string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: family }) =>
      readdirSync(join(directory, family)).map((file) => `${family}/${basename(file, ending)}`),
    );
}

/** A fix may bring on another, as that of a call brings on that of an import which nothing uses then. */
const MOST_ROUNDS = 3;

for (const file of ruleFiles) {
  // Every file in a family's folder exports one rule and nothing else.
  const { default: rule } = (await import(`../src/rules/${file}.ts`)) as { readonly default: Rule };
  describe(rule.id, () => {
    it('is called as its file and its folder are', () => {
      assert.equal(`${rule.family}/${rule.id}`, file);
    });
    const { names } = rule.examples;
    const exampleOptions = names === undefined ? {} : { names };
    for (const [index, source] of rule.examples.bad.entries()) {
      it(`finds something in bad example ${index + 1}`, () => {
        assert.notDeepEqual(findingsIn(rule, source, { preset: 'review', options: exampleOptions }), []);
      });
    }
    for (const [index, source] of rule.examples.good.entries()) {
      it(`finds nothing in good example ${index + 1}`, () => {
        assert.deepEqual(findingsIn(rule, source, { preset: 'review', options: exampleOptions }), []);
      });
    }
    const cases = casesOf(file);
    it('has a fixture with cases that it finds and cases that it leaves alone', () => {
      assert.ok(cases.some(({ expected }) => expected.length > 0));
      assert.ok(cases.some(({ expected }) => expected.length === 0));
    });
    for (const fixture of cases) {
      it(`${fixture.title} (line ${fixture.line})`, () => compare(rule, fixture));
      it(`${fixture.title} (line ${fixture.line}), fixed`, () => compareFixed(rule, fixture));
    }
    it('finds the same after all the other rules have looked at a module', () => {
      for (const { source, words, title } of cases) {
        assert.deepEqual(
          foundIn(rule, { source, words }, [...rules.filter(({ id }) => id !== rule.id), rule]),
          foundIn(rule, { source, words }),
          title,
        );
      }
    });
    it('has a fixture that shows what its fixes make', () => {
      const hasFix = cases.some((fixture) => editsOf(foundIn(rule, fixture), true).length > 0);
      assert.equal(
        cases.some(({ fixed }) => fixed !== undefined),
        hasFix,
      );
    });
  });
}

describe('the fixtures', () => {
  for (const file of fixtureFiles) {
    it(`${file}.md is a rule's`, () => assert.ok(ruleFiles.includes(file)));
  }
});

function casesOf(file: string): readonly FixtureCase[] {
  const path = join(testDirectory, 'rules', `${file}.md`);
  return existsSync(path) ? fixtureCases(readFileSync(path, 'utf8')) : [];
}

function compare(rule: Rule, fixture: FixtureCase): void {
  const { expected } = fixture;
  const actual = foundIn(rule, fixture).map(({ start, severity, message }, index) => ({
    line: start.line,
    severity,
    message: expected[index]?.message === undefined ? undefined : message,
  }));
  assert.deepEqual(actual, expected);
}

/** Applies the fixes until nothing is left to fix: they must make what the fixture shows and change nothing else. */
function compareFixed(rule: Rule, fixture: FixtureCase): void {
  const { fixed } = fixture;
  for (const isUnsafe of [false, true]) {
    let text = fixture.source;
    for (let rounds = 0; ; rounds++) {
      const edits = editsOf(foundIn(rule, { ...fixture, source: text }), isUnsafe);
      if (edits.length === 0) break;
      assert.ok(rounds < MOST_ROUNDS, `there is still something to fix in\n${text}`);
      const before = text;
      text = edited(before, edits);
      assert.equal(differenceOutside(before, text, edits), undefined);
    }
    if (fixed?.isUnsafe === isUnsafe) assert.equal(text, fixed.source);
  }
}

/** The edits of the fixes among findings, the safe ones or all, by place. */
function editsOf(findings: readonly Finding[], isUnsafe: boolean): readonly TextEdit[] {
  const edits = merged(
    ...findings.flatMap(({ fix }) =>
      fix !== undefined && 'edits' in fix && (fix.safe || isUnsafe) ? [fix.edits] : [],
    ),
  );
  assert.ok(edits, 'two fixes want the same place');
  return edits;
}

/** What a rule finds in a case, when it is asked after the rules that run. */
function foundIn(
  rule: Rule,
  { source, words }: Pick<FixtureCase, 'source' | 'words'>,
  running: readonly Rule[] = [rule],
): readonly Finding[] {
  const preset = words.find((word) => word === 'fast' || word === 'review');
  const settings = words.filter((word) => word.includes('=')).map((word) => word.split(/=(.*)/s, 2));
  const path = settings.find(([name]) => name === 'path')?.[1];
  // An option's value is written as JSON; the types of the rule's own table are the fixture's business.
  const options = Object.fromEntries(
    settings.filter(([name]) => name !== 'path').map(([name = '', value = '']) => [name, JSON.parse(value)]),
  ) as Readonly<Record<string, OptionValue>>;
  return findingsIn(rule, source, {
    preset: preset ?? (rule.severity.fast === 'off' ? 'review' : 'fast'),
    options,
    running,
    ...(path === undefined ? {} : { path }),
  });
}

interface Setting {
  readonly preset: Preset;
  readonly path?: string;
  readonly options?: Readonly<Record<string, OptionValue>>;
  readonly running?: readonly Rule[];
}

function findingsIn(
  rule: Rule,
  source: string,
  { preset, path, options = {}, running = [rule] }: Setting,
): readonly Finding[] {
  const module = moduleOf(source, path);
  assert.equal(module.tree.hasError, false, 'the module does not parse');
  return check(
    module,
    activeRules(running, preset, [{ ...noChange, options: new Map([[rule.id, options]]) }]),
  ).filter((finding) => finding.rule === rule.id);
}
