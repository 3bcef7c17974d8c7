import { argumentsOf, calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import { Kind, kindOf, type Node, parentOf, startOf } from '../../python/syntax.ts';
import type { Fixture } from '../../python/tests.ts';
import { literalStart, literalsWith } from '../references/literals.ts';
import { shownOf } from '../visibility/observers.ts';
import { requestsIn } from '../pytest/providers.ts';
import { isForeignFixture } from '../references/special-names.ts';
import { type Objection, refuse } from '../steps.ts';
import { formOf } from '../references/strings.ts';
import type { World } from '../world.ts';

/** What gets the value of a fixture. */
export type Receiver =
  | { readonly kind: 'parameter'; readonly module: TestModule; readonly binding: Binding }
  /** `request.getfixturevalue("cart")` */
  | { readonly kind: 'call'; readonly module: TestModule; readonly call: Node }
  | { readonly kind: 'objection'; readonly objection: Objection };

/** All that gets the value of a fixture, or of another of its name, and an objection where a plugin may. */
export function* receiversOf(
  world: World,
  home: TestModule,
  { name, definition }: Fixture,
): Generator<Receiver> {
  let isAskedFor = false;
  for (const module of world.modulesWith(name)) {
    for (const start of parametersIn(module, name)) {
      isAskedFor = true;
      const binding = module.bindings.bindingAt(start);
      if (binding !== undefined) yield { kind: 'parameter', module, binding };
    }
    for (const literal of literalsWith(module, name)) {
      const form = formOf(module, literal);
      if (form.form === 'fixture' && form.by === 'getfixturevalue') {
        isAskedFor = true;
        yield { kind: 'call', module, call: form.call };
      } else if (isReferred(module, literal.node))
        yield objectTo(
          module,
          literalStart(module, literal),
          shownOf(module, parentOf(module.tree, literal.node)),
        );
    }
  }
  for (const { module, call } of computedRequestsIn(world))
    yield objectTo(module, startOf(module.tree, call), shownOf(module, call));
  // A plugin looks up fixtures by names of its own.
  if (isForeignFixture(name) || !isAskedFor)
    yield objectTo(home, definition.nameSpan.start, `fixture \`${name}\``);
}

function objectTo(module: TestModule, offset: number, found: string): Receiver {
  return { kind: 'objection', objection: refuse('escape', found, module, offset) };
}

/** The parameters of a name that pytest fills, or what decorates their function may. */
function parametersIn(module: TestModule, name: string): readonly number[] {
  const asked = requestsIn(module, name).map(({ parameter }) => parameter);
  const perhaps = module.model.helpers
    .filter(({ decorators }) => decorators.length > 0)
    .flatMap(({ parameters }) => parameters.filter((parameter) => parameter.name === name));
  return [...asked, ...perhaps].map(({ span }) => span.start);
}

/** `lazy_fixture("cart")` and its like. */
function isReferred({ tree }: TestModule, literal: Node): boolean {
  const call = parentOf(tree, parentOf(tree, literal));
  return (
    kindOf(tree, call) === Kind.call && /^lf$|lazy_?fixture|fixture_?ref/i.test(calledNameOf(tree, call))
  );
}

interface CallIn {
  readonly module: TestModule;
  readonly call: Node;
}

const known = new WeakMap<World, readonly CallIn[]>();

/** The calls in the project that ask for a fixture whose name is computed. */
function computedRequestsIn(world: World): readonly CallIn[] {
  const present = known.get(world);
  if (present !== undefined) return present;
  const calls = world.modulesWith('getfixturevalue').flatMap((module) => {
    const { tree } = module;
    const isComputed = (call: Node) =>
      calledNameOf(tree, call) === 'getfixturevalue' &&
      argumentsOf(tree, call).some(({ value }) => kindOf(tree, value) !== Kind.string);
    return [...module.nodesOf(Kind.call)].filter(isComputed).map((call) => ({ module, call }));
  });
  known.set(world, calls);
  return calls;
}
