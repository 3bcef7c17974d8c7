import type { Definition } from './definitions.ts';
import { firstNodeFrom } from './expressions.ts';
import { nodesBelow, type NodesOf } from './kinds.ts';
import type { RaisesCall } from './raises-calls.ts';
import {
  ancestorOf,
  contains,
  Kind,
  kindOf,
  type Node,
  NO_NODE,
  startOf,
  type SyntaxTree,
  textOf,
} from './syntax.ts';

/** What the places that make a broad exception are found in. */
export interface BroadExceptionSource {
  readonly tree: SyntaxTree;
  readonly nodesOf: NodesOf;
  readonly raisesCalls: readonly RaisesCall[];
  readonly originOf: (expression: Node) => string | undefined;
  readonly definitions: readonly Definition[];
  readonly definitionAt: (offset: number) => Definition | undefined;
}

/** The names of `Exception` and `BaseException` that are neither caught nor expected: what raises or passes one on. */
export function madeBroadExceptionsOf({
  tree,
  nodesOf,
  raisesCalls,
  originOf,
}: BroadExceptionSource): readonly Node[] {
  return Array.from(nodesOf(Kind.identifier)).filter((node) => {
    if (!/^(?:Base)?Exception$/.test(textOf(tree, node)) || originOf(node)?.startsWith('builtins.') !== true)
      return false;
    if (raisesCalls.some(({ expected }) => expected !== undefined && contains(tree, expected.value, node)))
      return false;
    return !isCaught(tree, node);
  });
}

/** Whether a name stands between `except` and the colon, or is the type of an annotation. */
function isCaught(tree: SyntaxTree, node: Node): boolean {
  const clause = ancestorOf(tree, node, Kind.except_clause, Kind.block, Kind.type);
  return clause !== NO_NODE && kindOf(tree, clause) !== Kind.block;
}

/**
 * Whether one of some nodes stands in the outermost function around a place, or in another function or class of the
 * module that this one names, itself or by way of others, or in a method that a framework calls before it.
 */
export function isMadeFor(source: BroadExceptionSource, made: readonly Node[], place: Node): boolean {
  const { tree, definitionAt } = source;
  const test = functionAround(definitionAt(startOf(tree, place)));
  if (test === undefined) return made.length > 0;
  if (usesFailingStandIn(source, test) || quotesRaise(source, test)) return true;
  if (made.length === 0) return false;
  const names = namesIn(source, test);
  const used = usedBy(source, test);
  return made.some((node) => {
    const makers = definitionsAround(definitionAt(startOf(tree, node)));
    return makers.some(
      (maker) => used.has(maker) || (names.has(maker.name) && test.enclosing?.name !== maker.name),
    );
  });
}

/** Whether a test names something imported that stands in for something else and is named for raising. */
function usesFailingStandIn(source: BroadExceptionSource, test: Definition): boolean {
  return identifiersIn(source, test).some(
    (node) =>
      FAILING_STAND_IN.test(textOf(source.tree, node)) &&
      source.originOf(node)?.startsWith('builtins.') === false,
  );
}

/** Whether a string in a test has the statement that raises, as the traceback shows it that the test looks for. */
const quotesRaise = ({ tree, nodesOf }: BroadExceptionSource, test: Definition) =>
  Array.from(nodesBelow(tree, nodesOf, Kind.string_content, test.node)).some((content) =>
    /\braise (?:Base)?Exception\b/.test(textOf(tree, content)),
  );

/** `FakeAppThatExcepts`, `FailingBank`: a class that exists to fail. */
const FAILING_STAND_IN =
  /^_*(?:Fake|Dummy|Stub|Mock)\w*(?:Excepts|Rais(?:es|ing)|Fail(?:s|ing)|Explod(?:es|ing)|Crash(?:es|ing))|^_*(?:Raising|Failing|Exploding|Crashing|Broken)[A-Z]/;

/** A test, the `setUp` of its class, what the module defines at its top under a name in them, and so on. */
function usedBy(source: BroadExceptionSource, test: Definition): ReadonlySet<Definition> {
  const { atTop, setUps } = known.get(source.definitions) ?? usable(source.definitions);
  const own = test.enclosing === undefined ? [] : (setUps.get(test.enclosing) ?? []);
  const used = new Set([test, ...own]);
  for (const user of used) {
    for (const name of namesIn(source, user))
      for (const other of atTop.get(name) ?? []) if (other !== test.enclosing) used.add(other);
  }
  return used;
}

/** The definitions that others use without a look at what is around them. */
interface Usable {
  /** Those at the top of the module, by name. */
  readonly atTop: ReadonlyMap<string, readonly Definition[]>;
  /** `setUp` and its kin, by their class or function. */
  readonly setUps: ReadonlyMap<Definition, readonly Definition[]>;
}

/** Every handler of a module asks for them. */
const known = new WeakMap<readonly Definition[], Usable>();

function usable(definitions: readonly Definition[]): Usable {
  const atTop = new Map<string, Definition[]>();
  const setUps = new Map<Definition, Definition[]>();
  for (const definition of definitions) {
    const { name, enclosing } = definition;
    if (enclosing === undefined) add(atTop, name, definition);
    else if (/^_*set_?up/i.test(name)) add(setUps, enclosing, definition);
  }
  const found = { atTop, setUps };
  known.set(definitions, found);
  return found;
}

function add<Key>(lists: Map<Key, Definition[]>, key: Key, definition: Definition): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [definition]);
  else list.push(definition);
}

function namesIn(source: BroadExceptionSource, definition: Definition): ReadonlySet<string> {
  return new Set(identifiersIn(source, definition).map((node) => textOf(source.tree, node)));
}

function identifiersIn({ tree }: BroadExceptionSource, { span }: Definition): readonly Node[] {
  const identifiers: Node[] = [];
  const end = firstNodeFrom(tree, span.end);
  for (let node = firstNodeFrom(tree, span.start); node < end; node++) {
    if (kindOf(tree, node) === Kind.identifier) identifiers.push(node);
  }
  return identifiers;
}

function definitionsAround(definition: Definition | undefined): readonly Definition[] {
  const around: Definition[] = [];
  for (let outer = definition; outer !== undefined; outer = outer.enclosing) around.push(outer);
  return around;
}

function functionAround(definition: Definition | undefined): Definition | undefined {
  return definitionsAround(definition).findLast(({ kind }) => kind === 'function');
}
