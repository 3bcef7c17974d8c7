import type { ClassDefinition, FunctionDefinition } from '../../python/definitions.ts';
import {
  argumentsOf,
  calledNameOf,
  calleeOf,
  unparenthesized,
  valueGivenTo,
} from '../../python/expressions.ts';
import { isSpelt } from '../../python/mentions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  childIn,
  Field,
  fieldOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { isAscii } from '../../python/text.ts';
import { isRead } from '../members/attribute-reads.ts';
import { ancestryOf } from '../members/families.ts';
import { MAXIMUM_DEPTH } from '../references/global-names.ts';
import { remembered, rememberedOf } from '../remembered.ts';
import { modulesWithAttribute, type World } from '../world.ts';
import { selfOf } from './own-class.ts';
import type { ClassOf } from './value-kinds.ts';
import { valueOf } from './values.ts';

/** The methods of which the question is open: what one hands to the other, and gets of it, is not known. */
const open = new Set<FunctionDefinition>();

/**
 * Whether a method may get an object of another class as its `self`: it is read from the class itself, which binds
 * nothing, and called with something that is not known to be an object of it, or not called there.
 */
export const getsOtherSelf = remembered(
  (world: World, { definition }: { readonly definition: FunctionDefinition }): boolean => {
    const owner = definition.enclosing;
    if (owner?.kind !== 'class' || open.has(definition)) return true;
    const reads = readsThroughClasses(world, definition.name).get(owner) ?? [];
    open.add(definition);
    const gets = reads.some((read) => !isGivenObjectOf(world, read, owner));
    open.delete(definition);
    return gets;
  },
);

interface Read {
  readonly module: TestModule;
  readonly attribute: Node;
}

/** Where attributes of a name are read from classes, by every class that may define what they give. */
const readsThroughClasses = rememberedOf((world: World, name: string) => {
  const reads = new Map<ClassDefinition, Read[]>();
  for (const module of modulesWithAttribute(world, name)) {
    const { tree } = module;
    const isPlain = isAscii(module.text);
    for (const node of module.nodesOf(Kind.identifier)) {
      if (fieldOf(tree, node) !== Field.attribute) continue;
      if (!isSpelt(tree, node, name) && (isPlain || textOf(tree, node).normalize('NFKC') !== name)) continue;
      const attribute = parentOf(tree, node);
      if (!isRead(tree, attribute)) continue;
      const read = classAt(world, module, childIn(tree, attribute, Field.object));
      if (read === undefined) continue;
      for (const definition of ancestryOf(world, read).classes.keys())
        reads.set(definition, [...(reads.get(definition) ?? []), { module, attribute }]);
    }
  }
  return reads;
});

/** The class that an expression certainly is; what is asked of `self` is its class, whatever else it may be. */
function classAt(world: World, module: TestModule, expression: Node, depth = 0): ClassOf | undefined {
  const { tree, bindings } = module;
  const node = unparenthesized(tree, expression);
  if (node === NO_NODE || depth > MAXIMUM_DEPTH) return undefined;
  switch (kindOf(tree, node)) {
    case Kind.identifier: {
      const binding = bindings.bindingAt(startOf(tree, node));
      if (binding?.kind === 'parameter') {
        const value = selfOf(module, binding);
        return value.kind === 'class' ? value.class : undefined;
      }
      if (binding?.kind === 'local' && binding.scope.kind !== 'module' && binding.scope.kind !== 'class') {
        const [only] = binding.definitions;
        return only && classAt(world, module, valueGivenTo(tree, only.node), depth + 1);
      }
      const value = valueOf(world, module, node);
      return value.kind === 'class' ? value.class : undefined;
    }
    case Kind.attribute: {
      const object = childIn(tree, node, Field.object);
      if (textOf(tree, childIn(tree, node, Field.attribute)) === '__class__')
        return classOfSelf(module, object);
      if (bindings.bindingAt(startOf(tree, node))?.kind !== 'import') return undefined;
      const value = valueOf(world, module, node);
      return value.kind === 'class' ? value.class : undefined;
    }
    case Kind.call: {
      const [object, ...more] = argumentsOf(tree, node);
      const isType = calledNameOf(tree, node) === 'type' && object !== undefined && more.length === 0;
      return isType ? classOfSelf(module, object.value) : undefined;
    }
    default:
      return undefined;
  }
}

function classOfSelf(module: TestModule, node: Node): ClassOf | undefined {
  const binding = module.bindings.bindingAt(startOf(module.tree, node));
  const value = binding?.kind === 'parameter' ? selfOf(module, binding) : undefined;
  return value?.kind === 'instance' ? value.class : undefined;
}

/** Whether what is read is called with an object of a class, or is looked at alone. */
function isGivenObjectOf(world: World, { module, attribute }: Read, owner: ClassDefinition): boolean {
  const { tree } = module;
  const parent = parentOf(tree, attribute);
  switch (kindOf(tree, parent)) {
    case Kind.call: {
      const [first] = argumentsOf(tree, parent);
      if (fieldOf(tree, attribute) !== Field.function || first === undefined) return false;
      const value = valueOf(world, module, first.value);
      return value.kind === 'instance' && ancestryOf(world, value.class).classes.has(owner);
    }
    case Kind.argument_list:
      return module.imports.originOf(calleeOf(tree, parentOf(tree, parent)) ?? '').startsWith('inspect.');
    case Kind.attribute:
      return !/^__(?:func|get|call|wrapped)__$/.test(textOf(tree, childIn(tree, parent, Field.attribute)));
    case Kind.comparison_operator:
      return true;
    default:
      return false;
  }
}
