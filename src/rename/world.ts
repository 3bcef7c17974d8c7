import type { TestModule } from '../python/module.ts';
import type { Project } from './project.ts';
import { standsAfterDot, type WordIndex, wordIndexOf, wordOffsetsIn } from './words.ts';

/** What a project knows of a word; the index of all its files is built when it is first asked for. */
export interface World {
  readonly project: Project;
  /** The Python files that hold a word in their path or text, apart from those that cannot be decoded. */
  readonly modulesWith: (word: string) => readonly TestModule[];
  /** The paths of the Python files that hold a word in their path or text. */
  readonly pathsWith: (word: string) => readonly string[];
  /** The paths of all files that hold a word in their path or text. */
  readonly pathsNaming: (word: string) => readonly string[];
  /** The lines of the other files that hold a word, and the paths that do, as their line 1. */
  readonly mentionsOf: (word: string) => readonly Mention[];
  /** The files whose text cannot be read. */
  readonly unreadable: readonly string[];
  /** Whether modules are taken for what the imports say, for whoever asks where something else is put in their place. */
  readonly isTrusting?: true;
}

/** A project as its imports say. It remembers answers of its own: those that are given here hold nowhere else. */
export function trusting(world: World): World {
  const present = trustingOnes.get(world);
  if (present !== undefined) return present;
  const one = Object.create(world, { isTrusting: { value: true } }) as World;
  trustingOnes.set(world, one);
  return one;
}

const trustingOnes = new WeakMap<World, World>();

export interface Mention {
  readonly path: string;
  /** One-based. */
  readonly line: number;
}

const known = new WeakMap<Project, World>();

export function worldOf(project: Project): World {
  const present = known.get(project);
  if (present !== undefined) return present;
  const world = newWorld(project);
  known.set(project, world);
  return world;
}

function newWorld(project: Project): World {
  let index: WordIndex | undefined;
  let unreadable: readonly string[] | undefined;
  const filesWith = (word: string) => {
    index ??= wordIndexOf(project.files, project.text);
    return index.get(word) ?? [];
  };
  return {
    project,
    modulesWith: (word) =>
      filesWith(word)
        .filter(isPython)
        .flatMap((path) => project.module(path) ?? []),
    pathsNaming: filesWith,
    pathsWith: (word) => filesWith(word).filter(isPython),
    mentionsOf: (word) =>
      filesWith(word).flatMap((path) => (isPython(path) ? [] : mentionsIn(project, path, word))),
    get unreadable() {
      return (unreadable ??= project.files.filter((path) => project.text(path) === undefined));
    },
  };
}

/** The modules in whose text a name is that of an attribute. */
export function modulesWithAttribute(world: World, name: string): readonly TestModule[] {
  return world
    .pathsWith(name)
    .filter((path) => standsAfterDot(world.project.text(path) ?? '', name))
    .flatMap((path) => world.project.module(path) ?? []);
}

export const isPython = (path: string) => path.endsWith('.py');

function mentionsIn(project: Project, path: string, word: string): readonly Mention[] {
  const text = project.text(path)?.normalize('NFKC') ?? '';
  const offsets = wordOffsetsIn(text, word);
  if (offsets.length === 0) return [{ path, line: 1 }];
  return offsets
    .filter((offset) => !isOwnSetting(path, text.slice(0, offset)))
    .map((offset) => ({ path, line: text.slice(0, offset).split(/\r\n|\r|\n/).length }));
}

/** Whether what comes after the start of a file configures us: the names there are those that are to be renamed. */
function isOwnSetting(path: string, before: string): boolean {
  const [name] = path.split('/').slice(-1);
  if (name === 'proctor.toml') return true;
  return name === 'pyproject.toml' && OWN_TABLE.test(before.match(TABLES)?.at(-1) ?? '');
}

const TABLES = /^[ \t]*\[.*$/gm;
const OWN_TABLE = /^[ \t]*\[\[?[ \t]*tool[ \t]*\.[ \t]*["']?proctor\b/;
