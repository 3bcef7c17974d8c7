import { argumentsOf, valueGivenTo } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import { isConftest } from '../../python/tests.ts';
import type { World } from '../world.ts';
import { childIn, Field, Kind, kindOf, NO_NODE, type Node, startOf } from '../../python/syntax.ts';

/**
 * Whether an expression gives a mock that has nothing of its own: it takes every call, and what a test asks it for, or
 * puts into it, stands in the test as an attribute of it.
 */
export function isPlainMock(world: World, module: TestModule, expression: Node): boolean {
  const { tree, bindings } = module;
  if (expression === NO_NODE) return false;
  if (kindOf(tree, expression) === Kind.identifier) {
    const [only, ...more] = bindings.bindingAt(startOf(tree, expression))?.definitions ?? [];
    const given = only === undefined || more.length > 0 ? NO_NODE : valueGivenTo(tree, only.node);
    return given !== NO_NODE && kindOf(tree, given) === Kind.call && isPlainMock(world, module, given);
  }
  const isMock = kindOf(tree, expression) === Kind.call && MOCKS.test(calleeIn(module, expression));
  return isMock && hasPlainKeywords(module, expression) && !listsCalls(world, module);
}

/** Whether a call of `patch` or the like puts a plain mock where its string says, the string being its `place`-th argument. */
export function putsPlainMock(world: World, module: TestModule, call: Node, place: 0 | 1): boolean {
  const { tree } = module;
  const given = argumentsOf(tree, call);
  const [replacement] = given.filter(({ keyword }) => keyword === undefined).slice(place + 1);
  const value = replacement ?? given.find(({ keyword }) => keyword === 'new');
  if (value !== undefined) return isPlainMock(world, module, value.value);
  const makesMock = PATCHES.test(calleeIn(module, call));
  return makesMock && hasPlainKeywords(module, call) && !listsCalls(world, module);
}

/** What is called, by where it comes from: no class of the project that only has such a name. */
function calleeIn({ tree, originOf, textOf }: TestModule, call: Node): string {
  const callee = childIn(tree, call, Field.function);
  return originOf(callee) ?? textOf(callee);
}

const MOCKS = /^(?:(?:unittest\.)?mock|mocker)\.(?:(?:NonCallable)?(?:Magic)?|Async)Mock$/;
const PATCHES = /^(?:(?:unittest\.)?mock|mocker)\.patch(?:\.object)?$/;

/** Any other keyword of a mock, and what is unpacked, becomes an attribute of it. */
function hasPlainKeywords({ tree }: TestModule, call: Node): boolean {
  return argumentsOf(tree, call).every(({ value, keyword }) => {
    if (keyword === undefined) return kindOf(tree, value) !== Kind.dictionary_splat;
    // The signature of another object would be checked.
    if (keyword === 'autospec') return kindOf(tree, value) === Kind.true;
    return /^(?:spec|spec_set|create|name|target|attribute|unsafe|instance)$/.test(keyword);
  });
}

/**
 * Whether a module asks a mock for all its calls, keywords included, or gives it attributes by keyword; of a conftest,
 * whether any file does so, since tests get the mock from there.
 */
function listsCalls({ pathsWith }: World, module: TestModule): boolean {
  if (isConftest(module.path)) return LISTING.some((word) => pathsWith(word).length > 0);
  return LISTING.some((word) => module.text.includes(word));
}

const LISTING = ['mock_calls', 'method_calls', 'assert_has_calls', 'attach_mock', 'configure_mock'];
