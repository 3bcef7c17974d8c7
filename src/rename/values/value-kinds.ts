import type { ClassDefinition, FunctionDefinition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Link } from '../references/links.ts';

/** A class of the project. */
export interface ClassOf {
  readonly module: TestModule;
  readonly definition: ClassDefinition;
}

/** What is known of the value of an expression. */
export type Value =
  | { readonly kind: 'module'; readonly link: Link }
  | { readonly kind: 'class'; readonly class: ClassOf }
  /** An object of the class, or of a subclass. */
  | { readonly kind: 'instance'; readonly class: ClassOf }
  /** `super()` in the class. */
  | { readonly kind: 'super'; readonly class: ClassOf }
  | { readonly kind: 'function'; readonly module: TestModule; readonly definition: FunctionDefinition }
  /** A module, class or function that the project does not define, by its dotted name. */
  | { readonly kind: 'foreign'; readonly origin: string }
  /** An object that such a class makes, or a literal. */
  | { readonly kind: 'foreign-instance' }
  | { readonly kind: 'unknown' };

export const unknown: Value = { kind: 'unknown' };
export const foreignInstance: Value = { kind: 'foreign-instance' };

/** Whether two values are known to be the same. */
export function isSame(one: Value, other: Value): boolean {
  if (one.kind !== other.kind) return false;
  switch (one.kind) {
    case 'class':
    case 'instance':
    case 'super':
      return 'class' in other && other.class.definition === one.class.definition;
    case 'function':
      return 'definition' in other && other.definition === one.definition;
    case 'module':
      return 'link' in other && JSON.stringify(one.link) === JSON.stringify(other.link);
    case 'foreign':
      return 'origin' in other && one.origin === other.origin;
    case 'foreign-instance':
      return true;
    case 'unknown':
      return false;
  }
}
