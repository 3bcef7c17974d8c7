import { calledNameOf } from '../python/expressions.ts';
import type { TestModule } from '../python/module.ts';
import type { Binding } from '../python/scope.ts';
import {
  ancestorOf,
  childIn,
  Field,
  fieldOf,
  Kind,
  kindOf,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../python/syntax.ts';
import type { Span } from '../python/text.ts';
import { type Global, globalOf, starLinksOf } from './global-names.ts';
import { moduleNameIn } from './import-statements.ts';
import { nameOriginOf } from './linked-globals.ts';
import { type Link, linkOf } from './links.ts';
import { type Literal, literalStart, literalsWith } from './literals.ts';
import { shownOf } from './observers.ts';
import { type Objection, refuse, refuseAt } from './steps.ts';
import { formOf, pathPartsOf } from './strings.ts';
import type { Value } from './value-kinds.ts';
import { valueOf, valueOfBinding } from './values.ts';
import type { World } from './world.ts';

/** A place that names something of a module from anywhere in the project. */
export type Reference =
  /** A variable of a module that is the thing under its own name: its own, one that is imported, or a starred name. */
  | { readonly kind: 'variable'; readonly module: TestModule; readonly binding: Binding }
  /** A variable that is the thing under another name: `from m import thing as other`. */
  | { readonly kind: 'alias'; readonly module: TestModule; readonly binding: Binding; readonly span: Span }
  /** `module.thing` */
  | { readonly kind: 'attribute'; readonly module: TestModule; readonly node: Node; readonly span: Span }
  /** In a string of a known form. */
  | { readonly kind: 'string'; readonly module: TestModule; readonly literal: Literal; readonly span: Span }
  /** A string that means a fixture or argument of that name. */
  | { readonly kind: 'fixture-name'; readonly module: TestModule; readonly literal: Literal }
  | {
      readonly kind: 'objection';
      readonly objection: Objection;
      /** The attribute that may be the thing. */
      readonly attribute?: { readonly module: TestModule; readonly node: Node };
    };

/** Whether something is the thing in question. */
type Answer = 'yes' | 'no' | 'maybe';

/**
 * Every mention in the project of a name that a module has at its top: what names it, and an objection for each mention
 * of which that cannot be told. Words in docstrings and comments count as prose.
 */
export function* referencesTo(
  world: World,
  target: Global,
  linked: readonly Global[] = [target],
): Generator<Reference> {
  const { name } = target.binding;
  for (const module of world.modulesWith(name)) {
    if (module.tree.hasError && module !== target.module)
      yield objectTo('does-not-parse', module, 0, module.path);
    yield* identifiersIn(world, target, module, linked);
    for (const literal of literalsWith(module, name)) yield* stringReferences(world, target, module, literal);
  }
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
): Extract<Reference, { kind: 'objection' }> {
  return { kind: 'objection', objection: refuse(code, found, module, offset) };
}

function* identifiersIn(
  world: World,
  target: Global,
  module: TestModule,
  linked: readonly Global[],
): Generator<Reference> {
  const { tree, bindings } = module;
  const { name } = target.binding;
  const variables = new Set<Binding>();
  for (const node of module.nodesOf(Kind.identifier)) {
    if (textOf(tree, node).normalize('NFKC') !== name) continue;
    const offset = startOf(tree, node);
    if (isInFromImport(module, node)) {
      yield* imported(world, target, module, node, variables, linked);
    } else if (fieldOf(tree, node) === Field.attribute) {
      yield* attribute(world, target, module, node);
    } else if (isPatchedMultiple(module, node)) {
      yield objectTo('mention', module, offset, shownOf(module, parentOf(tree, node)));
    } else {
      const binding = bindings.bindingAt(offset);
      if (binding === undefined || variables.has(binding)) continue;
      const answer = isVariable(world, target, module, binding);
      if (answer === 'maybe') yield objectTo('star-import', module, offset, `\`${name}\``);
      if (answer !== 'yes') continue;
      variables.add(binding);
      yield { kind: 'variable', module, binding };
    }
  }
}

/** Whether an identifier is a name after `from … import`. */
function isInFromImport({ tree }: TestModule, node: Node): boolean {
  const name = parentOf(tree, node);
  if (kindOf(tree, name) !== Kind.dotted_name || fieldOf(tree, name) !== Field.name) return false;
  const outer = parentOf(tree, name);
  const statement = kindOf(tree, outer) === Kind.aliased_import ? parentOf(tree, outer) : outer;
  return kindOf(tree, statement) === Kind.import_from_statement;
}

function* imported(
  world: World,
  target: Global,
  module: TestModule,
  node: Node,
  variables: Set<Binding>,
  linked: readonly Global[],
): Generator<Reference> {
  const { tree, bindings } = module;
  const statement = ancestorOf(tree, node, Kind.import_from_statement);
  const link = linkOf(world.project, module, moduleNameIn(module, statement));
  const answer = isOfLink(world, target, link);
  const offset = startOf(tree, node);
  if (answer === 'maybe') yield objectTo('unknown-import', module, offset, shownOf(module, statement));
  if (answer !== 'yes') return;
  const aliased = parentOf(tree, parentOf(tree, node));
  if (kindOf(tree, aliased) !== Kind.aliased_import) {
    const binding = bindings.bindingAt(offset);
    if (binding === undefined || variables.has(binding)) return;
    variables.add(binding);
    const origin = binding.scope.kind === 'module' ? originOf(world, module, binding) : target.binding;
    if (linked.every((one) => one.binding !== origin))
      yield objectTo('unknown-import', module, offset, shownOf(module, statement));
    yield { kind: 'variable', module, binding };
    return;
  }
  const alias = childIn(tree, aliased, Field.alias);
  const binding = bindings.bindingAt(startOf(tree, alias));
  if (binding !== undefined) yield { kind: 'alias', module, binding, span: module.spanOf(node) };
}

function* attribute(world: World, target: Global, module: TestModule, node: Node): Generator<Reference> {
  const { tree } = module;
  const parent = parentOf(tree, node);
  const object = valueOf(world, module, childIn(tree, parent, Field.object));
  const answer = isMemberOf(world, target, module, object);
  if (answer === 'maybe') {
    const objection = objectTo('unknown-receiver', module, startOf(tree, node), shownOf(module, parent));
    yield { ...objection, attribute: { module, node: parent } };
  }
  if (answer === 'yes') yield { kind: 'attribute', module, node: parent, span: module.spanOf(node) };
}

/** `patch.multiple(module, thing=…)`: the keyword is the name. */
function isPatchedMultiple({ tree }: TestModule, node: Node): boolean {
  const argument = parentOf(tree, node);
  if (kindOf(tree, argument) !== Kind.keyword_argument || fieldOf(tree, node) !== Field.name) return false;
  const call = parentOf(tree, parentOf(tree, argument));
  return kindOf(tree, call) === Kind.call && calledNameOf(tree, call) === 'multiple';
}

/** Whether a variable of a module is the thing: its own, or one that star imports bring. */
function isVariable(world: World, target: Global, module: TestModule, binding: Binding): Answer {
  if (binding === target.binding) return 'yes';
  if (binding.kind !== 'unbound' || starLinksOf(world, module).length === 0) return 'no';
  const found = nameOriginOf(world, module, binding.name);
  if (found === 'unknown') return 'maybe';
  return found?.binding === target.binding ? 'yes' : 'no';
}

/** What a module-level variable comes to through imports. */
function originOf(world: World, module: TestModule, binding: Binding): Binding | undefined {
  const found = nameOriginOf(world, module, binding.name);
  return found === 'unknown' ? undefined : found?.binding;
}

/** Whether the name in what a link leads to is the thing. */
function isOfLink(world: World, target: Global, link: Link): Answer {
  switch (link.to) {
    case 'module':
      return isOfModule(world, target, link.path);
    case 'unknown':
      return link.candidates.some((path) => isOfModule(world, target, path) !== 'no') ? 'maybe' : 'no';
    case 'elsewhere':
    case 'folder':
      return 'no';
  }
}

function isOfModule(world: World, target: Global, path: string): Answer {
  if (path === target.module.path) return 'yes';
  const module = world.project.module(path);
  const found = module === undefined ? 'unknown' : nameOriginOf(world, module, target.binding.name);
  if (found === 'unknown') return 'maybe';
  return found?.binding === target.binding ? 'yes' : 'no';
}

/** Whether the name as an attribute of a value is the thing. */
function isMemberOf(world: World, target: Global, module: TestModule, object: Value): Answer {
  switch (object.kind) {
    case 'module':
      return isOfLink(world, target, object.link);
    case 'foreign': {
      const link = linkOf(world.project, module, object.origin);
      return link.to === 'elsewhere' ? 'no' : isOfLink(world, target, link);
    }
    case 'unknown':
      return 'maybe';
    case 'class':
    case 'foreign-instance':
    case 'function':
    case 'instance':
    case 'super':
      return 'no';
  }
}

function* stringReferences(
  world: World,
  target: Global,
  module: TestModule,
  literal: Literal,
): Generator<Reference> {
  const { name } = target.binding;
  const offset = literalStart(module, literal);
  const unexplained = (code: Objection['code']) =>
    objectTo(code, module, offset, shownOf(module, literal.node));
  const form = formOf(module, literal);
  switch (form.form) {
    case 'docstring':
      if (form.hasDoctest) yield unexplained('doctest');
      return;
    case 'fixture':
      yield { kind: 'fixture-name', module, literal };
      return;
    case 'annotation':
      yield* annotation(world, target, module, literal);
      return;
    case 'export': {
      const found = nameOriginOf(world, module, name);
      if (found === 'unknown' || literal.value !== name) yield unexplained('mention');
      else if (found?.binding === target.binding) yield stringReference(module, literal);
      return;
    }
    case 'attribute': {
      const answer = isMemberOf(world, target, module, valueOf(world, module, form.target));
      if (answer === 'maybe' || form.name !== name) yield unexplained('mention');
      else if (answer === 'yes') yield stringReference(module, literal);
      return;
    }
    case 'path':
      for (const part of pathPartsOf(world, module, literal)) {
        if (part.name !== name) continue;
        const answer = isMemberOf(world, target, module, part.object);
        if (answer === 'maybe' || part.span.end - part.span.start !== name.length)
          yield unexplained('mention');
        else if (answer === 'yes') yield { kind: 'string', module, literal, span: part.span };
      }
      return;
    case 'other':
    case 'slot':
      yield unexplained('mention');
  }
}

function stringReference(module: TestModule, literal: Literal): Reference {
  const start = literal.offsets[0] ?? 0;
  const end = start + literal.value.length;
  if (module.text.slice(start, end) !== literal.value)
    return objectTo('mention', module, literalStart(module, literal), shownOf(module, literal.node));
  return { kind: 'string', module, literal, span: { start, end } };
}

/** A type that is written as a string is renamed with the variable that it means; one of another is not ours. */
function* annotation(
  world: World,
  target: Global,
  module: TestModule,
  literal: Literal,
): Generator<Reference> {
  const { bindings } = module;
  const dotted = new RegExp(`(?<![\\w.])(\\w+)(?:\\.\\w+)*\\.${target.binding.name}\\b`, 'g');
  for (const [, owner = ''] of literal.value.matchAll(dotted)) {
    const variable = bindings.lookup(bindings.scopeOf(literal.node), owner);
    const value = variable === undefined ? undefined : valueOfBinding(world, module, variable);
    if (value?.kind !== 'foreign')
      yield objectTo('mention', module, literalStart(module, literal), shownOf(module, literal.node));
  }
  const meant = bindings.lookup(bindings.scopeOf(literal.node), target.binding.name);
  const found =
    meant === undefined || meant.scope.kind === 'module'
      ? globalOf(world, module, target.binding.name)
      : undefined;
  if (found === 'unknown')
    yield objectTo('star-import', module, literalStart(module, literal), literal.value);
  else if (found?.binding === target.binding && meant === undefined)
    yield objectTo('mention', module, literalStart(module, literal), shownOf(module, literal.node));
}
