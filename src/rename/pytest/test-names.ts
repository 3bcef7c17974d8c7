import type { ClassDefinition, Definition } from '../../python/definitions.ts';
import { argumentsOf, calledNameOf, valueGivenTo } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Test } from '../../python/tests.ts';
import {
  childIn,
  childrenOf,
  Field,
  fieldOf,
  Kind,
  kindOf,
  type Node,
  NO_NODE,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { ancestryOf, classVariableOf, familyOf } from '../members/families.ts';
import { folderOf } from '../references/links.ts';
import { literalAt, literalsOf, literalStart, literalsWith } from '../references/literals.ts';
import { shownOf } from '../visibility/observers.ts';
import { type Objection, refuse, refuseAt, type Step } from '../steps.ts';
import { surroundingsOf } from './test-modules.ts';
import { namesReadOfTests } from './read-of-tests.ts';
import { deselected, foldersNamed, idsOfLoaded } from './selected-by-name.ts';
import { ownObjectsAsText, testsAsText } from './tests-as-text.ts';
import { unknownBase } from '../members/members.ts';
import { isPython, type World } from '../world.ts';

/** The test that a definition is; undefined for any other. */
export function testOf({ model }: TestModule, definition: Definition): Test | undefined {
  return model.tests.find((test) => test.definition === definition);
}

/** Objects to another name for a test, on whose name its id, its order and what it overrides depend. */
export function* objectionsToTest(
  world: World,
  module: TestModule,
  test: Test,
  newName: string,
): Generator<Step> {
  yield* objectionsToId(world, module, test.name, newName);
  yield* deselected(world, module, test.definition, newName);
  yield* foldersNamed(module, test.definition);
  for (const conftest of surroundingsOf(world, module).own)
    if (conftest !== module) yield* foldersNamed(conftest, test.definition);
  if (test.testClass === undefined) return;
  yield* idsOfLoaded(world, module);
  const owner = { module, definition: test.testClass.definition };
  for (const { base, of } of ancestryOf(world, owner).others) {
    if (base.kind === 'foreign' && /^(?:unittest\.|builtins\.object$|abc\.ABC$)/.test(base.origin)) continue;
    yield refuse(
      'unknown-base',
      unknownBase(world, base, of, test.name),
      of.module,
      of.definition.nameSpan.start,
    );
  }
  for (const other of familyOf(world, owner, test.name).members.values()) {
    const isOther =
      other.definition !== owner.definition &&
      classVariableOf(other.module, other.definition, test.name) !== undefined;
    if (isOther)
      yield refuse(
        'shared-method',
        `class ${other.definition.name}`,
        other.module,
        other.definition.nameSpan.start,
      );
  }
  if (test.testClass.framework === 'unittest') yield* order(module, test, newName);
}

/** Objects to another name for a test class, whose name stands in the ids of its tests. */
export function* objectionsToTestClass(
  world: World,
  module: TestModule,
  definition: ClassDefinition,
  newName: string,
): Generator<Step> {
  const { model } = module;
  const testClass = model.classes.find((one) => one.definition === definition);
  if (testClass === undefined) return;
  yield* objectionsToId(world, module, definition.name, newName);
  yield* ownObjectsAsText(world, { module, definition });
  yield* deselected(world, module, definition, newName);
  yield* idsOfLoaded(world, module);
  if (testClass.framework === 'unittest') yield* classOrder(module, definition, newName);
}

function* objectionsToId(
  world: World,
  module: TestModule,
  name: string,
  newName: string,
): Generator<Objection> {
  yield* readersOfTests(world, module);
  yield* namedFiles(world, name);
  yield* selections(world, name, newName);
}

/** Objects where a test is selected by a part of its name: `pytest -k "pays and not slow"` (pytest how-to, usage). */
function* selections(world: World, name: string, newName: string): Generator<Objection> {
  const settings = world.project.files.filter((path) => SETTINGS.test(path));
  for (const path of new Set([...world.pathsNaming('k'), ...settings])) {
    const lines = (world.project.text(path) ?? '').split(/\r\n|\r|\n/);
    for (const [index, line] of lines.entries()) {
      const [, rest] = /(?<![\w-])-k[\s"'=,]*(.*)$/.exec(line) ?? [];
      // In a list of arguments the expression may stand on the next line.
      const expression = rest === '' ? (lines[index + 1] ?? '') : (rest ?? '');
      const words = [
        ...Array.from(expression.matchAll(/\w+/g), ([word]) => word.toLowerCase()),
        ...(COMPOSED.test(`${line}${rest === '' ? expression : ''}`) ? wordsComposed(world, path) : []),
      ];
      const isOther = (word: string) =>
        name.toLowerCase().includes(word) !== newName.toLowerCase().includes(word);
      if (words.some(isOther)) yield refuseAt('test-id', line.trim().slice(0, 40), path, index + 1);
    }
  }
}

/** Where what follows the option is no string, or one with a field. */
const COMPOSED = /(?<![\w-])-k(?: ?["']\s*[,+]\s*(?:[^"'\s]|(["'])[^"']*\1\s*[.%+])|[^"']*\{)/;

/** The words out of which a program may put the expression together, where it is not written out behind the option. */
function wordsComposed(world: World, path: string): readonly string[] {
  const module = isPython(path) ? world.project.module(path) : undefined;
  if (module === undefined) return [];
  return literalsOf(module).flatMap(({ value, isDocstring }) =>
    isDocstring ? [] : Array.from(value.matchAll(/[a-z]\w{2,}/gi), ([word]) => word.toLowerCase()),
  );
}

/** Where `-kpays` may be written, in which `k` is no word. */
const SETTINGS = /(?:\.ini|\.cfg|\.toml|\.sh|\.ya?ml|(?:^|\/)Makefile)$/;

/** Objects where something that pytest runs for the tests of a module may depend on what they are called. */
export function* readersOfTests(world: World, module: TestModule): Generator<Objection> {
  yield* readIds(world, module);
  yield* namesReadOfTests(world, module);
  yield* testsAsText(world, module);
}

/** Objects where the id or the name of a running test is read. */
export function* readIds(world: World, module: TestModule): Generator<Objection> {
  const { own, told, all } = surroundingsOf(world, module);
  for (const other of all) {
    const { tree } = other;
    const hasItems = other.model.hooks.some(({ name }) => ITEM_HOOKS.test(name));
    for (const node of other.nodesOf(Kind.identifier)) {
      const word = textOf(tree, node);
      const isId =
        (ID_WORDS.has(word) && (own.has(other) || OF_TESTS_ALONE.test(word))) ||
        (word === 'name' &&
          (isOfNode(other, node) || (hasItems && fieldOf(tree, node) === Field.attribute))) ||
        (told.has(other) && namesNodes(other, node, word, hasItems)) ||
        (word === 'id' && isOfSelf(other, node));
      if (isId) yield refuse('test-id', shownOf(other, parentOf(tree, node)), other, startOf(tree, node));
    }
    const asksByName = (own.has(other) ? ['node', 'nodeid'] : []).concat(hasItems ? ['name', 'nodeid'] : []);
    for (const word of ['PYTEST_CURRENT_TEST', ...asksByName]) {
      const asked = literalsWith(other, word).find(
        ({ isDocstring, value, node }) =>
          !isDocstring && value === word && (word !== 'node' || isGotByName(other, node)),
      );
      if (asked !== undefined)
        yield refuse('test-id', shownOf(other, asked.node), other, literalStart(other, asked));
    }
  }
}

/** Whether a string is the name of an attribute that `getattr` asks for. */
function isGotByName({ tree }: TestModule, literal: Node): boolean {
  const list = parentOf(tree, literal);
  return kindOf(tree, list) === Kind.argument_list && calledNameOf(tree, parentOf(tree, list)) === 'getattr';
}

const ITEM_HOOKS = /^pytest_(?:collection|itemcollected|deselected|runtest|pyfunc|pycollect)/;

/** Hooks that get reports, which have the keywords of their items. */
const REPORT_HOOKS = /^pytest_(?:report|terminal)/;

/** Of the words below, those that mean nothing else in a module that is no test's own. */
const OF_TESTS_ALONE = /^(?:nodeid|originalname|_testMethodName|PYTEST_CURRENT_TEST)$/;

/** What gives the id or name of a test, and fixtures that keep files under it. */
const ID_WORDS: ReadonlySet<string> = new Set(
  (
    'nodeid originalname _testMethodName shortDescription snapshot data_regression file_regression num_regression ' +
    'image_regression dataframe_regression ndarrays_regression vcr_cassette verify verify_as_json PYTEST_CURRENT_TEST'
  ).split(' '),
);

function isOfNode({ tree }: TestModule, node: number): boolean {
  if (fieldOf(tree, node) !== Field.attribute) return false;
  const object = childIn(tree, parentOf(tree, node), Field.object);
  return object !== NO_NODE && NODES.test(textOf(tree, object));
}

/** What an expression that gives a node of pytest's tree ends with. */
const NODES =
  /(?:^|\.)(?:node|item|function|nextitem|testcase|request|parent|collector|metafunc\.definition|getparent\([^()]*\))$/;

/** Whether a word gives names of pytest's nodes where it tells of tests: of an item, its report, or what it collects. */
function namesNodes(module: TestModule, node: number, word: string, hasItems: boolean): boolean {
  const { tree, bindings } = module;
  if (fieldOf(tree, node) === Field.attribute) {
    if (OF_ITEMS.has(word)) return true;
    const isOfItem =
      hasItems || isOfNode(module, node) || module.model.hooks.some(({ name }) => REPORT_HOOKS.test(name));
    return (
      isOfItem && (word === 'location' || (word === 'keywords' && !isAskedFor(module, parentOf(tree, node))))
    );
  }
  if (word !== 'name') return false;
  const scope = bindings.bindingAt(startOf(tree, node))?.scope;
  const collecting = module.definitions.find((definition) => definition.node === scope?.node);
  return collecting?.name === 'pytest_pycollect_makeitem' && !isParameter(collecting, startOf(tree, node));
}

const isParameter = (definition: Definition, offset: number) =>
  definition.kind === 'function' && definition.parameters.some(({ span }) => span.start === offset);

const OF_ITEMS: ReadonlySet<string> = new Set(
  'location reportinfo listnames getmodpath head_line'.split(' '),
);

/** `"slow" in item.keywords`: marks are asked for in this way, and tests are not called so. */
function isAskedFor(module: TestModule, keywords: number): boolean {
  const { tree } = module;
  const outer = parentOf(tree, keywords);
  if (kindOf(tree, outer) === Kind.comparison_operator)
    return literalAt(module, childrenOf(tree, outer)[0] ?? NO_NODE)?.isFormatted === false;
  if (kindOf(tree, outer) === Kind.subscript)
    return literalAt(module, childIn(tree, outer, Field.subscript))?.isFormatted === false;
  const call = parentOf(tree, outer);
  if (kindOf(tree, outer) !== Kind.attribute || kindOf(tree, call) !== Kind.call) return false;
  return argumentsOf(tree, call).some(({ value }) => literalAt(module, value)?.isFormatted === false);
}

function isOfSelf({ tree, members }: TestModule, node: number): boolean {
  if (fieldOf(tree, node) !== Field.attribute) return false;
  const object = childIn(tree, parentOf(tree, node), Field.object);
  // A function outside the class, or a static method, may be given the test as its `self`.
  return members.classOf(object) !== undefined || textOf(tree, object) === 'self';
}

/** Objects where a file is called after the test. */
function* namedFiles(world: World, name: string): Generator<Objection> {
  // A module may be called like its test; pytest and its plugins keep nothing in such a file.
  const named = world.project.files.find((path) => (isPython(path) ? folderOf(path) : path).includes(name));
  if (named !== undefined) yield refuseAt('test-id', named, named, 1);
}

/** unittest runs the tests of a class in the order of their names. */
function* order(
  module: TestModule,
  { name, nameSpan, testClass }: Test,
  newName: string,
): Generator<Objection> {
  const passed = module.model.tests.find(
    (other) =>
      other.testClass === testClass && other.name !== name && other.name < name !== other.name < newName,
  );
  if (passed !== undefined)
    yield refuse('test-order', `\`${newName}\` and \`${passed.name}\` change places`, module, nameSpan.start);
}

/** What pytest calls a test, without its parameters. */
export const idOf = ({ path }: TestModule, { qualifiedName }: Test) =>
  [path, ...qualifiedName.split('.')].join('::');

/** The ids that pytest gives to the tests of a definition, before and after it is called otherwise. */
export function* newIdsOf(
  { path, model }: TestModule,
  definition: Definition,
  newName: string,
): Generator<Step> {
  const depth = definition.qualifiedName.split('.').length - 1;
  for (const { qualifiedName, definition: test } of model.tests) {
    const isOwn = test === definition || qualifiedName.startsWith(`${definition.qualifiedName}.`);
    if (!isOwn) continue;
    const names = qualifiedName.split('.');
    const joined = (parts: readonly string[]) => [path, ...parts].join('::');
    yield { step: 'test-id', before: joined(names), after: joined(names.with(depth, newName)) };
  }
}

/** unittest runs the classes of a module in the order of their names, which matters where they share something. */
function* classOrder(
  module: TestModule,
  { name, nameSpan }: ClassDefinition,
  newName: string,
): Generator<Objection> {
  const passed = module.model.classes.find(
    ({ definition, framework }) =>
      framework === 'unittest' &&
      definition.enclosing === undefined &&
      definition.name !== name &&
      definition.name < name !== definition.name < newName,
  );
  if (passed !== undefined && hasSharedState(module))
    yield refuse(
      'test-order',
      `\`${newName}\` and \`${passed.definition.name}\` change places`,
      module,
      nameSpan.start,
    );
}

/** Whether the module has a variable that something may change. */
function hasSharedState({ bindings, tree }: TestModule): boolean {
  return bindings.bindings.some(
    ({ scope, kind, definitions, declarations }) =>
      scope.kind === 'module' &&
      kind === 'local' &&
      (declarations.length > 0 ||
        definitions.some(({ node }) => {
          const value = valueGivenTo(tree, node);
          return value !== NO_NODE && CHANGEABLE.has(kindOf(tree, value));
        })),
  );
}

const CHANGEABLE: ReadonlySet<number> = new Set<number>([
  Kind.list,
  Kind.dictionary,
  Kind.set,
  Kind.call,
  Kind.list_comprehension,
  Kind.dictionary_comprehension,
  Kind.set_comprehension,
]);
