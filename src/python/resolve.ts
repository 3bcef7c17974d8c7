import { type Blocks, BOUND, Flag, MODULE, NONE } from './blocks.ts';

/** How a block reaches a name: the scope that symtable's second pass gives it. */
export const Reach = { local: 1, free: 2, globalImplicit: 3, globalExplicit: 4 } as const;

/** What the second pass finds: the variable of each symbol. Variables are numbers too. */
export interface Resolved {
  /** How each symbol reaches its variable. */
  readonly reach: number[];
  /** The variable of each symbol. */
  readonly variable: number[];
  /** The block and the name of each variable. */
  readonly variableBlock: number[];
  readonly variableName: number[];
  /** The flags of all symbols of each variable together. */
  readonly variableFlags: number[];
  /** The module's variable of each name, or NONE. */
  readonly globalVariable: Int32Array;
}

/**
 * The second pass of CPython's symtable: whose variable each name is. A name that its block binds is local; any other
 * is that of the nearest function, lambda, comprehension or list of type parameters around that binds it, classes
 * left out, and else global. One walk down the tree of blocks, with the variables that can be seen at hand.
 */
export function resolve(blocks: Blocks): Resolved {
  return new Resolver(blocks).resolve();
}

class Resolver {
  readonly #blocks: Blocks;
  readonly #reach: number[];
  readonly #variable: number[];
  readonly #variableBlock: number[] = [];
  readonly #variableName: number[] = [];
  readonly #variableFlags: number[] = [];
  /** The variable that a block sees around it by each name, and the module's. */
  readonly #visible: Int32Array;
  readonly #global: Int32Array;
  /** What to put back into `visible` when a block is left. */
  readonly #hiddenNames: number[] = [];
  readonly #hiddenVariables: number[] = [];
  readonly #implicitInClass: readonly number[];
  readonly #typeParams: number;

  constructor(blocks: Blocks) {
    this.#blocks = blocks;
    const { identifiers } = blocks;
    this.#reach = filled(blocks.symbolName.length, Reach.globalImplicit);
    this.#variable = filled(blocks.symbolName.length, NONE);
    this.#visible = new Int32Array(identifiers.count).fill(NONE);
    this.#global = new Int32Array(identifiers.count).fill(NONE);
    // Variables that every class has for the functions in it, without a binding in the source.
    this.#implicitInClass = ['__class__', '__classdict__', '__conditional_annotations__']
      .map((name) => identifiers.find(name))
      .filter((name) => name !== NONE);
    this.#typeParams = identifiers.find('__type_params__');
  }

  resolve(): Resolved {
    const { parents } = this.#blocks;
    const firstChild = filled(parents.length, NONE);
    const nextChild = filled(parents.length, NONE);
    for (let block = parents.length - 1; block > MODULE; block--) {
      const parent = parents[block] ?? MODULE;
      nextChild[block] = firstChild[parent] ?? NONE;
      firstChild[parent] = block;
    }
    const hiddenBefore: number[] = [];
    let block: number = MODULE;
    for (;;) {
      hiddenBefore.push(this.#hiddenNames.length);
      this.#resolveBlock(block);
      let next = firstChild[block] ?? NONE;
      while (next === NONE) {
        this.#leave(hiddenBefore.pop() ?? 0);
        if (block === MODULE) return this.#resolved();
        next = nextChild[block] ?? NONE;
        block = parents[block] ?? MODULE;
      }
      block = next;
    }
  }

  #resolved(): Resolved {
    return {
      reach: this.#reach,
      variable: this.#variable,
      variableBlock: this.#variableBlock,
      variableName: this.#variableName,
      variableFlags: this.#variableFlags,
      globalVariable: this.#global,
    };
  }

  #resolveBlock(block: number): void {
    const blocks = this.#blocks;
    const kind = blocks.kinds[block];
    const isClass = kind === 'class';
    const isFunctionLike = !isClass && kind !== 'module';
    const seenClass = blocks.seesClass[block] === true ? this.#classSeenBy(block) : NONE;
    if (isClass) this.#defineTypeParams(block);
    for (
      let symbol = blocks.firstSymbol[block] ?? NONE;
      symbol !== NONE;
      symbol = blocks.nextSymbol[symbol] ?? NONE
    ) {
      const name = blocks.symbolName[symbol] ?? 0;
      const flags = blocks.symbolFlags[symbol] ?? 0;
      if ((flags & Flag.global) !== 0) {
        this.#settle(symbol, Reach.globalExplicit, this.#globalOf(name));
        // A global statement in a class has no effect on the functions in it.
        if (isFunctionLike) this.#show(name, NONE);
      } else if ((flags & Flag.nonlocal) !== 0) {
        this.#settleOuter(symbol, name);
      } else if ((flags & BOUND) !== 0) {
        const variable = block === MODULE ? this.#globalOf(name) : this.#newVariable(block, name);
        this.#settle(symbol, Reach.local, variable);
        if (isFunctionLike) this.#show(name, variable);
      } else if (seenClass === NONE || !this.#settleInClass(symbol, name, seenClass)) {
        this.#settleOuter(symbol, name);
      }
    }
    if (isClass) {
      for (const name of this.#implicitInClass) this.#show(name, this.#classVariableOf(block, name));
    }
  }

  #settle(symbol: number, reach: number, variable: number): void {
    this.#reach[symbol] = reach;
    this.#variable[symbol] = variable;
    this.#variableFlags[variable] =
      (this.#variableFlags[variable] ?? 0) | (this.#blocks.symbolFlags[symbol] ?? 0);
  }

  #settleOuter(symbol: number, name: number): void {
    const visible = this.#visible[name] ?? NONE;
    if (visible === NONE) this.#settle(symbol, Reach.globalImplicit, this.#globalOf(name));
    else this.#settle(symbol, Reach.free, visible);
  }

  /** A lazily evaluated block in a class looks into the class first (PEP 649, PEP 695). */
  #settleInClass(symbol: number, name: number, seenClass: number): boolean {
    const inClass = this.#blocks.find(seenClass, name);
    if (inClass === NONE) return false;
    const flags = this.#blocks.symbolFlags[inClass] ?? 0;
    if ((flags & Flag.global) !== 0) {
      this.#settle(symbol, Reach.globalExplicit, this.#globalOf(name));
      return true;
    }
    if ((flags & BOUND) === 0 || (flags & Flag.nonlocal) !== 0) return false;
    this.#settle(symbol, Reach.globalImplicit, this.#variable[inClass] ?? NONE);
    return true;
  }

  #classSeenBy(block: number): number {
    const { kinds, parents } = this.#blocks;
    let around = parents[block] ?? MODULE;
    while (around !== MODULE && kinds[around] !== 'class') around = parents[around] ?? MODULE;
    return around === MODULE ? NONE : around;
  }

  /** A class with type parameters has a variable `__type_params__`. */
  #defineTypeParams(block: number): void {
    const blocks = this.#blocks;
    if (this.#typeParams === NONE || blocks.kinds[blocks.parents[block] ?? MODULE] !== 'type-parameters')
      return;
    const symbol = blocks.find(block, this.#typeParams);
    if (symbol !== NONE) blocks.flag(symbol, Flag.local);
  }

  #globalOf(name: number): number {
    const present = this.#global[name] ?? NONE;
    if (present !== NONE) return present;
    const variable = this.#newVariable(MODULE, name);
    this.#global[name] = variable;
    return variable;
  }

  #classVariableOf(block: number, name: number): number {
    const symbol = this.#blocks.find(block, name);
    if (symbol !== NONE && this.#reach[symbol] === Reach.local) return this.#variable[symbol] ?? NONE;
    return this.#newVariable(block, name);
  }

  #newVariable(block: number, name: number): number {
    this.#variableBlock.push(block);
    this.#variableName.push(name);
    return this.#variableFlags.push(0) - 1;
  }

  #show(name: number, variable: number): void {
    this.#hiddenNames.push(name);
    this.#hiddenVariables.push(this.#visible[name] ?? NONE);
    this.#visible[name] = variable;
  }

  #leave(hiddenBefore: number): void {
    while (this.#hiddenNames.length > hiddenBefore) {
      this.#visible[this.#hiddenNames.pop() ?? 0] = this.#hiddenVariables.pop() ?? NONE;
    }
  }
}

/** A column of one value; much faster than `Array.from` with a function. */
function filled(length: number, value: number): number[] {
  const column: number[] = [];
  for (let index = 0; index < length; index++) column.push(value);
  return column;
}

/**
 * How many symbols are added for names that only pass through blocks. Lambdas nested by the thousand would ask for
 * millions; no text that a person wrote asks for a hundredth of this.
 */
const MOST_PASSING = 1_000_000;

/** Gives a symbol to each block that a free name only passes through on its way to the block that binds it, as symtable does. */
export function addPassingSymbols(blocks: Blocks, resolved: Resolved): void {
  const { reach, variable, variableBlock } = resolved;
  const implicit = new Set(
    ['__class__', '__classdict__', '__conditional_annotations__', '__type_params__'].map((name) =>
      blocks.identifiers.find(name),
    ),
  );
  const present = blocks.symbolBlock.length;
  for (let symbol = 0; symbol < present; symbol++) {
    const name = blocks.symbolName[symbol] ?? 0;
    if (reach[symbol] !== Reach.free || implicit.has(name)) continue;
    const binder = variableBlock[variable[symbol] ?? NONE] ?? MODULE;
    let block = blocks.parents[blocks.symbolBlock[symbol] ?? MODULE] ?? MODULE;
    for (; block !== binder && block > MODULE; block = blocks.parents[block] ?? MODULE) {
      const between = blocks.find(block, name);
      if (between !== NONE && reach[between] === Reach.free) break;
      if (between !== NONE) continue;
      if (reach.length - present > MOST_PASSING) return;
      blocks.symbolOf(block, name);
      reach.push(Reach.free);
      variable.push(variable[symbol] ?? NONE);
    }
  }
}
