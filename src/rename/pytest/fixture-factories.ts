import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import { Field, fieldOf, Kind, kindOf, type Node, parentOf, startOf } from '../../python/syntax.ts';
import { namesItsVariables } from '../values/passed-values.ts';
import type { World } from '../world.ts';
import { fixtureFilling, fixtureGiving, givenByFixture, takersOfFixture } from './fixture-values.ts';

interface UseOf {
  readonly module: TestModule;
  readonly node: Node;
}

/**
 * Where a function that a fixture defines and gives is called: by the tests and fixtures that ask for that fixture.
 * Undefined where it is not so, or where one of them does something else with it.
 */
export function usesOfFactory(
  world: World,
  module: TestModule,
  expression: Node,
): readonly UseOf[] | undefined {
  const definition = fixtureGiving(module, expression);
  const factory = definition === undefined ? undefined : functionAt(module, expression);
  if (definition === undefined || factory === undefined || factory.scope.node !== definition.node)
    return undefined;
  const given = givenByFixture({ module, definition });
  const isOnly = given.every((node) => functionAt(module, node) === factory);
  const takers = isOnly ? takersOfFixture(world, { module, definition }) : undefined;
  if (takers === undefined || namesItsVariables(module, factory)) return undefined;
  const isFilled = takers.every(
    ({ module: other, parameter }) =>
      fixtureFilling(world, other, parameter)?.definition === definition &&
      !namesItsVariables(other, parameter) &&
      parameter.references.every(({ node }) => isCalled(other, node)),
  );
  return isFilled
    ? takers.flatMap(({ module: other, parameter }) =>
        parameter.references.map(({ node }) => ({ module: other, node })),
      )
    : undefined;
}

/** The function that asks for a factory calls, as far as it is one that its fixture defines. */
export function factoryAt(world: World, module: TestModule, called: Node): UseOf | undefined {
  const binding =
    kindOf(module.tree, called) === Kind.identifier
      ? module.bindings.bindingAt(startOf(module.tree, called))
      : undefined;
  const fixture = binding === undefined ? undefined : fixtureFilling(world, module, binding);
  const [first] = fixture === undefined ? [] : givenByFixture(fixture);
  return fixture === undefined || first === undefined ? undefined : { module: fixture.module, node: first };
}

function functionAt({ tree, bindings }: TestModule, node: Node): Binding | undefined {
  if (kindOf(tree, node) !== Kind.identifier) return undefined;
  const binding = bindings.bindingAt(startOf(tree, node));
  return binding?.kind === 'function' && binding.definitions.length === 1 ? binding : undefined;
}

const isCalled = ({ tree }: TestModule, node: Node) =>
  fieldOf(tree, node) === Field.function && kindOf(tree, parentOf(tree, node)) === Kind.call;
