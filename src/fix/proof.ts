import { afterOf, endOf, fieldOf, kindOf, type Node, startOf, type SyntaxTree } from '../python/syntax.ts';
import type { Span } from '../python/text.ts';
import { inverse, shiftOf } from '../rename/edit.ts';
import type { TextEdit } from '../rules/rule.ts';

/**
 * Whether an edited text still parses, and is outside the edits what it was: the same tokens beside them, and beyond
 * those the same nodes. If not, what differs.
 */
export function differenceOutside(
  before: SyntaxTree,
  after: SyntaxTree,
  edits: readonly TextEdit[],
): string | undefined {
  if (before.hasError) return 'the text does not parse';
  if (after.hasError) return 'the edited text would not parse';
  const fresh = inverse(before.text, edits).map(({ span }) => span);
  const old = edits.map(({ span }) => span);
  const shift = shiftOf(edits);
  // A span that ends where something is inserted ends before it.
  const moved = ({ kind, field, start, end }: Seen): Seen => ({
    kind,
    field,
    start: shift(start),
    end: end === start ? shift(end) : shift(end - 1) + 1,
  });
  const stay = (seen: (tree: SyntaxTree, spans: readonly Span[]) => readonly Seen[]) =>
    isEqual(seen(before, old).map(moved), seen(after, fresh));
  return stay(tokensOutside) && stay(nodesAwayFrom)
    ? undefined
    : 'the edit would change what stands around it';
}

interface Seen extends Span {
  readonly kind: number;
  readonly field: number;
}

const seenAt = (tree: SyntaxTree, node: Node): Seen => ({
  kind: kindOf(tree, node),
  field: fieldOf(tree, node),
  start: startOf(tree, node),
  end: endOf(tree, node),
});

/** The nodes without children that no span overlaps. */
function tokensOutside(tree: SyntaxTree, spans: readonly Span[]): readonly Seen[] {
  return nodesOf(tree)
    .filter((node) => afterOf(tree, node) === node + 1 && startOf(tree, node) < endOf(tree, node))
    .map((node) => ({ ...seenAt(tree, node), field: 0 }))
    .filter(({ start, end }) => spans.every((span) => end <= span.start || start >= span.end));
}

/** The nodes that no span overlaps or touches. */
function nodesAwayFrom(tree: SyntaxTree, spans: readonly Span[]): readonly Seen[] {
  return nodesOf(tree)
    .map((node) => seenAt(tree, node))
    .filter(({ start, end }) => spans.every((span) => end < span.start || start > span.end));
}

const nodesOf = ({ size }: SyntaxTree): readonly Node[] => Array.from({ length: size }, (_, node) => node);

function isEqual(some: readonly Seen[], others: readonly Seen[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ kind, field, start, end }, index) => {
      const other = others[index];
      return kind === other?.kind && field === other.field && start === other.start && end === other.end;
    })
  );
}
