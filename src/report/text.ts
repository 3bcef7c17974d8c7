import type { Finding } from '../finding.ts';
import type { Report } from './report.ts';

/** How parts of the text are painted; the identity for plain text. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** No colours. */
export const plain: Paint = {
  bold: (text) => text,
  red: (text) => text,
  yellow: (text) => text,
  dim: (text) => text,
};

const WARNINGS_SHOWN = 5;
const WIDEST_LINE = 120;

/** Lines for people: errors with their source line, then a few warnings, then the counts; empty when all is well. */
export function textReport({ findings, command, fixes }: Report, paint: Paint): string {
  if (findings.length === 0) return '';
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  // What is left after a repair has been refused.
  const fixable = fixes === undefined ? findings.filter(isFixable).length : 0;
  const shown = warnings.slice(0, WARNINGS_SHOWN);
  const hidden = warnings.length - shown.length;
  return [
    ...errors.flatMap((finding) => [headline(finding, paint, paint.red), ...excerpt(finding, paint)]),
    ...shown.map((finding) => headline(finding, paint, paint.yellow)),
    ...(hidden > 0 ? [paint.dim(`and ${count(hidden, 'more warning')}`)] : []),
    paint.bold(closing(errors.length, warnings.length, fixable, command)),
    '',
  ].join('\n');
}

function headline(
  { path, start, severity, message, rule }: Finding,
  paint: Paint,
  colour: (text: string) => string,
): string {
  const place = paint.bold(`${displayed(path)}:${start.line}:${start.column}:`);
  const label = severity === 'warning' ? `${colour('warning:')} ` : '';
  return `${place} ${label}${message}  ${colour(`[${rule}]`)}`;
}

/** The source line with carets under the finding; nothing when it is too long to show. */
function excerpt({ line, start, end }: Finding, paint: Paint): readonly string[] {
  const margin = line.length - line.trimStart().length;
  const shown = line
    .slice(margin)
    .trimEnd()
    .replaceAll(/\p{Cc}/gu, ' ');
  if (shown === '' || shown.length > WIDEST_LINE || start.column <= margin) return [];
  const first = start.column - 1 - margin;
  const last = end.line === start.line ? end.column - 1 - margin : shown.length;
  const under = Math.max(1, widthOf(shown.slice(first, last).trimEnd()));
  return [`    ${shown}`, `    ${' '.repeat(widthOf(shown.slice(0, first)))}${paint.red('^'.repeat(under))}`];
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}

// Terminals give East Asian wide characters and emoji two columns, and combining marks none (Unicode Annex 11).
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

function columnsOf(character: string): number {
  if (/\p{Mn}/u.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

function closing(errors: number, warnings: number, fixable: number, command: string): string {
  const counts = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ].join(', ');
  return fixable > 0 ? `${counts}; ${fixable} fixable with \`${command}\`` : counts;
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function isFixable({ fix }: Finding): boolean {
  return fix !== undefined && (!('safe' in fix) || fix.safe);
}

/** A path on one line: as it is, or quoted as git quotes unusual names (`core.quotePath` in git-config(1)). */
export function displayed(path: string): string {
  if (!/["\\\u0000-\u001f\u007f]/u.test(path)) return path;
  const escaped = path.replaceAll(/["\\\u0000-\u001f\u007f]/gu, (character) => {
    const short = SHORT_ESCAPES.get(character);
    return short ?? `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`;
  });
  return `"${escaped}"`;
}

const SHORT_ESCAPES = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\u0007', '\\a'],
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\v', '\\v'],
  ['\f', '\\f'],
  ['\r', '\\r'],
]);
