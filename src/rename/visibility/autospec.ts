import { argumentsOf, calledNameOf, dottedNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import { Field, fieldOf, Kind, kindOf, type Node, parentOf, startOf } from '../../python/syntax.ts';
import { callOf } from '../references/called-at.ts';
import { constantAt } from '../references/literals.ts';

/** What names the object that `patch(…, autospec=True)` or `create_autospec(…)` copies; undefined where nothing does. */
export function specifiedAt(module: TestModule, node: Node): string | undefined {
  const { tree } = module;
  const argument = parentOf(tree, node);
  if (kindOf(tree, argument) !== Kind.keyword_argument) {
    const [object] = argumentsOf(tree, callOf(module, node));
    return object === undefined ? undefined : definedNameOf(module, object.value);
  }
  const call = parentOf(tree, parentOf(tree, argument));
  if (fieldOf(tree, node) !== Field.name || kindOf(tree, call) !== Kind.call) return undefined;
  const [path, name] = argumentsOf(tree, call).filter(({ keyword }) => keyword === undefined);
  switch (calledNameOf(tree, call)) {
    case 'patch':
      return path === undefined ? undefined : constantAt(module, path.value);
    case 'object':
      return name === undefined ? undefined : constantAt(module, name.value);
    default:
      return undefined;
  }
}

/** A dotted name that begins with what is imported or defined; a variable may hold anything. */
function definedNameOf({ tree, bindings }: TestModule, node: Node): string | undefined {
  const binding = bindings.bindingAt(startOf(tree, node));
  const isDefined = /^(?:import|class|function)$/.test(binding?.kind ?? '');
  return isDefined ? dottedNameOf(tree, node) : undefined;
}
