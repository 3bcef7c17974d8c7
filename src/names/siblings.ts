import type { ClassDefinition } from '../python/definitions.ts';
import { compactText, type Difference, differencesBetween, tokensOf } from '../python/differences.ts';
import { unwrapped, valueGivenTo } from '../python/expressions.ts';
import type { TestModule } from '../python/module.ts';
import type { Binding, Scope } from '../python/scope.ts';
import {
  contains,
  endOf,
  Field,
  fieldOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  type SyntaxTree,
} from '../python/syntax.ts';
import type { Span } from '../python/text.ts';
import { differInLabelOnly, numberedName } from './numbers.ts';

/** One of several names that differ in their number. */
export interface Sibling {
  readonly name: string;
  readonly base: string;
  /** Undefined for the one without a number. */
  readonly number: number | undefined;
  readonly span: Span;
  readonly value: Node;
  /** What it belongs to: a variable, or the class of an attribute. */
  readonly owner: Binding | ClassDefinition;
}

/** Two siblings, and where their values differ. */
export interface Telling {
  readonly first: Sibling;
  readonly other: Sibling;
  readonly difference: Difference;
}

/** The numbered names of each function that are siblings, in source order. */
export function localGroupsOf(module: TestModule): readonly (readonly Sibling[])[] {
  return Array.from(numberedByScope(module))
    .filter(([scope]) => scope.kind === 'function')
    .flatMap(([, siblings]) => groupsOf(siblings));
}

/** The numbered names of each scope and the numbered attributes of each class, with the sibling that has no number. */
export function allGroupsOf(module: TestModule): readonly (readonly Sibling[])[] {
  const named = Array.from(numberedByScope(module)).flatMap(([scope, siblings]) => {
    const bases = new Set(siblings.map(({ base }) => base));
    const unnumbered = Array.from(bases).flatMap((base) => {
      const binding = scope.symbols.get(base)?.binding;
      return binding?.scope === scope ? (siblingOf(module, binding, { base, number: undefined }) ?? []) : [];
    });
    return groupsOf([...siblings, ...unnumbered]);
  });
  return [...named, ...attributeGroupsOf(module)];
}

/** Several rules ask for the same. */
const known = new WeakMap<TestModule, ReadonlyMap<Scope, readonly Sibling[]>>();

function numberedByScope(module: TestModule): ReadonlyMap<Scope, readonly Sibling[]> {
  const siblings = known.get(module) ?? siblingsByScope(module);
  known.set(module, siblings);
  return siblings;
}

function siblingsByScope(module: TestModule): ReadonlyMap<Scope, readonly Sibling[]> {
  const scopes = new Map<Scope, Sibling[]>();
  const seen = new Set<Binding>();
  for (const node of module.givenNames()) {
    // Most names end in a letter.
    const numbered = endsInDigit(module, node) ? numberedName(module.textOf(node)) : undefined;
    const binding = numbered === undefined ? undefined : module.bindings.bindingAt(module.spanOf(node).start);
    if (numbered === undefined || binding === undefined || seen.has(binding)) continue;
    seen.add(binding);
    const sibling = siblingOf(module, binding, numbered);
    if (sibling === undefined) continue;
    const siblings = scopes.get(binding.scope);
    if (siblings === undefined) scopes.set(binding.scope, [sibling]);
    else siblings.push(sibling);
  }
  return scopes;
}

/** A variable with the value that it is first given; undefined where it gets none by itself. */
function siblingOf(
  { tree }: TestModule,
  binding: Binding,
  { base, number }: Pick<Sibling, 'base' | 'number'>,
): Sibling | undefined {
  const [definition] = binding.definitions;
  if (definition === undefined || binding.kind !== 'local') return undefined;
  const value = valueGivenTo(tree, definition.node);
  return value === NO_NODE
    ? undefined
    : { name: binding.name, base, number, span: definition, value, owner: binding };
}

function endsInDigit({ text, tree }: TestModule, node: Node): boolean {
  const last = text.charCodeAt(endOf(tree, node) - 1);
  return last >= DIGIT_ZERO && last <= DIGIT_NINE;
}

const DIGIT_ZERO = 48;
const DIGIT_NINE = 57;

function attributeGroupsOf(module: TestModule): readonly (readonly Sibling[])[] {
  // The target of an assignment is its first child.
  if (!module.nodesOf(Kind.assignment).some((assignment) => endsInDigit(module, assignment + 1))) return [];
  const owners = new Map<ClassDefinition, Map<string, Sibling>>();
  for (const { span, owner, value } of module.attributeAssignments) {
    if (value === NO_NODE) continue;
    const siblings = owners.get(owner) ?? new Map<string, Sibling>();
    owners.set(owner, siblings);
    const written = module.text.slice(span.start, span.end);
    const { base, number } = numberedName(written) ?? { base: written, number: undefined };
    if (!siblings.has(written)) siblings.set(written, { name: written, base, number, span, value, owner });
  }
  return Array.from(owners.values())
    .flatMap((siblings) => groupsOf(Array.from(siblings.values())))
    .filter((group) => group.some(({ number }) => number !== undefined));
}

function groupsOf(siblings: readonly Sibling[]): readonly (readonly Sibling[])[] {
  const groups = new Map<string, Sibling[]>();
  for (const sibling of siblings) {
    const group = groups.get(sibling.base);
    if (group === undefined) groups.set(sibling.base, [sibling]);
    else if (!group.some(({ number }) => number === sibling.number)) group.push(sibling);
  }
  return Array.from(groups.values())
    .filter((group) => group.length > 1)
    .map((group) => group.toSorted((one, other) => one.span.start - other.span.start));
}

/** The first sibling, the first other one whose value differs from its, and where. */
export function firstTelling(
  { tree }: TestModule,
  siblings: readonly Sibling[],
  isCompared: (tree: SyntaxTree, sibling: Sibling) => boolean,
  isCounted: (tree: SyntaxTree, telling: Telling) => boolean,
): Telling | undefined {
  const [first, ...others] = siblings.filter((sibling) => isCompared(tree, sibling));
  if (first === undefined) return undefined;
  for (const other of others) {
    for (const difference of differencesBetween(tree, first.value, other.value)) {
      const telling = { first, other, difference };
      if (isCounted(tree, telling)) return telling;
    }
  }
  return undefined;
}

export const isAny = () => true;

/** Whether a value is a call, or a part of what a call gives. */
export function isMadeByCall(tree: SyntaxTree, { value }: Sibling): boolean {
  let node = unwrapped(tree, value);
  while (kindOf(tree, node) === Kind.attribute || kindOf(tree, node) === Kind.subscript)
    node = unwrapped(tree, node + 1);
  return kindOf(tree, node) === Kind.call;
}

export function isTelling(tree: SyntaxTree, telling: Telling): boolean {
  if (!isDifference(tree, telling) || isOwnLabel(tree, telling) || hasNumbersInStrings(tree, telling))
    return false;
  const [one, other] = textsOf(tree, telling);
  // What the set-up has numbered is still two things: `self.flavor1` and `self.flavor2`.
  const isAddress = one === '' || other === '' ? isAddressGiven(one || other) : false;
  return (
    (!isAddress && !differInLabelOnly(one, other)) || (OWN_ATTRIBUTE.test(one) && OWN_ATTRIBUTE.test(other))
  );
}

const OWN_ATTRIBUTE = /^(?:\w+\s*=\s*)?(?:self|cls)\.\w+$/;

/** As `isTelling`, of results: what they come from may differ in more than a label, and not only in whose it is. */
export function isTellingOfResults(tree: SyntaxTree, telling: Telling): boolean {
  if (!isDifference(tree, telling) || isOwnLabel(tree, telling)) return false;
  const [one, other] = textsOf(tree, telling).map((text) =>
    text.replace(/^(\w+\s*=\s*)?(?:self|cls)\./, '$1'),
  );
  return !differInLabelOnly(one ?? '', other ?? '');
}

/** Whether any difference may be named: one of parts, of values that are not added to afterwards. */
export const isDifference = (tree: SyntaxTree, telling: Telling): boolean =>
  !isOrderOnly(tree, telling) && !isAddedTo(tree, telling);

/** Whether siblings differ in nothing but their own numbers, which are no places: `cart1 = open(key1)`, `cart2 = open(key2)`. */
export function differInOwnNumbers(tree: SyntaxTree, [first, ...others]: readonly Sibling[]): boolean {
  const text = ({ value }: Sibling) => compactText(tree, value);
  if (first === undefined || /\[-?\d+\]/.test(text(first))) return false;
  const own = withoutNumber(text(first), first);
  return others.every((other) => {
    if (text(other) === text(first)) return false;
    const plain = withoutNumber(text(other), other);
    return plain === own || (first.number === undefined && plain.replaceAll(/_?#/g, '') === own);
  });
}

function textsOf(tree: SyntaxTree, { difference: { one, other } }: Telling): readonly [string, string] {
  const text = (node: Node) => (node === NO_NODE ? '' : compactText(tree, node));
  return [text(one), text(other)];
}

/** Whether two values are made of the same parts in another order: `add(tea, cake)` and `add(cake, tea)`. */
function isOrderOnly(tree: SyntaxTree, { first, other }: Telling): boolean {
  const [parts, otherParts] = [first, other].map(({ value }) =>
    tokensOf(tree, value).split(' ').toSorted().join(' '),
  );
  return parts === otherParts;
}

/** Whether a difference has the numbers or the names of the siblings themselves: `cart1 = open(key1)`. */
function isOwnLabel(tree: SyntaxTree, telling: Telling): boolean {
  const { first, other } = telling;
  const [one, another] = textsOf(tree, telling);
  if (sayingName(first)(one) || sayingName(other)(another)) return true;
  return one !== '' && withoutNumber(one, first) === withoutNumber(another, other);
}

/** Whether the numbers of siblings stand in strings of theirs that differ in nothing else: `"shop1"` and `"shop2"`. */
function hasNumbersInStrings(tree: SyntaxTree, { first, other }: Telling): boolean {
  return differencesBetween(tree, first.value, other.value).some((difference) => {
    const [one, another] = textsOf(tree, { first, other, difference });
    const isNumbered = one !== another && withoutNumber(one, first) === withoutNumber(another, other);
    return isNumbered && /["'][^"']*\d[^"']*["']$/.test(one);
  });
}

/** Whether a keyword gives an address: any would do. */
const isAddressGiven = (argument: string) =>
  /^\w+\s*=/.test(argument) &&
  differInLabelOnly(argument.replace(/^\w+\s*=\s*/, ''), '') &&
  /[.:]\d/.test(argument);

const withoutNumber = (text: string, { number }: Sibling): string =>
  number === undefined ? text : text.replaceAll(new RegExp(`(?<!\\d)${number}(?!\\d)`, 'g'), '#');

/** Tells whether a text has the name of a numbered sibling as a word, however its parts are joined: `"cart-1"` of `cart1`. */
function sayingName(sibling: Sibling): (text: string) => boolean {
  const says = sayings.get(sibling) ?? saying(sibling);
  sayings.set(sibling, says);
  return says;
}

/** A sibling is asked about in many texts. */
const sayings = new WeakMap<Sibling, (text: string) => boolean>();

function saying({ name, base, number }: Sibling): (text: string) => boolean {
  if (number === undefined) return () => false;
  const digits = /\d+$/.exec(name)?.[0] ?? `${number}`;
  const parts = base.slice(base.lastIndexOf('.') + 1).split('_');
  const first = parts.find((part) => part !== '')?.toUpperCase() ?? '';
  let whole: RegExp | undefined;
  const made = () => new RegExp(`(?<![a-z0-9])${[...parts, digits].join('[\\W_]*')}(?![a-z0-9])`, 'i');
  // Making the expression takes long, and few texts have the digits and the word.
  return (text) =>
    text.includes(digits) && text.toUpperCase().includes(first) && (whole ??= made()).test(text);
}

/** Whether one of them is added to afterwards, so that its first value is not what it stands for. */
function isAddedTo(tree: SyntaxTree, { first, other }: Telling): boolean {
  return [first, other].some(
    ({ owner }) =>
      'references' in owner &&
      owner.definitions.some(({ node }) => kindOf(tree, parentOf(tree, node)) === Kind.augmented_assignment),
  );
}

/** No name is joined across it. */
const BETWEEN_TEXTS = '\nx0x\n';

/** Whether the function around siblings has all their numbered names in strings: they follow what those name. */
export function areNamedInStrings(module: TestModule, siblings: readonly Sibling[]): boolean {
  const [first] = siblings;
  if (first === undefined || !('references' in first.owner)) return false;
  const { scope } = first.owner;
  if (scope.kind !== 'function') return false;
  const contents = Array.from(module.nodesBelow(Kind.string_content, scope.node), module.textOf).join(
    BETWEEN_TEXTS,
  );
  return siblings
    .filter(({ number }) => number !== undefined)
    .every((sibling) => sayingName(sibling)(contents));
}

/** Whether a sibling is made from one without a number, as a copy of it is: `pickle.loads(pickle.dumps(cart))`. */
export function isCopied({ tree }: TestModule, siblings: readonly Sibling[]): boolean {
  const plain = siblings.find(({ number }) => number === undefined);
  if (plain === undefined || !('references' in plain.owner)) return false;
  return plain.owner.references.some(
    ({ node }) =>
      fieldOf(tree, node) !== Field.object &&
      fieldOf(tree, node) !== Field.value &&
      siblings.some(({ value }) => contains(tree, value, node)),
  );
}
