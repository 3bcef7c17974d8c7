import type { TestModule } from '../python/module.ts';
import type { Position, Span } from '../python/text.ts';
import type { RefusalCode } from './refusal.ts';

/** What the parts of a plan yield: a place to edit, a reason to stop, a mention that stays, a test's new id. */
export type Step = Edit | Objection | Left | NewId | Claim;

/** The old name in a text, and what takes its place. */
export interface Edit {
  readonly step: 'edit';
  readonly path: string;
  /** UTF-16 offsets. */
  readonly span: Span;
  readonly replacement: string;
}

/** Why the rename may not be carried out. */
export interface Objection {
  readonly step: 'refuse';
  readonly code: RefusalCode;
  /** What was found: `locals()`. */
  readonly found: string;
  /** Where it was found; undefined when it is about the request itself. */
  readonly place: { readonly path: string; readonly at: Position } | undefined;
}

/** A comment or docstring that says the old name and stays. */
export interface Left {
  readonly step: 'leave';
  readonly path: string;
  /** One-based. */
  readonly line: number;
}

/** A test whose id changes: `tests/test_cart.py::TestCart::test_total`. */
export interface NewId {
  readonly step: 'test-id';
  readonly before: string;
  readonly after: string;
}

/** A member that a class gets: two renames of one change may not give it the same one. */
export interface Claim {
  readonly step: 'claim';
  readonly claim: string;
}

export function edit({ path }: TestModule, { start, end }: Span, replacement: string): Edit {
  return { step: 'edit', path, span: { start, end }, replacement };
}

/** An objection to what stands at a UTF-16 offset of a module. */
export function refuse(code: RefusalCode, found: string, module: TestModule, offset: number): Objection {
  return {
    step: 'refuse',
    code,
    found,
    place: { path: module.path, at: module.positionAt(offset) },
  };
}

/** An objection to the request itself. */
export function decline(code: RefusalCode, found: string): Objection {
  return { step: 'refuse', code, found, place: undefined };
}

/** An objection to a line of a file, Python or not. */
export function refuseAt(code: RefusalCode, found: string, path: string, line: number): Objection {
  return { step: 'refuse', code, found, place: { path, at: { line, column: 1 } } };
}

export function leave(module: TestModule, offset: number): Left {
  return { step: 'leave', path: module.path, line: module.positionAt(offset).line };
}
