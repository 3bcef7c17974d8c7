import type { Definition } from './definitions.ts';
import {
  childrenOf,
  endOf,
  Kind,
  kindOf,
  firstNamedChildOf,
  namedChildrenOf,
  NO_NODE,
  type Node,
  ROOT,
  startOf,
  type SyntaxTree,
} from './syntax.ts';
import type { Span } from './text.ts';

/** The string that a module, class or function starts with (PEP 257). */
export interface Docstring {
  /** The string with its quotes: UTF-16 offsets. */
  readonly span: Span;
  /** What stands between the quotes, as it is written. */
  readonly text: string;
  /** The UTF-16 offset at which `text` starts. */
  readonly start: number;
  /** What it describes; undefined for the module. */
  readonly definition: Definition | undefined;
}

/** The docstrings of a module, its own first, then those of its definitions in source order. */
export function docstringsOf(tree: SyntaxTree, definitions: readonly Definition[]): readonly Docstring[] {
  const own = docstringIn(tree, ROOT, undefined);
  const docstrings = own === undefined ? [] : [own];
  for (const definition of definitions) {
    const docstring = docstringIn(tree, definition.body, definition);
    if (docstring !== undefined) docstrings.push(docstring);
  }
  return docstrings;
}

function docstringIn(
  tree: SyntaxTree,
  body: Node,
  definition: Definition | undefined,
): Docstring | undefined {
  const string = docstringNodeOf(tree, body);
  if (string === NO_NODE) return undefined;
  const strings = stringsIn(tree, string);
  // The quotes are the first child of the first string and the last one of the last.
  const start = endOf(tree, (strings[0] ?? string) + 1);
  const end = startOf(tree, childrenOf(tree, strings.at(-1) ?? string).at(-1) ?? string);
  return {
    span: { start: startOf(tree, string), end: endOf(tree, string) },
    text: tree.text.slice(start, end),
    start,
    definition,
  };
}

/** The string that a block starts with, when Python takes it for a docstring; NO_NODE when there is none. */
export function docstringNodeOf(tree: SyntaxTree, body: Node): Node {
  const statement = body === NO_NODE ? NO_NODE : firstNamedChildOf(tree, body);
  if (statement === NO_NODE || kindOf(tree, statement) !== Kind.expression_statement) return NO_NODE;
  const string = statement + 1;
  const strings = stringsIn(tree, string);
  return strings.length > 0 && strings.every((part) => isPlain(tree, part)) ? string : NO_NODE;
}

/** The parts of a string that is written as several side by side; the string itself when it is one. */
function stringsIn(tree: SyntaxTree, node: Node): readonly Node[] {
  if (kindOf(tree, node) === Kind.string) return [node];
  return kindOf(tree, node) === Kind.concatenated_string ? namedChildrenOf(tree, node) : [];
}

// The compiler takes text alone for a docstring, neither bytes nor a formatted string.
function isPlain(tree: SyntaxTree, string: Node): boolean {
  return /^[ru]?["']/i.test(tree.text.slice(startOf(tree, string), startOf(tree, string) + 2));
}

/** One line of what stands between the quotes of a docstring. */
export interface Line {
  readonly text: string;
  /** The UTF-16 offset in the module at which the line starts. */
  readonly start: number;
  /** The number of columns before the text; Infinity for a blank line. */
  readonly indent: number;
}

export function linesOf({ text, start }: Docstring): readonly Line[] {
  const lines: Line[] = [];
  let offset = start;
  for (const written of text.split(/(?<=\n|\r(?!\n))/)) {
    const line = written.trimEnd();
    lines.push({
      text: line,
      start: offset,
      indent: line === '' ? Infinity : line.length - line.trimStart().length,
    });
    offset += written.length;
  }
  return lines;
}

/** The lines from `first` on that stand further in than `indent`, blank ones between them included. */
export function indentedBelow(lines: readonly Line[], first: number, indent: number): readonly Line[] {
  const end = lines.findIndex((line, index) => index >= first && line.indent <= indent);
  return lines.slice(first, end === -1 ? lines.length : end);
}

/** Whether a line has a line of dashes below it, as the headings of numpy's sections. */
export function isUnderlined(lines: readonly Line[], index: number): boolean {
  return /^\s*-{3,}$/.test(lines[index + 1]?.text ?? '');
}

/** What a docstring says that its function returns. */
export interface DocumentedReturn {
  /** What announces it, `:return:` or `Returns`: UTF-16 offsets in the module. */
  readonly head: Span;
  /** From the head to the end of what it says, before the line ending: UTF-16 offsets in the module. */
  readonly span: Span;
  /** What it says, as it is written. */
  readonly text: string;
}

/** What a docstring says that its function returns, in one of the usual forms; undefined when it says nothing of it. */
export function documentedReturnOf(docstring: Docstring): DocumentedReturn | undefined {
  if (!/return/i.test(docstring.text)) return undefined;
  const lines = linesOf(docstring);
  for (const [index, line] of lines.entries()) {
    const head = RETURN_HEAD.exec(line.text)?.groups;
    if (head === undefined) continue;
    const isNumpy = head['section'] !== undefined && isUnderlined(lines, index);
    if (head['section'] !== undefined && !isNumpy && head['colon'] === undefined) continue;
    const below = isNumpy
      ? lines.slice(index + 1, endOfNumpySection(lines, index + 2))
      : indentedBelow(lines, index + 1, line.indent);
    const said = isNumpy ? below.slice(1) : below;
    const text = [head['said'] ?? '', ...said.map((entry) => entry.text.trim())].join('\n').trim();
    const last = below.findLast((entry) => entry.text !== '') ?? line;
    const start = line.start + line.indent;
    const name = (head['field'] ?? head['section'] ?? '').length;
    return {
      head: { start, end: start + name },
      span: { start, end: last.start + last.text.length },
      text,
    };
  }
  return undefined;
}

const RETURN_HEAD = /^\s*(?:(?<field>:returns?:|@returns?:)\s*(?<said>.*)|(?<section>Returns)(?<colon>:)?)$/;

/** The index of the line after a section of numpy's form: of the next heading, or the number of lines. */
function endOfNumpySection(lines: readonly Line[], first: number): number {
  const next = lines.findIndex((_, index) => index >= first && isUnderlined(lines, index));
  return next === -1 ? lines.length : next;
}
