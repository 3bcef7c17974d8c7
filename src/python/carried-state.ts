import { isAssertion, LOOKING } from './assertions.ts';
import { calledNameOf, valueGivenTo } from './expressions.ts';
import type { Binding, Bindings } from './scope.ts';
import type { SequenceSource } from './sequences.ts';
import { assignmentOf, statementAround } from './statements.ts';
import {
  afterOf,
  childIn,
  descendantsOf,
  Field,
  fieldOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  startOf,
  type SyntaxTree,
  textOf,
  parentOf,
} from './syntax.ts';

/** An attribute or item that a statement sets of a variable of its function: `cart.owner` of `cart`. */
export interface Change {
  readonly target: string;
  readonly root: string;
}

/** What statements set of the variables of their function; not what they tell a mock to give. */
export function changesIn(
  { tree, bindings, members }: SequenceSource,
  statements: readonly Node[],
): readonly Change[] {
  return statements.flatMap((statement) => {
    const assignment = assignmentOf(tree, statement);
    const target = assignment === NO_NODE ? NO_NODE : childIn(tree, assignment, Field.left);
    if (target === NO_NODE) return [];
    const kind = kindOf(tree, target);
    if (kind !== Kind.attribute && kind !== Kind.subscript) return [];
    const object = rootOf(tree, target);
    const root = object === NO_NODE ? '' : textOf(tree, object);
    const text = textOf(tree, target);
    if (root === '' || members.classOf(object) !== undefined || TELLING_A_MOCK.test(text)) return [];
    return bindings.bindingAt(startOf(tree, object))?.scope.kind === 'function'
      ? [{ target: text, root }]
      : [];
  });
}

const TELLING_A_MOCK = /\.(?:return_value|side_effect)$/;

/** The variable that attributes and items are looked up on; NO_NODE where it is another expression. */
function rootOf(tree: SyntaxTree, target: Node): Node {
  let object = target;
  for (;;) {
    const kind = kindOf(tree, object);
    if (kind === Kind.identifier) return object;
    if (kind === Kind.attribute) object = childIn(tree, object, Field.object);
    else if (kind === Kind.subscript) object = childIn(tree, object, Field.value);
    else return NO_NODE;
  }
}

/**
 * Whether each of some stretches of a function only looks at one object that a call before them has made: they are about
 * the same thing, and act no more.
 */
export function looksAtSameObject(
  tree: SyntaxTree,
  stretches: readonly (readonly Node[])[],
  bindings: Bindings,
): boolean {
  const first = stretches[0]?.[0];
  if (first === undefined || stretches.flat().some((statement) => acts(tree, statement))) return false;
  const [seen = [], ...others] = stretches.map((statements) =>
    statements.filter((statement) => isAssertion(tree, statement)),
  );
  return seen
    .flatMap((assertion) => Array.from(descendantsOf(tree, assertion, Kind.identifier)))
    .some((identifier) => {
      const binding = bindings.bindingAt(startOf(tree, identifier));
      if (binding?.kind !== 'local' || binding.scope.kind !== 'function') return false;
      if (!binding.definitions.every(({ node }) => node < first && isMadeByCall(tree, node))) return false;
      return others.every((assertions) =>
        assertions.some((assertion) =>
          binding.references.some(({ node }) => assertion <= node && node < afterOf(tree, assertion)),
        ),
      );
    });
}

/** Whether every stretch calls or hands on one function that is defined in the test before them: their subject. */
export function usesSameFunction(
  tree: SyntaxTree,
  stretches: readonly (readonly Node[])[],
  bindings: Bindings,
): boolean {
  const [seen = [], ...others] = stretches;
  const [first] = seen;
  if (first === undefined) return false;
  const isDefinedBefore = ({ node }: { readonly node: Node }) =>
    node < first && kindOf(tree, parentOf(tree, node)) === Kind.function_definition;
  return seen
    .flatMap((statement) => Array.from(descendantsOf(tree, statement, Kind.identifier)))
    .some((identifier) => {
      const binding = bindings.bindingAt(startOf(tree, identifier));
      if (binding?.scope.kind !== 'function' || !binding.definitions.every(isDefinedBefore)) return false;
      return others.every((statements) =>
        statements.some((statement) =>
          binding.references.some(({ node }) => statement <= node && node < afterOf(tree, statement)),
        ),
      );
    });
}

/**
 * Whether a stretch uses what an earlier one has made: a method or an attribute of it, or the thing itself where nothing
 * of the earlier ones gets a new value.
 */
export function usesWhatWasMade(
  tree: SyntaxTree,
  stretches: readonly (readonly Node[])[],
  bindings: Bindings,
): boolean {
  const begun = new Set<Binding>();
  const made = new Set<Binding>();
  return stretches.some((statements) => {
    const variables = statements
      .flatMap((statement) => Array.from(descendantsOf(tree, statement, Kind.identifier)))
      .flatMap((node) => variableAt(tree, node, bindings) ?? []);
    const given = variables.filter(({ node, binding }) => isDefinedAt(binding, node));
    const own = new Set(given.map(({ binding }) => binding));
    const isAnew = [...own].some((binding) => begun.has(binding));
    const uses = variables.filter(({ binding }) => made.has(binding) && !own.has(binding));
    const goesOn = uses.some(({ node }) => !isAnew || fieldOf(tree, node) === Field.object);
    for (const { node, binding } of given) {
      begun.add(binding);
      if (isPlainValue(tree, valueGivenTo(tree, node))) made.delete(binding);
      else made.add(binding);
    }
    return goesOn;
  });
}

function variableAt(tree: SyntaxTree, node: Node, bindings: Bindings) {
  const binding = bindings.bindingAt(startOf(tree, node));
  return binding?.scope.kind === 'function' ? { node, binding } : undefined;
}

const isDefinedAt = ({ definitions }: Binding, node: Node) =>
  definitions.some((definition) => definition.node === node);

/** Whether a value is made of literals alone, so that any case can have its own. */
const isPlainValue = (tree: SyntaxTree, value: Node) =>
  value !== NO_NODE && descendantsOf(tree, value, Kind.identifier).next().done === true;

const isMadeByCall = (tree: SyntaxTree, definition: Node) =>
  descendantsOf(tree, statementAround(tree, definition), Kind.call).next().done === false;

/** Whether a statement calls what does more than to look. */
const acts = (tree: SyntaxTree, statement: Node) =>
  Array.from(descendantsOf(tree, statement, Kind.call)).some((call) => {
    const name = calledNameOf(tree, call);
    return !LOOKING.has(name) && !LOOKING_METHOD.test(name);
  });

const LOOKING_METHOD =
  /^_*(?:assert\w*|get|keys|values|items|all|any|startswith|endswith|strip|lower|split|count)$/;
