import type { TestModule } from '../python/module.ts';
import { Kind, type Node } from '../python/syntax.ts';
import { commonLines, linesOf } from '../report/diff.ts';

/** Where a name stands in another text of the same file. */
export type Counterpart =
  | { readonly kind: 'found'; readonly offset: number }
  /** The name has gone from its definition, or the definition with it: it was deleted, or renamed by hand. */
  | { readonly kind: 'absent' }
  /** It is there, but used in another way. */
  | { readonly kind: 'unclear' };

/**
 * Finds a name of one text, which has an occurrence at a UTF-16 offset, in another text of the same file: by an
 * occurrence on a line that both texts have, or else by one of the same role in the definition of the same name.
 */
export function counterpartOf(
  module: TestModule,
  offset: number,
  starts: readonly number[],
  other: TestModule,
): Counterpart {
  if (module.text === other.text) return { kind: 'found', offset };
  const identifiers = new Map(
    Array.from(module.nodesOf(Kind.identifier), (node) => [module.spanOf(node).start, node] as const),
  );
  const nodes = [offset, ...starts].flatMap((start) => identifiers.get(start) ?? []);
  const [first] = nodes;
  if (first === undefined) throw new Error(`there is no identifier at offset ${offset} of ${module.path}`);
  return onCommonLine(module, nodes, other) ?? inDefinition(module, first, other);
}

function onCommonLine(
  module: TestModule,
  nodes: readonly Node[],
  other: TestModule,
): Counterpart | undefined {
  const partners = commonLines(linesWithoutEnds(module.text), linesWithoutEnds(other.text));
  for (const node of nodes) {
    const { line, column } = module.positionAt(module.spanOf(node).start);
    const partner = partners[line - 1] ?? -1;
    const lineStart = partner === -1 ? undefined : other.lineStarts[partner];
    if (lineStart !== undefined) return { kind: 'found', offset: lineStart + column - 1 };
  }
  return undefined;
}

/** Lines by LF or CRLF, as the two texts may differ in that; a file with a lone CR is not edited. */
function linesWithoutEnds(text: string): readonly string[] {
  return linesOf(text).map((line) => line.replace(/\r?\n$/, ''));
}

function inDefinition(module: TestModule, node: Node, other: TestModule): Counterpart {
  const name = module.textOf(node);
  const definition = module.qualifiedNameAt(module.spanOf(node).start);
  const candidates = Array.from(other.nodesOf(Kind.identifier)).filter(
    (candidate) =>
      other.textOf(candidate) === name &&
      isWithin(other.qualifiedNameAt(other.spanOf(candidate).start), definition),
  );
  if (candidates.length === 0) return { kind: 'absent' };
  const found = candidates.find((candidate) => isVariable(other, candidate) === isVariable(module, node));
  return found === undefined ? { kind: 'unclear' } : { kind: 'found', offset: other.spanOf(found).start };
}

function isWithin(inner: string, outer: string): boolean {
  return outer === '' || inner === outer || inner.startsWith(`${outer}.`);
}

/** Whether an identifier is a variable, and not an attribute or a keyword. */
function isVariable(module: TestModule, node: Node): boolean {
  return module.bindings.bindingAt(module.spanOf(node).start) !== undefined;
}
