import { calledNameOf } from '../../python/expressions.ts';
import type { Definition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding, Occurrence, Scope } from '../../python/scope.ts';
import { isStatement } from '../../python/statements.ts';
import {
  ancestorOf,
  childIn,
  contains,
  descendantsOf,
  Field,
  fieldOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  type SyntaxTree,
  textOf,
} from '../../python/syntax.ts';
import { calleesThatName } from './callers-named.ts';
import { conftestsThatSee } from './conftests-that-see.ts';
import { farHelpersOf } from './far-helpers.ts';
import { filesImportedBy, isInImport } from '../references/imported-files.ts';
import { ancestryOf } from '../members/families.ts';
import { observersOf, shownOf } from './observers.ts';
import type { ClassOf } from '../values/value-kinds.ts';
import { type Objection, refuse } from '../steps.ts';
import type { World } from '../world.ts';

/** The functions and classes at the top of a file that see names without naming them, or name one that does. */
interface Helpers {
  /** By frames: they see the variables of whoever calls them. */
  readonly ofFrames: ReadonlySet<string>;
  /** By code objects or source text: they see the variables of the functions that they are given. */
  readonly ofVariables: ReadonlySet<string>;
  /** By signatures, likewise. */
  readonly ofParameters: ReadonlySet<string>;
  /** By `__name__`. */
  readonly ofDefinitions: ReadonlySet<string>;
}

/** Objects where a module uses what it imports from a file of the project that looks into frames, code or source. */
export function* helpersThatSee(world: World, module: TestModule, binding: Binding): Generator<Objection> {
  const { tree } = module;
  yield* conftestsThatSee(world, module);
  const isParameter = binding.kind === 'parameter';
  let blocks: Blocks | undefined;
  for (const { node, name, helpers } of usesOfHelpers(world, module)) {
    const { ofFrames, ofVariables, ofParameters } = helpers;
    const isOfCode = ofVariables.has(name) || (isParameter && ofParameters.has(name));
    if (!isOfCode && !ofFrames.has(name)) continue;
    const isSeeing =
      ofFrames.has(name) ||
      (ofVariables.has(name) && isBase(module, node, (blocks ??= blocksAround(module, binding)))) ||
      isGiven(module, node, (blocks ??= blocksAround(module, binding)));
    if (!isSeeing) continue;
    const found = `\`${name}\`, which looks into its callers or arguments,`;
    yield refuse('frame', found, module, startOf(tree, node));
  }
}

/** An identifier outside of import statements that is called like something that sees names. */
interface Use {
  readonly node: Node;
  readonly name: string;
  readonly helpers: Helpers;
}

const knownUses = new WeakMap<readonly Helpers[], readonly Use[]>();

/** Every variable of a module asks for them. */
function usesOfHelpers(world: World, module: TestModule): readonly Use[] {
  const all = helpersImportedBy(world, module);
  const uses = knownUses.get(all) ?? all.flatMap((helpers) => usesIn(module, helpers));
  knownUses.set(all, uses);
  return uses;
}

function usesIn(module: TestModule, helpers: Helpers): readonly Use[] {
  const { ofFrames, ofVariables, ofParameters } = helpers;
  if (ofFrames.size + ofVariables.size + ofParameters.size === 0) return [];
  return Array.from(module.nodesOf(Kind.identifier)).flatMap((node) => {
    const name = textOf(module.tree, node);
    const isNamed = ofFrames.has(name) || ofVariables.has(name) || ofParameters.has(name);
    return isNamed && !isInImport(module, node) ? { node, name, helpers } : [];
  });
}

/** The blocks that see a variable with those around them, and the names of the functions and classes among them. */
interface Blocks {
  readonly nodes: ReadonlySet<Node>;
  readonly names: ReadonlySet<string>;
  /** Whether one is a class that is made into objects, which bring their methods along under any name. */
  readonly hasObjects: boolean;
}

function blocksAround({ model }: TestModule, { symbols }: Binding): Blocks {
  const nodes = new Set<Node>();
  const names = new Set<string>();
  const testClasses = new Set(model.tests.map(({ definition }) => definition.enclosing?.node));
  let hasObjects = false;
  for (const { scope } of symbols) {
    for (let block: Scope | undefined = scope; block?.parent !== undefined; block = block.parent) {
      nodes.add(block.node);
      if (block.kind === 'function' || block.kind === 'class') names.add(block.name);
      hasObjects ||= block.kind === 'class' && !testClasses.has(block.node);
    }
  }
  return { nodes, names, hasObjects };
}

/** Whether an identifier names a base of one of the blocks. What signatures of its members a base reads is in `reach`. */
function isBase({ tree }: TestModule, node: Node, { nodes }: Blocks): boolean {
  let up = node;
  while (up !== NO_NODE && fieldOf(tree, up) !== Field.superclasses && !isStatement(tree, up))
    up = parentOf(tree, up);
  return up !== NO_NODE && fieldOf(tree, up) === Field.superclasses && nodes.has(parentOf(tree, up));
}

/**
 * Whether what an identifier names may be given one of the blocks: as its decorator, or by a call. A helper, or what it
 * gives back, may be kept under another name, so that any call counts; one around the identifier, with `self` as well.
 */
function isGiven(module: TestModule, node: Node, blocks: Blocks): boolean {
  const { tree } = module;
  const decorator = ancestorOf(tree, node, Kind.decorator);
  if (decorator !== NO_NODE && blocks.nodes.has(childIn(tree, parentOf(tree, decorator), Field.definition)))
    return true;
  for (let up = node; up !== NO_NODE && !isStatement(tree, up); up = parentOf(tree, up)) {
    const list = kindOf(tree, up) === Kind.call ? childIn(tree, up, Field.arguments) : up;
    if (kindOf(tree, list) === Kind.argument_list && takesOne(tree, list, blocks)) return true;
  }
  const given = givenByCalls(module);
  if (blocks.hasObjects) return given.lists.size > 0;
  for (const name of blocks.names) if (given.names.has(name)) return true;
  return Array.from(blocks.nodes).some((block) => isInList(tree, block, given.lists));
}

/** What the calls of a module are given. */
interface Given {
  /** The argument lists that hand something over. */
  readonly lists: ReadonlySet<Node>;
  /** The names in them that stand for what they name. */
  readonly names: ReadonlySet<string>;
}

const knownGiven = new WeakMap<TestModule, Given>();

/** Every variable of a module asks for it. */
function givenByCalls(module: TestModule): Given {
  const present = knownGiven.get(module);
  if (present !== undefined) return present;
  const { tree } = module;
  const lists = new Set(module.nodesOf(Kind.argument_list).filter((list) => handsOver(tree, list)));
  const names = new Set<string>();
  for (const list of lists) for (const node of namesHandedOver(tree, list)) names.add(textOf(tree, node));
  const given = { lists, names };
  knownGiven.set(module, given);
  return given;
}

function isInList(tree: SyntaxTree, node: Node, lists: ReadonlySet<Node>): boolean {
  for (let up = parentOf(tree, node); up !== NO_NODE; up = parentOf(tree, up)) if (lists.has(up)) return true;
  return false;
}

const OWN: ReadonlySet<string> = new Set(['self', 'cls']);
/** Whether a list is of arguments: `super(Cart, self)` hands its class to nobody. */
const handsOver = (tree: SyntaxTree, list: Node) =>
  fieldOf(tree, list) !== Field.superclasses && calledNameOf(tree, parentOf(tree, list)) !== 'super';

function takesOne(tree: SyntaxTree, list: Node, blocks: Blocks): boolean {
  if (!handsOver(tree, list)) return false;
  if (blocks.hasObjects) return true;
  for (const block of blocks.nodes) if (contains(tree, list, block)) return true;
  return namesHandedOver(tree, list).some((node) => {
    const name = textOf(tree, node);
    return blocks.names.has(name) || OWN.has(name);
  });
}

/** The identifiers of a list that stand for what they name: of `self.cart` only the cart is handed on. */
function namesHandedOver(tree: SyntaxTree, list: Node): readonly Node[] {
  return Array.from(descendantsOf(tree, list, Kind.identifier)).filter((node) => {
    if (fieldOf(tree, node) === Field.name) return false;
    return kindOf(tree, parentOf(tree, node)) !== Kind.attribute || fieldOf(tree, node) === Field.attribute;
  });
}

/** Objects where a function or class is handed to, or derives from, something of another file that reads `__name__`. */
export function* helpersThatAskForNames(
  world: World,
  module: TestModule,
  definition: Definition,
  occurrences: readonly Occurrence[],
): Generator<Objection> {
  const { tree } = module;
  const { node, kind } = definition;
  yield* calleesThatName(world, module, definition);
  if (definition.kind === 'class') yield* basesThatAskForNames(world, { module, definition });
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

/** Objects where a class of another file from which one derives, by any number of steps, asks for the name of its own. */
function* basesThatAskForNames(world: World, owner: ClassOf): Generator<Objection> {
  for (const { module, definition } of ancestryOf(world, owner).classes.values()) {
    const { tree } = module;
    const asking = module.nodesOf(Kind.attribute).find((node) => {
      if (module === owner.module || !contains(tree, definition.node, node)) return false;
      const name = textOf(tree, childIn(tree, node, Field.attribute));
      return (
        /^__(?:qual)?name__$/.test(name) && OWN_CLASS.test(textOf(tree, childIn(tree, node, Field.object)))
      );
    });
    if (asking !== undefined)
      yield refuse('name-in-string', shownOf(module, asking), module, startOf(tree, asking));
  }
}

const OWN_CLASS = /^(?:type\((?:self|cls)\)|(?:self|cls)(?:\.__class__)?)$/;

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

const NONE: ReadonlySet<string> = new Set();

const known = new WeakMap<World, WeakMap<TestModule, readonly Helpers[]>>();

function helpersImportedBy(world: World, module: TestModule): readonly Helpers[] {
  const ofWorld = known.get(world) ?? new WeakMap<TestModule, readonly Helpers[]>();
  known.set(world, ofWorld);
  const present = ofWorld.get(module);
  if (present !== undefined) return present;
  const helpers = filesImportedBy(world, module).flatMap((path) => {
    const other = SEEING.test(world.project.text(path) ?? '') ? world.project.module(path) : undefined;
    const near = other === undefined ? [] : [helpersIn(other)];
    const far = farHelpersOf(world.project, path);
    return far === undefined ? near : [...near, { ...far, ofParameters: NONE, ofDefinitions: NONE }];
  });
  ofWorld.set(module, helpers);
  return helpers;
}

// So that a file without any of the words need not be parsed.
const SEEING =
  /frame|settrace|setprofile|capture_locals|generatorlocals|coroutinelocals|inspect|__code__|__closure__|co_varnames|getsource|linecache|signature|get_type_hints|__annotations__|__wrapped__|autospec|__name__|__qualname__/;

const knownHelpers = new WeakMap<TestModule, Helpers>();

function helpersIn(module: TestModule): Helpers {
  const present = knownHelpers.get(module);
  if (present !== undefined) return present;
  const { tree } = module;
  const observers = observersOf(module);
  const nodesOfKind = (pattern: RegExp) =>
    observers.flatMap(({ kind, node }) => (pattern.test(kind) && !isInImport(module, node) ? [node] : []));
  const helpers: Helpers = {
    ofFrames: definitionsHolding(module, nodesOfKind(/^frame$/)),
    ofVariables: definitionsHolding(module, nodesOfKind(/^(?:code-object|source-text)$/)),
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
