import type { ClassDefinition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import {
  afterOf,
  childIn,
  Field,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { literalsWith } from '../references/literals.ts';
import { remembered, rememberedByName } from '../remembered.ts';
import type { ClassOf } from '../values/value-kinds.ts';
import { valueOf, valueOfBinding } from '../values/values.ts';
import type { World } from '../world.ts';

/** A base class as far as it is known. */
export type Base =
  | { readonly kind: 'class'; readonly class: ClassOf }
  | { readonly kind: 'foreign'; readonly origin: string }
  | { readonly kind: 'unknown'; readonly node: Node };

/** The positional bases of a class. */
export function basesOf(world: World, { module, definition }: ClassOf): readonly Base[] {
  return baseNodesOf(module, definition).map((node): Base => {
    // `Generic[T]` stands for the class that is subscripted.
    const isSubscript = kindOf(module.tree, node) === Kind.subscript;
    const named = isSubscript ? childIn(module.tree, node, Field.value) : node;
    const value = valueOf(world, module, named);
    if (value.kind === 'class') return { kind: 'class', class: value.class };
    if (value.kind === 'foreign') return { kind: 'foreign', origin: value.origin };
    return { kind: 'unknown', node };
  });
}

/** What stands between the parentheses of a class statement, keywords such as `metaclass=` left out. */
function baseNodesOf({ tree }: TestModule, { node }: ClassDefinition): readonly Node[] {
  return argumentNodesOf(tree, node).filter((child) => kindOf(tree, child) !== Kind.keyword_argument);
}

/** The keyword arguments of a class statement. */
export function classKeywordsOf({ tree }: TestModule, { node }: ClassDefinition): readonly Node[] {
  return argumentNodesOf(tree, node).filter((child) => kindOf(tree, child) === Kind.keyword_argument);
}

function argumentNodesOf(tree: TestModule['tree'], definition: Node): readonly Node[] {
  const list = childIn(tree, definition, Field.superclasses);
  return list === NO_NODE ? [] : namedChildrenOf(tree, list);
}

/** The variable of the body of a class with a name, when the body binds it. */
export function classVariableOf(
  module: TestModule,
  definition: ClassDefinition,
  name: string,
): Binding | undefined {
  const symbol = module.bindings.scopeAt(definition.node)?.symbols.get(name);
  return symbol?.flags.local === true ? symbol.binding : undefined;
}

/** A class and all its ancestors, and the bases among them that the project does not define. */
export interface Ancestry {
  readonly classes: ReadonlyMap<ClassDefinition, ClassOf>;
  readonly others: readonly { readonly base: Exclude<Base, { kind: 'class' }>; readonly of: ClassOf }[];
}

export function ancestryOf(world: World, start: ClassOf): Ancestry {
  const classes = new Map<ClassDefinition, ClassOf>();
  const others: { base: Exclude<Base, { kind: 'class' }>; of: ClassOf }[] = [];
  const open = [start];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (classes.has(next.definition)) continue;
    classes.set(next.definition, next);
    for (const base of basesOf(world, next)) {
      if (base.kind === 'class') open.push(base.class);
      else others.push({ base, of: next });
    }
  }
  return { classes, others };
}

/** The classes of the project that derive from a class, directly or not, and the class itself. */
export const descendantsOf = remembered(newDescendants);

function newDescendants(world: World, start: ClassOf): ReadonlyMap<ClassDefinition, ClassOf> {
  const found = new Map<ClassDefinition, ClassOf>([[start.definition, start]]);
  for (const parent of found.values()) {
    for (const child of childrenOf(world, parent)) found.set(child.definition, child);
  }
  return found;
}

function childrenOf(world: World, parent: ClassOf): readonly ClassOf[] {
  const names = [...aliasesOf(world, parent)];
  const modules = new Set(names.flatMap((name) => world.modulesWith(name)));
  return [...modules].flatMap((module) =>
    module.definitions.flatMap((definition) => {
      if (definition.kind !== 'class') return [];
      const child = { module, definition };
      const isChild = basesOf(world, child).some(
        (base) => base.kind === 'class' && base.class.definition === parent.definition,
      );
      return isChild ? [child] : [];
    }),
  );
}

/** The names that a class has at the top of modules: its own, and those of imports and assignments. */
export const aliasesOf = remembered(newAliases);

function newAliases(world: World, { definition }: ClassOf): ReadonlySet<string> {
  const names = new Set([definition.name]);
  for (const name of names) {
    for (const module of world.modulesWith(name)) {
      for (const binding of module.bindings.bindings) {
        if (binding.scope.kind !== 'module' || names.has(binding.name)) continue;
        if (binding.kind !== 'import' && binding.kind !== 'local') continue;
        const value = valueOfBinding(world, module, binding);
        if (value.kind === 'class' && value.class.definition === definition) names.add(binding.name);
      }
    }
  }
  return names;
}

/** The classes whose objects have one member in common, whichever of them define it. */
export interface Family {
  /** Those that mention the member. */
  readonly members: ReadonlyMap<ClassDefinition, ClassOf>;
  /** Those whose objects have it: the members and all that derive from them. */
  readonly descendants: ReadonlyMap<ClassDefinition, ClassOf>;
  /** Every class of which one of those objects is an instance. */
  readonly related: ReadonlyMap<ClassDefinition, ClassOf>;
  readonly others: Ancestry['others'];
}

/** The family of a member: the smallest set of classes that shares no object with another class that mentions it. */
export const familyOf = rememberedByName(newFamily);

function newFamily(world: World, start: ClassOf, name: string): Family {
  const members = new Map([[start.definition, start]]);
  const descendants = new Map<ClassDefinition, ClassOf>();
  const related = new Map<ClassDefinition, ClassOf>();
  const others: { base: Exclude<Base, { kind: 'class' }>; of: ClassOf }[] = [];
  for (const member of members.values()) {
    for (const descendant of descendantsOf(world, member).values()) {
      if (descendants.has(descendant.definition)) continue;
      descendants.set(descendant.definition, descendant);
      const ancestry = ancestryOf(world, descendant);
      others.push(...ancestry.others);
      for (const ancestor of ancestry.classes.values()) {
        related.set(ancestor.definition, ancestor);
        if (isMentionedIn(ancestor, name)) members.set(ancestor.definition, ancestor);
      }
    }
  }
  return { members, descendants, related, others };
}

/** Whether the text of a class has a name, as an identifier or in a string. */
function isMentionedIn({ module, definition }: ClassOf, name: string): boolean {
  const { tree } = module;
  const { span } = definition;
  if (identifiersIn(module, definition).has(name)) return true;
  return literalsWith(module, name).some((literal) => {
    const start = startOf(tree, literal.node);
    return span.start <= start && start < span.end;
  });
}

const identifiers = new WeakMap<ClassDefinition, ReadonlySet<string>>();

function identifiersIn({ tree }: TestModule, definition: ClassDefinition): ReadonlySet<string> {
  const present = identifiers.get(definition);
  if (present !== undefined) return present;
  const names = new Set<string>();
  for (let node = definition.node, end = afterOf(tree, definition.node); node < end; node++) {
    if (kindOf(tree, node) === Kind.identifier) names.add(textOf(tree, node).normalize('NFKC'));
  }
  identifiers.set(definition, names);
  return names;
}
