import { compactText, type Difference, differencesBetween } from '../python/differences.ts';
import { calledNameOf, stringContentOf, unwrapped } from '../python/expressions.ts';
import type { TestModule } from '../python/module.ts';
import type { Passing } from '../python/passings.ts';
import {
  afterOf,
  childIn,
  Field,
  fieldOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  type SyntaxTree,
  textOf,
} from '../python/syntax.ts';
import type { Basis } from '../rules/rule.ts';
import { differInLabelOnly } from './numbers.ts';
import { isSameThing, ordinalOf, productOf } from './roles.ts';
import type { Sibling } from './siblings.ts';
import { wordsOf } from './words.ts';

/** What the code says that one of several siblings is. */
export interface Clue {
  readonly basis: Basis;
  /** The role in words: `old`, or `old`, `flavor`. */
  readonly role: readonly string[];
  /** For a sentence about the sibling. */
  readonly evidence: string;
  /** Whether a reviewer would take the name that follows from it. */
  readonly isSure: boolean;
}

/** What the code says of siblings, one clue for each of them, the strongest sort first. */
export function* cluesOf(module: TestModule, siblings: readonly Sibling[]): Generator<readonly Clue[]> {
  const passed = passedClues(module, siblings);
  if (passed !== undefined) yield passed;
  const made = madeClues(module.tree, siblings);
  if (made !== undefined) yield made;
}

/** The names under which siblings go into one call, where none of them goes anywhere under the name of another. */
function passedClues(module: TestModule, siblings: readonly Sibling[]): readonly Clue[] | undefined {
  const passings = siblings.map((sibling) =>
    occurrencesOf(module, sibling).flatMap((node) => module.passingOf(node) ?? []),
  );
  const [first = []] = passings;
  for (const { call } of first) {
    const together = passings.map((own) => own.filter((passing) => passing.call === call));
    const chosen = together.flatMap(([only, ...others]) =>
      only === undefined || others.length > 0 ? [] : only,
    );
    if (chosen.length < siblings.length || !isConsistent(chosen, passings)) continue;
    return chosen.map(({ name, by, call: taker }) => ({
      basis: by,
      role: wordsOf(name),
      evidence:
        by === 'keyword'
          ? `passed as \`${name}\``
          : `passed to the parameter \`${name}\` of \`${calledNameOf(module.tree, taker)}\``,
      isSure: true,
    }));
  }
  return undefined;
}

function isConsistent(chosen: readonly Passing[], passings: readonly (readonly Passing[])[]): boolean {
  const roles = chosen.map(({ name }) => name);
  if (roles.some((role, index) => roles.some((other, at) => at !== index && differInLabelOnly(role, other))))
    return false;
  return passings.every((own, index) =>
    own.every(({ name }) => name === roles[index] || !roles.includes(name)),
  );
}

function occurrencesOf({ tree }: TestModule, { owner, name }: Sibling): readonly Node[] {
  if ('references' in owner) return owner.references.map(({ node }) => node);
  const occurrences: Node[] = [];
  for (let node = owner.node, end = afterOf(tree, node); node < end; node++) {
    if (kindOf(tree, node) === Kind.attribute && textOf(tree, node) === name) occurrences.push(node);
  }
  return occurrences;
}

/** What tells the values of siblings apart, where it is one and the same part of each. */
function madeClues(tree: SyntaxTree, siblings: readonly Sibling[]): readonly Clue[] | undefined {
  const [first, ...others] = siblings;
  // One without a number is the usual one of its kind; the others are made from it, or like it.
  if (first === undefined || siblings.some((one) => isGivenTwice(one) || one.number === undefined))
    return undefined;
  const differences = others.map(({ value }) => differencesBetween(tree, first.value, value));
  for (const { one } of differences[0] ?? []) {
    const parts = [one, ...differences.map((list) => partIn(list, one))];
    if (parts.includes(NO_NODE) || !areOfOneCollection(tree, parts)) continue;
    const isOnly = differences.every((list) => list.length === 1);
    const clues = parts.flatMap((part, index) => {
      const sibling = siblings[index];
      const clue = sibling === undefined ? undefined : clueOf(tree, sibling, part);
      return clue === undefined ? [] : [{ ...clue, isSure: clue.isSure && isOnly }];
    });
    if (clues.length === siblings.length && new Set(clues.map(({ basis }) => basis)).size === 1)
      return isCountedFromFirst(clues) ? apart(clues) : undefined;
  }
  return undefined;
}

/** The words of a text that is a word or a few, all in small letters; none of any other text. */
const saidBy = (content: string): readonly string[] =>
  /^[a-z]+(?:[ _-][a-z]+)*$/.test(content) ? content.split(/[ _-]/) : [];

/** Roles without the words that all of them begin with: `lifecycle_started` and `lifecycle_paused` are two states. */
function apart(clues: readonly Clue[]): readonly Clue[] {
  const [first, ...others] = clues;
  if (first?.basis !== 'constant') return clues;
  let same = 0;
  while (
    same < first.role.length - 1 &&
    others.every(({ role }) => role.length > same + 1 && role[same] === first.role[same])
  )
    same++;
  return clues.map((clue) => ({ ...clue, role: clue.role.slice(same) }));
}

/** Whether places, if that is what tells siblings apart, are counted from the first. */
const isCountedFromFirst = (clues: readonly Clue[]): boolean =>
  clues.every(({ basis }) => basis !== 'position') || clues.some(({ role }) => role[0] === ordinalOf(0));

const partIn = (differences: readonly Difference[], one: Node): Node =>
  differences.find((difference) => difference.one === one)?.other ?? NO_NODE;

const isGivenTwice = ({ owner }: Sibling) => 'references' in owner && owner.definitions.length > 1;

function clueOf(tree: SyntaxTree, sibling: Sibling, part: Node): Clue | undefined {
  const evidence = (says: string) => `${says} \`${compactText(tree, part)}\``;
  const kind = kindOf(tree, part);
  const base = wordsOf(sibling.base).at(-1) ?? '';
  if (kind === Kind.keyword_argument || kind === Kind.pair) {
    const inner = clueOf(tree, sibling, childIn(tree, part, Field.value));
    if (inner === undefined || (inner.basis !== 'literal' && inner.basis !== 'constant')) return undefined;
    const key = textOf(tree, childIn(tree, part, kind === Kind.pair ? Field.key : Field.name)).replaceAll(
      /["']/g,
      '',
    );
    const isDirect = kind === Kind.keyword_argument && isArgumentOf(tree, part, sibling);
    return {
      ...inner,
      evidence: evidence('made with'),
      isSure: isDirect && makes(tree, sibling, base) && DESCRIBING.has(key),
    };
  }
  const content = stringContentOf(tree, part);
  if (content !== undefined) {
    const isSure = isArgumentOf(tree, part, sibling) && makes(tree, sibling, base);
    return { basis: 'literal', role: saidBy(content), evidence: evidence('made with'), isSure };
  }
  if (fieldOf(tree, part) === Field.function && parentOf(tree, part) === unwrapped(tree, sibling.value)) {
    const called = calledNameOf(tree, parentOf(tree, part));
    const role = productOf(called);
    return role.at(-1) === base
      ? { basis: 'callee', role, evidence: `made by \`${called}\``, isSure: true }
      : undefined;
  }
  if (kind === Kind.subscript) return elementClue(tree, sibling, part, base);
  if (kind === Kind.attribute) {
    const attribute = textOf(tree, childIn(tree, part, Field.attribute));
    const role = wordsOf(attribute);
    const isWhole = part === unwrapped(tree, sibling.value);
    const isConstant = /^[A-Z][A-Z_]+$/.test(attribute);
    if (!isWhole && !isConstant) return undefined;
    return {
      basis: isConstant ? 'constant' : 'attribute',
      role,
      evidence: evidence(isWhole ? 'taken from' : 'made with'),
      isSure: isWhole
        ? role.at(-1) === base
        : isArgumentOf(tree, part, sibling) && makes(tree, sibling, base),
    };
  }
  return undefined;
}

/** What keywords name that is said before a thing: a small cart, an admin user. */
const DESCRIBING: ReadonlySet<string> = new Set(
  'size color colour kind type state status role mode level category variant flavor style severity priority name owner'.split(
    ' ',
  ),
);

function elementClue(tree: SyntaxTree, sibling: Sibling, part: Node, base: string): Clue | undefined {
  if (part !== unwrapped(tree, sibling.value)) return undefined;
  const evidence = `taken from \`${compactText(tree, part)}\``;
  const index = childIn(tree, part, Field.subscript);
  const content = stringContentOf(tree, index);
  const collection =
    wordsOf(/\w+$/.exec(textOf(tree, childIn(tree, part, Field.value)))?.[0] ?? '').at(-1) ?? '';
  if (content !== undefined) {
    const role = saidBy(content);
    return { basis: 'key', role, evidence, isSure: isSameThing(collection, base) || role.at(-1) === base };
  }
  const text = textOf(tree, index);
  const ordinal = /^-?\d+$/.test(text) ? ordinalOf(Number(text)) : undefined;
  return ordinal === undefined ? undefined : { basis: 'position', role: [ordinal], evidence, isSure: false };
}

/** Whether a part is an argument of the call that makes a sibling, and not of one inside it. */
function isArgumentOf(tree: SyntaxTree, part: Node, { value }: Sibling): boolean {
  const call = unwrapped(tree, value);
  return kindOf(tree, call) === Kind.call && parentOf(tree, part) === childIn(tree, call, Field.arguments);
}

/** Whether parts that are elements are elements of the same. */
function areOfOneCollection(tree: SyntaxTree, parts: readonly Node[]): boolean {
  const collections = parts.flatMap((part) =>
    kindOf(tree, part) === Kind.subscript ? textOf(tree, childIn(tree, part, Field.value)) : [],
  );
  return new Set(collections).size < 2;
}

/** Whether the call that makes a sibling says that it makes a thing of this kind: `Flavor(…)`, `create_flavor(…)`. */
function makes(tree: SyntaxTree, { value }: Sibling, base: string): boolean {
  return productOf(calledNameOf(tree, unwrapped(tree, value))).at(-1) === base;
}
