import { argumentsOf, calledNameOf, valueGivenTo } from '../../python/expressions.ts';
import type { Definition } from '../../python/definitions.ts';
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
import { importedBy } from '../references/import-graph.ts';
import { constantAt } from '../references/literals.ts';
import { type Objection, refuse, refuseAt } from '../steps.ts';
import { shownOf } from '../visibility/observers.ts';
import type { World } from '../world.ts';

/** The part of an id after the path of its file: `TestCart::test_total`. */
const nameInId = ({ qualifiedName }: Definition) => qualifiedName.replaceAll('.', '::');

/**
 * Objects where a test would come to be left out, or come back: what `--deselect` is given is the beginning of an id
 * (pytest reference, "Command-line Flags").
 */
export function* deselected(
  world: World,
  { path }: TestModule,
  definition: Definition,
  newName: string,
): Generator<Objection> {
  const before = nameInId(definition);
  const after = before.slice(0, before.length - definition.name.length) + newName;
  for (const file of world.pathsNaming('deselect')) {
    const lines = (world.project.text(file) ?? '').split(/\r\n|\r|\n/);
    for (const [index, line] of lines.entries()) {
      const given = Array.from(line.matchAll(/--deselect[\s"'=,]+([^\s"',]+)/g), ([, prefix = '']) => prefix);
      const isOther = given.some((prefix) => begins(prefix, path, before) !== begins(prefix, path, after));
      if (isOther) yield refuseAt('test-id', line.trim().slice(0, 40), file, index + 1);
    }
  }
}

/** Whether a text is the beginning of the id of a test, or of what is below one, from any directory on. */
function begins(prefix: string, path: string, name: string): boolean {
  const parts = path.split('/');
  return parts.some((_, index) => `${parts.slice(index).join('/')}::${name}::`.startsWith(prefix));
}

/** What a loader of unittest finds its tests by (`unittest.TestLoader`). */
const SETTINGS = ['testMethodPrefix', 'testNamePatterns'] as const;

/** Objects where a loader of unittest finds a method by what it is called in a way of its own. */
export function* foundByLoaders(world: World, { name }: Definition, newName: string): Generator<Objection> {
  for (const setting of SETTINGS) {
    for (const module of world.modulesWith(setting)) {
      const { tree } = module;
      for (const node of module.nodesOf(Kind.identifier)) {
        if (textOf(tree, node) !== setting) continue;
        const target = fieldOf(tree, node) === Field.attribute ? parentOf(tree, node) : node;
        const value = valueGivenTo(tree, target);
        const prefix = setting === 'testMethodPrefix' ? constantAt(module, value) : undefined;
        const isAlike = prefix !== undefined && name.startsWith(prefix) === newName.startsWith(prefix);
        if (value !== NO_NODE && !isAlike)
          yield refuse('collection', shownOf(module, target), module, startOf(tree, node));
      }
    }
  }
}

const LOADERS =
  /^(?:TestLoader|defaultTestLoader|TestSuite|loadTestsFrom\w+|getTestCaseNames|TestResult|makeSuite)$/;

/** Objects where a module that loads the tests of another asks them for their ids. */
export function* idsOfLoaded(world: World, module: TestModule): Generator<Objection> {
  const loading = LOADING.flatMap(world.modulesWith);
  for (const other of new Set(loading)) {
    const { tree } = other;
    const words = other.nodesOf(Kind.identifier);
    if (!words.some((node) => LOADERS.test(textOf(tree, node)))) continue;
    const asking = words.find((node) => isAskedForId(other, node));
    if (asking !== undefined && (other === module || importedBy(world.project, [other]).has(module)))
      yield refuse('test-id', shownOf(other, parentOf(tree, asking)), other, startOf(tree, asking));
  }
}

const LOADING = [
  'TestLoader',
  'defaultTestLoader',
  'TestSuite',
  'TestResult',
  'makeSuite',
  'loadTestsFromTestCase',
  'loadTestsFromModule',
  'loadTestsFromName',
  'loadTestsFromNames',
];

/** `test.id()`, `test._testMethodName`, and the names that a loader gives. */
function isAskedForId({ tree }: TestModule, node: Node): boolean {
  const word = textOf(tree, node);
  if (word === '_testMethodName' || word === 'getTestCaseNames') return true;
  if (word !== 'id' || fieldOf(tree, node) !== Field.attribute) return false;
  const call = parentOf(tree, parentOf(tree, node));
  return kindOf(tree, call) === Kind.call && argumentsOf(tree, call).length === 0;
}

const FOLDERS = /^(?:tmp_path|tmpdir|pytester|testdir)$/;
/** What of a path holds its last part, in `pathlib` and `py.path`. */
const LAST_PARTS = /^(?:name|stem|parts|basename|purebasename)$/;

/**
 * Objects where a test, or a fixture or helper of its module, asks for the name of a folder or file that pytest calls
 * after the test: that of `tmp_path`, the current directory where it is changed to that, and what `pytester` makes.
 */
export function* foldersNamed(module: TestModule, definition: Definition): Generator<Objection> {
  const { tree, model } = module;
  if (!FOLDER_WORDS.test(module.text)) return;
  const isOfOther = (node: Node) =>
    model.tests.some((test) => test.definition !== definition && contains(tree, test.definition.node, node));
  const asking = module.nodesOf(Kind.identifier).find((node) => {
    const object = lastPartAskedOf(module, node);
    return object !== NO_NODE && isOfTest(module, object) && !isOfOther(node);
  });
  if (asking !== undefined)
    yield refuse('test-id', shownOf(module, parentOf(tree, asking)), module, startOf(tree, asking));
}

const FOLDER_WORDS = /\b(?:tmp_path|tmpdir|pytester|testdir)\b/;

/** The path whose last part is asked for where an identifier stands: `path` of `path.name` and of `basename(path)`. */
function lastPartAskedOf({ tree }: TestModule, node: Node): Node {
  const outer = parentOf(tree, node);
  const word = textOf(tree, node);
  const isAttribute = fieldOf(tree, node) === Field.attribute;
  if (isAttribute && LAST_PARTS.test(word)) {
    const object = childIn(tree, outer, Field.object);
    if (textOf(tree, object) !== 'os.path') return object;
  }
  const call = isAttribute ? parentOf(tree, outer) : outer;
  if (word !== 'basename' || kindOf(tree, call) !== Kind.call) return NO_NODE;
  return argumentsOf(tree, call)[0]?.value ?? NO_NODE;
}

/** Whether a path may be called after a test. */
function isOfTest(module: TestModule, path: Node, depth = 0): boolean {
  const { tree, bindings } = module;
  switch (kindOf(tree, path)) {
    case Kind.identifier: {
      const binding = bindings.bindingAt(startOf(tree, path));
      if (binding?.kind === 'parameter') return FOLDERS.test(binding.name);
      const values = binding?.definitions.map(({ node }) => valueGivenTo(tree, node)) ?? [];
      return depth < 4 && values.some((value) => value !== NO_NODE && isOfTest(module, value, depth + 1));
    }
    case Kind.attribute:
      return (
        /^(?:path|tmpdir)$/.test(textOf(tree, childIn(tree, path, Field.attribute))) &&
        isOfTest(module, childIn(tree, path, Field.object), depth + 1)
      );
    case Kind.call: {
      const called = calledNameOf(tree, path);
      if (/^(?:str|Path|fspath|resolve|absolute|realpath|strpath)$/.test(called)) {
        const [first] = argumentsOf(tree, path);
        const callee = childIn(tree, path, Field.function);
        const inner =
          first?.value ??
          (kindOf(tree, callee) === Kind.attribute ? childIn(tree, callee, Field.object) : NO_NODE);
        return inner !== NO_NODE && isOfTest(module, inner, depth + 1);
      }
      return /^(?:cwd|getcwd|make(?:py|txt)?file|getpathnode)$/.test(called);
    }
    default:
      return false;
  }
}
