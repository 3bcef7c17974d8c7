import { proseWordsOf, stemOf } from '../names/prose.ts';
import { wordsOf } from '../names/words.ts';
import type { TestModule } from '../python/module.ts';
import { isCompound } from '../python/statements.ts';
import { afterOf, isToken, Kind, kindNameOf, kindOf, type Node, textOf } from '../python/syntax.ts';

/** The stems of the words of the names, keywords and numbers in a statement, and of what its form amounts to. */
export function saidBy(
  { tree }: TestModule,
  statement: Node,
  end: Node,
  withStrings: boolean,
  leftOut?: number,
): ReadonlySet<string> {
  const said = new Set<string>();
  for (let node = statement; node < end; node++) {
    const kind = kindOf(tree, node);
    if (kind === leftOut) node = afterOf(tree, node) - 1;
    else if (kind === Kind.identifier) for (const word of wordsOf(textOf(tree, node))) said.add(stemOf(word));
    else if (kind === Kind.integer || kind === Kind.float) said.add(textOf(tree, node));
    else if (kind === Kind.string_content && withStrings) {
      for (const word of proseWordsOf(textOf(tree, node))) said.add(stemOf(word));
    } else if (kind === Kind.call) for (const word of CALLING) said.add(word);
    else if (kind === Kind.assignment) for (const word of ASSIGNING) said.add(word);
    else if (isToken(kind)) said.add(stemOf(kindNameOf(tree, node).replace(/_token$/, '')));
  }
  return said;
}

/** Whether a statement that says some stems says a word or one of the same meaning. */
export function isSaid(word: string, said: ReadonlySet<string>): boolean {
  const stem = stemOf(word);
  return said.has(stem) || (SYNONYMS.get(stem) ?? []).some((synonym) => said.has(synonym));
}

/** Where what a statement says ends: of a compound one before its block. */
export function headerEndOf({ tree }: TestModule, statement: Node): Node {
  if (!isCompound(tree, statement)) return afterOf(tree, statement);
  for (let node = statement; node < afterOf(tree, statement); node++) {
    if (kindOf(tree, node) === Kind.block) return node;
  }
  return afterOf(tree, statement);
}

/** The words of a text, parted by white space. */
export const listed = (words: string): readonly string[] => words.trim().split(/\s+/);
const stems = (words: string): readonly string[] => listed(words).map(stemOf);

export const CALLING = stems('call invoke');
export const ASSIGNING = stems('set assign');
export const ASSERTING = stems('assert check confirm ensure expect validate verify');

const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map(
  [
    'assert check confirm ensure validate verify',
    'construct create instantiate make',
    'del delete remove',
    'fetch get retrieve',
    'init initialise initialize',
    'execute run',
    'monkeypatch patch',
  ].flatMap((group) => stems(group).map((stem, _, all) => [stem, all] as const)),
);

/** Words without weight of their own. */
export const STOP: ReadonlySet<string> = new Set(
  listed(`
    a all an and any are as at be been both by did do does each finally first for from here in into is it its just let
    lets let's new next now of on or our out please simply so some that the then there these this those to up us via
    was we we're were with`),
);
