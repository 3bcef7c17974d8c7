import { type Imports, importsOf } from './imports.ts';
import { nodesByKind } from './kinds.ts';
import { originOf } from './origins.ts';
import type { Bindings, Observer, Scope } from './scope.ts';
import {
  afterOf,
  childIn,
  Field,
  fieldOf,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  parentOf,
  ROOT,
  spanOf,
  type SyntaxTree,
  textOf,
} from './syntax.ts';

/** What can see the names of each scope without naming them, by the scope's number. */
export function observersByScope(
  tree: SyntaxTree,
  bindings: Bindings,
): ReadonlyMap<number, readonly Observer[]> {
  const seen = new Map<number, Observer[]>();
  for (const { kind, node, scopes } of sightsOf(tree, bindings)) {
    const observer: Observer = { kind, at: spanOf(tree, node) };
    for (const { id } of new Set(scopes)) {
      const observers = seen.get(id);
      if (observers === undefined) seen.set(id, [observer]);
      else observers.push(observer);
    }
  }
  for (const observers of seen.values()) observers.sort((a, b) => a.at.start - b.at.start);
  return seen;
}

interface Sight {
  readonly kind: Observer['kind'];
  readonly node: Node;
  /** The scopes whose names can be seen. */
  readonly scopes: readonly Scope[];
}

function* sightsOf(tree: SyntaxTree, bindings: Bindings): Generator<Sight> {
  const { module, scopes } = bindings;
  for (const [name, kind] of BUILTINS) {
    const binding = bindings.lookup(module, name);
    if (binding === undefined || binding.kind !== 'unbound') continue;
    for (const { node } of binding.references) {
      if (looksAround(tree, node, kind)) yield { kind, node, scopes: seenFrom(kind, bindings, node) };
    }
  }
  let imports: Imports | undefined;
  for (let node: Node = ROOT; node < tree.size; node++) {
    const kind = tree.kind[node];
    if (kind === Kind.wildcard_import) yield { kind: 'star-import', node, scopes: [module] };
    if (kind !== Kind.identifier) continue;
    const seen = ATTRIBUTES.get(textOf(tree, node));
    if (seen === undefined || !isReached(tree, bindings, node)) continue;
    if (
      seen.of === undefined ||
      isOf(tree, bindings, (imports ??= importsOf(tree, nodesByKind(tree))), node, seen.of)
    )
      yield { kind: seen.kind, node, scopes };
  }
}

const BUILTINS: readonly (readonly [name: string, kind: Observer['kind']])[] = [
  ['locals', 'locals'],
  ['vars', 'vars'],
  ['dir', 'dir'],
  ['globals', 'globals'],
  ['eval', 'eval'],
  ['exec', 'exec'],
];

/** Names that reach a frame or a code object wherever they are found, or only in the module `of`. */
const ATTRIBUTES = new Map<
  string,
  { readonly kind: 'frame' | 'code-object'; readonly of: string | undefined }
>([
  ...[
    '_getframe',
    '_current_frames',
    'currentframe',
    'f_locals',
    'f_globals',
    'f_back',
    'tb_frame',
    'gi_frame',
  ].map((name) => [name, { kind: 'frame', of: undefined }] as const),
  ...['cr_frame', 'ag_frame', 'getinnerframes', 'getouterframes', 'getargvalues'].map(
    (name) => [name, { kind: 'frame', of: undefined }] as const,
  ),
  ...['stack', 'trace'].map((name) => [name, { kind: 'frame', of: 'inspect' }] as const),
  ...['__code__', 'co_varnames', 'co_names', 'co_freevars', 'co_cellvars', 'getclosurevars'].map(
    (name) => [name, { kind: 'code-object', of: undefined }] as const,
  ),
]);

/** Whether a builtin looks at the names around it: `vars(x)` and `dir(x)` look at an object. */
function looksAround(tree: SyntaxTree, node: Node, kind: Observer['kind']): boolean {
  if (kind !== 'vars' && kind !== 'dir') return true;
  const call = parentOf(tree, node);
  if (kindOf(tree, call) !== Kind.call || fieldOf(tree, node) !== Field.function) return true;
  return namedChildrenOf(tree, childIn(tree, call, Field.arguments)).length === 0;
}

function seenFrom(kind: Observer['kind'], bindings: Bindings, node: Node): readonly Scope[] {
  if (kind === 'globals') return [bindings.module];
  const scope = bindings.scopeOf(node);
  const captured = [...scope.symbols.values()]
    .filter(({ flags }) => flags.free)
    .map(({ binding }) => binding.scope);
  return kind === 'eval' || kind === 'exec' ? [scope, ...captured, bindings.module] : [scope, ...captured];
}

/** Whether an identifier is an attribute, or a name that is imported, by an alias too, or not bound in the file. */
function isReached(tree: SyntaxTree, bindings: Bindings, node: Node): boolean {
  if (fieldOf(tree, node) === Field.attribute || aliasOf(tree, node) !== NO_NODE) return true;
  const kind = bindings.bindingAt(spanOf(tree, node).start)?.kind;
  return kind === 'unbound' || kind === 'import';
}

/** Whether an identifier is an attribute of the module, or imported from it. */
function isOf(tree: SyntaxTree, bindings: Bindings, imports: Imports, node: Node, module: string): boolean {
  if (fieldOf(tree, node) !== Field.attribute) {
    const alias = aliasOf(tree, node);
    const imported = originOf(tree, imports, bindings, alias === NO_NODE ? node : alias);
    return imported === `${module}.${textOf(tree, node)}`;
  }
  const origin = originOf(tree, imports, bindings, childIn(tree, parentOf(tree, node), Field.object));
  // A name that nothing in the file binds may come from a star import.
  return origin === module || origin === `builtins.${module}`;
}

/** What an import statement calls the name that an identifier in it ends: `frames` of `import stack as frames`; or NO_NODE. */
function aliasOf(tree: SyntaxTree, node: Node): Node {
  const name = parentOf(tree, node);
  const statement = parentOf(tree, name);
  if (kindOf(tree, name) !== Kind.dotted_name || kindOf(tree, statement) !== Kind.aliased_import)
    return NO_NODE;
  return node + 1 === afterOf(tree, name) ? childIn(tree, statement, Field.alias) : NO_NODE;
}
