import type { Node } from './syntax.ts';
import type { Span } from './text.ts';

/** The kinds of block that CPython's symtable keeps apart (Language Reference 4.2; PEP 649, PEP 695). */
export type ScopeKind =
  | 'module'
  | 'class'
  | 'function'
  | 'lambda'
  | 'comprehension'
  | 'annotation'
  | 'type-parameters'
  | 'type-alias';

/** One block of a module, with the bindings that it holds or sees. Its number is its place in `Bindings.scopes`. */
export interface Scope {
  readonly id: number;
  readonly kind: ScopeKind;
  /** The name that symtable gives: of the function or class, `lambda`, `listcomp`, `genexpr`, `top`. */
  readonly name: string;
  readonly parent: Scope | undefined;
  readonly children: readonly Scope[];
  /** The UTF-16 offset at which the block starts: of the `def`, `async`, `class`, `lambda`, bracket or annotation. */
  readonly start: number;
  /** The node that opens the block: the definition, lambda or comprehension; the root for the module. */
  readonly node: Node;
  /** One entry a name that is bound, read or declared here, by its name as CPython has it (NFKC, mangled). */
  readonly symbols: ReadonlyMap<string, Symbol>;
  /** What can see this block's names without naming them: `locals()`, `eval`, a frame, a star import. */
  readonly observers: readonly Observer[];
  /** Whether part of the block does not parse, so that names may be missing from it. */
  readonly isIncomplete: boolean;
}

/** What one scope knows of one name: symtable's Symbol. */
export interface Symbol {
  readonly name: string;
  readonly scope: Scope;
  readonly flags: SymbolFlags;
  /** The variable that the name means here. */
  readonly binding: Binding;
  /** Occurrences in this very block that bind: stores, parameters, imports, definitions, deletions. */
  readonly definitions: readonly Occurrence[];
  /** Occurrences in this very block that read; the target of `x += 1` is here too. */
  readonly references: readonly Occurrence[];
  /** Occurrences in `global` and `nonlocal` statements of this block. */
  readonly declarations: readonly Occurrence[];
}

/** An identifier in the text: its UTF-16 span and its node. */
export interface Occurrence extends Span {
  readonly node: Node;
}

/** Those of occurrences, which are in source order, that start in a span. */
export function occurrencesIn(
  occurrences: readonly Occurrence[],
  { start, end }: Span,
): readonly Occurrence[] {
  const first = firstFrom(occurrences, start);
  return occurrences.slice(first, Math.max(first, firstFrom(occurrences, end)));
}

/** The index of the first occurrence that starts at an offset or behind it. */
function firstFrom(occurrences: readonly Occurrence[], offset: number): number {
  let low = 0;
  let high = occurrences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((occurrences[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What symtable.Symbol answers yes to (Python library, `symtable`). */
export interface SymbolFlags {
  readonly local: boolean;
  readonly global: boolean;
  readonly declaredGlobal: boolean;
  readonly nonlocal: boolean;
  readonly free: boolean;
  readonly parameter: boolean;
  readonly imported: boolean;
  readonly assigned: boolean;
  readonly referenced: boolean;
  readonly annotated: boolean;
}

/**
 * How a binding comes to be: by what its own scope says of it. `unbound` is a name that nothing in the file binds: a
 * builtin, a name from a star import, or a mistake.
 */
export type BindingKind =
  | 'local'
  | 'parameter'
  | 'import'
  | 'function'
  | 'class'
  | 'type-parameter'
  | 'unbound';

/**
 * One variable: one per name per owning scope, whatever the number of blocks that see it. Every identifier that
 * CPython treats as a name belongs to exactly one.
 */
export interface Binding {
  /** The name as CPython has it: NFKC-normalised, mangled in a class body. */
  readonly name: string;
  readonly scope: Scope;
  readonly kind: BindingKind;
  /** All occurrences that bind it, in every block, in source order: UTF-16 spans of the identifiers. */
  readonly definitions: readonly Occurrence[];
  /** All occurrences that read it, in every block, in source order. */
  readonly references: readonly Occurrence[];
  /** All mentions in `global` and `nonlocal` statements. */
  readonly declarations: readonly Occurrence[];
  /** The symbols of the blocks that see it, the owner's first when the owner has one. */
  readonly symbols: readonly Symbol[];
}

/** Something that can see names of a block without naming them. */
export interface Observer {
  readonly kind:
    | 'locals'
    | 'vars'
    | 'globals'
    | 'dir'
    | 'eval'
    | 'exec'
    | 'frame'
    | 'star-import'
    | 'code-object';
  readonly at: Span;
}

/** The scopes of a module in the order of their ids, and its bindings. */
export interface Bindings {
  readonly module: Scope;
  readonly scopes: readonly Scope[];
  readonly bindings: readonly Binding[];
  /** The binding whose occurrence holds the UTF-16 offset; undefined for anything that is not a name. */
  readonly bindingAt: (offset: number) => Binding | undefined;
  /** The symbol whose occurrence holds the UTF-16 offset; undefined for anything that is not a name. */
  readonly symbolAt: (offset: number) => Symbol | undefined;
  /** The innermost scope whose block holds the node: for a definition, lambda or comprehension the one around it. */
  readonly scopeOf: (node: Node) => Scope;
  /**
   * The scope that a definition, lambda or comprehension opens: of a generic one the function or class, not its type
   * parameters. Undefined for any other node.
   */
  readonly scopeAt: (node: Node) => Scope | undefined;
  /** What a name would mean in a scope, whether it occurs there or not: the nearest binding that can be seen. */
  readonly lookup: (scope: Scope, name: string) => Binding | undefined;
  /** Names in annotations that CPython does not evaluate, in source order. */
  readonly unevaluated: readonly UnevaluatedName[];
  /** Identifiers amid text that does not parse, in source order: nobody can say what they are. */
  readonly unknown: readonly Occurrence[];
}

/**
 * A name in an annotation that CPython keeps as text or drops: of a variable in a function, or any under
 * `from __future__ import annotations`. Type checkers, and `typing.get_type_hints`, resolve it where it stands.
 */
export interface UnevaluatedName extends Occurrence {
  /** The name in NFKC, not mangled. */
  readonly name: string;
  /** The scope in which the annotation stands. */
  readonly scope: Scope;
}

/** The innermost function around a block, itself included; the module where there is none. */
export function functionAround(scope: Scope): Scope {
  let outer: Scope = scope;
  while (outer.kind !== 'function' && outer.parent !== undefined) outer = outer.parent;
  return outer;
}
