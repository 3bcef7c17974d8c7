import { annotateVariable } from './collect-annotations.ts';
import { Mark } from './collect-marks.ts';
import { ENTERS_BOUND, type Walk } from './collect-walk.ts';
import { Field, Kind, NO_NODE, type Node } from './syntax.ts';

/** Opens the block of the type parameters when there are any, and gives the block around the definition. */
export function openTypeParameters(walk: Walk, definition: Node, typeParameters: Node, name: number): number {
  if (typeParameters === NO_NODE) return walk.block;
  const block = walk.open('type-parameters', name, walk.block, definition);
  walk.blocks.seesClass[block] = walk.blocks.kinds[walk.block] === 'class';
  walk.marks[typeParameters] = Mark.declares;
  walk.enterBlock(typeParameters, block);
  return block;
}

/** A type parameter list (Language Reference 8.10) binds its names, and reads each bound and default lazily. */
export function declareTypeParameters(walk: Walk, node: Node): void {
  for (let child = node + 1, end = walk.afterOf(node); child < end; child = walk.afterOf(child)) {
    if (walk.kind[child] !== Kind.type) continue;
    const declared = child + 1;
    if (walk.kind[declared] === Kind.constrained_type) declareConstrained(walk, declared);
    else declareTypeParameter(walk, declared);
  }
}

function declareTypeParameter(walk: Walk, declared: Node): void {
  const kind = walk.kind[declared];
  if (kind === Kind.identifier) walk.marks[declared] = Mark.typeParameter;
  // The grammar takes `*type` for an element that is unpacked, and any other `*Ts` for what it is.
  else if (kind === Kind.splat_type || kind === Kind.list_splat)
    walk.markIdentifiers(declared, Mark.typeParameter);
  else walk.blocks.hasError[walk.block] = true;
}

/** The grammar reads a default (PEP 696) only when it is spelt as one more bound. */
function declareConstrained(walk: Walk, node: Node): void {
  declareTypeParameter(walk, node + 2);
  const bound = secondType(walk, node);
  if (bound === NO_NODE) return;
  const isBounded = walk.tree.text.charAt(walk.start[walk.childOfKind(node, Kind[':'])] ?? 0) === ':';
  if (walk.kind[bound + 1] !== Kind.constrained_type || !isBounded) {
    walk.enters[bound] = ENTERS_BOUND;
    return;
  }
  walk.enters[bound + 2] = ENTERS_BOUND;
  const preset = secondType(walk, bound + 1);
  if (preset !== NO_NODE) walk.enters[preset] = ENTERS_BOUND;
}

/** What follows the colon of a `constrained_type`. */
function secondType(walk: Walk, node: Node): Node {
  for (
    let child = walk.afterOf(node + 1), end = walk.afterOf(node);
    child < end;
    child = walk.afterOf(child)
  ) {
    if (walk.kind[child] === Kind.type) return child;
  }
  return NO_NODE;
}

/** A type alias (Language Reference 7.14) binds its name and reads its value in a block of its own (PEP 695). */
export function defineTypeAlias(walk: Walk, node: Node): void {
  const left = walk.childIn(node, Field.left);
  const right = walk.childIn(node, Field.right);
  if (left === NO_NODE || right === NO_NODE) return;
  const name = walk.kind[left + 1] === Kind.generic_type ? left + 2 : left + 1;
  if (walk.kind[name] !== Kind.identifier) {
    assignmentToType(walk, node, left);
    return;
  }
  walk.marks[name] = Mark.stored;
  const typeParameters = name === left + 2 ? walk.childOfKind(left + 1, Kind.type_parameter) : NO_NODE;
  const identifier = walk.identifiers.at(walk.start[name] ?? 0, walk.end[name] ?? 0);
  const seesClass = walk.blocks.kinds[walk.block] === 'class';
  const around = openTypeParameters(walk, node, typeParameters, identifier);
  const block = walk.open('type-alias', identifier, around, node);
  walk.blocks.seesClass[block] = seesClass;
  walk.enterBlock(right, block);
}

/** `type(x).attr = v`, `type[i] = v` and their like assign to what a variable `type` gives. */
function assignmentToType(walk: Walk, node: Node, left: Node): void {
  walk.marks[node + 1] = Mark.isName;
  if (walk.kind[left + 1] !== Kind.constrained_type) return;
  const annotation = secondType(walk, left + 1);
  if (annotation !== NO_NODE) annotateVariable(walk, annotation);
}
