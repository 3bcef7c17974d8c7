import { isAssertion } from './assertions.ts';
import type { Comment } from './comments.ts';
import type { Handler } from './handlers.ts';
import type { Binding, Bindings } from './scope.ts';
import { isCompound, nextStatementOf, previousStatementOf, statementsOf } from './statements.ts';
import {
  ancestorOf,
  childIn,
  childOfKind,
  descendantsOf,
  Field,
  fieldOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  type SyntaxTree,
  textOf,
} from './syntax.ts';
import type { Span } from './text.ts';

/**
 * Whether an assertion directly below the try statement of a handler, or in its `finally` clause, shows what the try
 * clause has called, whatever it raised then: it asks a mock for its calls, or reads what a callback of the function
 * fills or sets.
 */
export function isCallNoticed(tree: SyntaxTree, { node }: Handler, bindings: Bindings): boolean {
  const statement = parentOf(tree, node);
  const last = childOfKind(tree, statement, Kind.finally_clause);
  const finals = last === NO_NODE ? [] : statementsOf(tree, childOfKind(tree, last, Kind.block));
  return [...assertionsBelow(tree, statement), ...finals].some(
    (assertion) => MOCK_CALLS.test(textOf(tree, assertion)) || readsFilled(tree, assertion, bindings),
  );
}

/** What a mock knows of its calls. */
const MOCK_CALLS =
  /\.(?:assert_(?:any_call|has_calls|called\w*|not_called)|assert_(?:any_await|has_awaits|awaited\w*|not_awaited)|(?:call|await)_(?:count|args(?:_list)?)|(?:mock|method)_calls)\b|\.called\b/;

/** The run of assertions that follows a statement, or follows the `with` or `try` whose body it ends. */
function assertionsBelow(tree: SyntaxTree, statement: Node): readonly Node[] {
  let next = nextStatementOf(tree, statement);
  for (let outer = statement; next === NO_NODE; next = nextStatementOf(tree, outer)) {
    outer = ownerOf(tree, outer);
    if (outer === NO_NODE) return [];
  }
  const assertions: Node[] = [];
  for (; next !== NO_NODE && isAssertion(tree, next); next = nextStatementOf(tree, next))
    assertions.push(next);
  return assertions;
}

/** The `with` or `try` statement that holds a statement in its body; NO_NODE where another one does. */
function ownerOf(tree: SyntaxTree, statement: Node): Node {
  const block = parentOf(tree, statement);
  const owner = parentOf(tree, block);
  if (block === NO_NODE || owner === NO_NODE || fieldOf(tree, block) !== Field.body) return NO_NODE;
  const kind = kindOf(tree, owner);
  return kind === Kind.with_statement || kind === Kind.try_statement ? owner : NO_NODE;
}

/** Whether an assertion asks for what is in a collection that something else than the statements around it fills. */
function readsFilled(tree: SyntaxTree, assertion: Node, bindings: Bindings): boolean {
  if (EMPTINESS.test(textOf(tree, assertion))) return false;
  return Array.from(descendantsOf(tree, assertion, Kind.identifier)).some((identifier) => {
    const binding = bindings.bindingAt(startOf(tree, identifier));
    return binding?.kind === 'local' && binding.scope.kind === 'function' && isFilled(tree, binding);
  });
}

/**
 * Whether a variable's method is handed on as a callback, `shop.on("order", seen.append)`, or called in an inner function,
 * or the variable is assigned there.
 */
const isFilled = (tree: SyntaxTree, { references, scope, symbols }: Binding) =>
  symbols.some((symbol) => symbol.scope !== scope && symbol.definitions.length > 0) ||
  references.some((reference) => {
    const method = parentOf(tree, reference.node);
    if (kindOf(tree, method) !== Kind.attribute) return false;
    if (!FILLING.test(textOf(tree, childIn(tree, method, Field.attribute)))) return false;
    const user = kindOf(tree, parentOf(tree, method));
    if (user !== Kind.call) return user === Kind.argument_list || user === Kind.keyword_argument;
    const inner = ancestorOf(tree, method, Kind.function_definition, Kind.lambda);
    return inner > scope.node;
  });

const FILLING = /^(?:append|appendleft|add|extend|update|put|put_nowait)$/;

/** An assertion that holds as well when nothing was called. */
const EMPTINESS =
  /^assert\s*\(?\s*not\b|==\s*(?:0|\[\]|\{\}|\(\)|set\(\))|\bassert(?:False|Not\w*|_false|_not\w*)\b|,\s*(?:0|\[\]|\{\})\s*\)|\(\s*(?:0|\[\]|\{\})\s*,/;

/** How many statements above a try statement its comment may stand: it speaks of what they prepare. */
const PREPARING = 3;

/**
 * The comments above the statements that prepare a try statement: the few simple ones before it, or before the `with`
 * that it begins.
 */
export function commentsOnPreparation(
  tree: SyntaxTree,
  { node }: Handler,
  commentsAround: (span: Span) => readonly Comment[],
): readonly Comment[] {
  const end = startOf(tree, parentOf(tree, node));
  let first = parentOf(tree, node);
  for (let count = 0; count < PREPARING; count++) {
    const previous = previousStatementOf(tree, first);
    const above = previous === NO_NODE ? withAround(tree, first) : previous;
    if (above === NO_NODE || isAssertion(tree, above)) break;
    if (previous !== NO_NODE && isCompound(tree, previous)) break;
    first = above;
  }
  return commentsAround({ start: startOf(tree, first), end }).filter(({ span }) => span.end <= end);
}

function withAround(tree: SyntaxTree, statement: Node): Node {
  const owner = ownerOf(tree, statement);
  return owner !== NO_NODE && kindOf(tree, owner) === Kind.with_statement ? owner : NO_NODE;
}
