import type { TestModule } from '../../python/module.ts';
import { type Global, globalOf } from './global-names.ts';
import { isMemberOf } from './is-target.ts';
import { nameOriginOf } from './linked-globals.ts';
import { type Literal, literalStart } from './literals.ts';
import { shownOf } from '../visibility/observers.ts';
import { objectTo, type Reference } from './reference-kinds.ts';
import type { Objection } from '../steps.ts';
import { formOf, pathPartsOf } from './strings.ts';
import { valueOf, valueOfBinding } from '../values/values.ts';
import type { World } from '../world.ts';

/** What a string that has the name as a word names by it; an objection where that cannot be told. */
export function* stringReferences(
  world: World,
  target: Global,
  module: TestModule,
  literal: Literal,
): Generator<Reference> {
  const { name } = target.binding;
  const offset = literalStart(module, literal);
  const unexplained = (code: Objection['code']) =>
    objectTo(code, module, offset, shownOf(module, literal.node));
  const form = formOf(module, literal);
  switch (form.form) {
    case 'docstring':
      if (form.hasDoctest) yield unexplained('doctest');
      return;
    case 'fixture':
      yield { kind: 'fixture-name', module, literal };
      return;
    case 'annotation':
      yield* annotation(world, target, module, literal);
      return;
    case 'export': {
      const found = nameOriginOf(world, module, name);
      if (found === 'unknown' || literal.value !== name) yield unexplained('mention');
      else if (found?.binding === target.binding) yield stringReference(module, literal);
      return;
    }
    case 'attribute': {
      const answer = isMemberOf(world, target, module, valueOf(world, module, form.target));
      if (answer === 'maybe' || form.name !== name) yield unexplained('mention');
      else if (answer === 'yes') yield stringReference(module, literal);
      return;
    }
    case 'path':
      for (const part of pathPartsOf(world, module, literal)) {
        if (part.name !== name) continue;
        const answer = isMemberOf(world, target, module, part.object);
        if (answer === 'maybe' || part.span.end - part.span.start !== name.length)
          yield unexplained('mention');
        else if (answer === 'yes') yield { kind: 'string', module, literal, span: part.span };
      }
      return;
    case 'other':
    case 'slot':
      yield unexplained('mention');
  }
}

function stringReference(module: TestModule, literal: Literal): Reference {
  const start = literal.offsets[0] ?? 0;
  const end = start + literal.value.length;
  if (module.text.slice(start, end) !== literal.value)
    return objectTo('mention', module, literalStart(module, literal), shownOf(module, literal.node));
  return { kind: 'string', module, literal, span: { start, end } };
}

/** A type that is written as a string is renamed with the variable that it means; one of another is not ours. */
function* annotation(
  world: World,
  target: Global,
  module: TestModule,
  literal: Literal,
): Generator<Reference> {
  const { bindings } = module;
  const dotted = new RegExp(`(?<![\\w.])(\\w+)(?:\\.\\w+)*\\.${target.binding.name}\\b`, 'g');
  for (const [, owner = ''] of literal.value.matchAll(dotted)) {
    const variable = bindings.lookup(bindings.scopeOf(literal.node), owner);
    const value = variable === undefined ? undefined : valueOfBinding(world, module, variable);
    if (value?.kind !== 'foreign')
      yield objectTo('mention', module, literalStart(module, literal), shownOf(module, literal.node));
  }
  const meant = bindings.lookup(bindings.scopeOf(literal.node), target.binding.name);
  const found =
    meant === undefined || meant.scope.kind === 'module'
      ? globalOf(world, module, target.binding.name)
      : undefined;
  if (found === 'unknown')
    yield objectTo('star-import', module, literalStart(module, literal), literal.value);
  else if (found?.binding === target.binding && meant === undefined)
    yield objectTo('mention', module, literalStart(module, literal), shownOf(module, literal.node));
}
