import { isAscii } from '../python/text.ts';
import { wordsOf } from './words.ts';

/** The words of a comment in lower case; an identifier in it counts as its words. */
export function proseWordsOf(text: string): readonly string[] {
  const words: string[] = [];
  for (const written of text.match(isAscii(text) ? ASCII_WORD : WORD) ?? []) {
    if (written.includes("'") || written.includes('’')) words.push(written.toLowerCase());
    else for (const word of wordsOf(written)) words.push(word);
  }
  return words;
}

const WORD = /[\p{L}\p{N}_]+(?:['’]\p{L}+)*/gu;
/** The same for the texts that most are, several times as fast. */
const ASCII_WORD = /\w+(?:'[A-Za-z]+)*/g;

/**
 * What a word has in common with its other forms: `creates`, `created`, `creating` and `create` have one stem, and
 * so have `entry` and `entries`. Stems are for comparing and not always words.
 */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemmed(word);
  if (stems.size >= MOST_STEMS) stems.clear();
  stems.set(word, stem);
  return stem;
}

/** A suite has few words, and each of them often. */
const stems = new Map<string, string>();
const MOST_STEMS = 20_000;

function stemmed(word: string): string {
  const bare = word.length > 2 ? word.replace(/(?:ing|ed|es|s|e)$/, '') : word;
  return (bare.length < 2 ? word : bare).replace(/(.)\1$/, '$1').replace(/y$/, 'i');
}
