import type { Definition } from '../../python/definitions.ts';
import { argumentsOf, unparenthesized, valueGivenTo } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding, Occurrence } from '../../python/scope.ts';
import {
  childIn,
  Field,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { globalOf, MAXIMUM_DEPTH } from '../references/global-names.ts';
import { starLinksOf } from '../references/star-imports.ts';
import { type ImportedName, importOf } from '../references/import-statements.ts';
import { type Link, linkOf, submoduleOf } from '../references/links.ts';
import { doubts } from './doubts.ts';
import { superOf, valueOfParameter } from './own-class.ts';
import { isInEveryModule } from '../references/special-names.ts';
import { foreignInstance, isSame, unknown, type Value } from './value-kinds.ts';
import type { World } from '../world.ts';

/** What an expression gives, as far as that is certain. */
export function valueOf(world: World, module: TestModule, expression: Node, depth = 0): Value {
  const { tree } = module;
  const node = unparenthesized(tree, expression);
  if (node === NO_NODE || depth > MAXIMUM_DEPTH) return unknown;
  const kind = kindOf(tree, node);
  if (literalKinds.has(kind)) return foreignInstance;
  if (kind === Kind.identifier) {
    const binding = module.bindings.bindingAt(startOf(tree, node)) ?? unevaluatedAt(module, node);
    return binding === undefined ? unknown : valueOfBinding(world, module, binding, depth + 1);
  }
  if (kind === Kind.attribute) {
    const object = valueOf(world, module, childIn(tree, node, Field.object), depth + 1);
    const name = textOf(tree, childIn(tree, node, Field.attribute));
    if (name === '__class__') return classOfValue(object);
    return memberOf(world, object, name, depth + 1);
  }
  return kind === Kind.call ? valueOfCall(world, module, node, depth) : unknown;
}

/** The variable that a name means in an annotation that is kept as text. */
function unevaluatedAt({ bindings, tree }: TestModule, node: Node): Binding | undefined {
  const start = startOf(tree, node);
  const meant = bindings.unevaluated.find((one) => one.start === start);
  return meant === undefined ? undefined : bindings.lookup(meant.scope, meant.name);
}

const literalKinds: ReadonlySet<number> = new Set<number>([
  Kind.string,
  Kind.concatenated_string,
  Kind.integer,
  Kind.float,
  Kind.true,
  Kind.false,
  Kind.none,
  Kind.list,
  Kind.tuple,
  Kind.set,
  Kind.dictionary,
  Kind.list_comprehension,
  Kind.dictionary_comprehension,
  Kind.set_comprehension,
  Kind.generator_expression,
  Kind.lambda,
  Kind.comparison_operator,
  Kind.not_operator,
]);

function valueOfCall(world: World, module: TestModule, call: Node, depth: number): Value {
  const { tree } = module;
  const callee = valueOf(world, module, childIn(tree, call, Field.function), depth + 1);
  switch (callee.kind) {
    case 'class':
      return doubts().makesItsObjects(world, callee.class)
        ? { kind: 'instance', class: callee.class }
        : unknown;
    case 'foreign':
      if (callee.origin === 'builtins.super') return superOf(module, call);
      if (callee.origin === 'builtins.type') {
        const [object, ...more] = argumentsOf(tree, call);
        return object === undefined || more.length > 0
          ? unknown
          : classOfValue(valueOf(world, module, object.value, depth + 1));
      }
      return MAKERS.test(callee.origin) ? foreignInstance : unknown;
    case 'foreign-instance':
    case 'function':
    case 'instance':
    case 'module':
    case 'super':
    case 'unknown':
      return unknown;
  }
}

/** Classes of the standard library that make objects of their own kind, whatever they are given. */
const MAKERS =
  /^(?:builtins\.(?:str|int|float|bytes|bytearray|bool|list|dict|set|frozenset|tuple|range|complex|object|open|len|sorted|repr|format|sum|isinstance|issubclass|hasattr|callable|[A-Z]\w+(?:Error|Exception))|threading\.(?:Event|Lock|RLock|Condition|Semaphore|Thread)|pathlib\.(?:Pure)?(?:Posix|Windows)?Path|io\.(?:StringIO|BytesIO)|collections\.(?:OrderedDict|Counter|deque|defaultdict)|datetime\.\w+|decimal\.Decimal|fractions\.Fraction|uuid\.\w+|logging\.getLogger|re\.compile|queue\.\w+)$/;

function classOfValue(value: Value): Value {
  return value.kind === 'instance' ? { kind: 'class', class: value.class } : unknown;
}

/** The member of a value: of a module what it binds or the module below it, of a foreign one a foreign one. */
export function memberOf(world: World, value: Value, name: string, depth = 0): Value {
  if (value.kind === 'foreign') return { kind: 'foreign', origin: `${value.origin}.${name}` };
  if (value.kind !== 'module') return unknown;
  return memberOfLink(world, value.link, name, depth);
}

function memberOfLink(world: World, link: Link, name: string, depth: number): Value {
  if (depth > MAXIMUM_DEPTH) return unknown;
  if (link.to === 'module') {
    if (doubts().isImportExchanged(world, link)) return unknown;
    const module = world.project.module(link.path);
    const found = module === undefined ? undefined : globalOf(world, module, name, depth + 1);
    if (found !== undefined && found !== 'unknown')
      return valueOfBinding(world, found.module, found.binding, depth + 1);
    if (found === 'unknown') return unknown;
  }
  const below = submoduleOf(world.project, link, name);
  if (below === undefined) return unknown;
  return doubts().isNameExchanged(world, link, name) ? unknown : moduleOf(world, below);
}

/** A module, as long as nothing else may be imported under its name. */
function moduleOf(world: World, link: Link): Value {
  const isExchanged = link.to === 'module' && doubts().isImportExchanged(world, link);
  return isExchanged ? unknown : { kind: 'module', link };
}

/** What a variable holds, as far as all that binds it agrees. */
export function valueOfBinding(world: World, module: TestModule, binding: Binding, depth = 0): Value {
  if (depth > MAXIMUM_DEPTH) return unknown;
  if (binding.kind === 'unbound') return valueOfUnbound(world, module, binding, depth);
  if (binding.kind === 'parameter') return valueOfParameter(world, module, binding);
  const values = binding.definitions.map((definition) => valueOfDefinition(world, module, definition, depth));
  const [first = unknown] = values;
  if (!values.every((value) => isSame(value, first))) return unknown;
  const isExchanged =
    first.kind === 'module' &&
    binding.scope.kind === 'module' &&
    doubts().isNameExchanged(world, { to: 'module', path: module.path }, binding.name);
  return isExchanged ? unknown : first;
}

function valueOfDefinition(world: World, module: TestModule, definition: Occurrence, depth: number): Value {
  const { tree } = module;
  const imported = importOf(module, definition);
  if (imported !== undefined) return valueOfImport(world, module, imported, depth);
  const defined = definitionNamedAt(module, definition);
  if (defined?.kind === 'class') return { kind: 'class', class: { module, definition: defined } };
  if (defined?.kind === 'function') return { kind: 'function', module, definition: defined };
  // What a `with` gives is what the context manager returns, not the context manager.
  if (kindOf(tree, parentOf(tree, definition.node)) === Kind.as_pattern_target) return unknown;
  const value = valueGivenTo(tree, definition.node);
  return value === NO_NODE ? unknown : valueOf(world, module, value, depth + 1);
}

/** The function or class whose name stands at an occurrence. */
export function definitionNamedAt(
  { definitions }: TestModule,
  { start }: Occurrence,
): Definition | undefined {
  return definitions.find(({ nameSpan }) => nameSpan.start === start);
}

function valueOfImport(
  world: World,
  module: TestModule,
  { module: name, member }: ImportedName,
  depth: number,
): Value {
  const link = linkOf(world.project, module, name);
  if (link.to === 'elsewhere')
    return { kind: 'foreign', origin: member === undefined ? name : `${name}.${member}` };
  if (member === undefined) return moduleOf(world, link);
  return memberOfLink(world, link, member, depth + 1);
}

function valueOfUnbound(world: World, module: TestModule, { name }: Binding, depth: number): Value {
  const found = globalOf(world, module, name, depth + 1);
  if (found === 'unknown') return unknown;
  if (found !== undefined) return valueOfBinding(world, found.module, found.binding, depth + 1);
  // A module below a package is an attribute of it, and so a global of its `__init__.py`, once anything imports it.
  const below = submoduleOf(world.project, { to: 'module', path: module.path }, name);
  if (below !== undefined) return moduleOf(world, below);
  const isStarred = starLinksOf(world, module).some(({ to }) => to === 'elsewhere');
  return isStarred || !isInEveryModule(name) ? unknown : { kind: 'foreign', origin: `builtins.${name}` };
}
