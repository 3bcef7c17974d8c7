import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import {
  type Arbitrary,
  array,
  constant,
  constantFrom,
  dictionary,
  integer,
  oneof,
  record,
  sample,
} from 'fast-check';
import { readConfig } from '../src/config/config.ts';
import { configurationSchema } from '../src/config/keys.ts';
import { UserError } from '../src/user-error.ts';
import { sampleRules } from './support/sample-rules.ts';

function isAccepted(table: unknown): boolean {
  try {
    readConfig(table, { source: '', keys: [] }, sampleRules);
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/** Mostly right, and now and then wrong. */
const often = <Value>(right: Arbitrary<Value>): Arbitrary<unknown> =>
  oneof(
    { weight: 30, arbitrary: right },
    { weight: 1, arbitrary: constantFrom<unknown>('x', 3, -1, true, [], {}, ['x']) },
  );

const selector = oneof(
  { weight: 20, arbitrary: constantFrom('all', 'exceptions', 'long-test', 'clipped-name') },
  { weight: 1, arbitrary: constant('no-rule') },
);
const glob = oneof(
  { weight: 20, arbitrary: constantFrom('tests', '**/*.py', 'a b') },
  { weight: 1, arbitrary: constantFrom('', ' ', '!tests') },
);
const layer = {
  select: often(array(selector, { maxLength: 2 })),
  'extend-select': often(array(selector, { maxLength: 2 })),
  ignore: often(array(selector, { maxLength: 2 })),
  severity: often(dictionary(selector, constantFrom('error', 'warning', 'off'), { maxKeys: 2 })),
  rules: often(
    record(
      {
        'long-test': often(record({ statements: often(integer({ min: 0 })) }, { requiredKeys: [] })),
        'clipped-name': often(
          record(
            {
              words: often(dictionary(constantFrom('dst', 'src'), often(constant('source')))),
              exempt: often(array(constant('ctx'))),
              prefix: often(constant('_')),
              parameters: often(constant(true)),
            },
            { requiredKeys: [] },
          ),
        ),
        'bare-handler': often(constant({})),
      },
      { requiredKeys: [] },
    ),
  ),
};
const globs = often(array(glob, { maxLength: 2 }));
const configuration = record(
  {
    ...layer,
    preset: often(constantFrom('fast', 'review')),
    'per-file-ignores': often(dictionary(glob, often(array(selector, { maxLength: 2 })), { maxKeys: 2 })),
    overrides: often(
      array(record({ files: globs, ...layer }, { requiredKeys: ['files'] }), { maxLength: 2 }),
    ),
    include: globs,
    'extend-include': globs,
    exclude: globs,
    'max-file-size': often(integer({ min: 0 })),
    fix: often(constantFrom(true, false)),
  },
  { requiredKeys: [] },
);

const lacksValidator =
  spawnSync('python3', ['-c', 'import jsonschema']).status !== 0 &&
  'python3 with jsonschema is not installed';

describe('the JSON schema of the configuration', () => {
  it('accepts what the configuration reads, and nothing else', { skip: lacksValidator }, () => {
    const tables = sample(configuration, 1500);
    const accepted = tables.filter(isAccepted);
    assert.ok(accepted.length > 150 && accepted.length < 1350, `${accepted.length} of 1500 are right`);
    const program = `
import json, sys, jsonschema
given = json.load(sys.stdin)
jsonschema.Draft202012Validator.check_schema(given["schema"])
validator = jsonschema.Draft202012Validator(given["schema"])
print(json.dumps([validator.is_valid(table) for table in given["tables"]]))`;
    const { stdout, stderr } = spawnSync('python3', ['-c', program], {
      input: JSON.stringify({ schema: configurationSchema(sampleRules), tables }),
      encoding: 'utf8',
    });
    assert.notEqual(stdout, '', stderr);
    const verdicts: unknown = JSON.parse(stdout);
    assert.ok(Array.isArray(verdicts));
    const differing = tables.filter((table, index) => isAccepted(table) !== verdicts[index]);
    assert.deepEqual(differing, []);
  });

  it('documents every key', () => {
    const { properties } = configurationSchema(sampleRules);
    const undocumented = Object.entries(Object(properties)).filter(
      ([, key]) => !/\w/.test(Object(key).description),
    );
    assert.deepEqual(undocumented, []);
  });
});
