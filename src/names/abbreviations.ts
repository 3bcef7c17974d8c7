import { trimmed } from './words.ts';

/**
 * Clipped words that have one expansion, and none that everyone writes so (`id`, `args`, `tmp`): spelling those out makes
 * code longer and no clearer.
 */
export const expansions: Readonly<Record<string, string>> = {
  dest: 'destination',
  dst: 'destination',
  src: 'source',
  tgt: 'target',
  cnt: 'count',
  mgr: 'manager',
  svc: 'service',
  srv: 'server',
  svr: 'server',
  grp: 'group',
  lst: 'list',
  tbl: 'table',
  qty: 'quantity',
  amt: 'amount',
  usr: 'user',
  pwd: 'password',
  passwd: 'password',
  proj: 'project',
  aggr: 'aggregate',
  curr: 'current',
  prev: 'previous',
  sess: 'session',
  notif: 'notification',
  hdr: 'header',
  hdrs: 'headers',
  desc: 'description',
  vol: 'volume',
  inst: 'instance',
  addr: 'address',
  cfg: 'config',
  conf: 'config',
  ctxt: 'context',
};

/** A snake-case name with its clipped words spelt out. */
export interface Expansion {
  readonly name: string;
  /** The clipped words as they stand in the name. */
  readonly clipped: readonly string[];
}

/**
 * A test that names with a clipped word of the dictionary pass, and few others: most names are done with by it, at the
 * price of one search.
 */
export function mayBeClipped(dictionary: Readonly<Record<string, string>>): (identifier: string) => boolean {
  const known = clippedBy.get(dictionary) ?? clippedWordOf(dictionary);
  clippedBy.set(dictionary, known);
  return (identifier) => known.test(identifier);
}

/** Every module asks for the same dictionary. */
const clippedBy = new WeakMap<Readonly<Record<string, string>>, RegExp>();

function clippedWordOf(dictionary: Readonly<Record<string, string>>): RegExp {
  const words = Object.keys(dictionary).map((word) => word.replaceAll(/[^\w]/gu, String.raw`\$&`));
  return new RegExp(`(?:^|_)(?:${words.join('|')})\\d*(?:_|$)`);
}

/** Spells out the clipped words of a snake-case name by a dictionary; undefined when it has none. */
export function expanded(
  identifier: string,
  dictionary: Readonly<Record<string, string>>,
): Expansion | undefined {
  const { leading, core, trailing } = trimmed(identifier);
  const clipped: string[] = [];
  const words = core.split('_').map((word) => {
    const [, letters = '', digits = ''] = /^(.*?)(\d*)$/s.exec(word) ?? [];
    const expansion = Object.hasOwn(dictionary, letters) ? dictionary[letters] : undefined;
    if (expansion === undefined) return word;
    clipped.push(letters);
    return expansion + digits;
  });
  return clipped.length === 0 ? undefined : { name: leading + words.join('_') + trailing, clipped };
}
