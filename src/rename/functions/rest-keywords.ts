import { argumentsOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import {
  childIn,
  Field,
  fieldOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { literalAt } from '../references/literals.ts';

/**
 * Whether an expression is the `**fields` of a function that has a parameter of a name: what is passed by that name is
 * not among them, unless the function puts it there.
 */
export function isRestWithout(module: TestModule, expression: Node, name: string): boolean {
  const { tree, bindings, definitions } = module;
  if (expression === NO_NODE || kindOf(tree, expression) !== Kind.identifier) return false;
  const binding = bindings.bindingAt(startOf(tree, expression));
  const maker = definitions.find(({ node }) => node === binding?.scope.node);
  if (binding === undefined || maker?.kind !== 'function') return false;
  const start = binding.definitions[0]?.start;
  const isRest = maker.parameters.some(({ kind, span }) => kind === 'var-keyword' && span.start === start);
  const isTaken = maker.parameters.some(
    (one) => one.name === name && (one.kind === 'positional-or-keyword' || one.kind === 'keyword-only'),
  );
  return isRest && isTaken && isLeftWithout(module, binding, name);
}

/** Whether a function does nothing with a mapping but to unpack it, and to read and store what has another key. */
function isLeftWithout(module: TestModule, { definitions, references }: Binding, name: string): boolean {
  const { tree } = module;
  const isOther = (key: Node | undefined) => {
    const literal = key === undefined ? undefined : literalAt(module, key);
    return literal !== undefined && !literal.isFormatted && literal.value !== name;
  };
  return (
    definitions.length === 1 &&
    references.every(({ node }) => {
      const parent = parentOf(tree, node);
      const kind = kindOf(tree, parent);
      if (kind === Kind.dictionary_splat) return true;
      if (kind === Kind.subscript)
        return fieldOf(tree, node) === Field.value && isOther(childIn(tree, parent, Field.subscript));
      if (kind !== Kind.attribute) return false;
      const method = textOf(tree, childIn(tree, parent, Field.attribute));
      const call = parentOf(tree, parent);
      if (kindOf(tree, call) !== Kind.call) return false;
      return /^(?:get|pop|setdefault)$/.test(method) && isOther(argumentsOf(tree, call)[0]?.value);
    })
  );
}
