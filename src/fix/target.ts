import type { TestModule } from '../python/module.ts';
import { Kind } from '../python/syntax.ts';
import type { Span } from '../python/text.ts';
import { UserError } from '../user-error.ts';

/** A place of a file, as a command line names it: one-based, columns in UTF-16 code units. */
export interface Target {
  readonly path: string;
  readonly line: number;
  /** Undefined: the one name that the line defines. */
  readonly column: number | undefined;
}

/** Reads `FILE:LINE[:COLUMN]`. Throws a UserError for anything else. */
export function targetOf(place: string): Target {
  const [, path, line, column] = /^(.+?):(\d+)(?::(\d+))?$/s.exec(place) ?? [];
  if (path === undefined || Number(line) === 0 || Number(column ?? 1) === 0) {
    throw new UserError(`rename: ${place} is no place; name one as FILE:LINE or FILE:LINE:COLUMN`);
  }
  return { path, line: Number(line), column: column === undefined ? undefined : Number(column) };
}

/**
 * The name at a place of a module: UTF-16 offsets. Throws a UserError where there is none, and where a line without a
 * column defines several.
 */
export function nameAt(module: TestModule, { path, line, column }: Target): Span {
  const start = module.lineStarts[line - 1];
  if (start === undefined) throw new UserError(`rename: ${path} has only ${module.lineStarts.length} lines`);
  if (column !== undefined) {
    const offset = start + column - 1;
    const found = identifiersOf(module).find((name) => name.start <= offset && offset < name.end);
    if (found !== undefined && module.positionAt(offset).line === line) return found;
    throw new UserError(`rename: there is no name at ${path}:${line}:${column}`);
  }
  const [first, ...others] = definedOn(module, line);
  if (first === undefined) {
    throw new UserError(`rename: ${path}:${line} defines no name; add the column of the one that you mean`);
  }
  if (others.length === 0) return first;
  const candidates = [first, ...others].map(
    (name) =>
      `${module.text.slice(name.start, name.end)} (${path}:${line}:${module.positionAt(name.start).column})`,
  );
  throw new UserError(
    `rename: ${path}:${line} defines several names; add a column: ${candidates.join(', ')}`,
  );
}

/** The variables that a line binds, and the attributes of `self` and `cls` that it assigns, in source order. */
function definedOn(module: TestModule, line: number): readonly Span[] {
  const names = module.bindings.bindings
    .filter(({ kind }) => kind !== 'unbound')
    .flatMap(({ definitions }) => definitions);
  const attributes = module.attributeAssignments.flatMap(
    ({ span }) => identifiersOf(module).findLast(({ end }) => end === span.end) ?? [],
  );
  return [...names, ...attributes]
    .filter(({ start }) => module.positionAt(start).line === line)
    .toSorted((one, other) => one.start - other.start);
}

function identifiersOf(module: TestModule): readonly Span[] {
  return Array.from(module.nodesOf(Kind.identifier), module.spanOf);
}
