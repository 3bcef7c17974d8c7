import type { TestModule } from '../../python/module.ts';
import type { Binding, Occurrence, Scope, Symbol } from '../../python/scope.ts';
import { statementAround } from '../../python/statements.ts';
import {
  childIn,
  contains,
  Field,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  parentOf,
} from '../../python/syntax.ts';

/**
 * What a read of a name in the body of a class that binds it gives: the class's own variable, the global (or builtin)
 * one, or, depending on what ran before, either. A class body looks a name up in its namespace first and then among
 * the globals, never in an enclosing function (Language Reference 4.2.2).
 */
export type Provenance = 'class' | 'global' | 'either';

/** Where each read of a name in a class body that binds it comes from. */
export function provenanceIn(module: TestModule, symbol: Symbol, read: Occurrence): Provenance {
  const { tree } = module;
  const body = bodyOf(module, symbol.scope);
  const readAt = statementIn(module, body, read.node);
  let answer: Provenance = 'global';
  for (const definition of symbol.definitions) {
    if (isAnnotationAlone(module, definition.node)) continue;
    const boundAt = statementIn(module, body, definition.node);
    if (boundAt > readAt) continue;
    if (isDeletion(module, definition.node)) return 'either';
    if (boundAt === readAt) {
      if (!isEvaluatedBefore(module, boundAt, definition, read)) answer = 'either';
    } else if (answer === 'global') {
      answer = isUnconditional(kindOf(tree, boundAt)) ? 'class' : 'either';
    } else if (isUnconditional(kindOf(tree, boundAt))) answer = 'class';
  }
  return answer;
}

/** The variable that is meant at an offset: the global one where a class body has not bound the name yet. */
export function bindingMeantAt(module: TestModule, offset: number): Binding | undefined {
  const { bindings } = module;
  const symbol = bindings.symbolAt(offset);
  if (symbol?.scope.kind !== 'class' || symbol.binding.scope !== symbol.scope)
    return bindings.bindingAt(offset);
  const read = symbol.references.find(({ start, end }) => start <= offset && offset < end);
  const isGlobal = read !== undefined && provenanceIn(module, symbol, read) === 'global';
  const meant = isGlobal ? bindings.lookup(bindings.module, symbol.name) : undefined;
  return meant ?? symbol.binding;
}

/** The reads in class bodies that bind the name themselves but see the global variable `binding`. */
export function readsThroughClasses(
  module: TestModule,
  binding: Binding,
): { readonly certain: readonly Occurrence[]; readonly uncertain: readonly Occurrence[] } {
  const certain: Occurrence[] = [];
  const uncertain: Occurrence[] = [];
  if (binding.scope.kind !== 'module') return { certain, uncertain };
  for (const symbol of classSymbolsOf(module, binding.name)) {
    for (const read of symbol.references) {
      const provenance = provenanceIn(module, symbol, read);
      if (provenance === 'global') certain.push(read);
      if (provenance === 'either') uncertain.push(read);
    }
  }
  return { certain, uncertain };
}

/** The variables of that name of the module's classes that are read in the body of their own class. */
export function classSymbolsOf(module: TestModule, name: string): readonly Symbol[] {
  return module.bindings.scopes.flatMap((scope) => {
    if (scope.kind !== 'class') return [];
    const symbol = scope.symbols.get(name);
    return symbol?.flags.local === true && symbol.references.length > 0 ? [symbol] : [];
  });
}

function bodyOf({ definitions }: TestModule, scope: Scope): Node {
  return definitions.find(({ node }) => node === scope.node)?.body ?? NO_NODE;
}

/** The statement of a block that a node stands in. */
function statementIn({ tree }: TestModule, block: Node, node: Node): Node {
  let statement = statementAround(tree, node);
  while (statement !== NO_NODE && parentOf(tree, statement) !== block)
    statement = statementAround(tree, parentOf(tree, statement));
  return statement;
}

/** `total: int` binds nothing when it runs, though it makes the name one of the class. */
function isAnnotationAlone({ tree }: TestModule, node: Node): boolean {
  const assignment = parentOf(tree, node);
  return (
    kindOf(tree, assignment) === Kind.assignment &&
    childIn(tree, assignment, Field.left) === node &&
    childIn(tree, assignment, Field.right) === NO_NODE
  );
}

function isDeletion({ tree }: TestModule, node: Node): boolean {
  return kindOf(tree, statementAround(tree, node)) === Kind.delete_statement;
}

const isUnconditional = (kind: number) =>
  kind === Kind.expression_statement ||
  kind === Kind.function_definition ||
  kind === Kind.class_definition ||
  kind === Kind.decorated_definition ||
  kind === Kind.import_statement ||
  kind === Kind.import_from_statement ||
  kind === Kind.type_alias_statement;

/** Whether a statement that binds a name evaluates a read of it first: `x = x`, a decorator, a default. */
function isEvaluatedBefore(
  { tree }: TestModule,
  statement: Node,
  definition: Occurrence,
  read: Occurrence,
): boolean {
  if (definition.node === read.node) return false;
  switch (kindOf(tree, statement)) {
    case Kind.function_definition:
    case Kind.class_definition:
    case Kind.decorated_definition:
      return parentOf(tree, definition.node) === definitionIn(tree, statement);
    case Kind.expression_statement: {
      const assignment = statement + 1;
      return (
        kindOf(tree, assignment) === Kind.assignment &&
        parentOf(tree, definition.node) === assignment &&
        contains(tree, assignment, read.node)
      );
    }
    default:
      return false;
  }
}

function definitionIn(tree: TestModule['tree'], statement: Node): Node {
  if (kindOf(tree, statement) !== Kind.decorated_definition) return statement;
  return namedChildrenOf(tree, statement).at(-1) ?? statement;
}
