import type { TestModule } from './module.ts';
import { childrenOf, Kind, kindOf, type Node, parentOf, startOf, textOf } from './syntax.ts';

/** The first thing in a module that the parser reads though Python 3 does not; undefined when there is none. */
export function pythonTwoIn(module: TestModule): Node | undefined {
  const { tree, nodesOf } = module;
  return [
    ...nodesOf(Kind.string).filter((node) => /^(?:`|ur)/i.test(textOf(tree, node))),
    ...nodesOf(Kind.integer).filter((node) => /^0\d*[1-9]|^\d+l$/i.test(textOf(tree, node))),
    ...nodesOf(Kind['<>']),
    ...nodesOf(Kind.raise_statement).filter((node) => raisesList(module, node)),
    ...nodesOf(Kind.except_clause).filter((node) => bindsAfterComma(module, node)),
    ...nodesOf(Kind.tuple_pattern).filter((node) => isParameter(module, node)),
  ].toSorted((one, other) => one - other)[0];
}

/** `raise ValueError, "negative"` */
function raisesList({ tree }: TestModule, statement: Node): boolean {
  return childrenOf(tree, statement).some((child) => kindOf(tree, child) === Kind.expression_list);
}

/** `except ValueError, error:`, where Python 3.14 would take both for classes (PEP 758). */
function bindsAfterComma({ tree, bindings }: TestModule, clause: Node): boolean {
  const [, first, comma, last = clause] = childrenOf(tree, clause);
  if (first === undefined || comma === undefined || kindOf(tree, comma) !== Kind[',']) return false;
  if (kindOf(tree, last) !== Kind.identifier || !/^[a-z_]/.test(textOf(tree, last))) return false;
  return bindings.bindingAt(startOf(tree, last))?.kind === 'unbound';
}

/** `def total(cart, (price, tax)):` */
function isParameter({ tree }: TestModule, pattern: Node): boolean {
  const kind = kindOf(tree, parentOf(tree, pattern));
  return kind === Kind.parameters || kind === Kind.lambda_parameters || kind === Kind.default_parameter;
}
