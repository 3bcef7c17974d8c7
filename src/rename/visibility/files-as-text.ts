import { statementAround } from '../../python/statements.ts';
import { argumentsOf, calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  childIn,
  contains,
  Field,
  fieldOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { folderOf } from '../references/links.ts';
import { literalsOf, literalStart } from '../references/literals.ts';
import { isConftest } from '../pytest/providers.ts';
import { valueOf } from '../values/values.ts';
import { type Measure, measuresIn } from './measures.ts';
import { partsOf } from './name-parts.ts';
import { shownOf } from './observers.ts';
import { namesAny, outermostFunctionAt } from './parts-in-messages.ts';
import { type Objection, refuse } from '../steps.ts';
import { rememberedOfAll } from '../remembered.ts';
import type { World } from '../world.ts';

/**
 * Objects where a test reads one of some files as text, or all Python files and looks for a part of either name, or how
 * long something is.
 */
export function* readersOfFiles(
  world: World,
  paths: readonly string[],
  oldName: string,
  newName: string,
): Generator<Objection> {
  const { files, searches } = readersIn(world);
  for (const path of paths) {
    const place = files.get(path);
    if (place !== undefined)
      yield refuse(
        'source-text',
        shownOf(place.module, place.node),
        place.module,
        startOf(place.module.tree, place.node),
      );
  }
  const isAsLong = oldName.length === newName.length;
  for (const { module, measures, isOfFile } of searches) {
    const measure = measures.find(({ isOfLength }) => !isOfLength || !isAsLong);
    if (measure !== undefined && paths.some(isOfFile))
      yield refuse('source-text', shownOf(module, measure.node), module, startOf(module.tree, measure.node));
    const found = literalsOf(module).find((literal) =>
      [oldName, newName].some((name) =>
        Array.from(partsOf(name, literal)).some(({ kind, isOpen }) => isOpen && kind !== 'middle'),
      ),
    );
    if (found !== undefined)
      yield refuse('source-text', shownOf(module, found.node), module, literalStart(module, found));
  }
}

interface Place {
  readonly module: TestModule;
  readonly node: Node;
}

interface Readers {
  /** Where a file is read, by its path. */
  readonly files: ReadonlyMap<string, Place>;
  /** The modules of tests that go through Python files and read them. */
  readonly searches: readonly Search[];
}

interface Search {
  readonly module: TestModule;
  /** Where it holds against a limit what it may have read. */
  readonly measures: readonly Measure[];
  readonly isOfFile: (path: string) => boolean;
}

const readersIn = rememberedOfAll((world): Readers => {
  const { project } = world;
  const files = new Map<string, Place>();
  for (const path of world.pathsWith('__file__')) {
    if (!READING.test(project.text(path) ?? '')) continue;
    const module = project.module(path);
    if (module === undefined) continue;
    for (const [read, node] of filesReadIn(world, module)) files.set(read, { module, node });
  }
  const searches = world
    .pathsWith('py')
    .filter((path) => SEARCHING.every((pattern) => pattern.test(project.text(path) ?? '')))
    .flatMap((path) => project.module(path) ?? [])
    .filter((module) => module.model.tests.length > 0 || isConftest(module))
    .map((module) => newSearch(module));
  return { files, searches };
});

const READING = /\b(?:read_text|read_bytes|open|parse|copy\w*)\b/;

/** What goes through Python files, where those of the project are, and what reads them. */
const SEARCHING: readonly RegExp[] = [
  /\*\.py\b|endswith\(\s*["']\.py["']|suffix\s*==\s*["']\.py["']/,
  /\b(?:__file__|__path__|rootpath|rootdir|getcwd|cwd)\b/,
  READING,
];

function newSearch(module: TestModule): Search {
  const { tree, text } = module;
  const reading = module.definitions.filter(
    ({ kind, node }) => kind === 'function' && READING.test(textOf(tree, node)),
  );
  const readers = new Set(reading.map(({ name }) => name));
  const measures = measuresIn(module).filter(({ node }) => {
    const around = outermostFunctionAt(module, startOf(tree, node));
    return around === undefined || readers.has(around.name) || namesAny(module, around.node, readers);
  });
  const folder = folderOf(module.path);
  const isOfFile = (path: string) => folder === '' || BEYOND.test(text) || path.startsWith(`${folder}/`);
  return { module, measures, isOfFile };
}

/** What may lead to files that are in no folder of a module's own. */
const BEYOND =
  /\bparents\b|parent\s*\.\s*parent|\.\.|pardir|root|\b(?:getcwd|cwd|__path__|import_module)\b|dirname\([^()]*dirname|\.__file__/;

function* filesReadIn(world: World, module: TestModule): Generator<readonly [path: string, node: Node]> {
  const { tree } = module;
  for (const node of module.nodesOf(Kind.identifier)) {
    if (textOf(tree, node) !== '__file__') continue;
    if (fieldOf(tree, node) !== Field.attribute) {
      yield* siblingsRead(world, module, node);
      continue;
    }
    const attribute = parentOf(tree, node);
    const value = isRead(module, attribute)
      ? valueOf(world, module, childIn(tree, attribute, Field.object))
      : undefined;
    if (value?.kind === 'module' && value.link.to === 'module') yield [value.link.path, attribute];
  }
}

/** The files beside a module that it names and reads: `Path(__file__).with_name("shop.py").read_text()`. */
function* siblingsRead(
  { project }: World,
  module: TestModule,
  node: Node,
): Generator<readonly [path: string, node: Node]> {
  const { tree } = module;
  const regions = regionsOf(module, node).filter((region) => READING.test(textOf(tree, region)));
  if (regions.length === 0) return;
  const folder = folderOf(module.path);
  for (const { node: string, value } of literalsOf(module)) {
    const path = folder === '' ? value : `${folder}/${value}`;
    if (!value.endsWith('.py') || !project.files.includes(path)) continue;
    if (regions.some((region) => contains(tree, region, string))) yield [path, string];
  }
}

/** The function around a node, or the statement, with what uses a variable that the statement assigns. */
function regionsOf(module: TestModule, node: Node): readonly Node[] {
  const { tree, bindings } = module;
  const around = regionAt(module, node);
  const assignment = kindOf(tree, around) === Kind.expression_statement ? around + 1 : NO_NODE;
  if (kindOf(tree, assignment) !== Kind.assignment) return [around];
  const variable = bindings.bindingAt(startOf(tree, childIn(tree, assignment, Field.left)));
  const uses = variable?.references.map((reference) => regionAt(module, reference.node)) ?? [];
  return [around, ...uses];
}

const regionAt = (module: TestModule, node: Node) =>
  outermostFunctionAt(module, startOf(module.tree, node))?.node ?? statementAround(module.tree, node);

// A path is handed on a few times at most before it is read.
const MAXIMUM_DEPTH = 3;

/** Whether what is at a path is read: by a method of the path, or by a function that gets it. */
function isRead(module: TestModule, expression: Node, depth = 0): boolean {
  const { tree, bindings } = module;
  const outer = parentOf(tree, expression);
  switch (kindOf(tree, outer)) {
    case Kind.parenthesized_expression:
      return isRead(module, outer, depth);
    case Kind.attribute: {
      const name = textOf(tree, childIn(tree, outer, Field.attribute));
      if (READER.test(name)) return true;
      const call = parentOf(tree, outer);
      return SAME_FILE.test(name) && kindOf(tree, call) === Kind.call && isRead(module, call, depth);
    }
    case Kind.argument_list: {
      const call = parentOf(tree, outer);
      if (kindOf(tree, call) !== Kind.call || argumentsOf(tree, call)[0]?.value !== expression) return false;
      const called = calledNameOf(tree, call);
      return READER.test(called) || (SAME_FILE.test(called) && isRead(module, call, depth));
    }
    case Kind.assignment: {
      const target = childIn(tree, outer, Field.left);
      const binding = bindings.bindingAt(startOf(tree, target));
      if (depth === MAXIMUM_DEPTH || target === expression || kindOf(tree, target) !== Kind.identifier)
        return false;
      return binding?.references.some(({ node }) => isRead(module, node, depth + 1)) ?? false;
    }
    default:
      return false;
  }
}

const READER = /^(?:read_text|read_bytes|open|copy|copyfile|copy2)$/;
const SAME_FILE =
  /^(?:Path|PurePath|str|fspath|abspath|realpath|resolve|absolute|expanduser|with_suffix|replace|rstrip)$/;
