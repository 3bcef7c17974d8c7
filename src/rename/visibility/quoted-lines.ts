import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import { literalsOf, literalStart, type Literal } from '../references/literals.ts';
import { occurrencesOf } from '../references/occurrences.ts';
import { conftestsAbove, pluginsOf } from '../pytest/test-modules.ts';
import { shownOf } from './observers.ts';
import { onlookersOf } from './onlookers.ts';
import { type Objection, refuse } from '../steps.ts';
import type { World } from '../world.ts';

/**
 * Objects where a string repeats a piece of a line in which a variable stands, with a part of its name at least: a file
 * that may get tracebacks of the module matches the line that they quote.
 */
export function* quotedLines(world: World, module: TestModule, binding: Binding): Generator<Objection> {
  const lines = linesWith(module, binding);
  for (const other of modulesQuoting(world, module)) {
    const found = piecesOf(other).find(({ text }) => lines.some((line) => isQuoted(line, text)));
    if (found === undefined) continue;
    const { literal } = found;
    yield refuse('source-text', shownOf(other, literal.node), other, literalStart(other, literal));
  }
}

/** A line, and the places of a name in it. */
interface Line {
  readonly text: string;
  readonly names: readonly (readonly [start: number, end: number])[];
}

function linesWith(module: TestModule, binding: Binding): readonly Line[] {
  const { text } = module;
  const names = new Map<number, (readonly [number, number])[]>();
  for (const { start, end } of occurrencesOf(module, binding)) {
    const first = text.lastIndexOf('\n', start - 1) + 1;
    names.set(first, [...(names.get(first) ?? []), [start - first, end - first]]);
  }
  return Array.from(names, ([first, places]) => {
    const end = text.indexOf('\n', first);
    return { text: text.slice(first, end === -1 ? undefined : end), names: places };
  });
}

// Of fewer characters of a name any text has some.
const SHORTEST = 3;

function isQuoted({ text, names }: Line, piece: string): boolean {
  for (let at = text.indexOf(piece); at !== -1; at = text.indexOf(piece, at + 1)) {
    const past = at + piece.length;
    const isOverlapping = names.some(
      ([start, end]) => Math.min(end, past) - Math.max(start, at) >= Math.min(SHORTEST, end - start),
    );
    if (isOverlapping) return true;
  }
  return false;
}

/** The files that may see how lines of a module are quoted: itself, what pytest tells of its tests, and who may use it. */
function* modulesQuoting(world: World, module: TestModule): Generator<TestModule> {
  const { project } = world;
  const conftests = conftestsAbove(project, module.path);
  const near = new Set([module, ...conftests, ...pluginsOf(project, conftests)]);
  for (const other of near) if (QUOTING.test(other.text)) yield other;
  for (const path of onlookersOf(world, module)) {
    const other = QUOTING.test(project.text(path) ?? '') ? project.module(path) : undefined;
    if (other !== undefined && !near.has(other)) yield other;
  }
}

/** What gives a text with lines of the source in it. */
const QUOTING =
  /\b(?:traceback|format_exc|format_exception|format_tb|extract_tb|extract_stack|TracebackException|caplog|assertLogs|stderr|capsys|capfd|readouterr|longrepr\w*|getrepr|getsource|getsourcelines|pytester|testdir)\b|\.statement\b/;

/** A piece of code that a string may quote. */
interface Piece {
  readonly text: string;
  readonly literal: Literal;
}

const known = new WeakMap<TestModule, readonly Piece[]>();

function piecesOf(module: TestModule): readonly Piece[] {
  const present = known.get(module);
  if (present !== undefined) return present;
  const pieces = literalsOf(module).flatMap((literal) =>
    literal.isDocstring ? [] : piecesIn(literal.value).map((text) => ({ text, literal })),
  );
  known.set(module, pieces);
  return pieces;
}

/** The pieces of a text, and those of the pattern that it may be, which have a word and more than that. */
function piecesIn(value: string): readonly string[] {
  const written = value.split(/[\n\ufffc]/);
  const matched = written.flatMap((line) =>
    line.split(WILDCARD).map((part) => part.replace(/\\(\W)/g, '$1').replace(/^\^|\$$/g, '')),
  );
  const pieces = [...written, ...matched].map((piece) => piece.trim());
  return [...new Set(pieces)].filter((piece) => /\w{3}/.test(piece) && /\W/.test(piece));
}

const WILDCARD = /(?<!\\)\.[*+?]+|\\[a-zA-Z][*+?]*/;
