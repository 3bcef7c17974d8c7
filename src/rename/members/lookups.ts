import { argumentsOf, calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  ancestorOf,
  childIn,
  Field,
  fieldOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  textOf,
} from '../../python/syntax.ts';
import { literalAt } from '../references/literals.ts';

/** A place that looks up attributes whose names are not written there. */
export interface Lookup {
  readonly node: Node;
  /** The object in which it looks; NO_NODE when it is not written there either. */
  readonly object: Node;
}

const known = new WeakMap<TestModule, readonly Lookup[]>();

/** The lookups of computed attribute names in a module: `getattr(x, name)`, `vars(x)`, `x.__dict__`, in source order. */
export function computedLookupsOf(module: TestModule): readonly Lookup[] {
  const present = known.get(module);
  if (present !== undefined) return present;
  const { tree } = module;
  const lookups: Lookup[] = [];
  for (const call of module.nodesOf(Kind.call)) lookups.push(...lookupsInCall(module, call));
  for (const node of module.nodesOf(Kind.identifier)) {
    if (fieldOf(tree, node) === Field.attribute && /^__(?:dict|slots)__$/.test(textOf(tree, node)))
      lookups.push({ node, object: childIn(tree, parentOf(tree, node), Field.object) });
  }
  for (const node of module.nodesOf(Kind.subscript)) {
    if (textOf(tree, childIn(tree, node, Field.value)) === 'sys.modules' && !isBoundToName(module, node))
      lookups.push({ node, object: node });
  }
  known.set(module, lookups);
  return lookups;
}

const listings = new WeakMap<TestModule, readonly Lookup[]>();

/** The lookups of computed names, and the places where an object lists its names in another way: `cart.__dir__()`. */
export function lookupsAndListingsOf(module: TestModule): readonly Lookup[] {
  const present = listings.get(module);
  if (present !== undefined) return present;
  const found = [...computedLookupsOf(module), ...listingsIn(module)];
  listings.set(module, found);
  return found;
}

/** What gives the names of an object, or of the variables of its class (Python's data model, 3.3; the module `pickle`). */
export const LISTING = /^__(?:annotations|dir|getstate|reduce|reduce_ex|static_attributes)__$/;

function* listingsIn(module: TestModule): Generator<Lookup> {
  const { tree } = module;
  for (const node of module.nodesOf(Kind.identifier)) {
    if (fieldOf(tree, node) !== Field.attribute || !LISTING.test(textOf(tree, node))) continue;
    const attribute = parentOf(tree, node);
    const object = childIn(tree, attribute, Field.object);
    const call = parentOf(tree, attribute);
    const isOfClass = textOf(tree, object) === 'object' && kindOf(tree, call) === Kind.call;
    yield { node, object: (isOfClass ? argumentsOf(tree, call)[0]?.value : undefined) ?? object };
  }
  for (const call of module.nodesOf(Kind.call)) {
    const given = argumentsOf(tree, call);
    switch (calledNameOf(tree, call)) {
      case 'getattr':
        if (isListed(module, given[1]?.value)) yield { node: call, object: given[0]?.value ?? NO_NODE };
        break;
      case 'attrgetter':
      case 'methodcaller':
        if (isListed(module, given[0]?.value)) yield { node: call, object: NO_NODE };
    }
  }
}

function isListed(module: TestModule, name: Node | undefined): boolean {
  const asked = literalAt(module, name ?? NO_NODE)?.value ?? '';
  return LISTING.test(asked) || /^__(?:dict|slots)__$/.test(asked);
}

function lookupsInCall(module: TestModule, call: Node): readonly Lookup[] {
  const { tree } = module;
  const given = argumentsOf(tree, call);
  const [first, second] = given;
  switch (calledNameOf(tree, call)) {
    case 'getattr':
    case 'setattr':
    case 'hasattr':
    case 'delattr':
    case 'object': {
      if (first === undefined || given.length < 2) return [];
      const isConstant = literalAt(module, second?.value ?? NO_NODE)?.isFormatted === false;
      const isPath = literalAt(module, first.value) !== undefined;
      return isConstant || isPath ? [] : [{ node: call, object: first.value }];
    }
    case '__setattr__':
    case '__delattr__':
    case '__getattribute__': {
      // `object.__setattr__(cart, name, 0)` and `cart.__setattr__(name, 0)`.
      const owner = childIn(tree, childIn(tree, call, Field.function), Field.object);
      const isOfClass = owner !== NO_NODE && textOf(tree, owner) === 'object';
      const object = isOfClass ? first?.value : owner;
      const key = (isOfClass ? second : first)?.value ?? NO_NODE;
      const isConstant = literalAt(module, key)?.isFormatted === false;
      return isConstant || object === undefined || object === NO_NODE || key === NO_NODE
        ? []
        : [{ node: call, object }];
    }
    case 'vars':
    case 'dir':
    case 'getmembers':
    case 'getmembers_static':
      return first === undefined ? [] : [{ node: call, object: first.value }];
    case 'attrgetter':
    case 'methodcaller': {
      const isConstant = given.every(
        ({ value }, index) => index > 0 || literalAt(module, value)?.isFormatted === false,
      );
      return isConstant ? [] : [{ node: call, object: NO_NODE }];
    }
    default:
      return [];
  }
}

/** `module = sys.modules[name]` is followed no further than the statement. */
function isBoundToName({ tree }: TestModule, node: Node): boolean {
  return ancestorOf(tree, node, Kind.delete_statement) !== NO_NODE;
}
