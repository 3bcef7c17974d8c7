import { argumentsOf, keywordOf } from '../../python/expressions.ts';
import {
  type Decorator,
  type FunctionDefinition,
  isStaticMethod,
  type Parameter,
} from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import { Kind, kindOf, NO_NODE } from '../../python/syntax.ts';
import { hasDefault } from '../functions/signatures.ts';

/** How a parameter of a test or fixture gets its argument. */
export type Source =
  /** By position: `self`, or from a `mock.patch` decorator. */
  | { readonly from: 'position' }
  /** By its name from `hypothesis.given`; the calls of `given` and `example` that may have it as a keyword. */
  | { readonly from: 'given'; readonly calls: readonly Decorator[] }
  /** It keeps its default. */
  | { readonly from: 'default' }
  /** By its name from pytest: a parametrized argument or a fixture. */
  | { readonly from: 'pytest' }
  /** By the keyword of a decorator such as `patch.multiple`. */
  | { readonly from: 'decorator'; readonly decorator: Decorator };

/** How pytest, or unittest, fills a parameter of a test, a fixture or a method around tests. */
export function sourceOf(module: TestModule, definition: FunctionDefinition, parameter: Parameter): Source {
  const { parameters } = definition;
  const index = parameters.findIndex(({ span }) => span.start === parameter.span.start);
  if (index < boundCount(definition) + patchedCount(module, definition)) return { from: 'position' };
  if (parameter.kind !== 'positional-or-keyword' && parameter.kind !== 'keyword-only')
    return { from: 'position' };
  const decorators = decoratorsOf(definition);
  const given = decorators.filter(({ name }) => HYPOTHESIS.test(module.imports.originOf(name)));
  if (given.length > 0) {
    const isGiven = given.some(({ call }) => isFilledBy(module, call, parameter, parameters.length - index));
    if (isGiven) return { from: 'given', calls: given };
  }
  const multiple = decorators.find(({ name }) =>
    /(?:^|\.)patch\.multiple$/.test(module.imports.originOf(name)),
  );
  if (multiple !== undefined) return { from: 'decorator', decorator: multiple };
  return hasDefault(module, parameter) ? { from: 'default' } : { from: 'pytest' };
}

const HYPOTHESIS = /^hypothesis\.(?:\w+\.)*(?:given|example)$/;

/** `given` fills parameters by keyword, and by position from the right. */
function isFilledBy({ tree }: TestModule, call: number, { name }: Parameter, fromRight: number): boolean {
  if (call === NO_NODE) return false;
  const given = argumentsOf(tree, call);
  const positional = given.filter(
    ({ keyword, node }) => keyword === undefined && kindOf(tree, node) !== Kind.dictionary_splat,
  );
  return given.some(({ keyword }) => keyword === name) || fromRight <= positional.length;
}

/** How many parameters binding a method fills: `self` or `cls`. */
function boundCount(definition: FunctionDefinition): number {
  return definition.enclosing?.kind === 'class' && !isStaticMethod(definition) ? 1 : 0;
}

/** How many arguments `mock.patch` decorators pass, those of the class after those of the method. */
export function patchedCount(module: TestModule, definition: FunctionDefinition): number {
  return decoratorsOf(definition).filter((decorator) => passesMock(module, decorator)).length;
}

function decoratorsOf({ decorators, enclosing }: FunctionDefinition): readonly Decorator[] {
  return enclosing?.kind === 'class' ? [...decorators, ...enclosing.decorators] : decorators;
}

/** Whether a decorator passes a mock: `patch(path)` and `patch.object(target, name)` without a replacement. */
export function passesMock({ tree, imports }: TestModule, { name, call }: Decorator): boolean {
  const found = /(?:^|\.)patch(?<object>\.object)?$/.exec(imports.originOf(name));
  if (found === null || call === NO_NODE) return false;
  const replacementAt = found.groups?.['object'] === undefined ? 1 : 2;
  const given = argumentsOf(tree, call);
  const positional = given.filter(({ keyword }) => keyword === undefined);
  return positional.length <= replacementAt && keywordOf(tree, call, 'new') === NO_NODE;
}
