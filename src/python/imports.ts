import type { NodesOf } from './kinds.ts';
import {
  childIn,
  childOfKind,
  childrenIn,
  Field,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  type SyntaxTree,
  textOf,
} from './syntax.ts';

/** Where imported names come from, whatever they are called here. */
export interface Imports {
  /** The origin of a dotted name: `pytest.fixture` for `pt.fixture` after `import pytest as pt`. */
  readonly originOf: (dottedName: string) => string;
  /** Whether any import statement names the module or something below it. */
  readonly hasModule: (dottedName: string) => boolean;
  /** The statements without a star, in source order. */
  readonly statements: readonly ImportStatement[];
  /** The origin of the name that an identifier in an import statement binds; undefined for any other node. */
  readonly originBoundAt: (identifier: Node) => string | undefined;
  /** The names that something is imported under: `nap` for `time.sleep` after `from time import sleep as nap`. */
  readonly namesOf: (origin: string) => readonly string[];
}

/** An import statement and the names that it binds. */
export interface ImportStatement {
  readonly node: Node;
  readonly names: readonly ImportedName[];
}

export interface ImportedName {
  /** The identifier that is bound. */
  readonly binder: Node;
  /** What it is bound to: `os` for `import os.path`, `time.sleep` for `from time import sleep`. */
  readonly origin: string;
}

/** Reads the import statements of a module, those inside functions included. */
export function importsOf(tree: SyntaxTree, nodesOf: NodesOf): Imports {
  const origins = new Map<string, string>();
  const bound = new Map<Node, string>();
  const statements: ImportStatement[] = [];
  const bind = (node: Node, names: readonly ImportedName[]): void => {
    statements.push({ node, names });
    for (const { binder, origin } of names) {
      origins.set(textOf(tree, binder), origin);
      bound.set(binder, origin);
    }
  };
  for (const statement of nodesOf(Kind.import_statement)) {
    const names = childrenIn(tree, statement, Field.name).map((node) => imported(tree, node));
    bind(
      statement,
      names.map(({ binder, name, isAliased }) => ({ binder, origin: isAliased ? name : firstPart(name) })),
    );
  }
  for (const statement of nodesOf(Kind.import_from_statement)) {
    const module = textOf(tree, childIn(tree, statement, Field.module_name)).replace(/\s+/g, '');
    const prefix = module.endsWith('.') ? module : `${module}.`;
    const names = childrenIn(tree, statement, Field.name).map((node) => imported(tree, node));
    bind(
      statement,
      names.map(({ binder, name }) => ({ binder, origin: prefix + name })),
    );
    if (childOfKind(tree, statement, Kind.wildcard_import) !== NO_NODE) origins.set(`*${module}`, module);
  }
  let names: ReadonlyMap<string, readonly string[]> | undefined;
  return {
    originOf(dottedName) {
      const first = firstPart(dottedName);
      const origin = origins.get(first);
      return origin === undefined ? dottedName : origin + dottedName.slice(first.length);
    },
    hasModule(dottedName) {
      for (const origin of origins.values()) if (isIn(origin, dottedName)) return true;
      return false;
    },
    statements: statements
      .filter(({ names }) => names.length > 0)
      .toSorted((one, other) => one.node - other.node),
    originBoundAt: (identifier) => bound.get(identifier),
    namesOf: (origin) => (names ??= namesByOrigin(origins)).get(origin) ?? NO_NAMES,
  };
}

/** Whether a dotted name is that of a module or something below it. */
const isIn = (origin: string, module: string) =>
  origin.startsWith(module) && (origin.length === module.length || origin[module.length] === '.');

const NO_NAMES: readonly string[] = [];

function namesByOrigin(origins: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const [name, origin] of origins) {
    const known = names.get(origin);
    if (known === undefined) names.set(origin, [name]);
    else known.push(name);
  }
  return names;
}

interface Imported {
  readonly name: string;
  readonly isAliased: boolean;
  /** The identifier that is bound. */
  readonly binder: Node;
}

function imported(tree: SyntaxTree, node: Node): Imported {
  const isAliased = kindOf(tree, node) === Kind.aliased_import;
  const name = isAliased ? childIn(tree, node, Field.name) : node;
  return {
    name: textOf(tree, name).replace(/\s+/g, ''),
    isAliased,
    binder: isAliased ? childIn(tree, node, Field.alias) : node + 1,
  };
}

function firstPart(dottedName: string): string {
  const dot = dottedName.indexOf('.');
  return dot === -1 ? dottedName : dottedName.slice(0, dot);
}
