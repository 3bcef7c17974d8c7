import { valueGivenTo } from '../../python/expressions.ts';
import {
  Field,
  fieldOf,
  firstNamedChildOf,
  Kind,
  kindOf,
  NO_NODE,
  parentOf,
  textOf,
} from '../../python/syntax.ts';
import { isRead } from './attribute-reads.ts';
import { doubts } from '../values/doubts.ts';
import type { ClassOf } from '../values/value-kinds.ts';
import { definitionNamedAt, valueOf } from '../values/values.ts';
import { modulesWithAttribute, type World } from '../world.ts';
import { ancestryOf, classKeywordsOf, classVariableOf, type Family } from './families.ts';
import { attributesOfForeignClass } from './known-classes.ts';
import { rememberedByName } from '../remembered.ts';
import { words } from './test-libraries.ts';

/**
 * The attributes of classes that make members or fields of what their heirs define, but for special ones; functions,
 * which are descriptors, become methods in their heirs as in any class (Python library reference, "enum", "NamedTuple").
 */
const MAKERS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['enum.Enum', words('name value mro')],
  ['enum.IntEnum', words('name value mro')],
  ['enum.StrEnum', words('name value mro')],
  ['typing.NamedTuple', words('count index')],
]);

const MIXED = new Map([
  ['enum.IntEnum', 'builtins.int'],
  ['enum.StrEnum', 'builtins.str'],
]);

/** Those of such classes from which the classes of a family derive. */
export const makersAbove = ({ others }: Family): readonly string[] =>
  others.flatMap(({ base }) => (base.kind === 'foreign' && MAKERS.has(base.origin) ? base.origin : []));

/** The attributes of such a class, where a name is that of plain methods in all classes of a family. */
export function attributesBesideMethods(
  world: World,
  origin: string,
  family: Family,
  name: string,
  newName = name,
): ReadonlySet<string> | undefined {
  const own = MAKERS.get(origin);
  if (own === undefined || name.startsWith('_') || newName.startsWith('_')) return undefined;
  const isMethod = [...family.related.values()].every((owner) => isMethodOrNone(world, owner, name));
  if (!isMethod || isStored(world, name) || isStored(world, newName)) return undefined;
  return new Set([...own, ...(attributesOfForeignClass(MIXED.get(origin) ?? '') ?? [])]);
}

function isMethodOrNone(world: World, { module, definition }: ClassOf, name: string): boolean {
  return (classVariableOf(module, definition, name)?.definitions ?? []).every((occurrence) => {
    const method = definitionNamedAt(module, occurrence);
    return (
      method?.kind === 'function' &&
      method.decorators.every(({ node }) => {
        const decorator = valueOf(world, module, firstNamedChildOf(module.tree, node));
        return (
          decorator.kind === 'foreign' &&
          /^builtins\.(?:property|(?:class|static)method)$/.test(decorator.origin)
        );
      })
    );
  });
}

const isStored = (world: World, name: string) =>
  modulesWithAttribute(world, name).some(({ tree, nodesOf }) =>
    nodesOf(Kind.identifier).some(
      (node) =>
        textOf(tree, node) === name &&
        fieldOf(tree, node) === Field.attribute &&
        !isRead(tree, parentOf(tree, node)),
    ),
  );

/** Whether a class is a plain enumeration: all its members are objects of it. */
export function isEnumeration(world: World, owner: ClassOf): boolean {
  const { classes, others } = ancestryOf(world, owner);
  const origins = others.map(({ base }) => (base.kind === 'foreign' ? base.origin : ''));
  return (
    origins.some((origin) => origin.startsWith('enum.')) &&
    origins.every((origin) => MAKERS.has(origin) || /^builtins\.(?:str|int|float|object)$/.test(origin)) &&
    [...classes.values()].every(
      ({ module, definition }) =>
        definition.decorators.length === 0 &&
        classKeywordsOf(module, definition).length === 0 &&
        HOOKS.every((name) => classVariableOf(module, definition, name) === undefined),
    ) &&
    doubts().makesItsObjects(world, owner) &&
    world.pathsWith('_member_map_').length === 0
  );
}

const HOOKS = [
  '__new__',
  '__init_subclass__',
  '__getattribute__',
  '__class__',
  '_ignore_',
  '_generate_next_value_',
];

/** Whether an attribute of an enumeration is one of its members: what it is given is no descriptor. */
export const hasMember = rememberedByName((world: World, owner: ClassOf, name: string): boolean => {
  const { module, definition } = owner;
  const [only, ...more] = classVariableOf(module, definition, name)?.definitions ?? [];
  if (only === undefined || more.length > 0 || name.startsWith('_')) return false;
  const value = valueGivenTo(module.tree, only.node);
  return value !== NO_NODE && PLAIN.has(kindOf(module.tree, value)) && isEnumeration(world, owner);
});

const PLAIN: ReadonlySet<number> = new Set<number>([
  Kind.string,
  Kind.concatenated_string,
  Kind.integer,
  Kind.float,
  Kind.true,
  Kind.false,
  Kind.none,
  Kind.tuple,
  Kind.list,
  Kind.dictionary,
]);
