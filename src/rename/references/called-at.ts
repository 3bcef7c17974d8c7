import type { TestModule } from '../../python/module.ts';
import { Field, fieldOf, Kind, kindOf, NO_NODE, type Node, parentOf } from '../../python/syntax.ts';

/** The call of an identifier or attribute; NO_NODE where it is not called there. */
export function callOf({ tree }: TestModule, node: Node): Node {
  const parent = parentOf(tree, node);
  const callee =
    kindOf(tree, parent) === Kind.attribute && fieldOf(tree, node) === Field.attribute ? parent : node;
  const call = parentOf(tree, callee);
  return kindOf(tree, call) === Kind.call && fieldOf(tree, callee) === Field.function ? call : NO_NODE;
}
