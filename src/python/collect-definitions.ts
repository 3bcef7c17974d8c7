import { MODULE, NONE } from './blocks.ts';
import { annotateSignature } from './collect-annotations.ts';
import { Mark } from './collect-marks.ts';
import { openTypeParameters } from './collect-type-parameters.ts';
import type { Walk } from './collect-walk.ts';
import { Field, Kind, NO_NODE, type Node } from './syntax.ts';

/** A function definition (Language Reference 8.7) opens blocks for body, annotations and type parameters. */
export function defineFunction(walk: Walk, node: Node): void {
  const typeParameters = walk.childIn(node, Field.type_parameters);
  const parameters = walk.childIn(node, Field.parameters);
  const returns = walk.childIn(node, Field.return_type);
  const name = definedName(walk, node, Mark.functionName);
  const around = openTypeParameters(walk, node, typeParameters, name);
  const isAnnotated = returns !== NO_NODE || hasAnnotation(walk, parameters);
  const annotations =
    isAnnotated && !walk.futureAnnotations ? walk.open('annotation', '__annotate__', around, node) : NONE;
  if (annotations !== NONE) {
    walk.blocks.seesClass[annotations] =
      walk.blocks.seesClass[around] === true || walk.blocks.kinds[around] === 'class';
  }
  const block = walk.open('function', name, around, node);
  if (returns !== NO_NODE) annotateSignature(walk, returns, annotations, around);
  if (parameters !== NO_NODE) declareParameters(walk, parameters, block, annotations, around);
  walk.enterBlock(walk.childIn(node, Field.body), block);
}

/** A class definition (Language Reference 8.8) opens a block that mangles private names. */
export function defineClass(walk: Walk, node: Node): void {
  const typeParameters = walk.childIn(node, Field.type_parameters);
  const name = definedName(walk, node, Mark.className);
  const className = walk.identifiers.nameOf(name);
  const around = openTypeParameters(walk, node, typeParameters, name);
  if (typeParameters !== NO_NODE) {
    walk.blocks.privateTo[around] = className;
    walk.blocks.mangledOnly[around] = new Set();
    walk.enterBlock(walk.childIn(node, Field.superclasses), around);
  }
  const block = walk.open('class', name, around, node);
  walk.blocks.privateTo[block] = className;
  walk.enterBlock(walk.childIn(node, Field.body), block);
}

function definedName(walk: Walk, node: Node, mark: number): number {
  const name = walk.childIn(node, Field.name);
  if (name === NO_NODE) return walk.identifiers.of('');
  walk.marks[name] = mark;
  return walk.identifiers.at(walk.start[name] ?? 0, walk.end[name] ?? 0);
}

function hasAnnotation(walk: Walk, parameters: Node): boolean {
  if (parameters === NO_NODE) return false;
  for (let child = parameters + 1, end = walk.afterOf(parameters); child < end; child = walk.afterOf(child)) {
    const kind = walk.kind[child];
    if (kind === Kind.typed_parameter || kind === Kind.typed_default_parameter) return true;
  }
  return false;
}

function declareParameters(walk: Walk, list: Node, block: number, annotations: number, around: number): void {
  for (let child = list + 1, end = walk.afterOf(list); child < end; child = walk.afterOf(child)) {
    switch (walk.kind[child] ?? Kind.end) {
      case Kind.identifier:
      case Kind.list_splat_pattern:
      case Kind.dictionary_splat_pattern:
      case Kind.tuple_pattern:
        declareParameter(walk, child, block);
        break;
      case Kind.default_parameter:
        declareParameter(walk, child + 1, block);
        break;
      case Kind.typed_parameter:
      case Kind.typed_default_parameter: {
        declareParameter(walk, child + 1, block);
        const annotation = walk.childIn(child, Field.type);
        if (annotation !== NO_NODE) annotateSignature(walk, annotation, annotations, around);
        break;
      }
      default:
    }
  }
}

function declareParameter(walk: Walk, node: Node, block: number): void {
  // Python 2 takes tuples apart in its parameter lists (PEP 3113).
  if (walk.kind[node] === Kind.tuple_pattern) walk.blocks.hasError[walk.block] = true;
  for (let inner = node, end = walk.afterOf(node); inner < end; inner++) {
    if (walk.kind[inner] !== Kind.identifier) continue;
    walk.marks[inner] = Mark.parameter;
    walk.enterBlock(inner, block);
  }
}

/** A lambda (Language Reference 6.14) is a function whose body is one expression. */
export function openLambda(walk: Walk, node: Node): void {
  const block = walk.open('lambda', 'lambda', walk.block, node);
  const parameters = walk.childIn(node, Field.parameters);
  if (parameters !== NO_NODE) declareParameters(walk, parameters, block, NONE, walk.block);
  walk.enterBlock(walk.childIn(node, Field.body), block);
}

/** The grammar takes the target of `with lambda: a as b:` for a part of the lambda. */
export function leaveLambdas(walk: Walk, target: Node): void {
  let around = walk.block;
  while (walk.blocks.kinds[around] === 'lambda') around = walk.blocks.parents[around] ?? MODULE;
  if (around !== walk.block) walk.enterBlock(target + 1, around);
}
