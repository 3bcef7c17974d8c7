import type { ClassDefinition, Definition, FunctionDefinition } from '../../python/definitions.ts';
import { argumentsOf, keywordOf, stringContentOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import {
  childIn,
  Field,
  Kind,
  kindOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { callOf } from '../references/called-at.ts';
import { classVariableOf, descendantsOf } from '../members/families.ts';
import { givenBack } from './given-back.ts';
import { starLinksOf } from '../references/global-names.ts';
import { sourceOf } from '../pytest/injection.ts';
import { folderOf, moduleNameOf } from '../references/links.ts';
import { literalsWith } from '../references/literals.ts';
import type { Passed } from './passed-values.ts';
import {
  isConftest,
  type Provider,
  providersFor,
  providersOf,
  type Region,
  type Request,
  requestsOf,
} from '../pytest/providers.ts';
import { remembered } from '../remembered.ts';
import { isForeignFixture } from '../references/special-names.ts';
import { formOf } from '../references/strings.ts';
import type { ClassOf } from './value-kinds.ts';
import type { World } from '../world.ts';

/**
 * All that pytest may give to a parameter of a test or fixture: what the fixtures of its name return or yield, as far as
 * the project defines them. Undefined where a mark, a hook or a call may give it something else.
 */
export function providedFor(
  world: World,
  module: TestModule,
  parameter: Binding,
): readonly Passed[] | undefined {
  const start = parameter.definitions[0]?.start;
  const request = requestsOf(module).find((one) => one.parameter.span.start === start);
  if (request === undefined || sourceOf(module, request.definition, request.parameter).from !== 'pytest')
    return undefined;
  const places = placesOf(world, request);
  if (places === undefined || isFilledOtherwise(world, request, places)) return undefined;
  const given = providersIn(world, request, places)?.map((provider) =>
    givenBack(provider.module, provider.definition),
  );
  const known = given?.flatMap((one) => (one === undefined ? [] : [one]));
  return known?.length === given?.length ? known?.flat() : undefined;
}

/** Where a test or fixture is collected: in its module, and in those of the classes that inherit it. */
interface Places {
  readonly modules: ReadonlySet<TestModule>;
  /** The classes around it, and those that inherit it. */
  readonly classes: ReadonlyMap<ClassDefinition, ClassOf>;
}

const placesOf = remembered(newPlaces);

/** The places, if nothing but pytest calls the function, and no decorator but known ones speaks for it. */
function newPlaces(world: World, { module, definition }: Request): Places | undefined {
  const around = classesAround(module, definition);
  const classes = new Map(around.flatMap((one) => [...descendantsOf(world, one)]));
  const decorated: readonly (readonly [TestModule, Definition])[] = [
    [module, definition],
    ...Array.from(classes.values(), (one) => [one.module, one.definition] as const),
  ];
  const isPlain = decorated.every(([of, { decorators }]) =>
    decorators.every(({ name }) => PLAIN_DECORATORS.test(of.imports.originOf(name))),
  );
  if (!isPlain || isCalled(world, module, definition)) return undefined;
  const modules = new Set([module, ...Array.from(classes.values(), (one) => one.module)]);
  const isKnown = isCollectedIn(world, module, modules, around.at(-1)?.definition);
  return isKnown && ![...modules].some(hasComputedNames) ? { modules, classes } : undefined;
}

/** Decorators that give a test no argument, but for those that `sourceOf` knows. */
const PLAIN_DECORATORS =
  /^(?:staticmethod|pytest\.mark\.\w+|pytest(?:_asyncio)?\.fixture|unittest\.(?:skip\w*|expectedFailure)|(?:unittest\.)?mock\.patch(?:\.\w+)?|hypothesis\.(?:given|settings|example))$/;

function classesAround(module: TestModule, definition: FunctionDefinition): readonly ClassOf[] {
  const classes: ClassOf[] = [];
  for (let { enclosing } = definition; enclosing !== undefined; enclosing = enclosing.enclosing) {
    if (enclosing.kind === 'class') classes.push({ module, definition: enclosing });
  }
  return classes;
}

/** Whether anything but its definition names a test; a fixture cannot be called (pytest 4.0). */
function isCalled(world: World, module: TestModule, definition: FunctionDefinition): boolean {
  const { name } = definition;
  if (module.model.fixtures.some((fixture) => fixture.definition === definition)) return false;
  return world
    .modulesWith(name)
    .some(
      (other) =>
        mentionedIn(other).has(name) || literalsWith(other, name).some(({ isDocstring }) => !isDocstring),
    );
}

const mentioned = new WeakMap<TestModule, ReadonlySet<string>>();

/** The identifiers of a module, but for those in `def` and `class`. */
function mentionedIn(module: TestModule): ReadonlySet<string> {
  const present = mentioned.get(module);
  if (present !== undefined) return present;
  const { tree } = module;
  const defined = new Set(module.definitions.map(({ nameSpan }) => nameSpan.start));
  const names = new Set<string>();
  for (const node of module.nodesOf(Kind.identifier)) {
    if (!defined.has(startOf(tree, node))) names.add(textOf(tree, node).normalize('NFKC'));
  }
  mentioned.set(module, names);
  return names;
}

/** Whether no other module imports the test, or the class that has it, and so has it collected with its own fixtures. */
function isCollectedIn(
  world: World,
  module: TestModule,
  modules: ReadonlySet<TestModule>,
  outermost: ClassDefinition | undefined,
): boolean {
  const isImported =
    outermost !== undefined &&
    world
      .modulesWith(outermost.name)
      .some((other) => !modules.has(other) && hasImport(other, outermost.name));
  const last = moduleNameOf(module.path).split('.').at(-1) ?? '';
  const isStarred = world
    .modulesWith(last)
    .some((other) =>
      starLinksOf(world, other).some((link) => link.to === 'module' && link.path === module.path),
    );
  return !isImported && !isStarred;
}

const hasImport = ({ bindings }: TestModule, name: string) =>
  bindings.module.symbols.get(name)?.binding.kind === 'import';

/** Whether a parametrization, or a hook of the project, may fill a parameter. */
function isFilledOtherwise(world: World, { parameter }: Request, { modules }: Places): boolean {
  const isHooked = HOOKS.some((hook) =>
    world
      .modulesWith(hook)
      .some((other) => modules.has(other) || isConftest(other) || other.model.tests.length === 0),
  );
  return isHooked || marksNaming(world, parameter.name).some((by) => by === 'any' || modules.has(by));
}

const HOOKS: readonly string[] = [
  'pytest_generate_tests',
  'pytest_pyfunc_call',
  'pytest_fixture_setup',
  'funcargs',
];

/** The modules whose tests a parametrization gives an argument of a name; a mark that is kept may be that of any. */
function marksNaming(world: World, name: string): readonly (TestModule | 'any')[] {
  return world.modulesWith(name).flatMap((module) =>
    literalsWith(module, name).flatMap((literal): readonly (TestModule | 'any')[] => {
      const form = formOf(module, literal);
      if (form.form !== 'fixture' || (form.by !== 'argnames' && form.by !== 'indirect')) return [];
      return kindOf(module.tree, parentOf(module.tree, form.call)) === Kind.decorator ? [module] : ['any'];
    }),
  );
}

const computed = new WeakMap<TestModule, boolean>();

/** Whether a module gives its tests marks, or its fixtures and arguments names, that are not written there. */
function hasComputedNames(module: TestModule): boolean {
  const present = computed.get(module);
  if (present !== undefined) return present;
  const { tree, nodesOf, model } = module;
  const answer =
    nodesOf(Kind.identifier).some((node) => {
      const name = textOf(tree, node);
      return (
        (name === 'parametrize' && !namesArguments(module, node)) ||
        (name === 'pytestmark' && !isPlainMark(module, node))
      );
    }) ||
    model.fixtures.some(({ definition }) =>
      definition.decorators.some(({ call }) => {
        const name = call === NO_NODE ? NO_NODE : keywordOf(tree, call, 'name');
        return name !== NO_NODE && stringContentOf(tree, name) === undefined;
      }),
    );
  computed.set(module, answer);
  return answer;
}

function namesArguments(module: TestModule, node: Node): boolean {
  const { tree } = module;
  const call = callOf(module, node);
  if (call === NO_NODE) return false;
  const keyword = keywordOf(tree, call, 'argnames');
  const names = keyword === NO_NODE ? (argumentsOf(tree, call)[0]?.value ?? NO_NODE) : keyword;
  return listed(module, names).every((name) => stringContentOf(tree, name) !== undefined);
}

function isPlainMark(module: TestModule, node: Node): boolean {
  const { tree, imports } = module;
  const marks = listed(module, childIn(tree, parentOf(tree, node), Field.right));
  return marks.every(
    (mark) => mark !== NO_NODE && imports.originOf(textOf(tree, mark)).startsWith('pytest.mark.'),
  );
}

function listed({ tree }: TestModule, node: Node): readonly Node[] {
  const isList = node !== NO_NODE && (kindOf(tree, node) === Kind.list || kindOf(tree, node) === Kind.tuple);
  return isList ? namedChildrenOf(tree, node) : [node];
}

/** The fixtures one of which pytest gives; undefined when it may be one that is not seen. */
function providersIn(
  world: World,
  request: Request,
  { modules, classes }: Places,
): readonly Provider[] | undefined {
  const { name } = request.parameter;
  const visible = providersFor(world, providersOf(world, name), request);
  const [nearest] = visible;
  if (nearest === undefined || !isCertain(nearest)) return undefined;
  const folders = [...modules].map(({ path }) => path);
  const conftests = world
    .modulesWith(name)
    .filter((other) => isConftest(other) && folders.some((path) => path.startsWith(folderBelow(other))));
  const isShadowed =
    [...modules, ...conftests].some((one) =>
      isOther(one, one.bindings.module.symbols.get(name)?.binding, visible),
    ) ||
    [...classes.values()].some((one) =>
      isOther(one.module, classVariableOf(one.module, one.definition, name), visible),
    );
  const isPlain = visible.every(({ definition: { decorators } }) => decorators.length === 1);
  return isShadowed || !isPlain ? undefined : visible;
}

const folderBelow = ({ path }: TestModule) => path.slice(0, -'conftest.py'.length);

/** Whether pytest certainly finds a fixture where it is visible: a module of fixtures may be no plugin. */
function isCertain({ name, module, region }: Provider): boolean {
  if (region.kind !== 'folder') return true;
  return !isForeignFixture(name) && (isConftest(module) || region.folder !== '');
}

/** Whether a variable may hold another fixture of its name than the known ones. */
function isOther(module: TestModule, binding: Binding | undefined, visible: readonly Provider[]): boolean {
  const [only, ...more] = binding?.definitions ?? [];
  if (binding === undefined || only === undefined) return false;
  if (more.length > 0) return true;
  const isImport = binding.kind === 'import';
  return !visible.some(({ region, definition, ...provider }) =>
    isImport
      ? region.kind === (isConftest(module) ? 'folder' : 'module') &&
        isAt(region, module) &&
        provider.module !== module
      : definition.nameSpan.start === only.start && provider.module === module,
  );
}

/** Whether a region is that of a module, or of the folder of a conftest. */
function isAt(region: Region, { path }: TestModule): boolean {
  if (region.kind === 'folder') return region.folder === folderOf(path);
  return region.kind === 'module' && region.path === path;
}
