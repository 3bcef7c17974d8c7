import type { FunctionDefinition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  type SyntaxTree,
  Field,
  fieldOf,
} from '../../python/syntax.ts';
import type { Fixture } from '../../python/tests.ts';

/** The fixture whose function holds a UTF-16 offset. */
export function fixtureAt({ model, definitionAt }: TestModule, offset: number): Fixture | undefined {
  const definition = definitionAt(offset);
  return model.fixtures.find((fixture) => fixture.definition === definition);
}

/** Whether a method that a `with` statement calls holds a UTF-16 offset. */
export function isEntry(module: TestModule, offset: number): boolean {
  const definition = module.definitionAt(offset);
  return definition?.enclosing?.kind === 'class' && /^__a?enter__$/.test(definition.name);
}

/** The function that returns something, if no framework and no decorator gets what it returns. */
export function makerAt(module: TestModule, offset: number): FunctionDefinition | undefined {
  const maker = module.definitionAt(offset);
  if (maker?.kind !== 'function' || !module.model.helpers.includes(maker)) return undefined;
  const isPlain = maker.decorators.every(({ name }) => name === 'classmethod' || name === 'staticmethod');
  return isPlain && !/^__.*__$/s.test(maker.name) ? maker : undefined;
}

/** The helper that yields something: a generator, or one that `contextlib` makes a context manager of. */
export function yielderAt(module: TestModule, offset: number): FunctionDefinition | undefined {
  const yielder = module.definitionAt(offset);
  if (yielder?.kind !== 'function' || !module.model.helpers.includes(yielder)) return undefined;
  const [only, ...more] = yielder.decorators;
  const isPlain =
    only === undefined || /^contextlib\.(?:async)?contextmanager$/.test(module.imports.originOf(only.name));
  return isPlain && more.length === 0 && !/^__.*__$/s.test(yielder.name) ? yielder : undefined;
}

/** The display or comprehension one of whose objects an expression is; NO_NODE for any other expression. */
export function displayAround(tree: SyntaxTree, node: Node): Node {
  const parent = parentOf(tree, node);
  switch (kindOf(tree, parent)) {
    case Kind.list:
    case Kind.tuple:
    case Kind.set:
    case Kind.expression_list:
      return parent;
    case Kind.list_comprehension:
    case Kind.set_comprehension:
    case Kind.generator_expression:
      return fieldOf(tree, node) === Field.body ? parent : NO_NODE;
    case Kind.pair:
      return fieldOf(tree, node) === Field.value ? parentOf(tree, parent) : NO_NODE;
    default:
      return NO_NODE;
  }
}
