import { argumentsOf, dottedNameOf, unwrapped } from './expressions.ts';
import { assignmentOf, callStatementOf, isStatement, statementsOf } from './statements.ts';
import { isAscii } from './text.ts';
import {
  childIn,
  childOfKind,
  descendantsOf,
  endOf,
  Field,
  firstNamedChildOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  ROOT,
  startOf,
  type SyntaxTree,
  textOf,
} from './syntax.ts';

/**
 * Whether a line is a sentence, which has two words side by side of which none is a keyword, or a heading, which has
 * no sign of code and is not indented below another line.
 */
export function isProse(line: string, isIndented: boolean): boolean {
  const bare = withoutStrings(line).replace(/#.*$/, '');
  const { letter, sideBySide } = isAscii(bare) ? ASCII : UNICODE;
  if (sideBySide.test(bare)) return true;
  return !isIndented && letter.test(bare) && (!SIGN_OF_CODE.test(bare) || LIST_OF_WORDS.test(bare));
}

/** A line or more of code with its strings empty. */
export const withoutStrings = (code: string): string => code.replace(STRING, '""');

const STRING = /(?<!\w)[rbfu]{0,2}(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')/gi;

const KEYWORD =
  '(?:False|None|True|and|as|assert|async|await|break|case|class|continue|def|del|elif|else|except|finally|for|from|' +
  'global|if|import|in|is|lambda|match|nonlocal|not|or|pass|raise|return|try|type|while|with|yield)\\b';

/** Two words side by side of which neither is a keyword. */
const sideBySide = (letters: string, digits: string) =>
  `(?<![${letters}${digits}_])(?!${KEYWORD})[${letters}_][${letters}${digits}_]*[ \\t]+(?!${KEYWORD})[${letters}_]`;

const UNICODE = { letter: /\p{L}/u, sideBySide: new RegExp(sideBySide('\\p{L}', '\\p{N}'), 'u') };
/** The same for the lines that most are: V8 takes long to compile the properties of Unicode. */
const ASCII = { letter: /[A-Za-z]/, sideBySide: new RegExp(sideBySide('A-Za-z', '0-9')) };

/** A heading such as `Overdetermined, consistent`. */
const LIST_OF_WORDS = /^\s*[A-Z][a-z]+(?:, [a-z]+)+[.:]?\s*$/;

const SIGN_OF_CODE = new RegExp(`[()[\\]{}=.@,]|^\\s*${KEYWORD}`);

/**
 * Whether a text parses as Python has it. The grammar also takes headers without a block, `try` without a handler,
 * lines that are indented for no reason, and the statements `print` and `exec` of Python 2.
 */
export function isPython(tree: SyntaxTree): boolean {
  if (tree.hasError) return false;
  for (let node: Node = ROOT; node < tree.size; node++) {
    const kind = kindOf(tree, node);
    if (kind === Kind.print_statement || kind === Kind.exec_statement) return false;
    if (HEADED.has(kind) && statementsOf(tree, childOfKind(tree, node, Kind.block)).length === 0)
      return false;
    if (kind === Kind.try_statement && !hasHandler(tree, node)) return false;
    if ((kind === Kind.module || kind === Kind.block) && !isAligned(tree, node)) return false;
  }
  return true;
}

const HEADED: ReadonlySet<number> = new Set<number>([
  Kind.function_definition,
  Kind.class_definition,
  Kind.for_statement,
  Kind.while_statement,
  Kind.with_statement,
  Kind.if_statement,
  Kind.elif_clause,
  Kind.else_clause,
  Kind.try_statement,
  Kind.except_clause,
  Kind.finally_clause,
]);

function hasHandler(tree: SyntaxTree, statement: Node): boolean {
  return [Kind.except_clause, Kind.finally_clause].some(
    (kind) => childOfKind(tree, statement, kind) !== NO_NODE,
  );
}

/** Whether the statements of a block that start a line start in one column. */
function isAligned(tree: SyntaxTree, block: Node): boolean {
  const indents = statementsOf(tree, block).flatMap((statement) => {
    const start = startOf(tree, statement);
    const before = tree.text.slice(tree.text.lastIndexOf('\n', start - 1) + 1, start);
    return before.trim() === '' ? before.length : [];
  });
  return indents.every((indent) => indent === indents[0]);
}

/** Whether a text that parses has a statement that no prose reads as. */
export function hasStatementOfCode(tree: SyntaxTree): boolean {
  for (let node: Node = ROOT; node < tree.size; node++) {
    if (isStatement(tree, node) && isCodeOnly(tree, node)) return true;
  }
  return false;
}

function isCodeOnly(tree: SyntaxTree, statement: Node): boolean {
  switch (kindOf(tree, statement)) {
    case Kind.function_definition:
    case Kind.class_definition:
    case Kind.try_statement:
    case Kind.import_statement:
    case Kind.import_from_statement:
    case Kind.delete_statement:
      return true;
    case Kind.with_statement:
    case Kind.for_statement:
      return !isLabel(tree, statement);
    case Kind.if_statement:
    case Kind.while_statement:
      return hasOperation(tree, childIn(tree, statement, Field.condition));
    case Kind.assert_statement:
      return hasOperation(tree, firstNamedChildOf(tree, statement));
    case Kind.raise_statement:
    case Kind.return_statement:
      return isCall(tree, firstNamedChildOf(tree, statement));
    case Kind.expression_statement: {
      const call = callStatementOf(tree, statement);
      if (call !== NO_NODE) return isTellingCall(tree, call);
      const assignment = assignmentOf(tree, statement);
      return assignment !== NO_NODE && isTellingAssignment(tree, assignment);
    }
    default:
      return false;
  }
}

/** Whether a compound statement on one line is nothing but words, as in the label `with cart:empty`. */
function isLabel(tree: SyntaxTree, statement: Node): boolean {
  return /^[\w ]+: *[\w ]+$/.test(textOf(tree, statement));
}

/** Whether an expression is more than words: `total is wrong` reads as prose. */
function hasOperation(tree: SyntaxTree, expression: Node): boolean {
  return expression !== NO_NODE && /[^\w\s]/.test(textOf(tree, expression));
}

/**
 * Whether a call has its signs where code has them: `total(of the cart)`, `total (cart)` and `Try .total()` are prose.
 */
function isCall(tree: SyntaxTree, expression: Node): boolean {
  const call = unwrapped(tree, expression);
  if (call === NO_NODE || kindOf(tree, call) !== Kind.call) return false;
  const callee = childIn(tree, call, Field.function);
  if (endOf(tree, callee) !== startOf(tree, childIn(tree, call, Field.arguments))) return false;
  return !/^\w+ +\./.test(textOf(tree, callee));
}

/** Whether a call is one that prose never has: of an attribute, of `snake_case`, or with more than names in it. */
function isTellingCall(tree: SyntaxTree, call: Node): boolean {
  if (!isCall(tree, call)) return false;
  const callee = childIn(tree, call, Field.function);
  if (kindOf(tree, callee) !== Kind.identifier || textOf(tree, callee).includes('_')) return true;
  return argumentsOf(tree, call).some(
    ({ keyword, value }) =>
      keyword !== undefined || (dottedNameOf(tree, value) === undefined && !isNumber(tree, value)),
  );
}

const isNumber = (tree: SyntaxTree, node: Node) =>
  kindOf(tree, node) === Kind.integer || kindOf(tree, node) === Kind.float;

function isTellingAssignment(tree: SyntaxTree, assignment: Node): boolean {
  if (kindOf(tree, assignment) === Kind.augmented_assignment) return true;
  const right = childIn(tree, assignment, Field.right);
  if (right === NO_NODE) return false;
  const target = kindOf(tree, childIn(tree, assignment, Field.left));
  // The label `cart.total = 2 & discount is True` says what is the case.
  if (target === Kind.attribute) return kindOf(tree, right) !== Kind.comparison_operator;
  if (target === Kind.subscript) return true;
  const value = unwrapped(tree, right);
  if (kindOf(tree, value) === Kind.string) return !descendantsOf(tree, value, Kind.interpolation).next().done;
  return TELLING_VALUES.has(kindOf(tree, value)) || isCall(tree, value);
}

const TELLING_VALUES: ReadonlySet<number> = new Set<number>([
  Kind.dictionary,
  Kind.lambda,
  Kind.list_comprehension,
  Kind.set_comprehension,
  Kind.dictionary_comprehension,
  Kind.generator_expression,
]);
