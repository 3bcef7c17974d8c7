import { matchesConvention, type TestConventions } from './conventions.ts';
import type { ClassDefinition, Definition } from './definitions.ts';
import { unwrapped, valueGivenTo } from './expressions.ts';
import { assignmentOf, statementsOf } from './statements.ts';
import { descendantsOf, Kind, kindOf, NO_NODE, type SyntaxTree, textOf } from './syntax.ts';

/** Which framework collects a class's tests: unittest by the bases, pytest by the name. */
export type Framework = 'pytest' | 'unittest';

/** A class whose methods are collected. */
export interface TestClass {
  readonly name: string;
  readonly definition: ClassDefinition;
  readonly framework: Framework;
  /** Whether a base may bring tests along: one that is defined in this module, has another name than TestCase, or is one of several. */
  readonly mayInheritTests: boolean;
}

/** The classes of a module whose tests are collected, and the mixins that bring them tests. */
export function testClassesOf(
  source: { readonly tree: SyntaxTree; readonly definitions: readonly Definition[] },
  conventions: TestConventions,
): ReadonlyMap<Definition, TestClass> {
  const classes = source.definitions.filter((definition) => definition.kind === 'class');
  // A class in a function is no base of those outside.
  const byName = new Map(
    classes.filter((one) => !isInFunction(one)).map((definition) => [definition.name, definition]),
  );
  const constructed = new Set(source.definitions.filter(isConstructor).map(({ enclosing }) => enclosing));
  const collected = new Map<Definition, TestClass>();
  for (const definition of classes) {
    if (!isReachable(definition, collected)) continue;
    if (isDisabled(source.tree, definition)) continue;
    const framework = isUnittest(definition, byName, new Set()) ? 'unittest' : 'pytest';
    const isNamed = matchesConvention(definition.name, conventions.classes) && !constructed.has(definition);
    if (framework === 'unittest' || isNamed)
      collected.set(definition, testClassOf(definition, framework, byName));
  }
  for (const { definition, framework } of collected.values()) {
    collectMixins(definition, framework, byName, collected);
  }
  return collected;
}

function testClassOf(
  definition: ClassDefinition,
  framework: Framework,
  byName: ReadonlyMap<string, ClassDefinition>,
): TestClass {
  const { name, bases } = definition;
  const mayInheritTests =
    bases.length > 1 || bases.some((base) => !WITHOUT_TESTS.test(base) || byName.has(base));
  return { name, definition, framework, mayInheritTests };
}

/** The bases that hold no tests themselves: of unittest, frameworks, and what projects call a base of all their tests. */
const WITHOUT_TESTS =
  /(?:^|\.)(?:Base|Simple|Transaction|Unit|Functional|Integration|(?:Static)?LiveServer|Isolated\w*|Async\w*|API\w*)?TestCase$|^object$/;

const isConstructor = ({ name, enclosing }: Definition) =>
  enclosing?.kind === 'class' && (name === '__init__' || name === '__new__');

function isInFunction({ enclosing }: Definition): boolean {
  return enclosing !== undefined && (enclosing.kind === 'function' || isInFunction(enclosing));
}

function isReachable({ enclosing }: Definition, collected: ReadonlyMap<Definition, TestClass>): boolean {
  return enclosing === undefined || collected.has(enclosing);
}

/** Whether a class says `__test__ = False`. */
function isDisabled(tree: SyntaxTree, { body }: ClassDefinition): boolean {
  return statementsOf(tree, body).some((statement) => {
    const assignment = assignmentOf(tree, statement);
    if (assignment === NO_NODE) return false;
    if (!textOf(tree, assignment).includes('__test__')) return false;
    return Array.from(descendantsOf(tree, assignment, Kind.identifier)).some(
      (target) =>
        textOf(tree, target) === '__test__' &&
        kindOf(tree, unwrapped(tree, valueGivenTo(tree, target))) === Kind.false,
    );
  });
}

/**
 * Whether a class is a TestCase as far as the module shows: a base, or a base of a base in the module, is named for
 * one. `TestCase`, `TransactionTestCase`, `BaseV2ComputeTest`: a base that is a class of tests is taken for one.
 */
function isUnittest(
  { bases }: ClassDefinition,
  byName: ReadonlyMap<string, ClassDefinition>,
  seen: Set<ClassDefinition>,
): boolean {
  return bases.some((base) => {
    const known = byName.get(base);
    if (known === undefined) return TEST_CASE.test(base);
    if (seen.has(known)) return false;
    seen.add(known);
    return isUnittest(known, byName, seen);
  });
}

const TEST_CASE = /(?:TestCase|(?<=[a-z0-9])Tests?|TestBase|TestsBase|BaseTests?)(?:Base|Mixin)?$|\.Tests?$/;

/** Takes the tests of a mixin for tests: the class that mixes it in is collected with them. */
function collectMixins(
  { bases }: ClassDefinition,
  framework: Framework,
  byName: ReadonlyMap<string, ClassDefinition>,
  collected: Map<Definition, TestClass>,
): void {
  for (const base of bases) {
    const definition = byName.get(base);
    if (definition === undefined || collected.has(definition)) continue;
    collected.set(definition, testClassOf(definition, framework, byName));
    collectMixins(definition, framework, byName, collected);
  }
}
