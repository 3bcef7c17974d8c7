import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import {
  childIn,
  childrenOf,
  endOf,
  Field,
  Kind,
  kindOf,
  namedChildrenOf,
  type Node,
  parentOf,
  startOf,
  type SyntaxTree,
} from '../../python/syntax.ts';
import type { Span } from '../../python/text.ts';
import { wordOffsetsIn, wordsIn } from '../words.ts';

/** A string as it is written: one literal, or several side by side that Python joins. */
export interface Literal {
  /** The string or concatenated_string. */
  readonly node: Node;
  /** What it stands for, escapes resolved; a replacement field of a formatted string is one U+FFFC. */
  readonly value: string;
  /** The UTF-16 offset in the text of each code unit of the value, and the end of the last. */
  readonly offsets: readonly number[];
  /** Whether a part of it is computed: it has a replacement field. */
  readonly isFormatted: boolean;
  readonly isDocstring: boolean;
}

/** The strings of a module in source order, those in replacement fields after the string around them. */
export function literalsOf(module: TestModule): readonly Literal[] {
  return read(module).literals;
}

/** The strings whose value has a word as a whole word. */
export function literalsWith(module: TestModule, word: string): readonly Literal[] {
  return read(module).byWord.get(word.normalize('NFKC')) ?? [];
}

/** The string at a node; undefined when the node is none, or a part of one. */
export function literalAt(module: TestModule, node: Node): Literal | undefined {
  return read(module).byNode.get(node);
}

/** The value of a string that is written out; undefined for any other expression. */
export function constantAt(module: TestModule, node: Node): string | undefined {
  const literal = literalAt(module, node);
  return literal === undefined || literal.isFormatted ? undefined : literal.value;
}

/** The string that a variable is assigned once and for all; undefined for any other. */
export function assignedConstant(module: TestModule, variable: Binding | undefined): string | undefined {
  const { tree } = module;
  const [only, ...more] = variable?.definitions ?? [];
  if (only === undefined || more.length > 0) return undefined;
  const assignment = parentOf(tree, only.node);
  const isAssigned =
    kindOf(tree, assignment) === Kind.assignment && childIn(tree, assignment, Field.left) === only.node;
  return isAssigned ? constantAt(module, childIn(tree, assignment, Field.right)) : undefined;
}

/** The places of a word in the text of a string; one that is written with escapes in it has none. */
export function wordSpansIn({ value, offsets }: Literal, word: string): readonly Span[] {
  return wordOffsetsIn(value, word).flatMap((at) => {
    const start = offsets[at] ?? 0;
    const end = offsets[at + word.length] ?? 0;
    return end - start === word.length ? [{ start, end }] : [];
  });
}

/** Where a string starts in its text. */
export function literalStart(module: TestModule, { node }: Literal): number {
  return startOf(module.tree, node);
}

interface Read {
  readonly literals: readonly Literal[];
  readonly byNode: ReadonlyMap<Node, Literal>;
  readonly byWord: ReadonlyMap<string, readonly Literal[]>;
}

const known = new WeakMap<TestModule, Read>();

function read(module: TestModule): Read {
  const present = known.get(module);
  if (present !== undefined) return present;
  const { tree } = module;
  const docstrings = new Set(module.docstrings.map(({ span }) => span.start));
  const literals = [...module.nodesOf(Kind.string), ...module.nodesOf(Kind.concatenated_string)]
    .filter((node) => kindOf(tree, parentOf(tree, node)) !== Kind.concatenated_string)
    .toSorted((one, other) => one - other)
    .map((node) => literalOf(tree, node, docstrings.has(startOf(tree, node))));
  const byWord = new Map<string, Literal[]>();
  for (const literal of literals) {
    for (const word of new Set(wordsIn(literal.value))) {
      const found = byWord.get(word);
      if (found === undefined) byWord.set(word, [literal]);
      else found.push(literal);
    }
  }
  const made = { literals, byNode: new Map(literals.map((literal) => [literal.node, literal])), byWord };
  known.set(module, made);
  return made;
}

function literalOf(tree: SyntaxTree, node: Node, isDocstring: boolean): Literal {
  const parts = kindOf(tree, node) === Kind.concatenated_string ? namedChildrenOf(tree, node) : [node];
  let value = '';
  const offsets: number[] = [];
  let isFormatted = false;
  for (const part of parts) {
    const children = childrenOf(tree, part);
    const prefix = tree.text.slice(startOf(tree, part), endOf(tree, children[0] ?? part)).toLowerCase();
    const isRaw = /^[a-z]*r/.test(prefix);
    for (const child of children) {
      const kind = kindOf(tree, child);
      if (kind === Kind.interpolation) {
        isFormatted = true;
        value += '\ufffc';
        offsets.push(startOf(tree, child));
      } else if (kind === Kind.string_content) {
        value += unescaped(tree.text, startOf(tree, child), endOf(tree, child), isRaw, offsets);
      }
    }
  }
  const closing = childrenOf(tree, parts.at(-1) ?? node).at(-1) ?? node;
  offsets.push(startOf(tree, closing));
  return { node, value, offsets, isFormatted, isDocstring };
}

const ESCAPE =
  /\\(?:(\r\n|\r|\n)|([0-7]{1,3})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|N\{([^}]*)\}|([abfnrtv\\'"]))/y;
const SIMPLE: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** The value of a stretch of a string (Language Reference 2.4.1); appends the offset of each of its code units. */
function unescaped(text: string, start: number, end: number, isRaw: boolean, offsets: number[]): string {
  let value = '';
  const add = (written: string, at: number) => {
    value += written;
    for (let unit = 0; unit < written.length; unit++) offsets.push(at);
  };
  for (let at = start; at < end;) {
    ESCAPE.lastIndex = at;
    const escape = isRaw || text[at] !== '\\' ? null : ESCAPE.exec(text);
    if (escape === null) {
      add(text[at] ?? '', at);
      at++;
      continue;
    }
    const [written, newline, octal, short, middle, long, named, letter = ''] = escape;
    const hexadecimal = short ?? middle ?? long;
    if (newline !== undefined) add('', at);
    else if (octal !== undefined) add(String.fromCodePoint(Number.parseInt(octal, 8)), at);
    else if (hexadecimal !== undefined) add(character(Number.parseInt(hexadecimal, 16)), at);
    else if (named !== undefined) add('\ufffd', at);
    else add(SIMPLE[letter] ?? letter, at);
    at += written.length;
  }
  return value;
}

function character(code: number): string {
  return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}
