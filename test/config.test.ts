import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { array, assert as hold, constantFrom, property, record } from 'fast-check';
import { activeRules, noChange, type Layer } from '../src/config/active-rules.ts';
import { commandLineLayer, defaultConfig, readConfig, type CommandLine } from '../src/config/config.ts';
import { globMatcher } from '../src/config/globs.ts';
import { MAX_FILE_SIZE } from '../src/config/keys.ts';
import { parseToml } from '../src/config/toml.ts';
import type { Preset } from '../src/rules/rule.ts';
import { complaintOf } from './support/complaint.ts';
import { sampleRules } from './support/sample-rules.ts';

const place = { source: 'config: proctor.toml', keys: [] };

const configOf = (toml: string) => readConfig(parseToml('proctor.toml', toml), place, sampleRules);

const complaint = (toml: string) => complaintOf(() => configOf(toml));

const wholeLayer = (layer: Partial<Layer>): Layer => ({ ...noChange, ...layer });

/** The rules that are on with their severities, as the layers leave them. */
function severities(preset: Preset, ...layers: readonly Partial<Layer>[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    activeRules(sampleRules, preset, layers.map(wholeLayer)).map(({ rule, severity }) => [rule.id, severity]),
  );
}

function optionsOf(preset: Preset, ...tomls: readonly string[]): Readonly<Record<string, unknown>> {
  const layers = [{ ...noChange, select: ['all'] }, ...tomls.map((toml) => configOf(toml).layer)];
  return Object.fromEntries(
    activeRules(sampleRules, preset, layers).map(({ rule, options }) => [rule.id, options]),
  );
}

describe('a configuration', () => {
  it('that says nothing is the default one', () => {
    assert.deepEqual(configOf(''), defaultConfig);
    assert.deepEqual(defaultConfig, {
      preset: undefined,
      layer: noChange,
      overrides: [],
      include: undefined,
      extendInclude: [],
      exclude: [],
      maxFileSize: MAX_FILE_SIZE,
      fix: false,
    });
  });

  it('is read key by key', () => {
    const config = configOf(`
      preset = "review"
      select = ["exceptions", "long-test"]
      extend-select = ["clipped-name"]
      ignore = ["bare-handler"]
      include = ["checks/*.py"]
      extend-include = ["helpers.py"]
      exclude = ["generated"]
      max-file-size = 500_000
      fix = true
      severity.long-test = "error"
      rules.long-test.statements = 60
      per-file-ignores."tests/old" = ["all"]
      [[overrides]]
      files = ["tests/slow"]
      ignore = ["long-test"]
    `);
    assert.deepEqual(config, {
      preset: 'review',
      layer: {
        select: ['exceptions', 'long-test'],
        extendSelect: ['clipped-name'],
        ignore: ['bare-handler'],
        severity: new Map([['long-test', 'error']]),
        options: new Map([['long-test', { statements: 60 }]]),
      },
      overrides: [
        { files: ['tests/slow'], layer: { ...noChange, ignore: ['long-test'] } },
        { files: ['tests/old'], layer: { ...noChange, ignore: ['all'] } },
      ],
      include: ['checks/*.py'],
      extendInclude: ['helpers.py'],
      exclude: ['generated'],
      maxFileSize: 500_000,
      fix: true,
    });
  });
});

describe('a mistake in a configuration is named with its file, its key and the nearest valid word', () => {
  const mistakes = {
    'an unknown key': ['selct = []', 'unknown key selct; did you mean select?'],
    'an unknown key like no other': ['watermelon = 1', 'unknown key watermelon'],
    'an underscore for a hyphen': [
      'max_file_size = 1',
      'unknown key max_file_size; did you mean max-file-size?',
    ],
    'options outside of `rules`': [
      'long-test.statements = 3',
      'unknown key long-test; its options belong in rules.long-test',
    ],
    'an unknown rule': ['select = ["long-tset"]', 'select: unknown rule long-tset; did you mean long-test?'],
    'an unknown family': [
      'ignore = ["exception"]',
      'ignore: unknown rule exception; did you mean exceptions?',
    ],
    'an unknown rule with options': [
      'rules.longtest = {}',
      'rules: unknown key longtest; did you mean long-test?',
    ],
    'an unknown option': [
      'rules.long-test.statement = 3',
      'rules.long-test: unknown key statement; did you mean statements?',
    ],
    'an option of a rule that has none': [
      'rules.bare-handler.max = 3',
      'rules.bare-handler: unknown key max',
    ],
    'an unknown preset': ['preset = "fats"', 'preset: unknown value fats; did you mean fast?'],
    'a preset like no other': ['preset = "slow"', 'preset: unknown value slow; it takes fast or review'],
    'an unknown severity': [
      'severity.long-test = "warn"',
      'severity.long-test: unknown value warn; did you mean warning?',
    ],
    'an unknown rule with a severity': [
      'severity.long-tests = "off"',
      'severity: unknown rule long-tests; did you mean long-test?',
    ],
    'a string for a list': ['select = "all"', 'select: expected a list of rules, found "all"'],
    'a number for a glob': ['exclude = [3]', 'exclude: expected a string, found 3'],
    'an empty glob': ['exclude = [" "]', 'exclude: a glob is empty'],
    'a glob that negates': ['exclude = ["!tests"]', 'exclude: !tests: a glob cannot begin with !'],
    'an empty glob for a key': ['per-file-ignores."" = []', 'per-file-ignores: a glob is empty'],
    'a fraction for a whole number': [
      'rules.long-test.statements = 2.5',
      'rules.long-test.statements: expected a whole number, found 2.5',
    ],
    'a number below zero': ['max-file-size = -1', 'max-file-size: -1 is less than 0'],
    'a string for a flag': ['fix = "yes"', 'fix: expected true or false, found "yes"'],
    'a list for a string': [
      'rules.clipped-name.prefix = ["_"]',
      'rules.clipped-name.prefix: expected a string, found a list',
    ],
    'a date for a table': [
      'rules.clipped-name.words = 2024-01-01',
      'rules.clipped-name.words: expected a table of strings, found a date',
    ],
    'a number for a word': [
      'rules.clipped-name.words.dst = 1',
      'rules.clipped-name.words.dst: expected a string, found 1',
    ],
    'a table for a list': ['overrides = {}', 'overrides: expected a list of tables, found a table'],
    'an override without files': ['[[overrides]]\nignore = []', 'overrides[0]: the key files is missing'],
    'a mistake in the second override': [
      '[[overrides]]\nfiles = ["a"]\n[[overrides]]\nfiles = ["b"]\nignore = ["bare"]',
      'overrides[1].ignore: unknown rule bare; did you mean bare-handler?',
    ],
    'a preset in an override': [
      '[[overrides]]\nfiles = ["a"]\npreset = "fast"',
      'overrides[0]: unknown key preset',
    ],
  };
  for (const [mistake, [toml = '', message]] of Object.entries(mistakes)) {
    it(mistake, () => assert.equal(complaint(toml), `config: proctor.toml: ${message}`));
  }

  it('a key that every object has', () => {
    assert.equal(complaint('constructor = 1'), 'config: proctor.toml: unknown key constructor');
    assert.equal(complaint('rules.toString = {}'), 'config: proctor.toml: rules: unknown key toString');
    assert.equal(complaint('select = ["__proto__"]'), 'config: proctor.toml: select: unknown rule __proto__');
  });
});

describe('broken TOML', () => {
  it('is named with file, line, column and reason', () => {
    assert.equal(
      complaint('preset = "fast"\nselect = ["all"\n'),
      'config: proctor.toml:3:1: broken TOML, expected comma or end of structure',
    );
  });

  it('may not have a key twice', () => {
    assert.match(complaint('fix = true\nfix = true\n'), /^config: proctor\.toml:2:\d+: broken TOML, /);
  });

  it('is not a byte order mark', () => {
    assert.equal(configOf('\uFEFFfix = true').fix, true);
  });
});

describe('the active rules', () => {
  it('are those of the preset, with its severities', () => {
    assert.deepEqual(severities('fast'), {
      'long-test': 'warning',
      'swallowed-error': 'error',
      'bare-handler': 'error',
    });
    assert.deepEqual(severities('review'), {
      'long-test': 'error',
      'swallowed-error': 'error',
      'bare-handler': 'error',
      'clipped-name': 'warning',
    });
  });

  it('are those that are selected and no others', () => {
    assert.deepEqual(severities('fast', { select: ['long-test'] }), { 'long-test': 'warning' });
    assert.deepEqual(severities('fast', { select: ['exceptions'] }), {
      'swallowed-error': 'error',
      'bare-handler': 'error',
    });
    assert.deepEqual(severities('fast', { select: [] }), {});
  });

  it('have the severity of the other preset where their own has them off', () => {
    assert.equal(severities('fast', { extendSelect: ['clipped-name'] })['clipped-name'], 'warning');
    assert.equal(severities('fast', { select: ['all'] })['clipped-name'], 'warning');
  });

  it('are not those that are ignored', () => {
    assert.deepEqual(severities('fast', { ignore: ['exceptions'] }), { 'long-test': 'warning' });
    assert.deepEqual(severities('fast', { ignore: ['all'] }), {});
  });

  it('follow what names them more exactly', () => {
    const kept = severities('fast', { ignore: ['exceptions'], extendSelect: ['bare-handler'] });
    assert.deepEqual(kept, { 'long-test': 'warning', 'bare-handler': 'error' });
    const dropped = severities('fast', { select: ['exceptions'], ignore: ['all'] });
    assert.deepEqual(Object.keys(dropped), ['swallowed-error', 'bare-handler']);
  });

  it('are ignored where they are selected and ignored by the same word', () => {
    assert.deepEqual(severities('fast', { select: ['long-test'], ignore: ['long-test'] }), {});
  });

  it('are turned on by a severity of their own', () => {
    const active = severities('fast', { severity: new Map([['clipped-name', 'error']]) });
    assert.equal(active['clipped-name'], 'error');
  });

  it('are turned off by the severity `off`, of their own or of their family', () => {
    assert.equal(severities('fast', { severity: new Map([['long-test', 'off']]) })['long-test'], undefined);
    assert.deepEqual(severities('fast', { severity: new Map([['exceptions', 'off']]) }), {
      'long-test': 'warning',
    });
  });

  it('keep to those that are on when everything becomes a warning', () => {
    assert.deepEqual(severities('fast', { severity: new Map([['all', 'warning']]) }), {
      'long-test': 'warning',
      'swallowed-error': 'warning',
      'bare-handler': 'warning',
    });
  });

  it('have the most exact severity', () => {
    const severity = new Map([
      ['bare-handler', 'error'],
      ['exceptions', 'warning'],
      ['all', 'off'],
    ] as const);
    assert.deepEqual(severities('fast', { severity }), { 'bare-handler': 'error' });
  });

  it('are changed by a later layer after an earlier one', () => {
    const active = severities('fast', { ignore: ['all'] }, { extendSelect: ['long-test'] });
    assert.deepEqual(active, { 'long-test': 'warning' });
    assert.deepEqual(severities('fast', { select: ['all'] }, { select: ['long-test'] }), {
      'long-test': 'warning',
    });
  });

  it('never hold what the last layer ignores, and nothing besides what it selects', () => {
    const selector = array(constantFrom('all', 'exceptions', 'vague-names', 'bare-handler', 'long-test'));
    const layer = record({ select: selector, extendSelect: selector, ignore: selector });
    const law = property(constantFrom<Preset>('fast', 'review'), array(layer), (preset, layers) => {
      assert.equal(severities(preset, ...layers, { ignore: ['long-test'] })['long-test'], undefined);
      const selected = Object.keys(severities(preset, ...layers, { select: ['exceptions'] }));
      assert.deepEqual(selected, ['swallowed-error', 'bare-handler']);
    });
    hold(law);
  });
});

describe('the options of a rule', () => {
  it('have the values of the preset', () => {
    assert.deepEqual(optionsOf('fast')['long-test'], { statements: 40 });
    assert.deepEqual(optionsOf('review')['long-test'], { statements: 25 });
  });

  it('have the values of the configuration in any preset', () => {
    const toml = 'rules.long-test.statements = 60';
    assert.deepEqual(optionsOf('fast', toml)['long-test'], { statements: 60 });
    assert.deepEqual(optionsOf('review', toml)['long-test'], { statements: 60 });
  });

  it('have the value of the last layer that sets it', () => {
    const layers = ['rules.long-test.statements = 60', '', 'rules.long-test.statements = 90', 'fix = true'];
    assert.deepEqual(optionsOf('fast', ...layers)['long-test'], { statements: 90 });
  });

  it('replace strings, lists and flags, and leave what is not set', () => {
    const toml = 'rules.clipped-name = { prefix = "x", exempt = ["num"], parameters = true }';
    assert.deepEqual(optionsOf('fast', toml)['clipped-name'], {
      words: { dest: 'destination', src: 'source' },
      exempt: ['num'],
      prefix: 'x',
      parameters: true,
    });
  });

  it('add to a table, and take out what has an empty string', () => {
    const toml = 'rules.clipped-name.words = { src = "", cnt = "count", dest = "target" }';
    const { words } = Object(optionsOf('fast', toml)['clipped-name']);
    assert.deepEqual(words, { dest: 'target', cnt: 'count' });
  });
});

describe('the rules that the command line names', () => {
  const nothing: CommandLine = {
    file: undefined,
    preset: undefined,
    select: undefined,
    extendSelect: [],
    ignore: [],
  };

  it('are a layer', () => {
    const layer = commandLineLayer({ ...nothing, select: ['all'], ignore: ['long-test'] }, sampleRules);
    assert.deepEqual(layer, { ...noChange, select: ['all'], ignore: ['long-test'] });
    assert.deepEqual(commandLineLayer(nothing, sampleRules), noChange);
  });

  it('are named with their flag and the nearest rule when they are unknown', () => {
    const complaints = [{ select: ['lon-test'] }, { extendSelect: ['excptions'] }, { ignore: ['al'] }].map(
      (flags) => complaintOf(() => commandLineLayer({ ...nothing, ...flags }, sampleRules)),
    );
    assert.deepEqual(complaints, [
      '--select: unknown rule lon-test; did you mean long-test?',
      '--extend-select: unknown rule excptions; did you mean exceptions?',
      '--ignore: unknown rule al; did you mean all?',
    ]);
  });
});

describe('a glob', () => {
  const paths = [
    'test_a.py',
    'generated/test_b.py',
    'tests/generated/test_c.py',
    'tests/test_d.py',
    'tests/.hidden/test_e.py',
    'tests/a/b/test_f.py',
    'generated.py',
    '[x]/test_g.py',
  ];
  const matched = (...globs: readonly string[]) => paths.filter(globMatcher(globs));

  it('without a slash means files and folders of that name anywhere', () => {
    assert.deepEqual(matched('generated'), ['generated/test_b.py', 'tests/generated/test_c.py']);
    assert.deepEqual(matched('test_[bd].py'), ['generated/test_b.py', 'tests/test_d.py']);
  });

  it('with a slash is relative to the folder of the configuration', () => {
    assert.deepEqual(matched('tests/generated'), ['tests/generated/test_c.py']);
    assert.deepEqual(matched('./generated'), ['generated/test_b.py']);
    assert.deepEqual(matched('/generated'), ['generated/test_b.py']);
  });

  it('means everything in a folder, with a slash behind it or without', () => {
    const inTests = paths.filter((path) => path.startsWith('tests/'));
    for (const glob of ['tests', 'tests/', './tests', 'tests/**', 'tests/**/*.py']) {
      assert.deepEqual(matched(glob), inTests, glob);
    }
  });

  it('that is a star keeps to one part of a path', () => {
    assert.deepEqual(matched('tests/*.py'), ['tests/test_d.py']);
    assert.deepEqual(matched('tests/*/test_*.py'), ['tests/generated/test_c.py', 'tests/.hidden/test_e.py']);
  });

  it('may have alternatives', () => {
    const expected = ['tests/test_d.py', 'tests/a/b/test_f.py'];
    assert.deepEqual(matched('tests/{a,test_d.py}'), expected);
  });

  it('may mean everything', () => {
    for (const glob of ['**', '**/*', '.', './', '*']) assert.deepEqual(matched(glob), paths, glob);
  });

  it('is one of several', () => {
    assert.deepEqual(matched('generated.py', 'test_a.py'), ['test_a.py', 'generated.py']);
    assert.deepEqual(matched(), []);
  });
});
