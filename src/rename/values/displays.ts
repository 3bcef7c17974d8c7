import { calledNameOf, unparenthesized, valueGivenTo } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  childIn,
  Field,
  fieldOf,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  type SyntaxTree,
} from '../../python/syntax.ts';
import { isRead } from '../members/attribute-reads.ts';
import { namesItsVariables } from './passed-values.ts';

/** Where the items of a list, tuple or set that is written out get to. */
export interface ItemUses {
  /** The targets of the loops that go through it. */
  readonly targets: readonly Node[];
  /** The subscripts that give one item. */
  readonly items: readonly Node[];
}

const DISPLAYS: ReadonlySet<number> = new Set<number>([Kind.list, Kind.tuple, Kind.set]);

/** The display that an expression is, or that a local variable holds of which nothing changes the items or keeps them. */
export function displayAt(module: TestModule, expression: Node): Node {
  const { tree, bindings } = module;
  const node = unparenthesized(tree, expression);
  if (node === NO_NODE || DISPLAYS.has(kindOf(tree, node))) return node;
  if (kindOf(tree, node) !== Kind.identifier) return NO_NODE;
  const [only] = bindings.bindingAt(startOf(tree, node))?.definitions ?? [];
  const display = only === undefined ? NO_NODE : valueGivenTo(tree, only.node);
  const isDisplay = display !== NO_NODE && DISPLAYS.has(kindOf(tree, display));
  return isDisplay && usesOfItems(module, display) !== undefined ? display : NO_NODE;
}

/** Where all items of a display get to; undefined where something may get hold of the display itself. */
export function usesOfItems(module: TestModule, display: Node): ItemUses | undefined {
  const { tree, bindings } = module;
  if (!DISPLAYS.has(kindOf(tree, display))) return undefined;
  const assignment = parentOf(tree, display);
  if (kindOf(tree, assignment) !== Kind.assignment) return usesAt(module, display);
  const target = childIn(tree, assignment, Field.left);
  const isLone =
    fieldOf(tree, display) === Field.right && kindOf(tree, parentOf(tree, assignment)) !== Kind.assignment;
  const binding =
    isLone && kindOf(tree, target) === Kind.identifier
      ? bindings.bindingAt(startOf(tree, target))
      : undefined;
  const isLocal =
    binding?.kind === 'local' && binding.scope.kind === 'function' && binding.definitions.length === 1;
  if (!isLocal || namesItsVariables(module, binding)) return undefined;
  const uses = binding.references.map(({ node }) => usesAt(module, node));
  if (uses.includes(undefined)) return undefined;
  return {
    targets: uses.flatMap((one) => one?.targets ?? []),
    items: uses.flatMap((one) => one?.items ?? []),
  };
}

function usesAt({ tree, bindings }: TestModule, node: Node): ItemUses | undefined {
  const parent = parentOf(tree, node);
  switch (kindOf(tree, parent)) {
    case Kind.for_statement:
    case Kind.for_in_clause:
      return fieldOf(tree, node) === Field.right
        ? { targets: [childIn(tree, parent, Field.left)], items: [] }
        : undefined;
    case Kind.subscript: {
      const isItem = fieldOf(tree, node) === Field.value && isRead(tree, parent) && isPlace(tree, parent);
      return isItem ? { targets: [], items: [parent] } : undefined;
    }
    case Kind.argument_list: {
      const call = parentOf(tree, parent);
      const isCount =
        calledNameOf(tree, call) === 'len' &&
        bindings.bindingAt(startOf(tree, childIn(tree, call, Field.function)))?.kind === 'unbound';
      return isCount ? { targets: [], items: [] } : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether a number that is written out stands between the brackets: a slice gives another display. */
function isPlace(tree: SyntaxTree, subscript: Node): boolean {
  const [, index, ...more] = namedChildrenOf(tree, subscript);
  if (index === undefined || more.length > 0) return false;
  const isNegative = kindOf(tree, index) === Kind.unary_operator;
  return kindOf(tree, isNegative ? childIn(tree, index, Field.argument) : index) === Kind.integer;
}
