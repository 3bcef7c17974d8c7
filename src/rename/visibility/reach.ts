import { argumentsOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  ancestorOf,
  childIn,
  Field,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { isCollected } from '../pytest/collected.ts';
import { aliasesOf, type Family } from '../members/families.ts';
import { importedBy, isImporter } from '../references/import-graph.ts';
import { literalAt } from '../references/literals.ts';
import { callOf } from '../references/called-at.ts';
import { isConftest } from '../pytest/providers.ts';
import { rememberedOfAll } from '../remembered.ts';
import type { World } from '../world.ts';

/**
 * Whether no object of the classes of a family can get to the code of a module: the test runner alone makes them, and
 * neither do their modules import this one, by however many steps, nor this one theirs, nor does what runs tests.
 */
export function isApart(world: World, family: Family, module: TestModule): boolean {
  const reach = reachOf(world, family);
  if (reach === 'anywhere' || reach.modules.has(module)) return false;
  if (runnersIn(world).has(module) || findsTests(module) || importsByComputedName(module)) return false;
  const imported = importedBy(world.project, [module]);
  return !reach.homes.some((home) => imported.has(home));
}

interface Reach {
  /** The modules of the classes. */
  readonly homes: readonly TestModule[];
  /** The modules that they import, and those that name one of the classes. */
  readonly modules: ReadonlySet<TestModule>;
}

const known = new WeakMap<Family, Reach | 'anywhere'>();

function reachOf(world: World, family: Family): Reach | 'anywhere' {
  const present = known.get(family);
  if (present !== undefined) return present;
  const reach = newReach(world, family);
  known.set(family, reach);
  return reach;
}

function newReach(world: World, family: Family): Reach | 'anywhere' {
  const owners = [...family.descendants.values()];
  if (!owners.every(isCollected)) return 'anywhere';
  const related = [...family.related.values()].map((owner) => owner.module);
  if (related.some((module) => importsByComputedName(module))) return 'anywhere';
  const homes = [...new Set(owners.map((owner) => owner.module))];
  const naming = owners.flatMap((owner) => [...aliasesOf(world, owner)]).flatMap(world.modulesWith);
  return { homes, modules: new Set([...importedBy(world.project, homes), ...naming]) };
}

/** Words of modules that get the tests of other modules into their hands. */
const OF_RUNNERS =
  'pytest_plugins pytest_collection_modifyitems pytest_collection_finish pytest_deselected pytest_itemcollected ' +
  'pytest_pycollect_makeitem pytest_pyfunc_call pytest_generate_tests pytest_fixture_setup pytest_runtest_setup ' +
  'pytest_runtest_call pytest_runtest_teardown pytest_runtest_protocol pytest_runtest_makereport ' +
  'pytest_assertrepr_compare load_tests TestLoader defaultTestLoader TestSuite TestProgram TextTestRunner ' +
  'TextTestResult TestResult';

/** The modules that run or change tests, and all that they import. */
export const runnersIn = rememberedOfAll((world): ReadonlySet<TestModule> => {
  const naming = ['conftest', ...OF_RUNNERS.split(' ')].flatMap(world.modulesWith);
  const starts = new Set(naming.filter((module) => isConftest(module) || isRunner(module)));
  return importedBy(world.project, starts);
});

const runnerWords: ReadonlySet<string> = new Set(OF_RUNNERS.split(' '));

function isRunner({ tree, nodesOf }: TestModule): boolean {
  return nodesOf(Kind.identifier).some((node) => runnerWords.has(textOf(tree, node)));
}

const FINDERS: ReadonlySet<string> = new Set(
  'sys.modules gc.get_objects gc.get_referrers pkgutil.walk_packages pkgutil.iter_modules'.split(' '),
);

/** The modules that go through what is loaded, or through the files of a package. */
export function findersIn(world: World): readonly TestModule[] {
  const words = [...FINDERS, '__subclasses__'].map((name) => name.slice(name.lastIndexOf('.') + 1));
  return [...new Set(words.flatMap(world.modulesWith))].filter(findsTests);
}

/** Whether a module goes through what is loaded, or through the files of a package. */
function findsTests({ tree, nodesOf, imports }: TestModule): boolean {
  const isFinder = (node: Node) =>
    FINDERS.has(imports.originOf(textOf(tree, node))) && !isOfItself(tree, parentOf(tree, node));
  return (
    nodesOf(Kind.attribute).some(isFinder) ||
    nodesOf(Kind.identifier).some((node) => isFinder(node) || textOf(tree, node) === '__subclasses__')
  );
}

/** `sys.modules[__name__]` is the module in which it stands. */
function isOfItself(tree: TestModule['tree'], subscript: Node): boolean {
  return (
    kindOf(tree, subscript) === Kind.subscript &&
    textOf(tree, childIn(tree, subscript, Field.subscript)) === '__name__'
  );
}

function importsByComputedName(module: TestModule): boolean {
  const { tree } = module;
  return module.nodesOf(Kind.identifier).some((node) => {
    if (!isImporter(textOf(tree, node))) return false;
    if (ancestorOf(tree, node, Kind.import_statement, Kind.import_from_statement) !== NO_NODE) return false;
    const call = callOf(module, node);
    if (call === NO_NODE)
      return !module.definitions.some(({ nameSpan }) => nameSpan.start === startOf(tree, node));
    const [named] = argumentsOf(tree, call);
    return named === undefined || literalAt(module, named.value)?.isFormatted !== false;
  });
}
