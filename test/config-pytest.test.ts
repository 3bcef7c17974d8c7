/**
 * Which files and names pytest collects, judged by Python's own fnmatch and shlex, and by pytest and iniconfig where
 * they are installed.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { array, constantFrom, sample, string } from 'fast-check';
import { iniSection } from '../src/config/ini.ts';
import { loadSettings, type Settings } from '../src/config/load.ts';
import { shellWords } from '../src/config/pytest.ts';
import { fnmatch } from '../src/python/fnmatch.ts';

type Files = Readonly<Record<string, string>>;

function settingsOf(files: Files): Settings {
  const nothing = { file: undefined, preset: undefined, select: undefined, extendSelect: [], ignore: [] };
  return loadSettings([], (path) => files[path], nothing);
}

const testModules = (files: Files, ...paths: readonly string[]) =>
  paths.filter(settingsOf(files).isTestModule);

const conventionsOf = (files: Files) => settingsOf(files).for('tests/test_cart.py').conventions;

/** What a Python program says about a value, both as JSON. */
function askPython(program: string, value: unknown): unknown {
  const { status, stdout, stderr } = spawnSync('python3', ['-c', program], {
    input: JSON.stringify(value),
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

const lacks = (module: string): string | false =>
  spawnSync('python3', ['-c', `import ${module}`]).status !== 0 && `python3 with ${module} is not installed`;

describe('fnmatch', () => {
  it('knows stars, question marks and classes', () => {
    const matching = [
      ['test_cart.py', 'test_*.py'],
      ['a/b/test.py', 'a*.py'],
      ['cart', 'c?rt'],
      ['cart', '[a-c]art'],
      ['cart', '[!d-z]art'],
      [']', '[]]'],
      ['a-', 'a[x-]'],
      ['[', '['],
      ['a\nb', 'a*b'],
      // An empty range drops out, and the `!` behind it negates what is left.
      ['-', '[]-&!ab]'],
      [']', '[]-&!ab]'],
      ['b', '[b-A!]'],
      ['a', '[b-A!-z]'],
      ['b', '[b-A!&-]'],
      ['c', '[!a-b]'],
      ['a', '[!-b]'],
      ['-', '[a-]'],
    ] as const;
    for (const [name, pattern] of matching) assert.equal(fnmatch(name, pattern), true, pattern);
  });

  it('matches the whole name, and the case', () => {
    const differing = [
      ['test_cart.pyc', 'test_*.py'],
      ['my_test_cart.py', 'test_*.py'],
      ['Test_cart.py', 'test_*.py'],
      ['cart', '[!c]art'],
      ['b', '[z-a]'],
      ['a', '[]-&!ab]'],
      ['-', '[b-A!-z]'],
      ['-', '[!-b]'],
      ['a', '[a-!]'],
      ['.', '\\.'],
    ] as const;
    for (const [name, pattern] of differing) assert.equal(fnmatch(name, pattern), false, pattern);
  });

  it("agrees with Python's", { skip: lacks('fnmatch') }, () => {
    const classes = string({ unit: constantFrom(...'abzA-]![^&~|é😀\\'), maxLength: 9 }).map(
      (members) => `[${members}]`,
    );
    const patterns = [
      ...sample(string({ unit: constantFrom(...'ab-]![*?\\^&é😀\n.'), maxLength: 9 }), 3000),
      ...sample(classes, 6000),
    ];
    const names = sample(string({ unit: constantFrom(...'ab-]![\\^é😀\n.'), maxLength: 5 }), 9000);
    const pairs = patterns.flatMap((pattern, index) =>
      ['', 'a', 'b', '-', ']', names[index] ?? ''].map((name) => [name, pattern] as const),
    );
    const program = `
import fnmatch, json, sys, warnings
warnings.simplefilter("ignore")
print(json.dumps([fnmatch.fnmatchcase(*pair) for pair in json.load(sys.stdin)]))`;
    const expected = askPython(program, pairs);
    assert.ok(Array.isArray(expected));
    const differing = pairs.filter(([name, pattern], index) => fnmatch(name, pattern) !== expected[index]);
    assert.deepEqual(differing, []);
  });
});

describe('splitting as a shell does', () => {
  it('is by white space outside quotes', () => {
    assert.deepEqual(shellWords(` test_*.py\n\t'a b.py' "c \\"d\\".py" e\\ f.py `), [
      'test_*.py',
      'a b.py',
      'c "d".py',
      'e f.py',
    ]);
  });

  it("agrees with Python's shlex wherever that does not refuse", { skip: lacks('shlex') }, () => {
    const texts = sample(string({ unit: constantFrom(...`ab*"'\\ \t\n`), maxLength: 10 }), 3000);
    const program = `
import json, shlex, sys
def words(text):
    try:
        return shlex.split(text)
    except ValueError:
        return None
print(json.dumps([words(text) for text in json.load(sys.stdin)]))`;
    const expected = askPython(program, texts);
    assert.ok(Array.isArray(expected));
    const accepted = texts.flatMap((text, index) =>
      expected[index] === null ? [] : [{ text, words: expected[index] }],
    );
    assert.ok(accepted.length > 1000);
    assert.deepEqual(
      accepted.filter(({ text, words }) => JSON.stringify(shellWords(text)) !== JSON.stringify(words)),
      [],
    );
  });
});

describe('an ini file', () => {
  it('has sections with keys, comments on lines of their own, and values that go on', () => {
    const text = [
      '# pytest',
      '[other] ; section',
      'python_files = other_*.py',
      '[pytest]  # ours',
      'addopts: -q',
      'python_files =',
      '    test_*.py',
      '; between',
      '',
      '    check_*.py',
      'markers = slow = of the kind # kept',
      '[last]',
      'python_files = last_*.py',
    ].join('\n');
    const expected = new Map([
      ['addopts', '-q'],
      ['python_files', 'test_*.py\ncheck_*.py'],
      ['markers', 'slow = of the kind # kept'],
    ]);
    assert.deepEqual(iniSection(text, 'pytest'), expected);
    assert.deepEqual(iniSection(text.replaceAll('\n', '\r\n'), 'pytest'), expected);
  });

  it('has no section that it does not name', () => {
    assert.equal(iniSection('[tool:pytest]\nx = 1', 'pytest'), undefined);
    assert.deepEqual(iniSection('[pytest]', 'pytest'), new Map());
  });

  it('agrees with iniconfig wherever that does not refuse', { skip: lacks('iniconfig') }, () => {
    const lines = [
      '[pytest]',
      '[pytest] # ours',
      '[other]',
      '[pytest',
      '',
      '   ',
      '# a = 1',
      '  ; b = 1',
      '[ pytest ]',
      'a = 1',
      'b: 2',
      'c=3 # three',
      'a b = x:y',
      'd: x = y',
      'e =',
      '  more',
      '\tmore = 4',
      '[more] x',
    ];
    const texts = sample(array(constantFrom(...lines), { maxLength: 8 }), 4000).map((chosen) =>
      ['[pytest]', ...chosen].join('\n'),
    );
    const program = `
import iniconfig, json, sys
def section(text):
    try:
        sections = iniconfig.IniConfig("x.ini", data=text).sections
    except Exception:
        return None
    return dict(sections["pytest"])
print(json.dumps([section(text) for text in json.load(sys.stdin)]))`;
    const expected = askPython(program, texts);
    assert.ok(Array.isArray(expected));
    const accepted = texts.flatMap((text, index) =>
      expected[index] === null ? [] : [{ text, section: expected[index] }],
    );
    assert.ok(accepted.length > 400);
    for (const { text, section } of accepted) {
      assert.deepEqual(Object.fromEntries(iniSection(text, 'pytest') ?? []), section, text);
    }
  });
});

/** Repositories in which pytest is configured in one way or another. */
const repositories: Readonly<Record<string, Files>> = {
  nothing: {},
  'a pytest.ini': { 'pytest.ini': '[pytest]\npython_files = check_*.py\n' },
  'a hidden pytest.ini': { '.pytest.ini': '[pytest]\npython_files = check_*.py\n' },
  'an empty pytest.ini before a tox.ini': {
    'pytest.ini': '',
    'tox.ini': '[pytest]\npython_files = check_*.py\n',
  },
  'a pyproject.toml': {
    'pyproject.toml': '[tool.pytest.ini_options]\npython_files = "check_*.py test_*.py"\n',
  },
  'a pyproject.toml with a list': {
    'pyproject.toml': '[tool.pytest.ini_options]\npython_files = ["check_*.py", "*_spec.py"]\n',
  },
  'a pyproject.toml of another tool before a tox.ini': {
    'pyproject.toml': '[tool.ruff]\nline-length = 80\n',
    'tox.ini': '[tox]\nenvlist = py311\n[pytest]\npython_files =\n  check_*.py\n  # slow\n  *_spec.py\n',
  },
  'a setup.cfg': { 'setup.cfg': '[metadata]\nname = shop\n[tool:pytest]\npython_files: *_spec.py\n' },
  'a tox.ini without our section before a setup.cfg': {
    'tox.ini': '[tox]\n',
    'setup.cfg': '[tool:pytest]\npython_files = *_spec.py\n',
  },
  'a pattern with a folder': { 'pytest.ini': '[pytest]\npython_files = shop/*.py\n' },
  'a pattern with a folder in the middle': { 'pytest.ini': '[pytest]\npython_files = s*p/check_*.py\n' },
  'a class of characters': { 'pytest.ini': '[pytest]\npython_files = [!t]*_[cs]*.py\n' },
  'a quoted pattern': { 'pytest.ini': `[pytest]\npython_files = "check_*.py" 'x y.py'\n` },
};

const modules = [
  'test_cart.py',
  'cart_test.py',
  'check_cart.py',
  'cart_spec.py',
  'cart.py',
  'x y.py',
  'shop/test_shop.py',
  'shop/check_shop.py',
  'shop/shop.py',
  'shop/cart/check_item.py',
];

// Every module has a function that pytest collects, by its name alone; a hook says which modules pytest would take.
const collector = `
import contextlib, io, json, os, sys, pytest

class Collected:
    def __init__(self):
        self.paths = []
    def pytest_pycollect_makemodule(self, module_path, parent):
        self.paths.append(os.path.relpath(module_path).replace(os.sep, "/"))

def collected(folder):
    os.chdir(folder)
    plugin = Collected()
    options = ["--collect-only", "-q", "-p", "no:cacheprovider", "--import-mode=importlib", "."]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        pytest.main(options, plugins=[plugin])
    return sorted(plugin.paths)

print(json.dumps([collected(folder) for folder in json.load(sys.stdin)]))`;

describe('the test modules', () => {
  it(
    'are those that pytest collects, and no tests.py where python_files is set',
    { skip: lacks('pytest') },
    () => {
      const home = mkdtempSync(join(tmpdir(), 'proctor-pytest-'));
      try {
        const folders = Object.values(repositories).map((files, index) => {
          const folder = join(home, String(index));
          const all = { ...files, ...Object.fromEntries(modules.map((path) => [path, ''])) };
          for (const [path, text] of Object.entries(all)) {
            mkdirSync(dirname(join(folder, path)), { recursive: true });
            writeFileSync(join(folder, path), text);
          }
          return folder;
        });
        const ours = Object.values(repositories).map((files) => {
          const settings = settingsOf(files);
          return modules.filter((path) => settings.isTestModule(path)).toSorted();
        });
        const names = Object.keys(repositories);
        const expected = askPython(collector, folders);
        assert.ok(Array.isArray(expected));
        assert.deepEqual(
          ours.map((paths, index) => [names[index], paths]),
          expected.map((paths, index) => [names[index], paths]),
        );
      } finally {
        rmSync(home, { recursive: true });
      }
    },
  );

  it('have a usual name as well outside of testpaths, where pytest does not look by itself', () => {
    const files = { 'pytest.ini': '[pytest]\npython_files = *\ntestpaths = tests ./plugins/*/checks\n' };
    const below = ['tests/cart.py', 'tests/shop/cart.py', 'plugins/tea/checks/cart.py'];
    const named = ['shop/test_cart.py', 'shop/conftest.py', 'demos/cart_test.py'];
    const outside = [
      'shop/cart.py',
      'cart.py',
      'shop/tests/cart.py',
      'plugins/tea/cart.py',
      'tests_of_shop/a.py',
    ];
    assert.deepEqual(testModules(files, ...below, ...named, ...outside), [...below, ...named]);
  });

  it('are below the testpaths of the folder that configures pytest', () => {
    const files = {
      'shop/pyproject.toml': '[tool.pytest]\ntestpaths = ["tests/"]\npython_files = ["c*.py"]',
    };
    assert.deepEqual(testModules(files, 'shop/tests/cart.py', 'tests/cart.py', 'shop/cart.py'), [
      'shop/tests/cart.py',
    ]);
  });

  it('are everywhere where testpaths leads out of the folder, names all of it, or python_files is not set', () => {
    for (const testpaths of ['.', './', '../tests', '/tests', ''])
      assert.deepEqual(
        testModules(
          { 'pytest.ini': `[pytest]\npython_files = *\ntestpaths = ${testpaths}\n` },
          'shop/cart.py',
        ),
        ['shop/cart.py'],
        testpaths,
      );
    const files = { 'pytest.ini': '[pytest]\ntestpaths = tests\n' };
    assert.deepEqual(testModules(files, 'tests/cart.py', 'shop/test_cart.py'), ['shop/test_cart.py']);
  });

  it('leave out the template of a project, with names in braces yet to be filled in', () => {
    assert.deepEqual(testModules({}, '{{cookiecutter.slug}}/tests/test_cart.py', 'tests/test_cart.py'), [
      'tests/test_cart.py',
    ]);
  });

  it('follow python_files, which leaves conftest.py and takes tests.py away', () => {
    const files = { 'tox.ini': '[pytest]\npython_files = check_*.py' };
    const found = testModules(files, 'check_a.py', 'test_a.py', 'tests.py', 'conftest.py', 'a/conftest.py');
    assert.deepEqual(found, ['check_a.py', 'conftest.py', 'a/conftest.py']);
  });

  it('follow the nearest file that configures pytest', () => {
    const files = {
      'pytest.ini': '[pytest]\npython_files = check_*.py',
      'shop/setup.cfg': '[tool:pytest]\naddopts = -q',
      'bank/pyproject.toml': '[project]\nname = "bank"',
    };
    assert.deepEqual(testModules(files, 'shop/check_a.py', 'shop/test_a.py'), ['shop/test_a.py']);
    assert.deepEqual(testModules(files, 'bank/check_a.py', 'bank/test_a.py'), ['bank/check_a.py']);
  });

  it('follow the tables that pytest reads since version 9', () => {
    for (const files of [
      { 'pyproject.toml': '[tool.pytest]\npython_files = ["check_*.py"]' },
      { 'pytest.toml': '[pytest]\npython_files = ["check_*.py"]' },
      { '.pytest.toml': '[pytest]\npython_files = ["check_*.py"]' },
    ]) {
      assert.deepEqual(testModules(files, 'check_a.py', 'test_a.py'), ['check_a.py']);
    }
    const empty = { 'pytest.toml': '', 'tox.ini': '[pytest]\npython_files = check_*.py' };
    assert.deepEqual(testModules(empty, 'check_a.py', 'test_a.py'), ['test_a.py']);
  });

  it('may be none', () => {
    assert.deepEqual(testModules({ 'pytest.ini': '[pytest]\npython_files =' }, 'test_a.py'), []);
  });
});

describe('the names of tests', () => {
  it("are pytest's own where nothing says otherwise", () => {
    const own = { functions: ['test'], classes: ['Test'] };
    assert.deepEqual(conventionsOf({}), own);
    assert.deepEqual(conventionsOf({ 'pytest.ini': '[pytest]\naddopts = -q' }), own);
  });

  it('are those of python_functions and python_classes, in whichever file', () => {
    const ini = 'python_functions = check it_*\npython_classes = *Suite\n';
    const toml = 'python_functions = ["check", "it_*"]\npython_classes = ["*Suite"]\n';
    for (const files of [
      { 'pytest.ini': `[pytest]\n${ini}` },
      { 'tests/tox.ini': `[pytest]\n${ini}` },
      { 'setup.cfg': `[tool:pytest]\n${ini}` },
      { 'pyproject.toml': `[tool.pytest.ini_options]\n${toml}` },
      { 'pyproject.toml': `[tool.pytest]\n${toml}` },
    ]) {
      assert.deepEqual(conventionsOf(files), { functions: ['check', 'it_*'], classes: ['*Suite'] });
    }
  });
});
