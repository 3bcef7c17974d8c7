import { NONE } from './blocks.ts';
import { Mark } from './collect-marks.ts';
import { ENTERS_BOUND, ENTERS_VARIABLE_ANNOTATION, type Walk } from './collect-walk.ts';
import { Kind, NO_NODE, type Node } from './syntax.ts';

/** A variable annotation (PEP 526) is evaluated, in a block of its own, in a module or a class alone (PEP 649). */
export function annotateVariable(walk: Walk, annotation: Node): void {
  const kind = walk.blocks.kinds[walk.block];
  if ((kind === 'module' || kind === 'class') && !walk.futureAnnotations) {
    walk.enters[annotation] = ENTERS_VARIABLE_ANNOTATION;
    return;
  }
  walk.marks[annotation] = Mark.unevaluated;
  walk.enters[annotation] = walk.block + 1;
}

/** The annotations of one signature share a block, or are not evaluated (PEP 563). */
export function annotateSignature(walk: Walk, annotation: Node, annotations: number, around: number): void {
  if (annotations === NONE) walk.marks[annotation] = Mark.unevaluated;
  walk.enterBlock(annotation, annotations === NONE ? around : annotations);
}

/** Enters the block that a node was marked to enter; one of an annotation or a bound is opened only here. */
export function enterMarked(walk: Walk, node: Node, entered: number): void {
  const end = walk.afterOf(node);
  if (entered === ENTERS_VARIABLE_ANNOTATION)
    walk.push(node, end, annotationBlockOf(walk, walk.block, node), false);
  else if (entered === ENTERS_BOUND) walk.push(node, end, boundBlock(walk, node), false);
  else walk.push(node, end, entered - 1, walk.marks[node] === Mark.unevaluated);
}

function annotationBlockOf(walk: Walk, block: number, node: Node): number {
  const present = walk.blocks.annotations[block] ?? NONE;
  if (present !== NONE) return present;
  const start = walk.start[annotationExpression(walk, node)] ?? 0;
  const annotations = walk.blocks.open('annotation', '__annotate__', block, node, start);
  walk.blocks.annotations[block] = annotations;
  walk.blocks.seesClass[annotations] = walk.blocks.kinds[block] === 'class';
  return annotations;
}

function boundBlock(walk: Walk, node: Node): number {
  const start = starBefore(walk, node) ?? walk.start[annotationExpression(walk, node)] ?? 0;
  const block = walk.blocks.open('annotation', walk.lastTypeParameter, walk.block, node, start);
  walk.blocks.seesClass[block] = walk.blocks.seesClass[walk.block] === true;
  return block;
}

/** The star of `*Ts = *tuple[int]` belongs to the default, but is not in the tree. */
function starBefore(walk: Walk, node: Node): number | undefined {
  const { text } = walk.tree;
  let at = (walk.start[node] ?? 0) - 1;
  while (at > 0 && /\s/.test(text.charAt(at))) at -= 1;
  return text.charAt(at) === '*' ? at : undefined;
}

/** The expression in a `type` node, without the parentheses that only group. */
function annotationExpression(walk: Walk, node: Node): Node {
  let inner = node;
  for (;;) {
    const next = walk.kind[inner] === Kind.type ? inner + 1 : NO_NODE;
    const within = walk.kind[inner] === Kind.parenthesized_expression ? walk.element(inner) : next;
    if (within === NO_NODE) return inner;
    inner = within;
  }
}
