import { Flag, MODULE, NONE, Use } from './blocks.ts';
import type { Model } from './bind.ts';
import { Reach } from './resolve.ts';
import type {
  Binding,
  BindingKind,
  Observer,
  Occurrence,
  Scope,
  ScopeKind,
  Symbol,
  SymbolFlags,
} from './scope.ts';
import type { Node } from './syntax.ts';

/** A block of the first pass as the scope it is. */
export class ScopeView implements Scope {
  readonly id: number;
  readonly kind: ScopeKind;
  readonly #model: Model;
  #symbols: ReadonlyMap<string, Symbol> | undefined;

  constructor(model: Model, id: number, kind: ScopeKind) {
    this.#model = model;
    this.id = id;
    this.kind = kind;
  }

  get name(): string {
    const name = this.#model.blocks.names[this.id] ?? 'top';
    return typeof name === 'string' ? name : this.#model.blocks.identifiers.nameOf(name);
  }

  get parent(): Scope | undefined {
    const parent = this.#model.blocks.parents[this.id] ?? NONE;
    return parent === NONE ? undefined : this.#model.scope(parent);
  }

  get children(): readonly Scope[] {
    return this.#model.childrenOf(this.id);
  }

  get node(): Node {
    return this.#model.blocks.nodes[this.id] ?? 0;
  }

  get start(): number {
    return this.#model.blocks.starts[this.id] ?? 0;
  }

  get symbols(): ReadonlyMap<string, Symbol> {
    return (this.#symbols ??= this.#model.symbolsOf(this.id));
  }

  get observers(): readonly Observer[] {
    return this.#model.observersOf(this.id);
  }

  get isIncomplete(): boolean {
    return this.#model.isIncomplete(this.id);
  }
}

/** A symbol of the first pass, with the flags that CPython has for it. */
export class SymbolView implements Symbol {
  readonly #model: Model;
  readonly #symbol: number;

  constructor(model: Model, symbol: number) {
    this.#model = model;
    this.#symbol = symbol;
  }

  get name(): string {
    return this.#model.blocks.identifiers.nameOf(this.#model.blocks.symbolName[this.#symbol] ?? 0);
  }

  get scope(): Scope {
    return this.#model.scope(this.#model.blocks.symbolBlock[this.#symbol] ?? MODULE);
  }

  get binding(): Binding {
    return this.#model.binding(this.#model.resolved.variable[this.#symbol] ?? 0);
  }

  get flags(): SymbolFlags {
    const { blocks, resolved } = this.#model;
    const flags = blocks.symbolFlags[this.#symbol] ?? 0;
    const reach = resolved.reach[this.#symbol];
    const has = (flag: number): boolean => (flags & flag) !== 0;
    const isGlobal = reach === Reach.globalExplicit || reach === Reach.globalImplicit;
    const isOfModule =
      blocks.symbolBlock[this.#symbol] === MODULE &&
      has(Flag.local | Flag.parameter | Flag.imported | Flag.typeParameter);
    return {
      local: reach === Reach.local || isOfModule,
      global: isGlobal || isOfModule,
      declaredGlobal: reach === Reach.globalExplicit,
      nonlocal: has(Flag.nonlocal),
      free: reach === Reach.free,
      parameter: has(Flag.parameter),
      imported: has(Flag.imported),
      assigned: has(Flag.local),
      referenced: has(Flag.used),
      annotated: has(Flag.annotated),
    };
  }

  get definitions(): readonly Occurrence[] {
    return this.#model.occurrencesOfSymbol(this.#symbol, Use.defines);
  }

  get references(): readonly Occurrence[] {
    return this.#model.occurrencesOfSymbol(this.#symbol, Use.reads);
  }

  get declarations(): readonly Occurrence[] {
    return this.#model.occurrencesOfSymbol(this.#symbol, Use.declares);
  }
}

/** A variable of the second pass as the binding it is. */
export class BindingView implements Binding {
  readonly #model: Model;
  readonly #variable: number;
  #definitions: readonly Occurrence[] | undefined;
  #references: readonly Occurrence[] | undefined;

  constructor(model: Model, variable: number) {
    this.#model = model;
    this.#variable = variable;
  }

  get name(): string {
    return this.#model.blocks.identifiers.nameOf(this.#model.resolved.variableName[this.#variable] ?? 0);
  }

  get scope(): Scope {
    return this.#model.scope(this.#model.resolved.variableBlock[this.#variable] ?? MODULE);
  }

  get kind(): BindingKind {
    const flags = this.#model.resolved.variableFlags[this.#variable] ?? 0;
    for (const [flag, kind] of kindsByFlag) if ((flags & flag) !== 0) return kind;
    return 'unbound';
  }

  get definitions(): readonly Occurrence[] {
    return (this.#definitions ??= this.#model.occurrencesOfVariable(this.#variable, Use.defines));
  }

  get references(): readonly Occurrence[] {
    return (this.#references ??= this.#model.occurrencesOfVariable(this.#variable, Use.reads));
  }

  get declarations(): readonly Occurrence[] {
    return this.#model.occurrencesOfVariable(this.#variable, Use.declares);
  }

  get symbols(): readonly Symbol[] {
    return this.#model.symbolsOfVariable(this.#variable);
  }
}

/** What a binding is called that several statements make: the first of these. */
const kindsByFlag: readonly (readonly [number, BindingKind])[] = [
  [Flag.parameter, 'parameter'],
  [Flag.typeParameter, 'type-parameter'],
  [Flag.imported, 'import'],
  [Flag.className, 'class'],
  [Flag.functionName, 'function'],
  [Flag.local, 'local'],
];
