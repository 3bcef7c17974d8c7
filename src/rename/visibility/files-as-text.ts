import { argumentsOf, calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  childIn,
  contains,
  Field,
  fieldOf,
  Kind,
  kindOf,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { folderOf } from '../references/links.ts';
import { literalsOf, literalStart } from '../references/literals.ts';
import { isConftest } from '../pytest/providers.ts';
import { valueOf } from '../values/values.ts';
import { partsOf } from './name-parts.ts';
import { shownOf } from './observers.ts';
import { outermostFunctionAt } from './parts-in-messages.ts';
import { type Objection, refuse } from '../steps.ts';
import { rememberedOfAll } from '../remembered.ts';
import type { World } from '../world.ts';

/** Objects where a test reads one of some files as text, or all Python files and looks for a part of either name. */
export function* readersOfFiles(
  world: World,
  paths: Iterable<string>,
  ...names: readonly string[]
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
  for (const module of searches) {
    const found = literalsOf(module).find((literal) =>
      names.some((name) =>
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
  readonly searches: readonly TestModule[];
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
    .filter((module) => module.model.tests.length > 0 || isConftest(module));
  return { files, searches };
});

const READING = /\b(?:read_text|read_bytes|open|parse|copy\w*)\b/;

/** What goes through Python files, where those of the project are, and what reads them. */
const SEARCHING: readonly RegExp[] = [
  /\*\.py\b|endswith\(\s*["']\.py["']|suffix\s*==\s*["']\.py["']/,
  /\b(?:__file__|__path__|rootpath|rootdir|getcwd|cwd)\b/,
  READING,
];

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

/** The files beside a module that a function names and reads: `Path(__file__).with_name("shop.py").read_text()`. */
function* siblingsRead(
  { project }: World,
  module: TestModule,
  node: Node,
): Generator<readonly [path: string, node: Node]> {
  const { tree } = module;
  const around = outermostFunctionAt(module, startOf(tree, node));
  if (around === undefined || !READING.test(textOf(tree, around.node))) return;
  const folder = folderOf(module.path);
  for (const { node: string, value } of literalsOf(module)) {
    const path = folder === '' ? value : `${folder}/${value}`;
    if (value.endsWith('.py') && contains(tree, around.node, string) && project.files.includes(path))
      yield [path, string];
  }
}

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
