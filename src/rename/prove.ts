import type { TestModule } from '../python/module.ts';
import type { Binding, Scope } from '../python/scope.ts';
import type { SyntaxTree } from '../python/syntax.ts';
import type { TextEdit } from '../rules/rule.ts';
import { provenanceIn } from './references/class-bodies.ts';
import { differentProviders } from './same-fixtures.ts';
import { differentTests } from './same-tests.ts';
import { edited, inverse, shiftOf } from './edit.ts';
import type { Project } from './project.ts';

/** What is not as a plan says: a fault of ours, or another set or order of tests. */
export interface Difference {
  readonly code: 'internal' | 'soft-keyword' | 'collection' | 'test-order' | 'autouse-order';
  readonly found: string;
}

/** Whether edited files mean what they meant, by themselves and to one another; if not, what differs. */
export function differenceIn(
  project: Project,
  edits: ReadonlyMap<string, readonly TextEdit[]>,
): Difference | undefined {
  const twins = new Map<TestModule, TestModule>();
  for (const [path, list] of edits) {
    const before = project.module(path);
    if (before === undefined) return { code: 'internal', found: `${path} is no module` };
    const after = project.parse(path, edited(before.text, list));
    const misread = misreadWord(before, after, list);
    if (misread !== undefined) return { code: 'soft-keyword', found: misread };
    const found = differenceBetween(before, after, list);
    if (found !== undefined) return { code: 'internal', found: `${path}: ${found}` };
    const collected = differentTests(before, after);
    if (collected !== undefined) return collected;
    twins.set(before, after);
  }
  const found = differentProviders(project, twins);
  return found === undefined ? undefined : { code: 'internal', found };
}

/** Words that only some statements give a meaning (Language Reference 2.3.2), and those that Python 2 did. */
const SOFT_KEYWORDS: ReadonlySet<string> = new Set(['match', 'case', 'type', 'print', 'exec']);

/** A word that is put in or taken away where the grammar then reads other statements, rightly or not. */
function misreadWord(before: TestModule, after: TestModule, edits: readonly TextEdit[]): string | undefined {
  const words = edits.flatMap(({ span, replacement }) => [
    before.text.slice(span.start, span.end),
    replacement,
  ]);
  const word = words.find((one) => SOFT_KEYWORDS.has(one.normalize('NFKC')));
  if (word === undefined) return undefined;
  if (!after.tree.hasError && differentTrees(before.tree, after.tree, edits) === undefined) return undefined;
  return `\`${word}\``;
}

/**
 * Whether an edited module is the module before it but for the names in the edited places; if not, what differs. The
 * two must have the same syntax trees, the same blocks, as many occurrences of names and, one by one, the same block
 * and use and a one-to-one map of variables, which is alpha-equivalence.
 */
export function differenceBetween(
  before: TestModule,
  after: TestModule,
  edits: readonly TextEdit[],
): string | undefined {
  return (
    differentText(before, after, edits) ??
    differentTrees(before.tree, after.tree, edits) ??
    differentScopes(before, after, shiftOf(edits)) ??
    differentNames(before, after, edits)
  );
}

function differentText(
  before: TestModule,
  after: TestModule,
  edits: readonly TextEdit[],
): string | undefined {
  if (after.tree.hasError) return 'the edited text does not parse';
  if (edited(after.text, inverse(before.text, edits)) !== before.text) return 'the text differs elsewhere';
  return undefined;
}

function differentTrees(
  before: SyntaxTree,
  after: SyntaxTree,
  edits: readonly TextEdit[],
): string | undefined {
  if (before.size !== after.size) return 'the tree has another size';
  const shift = shiftOf(edits);
  for (let node = 0; node < before.size; node++) {
    const isSame =
      before.kind[node] === after.kind[node] &&
      before.field[node] === after.field[node] &&
      before.parent[node] === after.parent[node] &&
      shift(before.start[node] ?? 0) === after.start[node] &&
      shift(before.end[node] ?? 0) === after.end[node];
    if (!isSame) return `the tree differs at offset ${before.start[node]}`;
  }
  return undefined;
}

function differentScopes(
  before: TestModule,
  after: TestModule,
  shift: (offset: number) => number,
): string | undefined {
  const [one, other] = [before.bindings.scopes, after.bindings.scopes];
  if (one.length !== other.length) return 'there are other scopes';
  for (const [id, scope] of one.entries()) {
    const twin = other[id];
    const isSame =
      twin !== undefined &&
      scope.kind === twin.kind &&
      scope.parent?.id === twin.parent?.id &&
      shift(scope.start) === twin.start;
    if (!isSame) return `the scope ${scope.name} differs`;
  }
  return undefined;
}

function differentNames(
  before: TestModule,
  after: TestModule,
  edits: readonly TextEdit[],
): string | undefined {
  const [names, newNames] = [namesOf(before), namesOf(after)];
  if (names.length !== newNames.length) return 'there are other names';
  const shift = shiftOf(edits);
  const isEdited = new Set(edits.map(({ span }) => span.start));
  const twins = new Map<Binding, Binding>();
  const taken = new Map<Binding, Binding>();
  for (const [index, name] of names.entries()) {
    const newName = newNames[index];
    if (newName === undefined) return 'there are other names';
    const isSamePlace =
      shift(name.start) === newName.start && name.scope.id === newName.scope.id && name.use === newName.use;
    if (!isSamePlace) return `the name at offset ${name.start} is another`;
    const twin = twins.get(name.binding) ?? newName.binding;
    const owner = taken.get(newName.binding) ?? name.binding;
    if (twin !== newName.binding || owner !== name.binding)
      return `the name at offset ${name.start} means another variable`;
    twins.set(name.binding, newName.binding);
    taken.set(newName.binding, name.binding);
    const keepsName = name.binding.name === newName.binding.name;
    if (!isEdited.has(name.start) && !keepsName)
      return `the variable at offset ${name.start} is called otherwise`;
  }
  for (const [binding, twin] of twins) {
    if (binding.scope.id !== twin.scope.id || binding.kind !== twin.kind)
      return `the variable ${binding.name} is another`;
  }
  return undefined;
}

interface Name {
  readonly start: number;
  readonly scope: Scope;
  readonly use: 'binds' | 'reads' | 'declares' | 'annotates';
  readonly binding: Binding;
}

/** Every occurrence of every name of a module, with the variable that it means when the code runs, in source order. */
function namesOf(module: TestModule): readonly Name[] {
  const { bindings } = module;
  const names: Name[] = [];
  const free = new Map<string, Binding>();
  const lookup = (scope: Scope, name: string) => {
    const meant = bindings.lookup(scope, name) ?? free.get(name) ?? freeVariable(bindings.module, name);
    if (meant.kind === 'unbound') free.set(name, meant);
    return meant;
  };
  for (const scope of bindings.scopes) {
    for (const symbol of scope.symbols.values()) {
      const { binding } = symbol;
      for (const { start } of symbol.definitions) names.push({ start, scope, use: 'binds', binding });
      for (const { start } of symbol.declarations) names.push({ start, scope, use: 'declares', binding });
      const isInOwnClass = scope.kind === 'class' && binding.scope === scope;
      for (const read of symbol.references) {
        const isGlobal = isInOwnClass && provenanceIn(module, symbol, read) === 'global';
        const meant = isGlobal ? lookup(bindings.module, symbol.name) : binding;
        names.push({ start: read.start, scope, use: 'reads', binding: meant });
      }
    }
  }
  for (const { start, scope, name } of bindings.unevaluated) {
    names.push({ start, scope, use: 'annotates', binding: lookup(scope, name) });
  }
  return names.toSorted((one, other) => one.start - other.start || (one.use < other.use ? -1 : 1));
}

/** A name that only class bodies and annotations read, which the model keeps no variable for: a global or builtin. */
function freeVariable(scope: Scope, name: string): Binding {
  return { name, scope, kind: 'unbound', definitions: [], references: [], declarations: [], symbols: [] };
}
