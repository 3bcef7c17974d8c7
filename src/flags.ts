import { suggestion } from './nearest.ts';
import type { NonEmpty } from './rules/rule.ts';
import { UserError } from './user-error.ts';

/** A flag: how it is written, what it says in the help, and how what was given for it is read. */
export interface Flag<Value> {
  readonly name: string;
  readonly short?: string;
  /** What stands for its value in the help; a switch has none. */
  readonly takes?: string;
  /** Whether `--no-NAME` is the opposite. */
  readonly isNegatable?: boolean;
  readonly help: string;
  readonly valueOf: (given: readonly string[]) => Value;
}

export function toggle(name: string, help: string): Flag<boolean> {
  return { name, help, valueOf: (given) => given.length > 0 };
}

export function word(name: string, takes: string, help: string): Flag<string | undefined> {
  return { name, takes, help, valueOf: (given) => given.at(-1) };
}

/** A list by comma; given again, it goes on. */
export function words(name: string, takes: string, help: string): Flag<readonly string[] | undefined> {
  const valueOf = (given: readonly string[]) => {
    if (given.length === 0) return undefined;
    const items = given.flatMap((list) => list.split(',').flatMap((item) => item.trim() || []));
    return items.length > 0 ? items : failWithoutValue(name, takes);
  };
  return { name, takes, help, valueOf };
}

function failWithoutValue(name: string, takes: string): never {
  throw new UserError(`--${name} needs a value: --${name} ${takes}`);
}

export function choice<const Value extends string>(
  name: string,
  values: NonEmpty<Value>,
  help: string,
): Flag<Value | undefined> {
  return {
    name,
    takes: values.join('|'),
    help,
    valueOf: (given) => {
      const last = given.at(-1);
      const chosen = values.find((value) => value === last);
      if (last === undefined || chosen !== undefined) return chosen;
      const hint = suggestion(last, values) || `; it takes ${values.join(' or ')}`;
      throw new UserError(`--${name}: unknown value ${last}${hint}`);
    },
  };
}

/** A command line taken apart. */
export interface Scanned {
  /** What was given for each flag, in order: for a switch `yes` or `no`. */
  readonly given: ReadonlyMap<string, readonly string[]>;
  readonly operands: readonly string[];
  /** How many of the operands stand before `--`. */
  readonly wordsBeforeEnd: number;
}

/** Takes a command line apart by its flags. Throws a UserError for one that it does not know, or that lacks its value. */
export function scan(argv: readonly string[], flags: readonly Flag<unknown>[]): Scanned {
  const given = new Map<string, string[]>();
  const operands: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? '';
    if (argument === '--') {
      return { given, operands: [...operands, ...argv.slice(i + 1)], wordsBeforeEnd: operands.length };
    }
    if (!argument.startsWith('-') || argument === '-') {
      operands.push(argument);
      continue;
    }
    const { flag, isNegated, value } = readFlag(argument, flags);
    const values = given.get(flag.name) ?? [];
    given.set(flag.name, values);
    if (flag.takes === undefined) {
      if (value !== undefined) throw new UserError(`${argument}: --${flag.name} takes no value`);
      values.push(isNegated ? 'no' : 'yes');
      continue;
    }
    const next = value ?? argv[++i];
    if (next === undefined || next === '' || (value === undefined && /^--?[a-z]/i.test(next))) {
      failWithoutValue(flag.name, flag.takes);
    }
    values.push(next);
  }
  return { given, operands, wordsBeforeEnd: operands.length };
}

interface WrittenFlag {
  readonly flag: Flag<unknown>;
  readonly isNegated: boolean;
  readonly value: string | undefined;
}

function readFlag(argument: string, flags: readonly Flag<unknown>[]): WrittenFlag {
  const equals = argument.indexOf('=');
  const written = equals === -1 ? argument : argument.slice(0, equals);
  const value = equals === -1 ? undefined : argument.slice(equals + 1);
  for (const flag of flags) {
    if (spellings(flag).includes(written)) return { flag, isNegated: written === `--no-${flag.name}`, value };
  }
  throw new UserError(`unknown flag ${written}${suggestion(written, flags.flatMap(spellings))}`);
}

/** As it may be written: the short form, the long one, the opposite. */
export function spellings({ name, short, isNegatable = false }: Flag<unknown>): readonly string[] {
  return [
    ...(short === undefined ? [] : [`-${short}`]),
    `--${name}`,
    ...(isNegatable ? [`--no-${name}`] : []),
  ];
}
