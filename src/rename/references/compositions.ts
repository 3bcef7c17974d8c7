import { argumentsOf, calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
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
} from '../../python/syntax.ts';
import { assignedConstant, literalAt, literalsOf } from './literals.ts';

/** A part of a string: what is written out, or null for what is computed. */
export type Part = string | null;

/** An expression that puts a string together out of parts, in order. */
interface Composition {
  readonly node: Node;
  readonly parts: readonly Part[];
}

const known = new WeakMap<TestModule, readonly Composition[]>();

/** The expressions of a module that put strings together, and have something of them written out. */
export function compositionsOf(module: TestModule): readonly Composition[] {
  const present = known.get(module);
  if (present !== undefined) return present;
  const { tree } = module;
  const nodes = [
    ...module.nodesOf(Kind.binary_operator),
    ...module.nodesOf(Kind.call),
    ...literalsOf(module).flatMap(({ node, isFormatted }) => (isFormatted ? [node] : [])),
  ];
  const made = nodes
    .filter((node) => kindOf(tree, parentOf(tree, node)) !== Kind.binary_operator)
    .map((node) => ({ node, parts: partsOf(module, node) }))
    .filter(({ parts }) => parts.length > 1 && parts.some((part) => part !== null && part !== ''));
  known.set(module, made);
  return made;
}

/** Whether an expression may give a string: not where what it has written out at the edges is otherwise. */
export function mayCompose(module: TestModule, expression: Node, wanted: string): boolean {
  const parts = partsOf(module, expression);
  if (!parts.includes(null)) return parts.join('') === wanted;
  const [head, tail] = [parts[0] ?? '', parts.at(-1) ?? ''];
  return wanted.length >= head.length + tail.length && wanted.startsWith(head) && wanted.endsWith(tail);
}

/** Whether a part of what an expression gives is written out, and another is computed. */
export function isComputed(module: TestModule, expression: Node): boolean {
  const parts = partsOf(module, expression);
  return parts.includes(null) && parts.some((part) => part !== null && part !== '');
}

function partsOf(module: TestModule, node: Node): readonly Part[] {
  const { tree, bindings } = module;
  const literal = literalAt(module, node);
  if (literal !== undefined) return separated(literal.value.split('\ufffc'));
  switch (kindOf(tree, node)) {
    case Kind.parenthesized_expression:
      return namedChildrenOf(tree, node).flatMap((child) => partsOf(module, child));
    case Kind.binary_operator: {
      const [left, right] = [childIn(tree, node, Field.left), childIn(tree, node, Field.right)];
      const operator = kindOf(tree, childIn(tree, node, Field.operator));
      if (operator === Kind['+']) return [...partsOf(module, left), ...partsOf(module, right)];
      return operator === Kind['%'] ? formatted(module, left, /%(?:\(\w*\))?[-\w.#+ ]*?[sdr]/, '%') : [null];
    }
    case Kind.call: {
      const callee = childIn(tree, node, Field.function);
      const object = kindOf(tree, callee) === Kind.attribute ? childIn(tree, callee, Field.object) : NO_NODE;
      if (object === NO_NODE) return [null];
      if (calledNameOf(tree, node) === 'format') return formatted(module, object, /\{[^{}]*\}/, '{');
      return calledNameOf(tree, node) === 'join' ? joined(module, node, object) : [null];
    }
    case Kind.identifier:
      return [assignedConstant(module, bindings.bindingAt(startOf(tree, node))) ?? null];
    default:
      return [null];
  }
}

const separated = (texts: readonly string[]) =>
  texts.flatMap((text, index) => (index === 0 ? [text] : [null, text]));

/** The parts of a format between its fields; none where a field is left that is not known. */
function formatted(module: TestModule, format: Node, field: RegExp, mark: string): readonly Part[] {
  const literal = literalAt(module, format);
  if (literal === undefined || literal.isFormatted) return [null];
  const texts = literal.value.split(field);
  return texts.some((text) => text.includes(mark)) ? [null] : separated(texts);
}

function joined(module: TestModule, call: Node, separator: Node): readonly Part[] {
  const { tree } = module;
  const between = literalAt(module, separator)?.value;
  const display = argumentsOf(tree, call)[0]?.value ?? NO_NODE;
  const isListed = kindOf(tree, display) === Kind.list || kindOf(tree, display) === Kind.tuple;
  if (between === undefined || !isListed) return [null];
  return namedChildrenOf(tree, display).flatMap((child, index) => [
    ...(index === 0 ? [] : [between]),
    ...partsOf(module, child),
  ]);
}
