/** Whether what CPython says of two texts is the same but for names: alpha-equivalence as its symtable sees it. */
import type { ModuleNames, NameEntry, Place } from './compare.ts';

/** Old and new names, mangled where CPython mangles them. */
export type Pairs = readonly (readonly [before: string, after: string])[];

/** The first difference; undefined without one. A name may only become another as `pairs` say. */
export function differentNames(before: ModuleNames, after: ModuleNames, pairs: Pairs): string | undefined {
  const isSameName = (one: string, other: string) =>
    one === other || pairs.some(([name, newName]) => name === one && newName === other);
  if (before.scopes.length !== after.scopes.length) return 'there are other scopes';
  for (const [id, scope] of before.scopes.entries()) {
    const twin = after.scopes[id];
    const isSame =
      scope.kind === twin?.kind && scope.parent === twin.parent && isSameName(scope.name, twin.name);
    if (!isSame) return `scope ${scope.name} at line ${scope.line} is another`;
  }
  const [occurrences, twins] = [occurrencesIn(before), occurrencesIn(after)];
  if (occurrences.length !== twins.length) return 'there are other occurrences';
  const [forth, back] = [new Map<string, string>(), new Map<string, string>()];
  for (const [index, one] of occurrences.entries()) {
    const twin = twins[index];
    const where = `\`${one.name}\` at ${one.place.join(':')}`;
    const isSame =
      one.role === twin?.role &&
      one.scope === twin.scope &&
      one.place[0] === twin.place[0] &&
      isSameName(one.name, twin.name);
    if (!isSame) return `${where} is another`;
    if (one.role === 'unevaluated') continue;
    if (isReadOfClass(one, before) || isReadOfClass(twin, after)) continue;
    if (one.flags !== twin.flags) return `${where} is ${one.flags} and becomes ${twin.flags}`;
    const isSameVariable =
      one.binding === twin.binding &&
      (forth.get(one.variable) ?? twin.variable) === twin.variable &&
      (back.get(twin.variable) ?? one.variable) === one.variable;
    if (!isSameVariable) return `${where} means another variable`;
    forth.set(one.variable, twin.variable);
    back.set(twin.variable, one.variable);
  }
  return undefined;
}

interface Occurrence extends Pick<NameEntry, 'scope' | 'name' | 'binding'> {
  readonly role: 'definition' | 'reference' | 'declaration' | 'unevaluated';
  readonly place: Place;
  readonly flags: string;
  readonly variable: string;
}

function occurrencesIn({ names, unevaluated, scopes }: ModuleNames): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (const entry of names) {
    const { scope, name, binding } = entry;
    // Whether a class binds a name that it also reads is no property of the read; see isReadOfClass.
    const flags = scopes[scope]?.kind === 'class' ? '' : flagsOf(entry, scopes[scope]?.kind === 'module');
    const lists = [
      ['definition', entry.definitions],
      ['reference', entry.references],
      ['declaration', entry.declarations],
    ] as const;
    for (const [role, places] of lists) {
      for (const place of places)
        found.push({ role, place, scope, name, binding, flags, variable: `${binding} ${name}` });
    }
  }
  for (const { scope, name, occurrences } of unevaluated) {
    for (const place of occurrences)
      found.push({ role: 'unevaluated', place, scope, name, binding: -1, flags: '', variable: '' });
  }
  return found.toSorted((one, other) => orderOf(one, other));
}

/** The flags without those that symtable gives to what a block called `top` binds, because it looks like the module. */
function flagsOf({ flags }: NameEntry, isModule: boolean): string {
  const seemsGlobal = !isModule && flags.includes('local') && flags.includes('global');
  if (!seemsGlobal) return flags.join(' ');
  const others = flags.filter((flag) => flag !== 'local' && flag !== 'global');
  if (flags.includes('declared_global')) return ['global', ...others].join(' ');
  return (flags.includes('free') ? others : ['local', ...others]).join(' ');
}

const orderOf = (one: Occurrence, other: Occurrence) =>
  one.place[0] - other.place[0] || one.place[1] - other.place[1] || (one.role < other.role ? -1 : 1);

/**
 * A read in the body of a class that binds the name gives the global one where the class has not bound it yet
 * (Language Reference 4.2.2). symtable knows no order; the bytecode tells.
 */
const isReadOfClass = ({ role, scope, binding }: Occurrence, { scopes }: ModuleNames) =>
  role === 'reference' && scope === binding && scopes[scope]?.kind === 'class';
