import { Mark } from './collect-marks.ts';
import type { Walk } from './collect-walk.ts';
import { Field, Kind, NO_NODE, type Node } from './syntax.ts';

/** An import statement (Language Reference 7.11) binds an alias, or the first name of a path. */
export function importNames(walk: Walk, node: Node): void {
  for (let child = node + 1, end = walk.afterOf(node); child < end; child = walk.afterOf(child)) {
    const isBound = walk.field[child] === Field.name;
    if (walk.kind[child] === Kind.aliased_import) importAs(walk, child);
    else importPath(walk, child, isBound);
    if (walk.kind[node] === Kind.future_import_statement && isBound) futureFeature(walk, child);
  }
}

function importAs(walk: Walk, node: Node): void {
  importPath(walk, node + 1, false);
  const alias = walk.childIn(node, Field.alias);
  if (alias !== NO_NODE) walk.marks[alias] = Mark.imported;
}

function importPath(walk: Walk, path: Node, isBound: boolean): void {
  let mark: number = isBound ? Mark.imported : Mark.notAName;
  for (let inner = path, end = walk.afterOf(path); inner < end; inner++) {
    if (walk.kind[inner] === Kind.dotted_name) walk.marks[inner] = Mark.notAName;
    if (walk.kind[inner] !== Kind.identifier) continue;
    walk.marks[inner] = mark;
    mark = Mark.notAName;
  }
}

function futureFeature(walk: Walk, imported: Node): void {
  const path = walk.kind[imported] === Kind.aliased_import ? imported + 1 : imported;
  const feature = walk.tree.text.slice(walk.start[path], walk.end[path]);
  if (feature === 'annotations') walk.futureAnnotations = true;
}
