import { calledNameOf } from './expressions.ts';
import type { Binding } from './scope.ts';
import { childIn, Field, Kind, kindOf, type Node, parentOf, type SyntaxTree, textOf } from './syntax.ts';

/** A call that gets the value of a variable as an argument. */
export interface PassedTo {
  /** The last part of what is called; empty where that has no name. */
  readonly callee: string;
  /** Undefined for a positional argument. */
  readonly keyword: string | undefined;
}

/** The calls that get a variable as it is, in source order. */
export function passedTo(tree: SyntaxTree, { references }: Binding): readonly PassedTo[] {
  return references.flatMap(({ node }) => passedAt(tree, node) ?? []);
}

function passedAt(tree: SyntaxTree, reference: Node): PassedTo | undefined {
  const parent = parentOf(tree, reference);
  const isKeyword = kindOf(tree, parent) === Kind.keyword_argument;
  if (isKeyword && childIn(tree, parent, Field.value) !== reference) return undefined;
  const list = isKeyword ? parentOf(tree, parent) : parent;
  if (kindOf(tree, list) !== Kind.argument_list) return undefined;
  return {
    callee: calledNameOf(tree, parentOf(tree, list)),
    keyword: isKeyword ? textOf(tree, childIn(tree, parent, Field.name)) : undefined,
  };
}
