import { type Blocks, NONE } from './blocks.ts';
import { Action, actionOfKind } from './collect-actions.ts';
import { enterMarked } from './collect-annotations.ts';
import { openComprehension } from './collect-comprehensions.ts';
import { defineClass, defineFunction, leaveLambdas, openLambda } from './collect-definitions.ts';
import { importNames } from './collect-imports.ts';
import { Mark } from './collect-marks.ts';
import { meetIdentifier, readName, useClassCells } from './collect-names.ts';
import { captureOrRead } from './collect-patterns.ts';
import { assignTo } from './collect-targets.ts';
import { declareTypeParameters, defineTypeAlias } from './collect-type-parameters.ts';
import { ENTERS_NOTHING, type Unevaluated, Walk } from './collect-walk.ts';
import { blockOf, type Regions } from './regions.ts';
import { Field, Kind, NO_NODE, type Node, ROOT, type SyntaxTree } from './syntax.ts';

/** What the first pass over a syntax tree finds. */
export interface Collected {
  readonly blocks: Blocks;
  /** Stretches of nodes that belong to another block than what is around them, in pre-order. */
  readonly regions: Regions;
  /** Identifiers in annotations that CPython does not evaluate, and the blocks in which the annotations stand. */
  readonly unevaluated: Unevaluated;
  /** Identifiers amid text that does not parse: what they are is unknown. */
  readonly unknown: readonly Node[];
}

/**
 * The first pass of CPython's symtable: which blocks there are, and what each says of its names. One walk over the
 * nodes in pre-order; a construct marks the nodes below it that are not what they seem (an identifier that is stored
 * and not read, a body that is another block), so that there is no recursion and every node is met once.
 */
export function collect(tree: SyntaxTree): Collected {
  const walk = new Walk(tree);
  const { size, missing } = tree;
  const kinds = walk.kind;
  const enters = walk.enters;
  walk.blocks.open('module', 'top', NONE, ROOT, 0);
  for (let node = 0; node < size; node++) {
    while (node >= walk.regionEnd) walk.leave();
    const entered = enters[node] ?? ENTERS_NOTHING;
    if (entered !== ENTERS_NOTHING) enterMarked(walk, node, entered);
    const action = actionOfKind[kinds[node] ?? 0] ?? Action.none;
    if (action === Action.none) continue;
    if (action === Action.identifier) meetIdentifier(walk, node);
    else if (walk.isUnevaluated) actUnevaluated(walk, node, action);
    else act(walk, node, action);
  }
  for (const node of missing) walk.blocks.hasError[blockOf(walk.regions, node)] = true;
  useClassCells(walk);
  return {
    blocks: walk.blocks,
    regions: walk.regions,
    unevaluated: walk.unevaluated,
    unknown: walk.unknown,
  };
}

/** What the construct at a node says of the nodes below it. */
function act(walk: Walk, node: Node, action: number): void {
  switch (action) {
    case Action.keywordArgument:
    case Action.keywordPattern:
      walk.marks[node + 1] = Mark.notAName;
      return;
    case Action.container:
      if (walk.marks[node] !== Mark.read) walk.passOn(node);
      return;
    case Action.assignment:
      assignTo(walk, node);
      return;
    case Action.augmentedAssignment:
      walk.marks[node + 1] = Mark.augmented;
      return;
    case Action.loop:
      walk.marks[walk.childIn(node, Field.left)] = Mark.stored;
      return;
    case Action.deletion:
      for (let child = node + 2, end = walk.afterOf(node); child < end; child = walk.afterOf(child)) {
        walk.marks[child] = Mark.stored;
      }
      return;
    case Action.asTarget:
      walk.marks[node + 1] = Mark.stored;
      leaveLambdas(walk, node);
      return;
    case Action.asPattern:
      if (walk.kind[walk.tree.parent[node] ?? 0] === Kind.case_pattern)
        walk.markIdentifiers(node, Mark.stored);
      return;
    case Action.splatPattern:
      walk.markIdentifiers(node, Mark.stored);
      return;
    case Action.functionDefinition:
      defineFunction(walk, node);
      return;
    case Action.classDefinition:
      defineClass(walk, node);
      return;
    case Action.lambda:
      openLambda(walk, node);
      return;
    case Action.comprehension:
      openComprehension(walk, node);
      return;
    case Action.namedExpression:
      if (walk.marks[node] !== Mark.notAName) walk.marks[node + 1] = Mark.walrus;
      return;
    case Action.imports:
      importNames(walk, node);
      return;
    case Action.globalStatement:
      walk.markIdentifiers(node, Mark.declaredGlobal);
      return;
    case Action.nonlocalStatement:
      walk.markIdentifiers(node, Mark.declaredNonlocal);
      return;
    case Action.dottedName:
      captureOrRead(walk, node);
      return;
    case Action.typeAlias:
      defineTypeAlias(walk, node);
      return;
    case Action.typeParameters:
      if (walk.marks[node] === Mark.declares) declareTypeParameters(walk, node);
      return;
    case Action.memberType:
      walk.markIdentifiers(node, Mark.notAName);
      return;
    case Action.nameToken:
      if (walk.marks[node] === Mark.isName) readName(walk, node);
      return;
    case Action.printStatement:
      walk.marks[node + 1] = Mark.isName;
      // `print >>f, x` is a tuple in Python 3; every other print statement is Python 2.
      if (walk.childOfKind(node, Kind.chevron) === NO_NODE) walk.blocks.hasError[walk.block] = true;
      return;
    case Action.execStatement:
      walk.marks[node + 1] = Mark.isName;
      walk.blocks.hasError[walk.block] = true;
      return;
    case Action.exceptClause: {
      const alias = walk.childIn(node, Field.alias);
      if (alias !== NO_NODE) walk.marks[alias] = Mark.stored;
      return;
    }
    case Action.block:
      // The grammar takes a colon with nothing after it for an empty block.
      if (walk.firstBetween(node + 1, walk.afterOf(node)) === NO_NODE)
        walk.blocks.hasError[walk.block] = true;
      return;
    case Action.error:
      walk.blocks.hasError[walk.block] = true;
      walk.markIdentifiers(node, Mark.unknown);
      return;
    default:
      return;
  }
}

/** Whatever stands in an unevaluated annotation opens no block and binds nothing. */
function actUnevaluated(walk: Walk, node: Node, action: number): void {
  if (action === Action.keywordArgument) walk.marks[node + 1] = Mark.notAName;
  else if (action === Action.memberType) walk.markIdentifiers(node, Mark.notAName);
  else if (action === Action.error) walk.blocks.hasError[walk.block] = true;
}
