import { fnmatch } from '../python/fnmatch.ts';
import type { TestConventions } from '../python/conventions.ts';
import { globMatcher, type PathMatcher } from './globs.ts';
import { iniSection } from './ini.ts';
import { isTable, mayHaveTool, toolTable, type Table } from './toml.ts';

/** What pytest collects: the patterns of its `python_files`, and the names of functions and classes. */
export interface PytestSettings {
  /** Undefined where the repository does not set it. */
  readonly files: readonly string[] | undefined;
  /** Whether pytest looks into a file, by its path below the folder of the settings, when it is given no arguments. */
  readonly isBelowTestPaths: PathMatcher;
  readonly conventions: TestConventions;
}

/** Where nothing is configured (pytest reference, configuration options). */
export const pytestDefaults: PytestSettings = {
  files: undefined,
  isBelowTestPaths: () => true,
  conventions: { functions: ['test'], classes: ['Test'] },
};

/** The files that may configure pytest, in the order in which it looks for them in a folder. */
export const pytestFiles = [
  'pytest.toml',
  '.pytest.toml',
  'pytest.ini',
  '.pytest.ini',
  'pyproject.toml',
  'tox.ini',
  'setup.cfg',
] as const;

export type PytestFile = (typeof pytestFiles)[number];

/**
 * What one of `pytestFiles` says, or undefined where it does not configure pytest, so that the search goes on (pytest
 * reference, "Initialization: determining rootdir and configfile"). `parse` reads TOML.
 */
export function pytestSettingsIn(
  name: PytestFile,
  text: string,
  parse: () => Table,
): PytestSettings | undefined {
  const options = optionsIn(name, text, parse);
  if (options === undefined) return undefined;
  const { functions, classes } = pytestDefaults.conventions;
  return {
    files: wordsOf(options['python_files']),
    isBelowTestPaths: belowTestPaths(wordsOf(options['testpaths']) ?? []),
    conventions: {
      functions: wordsOf(options['python_functions']) ?? functions,
      classes: wordsOf(options['python_classes']) ?? classes,
    },
  };
}

/** Without `testpaths`, and where they lead elsewhere, pytest looks everywhere as far as can be told. */
function belowTestPaths(testPaths: readonly string[]): PathMatcher {
  if (testPaths.length === 0 || testPaths.some((path) => /^\/|(?:^|\/)\.\.(?:\/|$)/.test(path)))
    return pytestDefaults.isBelowTestPaths;
  return globMatcher(testPaths.map((path) => (path.startsWith('./') ? path : `./${path}`)));
}

function optionsIn(name: PytestFile, text: string, parse: () => Table): Table | undefined {
  switch (name) {
    case 'pytest.toml':
    case '.pytest.toml':
      // These configure pytest even when they are empty.
      return tableOr(parse()['pytest'], {});
    case 'pytest.ini':
    case '.pytest.ini':
      return optionsOfIni(text, 'pytest') ?? {};
    case 'pyproject.toml':
      return mayHaveTool(text, 'pytest') ? optionsOfPyproject(parse()) : undefined;
    case 'tox.ini':
      return optionsOfIni(text, 'pytest');
    case 'setup.cfg':
      return optionsOfIni(text, 'tool:pytest');
    default:
      return name satisfies never;
  }
}

/** `[tool.pytest]` since pytest 9, or else `[tool.pytest.ini_options]`; the first counts when it says anything itself. */
function optionsOfPyproject(pyproject: Table): Table | undefined {
  const pytest = toolTable(pyproject, 'pytest');
  if (!isTable(pytest)) return undefined;
  if (Object.keys(pytest).some((key) => key !== 'ini_options')) return pytest;
  return tableOr(pytest['ini_options'], undefined);
}

function optionsOfIni(text: string, section: string): Table | undefined {
  const options = iniSection(text, section);
  return options === undefined ? undefined : Object.fromEntries(options);
}

function tableOr<Otherwise>(value: unknown, otherwise: Otherwise): Table | Otherwise {
  return isTable(value) ? value : otherwise;
}

/** A list, or one string that is split as a shell would (pytest's option type `args`). */
function wordsOf(value: unknown): readonly string[] | undefined {
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string');
  return typeof value === 'string' ? shellWords(value) : undefined;
}

/** Splits at white space outside quotes, without the quotes and backslashes, as `shlex.split` does. */
export function shellWords(text: string): readonly string[] {
  return Array.from(text.matchAll(/(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+/gs), ([word]) =>
    word.replace(
      /"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)/gs,
      (_, double?: string, single?: string, escaped?: string) =>
        double === undefined ? (single ?? escaped ?? '') : double.replace(/\\(["\\])/g, '$1'),
    ),
  );
}

/** Where `python_files` is not set; Django's runner and many projects of unittest have a `tests.py`. */
const defaultFiles = ['test_*.py', '*_test.py', 'tests.py'];

/**
 * Whether a Python file is a test module, or the conftest.py that pytest loads beside them. A configured `python_files`
 * is written for what lies below `testpaths`; elsewhere a file has to look like a test by its name as well.
 */
export function isPytestModule(path: string, { files, isBelowTestPaths }: PytestSettings): boolean {
  if (isTemplate(path)) return false;
  if (path === 'conftest.py' || path.endsWith('/conftest.py')) return true;
  const isNamedSo = () => matchesPythonFiles(path, defaultFiles);
  if (files === undefined) return isNamedSo();
  return matchesPythonFiles(path, files) && (isBelowTestPaths(path) || isNamedSo());
}

/** A file of a project's template (cookiecutter, copier): Python only when the names in braces are filled in. */
const isTemplate = (path: string) => path.includes('{{');

/**
 * Whether a pattern means the file: one with a `/` speaks of the end of the path, any other of the file's name (pytest
 * reference, `python_files`).
 */
function matchesPythonFiles(path: string, patterns: readonly string[]): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return patterns.some((pattern) =>
    pattern.includes('/') ? fnmatch(`/${path}`, `*/${pattern}`) : fnmatch(name, pattern),
  );
}
