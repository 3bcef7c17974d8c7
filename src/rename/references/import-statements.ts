import type { TestModule } from '../../python/module.ts';
import type { Occurrence } from '../../python/scope.ts';
import {
  ancestorOf,
  childIn,
  Field,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  textOf,
} from '../../python/syntax.ts';

/** An import statement's part that binds a name. */
export interface ImportedName {
  /** The module, with leading dots where it is relative. */
  readonly module: string;
  /** The name after `from … import`; undefined for `import module`. */
  readonly member: string | undefined;
}

/** The import that binds a name at an occurrence; undefined when no import does. */
export function importOf(module: TestModule, { node }: Occurrence): ImportedName | undefined {
  const { tree } = module;
  const statement = ancestorOf(tree, node, Kind.import_statement, Kind.import_from_statement);
  if (statement === NO_NODE) return undefined;
  const parent = parentOf(tree, node);
  const isAliased = kindOf(tree, parent) === Kind.aliased_import;
  const name = isAliased ? childIn(tree, parent, Field.name) : parent;
  const written = textOf(tree, name).replace(/\s+/g, '');
  if (kindOf(tree, statement) === Kind.import_from_statement)
    return { module: moduleNameIn(module, statement), member: written };
  return { module: isAliased ? written : (written.split('.')[0] ?? ''), member: undefined };
}

/** The module that a `from … import` statement names, dots included. */
export function moduleNameIn({ tree }: TestModule, statement: Node): string {
  const name = childIn(tree, statement, Field.module_name);
  return name === NO_NODE ? '' : textOf(tree, name).replace(/\s+/g, '');
}
