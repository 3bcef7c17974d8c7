import type { TextEdit } from '../rules/rule.ts';
import type { Position } from '../python/text.ts';
import type { Refusal } from './refusal.ts';

/** One name of one file, and what it is to be called. */
export interface RenameRequest {
  /** Relative to the top level. */
  readonly path: string;
  /** A UTF-16 offset in any occurrence of the name. */
  readonly offset: number;
  readonly newName: string;
  /** Requests of one group, such as numbered siblings, are planned all or not at all. */
  readonly group?: string;
}

/** What a rename does: the edits of each file, sorted by place, none overlapping another. */
export interface RenamePlan {
  readonly oldName: string;
  readonly newName: string;
  readonly path: string;
  /** Where the name is defined first. */
  readonly start: Position;
  /** By path; comments and docstrings that follow are among them. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  /** Comments and docstrings that say the old name and stay as they are. */
  readonly left: readonly Mention[];
  /** The tests whose ids change: only a rename that someone asked for may do that. */
  readonly testIds: readonly TestId[];
}

/** A place in a text. */
export interface Mention {
  readonly path: string;
  /** One-based. */
  readonly line: number;
}

/** What pytest calls a test before and after, without its parameters: `tests/test_a.py::TestCart::test_total`. */
export interface TestId {
  readonly before: string;
  readonly after: string;
}

/** A plan that has been proved, or why there is none. */
export type Planned =
  | { readonly safe: true; readonly plan: RenamePlan }
  | { readonly safe: false; readonly refusal: Refusal };

/** Several renames as one change. */
export interface PlannedRenames {
  /** One for each request, in their order. */
  readonly outcomes: readonly Planned[];
  /** The edits of all safe plans together, by path, sorted by place; they have been proved together. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
}
