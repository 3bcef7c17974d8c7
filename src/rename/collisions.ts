import type { TestModule } from '../python/module.ts';
import type { Binding, Occurrence, Scope, Symbol } from '../python/scope.ts';
import { ancestorOf, Kind, kindOf, NO_NODE, startOf } from '../python/syntax.ts';
import { typesInText } from './references/annotations.ts';
import { classSymbolsOf, provenanceIn } from './references/class-bodies.ts';
import { decline, type Objection, refuse } from './steps.ts';
import { isIdentifier } from './words.ts';

/** Objects to a new name that cannot be written at all. */
export function* objectionsToName(oldName: string, newName: string): Generator<Objection> {
  const quoted = `\`${newName}\``;
  if (!isIdentifier(newName)) yield decline('not-an-identifier', `${quoted} is no identifier`);
  else if (keywords.has(newName)) yield decline('not-an-identifier', `${quoted} is a keyword`);
  else if (isSpecial(newName)) yield decline('not-an-identifier', `${quoted} is a special name`);
  else if (newName === oldName) yield decline('same-name', `it is called ${quoted} already`);
}

/**
 * Whether Python gives a name a meaning: two underscores on both sides (Language Reference 2.3.2), and `super`, by which
 * a method gets the variable `__class__`, whoever binds it.
 */
export const isSpecial = (name: string) => /^__.+__$/s.test(name) || name === 'super';

/** Language Reference 2.3.1. */
const keywords: ReadonlySet<string> = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global ' +
    'if import in is lambda nonlocal not or pass raise return try while with yield __debug__'
  ).split(' '),
);

/**
 * Objects where the new name is taken, or would be, in a scope that sees the binding: bound or read beside the old
 * name, bound by a scope between an occurrence and the binding, or read through the binding's scope from below.
 */
export function* collisionsOf(
  module: TestModule,
  binding: Binding,
  newName: string,
  occurrences: readonly Occurrence[],
): Generator<Objection> {
  yield* mangledOccurrences(module, newName, occurrences);
  yield* wildcards(module, newName, occurrences);
  const owner = binding.scope;
  const seeing = scopesThatSee(binding, module, occurrences);
  for (const scope of seeing) {
    const taken = scope.symbols.get(newName);
    if (taken === undefined) continue;
    if (scope === owner || isUsedIn(binding, scope)) yield besides(module, taken);
    else if (taken.flags.local && hides(scope, seeing))
      yield refuse('captured', quoted(newName), module, placeOf(taken));
  }
  yield* capturedByClasses(module, binding, newName, seeing);
  for (const scope of scopesBelow(owner)) {
    const read = scope.symbols.get(newName);
    if (read === undefined) continue;
    const isHidden = read.binding.scope === scope || classSeenFrom(scope) !== owner;
    if (isHidden && isBelow(read.binding.scope, owner)) continue;
    yield refuse('capture', quoted(newName), module, placeOf(read));
  }
  yield* unevaluatedNames(module, owner, newName);
  if (owner.kind === 'module') yield* throughClasses(module, newName);
}

/** Whether what a scope binds is seen from the scopes in it. A class shows its names to lazily evaluated ones only. */
function hides(scope: Scope, seeing: ReadonlySet<Scope>): boolean {
  return scope.kind !== 'class' || scope.children.some((child) => seesClass(child) && seeing.has(child));
}

/** Annotations, type parameters and aliases in a class see its names (PEP 649, PEP 695). */
const seesClass = ({ kind }: Scope) =>
  kind === 'annotation' || kind === 'type-parameters' || kind === 'type-alias';

/** The class whose names a lazily evaluated scope finds before those of the type parameters between the two. */
function classSeenFrom(scope: Scope): Scope | undefined {
  let outer: Scope | undefined = scope;
  while (outer !== undefined && seesClass(outer)) outer = outer.parent;
  return outer !== scope && outer?.kind === 'class' ? outer : undefined;
}

/** A type parameter that is read where a variable of the class around it would be found first. */
function* capturedByClasses(
  module: TestModule,
  binding: Binding,
  newName: string,
  seeing: ReadonlySet<Scope>,
): Generator<Objection> {
  for (const scope of seeing) {
    if (scope === binding.scope || !isUsedIn(binding, scope)) continue;
    const seen = classSeenFrom(scope);
    const taken = seen?.symbols.get(newName);
    if (seen !== undefined && taken?.flags.local === true && isBelow(binding.scope, seen))
      yield refuse('captured', quoted(newName), module, placeOf(taken));
  }
}

/** Names in annotations that are never evaluated, or are written as text, which would mean the variable. */
function* unevaluatedNames(module: TestModule, owner: Scope, newName: string): Generator<Objection> {
  const { bindings, tree } = module;
  const inText = typesInText(module, newName).map((node) => ({
    name: newName,
    scope: bindings.scopeOf(node),
    start: startOf(tree, node),
  }));
  for (const { name, scope, start } of [...bindings.unevaluated, ...inText]) {
    if (name !== newName) continue;
    const isSeen = owner.kind === 'class' ? classSeenFrom(scope) === owner : isBelow(scope, owner);
    if (scope !== owner && !isSeen) continue;
    const meant = bindings.lookup(scope, newName);
    if (meant === undefined || !isBelow(meant.scope, owner))
      yield refuse('capture', quoted(newName), module, start);
  }
}

/** The owner, and the scopes from each occurrence up to it. */
function scopesThatSee(
  binding: Binding,
  { bindings }: TestModule,
  occurrences: readonly Occurrence[],
): ReadonlySet<Scope> {
  const scopes = new Set<Scope>([binding.scope, ...binding.symbols.map((symbol) => symbol.scope)]);
  for (const { node } of occurrences) {
    let scope: Scope | undefined = bindings.scopeOf(node);
    while (scope !== undefined && scope !== binding.scope) {
      scopes.add(scope);
      scope = scope.parent;
    }
  }
  return scopes;
}

/** Whether the old name stands in the very block, and does not only pass through it. */
function isUsedIn({ symbols }: Binding, scope: Scope): boolean {
  const own = symbols.find((symbol) => symbol.scope === scope);
  if (own === undefined) return false;
  return own.definitions.length + own.references.length + own.declarations.length > 0;
}

/** The scopes that would see a variable of a scope. */
function* scopesBelow(owner: Scope): Generator<Scope> {
  for (const child of owner.children) {
    if (owner.kind !== 'class' || seesClass(child)) yield* subtreeOf(child);
  }
}

function* subtreeOf(scope: Scope): Generator<Scope> {
  yield scope;
  for (const child of scope.children) yield* subtreeOf(child);
}

function isBelow(scope: Scope, ancestor: Scope): boolean {
  for (let outer: Scope | undefined = scope.parent; outer !== undefined; outer = outer.parent) {
    if (outer === ancestor) return true;
  }
  return false;
}

function besides(module: TestModule, taken: Symbol): Objection {
  const { definitions, declarations, name } = taken;
  if (definitions.length > 0) return refuse('collision', quoted(name), module, placeOf(taken));
  const what = declarations.length > 0 ? 'declared' : 'read';
  return refuse('capture', `${quoted(name)} ${what}`, module, placeOf(taken));
}

/** A class body that binds and reads the new name may read the global one, which there now would be. */
function* throughClasses(module: TestModule, newName: string): Generator<Objection> {
  for (const symbol of classSymbolsOf(module, newName)) {
    for (const read of symbol.references) {
      if (provenanceIn(module, symbol, read) !== 'class')
        yield refuse('capture', quoted(newName), module, read.start);
    }
  }
}

function* mangledOccurrences(
  module: TestModule,
  newName: string,
  occurrences: readonly Occurrence[],
): Generator<Objection> {
  if (!newName.startsWith('__')) return;
  for (const { node, start } of occurrences) {
    let scope: Scope | undefined = module.bindings.scopeOf(node);
    while (scope !== undefined && scope.kind !== 'class') scope = scope.parent;
    if (scope !== undefined) yield refuse('mangled', `class ${scope.name}`, module, start);
  }
}

/** In a pattern `_` binds nothing (Language Reference 8.6.4). */
function* wildcards(
  module: TestModule,
  newName: string,
  occurrences: readonly Occurrence[],
): Generator<Objection> {
  if (newName !== '_') return;
  for (const { node, start } of occurrences) {
    const around = ancestorOf(module.tree, node, Kind.case_pattern, Kind.block);
    if (around !== NO_NODE && kindOf(module.tree, around) === Kind.case_pattern)
      yield refuse('capture', '`_` as a wildcard', module, start);
  }
}

function placeOf({ definitions, references, declarations, binding }: Symbol): number {
  const own = definitions[0] ?? references[0] ?? declarations[0];
  return (own ?? binding.definitions[0] ?? binding.references[0])?.start ?? 0;
}

const quoted = (name: string) => `\`${name}\``;
