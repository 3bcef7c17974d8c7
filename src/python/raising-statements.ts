import { argumentsOf, calledNameOf, calleeOf } from './expressions.ts';
import { hasCall, isCheck, type RaisesBlock } from './raises.ts';
import type { Bindings } from './scope.ts';
import { assignmentOf, callsIn, callStatementOf, hasInside } from './statements.ts';
import {
  childIn,
  contains,
  Field,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  startOf,
  type SyntaxTree,
} from './syntax.ts';

/**
 * The statements directly in a block that may be what raises, but for those that expect an exception themselves. None
 * where it does not matter or is known: something asks what the exception says, or the block raises, skips or fails by
 * itself; nor where the exception may come from outside at any time.
 */
export function raisingStatementsOf(
  tree: SyntaxTree,
  block: RaisesBlock,
  bindings: Bindings,
  isExpecting: (statement: Node) => boolean,
): readonly Node[] {
  const { alias, call, statements, exceptions } = block;
  // `msg` only words the failure.
  const asked = argumentsOf(tree, call).filter(({ keyword }) => keyword !== 'msg');
  if (asked.length > 1 || statements.some((one) => hasInside(tree, one, isLeaving))) return [];
  if (alias !== NO_NODE && (bindings.bindingAt(startOf(tree, alias))?.references.length ?? 0) > 0) return [];
  if (exceptions.includes('KeyboardInterrupt')) return [];
  const isBroad = exceptions.length === 0 || exceptions.some((name) => BROAD.has(name));
  const raising = statements.filter(
    (one) =>
      !isDefinition(tree, one) &&
      !isCheck(tree, one) &&
      hasCall(tree, one) &&
      !isHarmless(tree, one, isBroad) &&
      !isExpecting(one),
  );
  const [first, second, ...more] = raising;
  if (
    first !== undefined &&
    second !== undefined &&
    more.length === 0 &&
    consumes(tree, first, second, bindings)
  )
    return [];
  return raising;
}

/** Whether a statement only defines what is called later. */
const isDefinition = (tree: SyntaxTree, statement: Node) => {
  const kind = kindOf(tree, statement);
  return kind === Kind.function_definition || kind === Kind.class_definition;
};

function isLeaving(tree: SyntaxTree, node: Node): boolean {
  const kind = kindOf(tree, node);
  if (kind === Kind.raise_statement || kind === Kind.yield) return true;
  return kind === Kind.call && /^_*(?:fail|skip|skipTest|xfail|throw)$/.test(calledNameOf(tree, node));
}

/** The exceptions that many mistakes raise, and those that classes raise when they are called. */
const BROAD: ReadonlySet<string> = new Set(
  'Exception BaseException ValueError TypeError KeyError IndexError LookupError AttributeError RuntimeError NameError NotImplementedError AssertionError OSError IOError SystemExit'.split(
    ' ',
  ),
);

/** Whether a statement only prepares what another one calls, or shows or waits. */
function isHarmless(tree: SyntaxTree, statement: Node, isBroad: boolean): boolean {
  const called = callStatementOf(tree, statement);
  if (called !== NO_NODE) {
    const name = calledNameOf(tree, called);
    if (
      SHOWING.test(name) ||
      DOUBLING.test(calleeOf(tree, called) ?? '') ||
      (KEEPING.test(name) && Array.from(callsIn(tree, statement)).length === 1)
    )
      return true;
  }
  if (assignmentOf(tree, statement) === NO_NODE) return false;
  return Array.from(callsIn(tree, statement)).every((call) => {
    const name = calledNameOf(tree, call);
    return (
      PREPARING.test(name) ||
      /^(?:os\.path|datetime|uuid|random|copy)\./.test(calleeOf(tree, call) ?? '') ||
      (!isBroad && /^[A-Z][A-Za-z0-9]*[a-z]/.test(name))
    );
  });
}

/** What keeps something for later, as for a clean-up. */
const KEEPING = /^(?:append|appendleft|add_?(?:async_?)?cleanup|addfinalizer)$/i;

/** What puts a double in the place of something, or a response in that of a server. */
const DOUBLING =
  /^(?:(?:self\.)?(?:monkeypatch|mocker|requests?_mock|responses|respx(?:_mock)?|httpretty|aioresponses|httpx_mock|httpserver)\.\w|(?:\w+\.)?register_uri$)/;

const SHOWING = /^(?:print|sleep|debug|info|warn|warning|log|flush|seed)$/;

/** What makes a plain value, a double or a path. */
const PREPARING =
  /^(?:len|str|repr|int|float|bool|list|dict|set|tuple|bytes|bytearray|frozenset|sorted|range|enumerate|zip|map|filter|object|iter|type|partial|joinpath|time|monotonic|date|timedelta|Decimal|Fraction|UUID|(?:Pure\w*)?Path|\w*Mock|mock_open|sentinel|BytesIO|StringIO|encode|format|join|copy|deepcopy)$/;

/** Whether the second of two statements only waits for or reads what the first one gave, which may be lazy. */
function consumes(tree: SyntaxTree, first: Node, second: Node, bindings: Bindings): boolean {
  const assignment = assignmentOf(tree, first);
  const call = callStatementOf(tree, second);
  const isAwait = call === NO_NODE && hasInside(tree, second, (_, node) => kindOf(tree, node) === Kind.await);
  if (
    assignment === NO_NODE ||
    (!isAwait && !CONSUMING.test(call === NO_NODE ? '' : calledNameOf(tree, call)))
  )
    return false;
  const target = childIn(tree, assignment, Field.left);
  const given = bindings.bindingAt(startOf(tree, target));
  return (
    kindOf(tree, target) === Kind.identifier &&
    given?.references.some(({ node }) => contains(tree, second, node)) === true
  );
}

const CONSUMING =
  /^(?:next|list|tuple|set|dict|sum|compute|result|results|get|read|wait|join|fetch|fetchall|gather|run_until_complete|send|anext|__a?next__)$/;
