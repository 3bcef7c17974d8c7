import type { Identifiers } from './identifiers.ts';
import type { ScopeKind } from './scope.ts';
import type { Node } from './syntax.ts';

/** What a block says of a name; the bits of CPython's symtable, and two for the statement that defines it. */
export const Flag = {
  global: 1,
  local: 2,
  parameter: 4,
  nonlocal: 8,
  used: 16,
  imported: 32,
  annotated: 64,
  typeParameter: 128,
  functionName: 256,
  className: 512,
} as const;

/** The flags of a name that its block binds. */
export const BOUND = Flag.local | Flag.parameter | Flag.imported | Flag.typeParameter;

/** What an occurrence of a name does. */
export const Use = { defines: 1, reads: 2, declares: 4 } as const;

const USE_BITS = 3;
const USE_MASK = 7;

export const NONE = -1;

/** The whole file, the first block. */
export const MODULE = 0;

/** The name that symtable gives to a block that has none in the source. */
export type BlockName =
  | number
  | 'top'
  | 'lambda'
  | 'listcomp'
  | 'setcomp'
  | 'dictcomp'
  | 'genexpr'
  | '__annotate__';

/**
 * What the first pass finds: the blocks of a file, the names that each of them binds, reads and declares (its
 * symbols), and where. Blocks, symbols and occurrences are numbers, and their properties columns. Blocks are in the
 * order in which they start in the text, an outer one first; occurrences are in source order.
 */
export class Blocks {
  readonly identifiers: Identifiers;

  readonly kinds: ScopeKind[] = [];
  readonly names: BlockName[] = [];
  readonly parents: number[] = [];
  readonly nodes: Node[] = [];
  /** UTF-16 offsets at which the blocks start. */
  readonly starts: number[] = [];
  /** The name of the class that mangles private names in each block, or none. */
  readonly privateTo: (string | undefined)[] = [];
  /** In and below the type parameters of a class only their own names are mangled: these, so far. */
  readonly mangledOnly: (Set<number> | undefined)[] = [];
  /** Whether the block is lazily evaluated in a class and sees the class's names (PEP 649, PEP 695). */
  readonly seesClass: boolean[] = [];
  /** The block of a module's or class's variable annotations, once there is one. */
  readonly annotations: number[] = [];
  readonly hasError: boolean[] = [];
  readonly firstSymbol: number[] = [];

  readonly symbolBlock: number[] = [];
  readonly symbolName: number[] = [];
  readonly symbolFlags: number[] = [];
  /** The next symbol of the same block. */
  readonly nextSymbol: number[] = [];

  readonly occurrenceNode: Node[] = [];
  /** The symbol and, in the low bits, what the occurrence does. */
  readonly #occurrences: number[] = [];

  /** The latest symbol of each name, which is mostly the one that is asked for next. */
  readonly #latest: number[] = [];
  /** Open addressing over block and name, a power of two long: the symbol plus one, or 0. */
  #slots = new Int32Array(512);

  constructor(identifiers: Identifiers) {
    this.identifiers = identifiers;
  }

  open(kind: ScopeKind, name: BlockName, parent: number, node: Node, start: number): number {
    const block = this.kinds.length;
    this.kinds.push(kind);
    this.names.push(name);
    this.parents.push(parent);
    this.nodes.push(node);
    this.starts.push(start);
    this.privateTo.push(parent === NONE ? undefined : this.privateTo[parent]);
    this.mangledOnly.push(parent === NONE || kind === 'class' ? undefined : this.mangledOnly[parent]);
    this.seesClass.push(false);
    this.annotations.push(NONE);
    this.hasError.push(false);
    this.firstSymbol.push(NONE);
    return block;
  }

  /** The identifier as the block has it: mangled where Python mangles. */
  nameIn(block: number, identifier: number): number {
    if (!this.identifiers.isPrivate(identifier)) return identifier;
    const className = this.privateTo[block];
    if (className === undefined) return identifier;
    const only = this.mangledOnly[block];
    if (only !== undefined && !only.has(identifier)) return identifier;
    return this.identifiers.mangled(identifier, className);
  }

  /** The symbol of a block for a name, made when there is none; `name` is mangled. */
  symbolOf(block: number, name: number): number {
    const latest = this.#latest[name];
    if (latest !== undefined && this.symbolBlock[latest] === block) return latest;
    const symbol = this.#symbolOf(block, name);
    while (this.#latest.length <= name) this.#latest.push(NONE);
    this.#latest[name] = symbol;
    return symbol;
  }

  /** The symbol of a block for a name, or NONE. */
  find(block: number, name: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(block, name) & mask; ; slot = (slot + 1) & mask) {
      const symbol = (this.#slots[slot] ?? 0) - 1;
      if (symbol === NONE) return NONE;
      if (this.symbolName[symbol] === name && this.symbolBlock[symbol] === block) return symbol;
    }
  }

  flag(symbol: number, flags: number): void {
    this.symbolFlags[symbol] = (this.symbolFlags[symbol] ?? 0) | flags;
  }

  occur(symbol: number, node: Node, use: number): void {
    this.occurrenceNode.push(node);
    this.#occurrences.push((symbol << USE_BITS) | use);
  }

  symbolOfOccurrence(occurrence: number): number {
    return (this.#occurrences[occurrence] ?? 0) >> USE_BITS;
  }

  useOfOccurrence(occurrence: number): number {
    return (this.#occurrences[occurrence] ?? 0) & USE_MASK;
  }

  #symbolOf(block: number, name: number): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(block, name) & mask;
    for (; ; slot = (slot + 1) & mask) {
      const symbol = (this.#slots[slot] ?? 0) - 1;
      if (symbol === NONE) break;
      if (this.symbolName[symbol] === name && this.symbolBlock[symbol] === block) return symbol;
    }
    const symbol = this.symbolBlock.length;
    this.symbolBlock.push(block);
    this.symbolName.push(name);
    this.symbolFlags.push(0);
    this.nextSymbol.push(this.firstSymbol[block] ?? NONE);
    this.firstSymbol[block] = symbol;
    this.#slots[slot] = symbol + 1;
    if (2 * symbol > this.#slots.length) this.#grow();
    return symbol;
  }

  #grow(): void {
    const slots = new Int32Array(4 * this.#slots.length);
    const mask = slots.length - 1;
    for (const [symbol, name] of this.symbolName.entries()) {
      let slot = hashOf(this.symbolBlock[symbol] ?? 0, name) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = symbol + 1;
    }
    this.#slots = slots;
  }
}

function hashOf(block: number, name: number): number {
  const hash = Math.imul(Math.imul(block, 0x9e3779b1) ^ name, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}
