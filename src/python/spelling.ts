/** A stretch of a text spelt otherwise at the same length. */
export interface Edit {
  readonly start: number;
  readonly replacement: string;
}

export function edited(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const { start, replacement } of edits) {
    parts.push(text.slice(end, start), replacement);
    end = start + replacement.length;
  }
  return parts.join('') + text.slice(end);
}
