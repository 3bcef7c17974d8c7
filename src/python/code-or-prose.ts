import {
  type Argument,
  argumentsOf,
  calledNameOf,
  dottedNameOf,
  isLiteral,
  unwrapped,
} from './expressions.ts';
import { assignmentOf, callStatementOf, isStatement, statementsOf } from './statements.ts';
import {
  afterOf,
  childIn,
  childOfKind,
  descendantsOf,
  endOf,
  Field,
  fieldOf,
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

const isAscii = (text: string) => !/[^\0-\x7f]/.test(text);

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

/** Whether a text is how a value shows itself, `Cart(total=4)`, and not code that makes one. */
export function isRepresentation(tree: SyntaxTree): boolean {
  const call = onlyCallIn(tree);
  if (call === NO_NODE) return false;
  if (/^(?:\w+\.)*[A-Z]\w*$/.test(textOf(tree, childIn(tree, call, Field.function)))) return true;
  const shown = argumentsOf(tree, call);
  return (
    shown.length >= FIELDS &&
    shown.every(({ keyword, value }) => keyword !== undefined && isLiteral(tree, value))
  );
}

/** So many literals by name are the fields of a value, as of `os.stat_result(…)`. */
const FIELDS = 4;

/** The plain names that a text calls: `pay` of `total = pay(cart)`, none of `cart.pay()`. */
export function plainCalleesIn(tree: SyntaxTree): readonly string[] {
  return Array.from(descendantsOf(tree, ROOT, Kind.call)).flatMap((call) => {
    const callee = childIn(tree, call, Field.function);
    return kindOf(tree, callee) === Kind.identifier ? textOf(tree, callee) : [];
  });
}

/** The name that a text calls with nothing but names, doing nothing else: `pay(cart)`; undefined for other texts. */
export function signatureIn(tree: SyntaxTree): string | undefined {
  const call = onlyCallIn(tree);
  if (call === NO_NODE) return undefined;
  const isNamed = ({ keyword, value }: Argument) =>
    keyword === undefined && kindOf(tree, value) === Kind.identifier;
  const callee = childIn(tree, call, Field.function);
  if (kindOf(tree, callee) !== Kind.identifier || !argumentsOf(tree, call).every(isNamed)) return undefined;
  return textOf(tree, callee);
}

/**
 * Whether a text is a formula, or says what an attribute of something in CapWords is that the module does not know, as
 * `_Config.debug=0` beside a table of such values.
 */
export function isNotation(tree: SyntaxTree, isKnown: (name: string) => boolean): boolean {
  const statements = statementsOf(tree, ROOT);
  if (statements.every((statement) => isFormula(tree, statement))) return true;
  const [statement = NO_NODE, ...others] = statements;
  if (statement === NO_NODE || others.length > 0) return false;
  const assignment = assignmentOf(tree, statement);
  if (assignment === NO_NODE || kindOf(tree, assignment) !== Kind.assignment) return false;
  if (!isLiteral(tree, childIn(tree, assignment, Field.right))) return false;
  const [, owner = ''] =
    /^(_*[A-Z]\w*)\.\w+$/.exec(textOf(tree, childIn(tree, assignment, Field.left))) ?? [];
  return owner !== '' && !isKnown(owner);
}

/** Whether a statement has numbers, variables of one letter and functions of them: `log(1 + x)`, `x = range(9)`. */
function isFormula(tree: SyntaxTree, statement: Node): boolean {
  if (kindOf(tree, statement) !== Kind.expression_statement) return false;
  let hasVariable = false;
  for (let node = statement; node < afterOf(tree, statement); node++) {
    const kind = kindOf(tree, node);
    if (kind === Kind.attribute || kind === Kind.string || kind === Kind.keyword_argument) return false;
    if (kind !== Kind.identifier || isCallee(tree, node)) continue;
    if (!/^[a-zA-Z]\d?$/.test(textOf(tree, node))) return false;
    hasVariable = true;
  }
  return hasVariable;
}

/** Whether a name is that of what is called, for its result. */
function isCallee(tree: SyntaxTree, name: Node): boolean {
  return fieldOf(tree, name) === Field.function && !/^p*print$/.test(textOf(tree, name));
}

/** What a text calls with arguments, doing nothing else: `shop.pay` of `shop.pay(cart)`; undefined for other texts. */
export function onlyCalleeOf(tree: SyntaxTree): string | undefined {
  const call = onlyCallIn(tree);
  if (call === NO_NODE || argumentsOf(tree, call).length === 0) return undefined;
  return dottedNameOf(tree, childIn(tree, call, Field.function));
}

/** Whether the call that is all of a text has nothing but literals by name: `pay(amount=4)`. */
export function hasOnlySettings(tree: SyntaxTree): boolean {
  const passed = argumentsOf(tree, onlyCallIn(tree));
  return (
    passed.length > 0 && passed.every(({ keyword, value }) => keyword !== undefined && isLiteral(tree, value))
  );
}

/** The call that is all of a text, or NO_NODE. */
function onlyCallIn(tree: SyntaxTree): Node {
  const [statement = NO_NODE, ...others] = statementsOf(tree, ROOT);
  return statement === NO_NODE || others.length > 0 ? NO_NODE : callStatementOf(tree, statement);
}

/** The argument of the call that is all of a text, where it has one and does not print it. */
export function onlyArgumentOf(tree: SyntaxTree): string | undefined {
  const call = onlyCallIn(tree);
  const [given, ...others] = call === NO_NODE ? [] : argumentsOf(tree, call);
  if (given === undefined || given.keyword !== undefined || others.length > 0) return undefined;
  return /^p*print$/.test(calledNameOf(tree, call)) ? undefined : textOf(tree, given.value);
}

/** The last part of the name that a text calls without arguments, doing nothing else; undefined for other texts. */
export function onlyCallOf(tree: SyntaxTree): string | undefined {
  const call = onlyCallIn(tree);
  if (call === NO_NODE || argumentsOf(tree, call).length > 0) return undefined;
  return calledNameOf(tree, call);
}
