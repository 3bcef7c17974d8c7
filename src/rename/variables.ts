import type { TestModule } from '../python/module.ts';
import type { Binding, Occurrence } from '../python/scope.ts';
import { Kind } from '../python/syntax.ts';
import { annotationsOf } from './references/annotations.ts';
import { classSymbolsOf, provenanceIn, readsThroughClasses } from './references/class-bodies.ts';
import { collisionsOf, isSpecial } from './collisions.ts';
import {
  definitionsOf,
  functionalNames,
  namesInStrings,
  privateNames,
} from './references/definition-names.ts';
import { helpersThatSee } from './visibility/helpers-that-see.ts';
import { toldNames } from './visibility/told-names.ts';
import { readAsText } from './references/kept-annotations.ts';
import { occurrencesOf, unaliasedImportOf } from './references/occurrences.ts';
import { partsInMessages } from './visibility/parts-in-messages.ts';
import { mentionsInProse } from './references/prose.ts';
import { nestedElsewhere } from './visibility/messages-elsewhere.ts';
import { quotedLines } from './visibility/quoted-lines.ts';
import { quotedVariable } from './visibility/quoted-source.ts';
import { builtins } from './references/special-names.ts';
import { seenElsewhere } from './visibility/seen-elsewhere.ts';
import { decline, edit, refuse, type Step } from './steps.ts';
import { sightingsOf } from './visibility/visibility.ts';
import type { World } from './world.ts';

/** Renames a variable that nothing outside of its function can name. */
export function* renameLocal(
  world: World,
  module: TestModule,
  binding: Binding,
  newName: string,
): Generator<Step> {
  const unaliased = unaliasedImportOf(module, binding);
  if (unaliased !== undefined)
    yield refuse('import-without-alias', module.textOf(unaliased.node), module, unaliased.start);
  yield* renameInModule(world, module, binding, newName);
  yield* quotedVariable(world, module, binding);
  yield* quotedLines(world, module, binding);
  yield* seenElsewhere(world, module, binding.name);
  yield* readAsText(world, module, binding);
  yield* helpersThatSee(world, module, binding);
  for (const definition of definitionsOf(module, binding)) {
    yield* toldNames(world, module, binding, definition);
    yield* namesInStrings(module, binding.name);
    yield* nestedElsewhere(world, module, binding.name);
    yield* partsInMessages(
      module,
      binding.name,
      binding.references.map(({ node }) => node),
    );
    if (definition.kind === 'class') yield* privateNames(module, definition);
  }
}

/** The occurrences of a variable in its own module, with all that may stand against renaming them there. */
export function* renameInModule(
  world: World,
  module: TestModule,
  binding: Binding,
  newName: string,
): Generator<Step> {
  if (isSpecial(binding.name)) yield decline('special-name', `\`${binding.name}\``);
  const occurrences = occurrencesOf(module, binding);
  yield* privateTypeParameter(module, binding, occurrences);
  yield* ambiguousReads(module, binding);
  yield* collisionsOf(module, binding, newName, occurrences);
  yield* sightingsOf(module, binding, newName, occurrences);
  yield* functionalNames(module, binding);
  for (const occurrence of occurrences) yield edit(module, occurrence, newName);
  yield* annotationsOf(module, binding, newName);
  yield* mentionsInProse(world, module, binding, newName, occurrences);
}

/** Whether CPython mangles a name among the type parameters of a class depends on which of them it has seen before. */
function* privateTypeParameter(
  module: TestModule,
  { scope, name }: Binding,
  [first]: readonly Occurrence[],
): Generator<Step> {
  if (scope.kind !== 'type-parameters' || first === undefined) return;
  const written = module.text.slice(first.start, first.end);
  if (written.startsWith('__') && written.normalize('NFKC') !== name)
    yield refuse('mangled', `type parameter \`${written}\``, module, first.start);
}

/** Reads in a class body that give the class's variable or the global one, depending on what ran before. */
function* ambiguousReads(module: TestModule, binding: Binding): Generator<Step> {
  const { certain, uncertain } = readsThroughClasses(module, binding);
  for (const read of uncertain) yield refuse('two-meanings', `\`${binding.name}\``, module, read.start);
  for (const read of certain) {
    if (binding.definitions.some(({ start }) => start === read.start))
      yield refuse('two-meanings', `\`${binding.name}\``, module, read.start);
  }
  if (binding.scope.kind !== 'class') return;
  const [isGlobal, isEnclosed] = [hasGlobal(module, binding.name), isBoundAround(module, binding)];
  for (const symbol of classSymbolsOf(module, binding.name)) {
    if (symbol.binding !== binding) continue;
    for (const read of symbol.references) {
      const provenance = provenanceIn(module, symbol, read);
      // A class that binds the name keeps its body from reading that of a function around it.
      if ((provenance === 'either' && isGlobal) || (provenance !== 'class' && isEnclosed))
        yield refuse('two-meanings', `\`${binding.name}\``, module, read.start);
    }
  }
}

function isBoundAround({ bindings }: TestModule, { name, scope }: Binding): boolean {
  const around = scope.parent && bindings.lookup(scope.parent, name);
  return around !== undefined && around.scope.kind !== 'module';
}

/** Whether a class body that has not bound a name yet may find it among the globals or the builtins. */
function hasGlobal({ bindings, nodesOf }: TestModule, name: string): boolean {
  return (
    builtins.has(name) ||
    bindings.lookup(bindings.module, name) !== undefined ||
    nodesOf(Kind.wildcard_import).length > 0
  );
}
