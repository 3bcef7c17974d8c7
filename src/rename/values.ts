import {
  type ClassDefinition,
  type Definition,
  type FunctionDefinition,
  isStaticMethod,
} from '../python/definitions.ts';
import { argumentsOf, unwrapped, valueGivenTo } from '../python/expressions.ts';
import type { TestModule } from '../python/module.ts';
import type { Binding, Occurrence } from '../python/scope.ts';
import {
  ancestorOf,
  childIn,
  Field,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../python/syntax.ts';
import { type Link, linkOf, submoduleOf } from './links.ts';
import { builtins } from './special-names.ts';
import type { World } from './world.ts';

/** A class of the project. */
export interface ClassOf {
  readonly module: TestModule;
  readonly definition: ClassDefinition;
}

/** What is known of the value of an expression. */
export type Value =
  | { readonly kind: 'module'; readonly link: Link }
  | { readonly kind: 'class'; readonly class: ClassOf }
  /** An object of the class, or of a subclass. */
  | { readonly kind: 'instance'; readonly class: ClassOf }
  /** `super()` in the class. */
  | { readonly kind: 'super'; readonly class: ClassOf }
  | { readonly kind: 'function'; readonly module: TestModule; readonly definition: FunctionDefinition }
  /** A module, class or function that the project does not define, by its dotted name. */
  | { readonly kind: 'foreign'; readonly origin: string }
  /** An object that such a class makes, or a literal. */
  | { readonly kind: 'foreign-instance' }
  | { readonly kind: 'unknown' };

const unknown: Value = { kind: 'unknown' };
const foreignInstance: Value = { kind: 'foreign-instance' };

/** A module-level name, where it is defined. */
export interface Global {
  readonly module: TestModule;
  readonly binding: Binding;
}

// Names that are bound to one another go round in circles; code that people write does not go this deep.
const MAXIMUM_DEPTH = 12;

/** What an expression gives, as far as that is certain. */
export function valueOf(world: World, module: TestModule, expression: Node, depth = 0): Value {
  const { tree } = module;
  const node = unwrapped(tree, expression);
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
      return { kind: 'instance', class: callee.class };
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

function superOf(module: TestModule, call: Node): Value {
  if (argumentsOf(module.tree, call).length > 0) {
    // `super(Cart, self)` names the class in which it stands, by convention and nearly always.
    const [first] = argumentsOf(module.tree, call);
    const around = enclosingClass(module, startOf(module.tree, call));
    const named = first === undefined ? '' : textOf(module.tree, first.value);
    if (around?.name !== named) return unknown;
  }
  const definition = enclosingClass(module, startOf(module.tree, call));
  return definition === undefined ? unknown : { kind: 'super', class: { module, definition } };
}

/** The class whose method holds a UTF-16 offset. */
export function enclosingClass(module: TestModule, offset: number): ClassDefinition | undefined {
  let definition = module.definitionAt(offset);
  while (definition !== undefined && definition.kind !== 'class') definition = definition.enclosing;
  return definition;
}

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
    const module = world.project.module(link.path);
    const found = module === undefined ? undefined : globalOf(world, module, name, depth + 1);
    if (found !== undefined && found !== 'unknown')
      return valueOfBinding(world, found.module, found.binding, depth + 1);
    if (found === 'unknown') return unknown;
  }
  const below = submoduleOf(world.project, link, name);
  return below === undefined ? unknown : { kind: 'module', link: below };
}

/** Whether an import of a name is followed that binds it under another; both are the same without an alias. */
type Followed = (imported: string, name: string) => boolean;

const everyImport: Followed = () => true;

/**
 * Where a module-level name that a module has comes from, through its own imports and star imports: the module that
 * defines it. Undefined when the module has none; `unknown` when a star import may bring it.
 */
export function globalOf(
  world: World,
  module: TestModule,
  name: string,
  depth = 0,
  isFollowed = everyImport,
): Global | 'unknown' | undefined {
  const { bindings } = module;
  const binding = bindings.module.symbols.get(name)?.binding ?? bindings.lookup(bindings.module, name);
  if (binding !== undefined && binding.definitions.length > 0) {
    const imported =
      depth > MAXIMUM_DEPTH ? undefined : importedGlobal(world, module, binding, depth, isFollowed);
    return imported ?? { module, binding };
  }
  let isUnsure = false;
  for (const link of starLinksOf(world, module)) {
    if (link.to === 'unknown' || depth > MAXIMUM_DEPTH) isUnsure = true;
    if (link.to !== 'module') continue;
    const from = world.project.module(link.path);
    const found = from === undefined ? 'unknown' : globalOf(world, from, name, depth + 1, isFollowed);
    if (found === 'unknown') isUnsure = true;
    else if (found !== undefined) return found;
  }
  return isUnsure ? 'unknown' : undefined;
}

/** The modules of which a module imports everything at its top. */
export function starLinksOf({ project }: World, module: TestModule): readonly Link[] {
  const { tree } = module;
  return Array.from(module.nodesOf(Kind.wildcard_import), (node) =>
    linkOf(project, module, moduleNameIn(module, parentOf(tree, node))),
  );
}

/** The module that a `from … import` statement names, dots included. */
export function moduleNameIn({ tree }: TestModule, statement: Node): string {
  const name = childIn(tree, statement, Field.module_name);
  return name === NO_NODE ? '' : textOf(tree, name).replace(/\s+/g, '');
}

/** The definition in another module that an imported name means; undefined when it is none of the project's. */
function importedGlobal(
  world: World,
  module: TestModule,
  binding: Binding,
  depth: number,
  isFollowed: Followed,
): Global | undefined {
  const origins = importedGlobals(world, module, binding, depth, isFollowed);
  const [first] = origins;
  return origins.every((origin) => origin?.binding === first?.binding) ? first : undefined;
}

/** What each definition of a variable imports from the project; undefined for one that imports nothing of it. */
export function importedGlobals(
  world: World,
  module: TestModule,
  binding: Binding,
  depth: number,
  isFollowed: Followed,
): readonly (Global | undefined)[] {
  return binding.definitions.map((definition) => {
    const imported = importOf(module, definition);
    if (imported?.member === undefined || !isFollowed(imported.member, binding.name)) return undefined;
    const link = linkOf(world.project, module, imported.module);
    const from = link.to === 'module' ? world.project.module(link.path) : undefined;
    const found =
      from === undefined ? undefined : globalOf(world, from, imported.member, depth + 1, isFollowed);
    return found === 'unknown' ? undefined : found;
  });
}

/** An import statement's part that binds a name. */
export interface ImportedName {
  /** The module, with leading dots where it is relative. */
  readonly module: string;
  /** The name after `from … import`; undefined for `import module`. */
  readonly member: string | undefined;
}

/** The import that binds a name at an occurrence; undefined when no import does. */
export function importOf(module: TestModule, { node }: Occurrence): ImportedName | undefined {
  const { tree } = module;
  const statement = ancestorOf(tree, node, Kind.import_statement, Kind.import_from_statement);
  if (statement === NO_NODE) return undefined;
  const parent = parentOf(tree, node);
  const isAliased = kindOf(tree, parent) === Kind.aliased_import;
  const name = isAliased ? childIn(tree, parent, Field.name) : parent;
  const written = textOf(tree, name).replace(/\s+/g, '');
  if (kindOf(tree, statement) === Kind.import_from_statement)
    return { module: moduleNameIn(module, statement), member: written };
  return { module: isAliased ? written : (written.split('.')[0] ?? ''), member: undefined };
}

/** What a variable holds, as far as all that binds it agrees. */
export function valueOfBinding(world: World, module: TestModule, binding: Binding, depth = 0): Value {
  if (depth > MAXIMUM_DEPTH) return unknown;
  if (binding.kind === 'unbound') return valueOfUnbound(world, module, binding, depth);
  if (binding.kind === 'parameter') return valueOfParameter(module, binding);
  const values = binding.definitions.map((definition) => valueOfDefinition(world, module, definition, depth));
  const [first = unknown] = values;
  return values.every((value) => isSame(value, first)) ? first : unknown;
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
  if (member === undefined) return { kind: 'module', link };
  return memberOfLink(world, link, member, depth + 1);
}

function valueOfUnbound(world: World, module: TestModule, { name }: Binding, depth: number): Value {
  const found = globalOf(world, module, name, depth + 1);
  if (found === 'unknown') return unknown;
  if (found !== undefined) return valueOfBinding(world, found.module, found.binding, depth + 1);
  // A module below a package is an attribute of it, and so a global of its `__init__.py`, once anything imports it.
  const below = submoduleOf(world.project, { to: 'module', path: module.path }, name);
  if (below !== undefined) return { kind: 'module', link: below };
  const isStarred = starLinksOf(world, module).some(({ to }) => to === 'elsewhere');
  return isStarred || !isBuiltin(name) ? unknown : { kind: 'foreign', origin: `builtins.${name}` };
}

/** Whether every module has a name that it does not bind; of any other, something from outside may bind it. */
const isBuiltin = (name: string) => builtins.has(name) || /^__(?:name|file|doc|debug|import)__$/.test(name);

/** `self` and `cls` of a method, when nothing else is assigned to them. */
function valueOfParameter(module: TestModule, { definitions, scope }: Binding): Value {
  const [only, ...more] = definitions;
  const method = module.definitions.find(({ node }) => node === scope.node);
  if (only === undefined || more.length > 0 || method?.kind !== 'function') return unknown;
  const owner = method.enclosing;
  const isFirst = method.parameters[0]?.span.start === only.start;
  if (owner?.kind !== 'class' || !isFirst) return unknown;
  const decorators = method.decorators.map(({ name }) => name);
  if (isStaticMethod(method)) return unknown;
  const isOfClass =
    decorators.some((name) => /(?:^|\.)classmethod$/.test(name)) ||
    /^__(?:new|init_subclass|class_getitem)__$/.test(method.name);
  return { kind: isOfClass ? 'class' : 'instance', class: { module, definition: owner } };
}

function isSame(one: Value, other: Value): boolean {
  if (one.kind !== other.kind) return false;
  switch (one.kind) {
    case 'class':
    case 'instance':
    case 'super':
      return 'class' in other && other.class.definition === one.class.definition;
    case 'function':
      return 'definition' in other && other.definition === one.definition;
    case 'module':
      return 'link' in other && JSON.stringify(one.link) === JSON.stringify(other.link);
    case 'foreign':
      return 'origin' in other && one.origin === other.origin;
    case 'foreign-instance':
      return true;
    case 'unknown':
      return false;
  }
}
