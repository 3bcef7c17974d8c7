import type { FunctionDefinition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  childrenOf,
  firstNamedChildOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  startOf,
} from '../../python/syntax.ts';
import type { Passed } from './passed-values.ts';

/** What a function yields, or what it returns when it yields nothing; undefined when it yields what another gives. */
export function givenBack(module: TestModule, definition: FunctionDefinition): readonly Passed[] | undefined {
  return isGenerator(module, definition)
    ? yieldedBy(module, definition)
    : returnedBy(module, definition).map((node) => ({ module, node }));
}

export function isGenerator(module: TestModule, definition: FunctionDefinition): boolean {
  return module.nodesOf(Kind.yield).some((node) => isOwn(module, definition, node));
}

/** What a generator yields; undefined for one that yields what another does. */
export function yieldedBy(module: TestModule, definition: FunctionDefinition): readonly Passed[] | undefined {
  const { tree } = module;
  const yields = [...module.nodesOf(Kind.yield)].filter((node) => isOwn(module, definition, node));
  if (yields.some((node) => childrenOf(tree, node).some((child) => kindOf(tree, child) === Kind.from_token)))
    return undefined;
  return yields.flatMap((node) => valueIn(module, node)).map((node) => ({ module, node }));
}

/** The expressions after `return`. */
export function returnedBy(module: TestModule, definition: FunctionDefinition): readonly Node[] {
  return [...module.nodesOf(Kind.return_statement)]
    .filter((node) => isOwn(module, definition, node))
    .flatMap((node) => valueIn(module, node));
}

/** What follows the keyword of a statement, if anything does. */
function valueIn({ tree }: TestModule, statement: Node): readonly Node[] {
  const value = firstNamedChildOf(tree, statement);
  return value === NO_NODE ? [] : [value];
}

function isOwn({ tree, definitionAt }: TestModule, definition: FunctionDefinition, node: Node): boolean {
  return definitionAt(startOf(tree, node)) === definition;
}
