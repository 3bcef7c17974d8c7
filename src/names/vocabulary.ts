import { expanded, mayBeClipped } from './abbreviations.ts';

/** A project's own names: the new ones by the old ones. */
export type Vocabulary = Readonly<Record<string, string>>;

/** What a name is called by a vocabulary. */
export interface Replacement {
  readonly name: string;
  /** Whether the vocabulary has the whole name, and not only words in it. */
  readonly isWhole: boolean;
  /** The entries that say so. */
  readonly entries: readonly string[];
}

/** Looks names up in a vocabulary; most names are done with by one search. */
export function lookupIn(vocabulary: Vocabulary): (name: string) => Replacement | undefined {
  const clips = Object.fromEntries(Object.entries(vocabulary).filter(([old, name]) => isClip(old, name)));
  const mayHaveClip = Object.keys(clips).length === 0 ? () => false : mayBeClipped(clips);
  return (name) => {
    const whole = Object.hasOwn(vocabulary, name) ? vocabulary[name] : undefined;
    if (whole !== undefined) return { name: whole, isWhole: true, entries: [name] };
    const expansion = mayHaveClip(name) ? expanded(name, clips) : undefined;
    return expansion === undefined
      ? undefined
      : { name: expansion.name, isWhole: false, entries: expansion.clipped };
  };
}

/**
 * Whether an old name is one word that its new name writes out, as `flav` is of `flavor` and `mgr` of `manager`: its
 * letters begin the new one and stand in it in their order. Such a word counts inside longer names too.
 */
export function isClip(old: string, name: string): boolean {
  if (!WORD.test(old) || !WORD.test(name) || old[0] !== name[0] || old.length >= name.length) return false;
  let found = 0;
  for (const letter of name) if (letter === old[found]) found++;
  return found === old.length;
}

const WORD = /^\p{Ll}+$/u;

/** The names through which a vocabulary comes back to where it was, the first again as the last; undefined without. */
export function circleIn(vocabulary: Vocabulary): readonly string[] | undefined {
  const find = lookupIn(vocabulary);
  for (const start of Object.keys(vocabulary)) {
    const seen = [start];
    for (let next = find(start); next !== undefined; next = find(next.name)) {
      const first = seen.indexOf(next.name);
      seen.push(next.name);
      if (first !== -1) return seen.slice(first);
    }
  }
  return undefined;
}
