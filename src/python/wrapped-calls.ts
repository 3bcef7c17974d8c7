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

/**
 * Whether a call in a function that is no test expects a parameter of that function to raise, or a method of one, as in
 * `def cannot_read(reader, text): with raises(Exception): reader.read(text)`: its callers hand in what has to fail.
 * `self` is the UTF-16 offset of the parameter that they do not hand in.
 */
export function isHandedIn(
  tree: SyntaxTree,
  call: RaisesCall,
  bindings: () => Bindings,
  self: number | undefined,
): boolean {
  const helper = ancestorOf(tree, call.node, Kind.function_definition);
  return calleesOf(tree, call).some((callee) => {
    let root = callee;
    while (kindOf(tree, root) === Kind.attribute) root = childIn(tree, root, Field.object);
    if (kindOf(tree, root) !== Kind.identifier) return false;
    const binding = bindings().bindingAt(startOf(tree, root));
    return (
      binding?.kind === 'parameter' &&
      binding.scope.node === helper &&
      binding.definitions.every(({ start }) => start !== self)
    );
  });
}

/** What is called in the block of a call that expects an exception, or by that call itself. */
function calleesOf(tree: SyntaxTree, { node, role, others }: RaisesCall): readonly Node[] {
  if (role !== 'block') return others.slice(0, 1).map(({ value }) => value);
  const body = childIn(tree, statementAround(tree, node), Field.body);
  return Array.from(callsIn(tree, body), (call) => childIn(tree, call, Field.function));
}
