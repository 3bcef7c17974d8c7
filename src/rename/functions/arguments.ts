import type { FunctionDefinition, Parameter } from '../../python/definitions.ts';
import { argumentsOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import { childIn, Field, Kind, NO_NODE, startOf, textOf } from '../../python/syntax.ts';
import { ancestryOf } from '../members/families.ts';
import { keywordInCall } from './callers.ts';
import { unknownDecorators } from '../references/definition-names.ts';
import { objectionsToFile } from '../editable.ts';
import { renameFixture } from '../pytest/fixtures.ts';
import { sourceOf } from '../pytest/injection.ts';
import { type ParameterRename, renameInFunction, renameParameter } from './parameters.ts';
import { renameParametrized } from '../pytest/parametrized.ts';
import { askingFunctions, providersFor, providersOf } from '../pytest/providers.ts';
import { parameterOf } from './signatures.ts';
import { isForeignFixture } from '../references/special-names.ts';
import { decline, type Objection, refuse, type Step } from '../steps.ts';
import { renameLocal } from '../variables.ts';

/** Renames a parameter by what fills it: its callers, pytest, hypothesis, `mock.patch`. */
export function* renameArgument(rename: ParameterRename): Generator<Step> {
  const { world, module, binding, newName } = rename;
  yield* objectionsToFile(module);
  const found = parameterOf(module, binding);
  if (found === undefined) {
    yield* renameLocal(world, module, binding, newName);
    return;
  }
  const { definition, parameter } = found;
  const { tests, fixtures, hooks } = module.model;
  const test = tests.find((one) => one.definition === definition);
  const isFixture = fixtures.some((one) => one.definition === definition);
  const isInjected = test !== undefined || isFixture || isInherited(rename, definition, parameter);
  if (hooks.includes(definition)) {
    if (definition.name.startsWith('pytest_'))
      yield refuse('hook-parameter', definition.name, module, definition.nameSpan.start);
    yield* unknownDecorators(module, definition, () => false);
    yield* renameInFunction(rename);
  } else if (!isInjected && sourceOf(module, definition, parameter).from !== 'given')
    yield* renameParameter(rename, definition, parameter);
  else yield* renameInjected(rename, definition, parameter);
}

/** Whether a function that is called like a test may get the argument from pytest where another class inherits it. */
function isInherited(
  { world, module, binding }: ParameterRename,
  definition: FunctionDefinition,
  parameter: Parameter,
): boolean {
  if (!askingFunctions(module).includes(definition)) return false;
  const isMarked = [definition, definition.enclosing].some((one) =>
    one?.decorators.some(({ name }) => /(?:^|\.)parametrize$/.test(name)),
  );
  const request = { module, definition, parameter };
  return isMarked || providersFor(world, providersOf(world, binding.name), request).length > 0;
}

/** Whether pytest fills nothing in a method that is no fixture, since its class is one of unittest or may be. */
function isTestOfUnittest({ world, module }: ParameterRename, definition: FunctionDefinition): boolean {
  if (module.model.fixtures.some((fixture) => fixture.definition === definition)) return false;
  const { enclosing } = definition;
  const isTest = module.model.classes.some(
    (one) => one.definition === enclosing && one.framework === 'unittest',
  );
  if (!isTest || enclosing?.kind !== 'class') return false;
  return ancestryOf(world, { module, definition: enclosing }).others.length > 0;
}

/** Renames a parameter of a test or fixture. */
function* renameInjected(
  rename: ParameterRename,
  definition: FunctionDefinition,
  parameter: Parameter,
): Generator<Step> {
  const { module, binding } = rename;
  const { name } = binding;
  yield* unknownDecorators(module, definition, () => false);
  const source = sourceOf(module, definition, parameter);
  switch (source.from) {
    case 'position':
      yield* renameInFunction(rename);
      return;
    case 'default':
      yield* renameParameter(rename, definition, parameter);
      return;
    case 'given':
      yield* renameInFunction(rename);
      for (const { call } of source.calls) yield* keywordInCall(module, call, name, rename.newName);
      yield* falsifyingExamples(module, definition);
      return;
    case 'decorator': {
      const { call, node } = source.decorator;
      const keywords = call === NO_NODE ? [] : argumentsOf(module.tree, call);
      if (keywords.some(({ keyword }) => keyword === name || keyword === undefined))
        yield refuse(
          'unknown-decorator',
          module.textOf(childIn(module.tree, call, Field.function)),
          module,
          startOf(module.tree, node),
        );
      yield* renameAsked(rename, definition, parameter);
      return;
    }
    case 'pytest':
      if (isTestOfUnittest(rename, definition))
        yield refuse('unknown-caller', `\`${name}\` of \`${definition.name}\``, module, parameter.span.start);
      yield* renameAsked(rename, definition, parameter);
  }
}

/** Renames the fixture or the parametrized argument that a parameter asks for. */
function* renameAsked(
  { world, module, binding, newName }: ParameterRename,
  definition: FunctionDefinition,
  parameter: Parameter,
): Generator<Step> {
  const { name } = binding;
  if (!world.project.isWhole) yield decline('single-file', `fixture \`${name}\``);
  const request = { module, definition, parameter };
  const [provider] = providersFor(world, providersOf(world, name), request);
  if (provider !== undefined) yield* renameFixture(world, provider, newName);
  else if (isForeignFixture(name))
    yield refuse('foreign-fixture', `\`${name}\``, module, parameter.span.start);
  else yield* renameParametrized(world, request, name, newName);
}

/** hypothesis prints, or notes on the error, the arguments with which a function failed: `total(price=0)`. */
function* falsifyingExamples(module: TestModule, definition: FunctionDefinition): Generator<Objection> {
  // A test that pytest calls fails for good.
  if (module.model.tests.some((test) => test.definition === definition)) return;
  const { tree } = module;
  const reading = module
    .nodesOf(Kind.identifier)
    .find((node) =>
      /^(?:__notes__|capsys\w*|capfd\w*|redirect_stdout|with_reporter)$/.test(textOf(tree, node)),
    );
  if (reading !== undefined)
    yield refuse('source-text', `\`${textOf(tree, reading)}\``, module, startOf(tree, reading));
}
