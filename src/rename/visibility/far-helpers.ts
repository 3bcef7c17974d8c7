import type { Definition } from '../../python/definitions.ts';
import { argumentsOf, valueGivenTo } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  ancestorOf,
  childIn,
  contains,
  Field,
  fieldOf,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
  startOf,
  textOf,
} from '../../python/syntax.ts';
import { callOf } from '../references/called-at.ts';
import { isAskedForPlaceAlone } from './frame-uses.ts';
import { filesNamedBy, isInImport } from '../references/imported-files.ts';
import type { Project } from '../project.ts';

/** The names at the top of a file by which those who import it, by however many steps, may be looked into. */
export interface FarHelpers {
  /** They see the variables of who calls them. */
  readonly ofFrames: ReadonlySet<string>;
  /** They see the variables of the functions that they are given. */
  readonly ofVariables: ReadonlySet<string>;
  /** They see what the functions are called that call them. */
  readonly ofCallers: ReadonlySet<string>;
}

/** What a name at the top of a file brings along. */
interface Sight {
  readonly kind: keyof FarHelpers;
  /** How many calls up it sees; `Infinity` when nobody can say, or when it sees what it is given. */
  readonly levels: number;
  /** Whether it makes or holds what sees, so that naming it is no call of that. */
  readonly isHeld: boolean;
}

/** What is known of the files that have been looked at, which with each file are all that it imports. */
interface Search {
  readonly project: Project;
  readonly importers: Map<string, Set<string>>;
  /** By path, and by kind and name. */
  readonly found: Map<string, Map<string, Sight>>;
}

const known = new WeakMap<Project, Search>();

/** The helpers of a file that a module imports; undefined when it has none. */
export function farHelpersOf(project: Project, path: string): FarHelpers | undefined {
  const search: Search = known.get(project) ?? { project, importers: new Map(), found: new Map() };
  known.set(project, search);
  lookInto(search, path);
  const sights = search.found.get(path);
  if (sights === undefined) return undefined;
  const of = (kind: keyof FarHelpers) =>
    new Set(
      Array.from(sights).flatMap(([key, sight]) => (sight.kind === kind ? [key.slice(kind.length + 1)] : [])),
    );
  return { ofFrames: of('ofFrames'), ofVariables: of('ofVariables'), ofCallers: of('ofCallers') };
}

/** Hands sights on from name to name, in a file and to those that import it, until no name gains one. */
function lookInto(search: Search, start: string): void {
  const { project, importers, found } = search;
  const waiting: (readonly [path: string, name: string, sight: Sight])[] = [];
  const add = (path: string, name: string, sight: Sight) => {
    const gained = gain(found, path, name, sight);
    if (gained !== undefined) waiting.push([path, name, gained]);
  };
  const hand = (path: string, name: string, sight: Sight) => {
    if (!(project.text(path) ?? '').includes(name)) return;
    const module = project.module(path);
    if (module === undefined) return;
    for (const [holder, handed] of holdersOf(module, name, sight)) add(path, holder, handed);
  };
  for (const path of newFilesFrom(search, start)) {
    for (const [name, sight] of sightsIn(project, path)) add(path, name, sight);
    for (const imported of filesNamedBy(project, path)) {
      for (const [key, sight] of found.get(imported) ?? [])
        hand(path, key.slice(sight.kind.length + 1), sight);
    }
  }
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [path, name, sight] = next;
    for (const other of [path, ...(importers.get(path) ?? [])]) hand(other, name, sight);
  }
}

/** The files that have not been looked at yet of a file and of all that it imports. */
function newFilesFrom({ project, importers }: Search, start: string): readonly string[] {
  const files = new Set<string>(importers.has(start) ? [] : [start]);
  for (const path of files) {
    importers.set(path, importers.get(path) ?? new Set());
    for (const imported of filesNamedBy(project, path)) {
      if (!importers.has(imported)) files.add(imported);
      importers.set(imported, (importers.get(imported) ?? new Set()).add(path));
    }
  }
  return [...files];
}

/** What a name sees with one more sight; undefined when it saw as much before. */
function gain(found: Search['found'], path: string, name: string, sight: Sight): Sight | undefined {
  const sights = found.get(path) ?? new Map<string, Sight>();
  const key = `${sight.kind} ${name}`;
  const present = sights.get(key);
  const levels = Math.max(sight.levels, present?.levels ?? 0);
  const isHeld = sight.isHeld || present?.isHeld === true;
  if (levels <= 0 || (levels === present?.levels && isHeld === present.isHeld)) return undefined;
  const gained = { ...sight, levels, isHeld };
  found.set(path, sights.set(key, gained));
  return gained;
}

/** What gets hold of the frames of callers. The frames of a traceback are those that an error has left. */
const CLIMBERS: ReadonlySet<string> = new Set(
  (
    'f_back _getframe _current_frames currentframe getouterframes settrace setprofile walk_stack stack ' +
    'extract_stack format_stack'
  ).split(' '),
);

/** What reads variables or the source of a function. */
const OF_CODE: ReadonlySet<string> = new Set(
  'co_varnames co_names co_freevars co_cellvars getclosurevars getsource getsourcelines findsource Bytecode'.split(
    ' ',
  ),
);

/** What reads the variables of a frame, or its source; most of what climbs wants the file or the function alone. */
const READERS = new RegExp(
  `\\b(?:f_locals|getargvalues|code_context|settrace|setprofile|${[...OF_CODE].join('|')})\\b`,
);

// So that a file without any of the words need not be parsed.
const SEEING = new RegExp(`\\b(?:${[...CLIMBERS, ...OF_CODE].join('|')})\\b`);

/** What reads the names of the functions of frames, of their code or of the entries of a stack. */
const NAME_READERS = /\b(?:co_name|co_qualname|function|extract_stack|format_stack|getframeinfo)\b|\[3\]/;

function* sightsIn(project: Project, path: string): Generator<readonly [string, Sight]> {
  const text = project.text(path) ?? '';
  const climbing: Sight['kind'][] = [
    ...(READERS.test(text) ? ['ofFrames' as const] : []),
    ...(NAME_READERS.test(text) ? ['ofCallers' as const] : []),
  ];
  const module = climbing.length > 0 && SEEING.test(text) ? project.module(path) : undefined;
  if (module === undefined) return;
  const { tree } = module;
  for (const node of module.nodesOf(Kind.identifier)) {
    const word = textOf(tree, node);
    if (!OF_CODE.has(word) && !CLIMBERS.has(word)) continue;
    const holder = holderOf(module, node);
    if (holder === undefined || isInImport(module, node)) continue;
    if (OF_CODE.has(word))
      yield [holder.name, { kind: 'ofVariables', levels: Number.POSITIVE_INFINITY, isHeld: true }];
    else if (isClimber(module, node, word) && !isAskedForPlaceAlone(module, node)) {
      const levels = levelsIn(module, holder);
      for (const kind of climbing)
        yield [holder.name, { kind, levels, isHeld: isWithin(module, node, holder) }];
    }
  }
}

/** Whether a word of a meaning that is common elsewhere is that of the standard library. */
function isClimber({ tree, imports }: TestModule, node: Node, word: string): boolean {
  const dotted = textOf(tree, fieldOf(tree, node) === Field.attribute ? parentOf(tree, node) : node);
  return !AMBIGUOUS.has(word) || /^(?:inspect|sys|threading|traceback)\./.test(imports.originOf(dotted));
}

const AMBIGUOUS: ReadonlySet<string> = new Set([
  'stack',
  'settrace',
  'setprofile',
  'extract_stack',
  'format_stack',
]);

const topOf = new WeakMap<TestModule, readonly Definition[]>();

/** The definition at the top of the module that holds a node, in its body or as a decorator. */
function holderOf(module: TestModule, node: Node): Definition | undefined {
  const { tree } = module;
  const top = topOf.get(module) ?? module.definitions.filter(({ enclosing }) => enclosing === undefined);
  topOf.set(module, top);
  const decorator = ancestorOf(tree, node, Kind.decorator);
  const held = decorator === NO_NODE ? node : childIn(tree, parentOf(tree, decorator), Field.definition);
  return top.find((definition) => contains(tree, definition.node, held));
}

/** Whether a node stands in a class, or in a function or lambda inside the one that holds it. */
function isWithin({ tree }: TestModule, node: Node, { kind, node: outer }: Definition): boolean {
  const inner = ancestorOf(tree, node, Kind.function_definition, Kind.lambda);
  return kind === 'class' || inner !== outer;
}

/** How many calls up a definition looks, as far as it is written there. */
function levelsIn(module: TestModule, { node: outer }: Definition): number {
  const { tree } = module;
  let levels = 0;
  for (const node of module.nodesOf(Kind.identifier)) {
    if (!contains(tree, outer, node)) continue;
    const word = textOf(tree, node);
    if (!CLIMBERS.has(word)) continue;
    if (ancestorOf(tree, node, Kind.while_statement, Kind.for_statement) > outer)
      return Number.POSITIVE_INFINITY;
    if (word === 'f_back') levels += 1;
    else if (word === '_getframe') levels += depthAt(module, node);
    else if (word.endsWith('stack')) levels += entryAt(module, node);
    else if (word !== 'currentframe') return Number.POSITIVE_INFINITY;
  }
  return levels;
}

/** The constant that `sys._getframe` is given. */
function depthAt(module: TestModule, node: Node): number {
  const call = callOf(module, node);
  if (call === NO_NODE) return Number.POSITIVE_INFINITY;
  const [depth] = argumentsOf(module.tree, call);
  if (depth === undefined) return 0;
  const text = textOf(module.tree, depth.value);
  return /^\d+$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
}

/** How many calls up the entry of a stack is that is taken: `inspect.stack()[1]`, `traceback.extract_stack()[-2]`. */
function entryAt(module: TestModule, node: Node): number {
  const { tree } = module;
  const call = callOf(module, node);
  const subscript = call === NO_NODE ? NO_NODE : parentOf(tree, call);
  if (subscript === NO_NODE || kindOf(tree, subscript) !== Kind.subscript) return Number.POSITIVE_INFINITY;
  const text = textOf(tree, childIn(tree, subscript, Field.subscript));
  // `inspect.stack()` begins with the innermost entry, and what `traceback` extracts ends with it.
  if (argumentsOf(tree, call).length > 0) return Number.POSITIVE_INFINITY;
  if (textOf(tree, node) === 'stack') return /^\d+$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
  return /^-\d+$/.test(text) ? -Number(text) - 1 : Number.POSITIVE_INFINITY;
}

/** The names at the top of a module that get what a name brings along, by naming it. */
function* holdersOf(module: TestModule, name: string, sight: Sight): Generator<readonly [string, Sight]> {
  const { tree } = module;
  for (const node of module.nodesOf(Kind.identifier)) {
    if (textOf(tree, node) !== name) continue;
    if (isInImport(module, node)) {
      yield [boundBy(module, node), sight];
      continue;
    }
    const holder = holderOf(module, node);
    if (holder !== undefined) {
      if (holder.nameSpan.start === startOf(tree, node)) continue;
      // What decorates looks at what it decorates, not at what that is given.
      if (sight.kind === 'ofVariables' && ancestorOf(tree, node, Kind.decorator) !== NO_NODE) continue;
      const isCall = !sight.isHeld && callOf(module, node) !== NO_NODE;
      const levels = isCall ? sight.levels - 1 : sight.levels;
      yield [holder.name, { ...sight, levels, isHeld: !isCall || isWithin(module, node, holder) }];
      continue;
    }
    const variable = variableGiven(module, node);
    if (variable !== '') yield [variable, { ...sight, isHeld: true }];
  }
}

/** The name that an import binds to what it imports under another. */
function boundBy({ tree }: TestModule, node: Node): string {
  const aliased = ancestorOf(tree, node, Kind.aliased_import);
  return textOf(tree, aliased === NO_NODE ? node : childIn(tree, aliased, Field.alias));
}

/** The variable at the top of a module that is assigned what holds a node. */
function variableGiven({ tree }: TestModule, node: Node): string {
  const assignment = ancestorOf(tree, node, Kind.assignment);
  const target = assignment === NO_NODE ? NO_NODE : childIn(tree, assignment, Field.left);
  if (target === NO_NODE || kindOf(tree, target) !== Kind.identifier) return '';
  return contains(tree, valueGivenTo(tree, target), node) ? textOf(tree, target) : '';
}
