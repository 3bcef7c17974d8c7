import { differInLabelOnly } from './numbers.ts';
import { stemOf } from './prose.ts';
import { isReserved } from './reserved.ts';
import { trimmed, wordsOf } from './words.ts';

/**
 * What a thing is called in a role, both in words: a `flavor` that is `small` is a `small_flavor`, and one that is
 * an `old_flavor` is that. Undefined where the role says no more than the thing, or too much for a name.
 */
export function nameInRole(base: string, role: readonly string[]): string | undefined {
  const { leading, core } = trimmed(base);
  const kind = core.split('_');
  if (!SNAKE.test(core) || role.length === 0 || !role.every(isWord)) return undefined;
  const words = wordsInRole(kind, role);
  const name = words === undefined ? '' : leading + words.join('_');
  return words === undefined || words.length > MOST_WORDS || name.length > LONGEST || isReserved(name)
    ? undefined
    : name;
}

const SNAKE = /^[a-z]+(?:_[a-z]+)*$/;
const MOST_WORDS = 4;
const LONGEST = 32;

function wordsInRole(kind: readonly string[], role: readonly string[]): readonly string[] | undefined {
  const [last = ''] = kind.slice(-1);
  const lastOfRole = role.at(-1) ?? '';
  // What is named by the beginning of its role gets the whole word: `pass1` as `password`.
  if (last.length > 2 && lastOfRole.startsWith(last) && !isSameThing(lastOfRole, last))
    return [...kind.slice(0, -1), ...role];
  if (role.some((word) => last.startsWith(word) && last !== word)) return undefined;
  const own = lastOfRole === last ? role.slice(0, -1) : role;
  const said = new Set(kind.map(stemOf));
  if (own.length === 0 || own.length > MOST_ROLE_WORDS) return undefined;
  // What the role repeats of the kind would be said twice: `cart_total` in the role `total_of_cart`.
  if (own.some((word) => said.has(stemOf(word)))) return undefined;
  return [...own, ...kind];
}

const MOST_ROLE_WORDS = 2;

/** A word that says something: no number, no letter, none that only counts, and none that says nothing of a thing. */
function isWord(word: string): boolean {
  return (
    /^[a-z]{3,}$/.test(word) &&
    /[aeiouy]/.test(word) &&
    !differInLabelOnly(word, '') &&
    !EMPTY_WORDS.has(word) &&
    !/^abc|(.)\1\1/.test(word)
  );
}

const EMPTY_WORDS: ReadonlySet<string> = new Set(
  (
    'test tests testing name value object item thing stuff data text string left right actual expected result ' +
    'the and for with from this that some any all none true false self cls args kwargs arg param key obj hello world ' +
    'qux quux'
  ).split(' '),
);

/** The words of what makes something, without the verb: `make_admin_client` makes an admin client. */
export function productOf(maker: string): readonly string[] {
  const words = wordsOf(maker);
  const [verb = ''] = words;
  return MAKING.has(verb) ? words.slice(1) : words;
}

const MAKING: ReadonlySet<string> = new Set(
  'make create build new get generate construct prepare setup open load start add insert mock fake list update find fetch read return'.split(
    ' ',
  ),
);

/** The place of an element in words; undefined for one that is far from both ends. */
export const ordinalOf = (index: number): string | undefined => (index === -1 ? 'last' : ORDINALS[index]);

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

/** Whether two words stand for the same, or for one and many of it. */
export const isSameThing = (one: string, other: string): boolean => stemOf(one) === stemOf(other);
