import type { TestModule } from '../../python/module.ts';
import {
  childIn,
  Field,
  fieldOf,
  Kind,
  kindOf,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { refuse } from '../steps.ts';
import { definitionNamedAt, valueOf } from '../values/values.ts';
import { shownOf } from '../visibility/observers.ts';
import type { World } from '../world.ts';
import { makersAbove } from './data-classes.ts';
import { classVariableOf, type Family } from './families.ts';
import { type Flow, flowsToName, type Held } from './flows.ts';

interface Spot {
  readonly module: TestModule;
  readonly node: Node;
  readonly held: Held;
}

/** Where the members of an enumeration, and the copies of a named tuple, get to from the class or an object of it. */
export function* flowsOfMembers(world: World, family: Family, spot: Spot): Generator<Flow> {
  const makers = makersAbove(family);
  if (makers.length === 0) return;
  const { module, node, held } = spot;
  const { tree } = module;
  const parent = parentOf(tree, node);
  const field = fieldOf(tree, node);
  const isClass = held === 'class' && makers.some((origin) => origin.startsWith('enum.'));
  const member: Flow = { kind: 'expression', module, node: parent, held: 'object' };
  switch (kindOf(tree, parent)) {
    case Kind.attribute:
      if (field === Field.object) yield* flowsOfAttribute(family, spot, parent);
      return;
    case Kind.subscript:
      if (isClass && field === Field.value) yield member;
      return;
    case Kind.for_statement:
    case Kind.for_in_clause:
      if (isClass && field === Field.right)
        yield* flowsToName(module, childIn(tree, parent, Field.left), 'object') ?? [escape(module, parent)];
      return;
    case Kind.argument_list: {
      if (!isClass) return;
      const callee = valueOf(world, module, childIn(tree, parentOf(tree, parent), Field.function));
      const isIterated = callee.kind === 'foreign' && callee.origin.startsWith('builtins.');
      if (isIterated && !LOOKS_ONLY.test(callee.origin)) yield escape(module, parentOf(tree, parent));
    }
  }
}

/** Builtins that take no members out of an enumeration. */
const LOOKS_ONLY =
  /^builtins\.(?:len|isinstance|issubclass|repr|str|bool|id|hash|print|super|type|callable|hasattr)$/;

function* flowsOfAttribute(family: Family, { module }: Spot, attribute: Node): Generator<Flow> {
  const { tree } = module;
  const name = textOf(tree, childIn(tree, attribute, Field.attribute));
  if (/^(?:name|value|__(?:name|qualname|module|doc|init)__)$/.test(name) || isMethod(family, name)) return;
  const call = parentOf(tree, attribute);
  const isCopy = /^_(?:make|replace)$/.test(name) && kindOf(tree, call) === Kind.call;
  if (isCopy && fieldOf(tree, attribute) === Field.function)
    yield { kind: 'expression', module, node: call, held: 'object' };
  else if (name.startsWith('_') && name !== '__class__') yield escape(module, attribute);
  else if (name !== '__class__') yield { kind: 'expression', module, node: attribute, held: 'object' };
}

const isMethod = (family: Family, name: string) =>
  [...family.related.values()].some(({ module, definition }) =>
    classVariableOf(module, definition, name)?.definitions.every(
      (occurrence) => definitionNamedAt(module, occurrence)?.kind === 'function',
    ),
  );

function escape(module: TestModule, node: Node): Flow {
  const objection = refuse('escape', shownOf(module, node), module, startOf(module.tree, node));
  return { kind: 'objection', objection };
}
