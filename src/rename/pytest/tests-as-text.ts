import type { ClassDefinition } from '../../python/definitions.ts';
import { argumentsOf, calledNameOf, unwrapped, valueGivenTo } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  childIn,
  contains,
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
import { callWith } from '../functions/passed-on.ts';
import { ancestryOf } from '../members/families.ts';
import { type Objection, refuse } from '../steps.ts';
import { loopOf } from '../values/loops.ts';
import type { ClassOf } from '../values/value-kinds.ts';
import { shownOf } from '../visibility/observers.ts';
import type { World } from '../world.ts';
import { isOfTests, searchesOf } from './test-objects.ts';

/**
 * Objects where what stands for a test is written as text, in which its name is: an item, a request, a test's function,
 * class or object (`Node.__repr__`, `SubRequest.__repr__`).
 */
export function* testsAsText(world: World, module: TestModule): Generator<Objection> {
  for (const search of searchesOf(world, module, OBJECTS)) {
    const other = search.module;
    const written = writtenIn(other).find(
      (node) => isNode(other, search.isTold, node) || isOfTests(search, node),
    );
    if (written !== undefined) yield objectionTo(other, written);
  }
}

/** The same where a class of tests, or one from which it derives, writes its own object: `str(self)`. */
export function* ownObjectsAsText(world: World, owner: ClassOf): Generator<Objection> {
  for (const { module, definition } of ancestryOf(world, owner).classes.values()) {
    const written = writtenIn(module).find((node) => isSelf(module, definition, node));
    if (written !== undefined) yield objectionTo(module, written);
  }
}

function objectionTo(module: TestModule, written: Node): Objection {
  const { tree } = module;
  const call = callWith(module, written);
  const shown = shownOf(module, call === NO_NODE ? parentOf(tree, written) : call);
  return refuse('test-id', shown, module, startOf(tree, written));
}

function isSelf({ tree, members }: TestModule, definition: ClassDefinition, node: Node): boolean {
  return contains(tree, definition.node, node) && members.classOf(node) === definition;
}

const OBJECTS: ReadonlySet<string> = new Set(['function', 'cls', 'instance', 'obj', '_obj']);

const known = new WeakMap<TestModule, readonly Node[]>();

/** The expressions that a module writes as text. */
function writtenIn(module: TestModule): readonly Node[] {
  const present = known.get(module);
  if (present !== undefined) return present;
  const { tree } = module;
  const written = [
    ...Array.from(module.nodesOf(Kind.interpolation)).flatMap((node) =>
      namedChildrenOf(tree, node).slice(0, 1),
    ),
    ...Array.from(module.nodesOf(Kind.binary_operator)).flatMap((node) => formattedBy(module, node)),
    ...Array.from(module.nodesOf(Kind.call)).flatMap((node) => writtenByCall(module, node)),
  ].map((node) => unwrapped(tree, node));
  known.set(module, written);
  return written;
}

/** `"%s of %s" % (item, kind)`. */
function formattedBy({ tree }: TestModule, node: Node): readonly Node[] {
  if (kindOf(tree, childIn(tree, node, Field.operator)) !== Kind['%']) return [];
  const left = kindOf(tree, unwrapped(tree, childIn(tree, node, Field.left)));
  if (left === Kind.integer || left === Kind.float) return [];
  const right = unwrapped(tree, childIn(tree, node, Field.right));
  return kindOf(tree, right) === Kind.tuple ? namedChildrenOf(tree, right) : [right];
}

/** `str(item)`, `"{}".format(item)`, `map(str, items)`, `item.__repr__()`. */
function writtenByCall({ tree }: TestModule, call: Node): readonly Node[] {
  const callee = childIn(tree, call, Field.function);
  const called = calledNameOf(tree, call);
  const given = argumentsOf(tree, call).map(({ value }) => value);
  if (kindOf(tree, callee) === Kind.attribute) {
    if (/^__(?:str|repr|format)__$/.test(called)) return [childIn(tree, callee, Field.object), ...given];
    return called === 'format' ? given : [];
  }
  if (WRITERS.test(called)) return given.slice(0, 1);
  const [first, ...others] = given;
  return called === 'map' && first !== undefined && WRITERS.test(textOf(tree, first)) ? others : [];
}

const WRITERS = /^(?:str|repr|ascii|format)$/;

/** Whether an expression may give a node of pytest's tree, or several of them, or a request. */
function isNode(module: TestModule, isTold: boolean, expression: Node, depth = 0): boolean {
  const { tree, bindings } = module;
  const node = unwrapped(tree, expression);
  if (node === NO_NODE || depth > MAXIMUM_DEPTH) return false;
  const isNodeToo = (other: Node) => isNode(module, isTold, other, depth + 1);
  switch (kindOf(tree, node)) {
    case Kind.identifier: {
      const binding = bindings.bindingAt(startOf(tree, node));
      if (binding === undefined) return false;
      if (binding.kind === 'parameter')
        return (isTold ? NODES : REQUESTS).test(binding.name) && binding.scope.kind === 'function';
      const loop = loopOf(module, binding);
      const values = binding.definitions.map((definition) => valueGivenTo(tree, definition.node));
      return [loop, ...values].some((value) => value !== NO_NODE && isNodeToo(value));
    }
    case Kind.attribute: {
      const name = textOf(tree, childIn(tree, node, Field.attribute));
      const object = childIn(tree, node, Field.object);
      if (name === 'items') return isTold && textOf(tree, object).endsWith('session');
      return /^(?:_?node|parent|definition|_?request|_pyfuncitem)$/.test(name) && isNodeToo(object);
    }
    case Kind.call: {
      const callee = childIn(tree, node, Field.function);
      if (kindOf(tree, callee) === Kind.attribute)
        return GIVERS.test(calledNameOf(tree, node)) && isNodeToo(childIn(tree, callee, Field.object));
      return (
        HANDING_ON.test(calledNameOf(tree, node)) &&
        argumentsOf(tree, node).some(({ value }) => isNodeToo(value))
      );
    }
    case Kind.subscript:
      return isNodeToo(childIn(tree, node, Field.value));
    case Kind.list_comprehension:
    case Kind.generator_expression:
    case Kind.binary_operator:
    case Kind.conditional_expression:
    case Kind.boolean_operator:
    case Kind.list:
    case Kind.tuple:
      return namedChildrenOf(tree, node).some(
        (child) => fieldOf(tree, child) !== Field.condition && isNodeToo(child),
      );
    default:
      return false;
  }
}

// A node is handed on a few times at most before it is written.
const MAXIMUM_DEPTH = 6;

const REQUESTS = /^_*request$/;
/** What hooks and the functions that they call name what pytest gives them. */
const NODES = /^(?:_*request|items?|node|collector|nextitem|testfunction|metafunc)$/;
const GIVERS = /^(?:listchain|iter_parents|getparent)$/;
const HANDING_ON = /^(?:list|tuple|set|sorted|reversed|enumerate|filter|iter|next)$/;
