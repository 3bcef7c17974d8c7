import { trimmed, wordsOf } from './words.ts';

/** An identifier in snake case, with the underscores around it kept: `_loadCart` becomes `_load_cart`. */
export function snakeCase(identifier: string): string {
  const { leading, core, trailing } = trimmed(identifier);
  return leading + wordsOf(core).join('_') + trailing;
}
