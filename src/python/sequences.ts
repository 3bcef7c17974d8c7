import { isAssertion } from './assertions.ts';
import {
  type Change,
  changesIn,
  looksAtSameObject,
  usesSameFunction,
  usesWhatWasMade,
} from './carried-state.ts';
import { calledNameOf, dottedNameOf } from './expressions.ts';
import type { Members } from './members.ts';
import type { Bindings } from './scope.ts';
import { assignmentOf, callStatementOf, isStatement } from './statements.ts';
import {
  afterOf,
  childIn,
  descendantsOf,
  Field,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  startOf,
  type SyntaxTree,
  textOf,
} from './syntax.ts';
import type { Span } from './text.ts';

/**
 * Whether a stretch of a function goes on with what one before it has left, so that they make sense in this order only:
 * it asserts a variable that an earlier one gets from a call, or what it makes of that, or an object of before that an
 * earlier one acts upon; or it uses an object that an earlier one has changed or made; or all only look at the same
 * object, or use one function that the test defines before them.
 */
export function isSequence(source: SequenceSource, definition: Node, stretches: readonly Span[]): boolean {
  const { tree } = source;
  const actedUpon = new Set<string>();
  const given = new Set<string>();
  const changed: Change[] = [];
  const statementsOfEach = stretches.map((stretch) => statementsIn(tree, definition, stretch));
  if (looksAtSameObject(tree, statementsOfEach, source.bindings)) return true;
  if (usesSameFunction(tree, statementsOfEach, source.bindings)) return true;
  if (usesWhatWasMade(tree, statementsOfEach, source.bindings)) return true;
  return statementsOfEach.some((statements) => {
    const own = new Set(statements.flatMap((statement) => namesGivenBy(tree, statement)));
    const changes = changesIn(source, statements).filter(({ root }) => !own.has(root));
    const derived = namesDerivedIn(tree, statements, (name) => given.has(name) && !own.has(name));
    const goesOn =
      isCarriedOn(tree, statements, changed, changes, own) ||
      statements.some(
        (statement) =>
          isAssertion(tree, statement) &&
          namesIn(tree, statement).some(
            (name) =>
              derived.has(name) || ((given.has(name) || actedUpon.has(name)) && !own.has(rootOf(name))),
          ),
      );
    changed.push(...changes);
    for (const name of own) {
      given.delete(name);
      if (statements.some((one) => namesGivenByCall(tree, one).includes(name))) given.add(name);
    }
    for (const statement of statements)
      for (const name of actedUponBy(source, statement)) if (!own.has(rootOf(name))) actedUpon.add(name);
    return goesOn;
  });
}

/** What the objects that statements act upon are told by. */
export interface SequenceSource {
  readonly tree: SyntaxTree;
  readonly bindings: Bindings;
  readonly members: Members;
}

/** Whether statements use an object whose attribute or item an earlier stretch has set, and do not set that anew. */
function isCarriedOn(
  tree: SyntaxTree,
  statements: readonly Node[],
  changed: readonly Change[],
  changes: readonly Change[],
  own: ReadonlySet<string>,
): boolean {
  const anew = new Set(changes.map(({ target }) => target));
  const carried = changed.filter(({ target, root }) => !anew.has(target) && !own.has(root));
  if (carried.length === 0) return false;
  const used = new Set(statements.flatMap((statement) => namesIn(tree, statement)));
  return carried.some(({ root }) => used.has(root));
}

/** The names that statements give a value made of one of some names. */
function namesDerivedIn(
  tree: SyntaxTree,
  statements: readonly Node[],
  isSource: (name: string) => boolean,
): ReadonlySet<string> {
  const derived = new Set<string>();
  for (const statement of statements) {
    const assignment = assignmentOf(tree, statement);
    const value = assignment === NO_NODE ? NO_NODE : childIn(tree, assignment, Field.right);
    if (value === NO_NODE || !namesIn(tree, value).some((name) => isSource(name) || derived.has(name)))
      continue;
    for (const name of plainNamesIn(tree, childIn(tree, assignment, Field.left))) derived.add(name);
  }
  return derived;
}

const rootOf = (name: string) => name.split('.')[0] ?? name;

/** The statements of a function that start in a stretch of it, those in inner blocks included. */
function statementsIn(tree: SyntaxTree, definition: Node, { start, end }: Span): readonly Node[] {
  const statements: Node[] = [];
  for (let node = definition; node < afterOf(tree, definition); node++)
    if (isStatement(tree, node) && startOf(tree, node) >= start && startOf(tree, node) < end)
      statements.push(node);
  return statements;
}

/** The names that an assignment, a loop or a `with` gives a value. */
function namesGivenBy(tree: SyntaxTree, statement: Node): readonly string[] {
  const kind = kindOf(tree, statement);
  if (kind === Kind.function_definition || kind === Kind.class_definition)
    return [textOf(tree, childIn(tree, statement, Field.name))];
  const targets = [
    ...Array.from(descendantsOf(tree, statement, Kind.assignment), (one) => childIn(tree, one, Field.left)),
    ...Array.from(descendantsOf(tree, statement, Kind.as_pattern), (one) => childIn(tree, one, Field.alias)),
    kind === Kind.for_statement ? childIn(tree, statement, Field.left) : NO_NODE,
  ];
  return targets.flatMap((target) => plainNamesIn(tree, target));
}

function namesGivenByCall(tree: SyntaxTree, statement: Node): readonly string[] {
  return Array.from(descendantsOf(tree, statement, Kind.assignment)).flatMap((one) => {
    const value = childIn(tree, one, Field.right);
    const isMade = value !== NO_NODE && descendantsOf(tree, value, Kind.call).next().done === false;
    return isMade ? plainNamesIn(tree, childIn(tree, one, Field.left)) : [];
  });
}

/** The names of a target that is no attribute or item of something. */
function plainNamesIn(tree: SyntaxTree, target: Node): readonly string[] {
  if (target === NO_NODE) return [];
  const kind = kindOf(tree, target);
  if (kind === Kind.attribute || kind === Kind.subscript) return [];
  return Array.from(descendantsOf(tree, target, Kind.identifier), (name) => textOf(tree, name));
}

/** The names in a statement, and the attributes of `self`: `cart`, `self.cart`. */
function namesIn(tree: SyntaxTree, statement: Node): readonly string[] {
  const attributes = Array.from(
    descendantsOf(tree, statement, Kind.attribute),
    (one) => dottedNameOf(tree, one) ?? '',
  );
  const names = Array.from(descendantsOf(tree, statement, Kind.identifier), (one) => textOf(tree, one));
  return [...attributes, ...names];
}

/** The object whose method a statement calls: a variable or an attribute of it; none of a module or of the test itself. */
function actedUponBy({ tree, bindings, members }: SequenceSource, statement: Node): readonly string[] {
  const call = callStatementOf(tree, statement);
  if (call === NO_NODE || isAssertion(tree, statement) || RESETTING.test(calledNameOf(tree, call))) return [];
  const callee = childIn(tree, call, Field.function);
  const object = kindOf(tree, callee) === Kind.attribute ? childIn(tree, callee, Field.object) : NO_NODE;
  const name = object === NO_NODE ? undefined : dottedNameOf(tree, object);
  if (name === undefined || /log/i.test(name) || members.classOf(object) !== undefined) return [];
  const binding = bindings.bindingAt(startOf(tree, object));
  return binding?.scope.kind === 'function' ? [name] : [];
}

/** What brings an object back to how it was, or looks after the test itself. */
const RESETTING = /reset|clear|^(?:seed|start|stop|setenv|delenv|setattr|simplefilter|filterwarnings|seek)$/i;
