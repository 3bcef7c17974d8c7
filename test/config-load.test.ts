import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CommandLine } from '../src/config/config.ts';
import { loadSettings, type FileSettings, type Settings } from '../src/config/load.ts';
import { complaintOf } from './support/complaint.ts';
import { sampleRules } from './support/sample-rules.ts';

type Files = Readonly<Record<string, string>>;

const nothing: CommandLine = {
  file: undefined,
  preset: undefined,
  select: undefined,
  extendSelect: [],
  ignore: [],
};

function settingsOf(files: Files, flags: Partial<CommandLine> = {}): Settings {
  return loadSettings(sampleRules, (path) => files[path], { ...nothing, ...flags });
}

const rulesOf = ({ rules }: FileSettings) => rules.map(({ rule }) => rule.id);

/** What is on for a path. */
const active = (files: Files, path: string, flags: Partial<CommandLine> = {}) =>
  rulesOf(settingsOf(files, flags).for(path));

const testModules = (files: Files, paths: readonly string[]) =>
  paths.filter((path) => settingsOf(files).isTestModule(path));

const only = (rule: string) => `select = ["${rule}"]`;
const proctorTable = (toml: string) => `[tool.proctor]\n${toml}\n`;

describe('the settings of a file', () => {
  it('are those of the preset `fast` where nothing is configured', () => {
    const { rules, conventions, fix } = settingsOf({}).for('tests/test_cart.py');
    assert.deepEqual(
      rules.map(({ rule, severity }) => [rule.id, severity]),
      [
        ['long-test', 'warning'],
        ['swallowed-error', 'error'],
        ['bare-handler', 'error'],
      ],
    );
    assert.deepEqual(conventions, { functions: ['test'], classes: ['Test'] });
    assert.equal(fix, false);
  });

  it('come from a pyproject.toml or a proctor.toml at the top level', () => {
    const path = 'a/b/test_cart.py';
    assert.deepEqual(active({ 'pyproject.toml': proctorTable(only('long-test')) }, path), ['long-test']);
    assert.deepEqual(active({ 'proctor.toml': only('long-test') }, path), ['long-test']);
  });

  it('come from the nearest folder alone, so that the parts of a monorepo have their own', () => {
    const files = {
      'pyproject.toml': proctorTable(only('long-test')),
      'shop/pyproject.toml': proctorTable(only('clipped-name')),
      'shop/cart/proctor.toml': 'max-file-size = 10',
    };
    assert.deepEqual(active(files, 'test_all.py'), ['long-test']);
    assert.deepEqual(active(files, 'bank/test_account.py'), ['long-test']);
    assert.deepEqual(active(files, 'shop/tests/test_shop.py'), ['clipped-name']);
    assert.deepEqual(active(files, 'shop/cart/test_cart.py'), [
      'long-test',
      'swallowed-error',
      'bare-handler',
    ]);
    assert.equal(settingsOf(files).for('shop/cart/test_cart.py').maxFileSize, 10);
  });

  it('come from proctor.toml where the folder has both', () => {
    const files = { 'proctor.toml': only('long-test'), 'pyproject.toml': proctorTable(only('bare-handler')) };
    assert.deepEqual(active(files, 'test_cart.py'), ['long-test']);
  });

  it('pass over a pyproject.toml without our table', () => {
    const files = {
      'pyproject.toml': proctorTable(only('long-test')),
      'shop/pyproject.toml': '[project]\nname = "shop"\ndescription = "sold by proctor"\n[tool.ruff]\n',
    };
    assert.deepEqual(active(files, 'shop/test_shop.py'), ['long-test']);
  });

  it('are found however TOML writes the name of the table', () => {
    const spellings = [
      '[tool.proctor]\nfix = true',
      ' [ tool . "proctor" ]\nfix = true',
      '[tool]\nproctor.fix = true',
      '["tool"] # tools\nproctor = { fix = true }',
      'tool.proctor.fix = true',
      'tool = { proctor = { fix = true } }',
      "'tool'.'proctor' = { fix = true }",
      '[project]\r\nname = "shop"\r\n[tool]\r\nproctor = { fix = true }\r\n',
    ];
    for (const text of spellings) {
      assert.equal(settingsOf({ 'pyproject.toml': text }).for('test_cart.py').fix, true, text);
    }
  });

  it('are the same object for rules that are the same, so that they are worked out once', () => {
    const settings = settingsOf({ 'proctor.toml': '[per-file-ignores]\n"slow" = ["long-test"]' });
    assert.equal(settings.for('a/test_a.py').rules, settings.for('b/test_b.py').rules);
    assert.equal(settings.for('a/slow/test_a.py').rules, settings.for('b/slow/test_b.py').rules);
    assert.notEqual(settings.for('a/test_a.py').rules, settings.for('a/slow/test_a.py').rules);
  });
});

describe('what is for some files only', () => {
  const files = {
    'shop/pyproject.toml': `
      [tool.proctor]
      rules.long-test.statements = 50
      [tool.proctor.per-file-ignores]
      "test_old_*.py" = ["exceptions"]
      [[tool.proctor.overrides]]
      files = ["tests/slow", "tests/e2e"]
      rules.long-test.statements = 90
      severity.long-test = "error"
      [[tool.proctor.overrides]]
      files = ["tests/e2e"]
      rules.long-test.statements = 200
      ignore = ["long-test"]
      extend-select = ["clipped-name"]
    `,
  };

  it('is an override with its own severity and thresholds', () => {
    const [rule] = settingsOf(files).for('shop/tests/slow/test_cart.py').rules;
    assert.deepEqual([rule?.severity, rule?.options], ['error', { statements: 90 }]);
    const [elsewhere] = settingsOf(files).for('shop/tests/test_cart.py').rules;
    assert.deepEqual([elsewhere?.severity, elsewhere?.options], ['warning', { statements: 50 }]);
  });

  it('is changed again by a later override', () => {
    const expected = ['swallowed-error', 'bare-handler', 'clipped-name'];
    assert.deepEqual(active(files, 'shop/tests/e2e/test_cart.py'), expected);
  });

  it('is left out by per-file-ignores', () => {
    assert.deepEqual(active(files, 'shop/tests/test_old_cart.py'), ['long-test']);
  });

  it('is relative to the folder of the configuration', () => {
    const top = { 'pyproject.toml': files['shop/pyproject.toml'] };
    const [rule] = settingsOf(top).for('shop/tests/slow/test_cart.py').rules;
    assert.deepEqual(rule?.options, { statements: 50 });
  });
});

describe('the command line', () => {
  const files = {
    'proctor.toml': `
      preset = "fast"
      select = ["long-test"]
      rules.long-test.statements = 50
      [per-file-ignores]
      "*" = ["bare-handler"]
    `,
  };

  it('selects rules over the configuration, also over what is for some files only', () => {
    assert.deepEqual(active(files, 'test_cart.py', { select: ['bare-handler'] }), ['bare-handler']);
    const more = active(files, 'test_cart.py', { extendSelect: ['exceptions'], ignore: ['long-test'] });
    assert.deepEqual(more, ['swallowed-error', 'bare-handler']);
  });

  it('names the preset from which the configuration starts', () => {
    const [rule] = settingsOf(files, { preset: 'review' }).for('test_cart.py').rules;
    assert.deepEqual([rule?.severity, rule?.options], ['error', { statements: 50 }]);
    const everything = active({}, 'test_cart.py', { preset: 'review' });
    assert.deepEqual(everything, ['long-test', 'swallowed-error', 'bare-handler', 'clipped-name']);
  });

  it('names one configuration for all files, with globs relative to the top level', () => {
    const named = {
      ...files,
      'ci/strict.toml': '[per-file-ignores]\n"./shop" = ["exceptions"]',
    };
    const flags = { file: 'ci/strict.toml' };
    assert.deepEqual(active(named, 'test_cart.py', flags), ['long-test', 'swallowed-error', 'bare-handler']);
    assert.deepEqual(active(named, 'shop/test_cart.py', flags), ['long-test']);
  });

  it('names a pyproject.toml by its table', () => {
    const named = { 'ci/pyproject.toml': proctorTable(only('clipped-name')) };
    assert.deepEqual(active(named, 'test_cart.py', { file: 'ci/pyproject.toml' }), ['clipped-name']);
  });

  it('names no file that is not there, and no pyproject.toml without our table', () => {
    assert.equal(
      complaintOf(() => settingsOf({}, { file: 'ci.toml' })),
      '--config: there is no file ci.toml',
    );
    assert.equal(
      complaintOf(() => settingsOf({ 'pyproject.toml': '[tool.ruff]' }, { file: 'pyproject.toml' })),
      '--config: pyproject.toml has no table [tool.proctor]',
    );
  });

  it('names no unknown rule, even where no file is checked', () => {
    assert.equal(
      complaintOf(() => settingsOf({}, { ignore: ['long-tset'] })),
      '--ignore: unknown rule long-tset; did you mean long-test?',
    );
  });
});

const brokenBelow = (header: string) => ({ 'pyproject.toml': `${header}\nline-length = = 80\n` });

describe('a mistake in a configuration', () => {
  it('is named with the path of the file from the top level', () => {
    const files = { 'shop/pyproject.toml': proctorTable(only('lon-test')) };
    assert.equal(
      complaintOf(() => settingsOf(files).for('shop/tests/test_cart.py')),
      'config: shop/pyproject.toml: select: unknown rule lon-test; did you mean long-test?',
    );
  });

  it('does not matter to the files that are not below it', () => {
    const files = { 'shop/proctor.toml': 'nonsense' };
    assert.equal(settingsOf(files).isTestModule('bank/test_account.py'), true);
    assert.match(
      complaintOf(() => settingsOf(files).isTestModule('shop/test_cart.py')),
      /^config: shop\/proctor\.toml:1:\d+: broken TOML, /,
    );
  });

  it('that breaks a pyproject.toml matters only where it configures us or pytest', () => {
    assert.equal(settingsOf(brokenBelow('[tool.ruff]')).isTestModule('test_cart.py'), true);
    for (const header of ['[tool.proctor]', '[tool.pytest.ini_options]']) {
      assert.match(
        complaintOf(() => settingsOf(brokenBelow(header)).isTestModule('test_cart.py')),
        /^config: pyproject\.toml:2:\d+: broken TOML, /,
      );
    }
  });

  it('that breaks what configures pytest below the top level is none of ours: a template of a project', () => {
    const template = brokenBelow('[tool.pytest.ini_options]')['pyproject.toml'];
    const files = {
      'pytest.ini': '[pytest]\npython_files = check_*.py',
      'skeleton/pyproject.toml': template,
    };
    assert.equal(settingsOf(files).isTestModule('skeleton/tests/check_cart.py'), true);
  });

  it('may be that our table is none', () => {
    const files = { 'pyproject.toml': '[tool]\nproctor = "fast"' };
    assert.equal(
      complaintOf(() => settingsOf(files).for('test_cart.py')),
      'config: pyproject.toml: expected a table, found "fast"',
    );
  });
});

describe('a test module', () => {
  const paths = [
    'test_a.py',
    'a_test.py',
    'tests.py',
    'conftest.py',
    'src/cart.py',
    'shop/test_b.py',
    'test_a.txt',
  ];

  it('has a name that pytest collects, or is a tests.py or a conftest.py', () => {
    assert.deepEqual(
      testModules({}, [...paths, 'shop/conftest.py', 'shop/tests.py', 'mytests.py', 'test.py']),
      [
        'test_a.py',
        'a_test.py',
        'tests.py',
        'conftest.py',
        'shop/test_b.py',
        'shop/conftest.py',
        'shop/tests.py',
      ],
    );
  });

  it('is not what the configuration excludes', () => {
    const files = { 'proctor.toml': 'exclude = ["shop", "a_*.py"]' };
    assert.deepEqual(testModules(files, paths), ['test_a.py', 'tests.py', 'conftest.py']);
  });

  it('is also what `extend-include` names, but for what is excluded', () => {
    const files = { 'proctor.toml': 'extend-include = ["src"]\nexclude = ["src/cart_data.py", "test_a.py"]' };
    const found = testModules(files, [...paths, 'src/cart_data.py']);
    assert.deepEqual(found, ['a_test.py', 'tests.py', 'conftest.py', 'src/cart.py', 'shop/test_b.py']);
  });

  it('is only what `include` names, where it is set', () => {
    assert.deepEqual(testModules({ 'proctor.toml': 'include = ["shop", "*.txt"]' }, paths), [
      'shop/test_b.py',
    ]);
    assert.deepEqual(testModules({ 'proctor.toml': 'include = []' }, paths), []);
  });
});

describe('reading', () => {
  it('asks for each file once, and for none above the top level', () => {
    const asked: string[] = [];
    const read = (path: string) => {
      asked.push(path);
      return undefined;
    };
    const settings = loadSettings(sampleRules, read, nothing);
    assert.equal(asked.length, 0);
    for (const path of ['a/b/test_a.py', 'a/b/test_b.py', 'a/c/test_c.py', 'test_d.py']) {
      settings.isTestModule(path);
      settings.for(path);
    }
    assert.equal(asked.length, new Set(asked).size);
    const folders = new Set(asked.map((path) => path.slice(0, path.lastIndexOf('/') + 1)));
    assert.deepEqual(folders, new Set(['a/b/', 'a/', '', 'a/c/']));
  });

  it('asks for nothing about a file that is no Python', () => {
    const settings = loadSettings(sampleRules, () => assert.fail('it was read'), nothing);
    assert.equal(settings.isTestModule('test_cart.txt'), false);
  });

  it('goes up from an absolute path to the root', () => {
    const files = { '/shop/proctor.toml': only('long-test') };
    assert.deepEqual(active(files, '/shop/tests/test_cart.py'), ['long-test']);
    assert.deepEqual(active({ '/proctor.toml': only('long-test') }, '/shop/test_cart.py'), ['long-test']);
  });
});
