import type { TestModule } from '../../python/module.ts';
import type { Binding, Occurrence, Scope } from '../../python/scope.ts';
import {
  childrenOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { moduleNameOf } from '../references/links.ts';
import { isHarmlessFor, type Observer, observersOf } from './observers.ts';
import { type Objection, refuse } from '../steps.ts';

/** Objects to a rename of a variable whose name the program can see. */
export function* sightingsOf(
  module: TestModule,
  binding: Binding,
  newName: string,
  occurrences: readonly Occurrence[],
): Generator<Objection> {
  yield* printedNames(module, occurrences);
  const seeing = scopesOf(module, binding, occurrences);
  for (const observer of observersOf(module)) {
    if (!sees(observer, binding, seeing)) continue;
    const words = observer.kind === 'signature' ? ownersOf(module, binding) : [binding.name, newName];
    if (isHarmlessFor(observer, ...words)) continue;
    yield refuse(codeOf(observer), observer.shown, module, startOf(module.tree, observer.node));
  }
}

/** What has a parameter in its signature, or may have it: its function, all that is around that, and the module. */
function ownersOf({ path, definitions }: TestModule, { scope }: Binding): readonly string[] {
  const owner = definitions.find(({ node }) => node === scope.node);
  const [name = ''] = moduleNameOf(path).split('.').slice(-1);
  return [name, ...(owner?.qualifiedName.split('.') ?? [])];
}

/** Occurrences whose text the program prints: in `{…=}` of an f-string, or anywhere in a template string (PEP 750). */
export function* printedNames(module: TestModule, occurrences: readonly Occurrence[]): Generator<Objection> {
  const { tree } = module;
  for (const { node, start } of occurrences) {
    for (let outer = parentOf(tree, node); outer !== NO_NODE; outer = parentOf(tree, outer)) {
      if (kindOf(tree, outer) !== Kind.interpolation || !isPrinted(module, outer, node)) continue;
      yield refuse('printed-name', textOf(tree, outer), module, start);
      break;
    }
  }
}

function isPrinted({ tree }: TestModule, interpolation: Node, node: Node): boolean {
  const equals = childrenOf(tree, interpolation).find((child) => kindOf(tree, child) === Kind['=']);
  if (equals !== undefined && node < equals) return true;
  const prefix = textOf(tree, parentOf(tree, interpolation) + 1);
  return /^r?t/i.test(prefix);
}

/** The scopes in which the binding can be seen. */
function scopesOf(
  { bindings }: TestModule,
  binding: Binding,
  occurrences: readonly Occurrence[],
): ReadonlySet<Scope> {
  return new Set([
    binding.scope,
    ...binding.symbols.map(({ scope }) => scope),
    ...occurrences.map(({ node }) => bindings.scopeOf(node)),
  ]);
}

function sees({ kind, scope }: Observer, binding: Binding, seeing: ReadonlySet<Scope>): boolean {
  const isGlobal = binding.scope.kind === 'module';
  switch (kind) {
    case 'frame':
    case 'code-object':
    case 'source-text':
      return true;
    case 'signature':
      return binding.kind === 'parameter';
    case 'namespace':
      return isGlobal;
    case 'dynamic-code':
      return isGlobal || scope === undefined || isSeenFrom(scope, seeing);
    case 'locals':
      return scope === undefined || (isGlobal ? scope === binding.scope : isSeenFrom(scope, seeing));
  }
}

/** A comprehension is inlined into the block around it, whose names `locals()` in it has as well (PEP 709). */
function isSeenFrom(scope: Scope, seeing: ReadonlySet<Scope>): boolean {
  if (seeing.has(scope)) return true;
  return scope.kind === 'comprehension' && scope.parent !== undefined && isSeenFrom(scope.parent, seeing);
}

function codeOf({ kind }: Observer) {
  return kind === 'signature' ? 'code-object' : kind;
}
