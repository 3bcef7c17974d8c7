import type { Options, OptionTable, OptionValue } from '../rules/options.ts';
import {
  families,
  type ActiveRule,
  type NonEmpty,
  type Preset,
  type Rule,
  type Severity,
} from '../rules/rule.ts';
import * as shape from './shape.ts';
import type { Field, Fields, Place, Shape } from './shape.ts';

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

/** Changes to the active rules. A selector is the id of a rule, a family or `all`. */
export interface Layer {
  /** These rules and no others, where it is set. */
  readonly select: readonly string[] | undefined;
  readonly extendSelect: readonly string[];
  readonly ignore: readonly string[];
  readonly severity: ReadonlyMap<string, Severity | 'off'>;
  /** By the id of a rule. */
  readonly options: ReadonlyMap<string, RuleOptions>;
}

type RuleOptions = Readonly<Record<string, OptionValue | undefined>>;

/** A layer for the files that one of its globs matches. */
export interface Override {
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

// The longest test modules written by hand have some 300 KB; what is longer is generated, and costs a hook a quarter of
// a second for each megabyte.
const MAX_FILE_SIZE = 1_000_000;

const presets: NonEmpty<Preset> = ['fast', 'review'];
const severities: NonEmpty<Severity | 'off'> = ['error', 'warning', 'off'];

/** The keys of the configuration, in the order in which its documentation shows them. */
export function configurationKeys(rules: readonly Rule[]) {
  const layer = layerKeys(rules);
  const override = {
    files: { shape: globs, description: 'Globs of the files that the table is for.' },
    ...layer,
  } satisfies Fields;
  return {
    preset: {
      shape: shape.choice(presets),
      description:
        'The rules to start from: `fast` for a hook, `review` for the whole review with the stricter thresholds.',
      default: 'fast',
    },
    ...layer,
    'per-file-ignores': {
      shape: shape.record(glob, selectors(rules), 'a table from globs to lists of rules'),
      description: 'Rules that are left out in the files that a glob matches.',
    },
    overrides: {
      shape: shape.list(shape.object(override, 'a table'), 'tables'),
      description:
        'Tables with a list of globs, `files`, and what is different for these files; the last one wins.',
    },
    include: {
      shape: globs,
      description: "Globs of the files that are test modules, instead of pytest's own conventions.",
    },
    'extend-include': {
      shape: globs,
      description: 'Globs of more files that are test modules.',
      default: [],
    },
    exclude: { shape: globs, description: 'Globs of files that are never checked.', default: [] },
    'max-file-size': {
      shape: shape.integer,
      description: 'The size in bytes over which a file is not checked, which makes the exit code 2.',
      default: MAX_FILE_SIZE,
    },
    fix: { shape: shape.flag, description: 'Whether `--fix` is on without being given.', default: false },
  } satisfies Fields;
}

function layerKeys(rules: readonly Rule[]) {
  const selector = selectorOf(rules);
  const options = Object.fromEntries(
    rules.map((rule) => [
      rule.id,
      { shape: shape.object(optionFields(rule.options), 'a table of options'), description: rule.summary },
    ]),
  );
  return {
    select: {
      shape: selectors(rules),
      description: 'The rules to check, and no others: ids, families or `all`.',
    },
    'extend-select': { shape: selectors(rules), description: 'More rules to check.', default: [] },
    ignore: { shape: selectors(rules), description: 'Rules to leave out.', default: [] },
    severity: {
      shape: shape.record(selector, shape.choice(severities), 'a table from rules to severities'),
      description:
        'The severity of rules: `error` blocks, `warning` informs, `off` leaves out. Naming one rule also turns it on.',
    },
    rules: {
      shape: shape.object(options, 'a table of rules'),
      description: 'The options of each rule, by its id.',
    },
  } satisfies Fields;
}

const glob: Shape<string> = {
  name: 'a glob',
  read: (value, place) => {
    const pattern = shape.text.read(value, place);
    if (pattern.trim() === '') return shape.fail(place, 'a glob is empty');
    if (pattern.startsWith('!')) return shape.fail(place, `${pattern}: a glob cannot begin with !`);
    return pattern;
  },
  schema: { type: 'string', minLength: 1 },
};

const globs = shape.list(glob, 'globs');

function selectorOf(rules: readonly Rule[]): Shape<string> {
  const words = ['all', ...families.map(({ name }) => name), ...rules.map(({ id }) => id)];
  return shape.known('rule', new Set(words));
}

function selectors(rules: readonly Rule[]): Shape<readonly string[]> {
  return shape.list(selectorOf(rules), 'rules');
}

function optionFields(options: OptionTable): Readonly<Record<string, Field<OptionValue>>> {
  const shapes = {
    integer: shape.integer,
    text: shape.text,
    texts: shape.list(shape.text, 'strings'),
    flag: shape.flag,
    table: tableOfTexts,
  };
  return Object.fromEntries(
    Object.entries(options).map(([name, { kind, description, default: initial }]) => [
      name,
      { shape: shapes[kind], description, default: initial },
    ]),
  );
}

const tableOfTexts: Shape<Readonly<Record<string, string>>> = {
  ...shape.record(shape.text, shape.text, 'a table of strings'),
  read: (value, place) =>
    Object.fromEntries(shape.record(shape.text, shape.text, 'a table of strings').read(value, place)),
};

/** Reads the table of a configuration. Throws a UserError that names the place of the first thing that is wrong. */
export function readConfig(table: unknown, place: Place, rules: readonly Rule[]): Config {
  const values = shape.object(configurationKeys(rules), 'a table').read(table, place);
  const ignores = [...(values['per-file-ignores'] ?? [])].map(([pattern, ignore]) => ({
    files: [pattern],
    layer: { ...noChange, ignore },
  }));
  const overrides = (values.overrides ?? []).map((override, index) => {
    const { files } = override;
    if (files === undefined) shape.fail(place, `overrides: table ${index + 1} has no files`);
    return { files: files ?? [], layer: layerOf(override) };
  });
  return {
    preset: values.preset,
    layer: layerOf(values),
    overrides: [...overrides, ...ignores],
    include: values.include,
    extendInclude: values['extend-include'] ?? [],
    exclude: values.exclude ?? [],
    maxFileSize: values['max-file-size'] ?? MAX_FILE_SIZE,
    fix: values.fix ?? false,
  };
}

type LayerValues = shape.ValuesOf<ReturnType<typeof layerKeys>>;

function layerOf(values: LayerValues): Layer {
  return {
    select: values.select,
    extendSelect: values['extend-select'] ?? [],
    ignore: values.ignore ?? [],
    severity: values.severity ?? new Map(),
    options: new Map(
      Object.entries(values.rules ?? {}).flatMap(([rule, options]) =>
        options === undefined ? [] : [[rule, options]],
      ),
    ),
  };
}

const noChange: Layer = {
  select: undefined,
  extendSelect: [],
  ignore: [],
  severity: new Map(),
  options: new Map(),
};

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

/** The rules that are on after every layer has changed what the preset has, each with its severity and options. */
export function activeRules(
  rules: readonly Rule[],
  preset: Preset,
  layers: readonly Layer[],
): readonly ActiveRule[] {
  return rules.flatMap((rule) => {
    const state = layers.reduce((before, layer) => changed(before, rule, layer), presetState(rule, preset));
    return state.isOn ? [{ rule, severity: state.severity, options: optionsOf(rule, preset, layers) }] : [];
  });
}

interface RuleState {
  readonly isOn: boolean;
  /** What it has, or would have if it were on. */
  readonly severity: Severity;
}

function presetState(rule: Rule, preset: Preset): RuleState {
  const own = rule.severity[preset];
  if (own !== 'off') return { isOn: true, severity: own };
  const elsewhere = presets.map((other) => rule.severity[other]).find((severity) => severity !== 'off');
  return { isOn: false, severity: elsewhere ?? 'warning' };
}

/** The more exact a selector is, the later it counts: an ignored family can have a selected rule, and the reverse. */
function changed({ isOn, severity }: RuleState, rule: Rule, layer: Layer): RuleState {
  if (layer.select !== undefined) isOn = false;
  for (const selector of ['all', rule.family, rule.id]) {
    if (layer.select?.includes(selector) === true || layer.extendSelect.includes(selector)) isOn = true;
    const wanted = layer.severity.get(selector);
    if (wanted === 'off') isOn = false;
    else if (wanted !== undefined) {
      severity = wanted;
      if (selector === rule.id) isOn = true;
    }
    if (layer.ignore.includes(selector)) isOn = false;
  }
  return { isOn, severity };
}

function optionsOf(rule: Rule, preset: Preset, layers: readonly Layer[]): Options<OptionTable> {
  const set = layers.map((layer) => layer.options.get(rule.id) ?? {});
  return Object.fromEntries(
    Object.entries(rule.options).map(([name, option]) => {
      const initial = preset === 'review' ? option.review : option.default;
      return [name, set.reduce((before, options) => merged(before, options[name]), initial)];
    }),
  );
}

/** A table adds to the one before it, and takes out what it gives an empty string; any other value replaces. */
function merged(before: OptionValue, value: OptionValue | undefined): OptionValue {
  if (value === undefined) return before;
  if (!isTextTable(before) || !isTextTable(value)) return value;
  return Object.fromEntries(Object.entries({ ...before, ...value }).filter(([, word]) => word !== ''));
}

function isTextTable(value: OptionValue): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && !Array.isArray(value);
}
