import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import { childIn, Field, fieldOf, Kind, kindOf, type Node, parentOf, textOf } from '../../python/syntax.ts';
import { selfOf } from '../values/own-class.ts';
import type { World } from '../world.ts';
import {
  ANYTHING_CALLED,
  classesGivenBy,
  KIN_WORDS,
  type Given,
  modulesGivingClasses,
  type Search,
} from './class-givers.ts';
import { sinksOf } from './class-flows.ts';

/** The classes that variables, attributes and functions may hold or return that were given without their names. */
export interface KeptClasses extends Search {
  /** The modules of the variables. */
  readonly modules: ReadonlySet<TestModule>;
}

/** Follows classes from where they are given without their names, such as `type(item)`, to where they are kept. */
export function keptClassesOf(world: World): KeptClasses {
  const named = new Map<string, Set<Given>>();
  const variables = new Map<Binding, Set<Given>>();
  const modules = new Set<TestModule>();
  const open = [...givenIn(world)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { given } = next;
    for (const sink of sinksOf(world, next.module, next.node)) {
      if ('name' in sink) {
        named.set(sink.name, (named.get(sink.name) ?? new Set()).add(given));
        continue;
      }
      const { module, binding } = sink;
      const held = variables.get(binding) ?? new Set();
      if (held.has(given)) continue;
      variables.set(binding, held.add(given));
      modules.add(module);
      open.push(...binding.references.map(({ node }) => ({ module, node, given })));
    }
  }
  return { world, named, variables, modules };
}

interface GivenAt {
  readonly module: TestModule;
  readonly node: Node;
  readonly given: Given;
}

function* givenIn(world: World): Generator<GivenAt> {
  const search: Search = { world, named: new Map(), variables: new Map() };
  const same = new Map<unknown, Given>();
  for (const module of modulesGivingClasses(world)) {
    for (const node of placesIn(module)) {
      for (const given of classesGivenBy(search, module, node)) {
        const key = keyOf(given);
        const first = same.get(key) ?? given;
        same.set(key, first);
        yield { module, node, given: first };
      }
    }
  }
}

/** One key for all that is known alike, so that each is followed once. */
function keyOf(given: Given): unknown {
  if (given.of === 'anything') return given.of;
  const { value } = given;
  return 'class' in value && given.of === 'object' ? value.class.definition : JSON.stringify(named(given));
}

function named({ of, value }: Extract<Given, { readonly value: unknown }>): readonly string[] {
  if (!('class' in value)) return [of, value.kind];
  const { module, definition } = value.class;
  return [of, value.kind, module.path, definition.qualifiedName];
}

/** The expressions of a module that give a class without naming it, but for members of classes that they lead to. */
function* placesIn(module: TestModule): Generator<Node> {
  const { tree, bindings } = module;
  const isLed = (node: Node) =>
    kindOf(tree, parentOf(tree, node)) === Kind.attribute && fieldOf(tree, node) === Field.object;
  for (const call of module.nodesOf(Kind.call)) {
    if (!isLed(call) && GIVERS.test(textOf(tree, childIn(tree, call, Field.function)))) yield call;
  }
  for (const attribute of module.nodesOf(Kind.attribute)) {
    const name = textOf(tree, childIn(tree, attribute, Field.attribute));
    if (!isLed(attribute) && HOLDERS.test(name)) yield attribute;
  }
  for (const definition of module.definitions) {
    const first = definition.kind === 'function' ? definition.parameters[0] : undefined;
    const binding = first === undefined ? undefined : bindings.bindingAt(first.span.start);
    if (binding === undefined || selfOf(module, binding).kind !== 'class') continue;
    for (const { node } of binding.references) if (!isLed(node)) yield node;
  }
}

const GIVERS = new RegExp(String.raw`^type$|(?:^|\.)(?:${ANYTHING_CALLED})$`);
const HOLDERS = new RegExp(`^(?:__class__|${KIN_WORDS}|__annotations__)$`);
