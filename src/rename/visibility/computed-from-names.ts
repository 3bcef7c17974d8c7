import { argumentsOf, calledNameOf, unparenthesized } from '../../python/expressions.ts';
import type { Definition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  childIn,
  childrenOf,
  Field,
  fieldOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  type SyntaxTree,
  textOf,
} from '../../python/syntax.ts';
import { ancestryOf } from '../members/families.ts';
import { isCollected } from '../pytest/collected.ts';
import { keepsOwnName, takesAnotherName } from '../references/definition-names.ts';
import { isInImport } from '../references/imported-files.ts';
import { literalsWith } from '../references/literals.ts';
import { callWith } from '../functions/passed-on.ts';
import { type Objection, refuse } from '../steps.ts';
import { valueOf } from '../values/values.ts';
import { rememberedOfAll } from '../remembered.ts';
import type { World } from '../world.ts';
import { shownOf } from './observers.ts';

/**
 * Objects where the project computes something of the name of a function or class that it has in hand, and which may be
 * this one: `getattr(self, f"visit_{type(node).__name__}")`, `handler.__name__.removeprefix("on_")`. What only shows the
 * name is no matter here.
 */
export function* computedFromNames(
  world: World,
  module: TestModule,
  definition: Definition,
): Generator<Objection> {
  if (definition.kind === 'class' && isCollected({ module, definition })) return;
  if (definition.kind === 'function' && !isHandedOn(world, module, definition)) return;
  for (const read of readsOfNames(world)) {
    if (definition.kind === 'function' && read.of === 'class') continue;
    if (!mayRead(world, read, module, definition)) continue;
    yield refuse(
      'name-in-string',
      shownOf(read.module, read.node),
      read.module,
      startOf(read.module.tree, read.node),
    );
  }
}

/** A place that reads a name and computes something of it. */
interface Read {
  readonly module: TestModule;
  readonly node: Node;
  /** What has the name, or what is of the class that has it. */
  readonly object: Node;
  readonly of: 'class' | 'itself';
}

const readsOfNames = rememberedOfAll((world): readonly Read[] => {
  const paths = new Set(['__name__', '__qualname__'].flatMap(world.pathsWith));
  return [...paths]
    .filter((path) => /(?:\.|["'])__(?:qual)?name__\b/.test(world.project.text(path) ?? ''))
    .flatMap((path) => world.project.module(path) ?? [])
    .flatMap(readsIn);
});

function readsIn(module: TestModule): readonly Read[] {
  const { tree } = module;
  const attributes = module
    .nodesOf(Kind.identifier)
    .filter((node) => fieldOf(tree, node) === Field.attribute && NAME.test(textOf(tree, node)))
    .map((node) => parentOf(tree, node));
  const calls = ['__name__', '__qualname__'].flatMap((name) =>
    literalsWith(module, name).flatMap(({ node, value }) => {
      const call = callWith(module, node);
      const isAsked =
        value === name && call !== NO_NODE && /^(?:getattr|attrgetter)$/.test(calledNameOf(tree, call));
      return isAsked ? [call] : [];
    }),
  );
  return [...attributes, ...calls].flatMap((node) => {
    const isAttribute = kindOf(tree, node) === Kind.attribute;
    const isGetter = !isAttribute && calledNameOf(tree, node) === 'attrgetter';
    const asked = isAttribute
      ? childIn(tree, node, Field.object)
      : (argumentsOf(tree, node)[0]?.value ?? NO_NODE);
    if (!isGetter && !isComputedWith(module, node)) return [];
    const owner = isGetter ? NO_NODE : instanceIn(tree, asked);
    const of = owner === NO_NODE ? 'itself' : 'class';
    return [{ module, node, object: isGetter ? NO_NODE : owner === NO_NODE ? asked : owner, of } as const];
  });
}

const NAME = /^__(?:qual)?name__$/;

/** The object in `type(object)` and `object.__class__`; NO_NODE for any other expression. */
function instanceIn(tree: SyntaxTree, expression: Node): Node {
  const node = unparenthesized(tree, expression);
  if (kindOf(tree, node) === Kind.call && calledNameOf(tree, node) === 'type')
    return argumentsOf(tree, node)[0]?.value ?? NO_NODE;
  const isClass =
    kindOf(tree, node) === Kind.attribute &&
    textOf(tree, childIn(tree, node, Field.attribute)) === '__class__';
  return isClass ? childIn(tree, node, Field.object) : NO_NODE;
}

/** Whether something is done with a string, or with what the variable of it is read for. */
function isComputedWith(module: TestModule, string: Node): boolean {
  const { tree, bindings } = module;
  if (isComputed(tree, string)) return true;
  const assignment = parentOf(tree, string);
  if (kindOf(tree, assignment) !== Kind.assignment || fieldOf(tree, string) !== Field.right) return false;
  const target = childIn(tree, assignment, Field.left);
  const binding =
    kindOf(tree, target) === Kind.identifier ? bindings.bindingAt(startOf(tree, target)) : undefined;
  return binding?.references.some(({ node }) => isComputed(tree, node)) ?? false;
}

/** Whether a string is taken apart or changed, or something is looked up by what it is a part of. */
function isComputed(tree: SyntaxTree, string: Node, isPart = false): boolean {
  const outer = parentOf(tree, string);
  switch (kindOf(tree, outer)) {
    case Kind.attribute:
      return CHANGING.test(textOf(tree, childIn(tree, outer, Field.attribute)));
    case Kind.subscript:
      return fieldOf(tree, string) === Field.value || isPart;
    case Kind.parenthesized_expression:
      return isComputed(tree, outer, isPart);
    case Kind.interpolation:
    case Kind.binary_operator:
    case Kind.string:
      return isComputed(tree, outer, true);
    case Kind.comparison_operator:
      return isContainer(tree, outer, string);
    case Kind.argument_list: {
      const called = calledNameOf(tree, parentOf(tree, outer));
      return MATCHING.test(called) || CHARACTERS.test(called) || (isPart && LOOKUPS.test(called));
    }
    default:
      return false;
  }
}

/** Whether something is looked for in an operand of a comparison, or that is put in order with another. */
function isContainer(tree: SyntaxTree, comparison: Node, operand: Node): boolean {
  const children = childrenOf(tree, comparison);
  const at = children.indexOf(operand);
  const [before, after] = [children[at - 1], children[at + 1]].map((node) => textOf(tree, node ?? NO_NODE));
  return /^(?:not\s+)?in$|^[<>]=?$/.test(before ?? '') || /^[<>]=?$/.test(after ?? '');
}

const CHANGING =
  /^(?:lower|upper|title|capitalize|swapcase|casefold|replace|removeprefix|removesuffix|startswith|endswith|r?split|r?partition|[lr]?strip|translate|r?find|r?index)$/;
const MATCHING = /^(?:sub|subn|match|fullmatch|search|findall|finditer)$/;
/** What goes through the characters of a string. */
const CHARACTERS = /^(?:len|list|tuple|reversed|enumerate|iter)$/;
const LOOKUPS =
  /^(?:getattr|hasattr|setattr|delattr|get|pop|setdefault|import_module|__import__|attrgetter|methodcaller)$/;

/** Whether what a place reads the name of may be a function or class, or an object of the class. */
function mayRead(world: World, read: Read, module: TestModule, definition: Definition): boolean {
  const { tree } = read.module;
  if (read.object === NO_NODE) return true;
  // Whose own class it is, the classes that derive from it are asked.
  if (/^(?:self|cls)$/.test(textOf(tree, read.object))) return false;
  const value = valueOf(world, read.module, read.object);
  switch (value.kind) {
    case 'unknown':
      return true;
    case 'function':
      return value.definition === definition || mayBeReplaced(value, module, definition);
    case 'class':
    case 'instance':
    case 'super':
      if (value.kind === 'class' && mayBeReplaced(value.class, module, definition)) return true;
      return (
        definition.kind === 'class' &&
        ancestryOf(world, { module, definition }).classes.has(value.class.definition)
      );
    case 'module':
    case 'foreign':
    case 'foreign-instance':
      return false;
  }
}

/** Whether the decorators of a function or class may give something else in its place that has a name of its own. */
function mayBeReplaced(
  decorated: { readonly module: TestModule; readonly definition: Definition },
  module: TestModule,
  definition: Definition,
): boolean {
  return !keepsOwnName(decorated.module, decorated.definition) && !takesAnotherName(module, definition);
}

/** Whether a name stands somewhere for the function it names: it is passed on, kept or returned, and not called at once. */
export function isHandedOn(world: World, module: TestModule, { name, nameSpan }: Definition): boolean {
  const binding = module.bindings.bindingAt(nameSpan.start);
  const isLocal = binding?.scope.kind === 'function';
  return (isLocal ? [module] : world.modulesWith(name)).some((other) => {
    const { tree } = other;
    return other.nodesOf(Kind.identifier).some((identifier) => {
      if (textOf(tree, identifier) !== name || isInImport(other, identifier)) return false;
      if (isLocal && other.bindings.bindingAt(startOf(tree, identifier)) !== binding) return false;
      const field = fieldOf(tree, identifier);
      const node = field === Field.attribute ? parentOf(tree, identifier) : identifier;
      const parent = kindOf(tree, parentOf(tree, node));
      if (field === Field.name || parent === Kind.decorator) return false;
      return !(parent === Kind.call && fieldOf(tree, node) === Field.function);
    });
  });
}
