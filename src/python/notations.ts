import { type Argument, argumentsOf, calledNameOf, dottedNameOf, isLiteral } from './expressions.ts';
import { assignmentOf, callStatementOf, statementsOf } from './statements.ts';
import {
  afterOf,
  childIn,
  descendantsOf,
  Field,
  fieldOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  ROOT,
  type SyntaxTree,
  textOf,
} from './syntax.ts';

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

/**
 * Whether a statement has numbers, variables of one letter and functions of them: `log(1 + x)`, `x = range(9)`, or
 * does something with such a function, as in `sin(x).rewrite(exp)`.
 */
function isFormula(tree: SyntaxTree, statement: Node): boolean {
  if (kindOf(tree, statement) !== Kind.expression_statement) return false;
  const call = callStatementOf(tree, statement);
  const callee = call === NO_NODE ? NO_NODE : childIn(tree, call, Field.function);
  if (callee === NO_NODE || kindOf(tree, callee) !== Kind.attribute) return hasOnlyLetters(tree, statement);
  const object = childIn(tree, callee, Field.object);
  return kindOf(tree, object) === Kind.call && hasOnlyLetters(tree, object);
}

function hasOnlyLetters(tree: SyntaxTree, root: Node): boolean {
  let hasVariable = false;
  for (let node = root; node < afterOf(tree, root); node++) {
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
