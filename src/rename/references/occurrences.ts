import type { TestModule } from '../../python/module.ts';
import type { Binding, Occurrence } from '../../python/scope.ts';
import { ancestorOf, Field, fieldOf, Kind, kindOf, type Node, parentOf } from '../../python/syntax.ts';
import { provenanceIn, readsThroughClasses } from './class-bodies.ts';

/**
 * Every identifier of a module that means a binding when the code runs or is type-checked, in source order: what
 * symtable gives it, the reads in class bodies that fall through to it, and the names in annotations that are kept as
 * text. Reads in the body of the binding's own class that fall through to a global are not among them.
 */
export function occurrencesOf(module: TestModule, binding: Binding): readonly Occurrence[] {
  const found = new Map<number, Occurrence>();
  for (const occurrence of [...binding.definitions, ...binding.references, ...binding.declarations]) {
    if (!isBeyondClass(module, binding, occurrence)) found.set(occurrence.start, occurrence);
  }
  for (const occurrence of readsThroughClasses(module, binding).certain) {
    found.set(occurrence.start, occurrence);
  }
  for (const occurrence of unevaluatedOf(module, binding)) found.set(occurrence.start, occurrence);
  return [...found.values()].toSorted((one, other) => one.start - other.start);
}

function isBeyondClass(module: TestModule, binding: Binding, occurrence: Occurrence): boolean {
  if (binding.scope.kind !== 'class' || binding.definitions.includes(occurrence)) return false;
  const symbol = module.bindings.symbolAt(occurrence.start);
  return symbol?.scope === binding.scope && provenanceIn(module, symbol, occurrence) === 'global';
}

export function unevaluatedOf({ bindings }: TestModule, binding: Binding): readonly Occurrence[] {
  return bindings.unevaluated.filter(
    ({ name, scope }) => name === binding.name && bindings.lookup(scope, name) === binding,
  );
}

/** The first of the imports without `as` that bind a name: what it is called is not ours to say. */
export function unaliasedImportOf(module: TestModule, binding: Binding): Occurrence | undefined {
  return binding.definitions.find(({ node }) => isUnaliasedImport(module, node));
}

/** Whether a name is bound by an import without `as`. */
export function isUnaliasedImport({ tree }: TestModule, node: Node): boolean {
  const statement = ancestorOf(
    tree,
    node,
    Kind.import_statement,
    Kind.import_from_statement,
    Kind.future_import_statement,
  );
  if (statement === -1 || kindOf(tree, parentOf(tree, node)) !== Kind.dotted_name) return false;
  return fieldOf(tree, node) !== Field.alias;
}
