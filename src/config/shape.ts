import { suggestion } from '../nearest.ts';
import type { NonEmpty } from '../rules/rule.ts';
import { UserError } from '../user-error.ts';
import { isTable } from './toml.ts';

/** What a value of the configuration must look like: how it is read, and how a JSON schema says so. */
export interface Shape<Value> {
  /** In words, for a message: `a list of strings`. */
  readonly name: string;
  /** Throws a UserError that names the place. */
  readonly read: (value: unknown, place: Place) => Value;
  readonly schema: Schema;
}

export type Schema = Readonly<Record<string, unknown>>;

/** Where a value stands: the file or flag as messages begin, and the keys down to it. */
export interface Place {
  readonly source: string;
  readonly keys: readonly string[];
}

/** A documented key of a table. */
export interface Field<Value> {
  readonly shape: Shape<Value>;
  readonly description: string;
  readonly default?: unknown;
  readonly isRequired?: true;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;

/** The values of a table by their keys; undefined where the table has no such key and need not. */
export type ValuesOf<Table extends Fields> = {
  readonly [Key in keyof Table]:
    | (Table[Key] extends Field<infer Value> ? Value : never)
    | (Table[Key] extends { readonly isRequired: true } ? never : undefined);
};

export function fail(place: Place, problem: string): never {
  throw new UserError([place.source, place.keys.join('.'), problem].filter((part) => part !== '').join(': '));
}

export const text: Shape<string> = {
  name: 'a string',
  read: (value, place) => (typeof value === 'string' ? value : failAs(text, value, place)),
  schema: { type: 'string' },
};

export const flag: Shape<boolean> = {
  name: 'true or false',
  read: (value, place) => (typeof value === 'boolean' ? value : failAs(flag, value, place)),
  schema: { type: 'boolean' },
};

/** A whole number of at least zero. */
export const integer: Shape<number> = {
  name: 'a whole number',
  read: (value, place) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return failAs(integer, value, place);
    return value < 0 ? fail(place, `${value} is less than 0`) : value;
  },
  schema: { type: 'integer', minimum: 0 },
};

/** One of a few words. */
export function choice<const Value extends string>(values: NonEmpty<Value>): Shape<Value> {
  const shape: Shape<Value> = {
    name: values.join(' or '),
    read: (value, place) => {
      if (typeof value !== 'string') return failAs(shape, value, place);
      const chosen = values.find((known) => known === value);
      if (chosen !== undefined) return chosen;
      return fail(place, `unknown value ${value}${suggestion(value, values) || `; it takes ${shape.name}`}`);
    },
    schema: { enum: values },
  };
  return shape;
}

/** One of many words, of a kind that messages name. */
export function known(kind: string, words: ReadonlySet<string>): Shape<string> {
  const shape: Shape<string> = {
    name: `a ${kind}`,
    read: (value, place) => {
      const word = text.read(value, place);
      return words.has(word) ? word : fail(place, `unknown ${kind} ${word}${suggestion(word, words)}`);
    },
    schema: { enum: [...words] },
  };
  return shape;
}

export function list<Item>(item: Shape<Item>, items: string): Shape<readonly Item[]> {
  const shape: Shape<readonly Item[]> = {
    name: `a list of ${items}`,
    read: (values, place) =>
      Array.isArray(values)
        ? values.map((value: unknown, index) => item.read(value, isTable(value) ? nth(place, index) : place))
        : failAs(shape, values, place),
    schema: { type: 'array', items: item.schema },
  };
  return shape;
}

/** A table of a list, counted from zero as TOML's and JSON's own tools do. */
function nth({ source, keys }: Place, index: number): Place {
  return { source, keys: [...keys.slice(0, -1), `${keys.at(-1) ?? ''}[${index}]`] };
}

/** A table whose keys are all of one shape, and whose values are. */
export function record<Value>(
  key: Shape<string>,
  value: Shape<Value>,
  name: string,
): Shape<ReadonlyMap<string, Value>> {
  const shape: Shape<ReadonlyMap<string, Value>> = {
    name,
    read: (table, place) => {
      if (!isTable(table)) return failAs(shape, table, place);
      return new Map(
        Object.entries(table).map(([name, one]) => [
          key.read(name, place),
          value.read(one, below(place, name)),
        ]),
      );
    },
    schema: { type: 'object', propertyNames: key.schema, additionalProperties: value.schema },
  };
  return shape;
}

/** A table with these keys and no others. */
export function object<const Table extends Fields>(fields: Table, name: string): Shape<ValuesOf<Table>> {
  const required = Object.keys(fields).filter((key) => fields[key]?.isRequired === true);
  const shape: Shape<ValuesOf<Table>> = {
    name,
    read: (table, place) => {
      if (!isTable(table)) return failAs(shape, table, place);
      const unknown = Object.keys(table).find((key) => !Object.hasOwn(fields, key));
      if (unknown !== undefined)
        fail(place, `unknown key ${unknown}${suggestion(unknown, Object.keys(fields))}`);
      const absent = required.find((key) => !Object.hasOwn(table, key));
      if (absent !== undefined) fail(place, `the key ${absent} is missing`);
      const values = Object.entries(fields).map(([key, field]) => [
        key,
        Object.hasOwn(table, key) ? field.shape.read(table[key], below(place, key)) : undefined,
      ]);
      // Each key holds what the shape of its own field has read, and those that are required are there.
      return Object.fromEntries(values) as ValuesOf<Table>;
    },
    schema: {
      type: 'object',
      properties: Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, schemaOf(field)])),
      ...(required.length === 0 ? {} : { required }),
      additionalProperties: false,
    },
  };
  return shape;
}

function schemaOf({ shape, description, default: initial }: Field<unknown>): Schema {
  return { description, ...shape.schema, ...(initial === undefined ? {} : { default: initial }) };
}

function below({ source, keys }: Place, key: string): Place {
  return { source, keys: [...keys, key] };
}

function failAs({ name }: Shape<unknown>, value: unknown, place: Place): never {
  return fail(place, `expected ${name}, found ${described(value)}`);
}

function described(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return 'a list';
  return value instanceof Date ? 'a date' : 'a table';
}
