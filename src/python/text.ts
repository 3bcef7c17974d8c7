/** A stretch of a text: UTF-16 offsets, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place in a text: one-based line, one-based column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * The UTF-16 offset at which each line starts. A line ends with LF, CRLF or a lone CR, as Python's tokenizer
 * has it (Language Reference 2.1.2); a form feed ends none.
 */
export function lineStartsOf(text: string): Uint32Array {
  const starts = [0];
  // Few texts have a carriage return, and searching for one character is far faster than looking at each.
  const end = text.includes('\r') ? /\r\n?|\n/g : undefined;
  if (end === undefined) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  } else {
    while (end.exec(text) !== null) starts.push(end.lastIndex);
  }
  return new Uint32Array(starts);
}

/** The place of a UTF-16 offset, found by bisection. */
export function positionAt(lineStarts: Uint32Array, offset: number): Position {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(lineStarts, middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - startOf(lineStarts, low) + 1 };
}

/** The text of a one-based line, without its line ending. */
export function lineText(text: string, lineStarts: Uint32Array, line: number): string {
  const end = line < lineStarts.length ? startOf(lineStarts, line) : text.length;
  return text.slice(startOf(lineStarts, line - 1), end).replace(/[\r\n]+$/, '');
}

function startOf(lineStarts: Uint32Array, index: number): number {
  return lineStarts[index] ?? 0;
}

/** Whether a text is ASCII, as most are: regular expressions for letters of all scripts are slow. */
export const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);
