import type { TestModule } from './module.ts';
import { Kind, type Node, textOf } from './syntax.ts';

/** The first thing in a module that the parser reads though Python 3 does not; undefined when there is none. */
export function pythonTwoIn({ tree, nodesOf }: TestModule): Node | undefined {
  return [
    ...nodesOf(Kind.string).filter((node) => /^(?:`|ur)/i.test(textOf(tree, node))),
    ...nodesOf(Kind.integer).filter((node) => /^0\d*[1-9]|^\d+l$/i.test(textOf(tree, node))),
    ...nodesOf(Kind['<>']),
  ].toSorted((one, other) => one - other)[0];
}
