import { decode } from '../python/decode.ts';
import { isAscii } from '../python/text.ts';
import type { TextEdit } from '../rules/rule.ts';

/** A text with edits carried out; they are sorted by place and do not overlap. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { span, replacement } of edits) {
    result += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return result + text.slice(at);
}

/** The edits that take an edited text back. */
export function inverse(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let moved = 0;
  return edits.map(({ span, replacement }) => {
    const start = span.start + moved;
    moved += replacement.length - (span.end - span.start);
    return {
      span: { start, end: start + replacement.length },
      replacement: text.slice(span.start, span.end),
    };
  });
}

/** Where the UTF-16 offsets of a text are after its edits; an offset inside an edited span has no meaning there. */
export function shiftOf(edits: readonly TextEdit[]): (offset: number) => number {
  const ends = edits.map(({ span }) => span.end);
  let moved = 0;
  const shifts = [
    0,
    ...edits.map(({ span, replacement }) => (moved += replacement.length - (span.end - span.start))),
  ];
  return (offset) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return offset + (shifts[low] ?? 0);
  };
}

/** Edits of several plans as one list sorted by place; undefined when two of them want the same place. */
export function merged(...lists: readonly (readonly TextEdit[])[]): readonly TextEdit[] | undefined {
  const all = lists.flat().toSorted((one, other) => one.span.start - other.span.start);
  const merged: TextEdit[] = [];
  for (const next of all) {
    const last = merged.at(-1);
    if (last === undefined || last.span.end <= next.span.start) merged.push(next);
    else if (!isSame(last, next)) return undefined;
  }
  return merged;
}

const isSame = (one: TextEdit, other: TextEdit) =>
  one.span.start === other.span.start &&
  one.span.end === other.span.end &&
  one.replacement === other.replacement;

/** The bytes of an edited file, or why there are none. */
export type EditedBytes =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: string };

/**
 * Carries out edits of a Python file's text on its bytes: those outside the edited spans, the byte order mark and the
 * line endings among them, stay as they are.
 */
export function editedBytes(bytes: Uint8Array, edits: readonly TextEdit[]): EditedBytes {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded;
  const codec = codecOf(encoding);
  if (codec === undefined)
    return { ok: false, reason: `${encoding} is not edited in place; save it as UTF-8` };
  const parts: Uint8Array[] = [];
  let at = 0;
  let byte = bytes.length - codec.size(text);
  parts.push(bytes.subarray(0, byte));
  for (const { span, replacement } of edits) {
    const written = codec.encode(replacement);
    if (written === undefined) return { ok: false, reason: `${encoding} cannot hold ${replacement}` };
    const kept = codec.size(text.slice(at, span.start));
    parts.push(bytes.subarray(byte, byte + kept), written);
    byte += kept + codec.size(text.slice(span.start, span.end));
    at = span.end;
  }
  parts.push(bytes.subarray(byte));
  const result = joined(parts);
  const again = decode(result);
  if (again.ok && again.text === edited(text, edits)) return { ok: true, bytes: result };
  return { ok: false, reason: `the edited bytes are no longer ${encoding}; report this` };
}

interface Codec {
  /** The number of bytes of a text. */
  readonly size: (text: string) => number;
  readonly encode: (text: string) => Uint8Array | undefined;
}

function codecOf(encoding: string): Codec | undefined {
  const encoder = new TextEncoder();
  if (encoding === 'utf-8') {
    return { size: (text) => encoder.encode(text).length, encode: (text) => encoder.encode(text) };
  }
  // In these an ASCII character is the byte of its code, and every character is one byte.
  if (!/^(?:latin-1|ascii|windows-125\d|iso-8859-\d+|koi8-[ru])$/.test(encoding)) return undefined;
  return {
    size: (text) => text.length,
    encode: (text) => (isAscii(text) ? encoder.encode(text) : undefined),
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
