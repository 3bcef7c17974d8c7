/**
 * `npm run --silent bindings -- FILE…`: prints one JSON object a file: its scopes and names as the model has them, in
 * the form that test/oracle/README.md describes.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { decode } from '../src/python/decode.ts';
import { bind } from '../src/python/bind.ts';
import type { Occurrence, Scope, SymbolFlags } from '../src/python/scope.ts';
import { lineStartsOf, positionAt } from '../src/python/text.ts';
import type { Answer, ModuleNames, Place, UnevaluatedEntry } from '../test/oracle/compare.ts';
import { parse } from '../test/support/parser.ts';

/** The scopes and names of a Python text. */
export function bindingsOf(path: string, text: string): ModuleNames {
  const bindings = bind(parse(text));
  const bytes = bytesOf(text);
  const placesOf = (occurrences: readonly Occurrence[]): readonly Place[] =>
    occurrences.map(({ start }) => bytes.placeOf(start));
  const unevaluated = new Map<string, { scope: number; name: string; occurrences: Place[] }>();
  for (const { scope, start, end } of bindings.unevaluated) {
    // As it is written: the oracle does not mangle what nothing evaluates.
    const name = text.slice(start, end).normalize('NFKC');
    const key = `${scope.id} ${name}`;
    const entry = unevaluated.get(key) ?? { scope: scope.id, name, occurrences: [] };
    unevaluated.set(key, entry);
    entry.occurrences.push(bytes.placeOf(start));
  }
  return {
    path,
    scopes: bindings.scopes.map(({ id, kind, name, parent, start }) => ({
      id,
      kind,
      name,
      parent: parent === undefined ? null : parent.id,
      start: bytes.offsetOf(start),
      line: bytes.placeOf(start)[0],
    })),
    names: bindings.scopes.flatMap((scope) =>
      [...scope.symbols.values()]
        .toSorted((a, b) => byCodePoint(a.name, b.name))
        .map(({ name, flags, binding, definitions, references, declarations }) => ({
          scope: scope.id,
          name,
          flags: titlesOf(flags, scope),
          binding: binding.scope.id,
          definitions: placesOf(definitions),
          references: placesOf(onlyRead(references, definitions)),
          declarations: placesOf(declarations),
        })),
    ),
    unevaluated: [...unevaluated.values()].toSorted(byScopeAndName),
  };
}

/** For `ast` and `symtable` the target of `x += 1` is stored, and not read. */
function onlyRead(
  references: readonly Occurrence[],
  definitions: readonly Occurrence[],
): readonly Occurrence[] {
  const stored = new Set(definitions.map(({ start }) => start));
  return references.filter(({ start }) => !stored.has(start));
}

/** What `symtable` answers yes to; it takes any block called `top` for the module, whose names are global as well. */
function titlesOf(flags: SymbolFlags, { name }: Scope): readonly string[] {
  const isBoundInTop = name === 'top' && (flags.assigned || flags.parameter || flags.imported);
  return flagNames
    .filter(([flag]) => flags[flag] || (isBoundInTop && (flag === 'local' || flag === 'global')))
    .map(([, title]) => title);
}

const flagNames: readonly (readonly [keyof SymbolFlags, string])[] = [
  ['local', 'local'],
  ['global', 'global'],
  ['declaredGlobal', 'declared_global'],
  ['nonlocal', 'nonlocal'],
  ['free', 'free'],
  ['parameter', 'parameter'],
  ['imported', 'imported'],
  ['assigned', 'assigned'],
  ['referenced', 'referenced'],
  ['annotated', 'annotated'],
];

function byScopeAndName(a: UnevaluatedEntry, b: UnevaluatedEntry): number {
  return a.scope - b.scope || byCodePoint(a.name, b.name);
}

function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

const BYTE_ORDER_MARK = '\uFEFF';

/** From UTF-16 offsets to offsets and places in UTF-8. */
function bytesOf(text: string): {
  readonly offsetOf: (offset: number) => number;
  readonly placeOf: (offset: number) => Place;
} {
  const lineStarts = lineStartsOf(text);
  const byteOffsets = byteOffsetsOf(text);
  const mark = text.startsWith(BYTE_ORDER_MARK) ? Buffer.byteLength(BYTE_ORDER_MARK) : 0;
  const offsetOf = (offset: number): number => byteOffsets[offset] ?? 0;
  return {
    offsetOf,
    placeOf(offset) {
      const { line } = positionAt(lineStarts, offset);
      const column = offsetOf(offset) - offsetOf(lineStarts[line - 1] ?? 0);
      return [line, line === 1 ? Math.max(0, column - mark) : column];
    },
  };
}

/** The offset in UTF-8 of every offset in UTF-16, so that a long line is counted once and not for each name on it. */
function byteOffsetsOf(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1);
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    offsets[index] = bytes;
    const codePoint = text.codePointAt(index) ?? 0;
    bytes += codePoint <= LAST_ASCII ? 1 : Buffer.byteLength(String.fromCodePoint(codePoint));
    if (codePoint > LAST_OF_PLANE) offsets[++index] = bytes;
  }
  offsets[text.length] = bytes;
  return offsets;
}

const LAST_ASCII = 0x7f;
const LAST_OF_PLANE = 0xffff;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const path of process.argv.slice(2)) {
    process.stdout.write(`${JSON.stringify(answerFor(path, readFileSync(path)))}\n`);
  }
}

function answerFor(path: string, source: Uint8Array): Answer {
  const decoded = decode(source);
  if (!decoded.ok) return { path, error: { type: 'SyntaxError', message: decoded.reason, line: null } };
  const hasMark = decoded.encoding === 'utf-8' && source[0] === 0xef && source[1] === 0xbb;
  return bindingsOf(path, hasMark ? BYTE_ORDER_MARK + decoded.text : decoded.text);
}
