import type { Definition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import { endOf, startOf } from '../../python/syntax.ts';
import { isReaching } from '../pytest/fixture-groups.ts';
import { nameOriginOf } from './linked-globals.ts';
import { type Literal, literalsOf } from './literals.ts';
import { enclosingClass } from '../values/own-class.ts';
import { isWithin, type Provider, providersOf, rankOf, requestsIn } from '../pytest/providers.ts';
import { resolvedValueOf } from '../values/resolved-values.ts';
import { formOf, pathPartsOf } from './strings.ts';
import type { Value } from '../values/value-kinds.ts';
import type { World } from '../world.ts';

/** What a word in a string names. */
export type Named =
  | { readonly kind: 'fixture'; readonly name: string; readonly provider: Provider }
  | {
      readonly kind: 'variable';
      readonly name: string;
      readonly module: TestModule;
      readonly binding: Binding;
    }
  | { readonly kind: 'attribute'; readonly name: string; readonly object: Value };

/** What the word at a UTF-16 offset in a string names; undefined when the string is of no known form. */
export function namedInString(world: World, module: TestModule, offset: number): Named | undefined {
  const literal = literalsOf(module).findLast(
    ({ node }) => startOf(module.tree, node) <= offset && offset < endOf(module.tree, node),
  );
  const name = literal === undefined ? undefined : wordAt(module, literal, offset);
  if (literal === undefined || name === undefined) return undefined;
  const form = formOf(module, literal);
  switch (form.form) {
    case 'fixture':
      return form.by === 'argnames'
        ? argumentOf(module, form.call, name)
        : fixtureOf(world, module, offset, name);
    case 'export': {
      const found = nameOriginOf(world, module, name);
      return found === undefined || found === 'unknown' ? undefined : { kind: 'variable', name, ...found };
    }
    case 'annotation': {
      const binding = module.bindings.lookup(module.bindings.scopeOf(literal.node), name);
      return binding === undefined ? undefined : { kind: 'variable', name, module, binding };
    }
    case 'attribute':
      return { kind: 'attribute', name, object: resolvedValueOf(world, module, form.target) };
    case 'path': {
      const part = pathPartsOf(world, module, literal).find(
        ({ span }) => span.start <= offset && offset < span.end,
      );
      return part === undefined ? undefined : { kind: 'attribute', name, object: part.object };
    }
    case 'slot': {
      const definition = enclosingClass(module, offset);
      return definition === undefined
        ? undefined
        : { kind: 'attribute', name, object: { kind: 'class', class: { module, definition } } };
    }
    case 'docstring':
    case 'other':
      return undefined;
  }
}

function wordAt({ text }: TestModule, literal: Literal, offset: number): string | undefined {
  const [before = ''] = /[\p{XID_Continue}_]*$/u.exec(text.slice(literal.offsets[0] ?? 0, offset)) ?? [];
  const [after = ''] = /^[\p{XID_Continue}_]*/u.exec(text.slice(offset)) ?? [];
  return before + after === '' ? undefined : (before + after).normalize('NFKC');
}

/** The parameter that a parametrize mark fills. */
function argumentOf(module: TestModule, call: number, name: string): Named | undefined {
  const marked = module.definitions.find(({ decorators }) => decorators.some((one) => one.call === call));
  if (marked === undefined) return undefined;
  const asking = requestsIn(module, name).find(
    ({ definition }) => marked.span.start <= definition.span.start && definition.span.end <= marked.span.end,
  );
  const binding = asking === undefined ? undefined : module.bindings.bindingAt(asking.parameter.span.start);
  return binding === undefined ? undefined : { kind: 'variable', name, module, binding };
}

function fixtureOf(world: World, module: TestModule, offset: number, name: string): Named | undefined {
  const visible = providersOf(world, name).filter(
    ({ region, definition, module: owner }) =>
      isReaching(world, region, module, offset) ||
      isWithin(world, region, module, offset) ||
      (owner === module && isInDecorators(module, definition, offset)),
  );
  const [provider] = visible.toSorted((one, other) => rankOf(other.region) - rankOf(one.region));
  return provider === undefined ? undefined : { kind: 'fixture', name, provider };
}

function isInDecorators({ tree }: TestModule, { decorators }: Definition, offset: number): boolean {
  return decorators.some(({ node }) => startOf(tree, node) <= offset && offset < endOf(tree, node));
}
