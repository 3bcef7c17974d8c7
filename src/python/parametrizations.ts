import type { Decorator } from './definitions.ts';
import { argumentsOf, keywordOf, stringContentOf } from './expressions.ts';
import type { Imports } from './imports.ts';
import { Kind, kindOf, namedChildrenOf, NO_NODE, type Node, type SyntaxTree } from './syntax.ts';

/** One `pytest.mark.parametrize`. */
export interface Parametrization {
  /** The call. */
  readonly call: Node;
  /** The names that it fills; empty when they are computed. */
  readonly names: readonly string[];
  /** The rows as they are written out, `pytest.param(…)` included; empty when they are computed. */
  readonly rows: readonly Node[];
}

/** What a decorator parametrizes; undefined for any other decorator. */
export function parametrizationOf(
  tree: SyntaxTree,
  imports: Imports,
  { name, call }: Decorator,
): Parametrization | undefined {
  if (call === NO_NODE || !/^pytest\.mark\.parametrize$/.test(imports.originOf(name))) return undefined;
  const given = argumentsOf(tree, call);
  const [first, second] = given.filter(({ keyword }) => keyword === undefined);
  const names = first?.value ?? keywordOf(tree, call, 'argnames');
  const rows = second?.value ?? keywordOf(tree, call, 'argvalues');
  return {
    call,
    names: argumentNamesOf(tree, names),
    rows: rows !== NO_NODE && isDisplay(tree, rows) ? namedChildrenOf(tree, rows) : [],
  };
}

const isDisplay = (tree: SyntaxTree, node: Node) =>
  kindOf(tree, node) === Kind.list || kindOf(tree, node) === Kind.tuple;

function argumentNamesOf(tree: SyntaxTree, node: Node): readonly string[] {
  if (node === NO_NODE) return [];
  const written = stringContentOf(tree, node);
  if (written !== undefined) return written.split(',').flatMap((name) => name.trim() || []);
  return isDisplay(tree, node)
    ? namedChildrenOf(tree, node).flatMap((name) => stringContentOf(tree, name) ?? [])
    : [];
}
