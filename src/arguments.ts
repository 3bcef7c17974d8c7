import type { CommandLine } from './config/config.ts';
import { choice, type Flag, scan, spellings, toggle, word, words } from './flags.ts';
import { editDistance, nearest } from './nearest.ts';
import type { NonEmpty, Preset } from './rules/rule.ts';
import { UserError } from './user-error.ts';

/** What one command line asks for. */
export type Command =
  | CheckCommand
  | ReviewCommand
  | RenameCommand
  | InstallCommand
  | UninstallCommand
  | { readonly name: 'undo' }
  | { readonly name: 'help'; readonly text: string }
  | { readonly name: 'version' };

export interface InstallCommand {
  readonly name: 'install';
  readonly force: boolean;
}

export interface UninstallCommand {
  readonly name: 'uninstall';
}

export interface CheckCommand {
  readonly name: 'check';
  readonly source: CheckedSource;
  readonly format: 'text' | 'json';
  readonly configuration: CommandLine;
  /** A revision; what is checked is compared with its merge base. */
  readonly since: string | undefined;
  /**
   * Whether only what the change introduces is reported, or all that stands in the file. Undefined: what is introduced,
   * but the whole of a file that was named and has no staged change.
   */
  readonly scope: 'introduced' | 'file' | undefined;
  /** Undefined: as the terminal and the environment say. */
  readonly color: boolean | undefined;
  readonly quiet: boolean;
  /** Undefined: as the configuration says. */
  readonly fix: boolean | undefined;
  /** Whether what would be repaired is printed as a diff, and nothing is written. */
  readonly diff: boolean;
  readonly unsafeFixes: boolean;
}

/** Renames, all of them or none. */
export interface RenameCommand {
  readonly name: 'rename';
  /** Undefined: they are read from standard input. */
  readonly target: { readonly place: string; readonly newName: string } | undefined;
  readonly diff: boolean;
  readonly format: 'text' | 'json';
}

/** A review of whole modules. */
export interface ReviewCommand {
  readonly name: 'review';
  readonly source: CheckedSource;
  readonly format: 'markdown' | 'json';
  readonly configuration: CommandLine & { readonly preset: Preset };
  /** A revision; the modules that differ from its merge base are reviewed, instead of those that are staged. */
  readonly since: string | undefined;
}

/** What is checked: what is staged, files and folders of the working tree, or the text on standard input. */
type CheckedSource =
  | { readonly from: 'index' }
  | { readonly from: 'files'; readonly paths: NonEmpty<string> }
  | { readonly from: 'stdin'; readonly path: string };

const PRESETS: NonEmpty<Preset> = ['fast', 'review'];

const select = words('select', 'RULES', 'check only these: ids, families or all, by comma');
const extendSelect = words('extend-select', 'RULES', 'check these rules too');
const ignore = words('ignore', 'RULES', 'leave these rules out');
const preset = choice('preset', PRESETS, 'what blocks and informs a commit, or the whole review');
const config = word('config', 'FILE', 'the configuration for every file');
const since = word('since', 'REF', 'compare with the merge base of HEAD and REF');
const scope = choice('scope', ['introduced', 'file'], 'report what the change introduces, or everything');
const stdinFilename = word('stdin-filename', 'NAME', 'check the text on standard input under this name');
const format = choice('format', ['text', 'json'], 'how findings are printed');
const reviewPreset = choice('preset', PRESETS, 'the whole review unless it is fast');
const reviewSince = word('since', 'REF', 'review what differs from the merge base with REF');
const reviewFormat = choice('format', ['markdown', 'json'], 'how the review is printed');
const fix: Flag<boolean | undefined> = {
  name: 'fix',
  isNegatable: true,
  help: 'repair what can be repaired',
  valueOf: (given) => (given.length === 0 ? undefined : given.at(-1) === 'yes'),
};
const unsafeFixes = toggle('unsafe-fixes', 'repair too what may change what a test does');
const diff = toggle('diff', 'print the repairs as a diff, and write nothing');
const renameDiff = toggle('diff', 'print a diff, and write nothing');
const renameFormat = choice('format', ['text', 'json'], 'how renames are printed');
const stdin = toggle('stdin', 'read PLACE NAME lines from standard input');
const quiet: Flag<boolean> = { ...toggle('quiet', 'print errors only'), short: 'q' };
const color: Flag<boolean | undefined> = {
  name: 'color',
  isNegatable: true,
  help: 'colour the output or do not, whatever the terminal is',
  valueOf: (given) => (given.length === 0 ? undefined : given.at(-1) === 'yes'),
};
const force = toggle('force', 'install although core.hooksPath is set');
const help: Flag<boolean> = { ...toggle('help', 'print this and exit'), short: 'h' };
const version: Flag<boolean> = { ...toggle('version', 'print the version and exit'), short: 'V' };

/** A command: its operands and flags as the help shows them, and what it makes of those that were given. */
interface CommandDefinition {
  readonly operands: string;
  readonly summary: string;
  readonly flags: readonly Flag<unknown>[];
  readonly from: (given: Given, operands: readonly string[]) => Command;
}

type Given = <Value>(flag: Flag<Value>) => Value;

const CHECK = 'check';

const commands: ReadonlyMap<string, CommandDefinition> = new Map([
  [
    CHECK,
    {
      operands: '[PATH...]',
      summary: 'check files and folders, or what is staged',
      flags: [
        select,
        extendSelect,
        ignore,
        preset,
        config,
        since,
        scope,
        stdinFilename,
        format,
        fix,
        diff,
        unsafeFixes,
        quiet,
        color,
      ],
      from: checkCommand,
    },
  ],
  [
    'review',
    {
      operands: '[PATH...]',
      summary: 'review whole modules, in Markdown',
      flags: [select, extendSelect, ignore, reviewPreset, config, reviewSince, stdinFilename, reviewFormat],
      from: reviewCommand,
    },
  ],
  [
    'rename',
    {
      operands: 'PLACE NAME',
      summary: 'rename what stands at FILE:LINE[:COLUMN]',
      flags: [stdin, renameDiff, renameFormat],
      from: renameCommand,
    },
  ],
  [
    'undo',
    {
      operands: '',
      summary: 'take back the last fix or rename',
      flags: [],
      from: () => ({ name: 'undo' }),
    },
  ],
  [
    'install',
    {
      operands: '',
      summary: "install git's pre-commit hook",
      flags: [force],
      from: (given) => ({ name: 'install', force: given(force) }),
    },
  ],
  [
    'uninstall',
    {
      operands: '',
      summary: 'remove it again',
      flags: [],
      from: () => ({ name: 'uninstall' }),
    },
  ],
]);

const universal: readonly Flag<unknown>[] = [help, version];

const allFlags = [...[...commands.values()].flatMap(({ flags }) => flags), ...universal];

function checkCommand(given: Given, operands: readonly string[]): Command {
  if (given(since) !== undefined && given(scope) === 'file') {
    throw new UserError('--since compares with a revision, --scope file with none; leave one out');
  }
  const source = sourceOf(given(stdinFilename), operands);
  const repairing = given(diff) ? '--diff' : '--fix';
  if (source.from === 'stdin' && (given(diff) || given(fix) === true)) {
    throw new UserError(`${repairing} works on files; leave --stdin-filename out`);
  }
  return {
    name: CHECK,
    source,
    format: given(format) ?? 'text',
    configuration: { ...rulesOf(given), preset: given(preset) },
    since: given(since),
    scope: given(scope),
    color: given(color),
    quiet: given(quiet),
    fix: given(fix),
    diff: given(diff),
    unsafeFixes: given(unsafeFixes),
  };
}

function renameCommand(given: Given, operands: readonly string[]): Command {
  const [place, newName, ...others] = operands;
  const options = { name: 'rename', diff: given(renameDiff), format: given(renameFormat) ?? 'text' } as const;
  if (given(stdin)) {
    if (place !== undefined) throw new UserError(`rename: --stdin takes no place besides: ${place}`);
    return { ...options, target: undefined };
  }
  if (place === undefined || newName === undefined || others.length > 0) {
    throw new UserError('rename takes a place and a name: proctor rename FILE:LINE[:COLUMN] NAME');
  }
  return { ...options, target: { place, newName } };
}

function reviewCommand(given: Given, operands: readonly string[]): Command {
  const source = sourceOf(given(stdinFilename), operands);
  if (given(reviewSince) !== undefined && source.from !== 'index') {
    throw new UserError('review: --since finds the modules itself; leave the paths out');
  }
  return {
    name: 'review',
    source,
    format: given(reviewFormat) ?? 'markdown',
    configuration: { ...rulesOf(given), preset: given(reviewPreset) ?? 'review' },
    since: given(reviewSince),
  };
}

const rulesOf = (given: Given) => ({
  file: given(config),
  select: given(select),
  extendSelect: given(extendSelect) ?? [],
  ignore: given(ignore) ?? [],
});

function sourceOf(stdinPath: string | undefined, operands: readonly string[]): CheckedSource {
  if (operands.includes('')) throw new UserError('a path is empty; name a file or a folder');
  const paths = operands.filter((operand) => operand !== '-');
  const [first, ...others] = paths;
  if (stdinPath !== undefined) {
    if (first !== undefined) throw new UserError(`--stdin-filename takes no paths besides: ${first}`);
    return { from: 'stdin', path: stdinPath };
  }
  if (paths.length < operands.length) {
    throw new UserError('- is standard input; name its text with --stdin-filename NAME');
  }
  return first === undefined ? { from: 'index' } : { from: 'files', paths: [first, ...others] };
}

/**
 * Reads a command line, without the program. What comes first and is no command is a path, and a path that is named
 * like a command is written `./check`. Throws a UserError for what it does not know.
 */
export function parseArguments(argv: readonly string[]): Command {
  const { given, operands, wordsBeforeEnd } = scan(argv, allFlags);
  const valueOf: Given = (flag) => flag.valueOf(given.get(flag.name) ?? []);
  if (valueOf(help)) return { name: 'help', text: helpText() };
  if (valueOf(version)) return { name: 'version' };
  const [first = ''] = wordsBeforeEnd === 0 ? [] : operands;
  const named = commands.get(first);
  if (named === undefined) failIfMistyped(first);
  const name = named === undefined ? CHECK : first;
  const command = commands.get(name);
  if (command === undefined) throw new Error(`no command ${name}`);
  const rest = named === undefined ? operands : operands.slice(1);
  const allowed = new Set([...command.flags, ...universal].map((flag) => flag.name));
  for (const flag of given.keys()) {
    if (!allowed.has(flag)) throw new UserError(`${name} takes no --${flag}`);
  }
  if (command.operands === '' && rest[0] !== undefined)
    throw new UserError(`${name} takes no paths: ${rest[0]}`);
  return command.from(valueOf, rest);
}

function failIfMistyped(word: string): void {
  if (!/^[a-z]+$/i.test(word)) return;
  const command = nearest(word, commands.keys());
  if (command === undefined) return;
  // A folder of tests may well be called `unit`, which is two letters from `undo`.
  const isPart = command.startsWith(word.toLowerCase());
  if (!isPart && editDistance(word.toLowerCase(), command) > Math.floor(command.length / 3)) return;
  throw new UserError(`unknown command ${word}; did you mean ${command}, or the path ./${word}?`);
}

function helpText(): string {
  const usages = [...commands].map(([name, { operands, flags, summary }]) => {
    const marks = [name, ...(flags.length === 0 ? [] : ['[FLAGS]']), ...(operands === '' ? [] : [operands])];
    return [`proctor ${marks.join(' ')}`, summary] as const;
  });
  const sections = [...commands]
    .filter(([, { flags }]) => flags.length > 0)
    .map(([name, { flags }]) => `Flags of ${name}:\n${columns(flags.map(flagEntry)).join('\n')}\n`);
  return [
    'Reviews the Python test modules of a commit and blocks it when it would make',
    'the tests worse.',
    '',
    'Usage:',
    ...columns([['proctor [FLAGS] [PATH...]', 'the same as proctor check'], ...usages]),
    '',
    ...sections,
    'Flags of every command:',
    ...columns(universal.map(flagEntry)),
    '',
    'Exit codes:',
    ...columns([
      ['0', 'nothing to block: no finding, or warnings only'],
      ['1', 'findings of severity error; repairs under pre-commit; a diff; a refusal'],
      ['2', 'could not run, or not on every file'],
    ]),
    '',
  ].join('\n');
}

type Entry = readonly [left: string, right: string];

function flagEntry(flag: Flag<unknown>): Entry {
  const value = flag.takes === undefined ? '' : ` ${flag.takes}`;
  return [`${spellings(flag).join(', ')}${value}`, flag.help];
}

function columns(entries: readonly Entry[]): readonly string[] {
  const width = Math.max(...entries.map(([left]) => left.length));
  return entries.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
