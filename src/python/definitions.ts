import { calleeOf, dottedNameOf } from './expressions.ts';
import type { NodesOf } from './kinds.ts';
import {
  afterOf,
  childIn,
  childOfKind,
  childrenOf,
  endOf,
  Field,
  Kind,
  kindOf,
  firstNamedChildOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  parentOf,
  spanOf,
  startOf,
  type SyntaxTree,
  textOf,
} from './syntax.ts';
import type { Span } from './text.ts';

/** A function or class as its definition stands in the text. */
export type Definition = FunctionDefinition | ClassDefinition;

interface Defined {
  readonly name: string;
  readonly nameSpan: Span;
  /** The names of the enclosing definitions and its own, joined by dots. */
  readonly qualifiedName: string;
  /** The function_definition or class_definition. */
  readonly node: Node;
  /** The definition with its decorators: UTF-16 offsets. */
  readonly span: Span;
  /** The block. */
  readonly body: Node;
  /** The innermost definition around this one; undefined at module level. */
  readonly enclosing: Definition | undefined;
  readonly decorators: readonly Decorator[];
}

export interface FunctionDefinition extends Defined {
  readonly kind: 'function';
  readonly isAsync: boolean;
  readonly parameters: readonly Parameter[];
}

export interface ClassDefinition extends Defined {
  readonly kind: 'class';
  /** The positional bases, as dotted names; those that are other expressions are left out. */
  readonly bases: readonly string[];
}

export interface Decorator {
  readonly node: Node;
  /** What is called or named, as it stands there: `pytest.mark.skip`; empty for another expression. */
  readonly name: string;
  /** The call with its arguments, or NO_NODE for a bare name. */
  readonly call: Node;
}

/** The kinds of parameter, as in inspect.Parameter. */
export type ParameterKind =
  | 'positional-only'
  | 'positional-or-keyword'
  | 'var-positional'
  | 'keyword-only'
  | 'var-keyword';

export interface Parameter {
  readonly name: string;
  readonly kind: ParameterKind;
  /** The identifier: UTF-16 offsets. */
  readonly span: Span;
}

/** The definitions of a module in source order, outer ones before those inside them. */
export function definitionsOf(tree: SyntaxTree, nodesOf: NodesOf): readonly Definition[] {
  const functions = nodesOf(Kind.function_definition);
  const classes = nodesOf(Kind.class_definition);
  const nodes = new Int32Array(functions.length + classes.length);
  nodes.set(functions);
  nodes.set(classes, functions.length);
  nodes.sort();
  const definitions: Definition[] = [];
  const open: Definition[] = [];
  for (const node of nodes) {
    while (!holds(tree, open.at(-1), node)) open.pop();
    const definition = definitionOf(tree, node, open.at(-1));
    definitions.push(definition);
    open.push(definition);
  }
  return definitions;
}

function holds(tree: SyntaxTree, outer: Definition | undefined, node: Node): boolean {
  return outer === undefined || node < afterOf(tree, outer.node);
}

function definitionOf(tree: SyntaxTree, node: Node, enclosing: Definition | undefined): Definition {
  const identifier = childIn(tree, node, Field.name);
  const name = textOf(tree, identifier);
  const parent = parentOf(tree, node);
  const decorated = kindOf(tree, parent) === Kind.decorated_definition ? parent : NO_NODE;
  const nameSpan = spanOf(tree, identifier);
  const qualifiedName = enclosing === undefined ? name : `${enclosing.qualifiedName}.${name}`;
  const span = spanOf(tree, decorated === NO_NODE ? node : decorated);
  const body = childIn(tree, node, Field.body);
  const decorators = decorated === NO_NODE ? [] : decoratorsOf(tree, decorated);
  if (kindOf(tree, node) === Kind.class_definition) {
    const bases = basesOf(tree, node);
    return { kind: 'class', name, nameSpan, qualifiedName, node, span, body, enclosing, decorators, bases };
  }
  return new DefinedFunction(tree, {
    name,
    nameSpan,
    qualifiedName,
    node,
    span,
    body,
    enclosing,
    decorators,
  });
}

/** A class, since an object with accessors of its own is slow to make, and a module has many functions. */
class DefinedFunction implements FunctionDefinition {
  readonly kind = 'function';
  readonly name: string;
  readonly nameSpan: Span;
  readonly qualifiedName: string;
  readonly node: Node;
  readonly span: Span;
  readonly body: Node;
  readonly enclosing: Definition | undefined;
  readonly decorators: readonly Decorator[];
  readonly #tree: SyntaxTree;
  #parameters: readonly Parameter[] | undefined;

  constructor(tree: SyntaxTree, defined: Defined) {
    this.name = defined.name;
    this.nameSpan = defined.nameSpan;
    this.qualifiedName = defined.qualifiedName;
    this.node = defined.node;
    this.span = defined.span;
    this.body = defined.body;
    this.enclosing = defined.enclosing;
    this.decorators = defined.decorators;
    this.#tree = tree;
  }

  get isAsync(): boolean {
    return childOfKind(this.#tree, this.node, Kind.async_token) !== NO_NODE;
  }

  get parameters(): readonly Parameter[] {
    return (this.#parameters ??= parametersOf(this.#tree, this.node));
  }
}

function decoratorsOf(tree: SyntaxTree, decorated: Node): readonly Decorator[] {
  return childrenOf(tree, decorated)
    .filter((child) => kindOf(tree, child) === Kind.decorator)
    .map((decorator) => {
      const expression = firstNamedChildOf(tree, decorator);
      if (kindOf(tree, expression) !== Kind.call)
        return { node: decorator, name: dottedNameOf(tree, expression) ?? '', call: NO_NODE };
      return { node: decorator, name: calleeOf(tree, expression) ?? '', call: expression };
    });
}

function basesOf(tree: SyntaxTree, node: Node): readonly string[] {
  const list = childIn(tree, node, Field.superclasses);
  if (list === NO_NODE) return [];
  return namedChildrenOf(tree, list).flatMap((base) => {
    // `Generic[T]` and `declarative_base()` stand for the class that is subscripted or called.
    const named = kindOf(tree, base) === Kind.subscript ? childIn(tree, base, Field.value) : base;
    return dottedNameOf(tree, named) ?? [];
  });
}

function parametersOf(tree: SyntaxTree, node: Node): readonly Parameter[] {
  const parameters: Parameter[] = [];
  let isKeywordOnly = false;
  for (const child of childrenOf(tree, childIn(tree, node, Field.parameters))) {
    const kind = kindOf(tree, child);
    if (kind === Kind.keyword_separator) isKeywordOnly = true;
    if (kind === Kind.positional_separator) makePositionalOnly(parameters);
    const pattern = kind === Kind.typed_parameter ? child + 1 : child;
    const identifier = identifierOf(tree, child);
    if (identifier === NO_NODE) continue;
    const isVariadic = kindOf(tree, pattern) === Kind.list_splat_pattern;
    parameters.push({
      name: textOf(tree, identifier),
      span: spanOf(tree, identifier),
      kind: isVariadic
        ? 'var-positional'
        : kindOf(tree, pattern) === Kind.dictionary_splat_pattern
          ? 'var-keyword'
          : isKeywordOnly
            ? 'keyword-only'
            : 'positional-or-keyword',
    });
    if (isVariadic) isKeywordOnly = true;
  }
  return parameters;
}

function makePositionalOnly(parameters: Parameter[]): void {
  for (const [index, parameter] of parameters.entries())
    parameters[index] = { ...parameter, kind: 'positional-only' };
}

function identifierOf(tree: SyntaxTree, parameter: Node): Node {
  switch (kindOf(tree, parameter)) {
    case Kind.identifier:
      return parameter;
    case Kind.default_parameter:
    case Kind.typed_default_parameter:
      return childIn(tree, parameter, Field.name);
    case Kind.typed_parameter:
      return identifierOf(tree, parameter + 1);
    case Kind.list_splat_pattern:
    case Kind.dictionary_splat_pattern:
      return childOfKind(tree, parameter, Kind.identifier);
    default:
      return NO_NODE;
  }
}

/** Whether a decorator makes a function static, whatever module gives it: it gets no object and no class. */
export const isStaticMethod = ({ decorators }: FunctionDefinition) =>
  decorators.some(({ name }) => /(?:^|\.)(?:abstract)?staticmethod$/.test(name));

/** The definitions inside each of them that stand in no other one there, in source order. */
export function definitionsByOuter(
  definitions: readonly Definition[],
): ReadonlyMap<Definition, readonly Definition[]> {
  const inner = new Map<Definition, Definition[]>();
  for (const definition of definitions) {
    if (definition.enclosing === undefined) continue;
    const siblings = inner.get(definition.enclosing);
    if (siblings === undefined) inner.set(definition.enclosing, [definition]);
    else siblings.push(definition);
  }
  return inner;
}

/** The innermost definition, decorators included, whose span holds a UTF-16 offset; undefined at module level. */
export function definitionAt(definitions: readonly Definition[], offset: number): Definition | undefined {
  let low = 0;
  let high = definitions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = definitions[middle]?.span.start ?? 0;
    if (start <= offset) low = middle + 1;
    else high = middle;
  }
  let definition = definitions[low - 1];
  while (definition !== undefined && definition.span.end <= offset) definition = definition.enclosing;
  return definition;
}

/** The node of the block or module in which a definition stands, decorators aside. */
export function blockOf(tree: SyntaxTree, { node }: Definition): Node {
  const parent = parentOf(tree, node);
  return kindOf(tree, parent) === Kind.decorated_definition ? parentOf(tree, parent) : parent;
}

/** From the first decorator to the colon before the body: UTF-16 offsets. */
export function headerOf(tree: SyntaxTree, { node, span, body }: Definition): Span {
  const colon = childrenOf(tree, node).findLast((child) => child < body && kindOf(tree, child) === Kind[':']);
  return { start: span.start, end: colon === undefined ? startOf(tree, body) : endOf(tree, colon) };
}
