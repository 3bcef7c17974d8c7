import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import type { Node } from '../../python/syntax.ts';
import type { Span } from '../../python/text.ts';
import type { Literal } from './literals.ts';
import { type Objection, refuse } from '../steps.ts';

/** A place that names something of a module from anywhere in the project. */
export type Reference =
  /** A variable of a module that is the thing under its own name: its own, one that is imported, or a starred name. */
  | { readonly kind: 'variable'; readonly module: TestModule; readonly binding: Binding }
  /** A variable that is the thing under another name: `from m import thing as other`. */
  | { readonly kind: 'alias'; readonly module: TestModule; readonly binding: Binding; readonly span: Span }
  /** `module.thing` */
  | { readonly kind: 'attribute'; readonly module: TestModule; readonly node: Node; readonly span: Span }
  /** In a string of a known form. */
  | { readonly kind: 'string'; readonly module: TestModule; readonly literal: Literal; readonly span: Span }
  /** A string that means a fixture or argument of that name. */
  | { readonly kind: 'fixture-name'; readonly module: TestModule; readonly literal: Literal }
  | {
      readonly kind: 'objection';
      readonly objection: Objection;
      /** The attribute that may be the thing. */
      readonly attribute?: { readonly module: TestModule; readonly node: Node };
    };

/** An objection in the place of a reference. */
export function objectTo(
  code: Objection['code'],
  module: TestModule,
  offset: number,
  found: string,
): Extract<Reference, { kind: 'objection' }> {
  return { kind: 'objection', objection: refuse(code, found, module, offset) };
}
