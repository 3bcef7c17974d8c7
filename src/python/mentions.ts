import type { NodesOf } from './kinds.ts';
import {
  afterOf,
  Field,
  fieldOf,
  Kind,
  kindOf,
  type Node,
  parentOf,
  type SyntaxTree,
  textOf,
} from './syntax.ts';

/** Whether a name occurs below a node where it is no variable: as an attribute, as a keyword, or in a string. */
export function isMentioned(tree: SyntaxTree, root: Node, name: string): boolean {
  for (let node = root, end = afterOf(tree, root); node < end; node++) {
    const kind = kindOf(tree, node);
    if (kind === Kind.string_content) {
      if (wordPattern(name).test(textOf(tree, node))) return true;
    } else if (kind === Kind.identifier && textOf(tree, node) === name) {
      if (fieldOf(tree, node) === Field.attribute) return true;
      if (fieldOf(tree, node) === Field.name && kindOf(tree, parentOf(tree, node)) === Kind.keyword_argument)
        return true;
    }
  }
  return false;
}

/** Whether an import statement has a name, as what it imports, from where, or under which name. */
export function isImportedName(tree: SyntaxTree, nodesOf: NodesOf, name: string): boolean {
  return [Kind.import_statement, Kind.import_from_statement].some((kind) =>
    Array.from(nodesOf(kind)).some((statement) => wordPattern(name).test(textOf(tree, statement))),
  );
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

const wordPattern = (name: string) => new RegExp(`(?<![\\p{L}\\p{N}_])${name}(?![\\p{L}\\p{N}_])`, 'u');
