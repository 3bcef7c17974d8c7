import type { NodesOf } from './kinds.ts';
import {
  afterOf,
  endOf,
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
export function isMentioned(tree: SyntaxTree, root: Node, name: string): boolean {
  const pattern = wordPattern(name);
  for (let node = root, end = afterOf(tree, root); node < end; node++) {
    const kind = kindOf(tree, node);
    if (kind === Kind.string_content) {
      const content = textOf(tree, node);
      if (content.includes(name) && pattern.test(content)) return true;
    } else if (kind === Kind.identifier && isSpelt(tree, node, name)) {
      if (fieldOf(tree, node) === Field.attribute) return true;
      if (fieldOf(tree, node) === Field.name && kindOf(tree, parentOf(tree, node)) === Kind.keyword_argument)
        return true;
    }
  }
  return false;
}

/** Whether the text of a node is a name, without a copy of it: most are of another length. */
function isSpelt(tree: SyntaxTree, node: Node, name: string): boolean {
  const start = startOf(tree, node);
  return endOf(tree, node) - start === name.length && tree.text.startsWith(name, start);
}

/** Whether an import statement has a name, as what it imports, from where, or under which name. */
export function isImportedName(tree: SyntaxTree, nodesOf: NodesOf, name: string): boolean {
  const pattern = wordPattern(name);
  return [Kind.import_statement, Kind.import_from_statement].some((kind) =>
    nodesOf(kind).some((statement) => {
      const text = textOf(tree, statement);
      return text.includes(name) && pattern.test(text);
    }),
  );
}

const wordPattern = (name: string) => new RegExp(`(?<![\\p{L}\\p{N}_])${name}(?![\\p{L}\\p{N}_])`, 'u');
