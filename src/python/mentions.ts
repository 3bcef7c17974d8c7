import { argumentsOf, calledNameOf, stringContentOf } from './expressions.ts';
import type { NodesOf } from './kinds.ts';
import type { Bindings } from './scope.ts';
import {
  afterOf,
  endOf,
  childIn,
  descendantsOf,
  Field,
  fieldOf,
  Kind,
  kindOf,
  type Node,
  parentOf,
  startOf,
  type SyntaxTree,
  textOf,
} from './syntax.ts';

/** Whether a name occurs below a node where it is no variable: as an attribute, as a keyword, or in a string. */
export function isMentioned(tree: SyntaxTree, nodesOf: NodesOf, root: Node, name: string): boolean {
  // Few texts have the name anywhere: it is looked for there, and not in each node.
  const start = startOf(tree, root);
  for (const at of wordsIn(tree.text.slice(start, endOf(tree, root)), name))
    if (isMentionAt(tree, nodesOf, start + at, name)) return true;
  return false;
}

function isMentionAt(tree: SyntaxTree, nodesOf: NodesOf, at: number, name: string): boolean {
  const content = lastFrom(tree, nodesOf(Kind.string_content), at);
  if (content !== undefined && endOf(tree, content) >= at + name.length) return true;
  const node = lastFrom(tree, nodesOf(Kind.identifier), at);
  if (node === undefined || startOf(tree, node) !== at || endOf(tree, node) !== at + name.length)
    return false;
  const field = fieldOf(tree, node);
  if (field === Field.attribute) return true;
  return field === Field.name && kindOf(tree, parentOf(tree, node)) === Kind.keyword_argument;
}

/** The last of some nodes, which do not overlap and are in source order, that starts at a UTF-16 offset or before it. */
function lastFrom(tree: SyntaxTree, nodes: Int32Array, offset: number): Node | undefined {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(tree, nodes[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return nodes[low - 1];
}

/** Whether some identifier is a name, whatever it is there. */
export function hasIdentifier(tree: SyntaxTree, nodesOf: NodesOf, name: string): boolean {
  return nodesOf(Kind.identifier).some((node) => isSpelt(tree, node, name));
}

/** Whether the text of a node is a name, without a copy of it: most are of another length. */
export function isSpelt(tree: SyntaxTree, node: Node, name: string): boolean {
  const start = startOf(tree, node);
  return endOf(tree, node) - start === name.length && tree.text.startsWith(name, start);
}

/** The texts of the import statements, a line each or more. */
export function importTextOf(tree: SyntaxTree, nodesOf: NodesOf): string {
  return [Kind.import_statement, Kind.import_from_statement]
    .flatMap((kind) => Array.from(nodesOf(kind), (statement) => textOf(tree, statement)))
    .join('\n');
}

/** Whether a name stands in a text as a word. */
export const hasWord = (text: string, name: string): boolean => wordsIn(text, name).next().done !== true;

/** The UTF-16 offsets at which a name stands in a text as a word. */
function* wordsIn(text: string, name: string): Generator<number> {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const end = at + name.length;
    // Two code units hold a letter outside the Basic Multilingual Plane.
    if (
      !ENDS_IN_WORD.test(text.slice(Math.max(0, at - 2), at)) &&
      !BEGINS_WORD.test(text.slice(end, end + 2))
    )
      yield at;
  }
}

const ENDS_IN_WORD = /[\p{L}\p{N}_]$/u;
const BEGINS_WORD = /^[\p{L}\p{N}_]/u;

/** The names of what a function gets from elsewhere: of attributes that it does not assign, of variables that it does not bind. */
export function namesFromElsewhere(
  tree: SyntaxTree,
  bindings: Bindings,
  definition: Node,
): ReadonlySet<string> {
  const names = new Set<string>();
  const assigned = new Set<string>();
  for (const attribute of descendantsOf(tree, definition, Kind.attribute)) {
    const name = textOf(tree, childIn(tree, attribute, Field.attribute));
    (fieldOf(tree, attribute) === Field.left ? assigned : names).add(name);
  }
  for (const { name, flags } of bindings.scopeAt(definition)?.symbols.values() ?? []) {
    if (flags.referenced && !flags.local) names.add(name);
  }
  for (const name of assigned) names.delete(name);
  return names;
}

/** A number, `2` or `"2"`, that a call gets as an argument. */
export interface PassedNumber {
  /** The last part of what is called; empty where that has no name. */
  readonly callee: string;
  /** Undefined for a positional argument. */
  readonly keyword: string | undefined;
  readonly digits: string;
  readonly isString: boolean;
  /** Whether the call has no other argument. */
  readonly isAlone: boolean;
}

/** The numbers that the calls below a node get as arguments, in source order. */
export function numbersPassedIn(tree: SyntaxTree, root: Node): readonly PassedNumber[] {
  return Array.from(descendantsOf(tree, root, Kind.call)).flatMap((call) => {
    const callee = calledNameOf(tree, call);
    const passed = argumentsOf(tree, call);
    return passed.flatMap(({ keyword, value }) => {
      const string = stringContentOf(tree, value);
      const digits = string ?? (kindOf(tree, value) === Kind.integer ? textOf(tree, value) : '');
      if (!/^\d+$/.test(digits)) return [];
      return [{ callee, keyword, digits, isString: string !== undefined, isAlone: passed.length === 1 }];
    });
  });
}

/** The identifiers below a node, and the strings below it that hold nothing but a name, with or without dots. */
export function namesIn(tree: SyntaxTree, root: Node): readonly string[] {
  const names: string[] = [];
  for (let node = root, end = afterOf(tree, root); node < end; node++) {
    const kind = kindOf(tree, node);
    if (kind === Kind.identifier) names.push(textOf(tree, node));
    else if (kind === Kind.string_content && DOTTED_NAME.test(textOf(tree, node)))
      names.push(textOf(tree, node));
  }
  return names;
}

const DOTTED_NAME = /^[\p{L}\p{N}_]+(?:\.[\p{L}\p{N}_]+)*$/u;
