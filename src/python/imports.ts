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
}

/** Reads the import statements of a module, those inside functions included. */
export function importsOf(tree: SyntaxTree, nodesOf: NodesOf): Imports {
  const origins = new Map<string, string>();
  for (const statement of nodesOf(Kind.import_statement)) {
    for (const node of childrenIn(tree, statement, Field.name)) {
      const { name, alias } = imported(tree, node);
      if (alias !== undefined) origins.set(alias, name);
      else origins.set(firstPart(name), firstPart(name));
    }
  }
  for (const statement of nodesOf(Kind.import_from_statement)) {
    const module = textOf(tree, childIn(tree, statement, Field.module_name)).replace(/\s+/g, '');
    const prefix = module.endsWith('.') ? module : `${module}.`;
    for (const node of childrenIn(tree, statement, Field.name)) {
      const { name, alias = name } = imported(tree, node);
      origins.set(alias, prefix + name);
    }
    if (childOfKind(tree, statement, Kind.wildcard_import) !== NO_NODE) origins.set(`*${module}`, module);
  }
  return {
    originOf(dottedName) {
      const first = firstPart(dottedName);
      const origin = origins.get(first);
      return origin === undefined ? dottedName : origin + dottedName.slice(first.length);
    },
    hasModule: (dottedName) =>
      [...origins.values()].some((origin) => origin === dottedName || origin.startsWith(`${dottedName}.`)),
  };
}

function imported(tree: SyntaxTree, node: Node): { readonly name: string; readonly alias?: string } {
  if (kindOf(tree, node) !== Kind.aliased_import) return { name: textOf(tree, node).replace(/\s+/g, '') };
  return {
    name: textOf(tree, childIn(tree, node, Field.name)).replace(/\s+/g, ''),
    alias: textOf(tree, childIn(tree, node, Field.alias)),
  };
}

function firstPart(dottedName: string): string {
  const dot = dottedName.indexOf('.');
  return dot === -1 ? dottedName : dottedName.slice(0, dot);
}
