import type { FunctionDefinition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import { hasInside } from '../../python/statements.ts';
import {
  childIn,
  Field,
  fieldOf,
  firstNamedChildOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { isRead } from '../members/attribute-reads.ts';
import { type Confinement, confinementOf } from '../members/confined.ts';
import { classVariableOf } from '../members/families.ts';
import type { Passed } from './passed-values.ts';
import { definitionNamedAt, valueOf } from './values.ts';
import { modulesWithAttribute, type World } from '../world.ts';

/**
 * All that a call of a method may give: what the methods of that name return. Undefined where something else than the
 * methods of its classes has the object in hand, and may give it another method.
 */
export function returnedBy(world: World, module: TestModule, call: Node): readonly Passed[] | undefined {
  const { tree } = module;
  const callee = childIn(tree, call, Field.function);
  if (kindOf(tree, callee) !== Kind.attribute) return undefined;
  const object = valueOf(world, module, childIn(tree, callee, Field.object));
  const name = textOf(tree, childIn(tree, callee, Field.attribute)).normalize('NFKC');
  const confinement = object.kind === 'instance' ? confinementOf(world, object.class) : undefined;
  if (confinement === undefined || confinement.foreign.has(name) || isStored(world, name)) return undefined;
  return returnsOf(confinement, name);
}

/** Whether something is stored in an attribute of a name, of whatever object. */
function isStored(world: World, name: string): boolean {
  return modulesWithAttribute(world, name).some(({ tree, nodesOf }) =>
    nodesOf(Kind.identifier).some((node) => {
      if (textOf(tree, node).normalize('NFKC') !== name) return false;
      return fieldOf(tree, node) === Field.attribute && !isRead(tree, parentOf(tree, node));
    }),
  );
}

/** What the methods of a name return; undefined where one is no plain function. */
function returnsOf({ kin }: Confinement, name: string): readonly Passed[] | undefined {
  const methods = [...kin.values()].flatMap(({ module, definition }) => {
    const binding = classVariableOf(module, definition, name);
    return (binding?.definitions ?? []).map((occurrence) => ({
      module,
      method: definitionNamedAt(module, occurrence),
    }));
  });
  const returned: Passed[] = [];
  for (const { module, method } of methods) {
    if (method?.kind !== 'function' || !isPlain(module, method)) return undefined;
    for (const node of valuesReturnedBy(module, method)) returned.push({ module, node });
  }
  return methods.length === 0 ? undefined : returned;
}

function isPlain({ tree }: TestModule, { isAsync, decorators, body }: FunctionDefinition): boolean {
  const isUnwrapped = decorators.every(({ name }) => /^(?:abc\.)?abstractmethod$|^staticmethod$/.test(name));
  const isGenerator = hasInside(tree, body, (_, node) => kindOf(tree, node) === Kind.yield);
  return isUnwrapped && !isAsync && !isGenerator;
}

function valuesReturnedBy(module: TestModule, method: FunctionDefinition): readonly Node[] {
  const { tree } = module;
  return [...module.nodesOf(Kind.return_statement)].flatMap((statement) => {
    if (module.definitionAt(startOf(tree, statement)) !== method) return [];
    const value = firstNamedChildOf(tree, statement);
    return value === NO_NODE ? [] : [value];
  });
}
