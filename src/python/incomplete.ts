import { type Blocks, MODULE } from './blocks.ts';
import {
  afterOf,
  childrenOf,
  endOf,
  isToken,
  Kind,
  kindOf,
  type Node,
  ROOT,
  startOf,
  type SyntaxTree,
} from './syntax.ts';

/**
 * Whether names may be missing from each block, or may be in it that are not its own. What does not parse may hold
 * names of its own block and, by `global` and `nonlocal`, of those around; and after it, up to the next statement
 * that starts a line, the parser may have taken things to be elsewhere than they are.
 */
export function incompleteBlocks(tree: SyntaxTree, blocks: Blocks): readonly boolean[] {
  const incomplete = [...blocks.hasError];
  if (tree.hasError) {
    for (const [block, isDoubtful] of doubtfulBlocks(tree, blocks).entries()) {
      if (isDoubtful) incomplete[block] = true;
    }
  }
  for (let block = incomplete.length - 1; block > MODULE; block--) {
    if (incomplete[block] === true) incomplete[blocks.parents[block] ?? MODULE] = true;
  }
  return incomplete;
}

function doubtfulBlocks(tree: SyntaxTree, blocks: Blocks): readonly boolean[] {
  const statements = childrenOf(tree, ROOT).filter((node) => kindOf(tree, node) !== Kind.comment);
  const errors = errorsOf(tree);
  const doubtful = blocks.nodes.map((_, block) => block === MODULE);
  const errorAfter = new Map(errors.map((error) => [beforeComments(tree, error), error]));
  let nextError = 0;
  let nextBlock = MODULE + 1;
  let hadError = false;
  for (const [index, statement] of statements.entries()) {
    const after = afterOf(tree, statement);
    const first = errors[nextError] ?? tree.size;
    const isStray = hadError && !startsLine(tree, statement);
    const following = statements[index + 1];
    const isCut = following !== undefined && !startsLine(tree, following) ? after : tree.size + 1;
    for (; nextBlock < blocks.nodes.length && (blocks.nodes[nextBlock] ?? 0) < after; nextBlock++) {
      const end = afterOf(tree, blocks.nodes[nextBlock] ?? 0);
      doubtful[nextBlock] =
        isStray ||
        end > first ||
        end >= isCut ||
        isCutBy(tree, blocks.nodes[nextBlock] ?? 0, errorAfter.get(end));
    }
    while ((errors[nextError] ?? tree.size) < after) nextError += 1;
    hadError ||= nextError > 0;
  }
  return doubtful;
}

/** The nodes that are errors, or stand for a missing token or lack one, in source order. */
function errorsOf(tree: SyntaxTree): readonly Node[] {
  const errors: Node[] = [];
  for (let node: Node = ROOT; node < tree.size; node++) {
    const isError = kindOf(tree, node) === Kind.ERROR;
    if (isError || tree.missing.has(node)) errors.push(node);
    else if (tree.lacking.has(node)) for (const one of runOnStatementsOf(tree, node)) errors.push(one);
  }
  return errors.toSorted((a, b) => a - b);
}

/** The statements of a block that start on the line on which the one before ends; the block when there are none. */
function runOnStatementsOf(tree: SyntaxTree, block: Node): readonly Node[] {
  const children = childrenOf(tree, block).filter((child) => !isToken(kindOf(tree, child)));
  const runOn = children.filter((child, index) => {
    const previous = children[index - 1];
    if (previous === undefined || kindOf(tree, child) === Kind.comment) return false;
    return !/[\r\n;]/.test(tree.text.slice(endOf(tree, previous), startOf(tree, child)));
  });
  return runOn.length > 0 ? runOn : [block];
}

/** Whether an error right after a block may be the rest of it: it is indented more, or goes on in a line. */
function isCutBy(tree: SyntaxTree, block: Node, error: Node | undefined): boolean {
  if (error === undefined) return false;
  const indentation = indentationOf(tree, error);
  return indentation === undefined || indentation > (indentationOf(tree, block) ?? 0);
}

/** How many characters of white space stand before a node on its line; undefined when something else does too. */
function indentationOf({ text, start }: SyntaxTree, node: Node): number | undefined {
  const offset = start[node] ?? 0;
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /\S/.test(before) ? undefined : before.length;
}

/** The first of the comments right before a node, or the node. */
function beforeComments(tree: SyntaxTree, node: Node): Node {
  let first = node;
  while (first > ROOT && kindOf(tree, first - 1) === Kind.comment) first -= 1;
  return first;
}

/** Whether a statement starts at the beginning of a line, as one of the module does. */
function startsLine(tree: SyntaxTree, statement: Node): boolean {
  const start = startOf(tree, statement);
  return (
    kindOf(tree, statement) !== Kind.ERROR &&
    (start === 0 || /[\n\r\f\uFEFF;]/.test(tree.text.charAt(start - 1)))
  );
}
