/** The end of a message about an unknown word: `; did you mean …?` with the nearest known one, or nothing. */
export function suggestion(word: string, known: Iterable<string>): string {
  const found = nearest(word, known);
  return found === undefined ? '' : `; did you mean ${found}?`;
}

/**
 * The known word that a mistyped one stands for: the one with the fewest edits away, at most a third of the letters,
 * or else the first that begins with it. Case does not count.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const typed = word.toLowerCase();
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  let begun: string | undefined;
  for (const candidate of known) {
    const distance = editDistance(typed, candidate.toLowerCase());
    const limit = Math.ceil(Math.max(typed.length, candidate.length) / 3);
    if (distance <= limit && (best === undefined || distance < best.distance)) best = { candidate, distance };
    if (typed.length >= 3 && candidate.toLowerCase().startsWith(typed)) begun ??= candidate;
  }
  return best?.candidate ?? begun;
}

/** Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other. */
export function editDistance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwap = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
        isSwap ? at(beforeLast, column - 2) + 1 : Infinity,
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, other.length);
}

const at = (distances: readonly number[], index: number): number => distances[index] ?? Infinity;
