import type { OptionTable, OptionValue } from '../rules/options.ts';
import { families, type NonEmpty, type Rule, type Severity } from '../rules/rule.ts';
import * as shape from './shape.ts';
import { vocabulary } from './vocabulary.ts';
import type { Field, Fields, Schema, Shape } from './shape.ts';

// The longest test modules that people write have over a megabyte; what is longer than this is generated, and would cost
// a hook a second and more.
export const MAX_FILE_SIZE = 4_000_000;

const severities: NonEmpty<Severity | 'off'> = ['error', 'warning', 'off'];

/** The keys of the configuration, in the order in which its documentation shows them. */
export function configurationKeys(rules: readonly Rule[]) {
  const layer = layerKeys(rules);
  const override = {
    files: { shape: globs, description: 'Globs of the files that the table is for.', isRequired: true },
    ...layer,
  } satisfies Fields;
  return {
    preset: {
      shape: shape.choice(['fast', 'review']),
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

/** The keys that a configuration and each of its overrides have. */
export function layerKeys(rules: readonly Rule[]) {
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
    names: {
      shape: vocabulary,
      description:
        "The project's own vocabulary: new names by the old ones, which [replaced-name](rules/replaced-name.md) looks for.",
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
  schema: { type: 'string', pattern: '^(?!!).*\\S' },
};

const globs = shape.list(glob, 'globs');

function selectorOf(rules: readonly Rule[]): Shape<string> {
  return { ...shape.known('rule', new Set(selectorWords(rules))), schema: { $ref: '#/$defs/selector' } };
}

function selectorWords(rules: readonly Rule[]): readonly string[] {
  return ['all', ...families.map(({ name }) => name), ...rules.map(({ id }) => id)];
}

/** The JSON schema of a proctor.toml, and of the table `tool.proctor`. */
export function configurationSchema(rules: readonly Rule[]): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'The configuration of proctor',
    ...shape.object(configurationKeys(rules), 'a table').schema,
    $defs: { selector: { enum: selectorWords(rules) } },
  };
}

/** A list of rules. */
export function selectors(rules: readonly Rule[]): Shape<readonly string[]> {
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
    Object.entries(options).flatMap(([name, { kind, description, default: initial }]) =>
      kind === 'vocabulary' ? [] : [[name, { shape: shapes[kind], description, default: initial }]],
    ),
  );
}

const textTable = shape.record(shape.text, shape.text, 'a table of strings');

const tableOfTexts: Shape<Readonly<Record<string, string>>> = {
  ...textTable,
  read: (value, place) => Object.fromEntries(textTable.read(value, place)),
};
