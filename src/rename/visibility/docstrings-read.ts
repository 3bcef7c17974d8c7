import type { FunctionDefinition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import { childIn, Field, fieldOf, Kind, kindOf, parentOf, textOf } from '../../python/syntax.ts';
import { unknownDecorators } from '../references/definition-names.ts';
import { literalsWith } from '../references/literals.ts';
import { rememberedOfAll } from '../remembered.ts';
import type { Value } from '../values/value-kinds.ts';
import { valueOf } from '../values/values.ts';
import type { World } from '../world.ts';
import { isHandedOn } from './computed-from-names.ts';

/**
 * Whether the docstring of a function may be more to the program than a comment: something reads it, or has the
 * function as an object and may.
 */
export function mayUseDocstring(world: World, module: TestModule, definition: FunctionDefinition): boolean {
  return (
    readsDocstringOf(world, definition) ||
    unknownDecorators(module, definition, () => false).next().done !== true ||
    isHandedOn(world, module, definition)
  );
}

/** Whether the project reads a docstring that may be that of a function. */
export function readsDocstringOf(world: World, definition: FunctionDefinition): boolean {
  return readersOfDocstrings(world).some(
    (read) => read === 'any' || read.kind === 'unknown' || isFunction(read, definition),
  );
}

const isFunction = (value: Value, definition: FunctionDefinition) =>
  value.kind === 'function' && value.definition === definition;

/** What the project reads the docstrings of; `any` where it goes through functions, or asks in another way. */
const readersOfDocstrings = rememberedOfAll((world): readonly ('any' | Value)[] => {
  const asked = Object.entries(READERS).some(([word, pattern]) =>
    world.pathsWith(word).some((path) => pattern.test(world.project.text(path) ?? '')),
  );
  return asked ? ['any'] : world.modulesWith('__doc__').flatMap((module) => readIn(world, module));
});

/** What gives the docstring of something, or of each function or method of a module or class; `cmd` helps with them. */
const READERS: Readonly<Record<string, RegExp>> = {
  getdoc: /\bgetdoc\b/,
  pydoc: /\bpydoc\b/,
  help: /(?<![\w.]|\bdef )help\s*\(/,
  shortDescription: /\bshortDescription\b/,
  _testMethodDoc: /\b_testMethodDoc\b/,
  cmd: /\bimport cmd\b|\bfrom cmd import\b/,
  cmd2: /\bimport cmd2\b|\bfrom cmd2[\w.]* import\b/,
  fire: /\bimport fire\b|\bfrom fire[\w.]* import\b/,
  yacc: /\byacc\b/,
};

function readIn(world: World, module: TestModule): readonly ('any' | Value)[] {
  const { tree } = module;
  const named = literalsWith(module, '__doc__').some(({ isDocstring }) => !isDocstring);
  const attributes = Array.from(module.nodesOf(Kind.identifier)).flatMap((node) => {
    if (fieldOf(tree, node) !== Field.attribute || textOf(tree, node) !== '__doc__') return [];
    const attribute = parentOf(tree, node);
    const isStored =
      kindOf(tree, parentOf(tree, attribute)) === Kind.assignment && fieldOf(tree, attribute) === Field.left;
    return isStored ? [] : [valueOf(world, module, childIn(tree, attribute, Field.object))];
  });
  return named ? ['any', ...attributes] : attributes;
}
