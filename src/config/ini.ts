/** The keys and values of one section of an ini file, or undefined where there is no such section. */
export function iniSection(text: string, section: string): ReadonlyMap<string, string> | undefined {
  let isInside = false;
  let found: Map<string, string> | undefined;
  let key: string | undefined;
  for (const line of text.split(/\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/)) {
    const trimmed = line.trim();
    if (trimmed === '' || /^[#;]/.test(trimmed)) continue;
    const header = headerOf(line);
    if (header !== undefined) {
      isInside = header === section;
      key = undefined;
      if (isInside) found ??= new Map();
    } else if (!isInside || found === undefined) continue;
    else if (/^[\s[]/.test(line)) {
      if (key !== undefined) found.set(key, [found.get(key) ?? '', trimmed].filter(Boolean).join('\n'));
    } else {
      const entry = entryOf(line);
      key = entry?.key;
      if (entry !== undefined) found.set(entry.key, entry.value);
    }
  }
  return found;
}

function headerOf(line: string): string | undefined {
  if (!line.startsWith('[')) return undefined;
  const code = line.replace(/[#;].*/, '').trimEnd();
  return code.endsWith(']') ? code.slice(1, -1) : undefined;
}

/** `key = value` or `key: value`, whichever sign comes first. */
function entryOf(line: string): { readonly key: string; readonly value: string } | undefined {
  const sign = line.search(/[=:]/);
  if (sign === -1) return undefined;
  return { key: line.slice(0, sign).trim(), value: line.slice(sign + 1).trim() };
}
