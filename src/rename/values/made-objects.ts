import type { ClassDefinition, FunctionDefinition } from '../../python/definitions.ts';
import { argumentsOf, calledNameOf, unparenthesized, valueGivenTo } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
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
import { ancestryOf, classKeywordsOf, classVariableOf } from '../members/families.ts';
import { unknownDecorators } from '../references/definition-names.ts';
import { literalsWith } from '../references/literals.ts';
import { remembered, rememberedOf } from '../remembered.ts';
import type { World } from '../world.ts';
import type { ClassOf } from './value-kinds.ts';
import { definitionNamedAt, valueOf } from './values.ts';

/** The classes of which the question is open: a class whose bases ask for it is no class that anybody knows. */
const open = new Set<ClassDefinition>();

/** Whether a call of the name of a class gives an object of the class, which stays one. */
export const makesItsObjects = remembered((world: World, owner: ClassOf): boolean => {
  if (open.has(owner.definition)) return false;
  open.add(owner.definition);
  const { classes } = ancestryOf(world, owner);
  const makes =
    isKeptByDecorators(world, owner) &&
    [...classes.values()].every((one) => hasPlain(one, '__new__') && hasPlainMetaclass(world, one)) &&
    !isReplacedBySetting(world, owner.definition.name) &&
    !isExchanged(world, owner);
  open.delete(owner.definition);
  return makes;
});

function isKeptByDecorators(world: World, { module, definition }: ClassOf): boolean {
  const isKept = ({ node }: { readonly node: Node }) => givesBack(world, module, node);
  return unknownDecorators(module, definition, isKept).next().done === true;
}

/** Whether a decorator is a function of the project that returns what it decorates. */
function givesBack(world: World, module: TestModule, decorator: Node): boolean {
  const value = valueOf(world, module, firstNamedChildOf(module.tree, decorator));
  if (value.kind !== 'function' || value.definition.decorators.length > 0) return false;
  const [first] = value.definition.parameters;
  const returned = returnedIn(value.module, value.definition);
  return (
    returned.length > 0 &&
    returned.every((node) => {
      const binding = value.module.bindings.bindingAt(startOf(value.module.tree, node));
      return binding?.definitions.length === 1 && binding.definitions[0]?.start === first?.span.start;
    })
  );
}

function returnedIn(module: TestModule, definition: FunctionDefinition): readonly Node[] {
  const { tree } = module;
  return [...module.nodesOf(Kind.return_statement)]
    .filter((statement) => module.definitionAt(startOf(tree, statement)) === definition)
    .map((statement) => unparenthesized(tree, firstNamedChildOf(tree, statement)));
}

/** Whether a class leaves the making of objects to the next class: all that its method returns is what that gives. */
function hasPlain({ module, definition }: ClassOf, name: '__new__' | '__call__'): boolean {
  const { tree, bindings } = module;
  return (classVariableOf(module, definition, name)?.definitions ?? []).every((occurrence) => {
    const method = definitionNamedAt(module, occurrence);
    if (method?.kind !== 'function') return false;
    const returned = returnedIn(module, method);
    return (
      returned.length > 0 &&
      returned.every((node) => {
        if (node === NO_NODE || kindOf(tree, node) !== Kind.identifier)
          return isMadeByNext(module, method, node, name);
        const [only, ...more] = bindings.bindingAt(startOf(tree, node))?.definitions ?? [];
        const isOnly = only !== undefined && more.length === 0;
        return isOnly && isMadeByNext(module, method, valueGivenTo(tree, only.node), name);
      })
    );
  });
}

/** `super().__new__(cls)`, `str.__new__(cls, text)`, and of a metaclass `super().__call__(*args)`. */
function isMadeByNext(
  { tree }: TestModule,
  { parameters }: FunctionDefinition,
  call: Node,
  name: string,
): boolean {
  if (call === NO_NODE || kindOf(tree, call) !== Kind.call || calledNameOf(tree, call) !== name) return false;
  const object = childIn(tree, childIn(tree, call, Field.function), Field.object);
  if (name === '__call__')
    return kindOf(tree, object) === Kind.call && calledNameOf(tree, object) === 'super';
  const [first] = argumentsOf(tree, call);
  return first !== undefined && textOf(tree, first.value) === parameters[0]?.name;
}

function hasPlainMetaclass(world: World, { module, definition }: ClassOf): boolean {
  const { tree } = module;
  return classKeywordsOf(module, definition).every((keyword) => {
    if (textOf(tree, childIn(tree, keyword, Field.name)) !== 'metaclass') return true;
    const metaclass = valueOf(world, module, childIn(tree, keyword, Field.value));
    if (metaclass.kind !== 'class') return metaclass.kind === 'foreign';
    const { classes } = ancestryOf(world, metaclass.class);
    return [...classes.values()].every((one) => hasPlain(one, '__new__') && hasPlain(one, '__call__'));
  });
}

/** Whether a patch or `setattr` puts something of its own in the place of a name. */
const isReplacedBySetting = rememberedOf((world: World, name: string) =>
  world.modulesWith(name).some((module) =>
    literalsWith(module, name).some(({ node, isDocstring, value }) => {
      const isLast = value === name || value.endsWith(`.${name}`);
      return !isDocstring && isLast && isSetting(module, node);
    }),
  ),
);

/** Whether a string stands in a call that puts something given in the place of what the string names. */
function isSetting({ tree }: TestModule, literal: Node): boolean {
  for (let node = parentOf(tree, literal); node !== NO_NODE; node = parentOf(tree, node)) {
    if (kindOf(tree, node) !== Kind.call) continue;
    const given = argumentsOf(tree, node);
    const named = given.some(({ keyword }) => /^new(?:_callable)?$/.test(keyword ?? ''));
    const positional = given.filter(({ keyword }) => keyword === undefined).length;
    switch (calledNameOf(tree, node)) {
      case 'patch':
        return named || positional > 1;
      case 'object':
      case 'MockPatchObject':
        return named || positional > 2;
      case 'setattr':
      case 'stub_out':
      case 'MonkeyPatch':
      case '__setattr__':
        return true;
      default:
    }
  }
  return false;
}

/** Whether a module that names a class, or one above it, gives objects another class. */
export const isExchanged = remembered((world: World, owner: ClassOf): boolean => {
  const paths = modulesThatExchange(world, '__class__');
  if (paths.length === 0) return false;
  return [...ancestryOf(world, owner).classes.keys()].some(({ name }) => {
    const naming = new Set(world.pathsWith(name));
    return paths.some((path) => naming.has(path));
  });
});

const modulesThatExchange = rememberedOf((world: World, word: string) =>
  world
    .modulesWith(word)
    .filter((module) => storesIn(module, word) || setsByString(module, word))
    .map(({ path }) => path),
);

function storesIn({ tree, nodesOf }: TestModule, name: string): boolean {
  return nodesOf(Kind.identifier).some((node) => {
    if (textOf(tree, node) !== name || fieldOf(tree, node) !== Field.attribute) return false;
    return !isRead(tree, parentOf(tree, node));
  });
}

function setsByString(module: TestModule, name: string): boolean {
  return literalsWith(module, name).some(
    ({ node, isDocstring, value }) => !isDocstring && value === name && isSetting(module, node),
  );
}
