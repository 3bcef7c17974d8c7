import { MODULE, NONE } from './blocks.ts';
import type { Node } from './syntax.ts';

/** Stretches of nodes that belong to another block than what is around them, in pre-order. */
export interface Regions {
  readonly starts: Node[];
  readonly ends: Node[];
  readonly blocks: number[];
  /** The region around each. */
  readonly parents: number[];
}

/** The block that a node is read in. */
export function blockOf(regions: Regions, node: Node): number {
  let low = 0;
  let high = regions.starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((regions.starts[middle] ?? 0) <= node) low = middle + 1;
    else high = middle;
  }
  let region = low - 1;
  while (region !== NONE && (regions.ends[region] ?? 0) <= node) region = regions.parents[region] ?? NONE;
  return regions.blocks[region] ?? MODULE;
}
