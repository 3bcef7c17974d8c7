/** One documented setting of a rule. `review` is its value in the review preset where that is stricter. */
export interface Option<Value> {
  readonly kind: 'integer' | 'text' | 'texts' | 'flag' | 'table' | 'vocabulary';
  readonly default: Value;
  readonly review: Value;
  readonly description: string;
}

/** The settings of a rule by their name in the configuration, in kebab case. */
export type OptionTable = Readonly<Record<string, Option<OptionValue>>>;

export type OptionValue = number | string | boolean | readonly string[] | Readonly<Record<string, string>>;

/** The values that a rule's check gets for its table of options. */
export type Options<Table extends OptionTable> = {
  readonly [Name in keyof Table]: Table[Name] extends Option<infer Value> ? Value : never;
};

interface Defaults<Value> {
  readonly default: Value;
  readonly review?: Value;
  readonly description: string;
}

/** A whole number of at least zero. */
export const integer = (defaults: Defaults<number>): Option<number> => option('integer', defaults);

/** A string. */
export const text = (defaults: Defaults<string>): Option<string> => option('text', defaults);

/** A list of strings. */
export const texts = (defaults: Defaults<readonly string[]>): Option<readonly string[]> =>
  option('texts', defaults);

/** True or false. */
export const flag = (defaults: Defaults<boolean>): Option<boolean> => option('flag', defaults);

/** A table from strings to strings. */
export const table = (
  defaults: Defaults<Readonly<Record<string, string>>>,
): Option<Readonly<Record<string, string>>> => option('table', defaults);

/** The project's own names, which the configuration has for all rules in one place, `names`. */
export const vocabulary = (): Option<Readonly<Record<string, string>>> =>
  option('vocabulary', { default: {}, description: 'the new names by the old ones' });

function option<Value>(kind: Option<Value>['kind'], defaults: Defaults<Value>): Option<Value> {
  return {
    kind,
    default: defaults.default,
    review: defaults.review ?? defaults.default,
    description: defaults.description,
  };
}
