import { trimmed, wordsOf } from './words.ts';

/** An identifier in snake case, with the underscores around it kept: `_loadCart` becomes `_load_cart`. */
export function snakeCase(identifier: string): string {
  const { leading, core, trailing } = trimmed(identifier);
  return leading + wordsOf(core).join('_') + trailing;
}

/**
 * An identifier in CapWords, with the underscores around it kept: `_open_cart` becomes `_OpenCart`. Capitals stay, as
 * acronyms do (`HTTP_server` becomes `HTTPServer`); an underscore stays where it parts two numbers (`utf_8_16`).
 */
export function capWords(identifier: string): string {
  const { leading, core, trailing } = trimmed(identifier);
  const joined = core
    .replaceAll(/(?<=\p{Nd})_+(?=\p{Nd})/gu, '_')
    .replaceAll(/(?:^|(?<!\p{Nd})_+|_+(?!\p{Nd}))(\P{Nd}?)/gu, (_, letter: string) => letter.toUpperCase());
  return leading + joined + trailing;
}
