import { argumentsOf, calledNameOf, valueGivenTo } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  childIn,
  Field,
  firstNamedChildOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { pathsDefining } from '../functions/known-calls.ts';
import { parameterOf } from '../functions/signatures.ts';
import type { Link } from '../references/links.ts';
import { attributesNamed } from '../members/attribute-reads.ts';
import { rememberedOf } from '../remembered.ts';
import type { World } from '../world.ts';
import { valueOf } from './values.ts';

/** A module that something gives; `any` where it is one that cannot be told. */
export type ModuleGiven = Link | 'any';

/** The modules that an expression may give, as far as it seems to give any. */
export function* modulesGivenBy(world: World, module: TestModule, expression: Node): Generator<ModuleGiven> {
  const { tree, bindings } = module;
  const value = valueOf(world, module, expression);
  if (value.kind === 'module') yield value.link;
  if (value.kind !== 'unknown') return;
  const isName = kindOf(tree, expression) === Kind.identifier;
  const binding = isName ? bindings.bindingAt(startOf(tree, expression)) : undefined;
  const given = (binding?.definitions ?? []).map(({ node }) => valueGivenTo(tree, node));
  yield* modulesNamedBy(world, module, isName ? given : [expression]);
  if (kindOf(tree, expression) === Kind.attribute)
    yield* modulesStoredAs(world, textOf(tree, childIn(tree, expression, Field.attribute)));
  const found = binding === undefined ? undefined : parameterOf(module, binding);
  if (found === undefined) return;
  yield* modulesGivenTo(world, found.definition.name);
  yield* modulesOfFixture(world, found.parameter.name);
}

function* modulesNamedBy(
  world: World,
  module: TestModule,
  expressions: readonly Node[],
): Generator<ModuleGiven> {
  for (const expression of expressions) {
    if (expression === NO_NODE) continue;
    const link = linkAt(world, module, expression);
    if (link !== undefined) yield link;
    else if (LOADED.test(textOf(module.tree, expression))) yield 'any';
  }
}

/** What imports a module by its name, or holds the modules. */
const LOADED = /\b(?:import_module|reload|__import__|module|modules)\b/;

/** The modules that are stored in attributes of a name, of whatever object: `self.shop = shop`. */
const modulesStoredAs = rememberedOf((world: World, name: string): readonly ModuleGiven[] => {
  const isStored = new RegExp(String.raw`(?:\.\s*|^[ \t]+)${name}\s*(?::[^=\n]*)?=(?!=)`, 'mu');
  return world.pathsWith(name).flatMap((path) => {
    const module = isStored.test(world.project.text(path) ?? '') ? world.project.module(path) : undefined;
    if (module === undefined) return [];
    const { tree, bindings } = module;
    const variables = bindings.scopes.flatMap(({ kind, symbols }) =>
      kind === 'class' ? (symbols.get(name)?.definitions ?? []).map(({ node }) => node) : [],
    );
    const given = [...attributesNamed(module, name), ...variables].map((target) =>
      valueGivenTo(tree, target),
    );
    return [...modulesNamedBy(world, module, given)];
  });
});

/** The modules that are arguments in calls of functions of a name. */
const modulesGivenTo = rememberedOf((world: World, name: string): readonly ModuleGiven[] =>
  world
    .modulesWith(name)
    .flatMap((module) =>
      [...module.nodesOf(Kind.call)]
        .filter((call) => calledNameOf(module.tree, call) === name)
        .flatMap((call) => [...modulesAmong(world, module, call)]),
    ),
);

/** The modules that a fixture gives. */
const modulesOfFixture = rememberedOf((world: World, name: string): readonly ModuleGiven[] =>
  pathsDefining(world, name).flatMap((path) => {
    const module = world.project.module(path);
    if (module === undefined) return [];
    const { tree } = module;
    const given = [...module.nodesOf(Kind.return_statement), ...module.nodesOf(Kind.yield)]
      .filter((node) => module.definitionAt(startOf(tree, node))?.name === name)
      .map((node) => firstNamedChildOf(tree, node));
    return [...modulesNamedBy(world, module, given)];
  }),
);

/** The modules that a call gets: `replace(shop, "gateway", fake)`. */
export function* modulesAmong(world: World, module: TestModule, call: Node): Generator<ModuleGiven> {
  for (const { value } of argumentsOf(module.tree, call)) {
    const link = linkAt(world, module, value);
    if (link !== undefined) yield link;
  }
}

function linkAt(world: World, module: TestModule, expression: Node): Link | undefined {
  const value = valueOf(world, module, expression);
  return value.kind === 'module' ? value.link : undefined;
}
