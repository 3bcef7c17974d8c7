import type { TestModule } from '../../python/module.ts';
import {
  ancestorOf,
  childIn,
  childrenIn,
  Field,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  textOf,
} from '../../python/syntax.ts';
import { moduleNameIn } from './import-statements.ts';
import { type Link, linkOf } from './links.ts';
import type { Project } from '../project.ts';
import type { World } from '../world.ts';

const known = new WeakMap<World, WeakMap<TestModule, readonly string[]>>();

/** The files of the project that a module imports, by one step. */
export function filesImportedBy(world: World, module: TestModule): readonly string[] {
  const ofWorld = known.get(world) ?? new WeakMap<TestModule, readonly string[]>();
  known.set(world, ofWorld);
  const paths = ofWorld.get(module) ?? newFiles(world, module);
  ofWorld.set(module, paths);
  return paths;
}

function newFiles({ project }: World, module: TestModule): readonly string[] {
  const { tree } = module;
  const names: string[] = [];
  for (const node of module.nodesOf(Kind.import_statement)) names.push(...namesIn(tree, node));
  for (const node of module.nodesOf(Kind.import_from_statement)) {
    const from = moduleNameIn(module, node);
    names.push(
      from,
      ...namesIn(tree, node).map((name) => (from.endsWith('.') ? from + name : `${from}.${name}`)),
    );
  }
  const paths = names.flatMap((name) => {
    const link = linkOf(project, module, name);
    return pathsOf(link);
  });
  return [...new Set(paths)].filter((path) => path !== module.path);
}

function namesIn(tree: TestModule['tree'], statement: Node): readonly string[] {
  return childrenIn(tree, statement, Field.name).map((node) => {
    const name = kindOf(tree, node) === Kind.aliased_import ? childIn(tree, node, Field.name) : node;
    return textOf(tree, name).replace(/\s+/g, '');
  });
}

/** The files that a link may lead to. */
function pathsOf(link: Link): readonly string[] {
  if (link.to === 'unknown') return link.candidates;
  return link.to === 'module' ? [link.path] : [];
}

/** Whether a node stands in an import statement. */
export const isInImport = ({ tree }: TestModule, node: Node) =>
  ancestorOf(tree, node, Kind.import_statement, Kind.import_from_statement) !== NO_NODE;

const knownTexts = new WeakMap<Project, Map<string, readonly string[]>>();

/** The files of the project that a file imports as far as its text tells, which need not be parsed for that. */
export function filesNamedBy(project: Project, path: string): readonly string[] {
  const ofProject = knownTexts.get(project) ?? new Map<string, readonly string[]>();
  knownTexts.set(project, ofProject);
  const files = ofProject.get(path) ?? newFilesNamed(project, path);
  ofProject.set(path, files);
  return files;
}

function newFilesNamed(project: Project, path: string): readonly string[] {
  const names = new Set(importsWritten(project.text(path) ?? ''));
  const paths = [...names].flatMap((name) => {
    const link = linkOf(project, { path }, name);
    return pathsOf(link);
  });
  return [...new Set(paths)].filter((imported) => imported !== path);
}

const STATEMENT =
  /^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]*(\([^)]*\)|[^\n#]*)|import[ \t]+([^\n#]*))/gm;

/** The dotted names in the import statements of a text, and in what only looks like one. */
function* importsWritten(text: string): Generator<string> {
  for (const [, from, members = '', modules = ''] of text.matchAll(STATEMENT)) {
    if (from !== undefined) yield from;
    for (const part of (from === undefined ? modules : members).replace(/#.*|[()\\]/g, '').split(',')) {
      const [name = ''] = part.trim().split(/\s/);
      if (/^[.\w]+$/.test(name))
        yield from === undefined ? name : (from.endsWith('.') ? from : `${from}.`) + name;
    }
  }
}
