import type { RaisesCall } from './raises-calls.ts';
import type { Binding, Bindings } from './scope.ts';
import { callsIn, statementAround } from './statements.ts';
import {
  ancestorOf,
  childIn,
  Field,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  startOf,
  type SyntaxTree,
} from './syntax.ts';

/**
 * The parameter of a function around the wrapper in which a call expects an exception, where that is what is to raise, as
 * in `def failing(check): def wrapper(): with raises(Exception): check()`; undefined where something else is.
 */
export function wrappedIn(tree: SyntaxTree, call: RaisesCall, bindings: () => Bindings): Binding | undefined {
  const wrapper = ancestorOf(tree, call.node, Kind.function_definition);
  if (wrapper === NO_NODE || ancestorOf(tree, wrapper, Kind.function_definition) === NO_NODE)
    return undefined;
  for (const callee of calleesOf(tree, call)) {
    if (kindOf(tree, callee) !== Kind.identifier) continue;
    const called = bindings().bindingAt(startOf(tree, callee));
    if (called?.kind === 'parameter' && called.scope.node < wrapper) return called;
  }
  return undefined;
}

/** What is called in the block of a call that expects an exception, or by that call itself. */
function calleesOf(tree: SyntaxTree, { node, role, others }: RaisesCall): readonly Node[] {
  if (role !== 'block') return others.slice(0, 1).map(({ value }) => value);
  const body = childIn(tree, statementAround(tree, node), Field.body);
  return Array.from(callsIn(tree, body), (call) => childIn(tree, call, Field.function));
}
