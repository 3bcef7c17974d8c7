import { argumentsOf, calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
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
import { compositionsOf, type Part } from '../references/compositions.ts';
import { literalsWith } from '../references/literals.ts';
import { ancestryOf } from '../members/families.ts';
import { shownOf } from './observers.ts';
import { valueOf } from '../values/values.ts';
import { callWith, receiversOf } from '../functions/passed-on.ts';
import { type Objection, refuse } from '../steps.ts';
import { wordOffsetsIn } from '../words.ts';
import type { World } from '../world.ts';

/**
 * Objects where a name may be put together out of parts: `getattr(cart, "total" + kind)`, `patch(f"shop.load{name}")`.
 * What is computed must be a word of some string of the project, and what comes of it must be looked up by that name.
 * `isOther` tells which objects cannot have it.
 */
export function* composedNames(
  world: World,
  name: string,
  isOther: (module: TestModule, object: Node) => boolean = () => false,
): Generator<Objection> {
  for (const module of composingModules(world, name)) {
    for (const { node, parts } of compositionsOf(module)) {
      if (
        mayGive(world, parts, name) &&
        (isInId(parts, name) || isLookedUp({ world, isOther, isWhole: !parts.includes(null) }, module, node))
      )
        yield refuse('mention', shownOf(module, node), module, startOf(module.tree, node));
    }
  }
}

/**
 * The modules where a part of a name stands at the edge of a string, or beside a replacement field, and what the name
 * has besides may come from: the other edge is there too, or the rest is a word of the project.
 */
function composingModules(world: World, name: string): readonly TestModule[] {
  const { project, pathsWith } = world;
  const places = new Map<string, Edges>();
  const edgesIn = (path: string): Edges => {
    const edges = places.get(path) ?? { shortestHead: name.length, shortestTail: 0, isEnough: false };
    places.set(path, edges);
    return edges;
  };
  for (let cut = 1; cut < name.length; cut++) {
    const [head, tail] = [name.slice(0, cut), name.slice(cut)];
    const [beginning, end] = [new RegExp(`(?<!\\w)${head}["'{%]`), new RegExp(`["'}sdr]${tail}(?!\\w)`)];
    for (const path of pathsWith(head)) {
      if (!beginning.test(project.text(path) ?? '')) continue;
      const edges = edgesIn(path);
      edges.shortestHead = Math.min(edges.shortestHead, cut);
      edges.isEnough ||= pathsWith(tail).length > 0;
    }
    for (const path of pathsWith(tail)) {
      if (!end.test(project.text(path) ?? '')) continue;
      const edges = edgesIn(path);
      edges.shortestTail = Math.max(edges.shortestTail, cut);
      edges.isEnough ||= pathsWith(head).length > 0;
    }
  }
  return Array.from(places).flatMap(([path, { isEnough, shortestHead, shortestTail }]) =>
    isEnough || shortestHead <= shortestTail ? (project.module(path) ?? []) : [],
  );
}

/** What a text has of a name at the edges of strings. */
interface Edges {
  /** Where the shortest beginning of the name that is there ends. */
  shortestHead: number;
  /** Where the shortest end of the name that is there begins. */
  shortestTail: number;
  /** Whether one of them would make the name with a word of the project. */
  isEnough: boolean;
}

/** Whether parts may make a text that has a name as a word. */
function mayGive(world: World, parts: readonly Part[], name: string): boolean {
  if (!parts.includes(null)) return wordOffsetsIn(parts.join(''), name).length > 0;
  return parts.some((part, index) => {
    if (part !== null) return false;
    const [head = ''] = /\w*$/.exec(parts[index - 1] ?? '') ?? [];
    const [tail = ''] = /^\w*/.exec(parts[index + 1] ?? '') ?? [];
    if (head + tail === '' || head.length + tail.length >= name.length) return false;
    if (!name.startsWith(head) || !name.endsWith(tail)) return false;
    const computed = name.slice(head.length, name.length - tail.length);
    return world
      .modulesWith(computed)
      .some((module) => literalsWith(module, computed).some(({ isDocstring }) => !isDocstring));
  });
}

/** Whether the name comes behind the file or class of an id of pytest: `f"{path}::test_{kind}"`. */
function isInId(parts: readonly Part[], name: string): boolean {
  return parts.some((part) => {
    const [, beginning = ''] = /::(\w+)$/.exec(part ?? '') ?? [];
    return beginning !== '' && name.startsWith(beginning);
  });
}

interface Question {
  readonly world: World;
  readonly isOther: (module: TestModule, object: Node) => boolean;
  /** Whether nothing of the text is computed, so that it is the name wherever it goes. */
  readonly isWhole: boolean;
}

// A text is handed on a few times at most before it is used.
const MAXIMUM_DEPTH = 4;

/** Whether something is looked up by the name that an expression gives. */
function isLookedUp(question: Question, module: TestModule, node: Node, depth = 0): boolean {
  const { tree, bindings } = module;
  if (question.isWhole) return true;
  if (depth > MAXIMUM_DEPTH) return false;
  const outer = parentOf(tree, node);
  switch (kindOf(tree, outer)) {
    case Kind.parenthesized_expression:
    case Kind.conditional_expression:
    case Kind.boolean_operator:
    case Kind.binary_operator:
    case Kind.tuple:
      return isLookedUp(question, module, outer, depth + 1);
    case Kind.subscript:
      return isNamespace(module, childIn(tree, outer, Field.value));
    case Kind.return_statement: {
      const definition = module.definitionAt(startOf(tree, outer));
      return definition !== undefined && isUsedSo(question, module, definition.nameSpan.start, depth);
    }
    case Kind.assignment: {
      const target = childIn(tree, outer, Field.left);
      const isVariable = kindOf(tree, target) === Kind.identifier && target !== node;
      return isVariable && isUsedSo(question, module, startOf(tree, target), depth);
    }
    case Kind.argument_list:
    case Kind.keyword_argument:
      return isLookedUpInCall(question, module, node, depth);
    default:
      return false;
  }

  function isUsedSo(asked: Question, of: TestModule, start: number, level: number): boolean {
    const references = bindings.bindingAt(start)?.references ?? [];
    return references.some(({ node: read }) => {
      const call = parentOf(tree, read);
      const isCalled = kindOf(tree, call) === Kind.call && childIn(tree, call, Field.function) === read;
      return isLookedUp(asked, of, isCalled ? call : read, level + 1);
    });
  }
}

const LOOKUPS =
  /^(?:getattr|setattr|hasattr|delattr|patch|object|multiple|spy|stub_out|MonkeyPatch|MockPatch|MockPatchObject|SmartSet|Set|attrgetter|methodcaller|import_string|import_object|import_class|resolve_name|locate|loadTestsFromNames?|load_object|__getattribute__)$/;

function isLookedUpInCall(question: Question, module: TestModule, node: Node, depth: number): boolean {
  const { tree } = module;
  const call = callWith(module, node);
  if (call === NO_NODE) return false;
  const called = calledNameOf(tree, call);
  const [first] = argumentsOf(tree, call);
  if (LOOKUPS.test(called)) {
    const object = first === undefined || first.value === node ? NO_NODE : first.value;
    return object === NO_NODE || !question.isOther(module, object);
  }
  const callee = childIn(tree, call, Field.function);
  // unittest.TestCase gets the name of the method that it runs.
  if (/^(?:[A-Z]\w*)$/.test(called) && isTestCase(question.world, module, callee)) return true;
  if (/^(?:get|pop|setdefault)$/.test(called) && kindOf(tree, callee) === Kind.attribute)
    return isNamespace(module, childIn(tree, callee, Field.object));
  return receiversOf(question.world, module, node).some((receiver) =>
    receiver.parameter.references.some(({ node: read }) =>
      isLookedUp(question, receiver.module, read, depth + 1),
    ),
  );
}

function isTestCase(world: World, module: TestModule, callee: Node): boolean {
  const value = valueOf(world, module, callee);
  if (value.kind !== 'class') return false;
  return ancestryOf(world, value.class).others.some(
    ({ base }) => base.kind === 'foreign' && base.origin.startsWith('unittest.'),
  );
}

/** `globals()`, `vars(cart)`, `cart.__dict__`, `locals()`. */
function isNamespace({ tree }: TestModule, node: Node): boolean {
  if (kindOf(tree, node) === Kind.call) return /^(?:globals|vars|locals)$/.test(calledNameOf(tree, node));
  return (
    kindOf(tree, node) === Kind.attribute && textOf(tree, childIn(tree, node, Field.attribute)) === '__dict__'
  );
}
