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
  readonly definitions: readonly Span[];
  /** Occurrences in this very block that read. */
  readonly references: readonly Span[];
  /** Occurrences in `global` and `nonlocal` statements of this block. */
  readonly declarations: readonly Span[];
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
  readonly definitions: readonly Span[];
  /** All occurrences that read it, in every block, in source order. */
  readonly references: readonly Span[];
  /** All mentions in `global` and `nonlocal` statements. */
  readonly declarations: readonly Span[];
  /** The symbols of the blocks that see it, the owner's first when the owner has one. */
  readonly symbols: readonly Symbol[];
}

/** Something that can see names of a block without naming them. */
export interface Observer {
  readonly kind: 'locals' | 'vars' | 'globals' | 'dir' | 'eval' | 'exec' | 'frame' | 'star-import' | 'code-object';
  readonly at: Span;
}

/** The scopes of a module in the order of their ids, and its bindings. */
export interface Bindings {
  readonly module: Scope;
  readonly scopes: readonly Scope[];
  readonly bindings: readonly Binding[];
  /** The binding whose occurrence holds the UTF-16 offset; undefined for anything that is not a name. */
  readonly bindingAt: (offset: number) => Binding | undefined;
  /** The innermost scope whose block holds the node. */
  readonly scopeOf: (node: Node) => Scope;
}
