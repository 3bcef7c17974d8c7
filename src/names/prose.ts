import { wordsOf } from './words.ts';

/** The words of a comment in lower case; an identifier in it counts as its words. */
export function proseWordsOf(text: string): readonly string[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}_]+(?:['’]\p{L}+)*/gu)).flatMap(([word]) =>
    /['’]/.test(word) ? [word.toLowerCase()] : wordsOf(word),
  );
}

/**
 * What a word has in common with its other forms: `creates`, `created`, `creating` and `create` have one stem, and
 * so have `entry` and `entries`. Stems are for comparing and not always words.
 */
export function stemOf(word: string): string {
  const bare = word.length > 2 ? word.replace(/(?:ing|ed|es|s|e)$/, '') : word;
  return (bare.length < 2 ? word : bare).replace(/(.)\1$/, '$1').replace(/y$/, 'i');
}
