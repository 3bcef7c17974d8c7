import { firstNodeFrom, unwrapped } from './expressions.ts';
import { kindNames } from './grammar.ts';
import {
  afterOf,
  childIn,
  childOfKind,
  Field,
  fieldOf,
  firstNamedChildOf,
  hasNamedChildAfter,
  Kind,
  kindOf,
  namedChildrenOf,
  nextSiblingOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  type SyntaxTree,
} from './syntax.ts';

/** Whether a node is a statement (Language Reference 7 and 8); a decorated definition is one, with its decorators. */
export function isStatement(tree: SyntaxTree, node: Node): boolean {
  return statementKinds[kindOf(tree, node)] !== 0;
}

/** Whether a statement holds other statements. */
export function isCompound(tree: SyntaxTree, statement: Node): boolean {
  return statementKinds[kindOf(tree, statement)] === COMPOUND;
}

const SIMPLE = 1;
const COMPOUND = 2;

const compoundStatements: ReadonlySet<string> = new Set([
  'if_statement',
  'for_statement',
  'while_statement',
  'try_statement',
  'with_statement',
  'match_statement',
  'function_definition',
  'class_definition',
  'decorated_definition',
]);

const statementKinds = Uint8Array.from(kindNames, (name) => {
  if (compoundStatements.has(name)) return COMPOUND;
  return name.endsWith('_statement') ? SIMPLE : 0;
});

/** What a node of each kind adds to a count of statements: a definition counts without its decorators. */
const countedKinds = statementKinds.map((kind, index) => {
  return kind === 0 || index === Kind.decorated_definition ? 0 : 1;
});

/** The statements that stand directly in a block or module. */
export function statementsOf(tree: SyntaxTree, block: Node): readonly Node[] {
  return block === NO_NODE ? [] : namedChildrenOf(tree, block).filter((child) => isStatement(tree, child));
}

/** The first statement that stands directly in a block or module, or NO_NODE. */
export function firstStatementOf(tree: SyntaxTree, block: Node): Node {
  if (block === NO_NODE) return NO_NODE;
  for (let child = block + 1, end = afterOf(tree, block); child < end; child = afterOf(tree, child)) {
    if (isStatement(tree, child)) return child;
  }
  return NO_NODE;
}

/** How many statements a block holds, those in inner blocks and definitions included. */
export function statementCountOf(tree: SyntaxTree, block: Node): number {
  const { kind } = tree;
  let count = 0;
  for (let node = block + 1, end = afterOf(tree, block); node < end; node++)
    count += countedKinds[kind[node] ?? 0] ?? 0;
  return count;
}

/** The innermost statement that a node stands in, or is; NO_NODE outside of any. */
export function statementAround(tree: SyntaxTree, node: Node): Node {
  let statement = node;
  while (statement !== NO_NODE && !isStatement(tree, statement)) statement = parentOf(tree, statement);
  return statement;
}

/** The statement that starts at a UTF-16 offset, the outermost where several do; NO_NODE when none does. */
export function statementStartingAt(tree: SyntaxTree, offset: number): Node {
  for (let node = firstNodeFrom(tree, offset); node < tree.size && startOf(tree, node) === offset; node++) {
    if (isStatement(tree, node)) return node;
  }
  return NO_NODE;
}

/** The statement that follows in the same block, on the same line or a later one; NO_NODE for the last. */
export function nextStatementOf(tree: SyntaxTree, statement: Node): Node {
  let next = nextSiblingOf(tree, statement);
  while (next !== NO_NODE && !isStatement(tree, next)) next = nextSiblingOf(tree, next);
  return next;
}

/** The statement before in the same block, on the same line or an earlier one; NO_NODE for the first. */
export function previousStatementOf(tree: SyntaxTree, statement: Node): Node {
  const block = parentOf(tree, statement);
  let previous = NO_NODE;
  for (let child = block + 1; child < statement; child = afterOf(tree, child))
    if (isStatement(tree, child)) previous = child;
  return previous;
}

/** The calls in a subtree in source order, those in nested functions, classes and lambdas left out. */
export function* callsIn(tree: SyntaxTree, root: Node): Generator<Node> {
  for (let node = root, end = afterOf(tree, root); node < end;) {
    const kind = kindOf(tree, node);
    if (node !== root && isDeferred(kind)) {
      node = afterOf(tree, node);
      continue;
    }
    if (kind === Kind.call) yield node;
    node++;
  }
}

/** Whether a node of a subtree answers yes; what nested functions, classes and lambdas hold does not count. */
export function hasInside(
  tree: SyntaxTree,
  root: Node,
  is: (tree: SyntaxTree, node: Node) => boolean,
): boolean {
  for (let node = root, end = afterOf(tree, root); node < end;) {
    if (is(tree, node)) return true;
    node = isDeferred(kindOf(tree, node)) ? afterOf(tree, node) : node + 1;
  }
  return false;
}

/**
 * Whether a statement stands in a with statement or in a try clause with handlers, in the same function: it may be there
 * for what it raises.
 */
export function mayBeExpectedToRaise(tree: SyntaxTree, statement: Node): boolean {
  for (
    let inner = statement, outer = parentOf(tree, statement);
    outer !== NO_NODE;
    inner = outer, outer = parentOf(tree, outer)
  ) {
    const kind = kindOf(tree, outer);
    if (isDeferred(kind)) return false;
    if (kind === Kind.with_statement) return true;
    if (kind !== Kind.try_statement || fieldOf(tree, inner) !== Field.body) continue;
    if (childOfKind(tree, outer, Kind.except_clause) !== NO_NODE) return true;
  }
  return false;
}

/** Whether a statement stands directly in the body of a loop. */
export function isInLoop(tree: SyntaxTree, statement: Node): boolean {
  const kind = kindOf(tree, parentOf(tree, parentOf(tree, statement)));
  return kind === Kind.for_statement || kind === Kind.while_statement;
}

/** Whether a statement stands in a loop of its function, at any depth. */
export function isInAnyLoop(tree: SyntaxTree, statement: Node): boolean {
  for (let outer = parentOf(tree, statement); outer !== NO_NODE; outer = parentOf(tree, outer)) {
    const kind = kindOf(tree, outer);
    if (kind === Kind.for_statement || kind === Kind.while_statement) return true;
    if (isDeferred(kind)) return false;
  }
  return false;
}

/** Whether a statement of a function stands below an `if`, a `case`, or in a try statement with handlers, at any depth. */
export function isConditional(tree: SyntaxTree, statement: Node): boolean {
  for (let outer = parentOf(tree, statement); outer !== NO_NODE; outer = parentOf(tree, outer)) {
    const kind = kindOf(tree, outer);
    if (isDeferred(kind)) return false;
    if (kind === Kind.if_statement || kind === Kind.match_statement) return true;
    if (kind === Kind.try_statement && childOfKind(tree, outer, Kind.except_clause) !== NO_NODE) return true;
  }
  return false;
}

/** Whether a statement stands directly in the body of a with statement. */
export function isInWith(tree: SyntaxTree, statement: Node): boolean {
  return kindOf(tree, parentOf(tree, parentOf(tree, statement))) === Kind.with_statement;
}

/** Whether no other statement stands in the same block. */
export function isAloneInBlock(tree: SyntaxTree, statement: Node): boolean {
  return previousStatementOf(tree, statement) === NO_NODE && nextStatementOf(tree, statement) === NO_NODE;
}

/** Whether the code of a kind of node runs later than the statement that it stands in. */
export function isDeferred(kind: number): boolean {
  return kind === Kind.function_definition || kind === Kind.class_definition || kind === Kind.lambda;
}

/** The call that a statement consists of, `await` and parentheses aside; NO_NODE for any other statement. */
export function callStatementOf(tree: SyntaxTree, statement: Node): Node {
  if (kindOf(tree, statement) !== Kind.expression_statement) return NO_NODE;
  let expression = statement + 1;
  while (
    kindOf(tree, expression) === Kind.await ||
    kindOf(tree, expression) === Kind.parenthesized_expression
  ) {
    const inner = firstNamedChildOf(tree, expression);
    expression = inner === NO_NODE ? expression + 1 : inner;
  }
  return kindOf(tree, expression) === Kind.call ? expression : NO_NODE;
}

/** The call that a statement consists of or whose result it assigns, `await` aside; NO_NODE for any other statement. */
export function mainCallOf(tree: SyntaxTree, statement: Node): Node {
  const call = callStatementOf(tree, statement);
  const assignment = call === NO_NODE ? assignmentOf(tree, statement) : NO_NODE;
  if (assignment === NO_NODE) return call;
  let value = childIn(tree, assignment, Field.right);
  // A chained assignment has the next one for its value.
  while (value !== NO_NODE && kindOf(tree, value) === Kind.assignment)
    value = childIn(tree, value, Field.right);
  const assigned = unwrapped(tree, value);
  return assigned !== NO_NODE && kindOf(tree, assigned) === Kind.call ? assigned : NO_NODE;
}

/** The expression that a statement consists of, parentheses included; NO_NODE for any other statement. */
export function expressionOf(tree: SyntaxTree, statement: Node): Node {
  if (kindOf(tree, statement) !== Kind.expression_statement) return NO_NODE;
  const only = firstNamedChildOf(tree, statement);
  return only === NO_NODE || hasNamedChildAfter(tree, statement, only) ? NO_NODE : only;
}

/** The assignment that a statement consists of: plain, annotated or augmented; NO_NODE for any other statement. */
export function assignmentOf(tree: SyntaxTree, statement: Node): Node {
  if (kindOf(tree, statement) !== Kind.expression_statement) return NO_NODE;
  const expression = statement + 1;
  const kind = kindOf(tree, expression);
  return kind === Kind.assignment || kind === Kind.augmented_assignment ? expression : NO_NODE;
}

/** The elements of a tuple written with parentheses; the expression itself when it is none. */
export function elementsOf(tree: SyntaxTree, expression: Node): readonly Node[] {
  const kind = kindOf(tree, expression);
  return kind === Kind.tuple || kind === Kind.expression_list
    ? namedChildrenOf(tree, expression)
    : [expression];
}
