import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, it } from 'node:test';
import { check } from '../src/check.ts';
import { activeRules } from '../src/config/active-rules.ts';
import { rules } from '../src/rules/index.ts';
import type { Preset, Rule } from '../src/rules/rule.ts';
import { fixtureCases } from './support/fixtures.ts';
import { moduleOf } from './support/parser.ts';
import { kindOf, type Plant, planted } from './support/planting.ts';

const folder = join(import.meta.dirname, 'recall');
const hosts = new Map(
  readdirSync(join(folder, 'hosts')).map((file) => [
    basename(file, '.py'),
    readFileSync(join(folder, 'hosts', file), 'utf8'),
  ]),
);

const PLANTS = 10;

for (const file of readdirSync(folder).filter((name) => name.endsWith('.md'))) {
  const id = basename(file, '.md');
  const plants = fixtureCases(readFileSync(join(folder, file), 'utf8'));
  describe(id, () => {
    const rule = rules.find((one) => one.id === id);
    it('is a rule', () => assert.ok(rule));
    it(`has ${PLANTS} plants, each with a finding`, () => {
      assert.ok(plants.length >= PLANTS, `${plants.length}`);
      for (const { title, expected } of plants) assert.notDeepEqual(expected, [], title);
    });
    for (const plant of rule === undefined ? [] : plants) {
      for (const name of hostsOf(plant)) {
        it(`${plant.title} (line ${plant.line}), in ${name}`, () => {
          assert.ok(rule);
          const host = hosts.get(name);
          assert.ok(host !== undefined, `there is no host ${name}`);
          const { source, expected } = planted(host, plant);
          const found = linesWith(rule, source, presetOf(rule, plant));
          assert.deepEqual(
            found,
            expected.map(({ line, severity }) => `${line} ${severity}`),
          );
        });
      }
    }
  });
}

/** The hosts that a plant names with `in=one,other`; all of them otherwise. */
function hostsOf({ words }: Plant): readonly string[] {
  const named = words.find((word) => word.startsWith('in='));
  return named === undefined ? [...hosts.keys()] : named.slice('in='.length).split(',');
}

/** The preset in which the rule is on, `fast` where it is in both; a plant may ask for the other. */
function presetOf({ severity }: Rule, { words }: Plant): Preset {
  return words.includes('review') || severity.fast === 'off' ? 'review' : 'fast';
}

/** The lines on which a rule speaks, each with the severity. */
function linesWith(rule: Rule, source: string, preset: Preset): readonly string[] {
  const module = moduleOf(source, 'tests/test_shop.py');
  assert.equal(module.tree.hasError, false, 'the planted module does not parse');
  return check(module, activeRules([rule], preset, [])).map(
    ({ start, severity }) => `${start.line} ${severity}`,
  );
}

describe('the hosts', () => {
  const empty = (kind: string): Plant => ({
    title: '',
    line: 1,
    words: [kind],
    source: '',
    expected: [],
  });

  for (const [name, host] of hosts) {
    it(`${name} has a place for every kind of plant, and no finding of its own`, () => {
      for (const kind of ['module', 'test', 'body']) {
        const { source } = planted(host, empty(kind));
        const module = moduleOf(source, 'tests/test_shop.py');
        assert.deepEqual(check(module, activeRules(rules, 'fast', [])), []);
      }
    });
  }

  it('have tests of more than one framework', () => {
    const frameworks = [...hosts.values()].map((host) => moduleOf(host).model.tests[0]?.framework);
    assert.deepEqual(new Set(frameworks), new Set(['pytest', 'unittest']));
  });

  it('a plant says what it is', () => {
    assert.throws(
      () => kindOf({ title: 'A plant', line: 3, words: [], source: '', expected: [] }),
      /say `py module`/,
    );
  });
});
