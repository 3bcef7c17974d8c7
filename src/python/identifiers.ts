/**
 * The identifiers of one text, each under a number: spellings that are equal after NFKC are one identifier
 * (PEP 3131). A spelling is sliced out of the text at most once.
 */
export class Identifiers {
  readonly #text: string;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #hashes: number[] = [];
  /** Spellings that are not in the text as they are: normalised and mangled ones. */
  readonly #spellings: (string | undefined)[] = [];
  readonly #isPrivate: number[] = [];
  readonly #mangled = new Map<string, number>();
  /** Open addressing, a power of two long: the number plus one, or 0. */
  #slots = new Int32Array(256);

  constructor(text: string) {
    this.#text = text;
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The number of the identifier that stands at UTF-16 offsets `start` to `end`. */
  at(start: number, end: number): number {
    const text = this.#text;
    let hash = 0;
    let union = 0;
    for (let index = start; index < end; index++) {
      const code = text.charCodeAt(index);
      union |= code;
      hash = (Math.imul(hash, 31) + code) | 0;
    }
    if (union > LAST_ASCII) return this.of(text.slice(start, end).normalize('NFKC'));
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = scattered(hash) & mask;
    for (; ; slot = (slot + 1) & mask) {
      const candidate = (slots[slot] ?? 0) - 1;
      if (candidate < 0) break;
      if (this.#hashes[candidate] === hash && this.#isSpelt(candidate, start, end)) return candidate;
    }
    return this.#add(slot, hash, start, end, undefined);
  }

  /** The number of an identifier by its name, which is in NFKC. */
  of(name: string): number {
    const hash = hashOf(name);
    const mask = this.#slots.length - 1;
    let slot = scattered(hash) & mask;
    for (; ; slot = (slot + 1) & mask) {
      const candidate = (this.#slots[slot] ?? 0) - 1;
      if (candidate < 0) break;
      if (this.#hashes[candidate] === hash && this.nameOf(candidate) === name) return candidate;
    }
    return this.#add(slot, hash, 0, name.length, name);
  }

  /** The number of a name when the text has it; otherwise -1. */
  find(name: string): number {
    const hash = hashOf(name);
    const mask = this.#slots.length - 1;
    for (let slot = scattered(hash) & mask; ; slot = (slot + 1) & mask) {
      const candidate = (this.#slots[slot] ?? 0) - 1;
      if (candidate < 0) return -1;
      if (this.#hashes[candidate] === hash && this.nameOf(candidate) === name) return candidate;
    }
  }

  nameOf(identifier: number): string {
    return (this.#spellings[identifier] ??= this.#text.slice(
      this.#starts[identifier],
      this.#ends[identifier],
    ));
  }

  /** Whether a class mangles the identifier: it starts with two underscores and does not end with two. */
  isPrivate(identifier: number): boolean {
    return this.#isPrivate[identifier] === 1;
  }

  /**
   * The identifier as a class mangles it (Language Reference 6.2.1): a private one becomes `_Class__name`, without
   * the underscores that the class's name starts with; a class whose name is all underscores mangles nothing.
   */
  mangled(identifier: number, className: string): number {
    if (this.#isPrivate[identifier] !== 1) return identifier;
    const stripped = className.replace(/^_+/, '');
    if (stripped === '') return identifier;
    const name = `_${stripped}${this.nameOf(identifier)}`;
    let mangled = this.#mangled.get(name);
    if (mangled === undefined) this.#mangled.set(name, (mangled = this.of(name)));
    return mangled;
  }

  #isSpelt(candidate: number, start: number, end: number): boolean {
    const spelling = this.#spellings[candidate];
    const from = this.#starts[candidate] ?? 0;
    if ((this.#ends[candidate] ?? 0) - from !== end - start) return false;
    const text = this.#text;
    const other = spelling ?? text;
    let index = spelling === undefined ? from : 0;
    for (let here = start; here < end; here++, index++) {
      if (text.charCodeAt(here) !== other.charCodeAt(index)) return false;
    }
    return true;
  }

  #add(slot: number, hash: number, start: number, end: number, spelling: string | undefined): number {
    const identifier = this.#starts.length;
    this.#starts.push(start);
    this.#ends.push(end);
    this.#hashes.push(hash);
    this.#spellings.push(spelling);
    this.#isPrivate.push(isPrivate(spelling ?? this.#text, start, end) ? 1 : 0);
    this.#slots[slot] = identifier + 1;
    if (2 * identifier > this.#slots.length) this.#grow();
    return identifier;
  }

  #grow(): void {
    const slots = new Int32Array(4 * this.#slots.length);
    const mask = slots.length - 1;
    for (const [identifier, hash] of this.#hashes.entries()) {
      let slot = scattered(hash) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = identifier + 1;
    }
    this.#slots = slots;
  }
}

const LAST_ASCII = 0x7f;
const UNDERSCORE = 0x5f;

function isPrivate(text: string, start: number, end: number): boolean {
  return (
    end - start > 2 &&
    text.charCodeAt(start) === UNDERSCORE &&
    text.charCodeAt(start + 1) === UNDERSCORE &&
    !(text.charCodeAt(end - 1) === UNDERSCORE && text.charCodeAt(end - 2) === UNDERSCORE)
  );
}

function hashOf(name: string): number {
  let hash = 0;
  for (let index = 0; index < name.length; index++) hash = (Math.imul(hash, 31) + name.charCodeAt(index)) | 0;
  return hash;
}

/** Spreads a hash over its low bits. */
function scattered(hash: number): number {
  return hash ^ (hash >>> 15);
}
