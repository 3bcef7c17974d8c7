import assert from 'node:assert/strict';
import { inverse } from '../../src/rename/edit.ts';
import type { TextEdit } from '../../src/rules/rule.ts';
import { isCompound, isStatement } from '../../src/python/statements.ts';
import { kindNameOf, parentOf, spanOf, textOf } from '../../src/python/syntax.ts';
import type { Span } from '../../src/python/text.ts';
import { parse } from './parser.ts';

/**
 * How the statements outside of edits differ before and after; undefined when they are the same in the same order,
 * each in the same compound statements. Throws when the edited text does not parse.
 */
export function differenceOutside(
  before: string,
  after: string,
  edits: readonly TextEdit[],
): string | undefined {
  const replaced = inverse(before, edits);
  const was = outlineOf(
    before,
    edits.map(({ span }) => span),
  );
  const is = outlineOf(
    after,
    replaced.map(({ span }) => span),
  );
  const at = was.findIndex((line, index) => line !== is[index]);
  if (at === -1 && was.length === is.length) return undefined;
  return `${was[at] ?? 'nothing'} has become ${is[at === -1 ? was.length : at] ?? 'nothing'}`;
}

/** A line for each statement that no span touches: the kinds around it, and its text or, when it is compound, its kind. */
function outlineOf(text: string, spans: readonly Span[]): readonly string[] {
  const tree = parse(text);
  assert.equal(tree.hasError, false, `the edited text does not parse:\n${text}`);
  const lines: string[] = [];
  for (let node = 0; node < tree.size; node++) {
    if (!isStatement(tree, node)) continue;
    const own = isCompound(tree, node);
    const { start, end } = spanOf(tree, node);
    if (!own && spans.some((span) => span.start <= end && start <= span.end)) continue;
    let around = '';
    for (let outer = parentOf(tree, node); outer > 0; outer = parentOf(tree, outer))
      around = `${kindNameOf(tree, outer)} > ${around}`;
    lines.push(around + (own ? kindNameOf(tree, node) : textOf(tree, node)));
  }
  return lines;
}
