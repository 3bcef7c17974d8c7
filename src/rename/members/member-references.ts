import { calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import {
  ancestorOf,
  childIn,
  Field,
  fieldOf,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import type { Span } from '../../python/text.ts';
import { aliasesOf, classVariableOf, type Family } from './families.ts';
import { lookupsInHandedOn } from './handed-on.ts';
import { type Literal, literalStart, literalsWith } from '../references/literals.ts';
import { lookupsAndListingsOf } from './lookups.ts';
import { isMember } from './membership.ts';
import { shownOf } from '../visibility/observers.ts';
import { enclosingClass } from '../values/own-class.ts';
import { isAlikeFor } from './own-dictionary.ts';
import { isCertainlyOther } from './lookup-objects.ts';
import { isApart } from '../visibility/reach.ts';
import { resolvedValueOf } from '../values/resolved-values.ts';
import { type Objection, refuse, refuseAt } from '../steps.ts';
import { isStructural } from './structural.ts';
import { formOf, pathPartsOf } from '../references/strings.ts';
import type { Value } from '../values/value-kinds.ts';
import { valueOf } from '../values/values.ts';
import type { World } from '../world.ts';

/** A place that names a member of the classes of a family. */
export type MemberReference =
  /** The variable of a class body that is the member. */
  | { readonly kind: 'variable'; readonly module: TestModule; readonly binding: Binding }
  /** `object.member` */
  | { readonly kind: 'attribute'; readonly module: TestModule; readonly node: Node; readonly span: Span }
  /** In a string of a known form, or in a class pattern. */
  | { readonly kind: 'text'; readonly module: TestModule; readonly span: Span }
  /** An attribute of that name of something unknown. */
  | {
      readonly kind: 'unknown';
      readonly module: TestModule;
      readonly node: Node;
      readonly objection: Objection;
    }
  | { readonly kind: 'objection'; readonly objection: Objection };

/**
 * Every mention in the project of a member, and an objection to each of which nobody can tell whose it is, and to what
 * would see that it has another name.
 */
export function* memberReferencesTo(
  world: World,
  family: Family,
  name: string,
  newName = name,
): Generator<MemberReference> {
  for (const module of world.modulesWith(name)) {
    if (module.tree.hasError) yield objectTo('does-not-parse', module, 0, module.path);
    yield* identifiersIn(world, family, module, name);
    for (const literal of literalsWith(module, name)) yield* inString(world, family, module, name, literal);
  }
  yield* computedIn(world, family, name, newName);
  for (const { path, line } of world.mentionsOf(name))
    yield { kind: 'objection', objection: refuseAt('mention', `\`${name}\``, path, line) };
  for (const path of world.unreadable)
    yield { kind: 'objection', objection: refuseAt('unreadable', path, path, 1) };
}

function objectTo(
  code: Objection['code'],
  module: TestModule,
  offset: number,
  found: string,
): MemberReference {
  return { kind: 'objection', objection: refuse(code, found, module, offset) };
}

function* identifiersIn(
  world: World,
  family: Family,
  module: TestModule,
  name: string,
): Generator<MemberReference> {
  const { tree, bindings } = module;
  const seen = new Set<Binding>();
  for (const node of module.nodesOf(Kind.identifier)) {
    if (textOf(tree, node).normalize('NFKC') !== name) continue;
    const offset = startOf(tree, node);
    const parent = parentOf(tree, node);
    if (fieldOf(tree, node) === Field.attribute) {
      const object = resolvedValueOf(world, module, childIn(tree, parent, Field.object));
      const answer = isMember(world, family, object);
      const objection = refuse('unknown-receiver', shownOf(module, parent), module, offset);
      if (answer === 'maybe') yield { kind: 'unknown', module, node: parent, objection };
      if (answer === 'yes') yield { kind: 'attribute', module, node: parent, span: module.spanOf(node) };
    } else if (kindOf(tree, parent) === Kind.keyword_argument && fieldOf(tree, node) === Field.name) {
      if (setsAttributes(world, module, parent))
        yield objectTo('mention', module, offset, shownOf(module, parent));
    } else if (kindOf(tree, parent) === Kind.keyword_pattern && parent + 1 === node) {
      yield* inPattern(world, family, module, parent, node);
    } else {
      const binding = bindings.bindingAt(offset);
      if (binding?.scope.kind !== 'class' || seen.has(binding)) continue;
      seen.add(binding);
      const owner = module.definitions.find((definition) => definition.node === binding.scope.node);
      if (owner?.kind === 'class' && family.members.has(owner)) yield { kind: 'variable', module, binding };
    }
  }
}

/** Calls that set attributes by keyword. */
const SETTERS =
  /^(?:\w*Mock|SimpleNamespace|Namespace|patch|object|multiple|configure_mock|replace|_replace|update|evolve|assoc|create_autospec|attrs)$/;

function setsAttributes(world: World, { tree }: TestModule, argument: Node): boolean {
  const call = parentOf(tree, parentOf(tree, argument));
  if (kindOf(tree, call) !== Kind.call) return false;
  const called = calledNameOf(tree, call);
  // Scenarios are mappings, and their keys become attributes of the test.
  return SETTERS.test(called) || (called === 'dict' && world.modulesWith('testscenarios').length > 0);
}

/** `case Cart(total=0)` reads an attribute. */
function* inPattern(
  world: World,
  family: Family,
  module: TestModule,
  pattern: Node,
  node: Node,
): Generator<MemberReference> {
  const { tree } = module;
  const matched = matchedBy(world, module, pattern);
  const answer = isMember(world, family, matched);
  if (answer === 'maybe' || (answer === 'no' && isStructural(world, matched)))
    yield objectTo('unknown-receiver', module, startOf(tree, node), shownOf(module, pattern));
  if (answer === 'yes') yield { kind: 'text', module, span: module.spanOf(node) };
}

/** The class whose attribute the keyword of a class pattern reads. */
export function matchedBy(world: World, module: TestModule, pattern: Node): Value {
  const { tree } = module;
  const around = ancestorOf(tree, pattern, Kind.class_pattern);
  const [named = NO_NODE] = around === NO_NODE ? [] : namedChildrenOf(tree, around);
  const [only, ...more] = named === NO_NODE ? [] : namedChildrenOf(tree, named);
  return only === undefined || more.length > 0 ? { kind: 'unknown' } : valueOf(world, module, only);
}

function* inString(
  world: World,
  family: Family,
  module: TestModule,
  name: string,
  literal: Literal,
): Generator<MemberReference> {
  const unexplained = (code: Objection['code']) =>
    objectTo(code, module, literalStart(module, literal), shownOf(module, literal.node));
  const whole = () => wholeLiteral(module, name, literal);
  const form = formOf(module, literal);
  switch (form.form) {
    case 'docstring':
      if (form.hasDoctest) yield unexplained('doctest');
      return;
    case 'export':
    case 'fixture':
      return;
    case 'annotation':
      if (literal.value.includes(`.${name}`)) yield unexplained('mention');
      return;
    case 'slot': {
      const owner = enclosingClass(module, literalStart(module, literal));
      if (owner !== undefined && family.members.has(owner)) yield whole() ?? unexplained('mention');
      return;
    }
    case 'attribute': {
      const answer = isMember(world, family, resolvedValueOf(world, module, form.target));
      if (answer === 'maybe') yield unexplained('mention');
      if (answer === 'yes') yield whole() ?? unexplained('mention');
      return;
    }
    case 'path':
      for (const part of pathPartsOf(world, module, literal)) {
        if (part.name !== name) continue;
        const answer = isMember(world, family, part.object);
        if (answer === 'maybe' || part.span.end - part.span.start !== name.length)
          yield unexplained('mention');
        else if (answer === 'yes') yield { kind: 'text', module, span: part.span };
      }
      return;
    case 'other':
      if (!isApart(world, family, module)) yield unexplained('mention');
  }
}

function wholeLiteral(module: TestModule, name: string, literal: Literal): MemberReference | undefined {
  const start = literal.offsets[0] ?? 0;
  const end = start + name.length;
  return literal.value === name && module.text.slice(start, end) === name
    ? { kind: 'text', module, span: { start, end } }
    : undefined;
}

/** Objects to lookups of computed names in objects of the family, wherever one of its classes is known. */
function* computedIn(
  world: World,
  family: Family,
  name: string,
  newName: string,
): Generator<MemberReference> {
  const aliases = new Set([...family.descendants.values()].flatMap((owner) => [...aliasesOf(world, owner)]));
  const modules = new Set([
    ...[...family.related.values()].map(({ module }) => module),
    ...[...aliases].flatMap((alias) => world.modulesWith(alias)),
  ]);
  const lookups = [...modules].flatMap((module) =>
    lookupsAndListingsOf(module)
      .filter(({ object }) => !isCertainlyOther(world, family, module, object))
      .map((lookup) => ({ ...lookup, module })),
  );
  for (const { module, node } of [...lookups, ...lookupsInHandedOn(world, family)]) {
    if (isAlikeFor(module, node, name, newName)) continue;
    if (textOf(module.tree, node) === '__annotations__' && !isAnnotated(family, name)) continue;
    const isCall = kindOf(module.tree, node) === Kind.call;
    const shown = shownOf(module, isCall ? node : parentOf(module.tree, node));
    yield objectTo('dynamic-attribute', module, startOf(module.tree, node), `${shown} may use \`${name}\``);
  }
}

/** Whether a class body of a family annotates a member, so that the class has it among its `__annotations__`. */
function isAnnotated({ related }: Family, name: string): boolean {
  return [...related.values()].some(({ module, definition }) =>
    (classVariableOf(module, definition, name)?.definitions ?? []).some(
      ({ node }) => childIn(module.tree, parentOf(module.tree, node), Field.type) !== NO_NODE,
    ),
  );
}
