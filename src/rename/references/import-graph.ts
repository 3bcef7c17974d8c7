import { calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  childrenIn,
  Field,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  textOf,
} from '../../python/syntax.ts';
import { moduleNameIn } from './import-statements.ts';
import { folderOf, moduleNameOf } from './links.ts';
import { type Literal, literalsOf } from './literals.ts';
import type { Project } from '../project.ts';
import { isPython } from '../world.ts';

/**
 * The modules that come with some modules: those, and all that they import by however many steps, in functions and by
 * constant names too. Where a name may be that of several files it is taken for each of them.
 */
export function importedBy(project: Project, starts: Iterable<TestModule>): ReadonlySet<TestModule> {
  const graph = graphOf(project);
  const found = new Set(starts);
  for (const module of found) for (const other of importsOf(graph, module)) found.add(other);
  return found;
}

interface Graph {
  readonly project: Project;
  /** The files by the last part of their module name. */
  readonly byLastPart: ReadonlyMap<string, readonly string[]>;
  readonly imports: Map<TestModule, readonly TestModule[]>;
}

const known = new WeakMap<Project, Graph>();

function graphOf(project: Project): Graph {
  const present = known.get(project);
  if (present !== undefined) return present;
  const byLastPart = new Map<string, string[]>();
  for (const path of project.files.filter(isPython)) {
    const last = lastPartOf(moduleNameOf(path));
    const paths = byLastPart.get(last);
    if (paths === undefined) byLastPart.set(last, [path]);
    else paths.push(path);
  }
  const graph: Graph = { project, byLastPart, imports: new Map() };
  known.set(project, graph);
  return graph;
}

const lastPartOf = (name: string) => name.slice(name.lastIndexOf('.') + 1);

function importsOf(graph: Graph, module: TestModule): readonly TestModule[] {
  const present = graph.imports.get(module);
  if (present !== undefined) return present;
  const names = new Set(importedNames(module));
  const paths = new Set([...names].flatMap((name) => filesOf(graph, name)));
  const imports = [...paths].flatMap((path) => graph.project.module(path) ?? []);
  graph.imports.set(module, imports);
  return imports;
}

/** The dotted names, counted from the top level where they are relative, of all that a module may import. */
function* importedNames(module: TestModule): Generator<string> {
  const { tree } = module;
  // Python imports the packages around a module first.
  yield* prefixesOf(moduleNameOf(module.path));
  for (const node of module.nodesOf(Kind.import_statement)) {
    for (const name of namesIn(tree, node)) yield* prefixesOf(name);
  }
  for (const node of module.nodesOf(Kind.import_from_statement)) {
    const from = absolute(module, moduleNameIn(module, node));
    yield* prefixesOf(from);
    for (const name of namesIn(tree, node)) yield from === '' ? name : `${from}.${name}`;
  }
  for (const literal of literalsOf(module)) yield* prefixesOf(nameInString(module, literal));
}

function namesIn(tree: TestModule['tree'], statement: Node): readonly string[] {
  return childrenIn(tree, statement, Field.name).map((node) => {
    const [name = node] =
      kindOf(tree, node) === Kind.aliased_import ? childrenIn(tree, node, Field.name) : [];
    return textOf(tree, name).replace(/\s+/g, '').normalize('NFKC');
  });
}

function absolute({ path }: TestModule, name: string): string {
  const [, dots = '', dotted = ''] = /^(\.*)(.*)$/s.exec(name) ?? [];
  if (dots === '') return dotted;
  let folder = folderOf(path);
  for (let level = 1; level < dots.length; level++) folder = folderOf(folder);
  return [...folder.split('/'), dotted].filter((part) => part !== '').join('.');
}

function* prefixesOf(name: string): Generator<string> {
  for (let dot = name.indexOf('.'); dot !== -1; dot = name.indexOf('.', dot + 1)) yield name.slice(0, dot);
  if (name !== '') yield name;
}

/** A string that has dots, as the target of a patch has, or that is given to what imports a module. */
function nameInString(module: TestModule, { node, value, isDocstring }: Literal): string {
  if (isDocstring || !/^[\p{XID_Continue}.:]+$/u.test(value)) return '';
  const call = parentOf(module.tree, parentOf(module.tree, node));
  const isImported =
    call !== NO_NODE &&
    kindOf(module.tree, call) === Kind.call &&
    isImporter(calledNameOf(module.tree, call));
  return isImported || value.includes('.') ? value.replaceAll(':', '.') : '';
}

/** Whether a function imports the module whose name, or the name of whose file, it is given. */
export function isImporter(name: string): boolean {
  return /^(?:import_(?:module|string|object|object_ns|class|from_string|any)|__import__|importorskip|load_(?:source|module)|exec_module|spec_from_file_location|run_(?:module|path)|resolve_name)$/.test(
    name,
  );
}

/** The files that a dotted name may mean, wherever the path that Python searches begins. */
function filesOf({ byLastPart }: Graph, dotted: string): readonly string[] {
  const paths = byLastPart.get(lastPartOf(dotted)) ?? [];
  return paths.filter((path) => {
    const name = moduleNameOf(path);
    return `.${dotted}`.endsWith(`.${name}`) || `.${name}`.endsWith(`.${dotted}`);
  });
}
