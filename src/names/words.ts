/**
 * The words of an identifier in lower case: split at underscores, at a capital after a small letter, and before the
 * last capital of an acronym. Digits stay with the word that they follow.
 *
 * `HTTPServerError` is http, server, error; `test_getUser2` is test, get, user2.
 */
export function wordsOf(identifier: string): readonly string[] {
  const known = parted.get(identifier);
  if (known !== undefined) return known;
  const words = partsOf(identifier);
  if (parted.size >= MOST_PARTED) parted.clear();
  parted.set(identifier, words);
  return words;
}

/** A suite has few identifiers, and most of them often. */
const parted = new Map<string, readonly string[]>();
const MOST_PARTED = 20_000;

function partsOf(identifier: string): readonly string[] {
  if (SNAKE.test(identifier)) return identifier.split('_').filter((word) => word !== '');
  return Array.from(identifier.matchAll(WORD), ([word]) => word.toLowerCase());
}

/** In snake case the underscores alone part the words; where digits come first, the letters after them do not. */
const SNAKE = /^_*[a-z]+\d*(?:_+(?:[a-z]+\d*|\d+))*_*$/;

/** Digits go with the word before them, and so does one letter, or the end of an ordinal, behind them: `Plan2D`, `get2nd`. */
const DIGITS = String.raw`(?:\d+(?:\p{Lu}(?!\p{Ll}|\d|\p{Lu}(?!\p{Ll}))|\p{Ll}(?![\p{Ll}\d])|(?:st|nd|rd|th)(?![\p{Ll}\d]))?)?`;

// Terms written in mixed case, acronyms in the plural (`getURLs`, `userIDs`) and before a small letter (`URLread`) stay
// whole.
const WORD = new RegExp(
  [
    String.raw`IPv\d+|OAuth\d*|GraphQL|(?:My|No|Postgre)SQL|GitHub|GitLab|\p{Lu}{2,}s(?!\p{Ll})`,
    String.raw`|(?:API|CSV|HTML|JSON|SQL|URL|UUID|XML|YAML)(?=\p{Ll})|\p{Lu}+(?!\p{Ll})`,
    String.raw`|\p{Lu}?[\p{L}\p{M}][\p{Ll}\p{Lo}\p{M}]*`,
    String.raw`|\d+`,
  ].join(DIGITS),
  'gu',
);

/** The underscores that an identifier starts and ends with, and what stands between them. */
export function trimmed(identifier: string): {
  readonly leading: string;
  readonly core: string;
  readonly trailing: string;
} {
  const [, leading = '', core = '', trailing = ''] = /^(_*)(.*?)(_*)$/s.exec(identifier) ?? [];
  return { leading, core, trailing };
}
