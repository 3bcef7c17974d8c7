import type { Preset, Rule } from '../rules/rule.ts';
import type { Vocabulary } from '../names/vocabulary.ts';
import { type Layer, noChange, type RuleOptions } from './active-rules.ts';
import { configurationKeys, type layerKeys, MAX_FILE_SIZE, selectors } from './keys.ts';
import * as shape from './shape.ts';
import type { Place } from './shape.ts';
import { isTable } from './toml.ts';

/** What one configuration file says, checked. */
export interface Config {
  readonly preset: Preset | undefined;
  readonly layer: Layer;
  /** In the order in which they apply; the last one wins. */
  readonly overrides: readonly Override[];
  /** Globs; undefined where pytest's own conventions decide. */
  readonly include: readonly string[] | undefined;
  readonly extendInclude: readonly string[];
  readonly exclude: readonly string[];
  /** In bytes. */
  readonly maxFileSize: number;
  readonly fix: boolean;
}

/** A layer for the files that one of its globs matches. */
interface Override {
  readonly files: readonly string[];
  readonly layer: Layer;
}

/** What the command line says about rules; it wins over every configuration. */
export interface CommandLine {
  /** A configuration file for all files. */
  readonly file: string | undefined;
  readonly preset: Preset | undefined;
  readonly select: readonly string[] | undefined;
  readonly extendSelect: readonly string[];
  readonly ignore: readonly string[];
}

/** Reads the table of a configuration. Throws a UserError that names the place of the first thing that is wrong. */
export function readConfig(table: unknown, place: Place, rules: readonly Rule[]): Config {
  const misplaced = rules.find(({ id }) => isTable(table) && Object.hasOwn(table, id));
  if (misplaced !== undefined) {
    shape.fail(place, `unknown key ${misplaced.id}; its options belong in rules.${misplaced.id}`);
  }
  const values = shape.object(configurationKeys(rules), 'a table').read(table, place);
  const overrides = (values.overrides ?? []).map((override) => ({
    files: override.files,
    layer: layerOf(override, rules),
  }));
  const ignores = Array.from(values['per-file-ignores'] ?? [], ([pattern, ignore]) => ({
    files: [pattern],
    layer: { ...noChange, ignore },
  }));
  return {
    preset: values.preset,
    layer: layerOf(values, rules),
    overrides: [...overrides, ...ignores],
    include: values.include,
    extendInclude: values['extend-include'] ?? [],
    exclude: values.exclude ?? [],
    maxFileSize: values['max-file-size'] ?? MAX_FILE_SIZE,
    fix: values.fix ?? false,
  };
}

type LayerValues = shape.ValuesOf<ReturnType<typeof layerKeys>>;

function layerOf(values: LayerValues, rules: readonly Rule[]): Layer {
  return {
    select: values.select,
    extendSelect: values['extend-select'] ?? [],
    ignore: values.ignore ?? [],
    severity: values.severity ?? new Map(),
    options: new Map([
      ...Object.entries(values.rules ?? {}).flatMap(([rule, options]): readonly [string, RuleOptions][] =>
        options === undefined ? [] : [[rule, options]],
      ),
      ...(values.names === undefined ? [] : vocabularyOptions(values.names, rules)),
    ]),
  };
}

/** What the rules that look names up in the project's vocabulary get it as. */
function vocabularyOptions(names: Vocabulary, rules: readonly Rule[]): readonly [string, RuleOptions][] {
  return rules.flatMap(({ id, options }) => {
    const own = Object.keys(options).filter((name) => options[name]?.kind === 'vocabulary');
    return own.length === 0 ? [] : [[id, Object.fromEntries(own.map((name) => [name, names]))]];
  });
}

/** Where nothing is configured. */
export const defaultConfig: Config = readConfig({}, { source: '', keys: [] }, []);

/** Checks the selectors of a command line, and makes a layer of them. Throws a UserError that names the flag. */
export function commandLineLayer(
  { select, extendSelect, ignore }: CommandLine,
  rules: readonly Rule[],
): Layer {
  const checked = (flag: string, given: readonly string[]) =>
    selectors(rules).read(given, { source: '', keys: [flag] });
  return {
    ...noChange,
    select: select === undefined ? undefined : checked('--select', select),
    extendSelect: checked('--extend-select', extendSelect),
    ignore: checked('--ignore', ignore),
  };
}
