import type { Finding } from '../../src/finding.ts';
import type { Span } from '../../src/python/text.ts';

/** A finding with what a test is not about filled in; it points at a part of its line, or at the whole of it. */
export function findingOn({
  line,
  at = line.trim(),
  ...given
}: Partial<Finding> & { readonly line: string; readonly at?: string }): Finding {
  const column = line.indexOf(at) + 1;
  if (column === 0) throw new Error(`${at} is not in ${line}`);
  const row = given.start?.line ?? 1;
  const span: Span = { start: 0, end: at.length };
  return {
    rule: 'numbered-name',
    severity: 'error',
    path: 'tests/test_cart.py',
    span,
    start: { line: row, column },
    end: { line: row, column: column + at.length },
    message: 'name it',
    fingerprint: '',
    likeness: '',
    line,
    ...given,
  };
}
