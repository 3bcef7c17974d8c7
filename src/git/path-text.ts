const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

// Well-formed UTF-8 (Unicode 15, table 3-7), one byte a character.
const wellFormed =
  /(?:[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})+/g;

/** A path as text: decoded as UTF-8, other bytes written as git quotes them (`\377`). */
export function pathText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return quoted(bytes);
  }
}

function quoted(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes).toString('latin1');
  let text = '';
  let end = 0;
  for (const match of latin1.matchAll(wellFormed)) {
    text += octal(latin1.slice(end, match.index)) + Buffer.from(match[0], 'latin1').toString('utf8');
    end = match.index + match[0].length;
  }
  return text + octal(latin1.slice(end));
}

const octal = (latin1: string): string =>
  [...latin1].map((byte) => `\\${byte.charCodeAt(0).toString(8)}`).join('');
