import type { Position } from '../python/text.ts';

/** Why a rename is not carried out: a code, a place and what stands there. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly path: string;
  /** One-based. */
  readonly at: Position;
  /** What was found, as the end of a line such as `locals() at line 41`. */
  readonly reason: string;
}

export type RefusalCode = 'internal';
