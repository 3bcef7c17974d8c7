import type { TestModule } from '../../python/module.ts';
import type { Project } from '../project.ts';
import { isPython } from '../world.ts';

/** What a dotted module name means in a file of a project. */
export type Link =
  | { readonly to: 'module'; readonly path: string }
  /** A folder without `__init__.py`, relative to the top level (PEP 420). */
  | { readonly to: 'folder'; readonly folder: string }
  /** Not a module of the project, or one of these: nobody can say without the path that Python searches. */
  | { readonly to: 'unknown'; readonly candidates: readonly string[] }
  | { readonly to: 'elsewhere' };

/** The Python files of a project as Python's imports see them. */
interface Tree {
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  /** Folders that may be on the path that Python searches: the top level, and those that are no package. */
  readonly roots: readonly string[];
  /** The files by the last part of their module name. */
  readonly byLastPart: ReadonlyMap<string, readonly string[]>;
}

const known = new WeakMap<Project, Tree>();

function treeOf(project: Project): Tree {
  const present = known.get(project);
  if (present !== undefined) return present;
  const files = new Set(project.files.filter(isPython));
  const folders = new Set<string>(['']);
  const byLastPart = new Map<string, string[]>();
  for (const path of files) {
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) folders.add(folder);
    const last = lastPartOf({ path });
    byLastPart.set(last, [...(byLastPart.get(last) ?? []), path]);
  }
  const roots = [...folders].filter((folder) => folder === '' || !files.has(join(folder, '__init__.py')));
  const made = { files, folders, roots, byLastPart };
  known.set(project, made);
  return made;
}

/** The module that `import name`, `from name import …` or, with leading dots, a relative import means in a file. */
export function linkOf(project: Project, from: Pick<TestModule, 'path'>, name: string): Link {
  const tree = treeOf(project);
  const [, dots = '', dotted = ''] = /^(\.*)(.*)$/s.exec(name) ?? [];
  const parts = dotted === '' ? [] : dotted.split('.');
  if (dots !== '') {
    let folder = folderOf(from.path);
    for (let level = 1; level < dots.length; level++) folder = folderOf(folder);
    return targetIn(tree, folder, parts) ?? { to: 'elsewhere' };
  }
  const targets = tree.roots.flatMap((root) => targetIn(tree, root, parts) ?? []);
  const modules = targets.filter(({ to }) => to === 'module');
  const [only, ...more] = modules.length > 0 ? modules : targets;
  if (only !== undefined && more.length === 0) return only;
  const candidates = candidatesFor(project, tree, dotted);
  if (only === undefined && candidates.length === 0) return { to: 'elsewhere' };
  return { to: 'unknown', candidates };
}

/**
 * The files that a dotted name may mean when the path that Python searches begins above the top level or below it. With
 * a table in the project that gives folders other names, all that have the same last part.
 */
function candidatesFor(project: Project, tree: Tree, dotted: string): readonly string[] {
  const paths = tree.byLastPart.get(dotted.split('.').at(-1) ?? '') ?? [];
  const fitting = paths.filter((path) => {
    const name = moduleNameOf(path);
    return `.${dotted}`.endsWith(`.${name}`) || `.${name}`.endsWith(`.${dotted}`);
  });
  return fitting.length < paths.length && hasRenamedFolders(project) ? paths : fitting;
}

const knownToRename = new WeakMap<Project, boolean>();

/** `package_dir` of setuptools and its like in other build tools. */
function hasRenamedFolders(project: Project): boolean {
  const present = knownToRename.get(project);
  if (present !== undefined) return present;
  const answer = project.files.some(
    (path) =>
      /(?:^|\/)(?:setup\.py|setup\.cfg|pyproject\.toml)$/.test(path) &&
      /package[_-]dir|force-include|\.sources\]/.test(project.text(path) ?? ''),
  );
  knownToRename.set(project, answer);
  return answer;
}

/** The module or folder of a name below a module or folder; undefined when there is none. */
export function submoduleOf(project: Project, parent: Link, name: string): Link | undefined {
  const tree = treeOf(project);
  if (parent.to === 'folder') return targetIn(tree, parent.folder, [name]);
  if (parent.to !== 'module' || !isPackage(parent.path)) return undefined;
  return targetIn(tree, folderOf(parent.path), [name]);
}

function targetIn({ files, folders }: Tree, root: string, parts: readonly string[]): Link | undefined {
  const path = parts.reduce(join, root);
  const packageFile = join(path, '__init__.py');
  if (files.has(packageFile)) return { to: 'module', path: packageFile };
  if (parts.length > 0 && files.has(`${path}.py`)) return { to: 'module', path: `${path}.py` };
  return folders.has(path) ? { to: 'folder', folder: path } : undefined;
}

export const isPackage = (path: string) => path === '__init__.py' || path.endsWith('/__init__.py');

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The dotted name of a file as seen from the top level. */
export function moduleNameOf(path: string): string {
  return path.replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.');
}

/** The last part of the dotted name of a module. */
export const lastPartOf = ({ path }: { readonly path: string }) => moduleNameOf(path).split('.').at(-1) ?? '';

const join = (folder: string, name: string) => (folder === '' ? name : `${folder}/${name}`);
