import { argumentsOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import { childIn, Field, Kind, kindOf, type Node } from '../../python/syntax.ts';
import { attributesNamed } from '../members/attribute-reads.ts';
import { literalsWith } from '../references/literals.ts';
import { rememberedOf, rememberedOfAll } from '../remembered.ts';
import { valueOf } from '../values/values.ts';
import { composedNames } from '../visibility/composed-names.ts';
import { modulesWithAttribute, type World } from '../world.ts';

/** What Python or pytest keeps a function in that it calls by position alone. */
interface Taker {
  readonly callee: RegExp;
  /** By place or keyword: where the function stands among the arguments. */
  readonly arguments: ReadonlySet<number | string>;
  /** The words without which nobody gets the function out of there again. */
  readonly readBy: readonly string[];
}

const TAKERS: readonly Taker[] = [
  // `ids(value)` (pytest reference, "Metafunc.parametrize", "fixture").
  { callee: /^pytest\.mark\.parametrize$/, arguments: new Set([3, 'ids']), readBy: ['ids'] },
  { callee: /^pytest\.fixture$/, arguments: new Set(['ids']), readBy: ['ids'] },
  {
    callee: /^builtins\.property$/,
    arguments: new Set([0, 1, 2, 'fget', 'fset', 'fdel']),
    readBy: ['fget', 'fset', 'fdel'],
  },
];

/** Whether a function that is an argument of a call is kept where nothing calls it but by position. */
export function isKeptByPosition(world: World, module: TestModule, call: Node, argument: Node): boolean {
  const { tree } = module;
  const callee = valueOf(world, module, childIn(tree, call, Field.function));
  if (callee.kind !== 'foreign') return false;
  const taker = TAKERS.find((one) => one.callee.test(callee.origin));
  if (taker === undefined || taker.readBy.some((word) => isRead(world, word))) return false;
  if (callee.origin === 'pytest.mark.parametrize' && handsMarksOn(world)) return false;
  const given = argumentsOf(tree, call);
  if (given.some(({ node }) => kindOf(tree, node) === Kind.list_splat)) return false;
  const keyword = given.find(({ value }) => value === argument)?.keyword;
  const place = given.filter((one) => one.keyword === undefined).findIndex(({ value }) => value === argument);
  return taker.arguments.has(keyword ?? place);
}

/** Whether a word is that of an attribute somewhere, in a string, or put together out of strings. */
const isRead = rememberedOf(
  (world: World, word: string) =>
    modulesWithAttribute(world, word).some((module) => hasAttribute(module, word)) ||
    isSaid(world, word) ||
    composedNames(world, word).next().done !== true,
);

const isSaid = (world: World, word: string) =>
  world
    .modulesWith(word)
    .some((module) => literalsWith(module, word).some(({ isDocstring }) => !isDocstring));

const hasAttribute = (module: TestModule, name: string) => attributesNamed(module, name).length > 0;

/** Whether something takes all arguments out of a mark that may be one of `parametrize`. */
const handsMarksOn = rememberedOfAll((world: World) => {
  if (isSaid(world, 'parametrize')) return true;
  const isHolder = (module: TestModule) => ['args', 'kwargs'].some((name) => hasAttribute(module, name));
  return ['iter_markers', 'iter_markers_with_node', 'own_markers', 'pytestmark', 'combined_with'].some(
    (word) =>
      modulesWithAttribute(world, word).some((module) => hasAttribute(module, word) && isHolder(module)),
  );
});
