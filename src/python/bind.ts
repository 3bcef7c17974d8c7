import { type Blocks, MODULE, NONE } from './blocks.ts';
import { collect, type Collected } from './collect.ts';
import { type Groups, groups } from './groups.ts';
import { incompleteBlocks } from './incomplete.ts';
import { observersByScope } from './observers.ts';
import { blockOf } from './regions.ts';
import { addPassingSymbols, resolve, type Resolved } from './resolve.ts';
import type { Binding, Bindings, Observer, Occurrence, Scope, Symbol, UnevaluatedName } from './scope.ts';
import { endOf, type Node, startOf, type SyntaxTree } from './syntax.ts';
import { BindingView, ScopeView, SymbolView } from './views.ts';

/**
 * The scopes and bindings of a module as CPython 3.14 has them. Takes time in proportion to the tree and never
 * throws; a text that does not parse gets the bindings of what does, and says which scopes are incomplete.
 */
export function bind(tree: SyntaxTree): Bindings {
  const collected = collect(tree);
  return new Model(tree, collected, resolve(collected.blocks));
}

/** The columns of the two passes as objects, each made when it is first asked for. */
export class Model implements Bindings {
  readonly tree: SyntaxTree;
  readonly blocks: Blocks;
  readonly resolved: Resolved;
  readonly #collected: Collected;
  readonly #symbols: (SymbolView | undefined)[] = [];
  readonly #variables: (Binding | undefined)[] = [];
  readonly #occurrences: (Occurrence | undefined)[] = [];
  #scopes: readonly Scope[] | undefined;
  #bindings: readonly Binding[] | undefined;
  #childrenOfBlock: readonly (readonly Scope[])[] | undefined;
  #blockOfNode: ReadonlyMap<Node, number> | undefined;
  #occurrencesOfSymbol: Groups | undefined;
  #occurrencesOfVariable: Groups | undefined;
  #symbolsOfVariable: Groups | undefined;
  #incomplete: readonly boolean[] | undefined;
  #observers: ReadonlyMap<number, readonly Observer[]> | undefined;
  #unevaluated: readonly UnevaluatedName[] | undefined;
  #hasPassing = false;

  constructor(tree: SyntaxTree, collected: Collected, resolved: Resolved) {
    this.tree = tree;
    this.#collected = collected;
    this.blocks = collected.blocks;
    this.resolved = resolved;
  }

  get module(): Scope {
    return this.scope(MODULE);
  }

  get scopes(): readonly Scope[] {
    return (this.#scopes ??= this.blocks.kinds.map((kind, block) => new ScopeView(this, block, kind)));
  }

  get bindings(): readonly Binding[] {
    return (this.#bindings ??= this.resolved.variableBlock.map((_, variable) => this.binding(variable)));
  }

  get unevaluated(): readonly UnevaluatedName[] {
    return (this.#unevaluated ??= this.#unevaluatedNames());
  }

  get unknown(): readonly Occurrence[] {
    return this.#collected.unknown.map((node) => this.#at(node));
  }

  readonly bindingAt = (offset: number): Binding | undefined => {
    const symbol = this.#symbolAt(offset);
    return symbol === NONE ? undefined : this.binding(this.resolved.variable[symbol] ?? NONE);
  };

  readonly symbolAt = (offset: number): Symbol | undefined => {
    const symbol = this.#symbolAt(offset);
    return symbol === NONE ? undefined : this.symbol(symbol);
  };

  readonly scopeOf = (node: Node): Scope => this.scope(blockOf(this.#collected.regions, node));

  readonly scopeAt = (node: Node): Scope | undefined => {
    this.#blockOfNode ??= blockOfNode(this.blocks);
    const block = this.#blockOfNode.get(node);
    return block === undefined ? undefined : this.scope(block);
  };

  readonly lookup = (scope: Scope, name: string): Binding | undefined => {
    const identifier = this.blocks.identifiers.find(name);
    if (identifier === NONE) return undefined;
    const variable = this.#lookup(scope.id, this.blocks.nameIn(scope.id, identifier));
    return variable === NONE ? undefined : this.binding(variable);
  };

  scope(block: number): Scope {
    const scope = this.scopes[block];
    if (scope === undefined) throw new Error('no such block');
    return scope;
  }

  childrenOf(block: number): readonly Scope[] {
    this.#childrenOfBlock ??= childrenOf(this.scopes, this.blocks.parents);
    return this.#childrenOfBlock[block] ?? [];
  }

  observersOf(block: number): readonly Observer[] {
    return (this.#observers ??= observersByScope(this.tree, this)).get(block) ?? [];
  }

  isIncomplete(block: number): boolean {
    return (this.#incomplete ??= incompleteBlocks(this.tree, this.blocks))[block] === true;
  }

  symbolsOf(block: number): ReadonlyMap<string, Symbol> {
    this.#addPassing();
    const numbers: number[] = [];
    let symbol = this.blocks.firstSymbol[block] ?? NONE;
    for (; symbol !== NONE; symbol = this.blocks.nextSymbol[symbol] ?? NONE) numbers.push(symbol);
    return new Map(
      numbers.toReversed().map((number) => {
        const view = this.symbol(number);
        return [view.name, view];
      }),
    );
  }

  symbol(symbol: number): Symbol {
    return (this.#symbols[symbol] ??= new SymbolView(this, symbol));
  }

  binding(variable: number): Binding {
    return (this.#variables[variable] ??= new BindingView(this, variable));
  }

  /** The occurrences of a symbol that do one of the things in `uses`. */
  occurrencesOfSymbol(symbol: number, uses: number): readonly Occurrence[] {
    const count = this.blocks.occurrenceNode.length;
    this.#occurrencesOfSymbol ??= groups(count, this.blocks.symbolName.length, (occurrence) =>
      this.blocks.symbolOfOccurrence(occurrence),
    );
    return this.#occurrencesIn(this.#occurrencesOfSymbol, symbol, uses);
  }

  occurrencesOfVariable(variable: number, uses: number): readonly Occurrence[] {
    const count = this.blocks.occurrenceNode.length;
    this.#occurrencesOfVariable ??= groups(
      count,
      this.resolved.variableName.length,
      (occurrence) => this.resolved.variable[this.blocks.symbolOfOccurrence(occurrence)] ?? 0,
    );
    return this.#occurrencesIn(this.#occurrencesOfVariable, variable, uses);
  }

  symbolsOfVariable(variable: number): readonly Symbol[] {
    this.#addPassing();
    this.#symbolsOfVariable ??= groups(
      this.blocks.symbolName.length,
      this.resolved.variableName.length,
      (symbol) => this.resolved.variable[symbol] ?? 0,
    );
    const { starts, members } = this.#symbolsOfVariable;
    const symbols = Array.from(members.subarray(starts[variable], starts[variable + 1]));
    const owner = this.resolved.variableBlock[variable];
    return [
      ...symbols.filter((symbol) => this.blocks.symbolBlock[symbol] === owner),
      ...symbols.filter((symbol) => this.blocks.symbolBlock[symbol] !== owner),
    ].map((symbol) => this.symbol(symbol));
  }

  #unevaluatedNames(): readonly UnevaluatedName[] {
    const { nodes, blocks } = this.#collected.unevaluated;
    return nodes.map((node, index) => {
      const occurrence = this.#at(node);
      const block = blocks[index] ?? MODULE;
      const { identifiers } = this.blocks;
      const identifier = identifiers.at(occurrence.start, occurrence.end);
      const name = identifiers.nameOf(this.blocks.nameIn(block, identifier)).normalize('NFKC');
      return { ...occurrence, name, scope: this.scope(block) };
    });
  }

  #addPassing(): void {
    if (this.#hasPassing) return;
    this.#hasPassing = true;
    addPassingSymbols(this.blocks, this.resolved);
    this.#occurrencesOfSymbol = undefined;
  }

  #occurrencesIn({ starts, members }: Groups, group: number, uses: number): readonly Occurrence[] {
    const found: Occurrence[] = [];
    const end = starts[group + 1] ?? 0;
    for (let index = starts[group] ?? 0; index < end; index++) {
      const occurrence = members[index] ?? 0;
      if ((this.blocks.useOfOccurrence(occurrence) & uses) === 0) continue;
      found.push((this.#occurrences[occurrence] ??= this.#at(this.blocks.occurrenceNode[occurrence] ?? 0)));
    }
    return found;
  }

  #at(node: Node): Occurrence {
    return { start: startOf(this.tree, node), end: endOf(this.tree, node), node };
  }

  /** Occurrences are in source order, so that the last one that starts before the offset is the only candidate. */
  #symbolAt(offset: number): number {
    const nodes = this.blocks.occurrenceNode;
    let low = 0;
    let high = nodes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (startOf(this.tree, nodes[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const node = nodes[low - 1];
    if (node === undefined || endOf(this.tree, node) <= offset) return NONE;
    return this.blocks.symbolOfOccurrence(low - 1);
  }

  #lookup(start: number, name: number): number {
    const { blocks, resolved } = this;
    let seesClass = true;
    for (let block = start; block !== NONE; block = blocks.parents[block] ?? NONE) {
      const symbol = blocks.find(block, name);
      if (symbol !== NONE && (seesClass || blocks.kinds[block] !== 'class'))
        return resolved.variable[symbol] ?? NONE;
      seesClass = blocks.seesClass[block] === true;
    }
    return resolved.globalVariable[name] ?? NONE;
  }
}

function childrenOf(scopes: readonly Scope[], parents: readonly number[]): readonly (readonly Scope[])[] {
  const children: Scope[][] = scopes.map(() => []);
  for (const scope of scopes) children[parents[scope.id] ?? NONE]?.push(scope);
  return children;
}

/** The block that each node opens; of a generic definition the later one, which is not its type parameters. */
function blockOfNode(blocks: Blocks): ReadonlyMap<Node, number> {
  const found = new Map<Node, number>();
  for (const [block, node] of blocks.nodes.entries()) {
    if (blocks.kinds[block] !== 'annotation') found.set(node, block);
  }
  return found;
}
