/** What the oracle says of a module, and where our model says something else. The object is described in README.md. */

/** One-based line; zero-based column in UTF-8 bytes. */
export type Place = readonly [line: number, column: number];

export interface ScopeEntry {
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  readonly parent: number | null;
  /** Byte offset into the text in UTF-8. */
  readonly start: number;
  readonly line: number;
}

export interface NameEntry {
  readonly scope: number;
  readonly name: string;
  readonly flags: readonly string[];
  readonly binding: number;
  readonly definitions: readonly Place[];
  readonly references: readonly Place[];
  readonly declarations: readonly Place[];
}

export interface UnevaluatedEntry {
  readonly scope: number;
  readonly name: string;
  readonly occurrences: readonly Place[];
}

export interface ModuleNames {
  readonly path: string;
  readonly scopes: readonly ScopeEntry[];
  readonly names: readonly NameEntry[];
  readonly unevaluated: readonly UnevaluatedEntry[];
}

export type Answer =
  | ModuleNames
  | {
      readonly path: string;
      readonly error: { readonly type: string; readonly message: string; readonly line: number | null };
    }
  | { readonly path: string; readonly fault: string };

export type PythonVersion = readonly [major: number, minor: number];

export interface Disagreement {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly what: string;
  readonly ours: string;
  readonly cpython: string;
}

/** Where the two differ, by place. `version` is that of the Python which gave the second; ours follows 3.14. */
export function disagreements(
  ours: ModuleNames,
  cpython: ModuleNames,
  version: PythonVersion = [3, 14],
): readonly Disagreement[] {
  const model = version[1] < 14 ? withoutAnnotationScopes(ours) : ours;
  const hasLateClass = version[1] < 14 && readsClassInAnnotation(ours);
  const left = factsOf(hasLateClass ? withoutName(model, '__class__') : model);
  const right = factsOf(hasLateClass ? withoutName(cpython, '__class__') : cpython);
  const found: Disagreement[] = [];
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const fact = left.get(key);
    const other = right.get(key);
    if (fact?.says === other?.says) continue;
    const [line, column] = (other ?? fact)?.place ?? [1, 0];
    const what = (other ?? fact)?.what ?? key;
    found.push({
      path: cpython.path,
      line,
      column,
      what,
      ours: fact?.says ?? 'nothing',
      cpython: other?.says ?? 'nothing',
    });
  }
  if (found.length === 0 && orderOf(model) !== orderOf(cpython)) {
    const what = 'order of scopes';
    found.push({
      path: cpython.path,
      line: 1,
      column: 0,
      what,
      ours: orderOf(model),
      cpython: orderOf(cpython),
    });
  }
  return found.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

/** Symbols that CPython adds by itself; whether it has one matters only where the source names it too. */
const IMPLICIT = new Set(['__class__', '__classdict__', '__conditional_annotations__', '__type_params__']);
/** Those whose flags say more about CPython's implementation than about the identifier. */
const IMPLICIT_FLAGS = new Set(['__classdict__', '__conditional_annotations__', '__type_params__']);

interface Fact {
  readonly place: Place;
  readonly what: string;
  readonly says: string;
}

/** Everything that a model says, each under a key that does not depend on how scopes are numbered. */
function factsOf(model: ModuleNames): ReadonlyMap<string, Fact> {
  const facts = new Map<string, Fact>();
  const scopes = new Map(model.scopes.map((scope) => [scope.id, scope]));
  const title = (id: number): string => {
    const scope = scopes.get(id);
    return scope === undefined ? `no scope (${id})` : titleOf(scope);
  };
  // What is said twice of one thing counts together, in whatever order it is said.
  const add = (key: string, place: Place, what: string, says: string): void => {
    const known = facts.get(key);
    const both = known === undefined ? [says] : [...known.says.split('; '), says].toSorted();
    facts.set(key, { place, what, says: both.join('; ') });
  };

  for (const scope of model.scopes) {
    const parent = scope.parent === null ? '' : ` in ${title(scope.parent)}`;
    add(titleOf(scope), [scope.line, 0], titleOf(scope), `in line ${scope.line}${parent}`);
  }
  for (const { scope, name, flags, binding, definitions, references, declarations } of model.names) {
    const lists = { definition: definitions, reference: references, declaration: declarations };
    for (const [role, places] of Object.entries(lists)) {
      const says = `${role} of ${name} in ${title(scope)}, variable of ${title(binding)}`;
      for (const place of places) add(place.join(':'), place, `occurrence of ${name}`, says);
    }
    const first = definitions[0] ?? references[0] ?? declarations[0];
    if ((IMPLICIT.has(name) && first === undefined) || IMPLICIT_FLAGS.has(name)) continue;
    const what = `${name} in ${title(scope)}`;
    const says = `${flags.toSorted().join(' ')}, variable of ${title(binding)}`;
    add(what, first ?? [scopes.get(scope)?.line ?? 1, 0], what, says);
  }
  for (const { scope, name, occurrences } of model.unevaluated) {
    for (const place of occurrences) {
      add(place.join(':'), place, `occurrence of ${name}`, `unevaluated ${name} in ${title(scope)}`);
    }
  }
  return facts;
}

function orderOf({ scopes }: ModuleNames): string {
  return scopes.map((scope) => `${scope.id} ${titleOf(scope)}`).join(', ');
}

function titleOf({ kind, name, start }: ScopeEntry): string {
  return kind === 'module' ? 'module' : `${kind} ${name} at byte ${start}`;
}

/** Whether `__class__` means something else before 3.14: what it is there depends on the scope of annotations. */
function readsClassInAnnotation({ scopes, names }: ModuleNames): boolean {
  const annotations = new Set(scopes.filter(({ name }) => name === '__annotate__').map(({ id }) => id));
  return names.some(
    ({ scope, name }) => annotations.has(scope) && (name === '__class__' || name === 'super'),
  );
}

function withoutName(model: ModuleNames, name: string): ModuleNames {
  return { ...model, names: model.names.filter((entry) => entry.name !== name) };
}

/**
 * The model as a Python before 3.14 has it: annotations are evaluated where they stand (PEP 649 came with 3.14), so
 * what is in an annotation scope is in the scope around it. Bounds and defaults of type parameters keep theirs.
 */
export function withoutAnnotationScopes(model: ModuleNames): ModuleNames {
  const around = new Map<number, number>();
  for (const { id, kind, name, parent } of model.scopes) {
    if (kind === 'annotation' && name === '__annotate__' && parent !== null) around.set(id, parent);
  }
  if (around.size === 0) return model;
  const kept = model.scopes.filter(({ id }) => !around.has(id)).toSorted((a, b) => a.id - b.id);
  const numbers = new Map(kept.map(({ id }, index) => [id, index]));
  const moved = (id: number): number => {
    const outer = around.get(id);
    return outer === undefined ? (numbers.get(id) ?? id) : moved(outer);
  };

  const names = new Map<string, NameEntry>();
  const inAnnotations: NameEntry[] = [];
  for (const entry of model.names) {
    if (around.has(entry.scope)) inAnnotations.push(entry);
    const { name } = entry;
    const scope = moved(entry.scope);
    if (!around.has(entry.scope))
      names.set(`${scope} ${name}`, { ...entry, scope, binding: moved(entry.binding) });
  }
  for (const entry of inAnnotations) {
    const scope = moved(entry.scope);
    const key = `${scope} ${entry.name}`;
    const known = names.get(key);
    const inside = { ...entry, scope, binding: moved(entry.binding) };
    names.set(key, known === undefined ? inside : together(known, inside));
  }
  return {
    path: model.path,
    scopes: kept.map((scope) => ({
      ...scope,
      id: moved(scope.id),
      parent: scope.parent === null ? null : moved(scope.parent),
    })),
    names: [...names.values()],
    unevaluated: model.unevaluated.map((entry) => ({ ...entry, scope: moved(entry.scope) })),
  };
}

/** The entry of a scope, and that of an annotation which is evaluated in it. */
function together(known: NameEntry, inside: NameEntry): NameEntry {
  // What the scope makes of the name wins, since it may bind it; unless the name only passes through it.
  const passesThrough = known.flags.join(' ') === 'free' && !hasOccurrences(known);
  const { flags, binding } = passesThrough ? inside : known;
  const isReferenced = inside.flags.includes('referenced') && !flags.includes('referenced');
  return {
    ...known,
    flags: isReferenced ? [...flags, 'referenced'] : flags,
    binding,
    definitions: [...known.definitions, ...inside.definitions],
    references: [...known.references, ...inside.references],
    declarations: [...known.declarations, ...inside.declarations],
  };
}

function hasOccurrences({ definitions, references, declarations }: NameEntry): boolean {
  return definitions.length + references.length + declarations.length > 0;
}
