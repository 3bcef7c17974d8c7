import type { TestConventions } from '../python/conventions.ts';
import type { ActiveRule, Rule } from '../rules/rule.ts';
import { UserError } from '../user-error.ts';
import { activeRules, type Layer } from './active-rules.ts';
import { commandLineLayer, defaultConfig, readConfig, type CommandLine, type Config } from './config.ts';
import { globMatcher } from './globs.ts';
import {
  isPytestModule,
  pytestDefaults,
  pytestFiles,
  pytestSettingsIn,
  type PytestSettings,
} from './pytest.ts';
import { mayHaveTool, parseToml, toolTable, type Table } from './toml.ts';

/**
 * What holds for each file. Paths are relative to the top level, with `/` between their parts. Throws a UserError when
 * the configuration of a file is broken.
 */
export interface Settings {
  readonly isTestModule: (path: string) => boolean;
  readonly for: (path: string) => FileSettings;
}

export interface FileSettings {
  readonly rules: readonly ActiveRule[];
  readonly conventions: TestConventions;
  /** In bytes. */
  readonly maxFileSize: number;
  readonly fix: boolean;
}

/** The text of a file by its path, relative to the top level, or undefined where there is none. */
export type ReadText = (path: string) => string | undefined;

/**
 * Finds the settings of each file: those of the nearest proctor.toml, or pyproject.toml with a `[tool.proctor]`, in its
 * folder and those above it up to the top level, and those of the nearest file that configures pytest. A file is read
 * once, when a path first asks for it. The globs of a configuration are relative to its folder, those of
 * `commandLine.file` to the top level. Throws a UserError for a command line that names unknown rules or no file.
 */
export function loadSettings(rules: readonly Rule[], read: ReadText, commandLine: CommandLine): Settings {
  const files = configurationFiles(read);
  const given = commandLine.file === undefined ? undefined : configNamed(commandLine.file, files, rules);
  const lastLayer = commandLineLayer(commandLine, rules);
  const place = (config: Config, folder: string) => {
    const preset = commandLine.preset ?? config.preset ?? 'fast';
    return placed(config, folder, (layers) =>
      activeRules(rules, preset, [config.layer, ...layers, lastLayer]),
    );
  };
  const everywhere = place(given ?? defaultConfig, '');
  const nearestConfig = inherited((folder) => {
    const config = configIn(folder, files, rules);
    return config === undefined ? undefined : place(config, folder);
  });
  const nearestPytest = inherited((folder) => pytestIn(folder, files));
  const configFor = (path: string) =>
    (given === undefined ? nearestConfig(folderOf(path)) : undefined) ?? everywhere;
  const pytestFor = (path: string) => nearestPytest(folderOf(path)) ?? pytestDefaults;
  return {
    isTestModule: (path) => path.endsWith('.py') && configFor(path).isTestModule(path, pytestFor(path)),
    for: (path) => configFor(path).settingsFor(path, pytestFor(path).conventions),
  };
}

/** A configuration at work: its globs are relative to its folder. */
interface PlacedConfig {
  readonly isTestModule: (path: string, pytest: PytestSettings) => boolean;
  readonly settingsFor: (path: string, conventions: TestConventions) => FileSettings;
}

function placed(
  config: Config,
  folder: string,
  rulesOf: (layers: readonly Layer[]) => readonly ActiveRule[],
): PlacedConfig {
  const { maxFileSize, fix } = config;
  const includes = config.include === undefined ? undefined : globMatcher(config.include);
  const includesToo = globMatcher(config.extendInclude);
  const excludes = globMatcher(config.exclude);
  const overrides = config.overrides.map(({ files, layer }) => ({ matches: globMatcher(files), layer }));
  // Files that the same overrides are for have the same rules.
  const known = new Map<string, readonly ActiveRule[]>();
  const rulesFor = (path: string) => {
    const matching = overrides.filter(({ matches }) => matches(path));
    const key = matching.map((override) => overrides.indexOf(override)).join();
    const rules = known.get(key) ?? rulesOf(matching.map(({ layer }) => layer));
    known.set(key, rules);
    return rules;
  };
  return {
    isTestModule: (path, pytest) => {
      const below = pathBelow(folder, path);
      if (excludes(below)) return false;
      return includesToo(below) || (includes === undefined ? isPytestModule(path, pytest) : includes(below));
    },
    settingsFor: (path, conventions) => ({
      rules: rulesFor(pathBelow(folder, path)),
      conventions,
      maxFileSize,
      fix,
    }),
  };
}

/** The texts of the files that were asked for, and what TOML is in them. */
interface ConfigurationFiles {
  readonly text: ReadText;
  /** Throws a UserError where the file is broken. */
  readonly toml: (path: string) => Table;
}

function configurationFiles(read: ReadText): ConfigurationFiles {
  const text = memoized(read);
  return { text, toml: memoized((path) => parseToml(path, text(path) ?? '')) };
}

function configIn(
  folder: string,
  { text, toml }: ConfigurationFiles,
  rules: readonly Rule[],
): Config | undefined {
  const own = join(folder, 'proctor.toml');
  if (text(own) !== undefined) return readConfig(toml(own), configPlace(own), rules);
  const pyproject = join(folder, 'pyproject.toml');
  if (!mayHaveTool(text(pyproject) ?? '', 'proctor')) return undefined;
  const table = toolTable(toml(pyproject), 'proctor');
  return table === undefined ? undefined : readConfig(table, configPlace(pyproject), rules);
}

/** The configuration of `--config`: a pyproject.toml with our table, or a file that is the table. */
function configNamed(path: string, { text, toml }: ConfigurationFiles, rules: readonly Rule[]): Config {
  if (text(path) === undefined) throw new UserError(`--config: there is no file ${path}`);
  if (!/(?:^|\/)pyproject\.toml$/.test(path)) return readConfig(toml(path), configPlace(path), rules);
  const table = toolTable(toml(path), 'proctor');
  if (table === undefined) throw new UserError(`--config: ${path} has no table [tool.proctor]`);
  return readConfig(table, configPlace(path), rules);
}

const configPlace = (path: string) => ({ source: `config: ${path}`, keys: [] });

function pytestIn(folder: string, { text, toml }: ConfigurationFiles): PytestSettings | undefined {
  for (const name of pytestFiles) {
    const path = join(folder, name);
    const content = text(path);
    const parsed = () => (folder === '' ? toml(path) : tomlOrNothing(toml, path));
    const settings = content === undefined ? undefined : pytestSettingsIn(name, content, parsed);
    if (settings === undefined) continue;
    return { ...settings, isBelowTestPaths: (below) => settings.isBelowTestPaths(pathBelow(folder, below)) };
  }
  return undefined;
}

/**
 * What pytest's options are read from below the top level, where a broken file is as a rule the template of a project's
 * configuration: pytest never reads it, and so it says nothing.
 */
function tomlOrNothing(toml: ConfigurationFiles['toml'], path: string): Table {
  try {
    return toml(path);
  } catch (error) {
    if (error instanceof UserError) return {};
    throw error;
  }
}

/** What a folder has itself, or else the nearest folder above it. */
function inherited<Value>(own: (folder: string) => Value | undefined): (folder: string) => Value | undefined {
  const find: (folder: string) => Value | undefined = memoized(
    (folder) => own(folder) ?? (folder === '' || folder === '/' ? undefined : find(folderOf(folder))),
  );
  return find;
}

function memoized<Value>(make: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (key) => {
    const made = known.get(key) ?? { value: make(key) };
    known.set(key, made);
    return made.value;
  };
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === 0 ? '/' : path.slice(0, Math.max(slash, 0));
}

function join(folder: string, name: string): string {
  return folder === '' || folder === '/' ? `${folder}${name}` : `${folder}/${name}`;
}

function pathBelow(folder: string, path: string): string {
  return folder === '' ? path : path.slice(join(folder, '').length);
}
