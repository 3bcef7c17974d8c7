import { matchesConvention } from '../../python/conventions.ts';
import { valueGivenTo } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import { contains, Kind, kindOf, NO_NODE, type Node, startOf, textOf } from '../../python/syntax.ts';
import { definitionsOf } from '../references/definition-names.ts';
import { importOf } from '../references/import-statements.ts';
import { type Objection, refuse } from '../steps.ts';
import type { World } from '../world.ts';
import { isCollected } from './read-of-tests.ts';
import { surroundingsOf } from './test-modules.ts';

/**
 * Objects where pytest would collect what a variable of a module or class holds under one of two names and not under
 * the other: anything that can be called, however it came there. Definitions by `def` and `class` are compared when
 * the rename is proved, as far as the module shows that they are tests.
 */
export function* newTests(
  world: World,
  module: TestModule,
  binding: Binding,
  newName: string,
): Generator<Objection> {
  // What reads the names of tests is looked for with these.
  if (!isTest(module, binding)) yield* collectedByHooks(world, module);
  if (!isCollectedAlike(module, binding, newName) && mayBeCalled(module, binding))
    yield refuse('collection', `\`${newName}\``, module, binding.definitions[0]?.start ?? 0);
}

function isTest(module: TestModule, binding: Binding): boolean {
  const { tests, classes } = module.model;
  return definitionsOf(module, binding).some((definition) =>
    [...tests, ...classes].some((one) => one.definition === definition),
  );
}

/** Objects where a hook of the project decides by their names what pytest collects of a module. */
function* collectedByHooks(world: World, module: TestModule): Generator<Objection> {
  if (world.pathsWith(COLLECTING).length === 0 || !isCollected(module)) return;
  for (const other of surroundingsOf(world, module).told) {
    for (const { name, node, nameSpan } of other.model.hooks) {
      const isDeciding = name === COLLECTING && readsParameter(other, node, 'name');
      if (isDeciding) yield refuse('collection', name, other, nameSpan.start);
    }
  }
}

const COLLECTING = 'pytest_pycollect_makeitem';

function readsParameter({ tree, bindings, nodesOf }: TestModule, hook: Node, name: string): boolean {
  return nodesOf(Kind.identifier).some((node) => {
    if (textOf(tree, node) !== name || !contains(tree, hook, node)) return false;
    const binding = bindings.bindingAt(startOf(tree, node));
    return binding?.kind === 'parameter' && binding.references.some((read) => read.node === node);
  });
}

function isCollectedAlike({ model }: TestModule, { name, scope }: Binding, newName: string): boolean {
  const { functions, classes } = model.conventions;
  // unittest.TestLoader.testMethodPrefix
  const ofClass = scope.kind === 'class' ? ['test'] : [];
  return [[...functions, ...ofClass], classes].every(
    (options) => matchesConvention(name, options) === matchesConvention(newName, options),
  );
}

function mayBeCalled(module: TestModule, binding: Binding): boolean {
  const defined = new Set(definitionsOf(module, binding).map(({ nameSpan }) => nameSpan.start));
  return binding.definitions.some((definition) => {
    const { node, start } = definition;
    if (defined.has(start)) return isOfOtherClass(module, binding);
    const value = valueGivenTo(module.tree, node);
    if (value !== NO_NODE) return !PLAIN.has(kindOf(module.tree, value));
    const imported = importOf(module, definition);
    return imported === undefined || imported.member !== undefined;
  });
}

/** Whether a variable is of a class that is not known as one of tests: another may inherit from it that is. */
const isOfOtherClass = ({ model }: TestModule, { scope }: Binding) =>
  scope.kind === 'class' && !model.classes.some(({ definition }) => definition.node === scope.node);

/** Expressions whose value cannot be called. */
const PLAIN: ReadonlySet<number> = new Set<number>([
  Kind.string,
  Kind.concatenated_string,
  Kind.integer,
  Kind.float,
  Kind.true,
  Kind.false,
  Kind.none,
  Kind.list,
  Kind.tuple,
  Kind.dictionary,
  Kind.set,
  Kind.list_comprehension,
  Kind.dictionary_comprehension,
  Kind.set_comprehension,
  Kind.generator_expression,
  Kind.comparison_operator,
  Kind.not_operator,
]);
