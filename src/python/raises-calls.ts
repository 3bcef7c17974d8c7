import type { Calls } from './calls.ts';
import { type Argument, argumentsOf } from './expressions.ts';
import type { Imports } from './imports.ts';
import { isRaisesCall, isRaisesName } from './raises.ts';
import { callStatementOf, statementAround } from './statements.ts';
import { Kind, kindOf, type Node, parentOf, type SyntaxTree } from './syntax.ts';

/** A call that expects an exception: `pytest.raises(…)`, `self.assertRaises(…)` and their kin. */
export interface RaisesCall {
  readonly node: Node;
  /** What it is there for: to open a block, to be a statement by itself, or to give a value. */
  readonly role: 'block' | 'statement' | 'value';
  /** Whether the exception gets a name or the call a variable. */
  readonly isKept: boolean;
  /** The exception that is expected; undefined where it is unpacked or missing. */
  readonly expected: Argument | undefined;
  /** The other arguments: a callable and what it is called with, or what the exception has to say. */
  readonly others: readonly Argument[];
}

/** The calls of a module that expect an exception, in source order. */
export function raisesCallsOf(tree: SyntaxTree, calls: Calls, imports: Imports): readonly RaisesCall[] {
  const names = new Set(['raises', ...imports.namesOf('pytest.raises')]);
  return calls.names
    .filter((name) => names.has(name) || isRaisesName(name))
    .flatMap(calls.named)
    .filter((call) => isRaisesCall(tree, call, imports))
    .toSorted((one, other) => one - other)
    .map((call) => raisesCallOf(tree, call));
}

function raisesCallOf(tree: SyntaxTree, node: Node): RaisesCall {
  const given = argumentsOf(tree, node);
  const expected = given.find(isExpected);
  const parent = kindOf(tree, parentOf(tree, node));
  const isStatement = callStatementOf(tree, statementAround(tree, node)) === node;
  const isBlock = parent === Kind.with_item || parent === Kind.as_pattern;
  return {
    node,
    role: isStatement ? 'statement' : isBlock ? 'block' : 'value',
    isKept: parent === Kind.as_pattern || (!isStatement && !isBlock),
    expected,
    others: given.filter((argument) => argument !== expected),
  };
}

const isExpected = ({ keyword }: Argument) =>
  keyword === undefined || keyword === 'expected_exception' || keyword === 'exception';
