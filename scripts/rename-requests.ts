/** What can be asked of a module: the renames that the rules propose, and those of every name to a fresh one. */
import type { Finding } from '../src/finding.ts';
import type { TestModule } from '../src/python/module.ts';
import type { Binding } from '../src/python/scope.ts';
import type { RenameRequest } from '../src/rename/plan.ts';

/** `rules`: what the rules propose; `locals`: every variable of a function; `names`: every other name as well. */
export const KINDS = ['rules', 'locals', 'names'] as const;
export type Kind = (typeof KINDS)[number];

/** The renames that findings propose and that `--fix` would carry out. */
export function proposedRequests(path: string, findings: readonly Finding[]): readonly RenameRequest[] {
  return findings.flatMap(({ fix, span }, index) => {
    if (fix === undefined || 'edits' in fix) return [];
    if ('renameTo' in fix) return { path, offset: span.start, newName: fix.renameTo };
    return fix.renames.map((name) => ({
      path,
      // Of an attribute the name stands at the end.
      offset: name.span.end - 1,
      newName: name.renameTo,
      group: `${path} ${index}`,
    }));
  });
}

/** A request for every variable that a function of the module binds. */
export function localRequests(module: TestModule): readonly RenameRequest[] {
  return module.bindings.bindings.flatMap((binding) =>
    isPlainLocal(binding) ? requestFor(module, binding) : [],
  );
}

/** A request for every other name that the module binds, tests left out, and for every attribute that it assigns. */
export function nameRequests(module: TestModule): readonly RenameRequest[] {
  const tests = new Set(module.model.tests.map(({ nameSpan }) => nameSpan.start));
  const classes = new Set(module.model.classes.map(({ definition }) => definition.nameSpan.start));
  const bound = module.bindings.bindings.filter(
    (binding) =>
      binding.kind !== 'unbound' &&
      !COLLECTED.test(binding.name) &&
      !isPlainLocal(binding) &&
      !binding.definitions.some(({ start }) => tests.has(start) || classes.has(start)),
  );
  const assigned = new Map(
    module.attributeAssignments.map((one) => [`${one.owner.qualifiedName}.${one.name}`, one]),
  );
  const attributes = [...assigned.values()].flatMap(({ span, name }) =>
    isFresh(name) ? [] : { path: module.path, offset: span.end - name.length, newName: freshName(name) },
  );
  return [...bound.flatMap((binding) => requestFor(module, binding)), ...attributes];
}

/** What pytest collects also where it is imported. */
const COLLECTED = /^[Tt]est/;

function isPlainLocal({ kind, scope }: Binding): boolean {
  return kind === 'local' && (scope.kind === 'function' || scope.kind === 'comprehension');
}

function requestFor({ path }: TestModule, { definitions, name }: Binding): readonly RenameRequest[] {
  const [first] = definitions;
  if (first === undefined || isFresh(name)) return [];
  return [{ path, offset: first.start, newName: freshName(name) }];
}

/** A name that nobody has, which begins as the old one does: names are sorted here and there. */
const freshName = (name: string) => name + ENDING;
/** Whether a name has been renamed already, with what is in another module. */
const isFresh = (name: string) => name.endsWith(ENDING);
/** What a fresh name ends in. */
export const ENDING = '_otherwise';
