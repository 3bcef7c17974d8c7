import { calledNameOf } from '../python/expressions.ts';
import type { Definition } from '../python/definitions.ts';
import type { TestModule } from '../python/module.ts';
import type { Binding, Occurrence } from '../python/scope.ts';
import {
  ancestorOf,
  childIn,
  childrenIn,
  contains,
  Field,
  fieldOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../python/syntax.ts';
import { linkOf } from './links.ts';
import { observersOf } from './observers.ts';
import { type Objection, refuse } from './steps.ts';
import { moduleNameIn } from './values.ts';
import type { World } from './world.ts';

/** The functions and classes at the top of a file that see names without naming them, or name one that does. */
interface Helpers {
  /** By frames, code objects or source text. */
  readonly ofVariables: ReadonlySet<string>;
  /** By signatures. */
  readonly ofParameters: ReadonlySet<string>;
  /** By `__name__`. */
  readonly ofDefinitions: ReadonlySet<string>;
}

/** Objects where a module uses what it imports from a file of the project that looks into frames, code or source. */
export function* helpersThatSee(world: World, module: TestModule, { kind }: Binding): Generator<Objection> {
  const { tree } = module;
  for (const helpers of helpersImportedBy(world, module)) {
    for (const node of module.nodesOf(Kind.identifier)) {
      const name = textOf(tree, node);
      const isSeeing =
        helpers.ofVariables.has(name) || (kind === 'parameter' && helpers.ofParameters.has(name));
      if (!isSeeing || isInImport(module, node)) continue;
      yield refuse(
        'frame',
        `\`${name}\`, which looks into its callers or arguments,`,
        module,
        startOf(tree, node),
      );
    }
  }
}

/** Objects where a function or class is handed to, or derives from, something of another file that reads `__name__`. */
export function* helpersThatAskForNames(
  world: World,
  module: TestModule,
  { node, kind }: Definition,
  occurrences: readonly Occurrence[],
): Generator<Objection> {
  const { tree } = module;
  const bases = kind === 'class' ? childIn(tree, node, Field.superclasses) : NO_NODE;
  for (const { ofDefinitions } of helpersImportedBy(world, module)) {
    const base = module
      .nodesOf(Kind.identifier)
      .find((one) => bases !== NO_NODE && contains(tree, bases, one) && ofDefinitions.has(textOf(tree, one)));
    const asking = base ?? occurrences.find((one) => ofDefinitions.has(takerOf(module, one.node)))?.node;
    if (asking === undefined) continue;
    yield refuse('name-in-string', `\`${textOf(tree, asking)}\``, module, startOf(tree, asking));
  }
}

/** What a call is called that gets an expression, or an object made by it, as an argument. */
function takerOf({ tree }: TestModule, expression: Node): string {
  let node = expression;
  while (kindOf(tree, parentOf(tree, node)) === Kind.call && fieldOf(tree, node) === Field.function)
    node = parentOf(tree, node);
  const argument = kindOf(tree, parentOf(tree, node)) === Kind.keyword_argument ? parentOf(tree, node) : node;
  const list = parentOf(tree, argument);
  const call = parentOf(tree, list);
  return kindOf(tree, list) === Kind.argument_list && kindOf(tree, call) === Kind.call
    ? calledNameOf(tree, call)
    : '';
}

const isInImport = ({ tree }: TestModule, node: Node) =>
  ancestorOf(tree, node, Kind.import_statement, Kind.import_from_statement) !== NO_NODE;

const known = new WeakMap<World, WeakMap<TestModule, readonly Helpers[]>>();

function helpersImportedBy(world: World, module: TestModule): readonly Helpers[] {
  const ofWorld = known.get(world) ?? new WeakMap<TestModule, readonly Helpers[]>();
  known.set(world, ofWorld);
  const present = ofWorld.get(module);
  if (present !== undefined) return present;
  const helpers = filesImportedBy(world, module).flatMap((path) => {
    const other = SEEING.test(world.project.text(path) ?? '') ? world.project.module(path) : undefined;
    return other === undefined ? [] : helpersIn(other);
  });
  ofWorld.set(module, helpers);
  return helpers;
}

// So that a file without any of the words need not be parsed.
const SEEING =
  /frame|settrace|setprofile|capture_locals|generatorlocals|coroutinelocals|inspect|__code__|__closure__|co_varnames|getsource|linecache|signature|get_type_hints|__annotations__|__wrapped__|autospec|__name__|__qualname__/;

/** The files of the project that a module imports, by one step. */
function filesImportedBy({ project }: World, module: TestModule): readonly string[] {
  const { tree } = module;
  const names: string[] = [];
  for (const node of module.nodesOf(Kind.import_statement)) names.push(...namesIn(tree, node));
  for (const node of module.nodesOf(Kind.import_from_statement)) {
    const from = moduleNameIn(module, node);
    names.push(
      from,
      ...namesIn(tree, node).map((name) => (from.endsWith('.') ? from + name : `${from}.${name}`)),
    );
  }
  const paths = names.flatMap((name) => {
    const link = linkOf(project, module, name);
    return link.to === 'module' && link.path !== module.path ? [link.path] : [];
  });
  return [...new Set(paths)];
}

function namesIn(tree: TestModule['tree'], statement: Node): readonly string[] {
  return childrenIn(tree, statement, Field.name).map((node) => {
    const name = kindOf(tree, node) === Kind.aliased_import ? childIn(tree, node, Field.name) : node;
    return textOf(tree, name).replace(/\s+/g, '');
  });
}

const knownHelpers = new WeakMap<TestModule, Helpers>();

function helpersIn(module: TestModule): Helpers {
  const present = knownHelpers.get(module);
  if (present !== undefined) return present;
  const { tree } = module;
  const observers = observersOf(module);
  const nodesOfKind = (pattern: RegExp) =>
    observers.flatMap(({ kind, node }) => (pattern.test(kind) && !isInImport(module, node) ? [node] : []));
  const helpers: Helpers = {
    ofVariables: definitionsHolding(module, nodesOfKind(/^(?:frame|code-object|source-text)$/)),
    ofParameters: definitionsHolding(module, nodesOfKind(/^signature$/)),
    ofDefinitions: definitionsHolding(
      module,
      module
        .nodesOf(Kind.identifier)
        .filter(
          (node) => fieldOf(tree, node) === Field.attribute && /^__(?:qual)?name__$/.test(textOf(tree, node)),
        ),
    ),
  };
  knownHelpers.set(module, helpers);
  return helpers;
}

/** The names of the definitions at the top of a module that hold one of the places, or name one that does. */
function definitionsHolding(module: TestModule, places: Iterable<Node>): ReadonlySet<string> {
  const { tree } = module;
  const names = new Set<string>();
  const top = module.definitions.filter(({ enclosing }) => enclosing === undefined);
  const add = (node: Node) => {
    const holder = top.find((definition) => contains(tree, definition.node, node));
    if (holder !== undefined) names.add(holder.name);
  };
  for (const place of places) add(place);
  for (let size = 0; size < names.size;) {
    size = names.size;
    for (const node of module.nodesOf(Kind.identifier)) {
      if (names.has(textOf(tree, node))) add(node);
    }
  }
  return names;
}
