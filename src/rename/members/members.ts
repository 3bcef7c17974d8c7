import type { ClassDefinition, Definition } from '../../python/definitions.ts';
import { calledNameOf, dottedNameOf, valueGivenTo } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  childIn,
  Field,
  fieldOf,
  Kind,
  kindOf,
  nodeAt,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { isCollected } from '../pytest/collected.ts';
import { computedFromNames } from '../visibility/computed-from-names.ts';
import { composedNames } from '../visibility/composed-names.ts';
import { askedNames } from '../references/asked-names.ts';
import { attributesBesideMethods } from './data-classes.ts';
import { definitionsOf, privateNames, unknownDecorators } from '../references/definition-names.ts';
import { objectionsToFile } from '../editable.ts';
import { escapesOf } from './escapes.ts';
import { classKeywordsOf, classVariableOf, type Family, familyOf } from './families.ts';
import { attributesOfForeignClass } from './known-classes.ts';
import { linkOf } from '../references/links.ts';
import { namesInLogs } from '../visibility/logged-names.ts';
import { namesOfFrames } from '../visibility/names-of-frames.ts';
import { isCertainlyOther } from './lookup-objects.ts';
import { memberReferencesTo } from './member-references.ts';
import { newTests } from '../pytest/new-tests.ts';
import { shownOf } from '../visibility/observers.ts';
import { partsInMessages } from '../visibility/parts-in-messages.ts';
import { printsInto } from './printed-into.ts';
import { resolvedValueOf } from '../values/resolved-values.ts';
import { isSpecialMember } from '../references/special-names.ts';
import { decline, edit, type Objection, refuse, type Step } from '../steps.ts';
import { protocolsWith } from './structural.ts';
import { namesListedOfClasses } from '../pytest/read-of-tests.ts';
import type { ClassOf } from '../values/value-kinds.ts';
import { valueOf } from '../values/values.ts';
import { renameInModule } from '../variables.ts';
import type { World } from '../world.ts';

/** Renames a method or attribute of a class, and of all classes that share it, wherever the project names it. */
export function* renameMember(world: World, owner: ClassOf, name: string, newName: string): Generator<Step> {
  if (!world.project.isWhole) yield decline('single-file', `\`${name}\` of class ${owner.definition.name}`);
  // `dict(cart)` takes what has `keys` for a mapping.
  if (newName === 'keys') yield decline('special-name', '`keys`');
  for (const either of [name, newName]) {
    if (isSpecialMember(either)) yield decline('special-name', `\`${either}\``);
    if (either.startsWith('__') || isMangled(owner, either)) yield decline('mangled', `\`${either}\``);
  }
  const family = familyOf(world, owner, name);
  yield* objectionsToBases(world, family, name, newName);
  yield* objectionsToClasses(world, family, name);
  yield* takenIn(world, family, newName);
  for (const { module, definition } of family.related.values())
    yield { step: 'claim', claim: `${module.path}:${definition.nameSpan.start}:${newName}` };
  let isDefined = false;
  for (const reference of memberReferencesTo(world, family, name, newName)) {
    switch (reference.kind) {
      case 'objection':
      case 'unknown':
        yield reference.objection;
        break;
      case 'variable':
        isDefined = true;
        yield* objectionsToFile(reference.module);
        yield* renameInModule(reference.module, reference.binding, newName);
        yield* newTests(world, reference.module, reference.binding, newName);
        for (const definition of definitionsOf(reference.module, reference.binding)) {
          yield* unknownDecorators(reference.module, definition, ({ name: decorator }) =>
            isOwnAccessor(decorator, name),
          );
          yield* namesInLogs(world, reference.module, definition);
          yield* namesOfFrames(world, definition);
          yield* computedFromNames(world, reference.module, definition);
          if (definition.kind === 'class') yield* privateNames(reference.module, definition);
        }
        break;
      case 'attribute':
        isDefined ||= isStored(reference.module, reference.node);
        yield* partsInMessages(reference.module, name, [reference.node]);
        yield* objectionsToFile(reference.module);
        yield edit(reference.module, reference.span, newName);
        break;
      case 'text':
        yield* partsInMessages(reference.module, name, [nodeAt(reference.module.tree, reference.span.start)]);
        yield* objectionsToFile(reference.module);
        yield edit(reference.module, reference.span, newName);
    }
  }
  if (!isDefined) yield decline('not-ours', `\`${name}\` is defined nowhere in the project`);
  const isOther = (module: TestModule, object: Node) => isCertainlyOther(world, family, module, object);
  yield* composedNames(world, name, isOther);
  for (const { module, node, object } of askedNames(world, newName)) {
    if (!isOther(module, object))
      yield refuse('capture', shownOf(module, node), module, startOf(module.tree, node));
  }
  for (const collected of [...family.related.values()].filter(isCollected))
    yield* namesListedOfClasses(world, collected.module);
  yield* protocolsWith(world, name, newName);
  yield* escapesOf(world, family, name);
  yield* printsInto(world, family, name);
}

/** Whether Python makes the name of one with two leading underscores in the class (Language Reference 6.2.1). */
const isMangled = ({ definition }: ClassOf, name: string) =>
  name.startsWith(`_${definition.name.replace(/^_+/, '')}__`);

/** `@total.setter` of the property `total`, `@Cart.total.setter` of that of a base. */
const isOwnAccessor = (decorator: string, name: string) =>
  new RegExp(`^(?:.+\\.)?${name}\\.(?:setter|getter|deleter)$`).test(decorator);

/** Whether an attribute is assigned to there. */
function isStored({ tree }: TestModule, attribute: Node): boolean {
  const parent = parentOf(tree, attribute);
  const kind = kindOf(tree, parent);
  if (kind === Kind.assignment || kind === Kind.augmented_assignment)
    return fieldOf(tree, attribute) === Field.left;
  return (
    kind === Kind.pattern_list ||
    kind === Kind.tuple_pattern ||
    kind === Kind.list_pattern ||
    kind === Kind.as_pattern_target ||
    (kind === Kind.for_statement && fieldOf(tree, attribute) === Field.left)
  );
}

/** Objects to base classes that are not known, or that have the old or the new name. */
export function* objectionsToBases(
  world: World,
  family: Family,
  name: string,
  newName: string | undefined,
): Generator<Objection> {
  for (const { base, of } of family.others) {
    const { module, definition } = of;
    const place = definition.nameSpan.start;
    const known =
      base.kind === 'foreign'
        ? (attributesOfForeignClass(base.origin) ??
          attributesBesideMethods(world, base.origin, family, name, newName))
        : undefined;
    const shown = base.kind === 'foreign' ? base.origin : shownOf(module, base.node);
    if (known === undefined) {
      const code = base.kind === 'foreign' ? codeOfForeignBase(base.origin) : 'unknown-base';
      const found =
        code === 'unknown-base' ? unknownBase(world, base, of, name) : `class ${definition.name}(${shown})`;
      yield refuse(code, found, module, place);
    } else if (known.has(name)) yield refuse('framework-method', `\`${name}\` of ${shown}`, module, place);
    else if (newName !== undefined && known.has(newName))
      yield refuse('member-exists', `\`${newName}\` of ${shown}`, module, place);
  }
}

/** Says which base of which class is not known, and what follows for a name. */
export function unknownBase(
  world: World,
  base: Family['others'][number]['base'],
  { module, definition }: ClassOf,
  name: string,
): string {
  const shown = base.kind === 'foreign' ? base.origin : originOf(module, base.node);
  const isForeign =
    base.kind === 'foreign' ? !shown.startsWith('builtins.') : isMissing(world, module, shown);
  const because = `\`${shown}\` is not ${isForeign ? 'in this repository' : 'known'}`;
  return `${because} and may use \`${name}\` too: base of class ${definition.name}`;
}

/** The full dotted name of a base that is written as one; the beginning of any other expression. */
function originOf(module: TestModule, node: Node): string {
  const dotted = dottedNameOf(module.tree, node);
  return dotted === undefined ? shownOf(module, node) : module.imports.originOf(dotted);
}

/** Whether a dotted name is that of something in a module which the project does not have. */
function isMissing({ project }: World, module: TestModule, dotted: string): boolean {
  const [, dots = '', rest = ''] = /^(\.*)([\w.]+)$/s.exec(dotted) ?? [];
  const parts = rest.split('.').slice(0, -1);
  if (parts.length === 0) return false;
  const { to } = linkOf(project, module, dots + parts.join('.'));
  return to === 'elsewhere' || to === 'folder';
}

function codeOfForeignBase(origin: string): Objection['code'] {
  if (/^typing(?:_extensions)?\.Protocol$/.test(origin)) return 'interface';
  return /(?:^|\.)(?:NamedTuple|TypedDict|(?:Int|Str)?(?:Enum|Flag)|Structure|Union|BaseModel|Model|Schema|Serializer)$/.test(
    origin,
  )
    ? 'data-member'
    : 'unknown-base';
}

const INTERCEPTORS: ReadonlySet<string> = new Set(
  '__getattr__ __getattribute__ __setattr__ __delattr__ __dir__ __getstate__ __setstate__ __reduce__ __reduce_ex__'.split(
    ' ',
  ),
);

function* objectionsToClasses(world: World, family: Family, name: string): Generator<Objection> {
  for (const { module, definition } of family.related.values()) {
    const { tree } = module;
    for (const keyword of classKeywordsOf(module, definition))
      yield refuse('data-member', shownOf(module, keyword), module, startOf(tree, keyword));
    for (const method of methodsOf(module, definition)) {
      if (INTERCEPTORS.has(method.name) || method.name === '__init_subclass__')
        yield refuse('dynamic-attribute', method.name, module, method.nameSpan.start);
      const isAbstract = method.decorators.some((decorator) => /(?:^|\.)abstract\w+$/.test(decorator.name));
      if (method.name === name && isAbstract)
        yield refuse('interface', `\`${name}\``, module, method.nameSpan.start);
    }
    yield* unknownDecorators(module, definition, () => false);
    yield* dataMembers(world, { module, definition }, name);
  }
}

function methodsOf({ definitions }: TestModule, owner: ClassDefinition): readonly Definition[] {
  return definitions.filter(({ enclosing, kind }) => enclosing === owner && kind === 'function');
}

/** Objects to a variable of a class body that is data: a field, or what a descriptor may be told the name of. */
function* dataMembers(world: World, { module, definition }: ClassOf, name: string): Generator<Objection> {
  const { tree } = module;
  const binding = classVariableOf(module, definition, name);
  if (binding === undefined) return;
  const isData = definition.decorators.some((decorator) =>
    /^(?:dataclasses|attrs?)\.|(?:^|\.)dataclass$/.test(module.imports.originOf(decorator.name)),
  );
  for (const { node, start } of binding.definitions) {
    if (definitionsOf(module, binding).some(({ nameSpan }) => nameSpan.start === start)) continue;
    if (isData) yield refuse('data-member', `class ${definition.name}`, module, start);
    const value = valueGivenTo(tree, node);
    if (value === NO_NODE || kindOf(tree, value) !== Kind.call) continue;
    const made = valueOf(world, module, value);
    const isPlain = made.kind === 'foreign-instance' || (made.kind === 'instance' && !hasSetName(made.class));
    if (!isPlain && !/^(?:property|staticmethod|classmethod|\w*Mock)$/.test(calledNameOf(tree, value)))
      yield refuse('data-member', shownOf(module, value), module, start);
  }
}

/** A descriptor with `__set_name__` is told the name that it gets. */
function hasSetName({ module, definition }: ClassOf): boolean {
  return methodsOf(module, definition).some(({ name }) => name === '__set_name__');
}

/** Objects to a new name that a class of the family has. */
function* takenIn(world: World, family: Family, newName: string): Generator<Objection> {
  for (const { module, definition } of family.related.values()) {
    const taken = classVariableOf(module, definition, newName);
    if (taken !== undefined)
      yield refuse('member-exists', `\`${newName}\``, module, taken.definitions[0]?.start ?? 0);
  }
  for (const module of world.modulesWith(newName)) {
    for (const node of module.nodesOf(Kind.identifier)) {
      if (fieldOf(module.tree, node) !== Field.attribute || textOf(module.tree, node) !== newName) continue;
      if (!isTakenAt(world, family, module, parentOf(module.tree, node))) continue;
      yield refuse(
        'member-exists',
        shownOf(module, parentOf(module.tree, node)),
        module,
        startOf(module.tree, node),
      );
    }
  }
}

/** Whether an attribute is one of an object of the family, or is stored in what may be such an object. */
function isTakenAt(world: World, family: Family, module: TestModule, attribute: Node): boolean {
  const object = childIn(module.tree, attribute, Field.object);
  const value = resolvedValueOf(world, module, object);
  if (value.kind === 'class' || value.kind === 'instance' || value.kind === 'super')
    return family.related.has(value.class.definition);
  return (
    value.kind === 'unknown' &&
    isStored(module, attribute) &&
    !isCertainlyOther(world, family, module, object)
  );
}
