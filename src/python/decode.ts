/** The text of a source file, or why it has none. */
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: string }
  | { readonly ok: false; readonly reason: string };

/**
 * Decodes a source file as Python does: UTF-8 unless a byte order mark or an encoding declaration in the first two
 * lines says otherwise (PEP 263; Language Reference 2.1.4). A byte order mark is not part of the text.
 */
export function decode(bytes: Uint8Array): Decoded {
  const nul = bytes.indexOf(0);
  if (nul !== -1) return { ok: false, reason: `NUL byte at offset ${nul}, which Python source cannot hold` };
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const source = hasMark ? bytes.subarray(3) : bytes;
  const declared = declaredEncoding(source);
  const encoding = declared === undefined ? 'utf-8' : normalized(declared);
  if (hasMark && encoding !== 'utf-8') {
    return { ok: false, reason: `a UTF-8 byte order mark, but declares ${declared}; remove one of them` };
  }
  if (encoding === 'utf-8') return decodeUtf8(source);
  if (encoding === 'latin-1') return { ok: true, text: latin1(source), encoding };
  if (encoding === 'ascii') {
    const at = source.findIndex((byte) => byte > 0x7f);
    if (at === -1) return { ok: true, text: latin1(source), encoding };
    return { ok: false, reason: `not ASCII on line ${lineOf(source, at)}, though it declares ${declared}` };
  }
  if (encoding === 'cp1252' || encoding === 'windows-1252') return decodeWindows1252(source);
  return decodeLabelled(source, encoding, declared ?? encoding);
}

// Python's own pattern: PEP 263, Language Reference 2.1.4.
const DECLARATION = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const BLANK = /^[ \t\f]*(?:#.*)?$/;

function declaredEncoding(source: Uint8Array): string | undefined {
  const [first = '', second = ''] = latin1(source.subarray(0, 1000)).split(/\r\n|\r|\n/, 2);
  const found = DECLARATION.exec(first) ?? (BLANK.test(first) ? DECLARATION.exec(second) : null);
  return found?.[1];
}

/** The names that Python's tokenizer makes one (`get_normal_name` of CPython's Lib/tokenize.py), and other aliases. */
function normalized(name: string): string {
  const lower = name.toLowerCase().replaceAll('_', '-');
  if (/^(?:utf-8|utf8|u8|utf|utf-8-sig|cp65001)(?:$|-)/.test(lower)) return 'utf-8';
  if (/^(?:latin-1|iso-8859-1|iso-latin-1|latin1|iso8859-1|8859|cp819|l1)(?:$|-(?!\d))/.test(lower))
    return 'latin-1';
  if (/^(?:ascii|us-ascii|646)$/.test(lower)) return 'ascii';
  return lower;
}

function decodeUtf8(source: Uint8Array): Decoded {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(source);
    return { ok: true, text, encoding: 'utf-8' };
  } catch {
    const at = firstBadByte(source);
    return {
      ok: false,
      reason: `not UTF-8 on line ${lineOf(source, at)} (byte ${at}); declare its encoding (PEP 263) or save it as UTF-8`,
    };
  }
}

function decodeLabelled(source: Uint8Array, encoding: string, declared: string): Decoded {
  const label = encoding.replace(/^cp(?=125\d$)/, 'windows-').replace(/^(?:iso8859)-?/, 'iso-8859-');
  try {
    return {
      ok: true,
      text: new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(source),
      encoding,
    };
  } catch (error) {
    const reason =
      error instanceof RangeError
        ? `unknown encoding ${declared}; save it as UTF-8`
        : `bytes that are not ${declared}, which it declares; save it as UTF-8`;
    return { ok: false, reason };
  }
}

// Node.js decodes windows-1252 as Latin-1, which differs in these 32 places; a space stands for a byte without meaning.
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function decodeWindows1252(source: Uint8Array): Decoded {
  const text = latin1(source).replaceAll(
    /[\x80-\x9f]/g,
    (byte) => WINDOWS_1252[byte.charCodeAt(0) - 0x80] ?? ' ',
  );
  const isDefined = source.every((byte) => byte < 0x80 || byte > 0x9f || WINDOWS_1252[byte - 0x80] !== ' ');
  if (isDefined) return { ok: true, text, encoding: 'windows-1252' };
  return { ok: false, reason: 'bytes that are not cp1252, which it declares; save it as UTF-8' };
}

/** The offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7). */
function firstBadByte(source: Uint8Array): number {
  let low = 0;
  let high = source.length;
  // A prefix is well-formed, but for a character cut at its end, exactly while it holds no bad byte.
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isUtf8Prefix(source.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  // What is left is a character that the next byte, or the end of the file, breaks off: it begins at its lead byte.
  let start = low;
  while (start > 0 && !isUtf8(source.subarray(0, start))) start--;
  return start;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function isUtf8Prefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function lineOf(source: Uint8Array, offset: number): number {
  let line = 1;
  for (let index = 0; index < offset; index++) if (source[index] === 0x0a) line++;
  return line;
}

// TextDecoder's latin1 is windows-1252; Python's maps every byte to the code point of its value.
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return text;
}
