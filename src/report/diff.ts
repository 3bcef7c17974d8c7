/** A file before and after, byte by byte. */
export interface FileChange {
  /** Relative to the top level, `/` between its parts. */
  readonly pathBytes: Uint8Array;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

const CONTEXT = 3;

/** A unified diff that `git apply` and `patch -p1` take, in the bytes of the files; empty where nothing differs. */
export function unifiedDiff({ pathBytes, before, after }: FileChange): Uint8Array {
  const old = linesOf(asLatin1(before));
  const fresh = linesOf(asLatin1(after));
  const hunks = hunksOf(changesBetween(old, fresh));
  if (hunks.length === 0) return new Uint8Array();
  const header = `--- ${quoted('a/', pathBytes)}\n+++ ${quoted('b/', pathBytes)}\n`;
  return fromLatin1(header + hunks.map((hunk) => hunkText(hunk, old, fresh)).join(''));
}

/** Lines `start` to `end` that become lines `newStart` to `newEnd`: zero-based, half-open. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly newStart: number;
  readonly newEnd: number;
}

type Hunk = readonly [Change, ...Change[]];

/** Changes with at most the context of two between them stand in one hunk. */
function hunksOf(changes: readonly Change[]): readonly Hunk[] {
  const hunks: [Change, ...Change[]][] = [];
  for (const change of changes) {
    const last = hunks.at(-1);
    const end = last?.at(-1)?.end;
    if (last !== undefined && end !== undefined && change.start - end <= 2 * CONTEXT) last.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function hunkText(hunk: Hunk, old: readonly string[], fresh: readonly string[]): string {
  const [first] = hunk;
  const last = hunk.at(-1) ?? first;
  const lead = Math.min(CONTEXT, first.start);
  const end = Math.min(old.length, last.end + CONTEXT);
  const newEnd = last.newEnd + (end - last.end);
  const lines: string[] = [];
  let at = first.start - lead;
  for (const { start, end: changeEnd, newStart, newEnd: changeNewEnd } of hunk) {
    lines.push(...marked(' ', old.slice(at, start)));
    lines.push(
      ...marked('-', old.slice(start, changeEnd)),
      ...marked('+', fresh.slice(newStart, changeNewEnd)),
    );
    at = changeEnd;
  }
  lines.push(...marked(' ', old.slice(at, end)));
  const range = `-${rangeText(first.start - lead, end)} +${rangeText(first.newStart - lead, newEnd)}`;
  return `@@ ${range} @@\n${lines.join('')}`;
}

/** `first,count`; an empty range stands after the line before it, and a count of one is left out. */
function rangeText(start: number, end: number): string {
  const count = end - start;
  return `${count === 0 ? start : start + 1}${count === 1 ? '' : `,${count}`}`;
}

function marked(mark: string, lines: readonly string[]): readonly string[] {
  return lines.map((line) =>
    line.endsWith('\n') ? `${mark}${line}` : `${mark}${line}\n\\ No newline at end of file\n`,
  );
}

/** The lines of a text with their ends; lines end with LF here, as they do for git. */
export function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function changesBetween(old: readonly string[], fresh: readonly string[]): readonly Change[] {
  const partners = commonLines(old, fresh);
  const changes: Change[] = [];
  let start = 0;
  let newStart = 0;
  for (let line = 0; line <= old.length; line++) {
    const partner = line === old.length ? fresh.length : (partners[line] ?? -1);
    if (partner === -1) continue;
    if (line > start || partner > newStart) changes.push({ start, end: line, newStart, newEnd: partner });
    start = line + 1;
    newStart = partner + 1;
  }
  return changes;
}

// The texts that are compared differ in a few names; where they do not, one block of changes says as much.
const MOST_DIFFERENCES = 1500;

/** For each line of one text the line of the other that it is, in a longest common subsequence; -1 for a line without. */
export function commonLines(one: readonly string[], other: readonly string[]): Int32Array {
  const partners = new Int32Array(one.length).fill(-1);
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) {
    partners[start] = start;
    start++;
  }
  let end = one.length;
  let otherEnd = other.length;
  while (end > start && otherEnd > start && one[end - 1] === other[otherEnd - 1]) {
    partners[--end] = --otherEnd;
  }
  for (const [line, partner] of snakes(one.slice(start, end), other.slice(start, otherEnd))) {
    partners[start + line] = start + partner;
  }
  return partners;
}

/** The greedy algorithm of E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986). */
function snakes(one: readonly string[], other: readonly string[]): readonly (readonly [number, number])[] {
  const most = Math.min(MOST_DIFFERENCES, one.length + other.length);
  const furthest = new Int32Array(2 * most + 3);
  const middle = most + 1;
  const trace: Int32Array[] = [];
  for (let differences = 0; differences <= most; differences++) {
    trace.push(furthest.slice(middle - differences - 1, middle + differences + 2));
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const at = middle + diagonal;
      let line = isDown(furthest, at, diagonal, differences)
        ? (furthest[at + 1] ?? 0)
        : (furthest[at - 1] ?? 0) + 1;
      while (line < one.length && line - diagonal < other.length && one[line] === other[line - diagonal])
        line++;
      furthest[at] = line;
      if (line >= one.length && line - diagonal >= other.length)
        return traced(trace, one.length, other.length);
    }
  }
  return [];
}

function isDown(furthest: Int32Array, at: number, diagonal: number, differences: number): boolean {
  if (diagonal === -differences) return true;
  return diagonal !== differences && (furthest[at - 1] ?? 0) < (furthest[at + 1] ?? 0);
}

function traced(
  trace: readonly Int32Array[],
  length: number,
  otherLength: number,
): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let line = length;
  let partner = otherLength;
  for (let differences = trace.length - 1; differences >= 0; differences--) {
    const furthest = trace[differences] ?? new Int32Array();
    const diagonal = line - partner;
    const at = differences + 1 + diagonal;
    const previous = isDown(furthest, at, diagonal, differences) ? diagonal + 1 : diagonal - 1;
    const previousLine = differences === 0 ? 0 : (furthest[differences + 1 + previous] ?? 0);
    const previousPartner = differences === 0 ? 0 : previousLine - previous;
    while (line > previousLine && partner > previousPartner) pairs.push([--line, --partner]);
    line = previousLine;
    partner = previousPartner;
  }
  return pairs;
}

/** A path for the head of a diff: as git quotes it where it is not plain (`core.quotePath` in git-config(1)). */
function quoted(prefix: string, pathBytes: Uint8Array): string {
  const path = asLatin1(pathBytes);
  if (!/[\x00-\x1f"\\\x7f]/.test(path) && isUtf8(pathBytes)) return prefix + path;
  const escaped = path.replaceAll(/[\x00-\x1f"\\\x7f-\xff]/g, (byte) =>
    byte === '"' || byte === '\\' ? `\\${byte}` : `\\${byte.charCodeAt(0).toString(8).padStart(3, '0')}`,
  );
  return `"${prefix}${escaped}"`;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const asLatin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const fromLatin1 = (text: string) => Buffer.from(text, 'latin1');
