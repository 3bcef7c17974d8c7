import { type Cycle, cyclesOf } from './assertions.ts';
import { matchesConvention, type TestConventions } from './conventions.ts';
import type { Definition, FunctionDefinition, Parameter } from './definitions.ts';
import { docstringNodeOf } from './docstrings.ts';
import { keywordOf, stringContentOf } from './expressions.ts';
import { doesNothing } from './handlers.ts';
import type { Imports } from './imports.ts';
import { type Parametrization, parametrizationOf } from './parametrizations.ts';
import { firstStatementOf, statementCountOf, statementsOf } from './statements.ts';
import { NO_NODE, type Node, type SyntaxTree } from './syntax.ts';
import { type Framework, type TestClass, testClassesOf } from './test-classes.ts';
import type { Span } from './text.ts';

/** A test function or method. */
export interface Test {
  readonly name: string;
  readonly nameSpan: Span;
  /** Class names and function name, joined by a dot. */
  readonly qualifiedName: string;
  /** The function_definition. */
  readonly node: Node;
  /** The block. */
  readonly body: Node;
  readonly definition: FunctionDefinition;
  readonly framework: Framework;
  /** The class that it is a method of; undefined for a function. */
  readonly testClass: TestClass | undefined;
  /** Without `self`: fixtures, parametrized arguments and what decorators pass. */
  readonly parameters: readonly Parameter[];
  /** Its own, and those of its class. */
  readonly parametrizations: readonly Parametrization[];
  /** Whether hypothesis calls it with generated arguments. */
  readonly isPropertyBased: boolean;
  /** All statements, inner ones included, the docstring left out. */
  readonly statementCount: number;
  readonly cycles: readonly Cycle[];
  /** Whether its body does nothing and has no docstring. */
  readonly isEmpty: boolean;
}

/** A pytest fixture. */
export interface Fixture {
  /** The name that tests ask for it by: `name=` of the decorator, else the function's. */
  readonly name: string;
  readonly definition: FunctionDefinition;
}

/** What a module's definitions are to pytest and unittest. */
export interface TestModel {
  readonly tests: readonly Test[];
  readonly classes: readonly TestClass[];
  readonly fixtures: readonly Fixture[];
  /** The functions that a framework calls around tests: `setUp` and its kin. */
  readonly hooks: readonly FunctionDefinition[];
  /** The other functions of the module and methods of its classes; nested functions are left out. */
  readonly helpers: readonly FunctionDefinition[];
  /** Which names pytest takes for those of tests and test classes. */
  readonly conventions: TestConventions;
  /** The test that holds a UTF-16 offset, also inside its nested functions. */
  readonly testAt: (offset: number) => Test | undefined;
}

/** What the model is made from. */
export interface ModelSource {
  readonly path: string;
  readonly tree: SyntaxTree;
  readonly imports: Imports;
  readonly definitions: readonly Definition[];
  readonly definitionAt: (offset: number) => Definition | undefined;
}

/** Sorts the definitions of a module into tests, fixtures, hooks and helpers. */
export function testModelOf(source: ModelSource, conventions: TestConventions): TestModel {
  const classes = testClassesOf(source, conventions);
  const tests = new Map<Definition, Test>();
  const fixtures: Fixture[] = [];
  const hooks: FunctionDefinition[] = [];
  const helpers: FunctionDefinition[] = [];
  for (const definition of source.definitions) {
    if (definition.kind === 'class' || definition.enclosing?.kind === 'function') continue;
    const testClass = definition.enclosing === undefined ? undefined : classes.get(definition.enclosing);
    const fixture = fixtureOf(source, definition);
    if (fixture !== undefined) fixtures.push(fixture);
    else if (isHook(definition)) hooks.push(definition);
    else if (isTest(source, definition, classes, conventions))
      tests.set(definition, new CollectedTest(source, definition, testClass));
    else helpers.push(definition);
  }
  return {
    tests: [...tests.values()],
    classes: [...classes.values()],
    fixtures,
    hooks,
    helpers,
    conventions,
    testAt(offset) {
      let definition = source.definitionAt(offset);
      while (definition !== undefined && !tests.has(definition)) definition = definition.enclosing;
      return definition === undefined ? undefined : tests.get(definition);
    },
  };
}

function isTest(
  source: ModelSource,
  definition: FunctionDefinition,
  classes: ReadonlyMap<Definition, TestClass>,
  conventions: TestConventions,
): boolean {
  const testClass = definition.enclosing === undefined ? undefined : classes.get(definition.enclosing);
  if (isConftest(source.path) || (definition.enclosing !== undefined && testClass === undefined))
    return false;
  if (definition.decorators.some(({ name }) => name === 'property')) return false;
  // unittest.TestLoader.testMethodPrefix
  if (testClass?.framework === 'unittest') return definition.name.startsWith('test');
  if (isCalledWithArguments(source, definition, classes)) return false;
  return matchesConvention(definition.name, conventions.functions);
}

/**
 * Whether a function outside of classes takes parameters in a module of unittest's that does not use pytest: nobody
 * would fill them, so that it is a helper, whatever it is called.
 */
function isCalledWithArguments(
  { imports }: ModelSource,
  { enclosing, parameters }: FunctionDefinition,
  classes: ReadonlyMap<Definition, TestClass>,
): boolean {
  if (enclosing !== undefined || parameters.length === 0 || imports.hasModule('pytest')) return false;
  return [...classes.values()].some(({ framework }) => framework === 'unittest');
}

// pytest collects `python_files` only, which conftest.py is not among.
export const isConftest = (path: string) => path === 'conftest.py' || path.endsWith('/conftest.py');

function fixtureOf({ tree, imports }: ModelSource, definition: FunctionDefinition): Fixture | undefined {
  const decorator = definition.decorators.find(({ name }) => FIXTURE.test(imports.originOf(name)));
  if (decorator === undefined) return undefined;
  const renamed =
    decorator.call === NO_NODE ? undefined : stringContentOf(tree, keywordOf(tree, decorator.call, 'name'));
  return { name: renamed ?? definition.name, definition };
}

const FIXTURE =
  /^(?:(?:pytest|pytest_asyncio|pytest_twisted|pytest_trio|py\.test)\.)?(?:async_)?(?:yield_)?fixture$/;

/** Whether a function is one that unittest, pytest or nose calls by its name around tests. */
function isHook({ name, enclosing }: FunctionDefinition): boolean {
  if (enclosing?.kind === 'class') return METHOD_HOOKS.has(name);
  return MODULE_HOOKS.has(name) || /^pytest_\w/.test(name);
}

const METHOD_HOOKS: ReadonlySet<string> = new Set(
  'setUp tearDown setUpClass tearDownClass asyncSetUp asyncTearDown setUpTestData runTest setup teardown setup_method teardown_method setup_class teardown_class'.split(
    ' ',
  ),
);
const MODULE_HOOKS: ReadonlySet<string> = new Set(
  'setUpModule tearDownModule setup_module teardown_module setup_function teardown_function setup teardown load_tests'.split(
    ' ',
  ),
);

/** A class, since an object with accessors of its own is slow to make, and a module has many tests. */
class CollectedTest implements Test {
  readonly name: string;
  readonly nameSpan: Span;
  readonly qualifiedName: string;
  readonly node: Node;
  readonly body: Node;
  readonly definition: FunctionDefinition;
  readonly framework: Framework;
  readonly testClass: TestClass | undefined;
  readonly #source: ModelSource;

  constructor(source: ModelSource, definition: FunctionDefinition, testClass: TestClass | undefined) {
    this.name = definition.name;
    this.nameSpan = definition.nameSpan;
    this.qualifiedName = definition.qualifiedName;
    this.node = definition.node;
    this.body = definition.body;
    this.definition = definition;
    this.framework = testClass?.framework ?? 'pytest';
    this.testClass = testClass;
    this.#source = source;
  }

  get parameters(): readonly Parameter[] {
    const isStatic = this.definition.decorators.some(({ name }) => name === 'staticmethod');
    return this.definition.parameters.slice(this.testClass === undefined || isStatic ? 0 : 1);
  }

  get parametrizations(): readonly Parametrization[] {
    const { tree, imports } = this.#source;
    const own = this.definition.decorators;
    const inherited = this.testClass?.definition.decorators ?? [];
    if (own.length + inherited.length === 0) return [];
    return [...own, ...inherited].flatMap((decorator) => parametrizationOf(tree, imports, decorator) ?? []);
  }

  get isPropertyBased(): boolean {
    const { imports } = this.#source;
    return this.definition.decorators.some(({ name }) =>
      /^hypothesis\.(?:\w+\.)*given$/.test(imports.originOf(name)),
    );
  }

  get statementCount(): number {
    const { tree } = this.#source;
    return statementCountOf(tree, this.body) - Number(docstringNodeOf(tree, this.body) !== NO_NODE);
  }

  get cycles(): readonly Cycle[] {
    const { tree, imports } = this.#source;
    return cyclesOf(tree, this.body, imports);
  }

  get isEmpty(): boolean {
    const { tree } = this.#source;
    const first = firstStatementOf(tree, this.body);
    return (
      (first === NO_NODE || doesNothing(tree, first)) &&
      docstringNodeOf(tree, this.body) === NO_NODE &&
      statementsOf(tree, this.body).every((statement) => doesNothing(tree, statement))
    );
  }
}
