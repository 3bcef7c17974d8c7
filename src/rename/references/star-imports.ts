import type { TestModule } from '../../python/module.ts';
import {
  childIn,
  Field,
  Kind,
  kindOf,
  namedChildrenOf,
  type Node,
  parentOf,
  ROOT,
  textOf,
} from '../../python/syntax.ts';
import { moduleNameIn } from './import-statements.ts';
import { type Link, linkOf } from './links.ts';
import { literalsWith } from './literals.ts';
import type { World } from '../world.ts';

/** `from module import *` */
export interface StarImport {
  readonly statement: Node;
  readonly link: Link;
  /** Whether it stands in another statement, and may not run. */
  readonly isConditional: boolean;
}

/** The star imports of a module in their order: of a name that several of them bring the last is kept. */
export function starImportsOf({ project }: World, module: TestModule): readonly StarImport[] {
  const { tree } = module;
  return Array.from(module.nodesOf(Kind.wildcard_import), (node) => {
    const statement = parentOf(tree, node);
    const link = linkOf(project, module, moduleNameIn(module, statement));
    return { statement, link, isConditional: parentOf(tree, statement) !== ROOT };
  });
}

/** The modules of which a module imports everything at its top. */
export const starLinksOf = (world: World, module: TestModule): readonly Link[] =>
  starImportsOf(world, module).map(({ link }) => link);

/** Whether a star import of a module brings a name of its top, or may do so (Language Reference 7.11). */
export function mayExport(module: TestModule, name: string): boolean {
  if (!module.bindings.module.symbols.has('__all__')) return !name.startsWith('_');
  return !isExportListWritten(module) || literalsWith(module, name).some(({ value }) => value === name);
}

/** Whether nothing but strings that are written out gets into `__all__`. */
function isExportListWritten(module: TestModule): boolean {
  const { tree } = module;
  return module.nodesOf(Kind.identifier).every((node) => {
    if (textOf(tree, node) !== '__all__') return true;
    const assignment = parentOf(tree, node);
    const kind = kindOf(tree, assignment);
    if (kind !== Kind.assignment && kind !== Kind.augmented_assignment) return false;
    const value = childIn(tree, assignment, Field.right);
    return LISTS.has(kindOf(tree, value)) && namedChildrenOf(tree, value).every(isString);
  });

  function isString(node: Node): boolean {
    const kind = kindOf(tree, node);
    return kind === Kind.string || kind === Kind.comment;
  }
}

const LISTS: ReadonlySet<number> = new Set<number>([Kind.list, Kind.tuple]);
