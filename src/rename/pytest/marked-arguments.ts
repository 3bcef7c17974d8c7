import type { Definition } from '../../python/definitions.ts';
import { argumentsOf, keywordOf } from '../../python/expressions.ts';
import { isSpelt } from '../../python/mentions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  childIn,
  Field,
  fieldOf,
  firstNamedChildOf,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  parentOf,
  textOf,
} from '../../python/syntax.ts';
import { ancestryOf, descendantsOf } from '../members/families.ts';
import { attributesOfForeignClass } from '../members/known-classes.ts';
import { isPackage } from '../references/links.ts';
import { constantAt, literalsWith } from '../references/literals.ts';
import type { ClassOf } from '../values/value-kinds.ts';
import { valueOf } from '../values/values.ts';
import type { World } from '../world.ts';

/** An argument of tests that a mark may give. */
export interface Argument {
  readonly world: World;
  readonly name: string;
}

/** Whether all classes above and below a class have marks alone, and no other argument of the name by them. */
export function isOfMarkedClasses(argument: Argument, owner: ClassOf): boolean {
  const { world } = argument;
  const { classes, others } = ancestryOf(world, owner);
  const isKnown = others.every(
    ({ base }) => base.kind === 'foreign' && attributesOfForeignClass(base.origin) !== undefined,
  );
  const all = [...classes.values(), ...descendantsOf(world, owner).values()];
  return (
    isKnown &&
    all.every(
      ({ module, definition }) =>
        isMarkedByName(argument, module, definition) && marksByName(argument, module),
    )
  );
}

/** Whether all decorators make a fixture, or are marks of pytest that give no argument of the name. */
export const isMarkedByName = (argument: Argument, module: TestModule, { decorators }: Definition) =>
  decorators.every(({ node }) => isMark(argument, module, firstNamedChildOf(module.tree, node)));

function isMark({ world, name }: Argument, module: TestModule, expression: Node): boolean {
  const { tree } = module;
  const isCall = kindOf(tree, expression) === Kind.call;
  const value = valueOf(world, module, isCall ? childIn(tree, expression, Field.function) : expression);
  if (value.kind !== 'foreign' || !/^pytest\.(?:fixture|mark\.\w+)$/.test(value.origin)) return false;
  if (value.origin !== 'pytest.mark.parametrize') return true;
  const names = isCall ? argumentNamesOf(module, expression) : undefined;
  return names !== undefined && !names.includes(name);
}

/** The names of the arguments that a mark gives; undefined when they are not written out. */
function argumentNamesOf(module: TestModule, call: Node): readonly string[] | undefined {
  const { tree } = module;
  const [first] = argumentsOf(tree, call);
  const keyword = keywordOf(tree, call, 'argnames');
  const node = keyword === NO_NODE && first?.keyword === undefined ? (first?.value ?? NO_NODE) : keyword;
  if (node === NO_NODE) return undefined;
  const isList = kindOf(tree, node) === Kind.list || kindOf(tree, node) === Kind.tuple;
  const texts = (isList ? namedChildrenOf(tree, node) : [node]).map((one) => constantAt(module, one));
  return texts.includes(undefined)
    ? undefined
    : texts.flatMap((text) => (text ?? '').split(',').map((part) => part.trim().normalize('NFKC')));
}

/** The packages that have marks for all their tests. */
export const packagesWithMarks = (world: World) =>
  world.modulesWith('pytestmark').filter(({ path }) => isPackage(path));

/** Whether the marks of a module and of its classes are written out there, and give no argument of the name. */
export function marksByName(argument: Argument, module: TestModule): boolean {
  const { tree } = module;
  return module.nodesOf(Kind.identifier).every((node) => {
    if (textOf(tree, node) !== 'pytestmark') return true;
    const assignment = parentOf(tree, node);
    if (kindOf(tree, assignment) !== Kind.assignment || fieldOf(tree, node) !== Field.left) return false;
    const value = childIn(tree, assignment, Field.right);
    const isList = kindOf(tree, value) === Kind.list || kindOf(tree, value) === Kind.tuple;
    const marks = isList ? namedChildrenOf(tree, value) : [value];
    return marks.every((mark) => kindOf(tree, mark) === Kind.comment || isMark(argument, module, mark));
  });
}

/** Whether each mark of a module that parametrizes is called there, with the names of its arguments written out. */
export function parametrizesByName(module: TestModule): boolean {
  const { tree } = module;
  if (literalsWith(module, 'parametrize').some(({ value }) => value === 'parametrize')) return false;
  return module.nodesOf(Kind.identifier).every((node) => {
    if (!isSpelt(tree, node, 'parametrize')) return true;
    const callee = fieldOf(tree, node) === Field.attribute ? parentOf(tree, node) : node;
    const call = parentOf(tree, callee);
    const isCalled = fieldOf(tree, callee) === Field.function && kindOf(tree, call) === Kind.call;
    return isCalled && argumentNamesOf(module, call) !== undefined;
  });
}
