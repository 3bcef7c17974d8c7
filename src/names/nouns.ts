import { wordsOf } from './words.ts';

/**
 * What a function or class is named to give, in snake case: `orders` for `get_orders` and `getOrders`, `order` for
 * `load_order_from_file`, `shopping_cart` for `ShoppingCart`. Undefined where the name has no noun after its verb, or one
 * that says nothing.
 */
export function nounOf(callee: string): string | undefined {
  const isClass = /^_*[A-Z]+[a-z]/.test(callee);
  const [first = '', ...others] = wordsOf(callee);
  if (!isClass && !GIVING.has(first)) return undefined;
  return nounIn(isClass ? [first, ...others] : others);
}

/** What a function is named to take: `order` for `create_order`. Undefined as in `nounOf`. */
export function nounTakenBy(callee: string): string | undefined {
  const [first = '', ...others] = wordsOf(callee);
  return TAKING.has(first) ? nounIn(others) : undefined;
}

/** Whether a word by itself says what something is. */
export const isTelling = (word: string): boolean => word.length > SHORTEST && nounIn(wordsOf(word)) === word;

function nounIn(words: readonly string[]): string | undefined {
  const end = words.findIndex((word) => PREPOSITIONS.has(word));
  const phrase = end === -1 ? words : words.slice(0, end);
  const noun = phrase.slice(phrase.findIndex((word) => !MADE_UP.has(word)));
  const last = noun.at(-1) ?? '';
  if (last.length < SHORTEST || /\d/.test(last) || FORMS.has(last) || MADE_UP.has(last)) return undefined;
  if (
    COUNTING.has(last) ||
    (GIVING.has(last) && !NOUNS_AS_WELL.has(last)) ||
    (last.endsWith('ly') && !NOUNS_IN_LY.has(last))
  )
    return undefined;
  return noun.join('_').replace('date_time', 'datetime');
}

const SHORTEST = 3;

const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const GIVING = listed(
  'build collect compute construct create deserialize download fetch find generate get list load lookup make new open ' +
    'parse prepare produce query read receive retrieve search select setup start',
);

/** Words for giving that are what is given too, as in `load_query`. */
const NOUNS_AS_WELL = listed('build download list lookup query search setup start');

const TAKING = listed(
  'add append apply build check create import insert make parse post register save send store submit update upload validate write',
);

const PREPOSITIONS = listed('and as at by for from in of on or per to using via when where with without');

/** What stands before a noun where something is made up for a test. */
const MADE_UP = listed(
  'a an base dummy example fake first foo mock my new random sample second simple stub temp test the tmp',
);

/** What stands where a noun would and says how many, as in `insert_one`. */
const COUNTING = listed(
  'all any batch both bulk each equal equals every first last many more most multiple next none once one only twice two',
);

/** Other words that end so say how, as in `read_exactly`. */
const NOUNS_IN_LY = listed(
  'ally anomaly assembly belly bully family fly homily jelly lily monopoly reply supply tally',
);

/** Nouns for the form of something, or for what it is made by, that say nothing of what it is. */
const FORMS = listed(
  'array ascii bar baz binary body buffer bytes class cls compare content contents copy csv data dataframe default derived df dict entry ' +
    'fixture frame html info instance io item items json key keys kwargs list magic model name names number obj object objects ' +
    'output params placeholder python sentinel result results set string strings stuff test text thing things toml tuple type unicode value ' +
    'values xml yaml',
);
