import type { Finding } from '../finding.ts';
import type { Report } from './report.ts';

/** The version of the format: raised when a key changes its meaning or goes. */
export const JSON_VERSION = 1;

/** The report as one JSON object; the format is described in docs/json.md. */
export function jsonReport({ findings, checked, failures, fixes }: Report): string {
  const report = {
    version: JSON_VERSION,
    ...(fixes === undefined ? {} : { repairs: fixes.repairs, refusals: fixes.refusals }),
    findings: findings.map(findingEntry),
    failures,
    summary: {
      modules: checked,
      errors: findings.filter(({ severity }) => severity === 'error').length,
      warnings: findings.filter(({ severity }) => severity === 'warning').length,
    },
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

/** A finding as both reports have it. */
export function findingEntry({
  rule,
  severity,
  path,
  message,
  start,
  end,
  span,
  fix,
  offer,
  measure,
}: Finding): object {
  return {
    rule,
    severity,
    path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    start: span.start,
    end: span.end,
    message,
    ...(measure === undefined ? {} : { measure }),
    ...(fix === undefined ? {} : { fix }),
    ...(offer === undefined ? {} : { offer }),
  };
}
