import type { Calls } from './calls.ts';
import { type Comment, commentsOnLines } from './comments.ts';
import type { Definition } from './definitions.ts';
import { argumentsOf, keywordOf, stringContentOf } from './expressions.ts';
import type { NodesOf } from './kinds.ts';
import { isCompound, isDeferred, statementAround, statementsOf } from './statements.ts';
import {
  childIn,
  endOf,
  Field,
  fieldOf,
  firstNamedChildOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  type SyntaxTree,
  textOf,
} from './syntax.ts';

/** A place that skips a test: a decorator, a mark, a call or an exception. */
export interface Skip {
  /** The call, or the name where it is not called. */
  readonly node: Node;
  /** What is called or named, as it is written: `pytest.mark.skip`. */
  readonly name: string;
  /** Whether a reason is given that is not an empty string. */
  readonly hasReason: boolean;
}

/** What skips are found in. */
export interface SkipSource {
  readonly tree: SyntaxTree;
  readonly nodesOf: NodesOf;
  readonly calls: Calls;
  readonly definitions: readonly Definition[];
  readonly originOf: (expression: Node) => string | undefined;
}

/**
 * The skips of a module in source order: those of pytest and unittest but `pytest.mark.skipif`, which reports its
 * condition or fails without a reason.
 */
export function skipsOf(source: SkipSource): readonly Skip[] {
  const { tree, calls } = source;
  // What `skip` and `Skip` have in common, and is rarer than their first letters.
  if (!tree.text.includes('kip')) return [];
  const called = Object.entries(REASON_PLACES).flatMap(([origin, place]) => {
    const found = origin === 'skipTest' ? calls.named(origin) : calls.of(origin);
    return found.map((call) => skipOf(tree, call, reasonOf(tree, call, place)));
  });
  const named = bareSkipsIn(source).map((node) => skipOf(tree, node, NO_NODE));
  return [...called, ...named].toSorted((one, other) => one.node - other.node);
}

/** Where each of the callables that skip takes its reason: the place among its positional arguments, and the keywords. */
const REASON_PLACES: Readonly<Record<string, readonly [number, ...string[]]>> = {
  'pytest.skip': [0, 'reason', 'msg'],
  'pytest.mark.skip': [0, 'reason'],
  'unittest.skip': [0, 'reason'],
  'unittest.skipIf': [1, 'reason'],
  'unittest.skipUnless': [1, 'reason'],
  'unittest.SkipTest': [0],
  'unittest.case.SkipTest': [0],
  skipTest: [0, 'reason'],
};

function skipOf(tree: SyntaxTree, node: Node, reason: Node): Skip {
  const isCall = kindOf(tree, node) === Kind.call;
  return {
    node,
    name: textOf(tree, isCall ? childIn(tree, node, Field.function) : node),
    hasReason: reason !== NO_NODE && stringContentOf(tree, reason)?.trim() !== '',
  };
}

function reasonOf(tree: SyntaxTree, call: Node, [place, ...keywords]: readonly [number, ...string[]]): Node {
  const given = argumentsOf(tree, call);
  // What is unpacked may hold a reason.
  const unpacked = given.find(({ value }) => UNPACKED.has(kindOf(tree, value)));
  if (unpacked !== undefined) return unpacked.value;
  const positional = given.filter(({ keyword }) => keyword === undefined);
  const named = keywords.map((keyword) => keywordOf(tree, call, keyword)).find((value) => value !== NO_NODE);
  // A text under another keyword is read as a reason too, whatever the framework makes of it.
  const misnamed = given.find(
    ({ keyword, value }) => keyword !== undefined && (stringContentOf(tree, value) ?? '') !== '',
  );
  return positional[place]?.value ?? named ?? misnamed?.value ?? NO_NODE;
}

const UNPACKED: ReadonlySet<number> = new Set<number>([Kind.list_splat, Kind.dictionary_splat]);

/** The decorators and marks that are not called, and the exceptions that are raised as classes. */
function bareSkipsIn({ tree, nodesOf, definitions, originOf }: SkipSource): readonly Node[] {
  const isSkip = (node: Node) => BARE_SKIPS.has(originOf(node) ?? '');
  const decorators = definitions.flatMap(({ decorators: all }) =>
    all.filter(({ call }) => call === NO_NODE).map(({ node }) => firstNamedChildOf(tree, node)),
  );
  const raised = Array.from(nodesOf(Kind.raise_statement), (statement) => firstNamedChildOf(tree, statement));
  const marks = nodesOf(Kind.attribute).filter(
    (node) => tree.text.endsWith('.skip', endOf(tree, node)) && !isCalled(tree, node),
  );
  const nodes = [...decorators, ...raised, ...marks].filter(
    (node) => node !== NO_NODE && kindOf(tree, node) !== Kind.call && /skip/i.test(textOf(tree, node)),
  );
  return [...new Set(nodes)].filter(isSkip);
}

const BARE_SKIPS: ReadonlySet<string> = new Set([
  'pytest.mark.skip',
  'unittest.skip',
  'unittest.SkipTest',
  'unittest.case.SkipTest',
]);

const isCalled = (tree: SyntaxTree, node: Node) =>
  fieldOf(tree, node) === Field.function && kindOf(tree, parentOf(tree, node)) === Kind.call;

/** Whether a skip is what an `if` statement does whose condition asks for what is there: it says when, and why. */
export function isConditionalSkip(tree: SyntaxTree, { node }: Skip): boolean {
  const owner = parentOf(tree, parentOf(tree, statementAround(tree, node)));
  if (owner === NO_NODE || !CONDITIONAL.has(kindOf(tree, owner)) || argumentsOf(tree, node).length > 0)
    return false;
  return PRESENCE.test(textOf(tree, childIn(tree, owner, Field.condition)));
}

const CONDITIONAL: ReadonlySet<number> = new Set<number>([Kind.if_statement, Kind.elif_clause]);

const PRESENCE = /avail|enabled|exist|import|install|platform|support|version/i;

/**
 * Whether a comment for the reader gives a reason for a skip: on one of its lines, directly above or below it, directly
 * above a statement that it stands in, or before the first statement of what a decorator skips, or at its end.
 */
export function isExplainedSkip(
  tree: SyntaxTree,
  node: Node,
  comments: readonly Comment[],
  lineAt: (offset: number) => number,
): boolean {
  const [first, last] = [lineAt(startOf(tree, node)), lineAt(endOf(tree, node))];
  const above = outerStatementsOf(tree, node).map((outer) => lineAt(startOf(tree, outer)) - 1);
  const isForReader = ({ isPragma }: Comment) => !isPragma;
  const isBeside = ([from, to]: readonly [number, number]) =>
    commentsOnLines(comments, from, to).some(isForReader);
  const fillsLine = (line: number) =>
    commentsOnLines(comments, line, line).some((comment) => comment.isOwnLine && isForReader(comment));
  return (
    isBeside([first, last]) ||
    isBeside(firstLinesOf(tree, node, lineAt)) ||
    [first - 1, last + 1, ...above].some(fillsLine)
  );
}

/** The compound statements around a node, up to the function that it stands in, that included. */
function outerStatementsOf(tree: SyntaxTree, node: Node): readonly Node[] {
  const outers: Node[] = [];
  for (let outer = parentOf(tree, node); outer !== NO_NODE; outer = parentOf(tree, outer)) {
    if (isCompound(tree, outer)) outers.push(outer);
    if (isDeferred(kindOf(tree, outer))) break;
  }
  return outers;
}

/** The lines from the header of what a decorator skips to the end of its first statement; none for another skip. */
function firstLinesOf(
  tree: SyntaxTree,
  node: Node,
  lineAt: (offset: number) => number,
): readonly [first: number, last: number] {
  const decorated = statementAround(tree, node);
  if (decorated === NO_NODE || kindOf(tree, decorated) !== Kind.decorated_definition) return [0, -1];
  const definition = childIn(tree, decorated, Field.definition);
  const [statement] = statementsOf(tree, childIn(tree, definition, Field.body));
  if (statement === undefined) return [0, -1];
  const end = isCompound(tree, statement) ? startOf(tree, statement) : endOf(tree, statement);
  return [lineAt(startOf(tree, definition)), lineAt(end)];
}
