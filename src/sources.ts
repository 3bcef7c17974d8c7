import { isAbsolute, relative, resolve } from 'node:path';
import type { CheckCommand } from './arguments.ts';
import type { CommandLine } from './config/config.ts';
import { loadSettings, type Settings } from './config/load.ts';
import { namedFiles, readText, readUpTo, tooLarge, withSlashes } from './files.ts';
import { findRepository, type Repository, type Since } from './git/repository.ts';
import type { Host } from './host.ts';
import type { Parser } from './python/parse.ts';
import type { Failure } from './report/report.ts';
import { rules } from './rules/index.ts';
import { UserError } from './user-error.ts';

/** A Python file to check, and what it is compared with. */
export interface Source {
  /** As it is shown: relative to the top level for what is staged, or as it was named. */
  readonly path: string;
  /** Relative to the top level, with `/` between its parts: what configuration and rules go by. */
  readonly place: string;
  readonly bytes: Uint8Array;
  /** What it held in each base; empty for a file that is new. Undefined: nothing is compared, all of it counts. */
  readonly bases: readonly Uint8Array[] | undefined;
}

/** What there is to check, and the files that cannot be. */
export interface Sources {
  readonly sources: readonly Source[];
  readonly failures: readonly Failure[];
  /** The test modules that the change removes, as they were; read when they are asked for. */
  readonly removed: () => readonly Removed[];
}

export type Removed = Pick<Source, 'place' | 'bytes'>;

/** Where a command works: a repository, or a plain folder. */
export interface Workplace {
  readonly topLevel: string;
  /** Undefined outside a repository, with git's reason. */
  readonly repository: Repository | undefined;
  readonly why: string;
}

export function workplaceOf({ cwd, environment }: Host): Workplace {
  const answer = findRepository(cwd, environment);
  if (!answer.found) return { topLevel: cwd, repository: undefined, why: answer.why };
  return { topLevel: answer.repository.topLevel, repository: answer.repository, why: '' };
}

/** What a command line and the configuration files of a workplace say; the files are read when they are asked for. */
export function settingsOf(configuration: CommandLine, { topLevel }: Workplace, { cwd }: Host): Settings {
  const { file } = configuration;
  return loadSettings(rules, (path) => readText(resolve(topLevel, path)), {
    ...configuration,
    file: file && withSlashes(relative(topLevel, resolve(cwd, file))),
  });
}

/** The parser, loaded when the first source needs it. */
export function parserFor(sources: readonly Source[], host: Host): () => Parser {
  const size = sources.reduce((sum, { bytes }) => sum + bytes.length, 0);
  let parser: Parser | undefined;
  return () => (parser ??= host.parser(size));
}

/** What is read, and whether it is compared with its bases. */
export interface Selection extends Pick<CheckCommand, 'source' | 'since' | 'scope'> {
  /** The command, for messages. */
  readonly name: string;
}

/** Reads what a command checks. Throws a UserError when that is not there. */
export function sourcesOf(command: Selection, workplace: Workplace, settings: Settings, host: Host): Sources {
  const since = sinceOf(command, host.environment);
  const { source, scope } = command;
  const removed = () => removedBy(workplace, settings, since);
  const readable = (candidates: readonly Source[]): Sources => ({
    ...withinLimits(candidates, settings),
    removed,
  });
  switch (source.from) {
    case 'index': {
      const { repository, why } = workplace;
      if (repository === undefined)
        throw new UserError(`${why}; name the files to check: proctor ${command.name} PATH`);
      const changed = repository.changed((path) => settings.isTestModule(path), since);
      return readable(
        changed.map(({ path, content, bases }) => ({
          path,
          place: path,
          bytes: content,
          bases: scope === 'file' ? undefined : bases,
        })),
      );
    }
    case 'files': {
      const { files, failures } = filesOf(source.paths, workplace, settings, host);
      return { sources: compared(files, command, workplace, since), failures, removed };
    }
    case 'stdin': {
      const place = placeOf(source.path, host.cwd, workplace.topLevel);
      const file = { path: withSlashes(source.path), place, bytes: host.stdin() };
      return readable(compared([file], command, workplace, since));
    }
  }
}

/** `--since`, or the range that pre-commit and prek name with `--from-ref` and `--to-ref`. */
function sinceOf({ since }: Selection, environment: NodeJS.ProcessEnv): Since | undefined {
  if (since !== undefined) return { reference: since, to: undefined };
  const from = environment['PRE_COMMIT_FROM_REF'];
  const to = environment['PRE_COMMIT_TO_REF'];
  if (from === undefined || from === '' || to === undefined || to === '') return undefined;
  return { reference: from, to };
}

type Text = Omit<Source, 'bases'>;

function removedBy(
  { repository }: Workplace,
  settings: Settings,
  since: Since | undefined,
): readonly Removed[] {
  const files = repository?.removed((path) => settings.isTestModule(path), since) ?? [];
  return files
    .filter(({ path, content }) => content.length <= settings.for(path).maxFileSize)
    .map(({ path, content }) => ({ place: path, bytes: content }));
}

function withinLimits(sources: readonly Source[], settings: Settings): Pick<Sources, 'sources' | 'failures'> {
  const limitOf = ({ place }: Source) => settings.for(place).maxFileSize;
  return {
    sources: sources.filter((source) => source.bytes.length <= limitOf(source)),
    failures: sources.flatMap((source) =>
      source.bytes.length <= limitOf(source)
        ? []
        : [{ path: source.path, reason: tooLarge(source.bytes.length, limitOf(source)) }],
    ),
  };
}

function filesOf(
  paths: readonly string[],
  { topLevel }: Workplace,
  settings: Settings,
  { cwd, environment }: Host,
): { readonly files: readonly Text[]; readonly failures: readonly Failure[] } {
  const files: Text[] = [];
  const failures: Failure[] = [];
  // A framework names every Python file of the commit; a person who names a file means it.
  const isFramework = environment['PRE_COMMIT'] === '1';
  for (const { path, isNamedItself } of namedFiles(cwd, paths)) {
    const place = placeOf(path, cwd, topLevel);
    if ((isFramework || !isNamedItself) && !settings.isTestModule(place)) continue;
    const read = readUpTo(resolve(cwd, path), settings.for(place).maxFileSize);
    if (read.ok) files.push({ path, place, bytes: read.bytes });
    else failures.push({ path, reason: read.reason });
  }
  return { files, failures };
}

/**
 * Files of the working tree with their bases. One without a staged change is judged whole, unless the command asks
 * for what is introduced: then it is compared with HEAD.
 */
function compared(
  files: readonly Text[],
  { scope }: Selection,
  { repository, why }: Workplace,
  since: Since | undefined,
): readonly Source[] {
  if (repository === undefined) {
    if (scope === 'introduced' || since !== undefined) throw new UserError(`${why}; nothing to compare with`);
    return files.map((file) => ({ ...file, bases: undefined }));
  }
  if (scope === 'file') return files.map((file) => ({ ...file, bases: undefined }));
  const base = since ?? (scope === 'introduced' ? { reference: 'HEAD', to: undefined } : undefined);
  const bases = repository.bases(
    files.map(({ place }) => place),
    base,
  );
  return files.map((file) => ({ ...file, bases: bases.get(file.place) }));
}

/** A path as it was named, relative to the top level where it is below it. */
function placeOf(path: string, cwd: string, topLevel: string): string {
  const place = relative(topLevel, resolve(cwd, path));
  return withSlashes(place.startsWith('..') || isAbsolute(place) ? path : place);
}
