import { Flag, MODULE, NONE, Use } from './blocks.ts';
import { flagsOfMark, Mark, useOfMark } from './collect-marks.ts';
import type { Walk } from './collect-walk.ts';
import type { ScopeKind } from './scope.ts';
import { Field, type Node } from './syntax.ts';

/** An identifier as a name (Language Reference 4.2): an occurrence of its symbol, by the mark on it. */
export function meetIdentifier(walk: Walk, node: Node): void {
  const mark = walk.marks[node] ?? Mark.read;
  if (mark === Mark.notAName || walk.field[node] === Field.attribute) return;
  const start = walk.start[node] ?? 0;
  const end = walk.end[node] ?? 0;
  if (start === end) return;
  if (walk.isUnevaluated || mark === Mark.ignored) {
    walk.unevaluated.nodes.push(node);
    walk.unevaluated.blocks.push(walk.block);
    return;
  }
  const blocks = walk.blocks;
  const block = walk.block;
  const identifier = walk.identifiers.at(start, end);
  if (mark === Mark.unknown) {
    walk.unknown.push(node);
    return;
  }
  if (mark === Mark.typeParameter) {
    blocks.mangledOnly[block]?.add(identifier);
    walk.lastTypeParameter = identifier;
  }
  const symbol = blocks.symbolOf(block, blocks.nameIn(block, identifier));
  blocks.flag(symbol, flagsOfMark[mark] ?? 0);
  blocks.occur(symbol, node, useOfMark[mark] ?? Use.reads);
  if (mark === Mark.declaredGlobal) declareGlobal(walk, symbol);
  if (mark === Mark.walrus && blocks.kinds[block] === 'comprehension') bindOutside(walk, symbol);
}

/** A soft keyword that is a name after all is read. */
export function readName(walk: Walk, node: Node): void {
  const identifier = walk.identifiers.at(walk.start[node] ?? 0, walk.end[node] ?? 0);
  const symbol = walk.blocks.symbolOf(walk.block, walk.blocks.nameIn(walk.block, identifier));
  walk.blocks.flag(symbol, Flag.used);
  walk.blocks.occur(symbol, node, Use.reads);
}

/** In a function `super` counts as a use of `__class__`; it shows where the function names `__class__` too. */
export function useClassCells(walk: Walk): void {
  const blocks = walk.blocks;
  const cell = walk.identifiers.find('__class__');
  const called = walk.identifiers.find('super');
  if (cell === NONE || called === NONE) return;
  for (const [symbol, name] of blocks.symbolName.entries()) {
    const block = blocks.symbolBlock[symbol] ?? MODULE;
    if (name !== called || blocks.kinds[block] === 'class' || block === MODULE) continue;
    const used = (blocks.symbolFlags[symbol] ?? 0) & Flag.used;
    const here = blocks.find(block, cell);
    if (here !== NONE) blocks.flag(here, used);
  }
}

function declareGlobal(walk: Walk, symbol: number): void {
  const blocks = walk.blocks;
  blocks.flag(blocks.symbolOf(MODULE, blocks.symbolName[symbol] ?? 0), Flag.global);
}

/** A walrus in a comprehension binds in the function or module around it (PEP 572). */
function bindOutside(walk: Walk, symbol: number): void {
  const blocks = walk.blocks;
  const name = blocks.symbolName[symbol] ?? 0;
  let target = walk.block;
  while (!bindsWalrus(blocks.kinds[target])) target = blocks.parents[target] ?? MODULE;
  const bound = blocks.symbolOf(target, name);
  if (target !== MODULE) blocks.flag(bound, Flag.local);
  if (target === MODULE || ((blocks.symbolFlags[bound] ?? 0) & Flag.global) !== 0) {
    blocks.flag(symbol, Flag.global);
    declareGlobal(walk, symbol);
  } else {
    blocks.flag(symbol, Flag.nonlocal);
  }
}

function bindsWalrus(kind: ScopeKind | undefined): boolean {
  return kind === 'function' || kind === 'lambda' || kind === 'module';
}
