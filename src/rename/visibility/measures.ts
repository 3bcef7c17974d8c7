import { calledNameOf, valueGivenTo } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import { childrenOf, contains, Kind, NO_NODE, type Node, startOf, textOf } from '../../python/syntax.ts';
import { literalsOf } from '../references/literals.ts';

/** A place at which a module holds a length against a limit, or makes one value of a text as a whole. */
export interface Measure {
  readonly node: Node;
  /** Whether a text of the same length is as good. */
  readonly isOfLength: boolean;
}

/** The measures that a module may take of a text. */
export function measuresIn(module: TestModule): readonly Measure[] {
  const { tree, nodesOf } = module;
  const digests = [...nodesOf(Kind.identifier)].filter((node) => DIGEST.test(textOf(tree, node)));
  const repetitions = literalsOf(module).filter(({ value }) => REPETITION.test(value));
  const lengths = [...repetitions.map(({ node }) => node), ...limitsOfLength(module)];
  return [
    ...digests.map((node) => ({ node, isOfLength: false })),
    ...lengths.map((node) => ({ node, isOfLength: true })),
  ];
}

const DIGEST = /^(?:hexdigest|digest|crc32|adler32|filecmp)$/;

/** In a pattern, so many of any characters, or of those of words. */
const REPETITION = /(?:\.|\]|\\[wS])\{\d*,?\d+,?\}/;

/** The comparisons by order of what `len` gives, at once or by way of a variable. */
function limitsOfLength(module: TestModule): readonly Node[] {
  const { tree, bindings, nodesOf } = module;
  const identifiers = nodesOf(Kind.identifier);
  const lengths = identifiers.filter((node) => /^(?:len|getsize|st_size)$/.test(textOf(tree, node)));
  if (lengths.length === 0) return [];
  const isLength = (node: Node) => node !== NO_NODE && lengths.some((length) => contains(tree, node, length));
  return limitsIn(module).filter(
    (limit) =>
      isLength(limit) ||
      identifiers.some((node) => {
        const variable = contains(tree, limit, node) ? bindings.bindingAt(startOf(tree, node)) : undefined;
        return variable?.definitions.some((given) => isLength(valueGivenTo(tree, given.node)));
      }),
  );
}

/** The comparisons by order, but with 0 and 1, by which one asks whether there is something. */
function limitsIn({ tree, nodesOf }: TestModule): readonly Node[] {
  const comparisons = nodesOf(Kind.comparison_operator).filter((node) => {
    const parts = childrenOf(tree, node).map((child) => textOf(tree, child));
    return parts.some((part) => /^[<>]=?$/.test(part)) && !parts.some((part) => /^[01]$/.test(part));
  });
  const assertions = nodesOf(Kind.call).filter((node) => ORDER.test(calledNameOf(tree, node)));
  return [...comparisons, ...assertions];
}

const ORDER = /^assert(?:Less|Greater)(?:Equal)?$/;
