import { wordsOf } from './words.ts';

/**
 * What a function or class is named to give, in snake case: `orders` for `get_orders` and `getOrders`, `order` for
 * `load_order_from_file`, `shopping_cart` for `ShoppingCart`. Undefined where the name has no noun after its verb, or one
 * that says nothing.
 */
export function nounOf(callee: string): string | undefined {
  const isClass = /^_*[A-Z]+[a-z]/.test(callee);
  const [first = '', ...others] = wordsOf(callee);
  if (!isClass && !VERBS.has(first)) return undefined;
  const words = isClass ? [first, ...others] : others;
  const end = words.findIndex((word) => PREPOSITIONS.has(word));
  const noun = (end === -1 ? words : words.slice(0, end)).filter((word) => !EMPTY.has(word));
  const last = noun.at(-1);
  return last === undefined || last.length < SHORTEST || /\d/.test(last) ? undefined : noun.join('_');
}

const SHORTEST = 3;

const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const VERBS = listed(
  'add build collect compute construct create deserialize download fetch find generate get import list load lookup ' +
    'make new open parse prepare produce query read receive retrieve save search select setup start update upload',
);

const PREPOSITIONS = listed('and as at by for from in of on or per to using via when where with without');

/** Words that say nothing of what something is, but of its form or of what it is made by. */
const EMPTY = listed(
  'a all an and any array bar base baz body buffer bytes content contents copy data dataframe default df dict dummy example ' +
    'fake fixture foo frame info instance io item items json list magic mock model my new obj object objects output random ' +
    'result results sample set simple string stub stuff temp temporary test text the thing things tmp tuple value values',
);
