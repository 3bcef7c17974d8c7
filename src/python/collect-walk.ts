import { type BlockName, Blocks, MODULE, NONE } from './blocks.ts';
import { Mark } from './collect-marks.ts';
import { Identifiers } from './identifiers.ts';
import type { Regions } from './regions.ts';
import type { ScopeKind } from './scope.ts';
import { Kind, NO_NODE, type Node, type SyntaxTree } from './syntax.ts';

/** Identifiers that are not evaluated, and the blocks in which they stand. */
export interface Unevaluated {
  readonly nodes: Node[];
  readonly blocks: number[];
}

// What `enters` holds besides the number of a block plus one.
export const ENTERS_NOTHING = 0;
export const ENTERS_VARIABLE_ANNOTATION = -1;
export const ENTERS_BOUND = -2;

/** Where the walk over a syntax tree stands, what it has marked ahead of itself, and what it has found. */
export class Walk {
  readonly tree: SyntaxTree;
  readonly kind: Uint16Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly after: Int32Array;
  readonly field: Uint8Array;
  readonly identifiers: Identifiers;
  readonly blocks: Blocks;
  readonly marks: Uint8Array;
  readonly enters: Int32Array;
  readonly regions: Regions = { starts: [], ends: [], blocks: [], parents: [] };
  readonly unevaluated: Unevaluated = { nodes: [], blocks: [] };
  readonly unknown: Node[] = [];

  /** The block that the present node is read in, and whether it is read at all. */
  block: number = MODULE;
  isUnevaluated = false;
  /** Where the present region ends, and the regions around it. */
  regionEnd: Node;
  region = NONE;
  readonly outerEnds: Node[] = [];
  readonly outerBlocks: number[] = [];
  readonly outerUnevaluated: boolean[] = [];
  /** Whether `from __future__ import annotations` was met. */
  futureAnnotations = false;
  lastTypeParameter = 0;

  constructor(tree: SyntaxTree) {
    this.tree = tree;
    this.kind = tree.kind;
    this.start = tree.start;
    this.end = tree.end;
    this.after = tree.after;
    this.field = tree.field;
    this.identifiers = new Identifiers(tree.text);
    this.blocks = new Blocks(this.identifiers);
    this.marks = new Uint8Array(tree.size);
    this.enters = new Int32Array(tree.size);
    this.regionEnd = tree.size;
  }

  open(kind: ScopeKind, name: BlockName, parent: number, node: Node): number {
    return this.blocks.open(kind, name, parent, node, this.start[node] ?? 0);
  }

  enterBlock(node: Node, block: number): void {
    if (node !== NO_NODE) this.enters[node] = block + 1;
  }

  push(start: Node, end: Node, block: number, isUnevaluated: boolean): void {
    this.outerEnds.push(this.regionEnd);
    this.outerBlocks.push(this.block);
    this.outerUnevaluated.push(this.isUnevaluated);
    this.regionEnd = end;
    this.block = block;
    this.isUnevaluated = isUnevaluated;
    const { starts, ends, blocks, parents } = this.regions;
    parents.push(this.region);
    this.region = starts.length;
    starts.push(start);
    ends.push(end);
    blocks.push(block);
  }

  leave(): void {
    this.regionEnd = this.outerEnds.pop() ?? this.tree.size;
    this.block = this.outerBlocks.pop() ?? MODULE;
    this.isUnevaluated = this.outerUnevaluated.pop() ?? false;
    this.region = this.regions.parents[this.region] ?? NONE;
  }

  afterOf(node: Node): Node {
    return this.after[node] ?? this.tree.size;
  }

  childOfKind(node: Node, kind: number): Node {
    for (let child = node + 1, end = this.afterOf(node); child < end; child = this.afterOf(child)) {
      if (this.kind[child] === kind) return child;
    }
    return NO_NODE;
  }

  childIn(node: Node, field: number): Node {
    for (let child = node + 1, end = this.afterOf(node); child < end; child = this.afterOf(child)) {
      if (this.field[child] === field) return child;
    }
    return NO_NODE;
  }

  /** The first of the siblings from `start` to `end` that is no comment and no line continuation. */
  firstBetween(start: Node, end: Node): Node {
    for (let child = start; child < end; child = this.afterOf(child)) {
      const kind = this.kind[child];
      if (kind !== Kind.comment && kind !== Kind.line_continuation) return child;
    }
    return NO_NODE;
  }

  /** The first thing in parentheses. */
  element(node: Node): Node {
    const first = this.firstBetween(this.afterOf(node + 1), this.afterOf(node));
    return this.kind[first] === Kind[')'] ? NO_NODE : first;
  }

  /** What a marked tuple, list or pattern is, its elements are. */
  passOn(node: Node): void {
    const mark = this.marks[node] ?? Mark.read;
    for (let child = node + 1, end = this.afterOf(node); child < end; child = this.afterOf(child)) {
      this.marks[child] = mark;
    }
  }

  markIdentifiers(node: Node, mark: number): void {
    for (let child = node + 1, end = this.afterOf(node); child < end; child = this.afterOf(child)) {
      if (this.kind[child] === Kind.identifier) this.marks[child] = mark;
    }
  }
}
