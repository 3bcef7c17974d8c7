import type { FunctionDefinition } from '../../python/definitions.ts';
import type { World } from '../world.ts';
import type { Link } from '../references/links.ts';
import type { ClassOf } from './value-kinds.ts';

/** What tells whether a value is what it seems; it asks for values itself, and so is set by who knows both. */
export interface Doubts {
  readonly makesItsObjects: (world: World, owner: ClassOf) => boolean;
  readonly isExchanged: (world: World, owner: ClassOf) => boolean;
  readonly isNameExchanged: (world: World, owner: Link, name: string) => boolean;
  readonly isImportExchanged: (world: World, link: Extract<Link, { readonly to: 'module' }>) => boolean;
  readonly getsOtherSelf: (world: World, method: { readonly definition: FunctionDefinition }) => boolean;
}

let raised: Doubts | undefined;

export function raiseDoubts(doubts: Doubts): void {
  raised = doubts;
}

/** Without them nothing would be certain: a program that forgets to set them must not rename anything. */
export function doubts(): Doubts {
  if (raised === undefined) throw new Error('values are asked for before their doubts are set');
  return raised;
}
