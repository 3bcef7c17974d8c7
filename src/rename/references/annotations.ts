import type { Comment } from '../../python/comments.ts';
import { argumentsOf, calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import {
  ancestorOf,
  childIn,
  contains,
  Field,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { type Literal, literalsWith, wordSpansIn } from './literals.ts';
import { edit, refuse, type Step } from '../steps.ts';
import { wordOffsetsIn } from '../words.ts';

/**
 * The mentions of a binding in annotations that are written as strings, which type checkers and
 * `typing.get_type_hints` resolve where they stand (PEP 484), and an objection to type comments.
 */
export function* annotationsOf(module: TestModule, binding: Binding, newName: string): Generator<Step> {
  const { name } = binding;
  for (const literal of stringsThatMean(module, binding)) {
    const words = wordOffsetsIn(literal.value, name).filter((at) => literal.value[at - 1] !== '.');
    const spans = wordSpansIn(literal, name).filter(({ start }) => module.text[start - 1] !== '.');
    if (spans.length !== words.length)
      yield refuse('mention', `an annotation with \`${name}\``, module, startOf(module.tree, literal.node));
    for (const span of spans) yield edit(module, span, newName);
  }
  for (const { text, span, node } of typeCommentsWith(module, name)) {
    if (means(module, node, binding)) yield refuse('type-comment', text, module, span.start);
  }
}

/** The annotations that are written as strings and name a binding. */
export function stringsThatMean(module: TestModule, binding: Binding): readonly Literal[] {
  return literalsWith(module, binding.name).filter(
    (literal) => isAnnotation(module, literal) && means(module, literal.node, binding),
  );
}

/** The strings and comments that stand for types and say a name. */
export function typesInText(module: TestModule, name: string): readonly Node[] {
  const literals = literalsWith(module, name).filter((literal) => isAnnotation(module, literal));
  return [...literals, ...typeCommentsWith(module, name)].map(({ node }) => node);
}

function typeCommentsWith({ comments }: TestModule, name: string): readonly Comment[] {
  return comments.filter(
    ({ text }) => /^#+\s*type:(?!\s*ignore\b)/.test(text) && wordOffsetsIn(text, name).length > 0,
  );
}

/** Whether a string stands for a type: in an annotation, as an argument of `cast` or `TypeVar`, or subscripting a type. */
export function isAnnotation({ tree }: TestModule, { node }: Literal): boolean {
  for (let outer = parentOf(tree, node); outer !== NO_NODE; outer = parentOf(tree, outer)) {
    const kind = kindOf(tree, outer);
    if (kind === Kind.subscript || kind === Kind.generic_type) {
      if (takesValues(tree, outer)) return false;
    } else if (kind === Kind.type) {
      if (kindOf(tree, parentOf(tree, outer)) !== Kind.type_parameter) return true;
    } else if (kind === Kind.call) return isTypeArgument(tree, outer, node);
    else if (!transparent.has(kind)) return false;
  }
  return false;
}

const transparent: ReadonlySet<number> = new Set<number>([
  Kind.argument_list,
  Kind.keyword_argument,
  Kind.binary_operator,
  Kind.union_type,
  Kind.tuple,
  Kind.list,
  Kind.type_parameter,
  Kind.parenthesized_expression,
]);

/** Whether an expression is, or is part of, an annotation. */
export function isAnnotationNode(tree: TestModule['tree'], node: Node): boolean {
  const around = ancestorOf(tree, node, Kind.type, Kind.block, Kind.module, Kind.argument_list);
  return kindOf(tree, around) === Kind.type;
}

/** `Literal["a"]` and the second argument of `Annotated[T, "a"]` are values. */
function takesValues(tree: TestModule['tree'], subscript: Node): boolean {
  const named =
    kindOf(tree, subscript) === Kind.subscript ? childIn(tree, subscript, Field.value) : subscript + 1;
  return /(?:^|\.)(?:Literal|Annotated)$/.test(textOf(tree, named));
}

function isTypeArgument(tree: TestModule['tree'], call: Node, string: Node): boolean {
  const given = argumentsOf(tree, call);
  const type = given.find(({ value }) => contains(tree, value, string));
  if (type === undefined) return false;
  switch (calledNameOf(tree, call)) {
    case 'cast':
      return type === given[0];
    case 'NewType':
      return type === given[1];
    case 'TypeVar':
      return type !== given[0] && type.keyword !== 'name';
    default:
      return false;
  }
}

function means({ bindings }: TestModule, node: Node, binding: Binding): boolean {
  return bindings.lookup(bindings.scopeOf(node), binding.name) === binding;
}
