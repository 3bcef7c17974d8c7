import { type Docstring, indentedBelow, isUnderlined, type Line, linesOf } from './docstrings.ts';
import type { Span } from './text.ts';

/** A parameter that a docstring describes. */
export interface DocumentedParameter {
  /** Without the stars of `*args` and `**kwargs`. */
  readonly name: string;
  /** UTF-16 offsets in the module. */
  readonly span: Span;
  /** What stands before the name in a field, as the type does; empty without it. */
  readonly typed: string;
  readonly entry: Entry;
}

/** The lines of a docstring that describe one parameter, numbered from 0 at its start. */
export interface Entry {
  readonly first: number;
  readonly last: number;
  /** The line of the heading of its section; undefined for a field, which has none. */
  readonly heading: number | undefined;
  /** Whether the lines describe other parameters too. */
  readonly isShared: boolean;
}

/**
 * The parameters that a docstring describes in one of the usual forms: fields of Sphinx (`:param int size:`) or
 * epytext (`@param size:`), the sections of Google (`Args:`) and numpy (`Parameters` with a line of dashes).
 */
export function documentedParametersOf(docstring: Docstring): readonly DocumentedParameter[] {
  if (!MAY_DESCRIBE.test(docstring.text)) return [];
  const lines = linesOf(docstring);
  return [...fieldParametersOf(docstring, lines), ...googleParametersOf(lines), ...numpyParametersOf(lines)];
}

/** What every form has in it. */
const MAY_DESCRIBE = /:(?:param|arg|key)|@(?:param|keyword)|Args|Arguments|Parameters/;

const FIELD =
  /^[ \t]*(?<head>:(?:param|parameter|arg|argument|key|keyword)[ \t]+(?<typed>[^:\n]*?[ \t])??|@(?:param|keyword)[ \t]+)(?<name>\\?\*{0,2}[^\W\d]\w*)[ \t]*:/gmu;

function fieldParametersOf(
  { text, start }: Docstring,
  lines: readonly Line[],
): readonly DocumentedParameter[] {
  if (!text.includes(':')) return [];
  return Array.from(text.matchAll(FIELD), (match) => {
    const { name = '', typed = '' } = match.groups ?? {};
    const offset = start + match.index + match[0].lastIndexOf(name);
    const first = lines.findLastIndex((line) => line.start <= offset);
    const entry = { first, last: endOfField(lines, first, name), heading: undefined, isShared: false };
    return documented(name, offset, entry, typed.trim());
  });
}

/** The last line of a field and of the field with the type of the same parameter, where that follows. */
function endOfField(lines: readonly Line[], first: number, name: string): number {
  const last = lastOf(lines, first, indentedBelow(lines, first + 1, lines[first]?.indent ?? 0).length);
  const [, typed] = /^\s*[:@]type\s+([^\s:]+)\s*:/.exec(lines[last + 1]?.text ?? '') ?? [];
  return typed === name ? endOfField(lines, last + 1, '') : last;
}

/** The last line with text among a line and those below it. */
function lastOf(lines: readonly Line[], first: number, below: number): number {
  return lines.findLastIndex((line, index) => index <= first + below && line.text !== '');
}

const GOOGLE_SECTION = /^\s*(?:Args|Arguments|Keyword Args|Keyword Arguments|Other Parameters):$/;
const GOOGLE_ENTRY = /^\s*(?<name>\\?\*{0,2}[^\W\d]\w*)\s*(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?:(?:\s|$)/u;

function googleParametersOf(lines: readonly Line[]): readonly DocumentedParameter[] {
  return lines.flatMap((line, index) => {
    if (!GOOGLE_SECTION.test(line.text)) return [];
    const section = indentedBelow(lines, index + 1, line.indent);
    const indent = section.find((entry) => entry.indent !== Infinity)?.indent;
    return section.flatMap((entry, place) => {
      if (entry.indent !== indent) return [];
      const name = GOOGLE_ENTRY.exec(entry.text)?.groups?.['name'];
      if (name === undefined) return [];
      const first = index + 1 + place;
      const last = lastOf(lines, first, indentedBelow(lines, first + 1, indent).length);
      return [documented(name, entry.start + entry.indent, { first, last, heading: index, isShared: false })];
    });
  });
}

const NUMPY_SECTION = /^\s*(?:Parameters|Other Parameters)$/;
const NUMPY_ENTRY = /^\s*(?<names>\\?\*{0,2}[^\W\d]\w*(?:\s*,\s*\\?\*{0,2}[^\W\d]\w*)*)(?:\s*:(?:\s|$).*)?$/u;

function numpyParametersOf(lines: readonly Line[]): readonly DocumentedParameter[] {
  return lines.flatMap((line, index) => {
    if (!NUMPY_SECTION.test(line.text) || !isUnderlined(lines, index)) return [];
    const entries: DocumentedParameter[] = [];
    for (let at = index + 2; at < lines.length && !isUnderlined(lines, at); at++) {
      const entry = lines[at];
      if (entry === undefined || entry.indent < line.indent) break;
      const names =
        entry.indent === line.indent ? NUMPY_ENTRY.exec(entry.text)?.groups?.['names'] : undefined;
      if (names === undefined) continue;
      const last = lastOf(lines, at, indentedBelow(lines, at + 1, entry.indent).length);
      const place = { first: at, last, heading: index, isShared: names.includes(',') };
      for (const { 0: name, index: column } of names.matchAll(/\\?\*{0,2}[^\W\d]\w*/gu)) {
        entries.push(documented(name, entry.start + entry.indent + column, place));
      }
    }
    return entries;
  });
}

function documented(written: string, offset: number, entry: Entry, typed = ''): DocumentedParameter {
  const name = written.replace(/^\\?\**/, '');
  const start = offset + written.length - name.length;
  return { name, span: { start, end: start + name.length }, typed, entry };
}

/**
 * The stretches of whole lines that describe some of the parameters of a docstring and nothing else, each by the
 * first parameter that it describes: neighbours are one stretch, and a section that would be left empty goes with its
 * heading.
 */
export function stretchesOf(
  docstring: Docstring,
  parameters: readonly DocumentedParameter[],
): ReadonlyMap<DocumentedParameter, Span> {
  const lines = linesOf(docstring);
  const all = documentedParametersOf(docstring);
  const stretches: { readonly by: DocumentedParameter; first: number; last: number }[] = [];
  for (const by of parameters.filter(({ entry }) => !entry.isShared)) {
    const { first, last, heading } = by.entry;
    const previous = stretches.at(-1);
    const isNext =
      previous !== undefined && lines.slice(previous.last + 1, first).every(({ text }) => text === '');
    if (isNext) previous.last = last;
    else
      stretches.push({
        by,
        first: emptiesSection(all, parameters, heading) ? (heading ?? first) : first,
        last,
      });
  }
  return new Map(
    stretches.map(({ by, first, last }) => {
      const [start, end] = [lines[first], lines[last]];
      return [
        by,
        {
          start: (start?.start ?? 0) + (start?.indent ?? 0),
          end: (end?.start ?? 0) + (end?.text.length ?? 0),
        },
      ];
    }),
  );
}

/** Whether a section describes nothing but some parameters. */
function emptiesSection(
  all: readonly DocumentedParameter[],
  gone: readonly DocumentedParameter[],
  heading: number | undefined,
): boolean {
  const names = new Set(gone.map(({ name }) => name));
  const section = all.filter(({ entry }) => entry.heading === heading);
  return heading !== undefined && section.every(({ name, entry }) => names.has(name) && !entry.isShared);
}
