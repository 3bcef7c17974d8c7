import type { TextEdit } from '../rules/rule.ts';
import type { TestModule } from '../python/module.ts';
import type { Position } from '../python/text.ts';
import type { Refusal } from './refusal.ts';

/** One name of one file, and what it is to be called. */
export interface RenameRequest {
  /** Relative to the top level. */
  readonly path: string;
  /** A UTF-16 offset in any occurrence of the name. */
  readonly offset: number;
  readonly newName: string;
}

/** The Python files of a project and what else mentions names; each part is read and parsed when it is first needed. */
export interface Project {
  /** A Python file that git tracks, or that was named; undefined when there is none or it cannot be read. */
  readonly module: (path: string) => TestModule | undefined;
  /** Every Python file that git tracks, relative to the top level, sorted. */
  readonly pythonFiles: readonly string[];
  /** Undefined when only single files are known, so that nothing outside a function may be renamed. */
  readonly mentions: ((word: string) => readonly Mention[]) | undefined;
}

/** A place outside Python code that holds a word: a configuration file, a script, a document. */
export interface Mention {
  readonly path: string;
  /** One-based. */
  readonly line: number;
}

/** What a rename would do: the edits of each file, sorted by place, none overlapping another. */
export interface RenamePlan {
  readonly oldName: string;
  readonly newName: string;
  readonly path: string;
  /** Where the name is defined first. */
  readonly start: Position;
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
}

/** A plan that has been proved, or why there is none. */
export type Planned =
  | { readonly safe: true; readonly plan: RenamePlan }
  | { readonly safe: false; readonly refusal: Refusal };
