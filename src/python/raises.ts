import { argumentsOf, calledNameOf, calleeOf, dottedNameOf } from './expressions.ts';
import type { Imports } from './imports.ts';
import type { NodesOf } from './kinds.ts';
import { elementsOf, statementsOf } from './statements.ts';
import {
  childIn,
  childOfKind,
  Field,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  type SyntaxTree,
} from './syntax.ts';

/** A block that is expected to raise: `with pytest.raises(…)`, `with self.assertRaises(…)` and their kin. */
export interface RaisesBlock {
  /** The with_statement. */
  readonly node: Node;
  /** The call of `raises`. */
  readonly call: Node;
  /** The last part of the name of each exception class that is expected; empty when it is computed. */
  readonly exceptions: readonly string[];
  /** The identifier after `as`, or NO_NODE. */
  readonly alias: Node;
  /** The statements that stand directly in the block. */
  readonly statements: readonly Node[];
}

/** The blocks of a module that are expected to raise, in source order. */
export function raisesBlocksOf(tree: SyntaxTree, nodesOf: NodesOf, imports: Imports): readonly RaisesBlock[] {
  return Array.from(nodesOf(Kind.with_statement)).flatMap((node) => raisesBlockOf(tree, node, imports) ?? []);
}

function raisesBlockOf(tree: SyntaxTree, node: Node, imports: Imports): RaisesBlock | undefined {
  const clause = childOfKind(tree, node, Kind.with_clause);
  if (clause === NO_NODE) return undefined;
  for (const item of namedChildrenOf(tree, clause)) {
    const value = childIn(tree, item, Field.value);
    const isAliased = value !== NO_NODE && kindOf(tree, value) === Kind.as_pattern;
    const call = isAliased ? (namedChildrenOf(tree, value)[0] ?? NO_NODE) : value;
    if (!isRaisesCall(tree, call, imports)) continue;
    const target = isAliased ? childIn(tree, value, Field.alias) + 1 : NO_NODE;
    return {
      node,
      call,
      exceptions: expectedExceptionsOf(tree, call),
      alias: target !== NO_NODE && kindOf(tree, target) === Kind.identifier ? target : NO_NODE,
      statements: statementsOf(tree, childIn(tree, node, Field.body)),
    };
  }
  return undefined;
}

/** Whether a node is a call that expects an exception: of pytest, unittest and what is named after them. */
export function isRaisesCall(tree: SyntaxTree, call: Node, imports: Imports): boolean {
  if (call === NO_NODE || kindOf(tree, call) !== Kind.call) return false;
  const name = calledNameOf(tree, call);
  if (/^(?:assertRaises|failUnlessRaises|assert_raises)/.test(name)) return true;
  const callee = calleeOf(tree, call);
  return callee !== undefined && /^(?:pytest|py\.test)\.raises$/.test(imports.originOf(callee));
}

function expectedExceptionsOf(tree: SyntaxTree, call: Node): readonly string[] {
  const given = argumentsOf(tree, call);
  const expected =
    given.find(
      ({ keyword }) => keyword === undefined || keyword === 'expected_exception' || keyword === 'exception',
    )?.value ?? NO_NODE;
  if (expected === NO_NODE) return [];
  return elementsOf(tree, expected).flatMap((exception) => {
    const name = dottedNameOf(tree, exception);
    return name === undefined ? [] : [name.slice(name.lastIndexOf('.') + 1)];
  });
}
