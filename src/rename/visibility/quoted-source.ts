import { argumentsOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import { statementAround } from '../../python/statements.ts';
import {
  contains,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { literalStart, literalsWith } from '../references/literals.ts';
import { shownOf } from './observers.ts';
import { unboundElsewhere } from './messages-elsewhere.ts';
import { logsTraceback } from './parts-in-messages.ts';
import { type Objection, refuse } from '../steps.ts';
import type { World } from '../world.ts';

/**
 * Objects where the file deals in tracebacks, error messages or source, and a string has the name of the variable: a
 * test may match the line that it stands in, or the error of what reads it before it is bound.
 */
export function* quotedVariable(world: World, module: TestModule, binding: Binding): Generator<Objection> {
  yield* quotedSource(
    module,
    binding.name,
    () => dealsInSource(module) || (expectsAnyError(module) && mayBeUnbound(module, binding)),
  );
  if (!mayBeUnbound(module, binding)) return;
  yield* quotedWhenUnbound(module);
  yield* unboundElsewhere(world, module, binding.name);
}

/** Objects where a test looks at the error that names a variable which is read before it is bound. */
function* quotedWhenUnbound(module: TestModule): Generator<Objection> {
  const { tree } = module;
  const block = module.raisesBlocks.find(
    ({ exceptions, alias, call }) =>
      exceptions.some(isOfNames) && (alias !== NO_NODE || argumentsOf(tree, call).length > 1),
  );
  if (block !== undefined)
    yield refuse('source-text', shownOf(module, block.call), module, startOf(tree, block.call));
}

/** The same for a parameter, which the error of a call that lacks it names as well. */
export function quotedParameter(module: TestModule, name: string): Generator<Objection> {
  return quotedSource(
    module,
    name,
    () => dealsInSource(module) || expectsAnyError(module) || hasIdentifier(module, 'TypeError'),
  );
}

function* quotedSource(module: TestModule, name: string, isDealing: () => boolean): Generator<Objection> {
  const literal = literalsWith(module, name).find(({ isDocstring }) => !isDocstring);
  if (literal === undefined || !isDealing()) return;
  yield refuse('source-text', `a string with \`${name}\``, module, literalStart(module, literal));
}

const hasIdentifier = ({ tree, nodesOf }: TestModule, name: string) =>
  nodesOf(Kind.identifier).some((node) => textOf(tree, node) === name);

const dealing = new WeakMap<TestModule, boolean>();

function dealsInSource(module: TestModule): boolean {
  const present = dealing.get(module);
  if (present !== undefined) return present;
  const found = module
    .nodesOf(Kind.identifier)
    .some((node) => SOURCE_DEALERS.has(textOf(module.tree, node)) || logsTraceback(module, node));
  dealing.set(module, found);
  return found;
}

const SOURCE_DEALERS: ReadonlySet<string> = new Set(
  (
    'traceback format_exc print_exc format_exception print_exception format_tb print_tb extract_tb extract_stack ' +
    'format_stack TracebackException exc_info tblib AssertionError NameError UnboundLocalError __file__ getrepr ' +
    'testdir pytester runpytest runpytest_subprocess makepyfile faulthandler __cause__ showwarning formatwarning ' +
    'excepthook __excepthook__ unraisablehook last_traceback TextTestRunner TextTestResult TestResult TestSuite ' +
    'TestLoader defaultTestLoader runTest failures'
  ).split(' '),
);

/** Whether errors of all kinds are expected or looked at. */
function expectsAnyError({ raisesBlocks, handlers }: TestModule): boolean {
  return (
    raisesBlocks.some(({ exceptions }) => exceptions.some(isAny)) ||
    handlers.some(({ alias, exceptions }) => alias !== NO_NODE && exceptions.some(isAny))
  );
}

const isOfNames = (exception: string) => /^(?:NameError|UnboundLocalError)$/.test(exception);

const isAny = (exception: string) => /(?:^|\.)(?:Base)?Exception$/.test(exception);

/** Whether a variable of a function may be read before it is bound, as far as the order of the text tells. */
function mayBeUnbound(module: TestModule, { definitions, references, scope }: Binding): boolean {
  const { tree } = module;
  const [first] = definitions;
  if (first === undefined || scope.kind !== 'function') return false;
  const statement = statementAround(tree, first.node);
  const isBoundFirst =
    binders.has(kindOf(tree, statement)) &&
    kindOf(tree, statement + 1) !== Kind.augmented_assignment &&
    parentOf(tree, parentOf(tree, statement)) === scope.node &&
    references.every(({ start, node }) => start > first.start && !contains(tree, statement, node));
  return !isBoundFirst || definitions.some(({ node }) => isUnbinding(module, node));
}

const binders: ReadonlySet<number> = new Set<number>([
  Kind.expression_statement,
  Kind.import_statement,
  Kind.import_from_statement,
]);

/** Whether a place unbinds the variable, at once or, in `except … as`, at the end of the clause. */
function isUnbinding({ tree }: TestModule, node: Node): boolean {
  const statement = statementAround(tree, node);
  if (kindOf(tree, statement) === Kind.delete_statement) return true;
  for (let outer = parentOf(tree, node); outer > statement; outer = parentOf(tree, outer)) {
    if (kindOf(tree, outer) === Kind.except_clause) return true;
  }
  return false;
}
