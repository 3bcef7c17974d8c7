import type { Comment } from '../../python/comments.ts';
import type { Docstring } from '../../python/docstrings.ts';
import { documentedParametersOf } from '../../python/documented-parameters.ts';
import type { FunctionDefinition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import type { Binding, Occurrence } from '../../python/scope.ts';
import { Kind, startOf, textOf } from '../../python/syntax.ts';
import { literalsWith, literalStart } from './literals.ts';
import { edit, leave, type Step } from '../steps.ts';
import { mayUseDocstring, readsDocstringOf } from '../visibility/docstrings-read.ts';
import { wordOffsetsIn } from '../words.ts';
import type { World } from '../world.ts';

/**
 * What the comments and the docstring of a function make of a rename of one of its variables: a mention follows where
 * it can mean nothing else, and otherwise stays and is listed.
 */
export function* mentionsInProse(
  world: World,
  module: TestModule,
  binding: Binding,
  newName: string,
  occurrences: readonly Occurrence[],
): Generator<Step> {
  const owner = functionOf(module, binding);
  if (owner === undefined) return;
  const { name } = binding;
  const texts = [...commentsOf(module, owner), ...docstringsOf(world, module, owner)];
  const mentions = texts.flatMap((prose) =>
    wordOffsetsIn(prose.text, name).map((offset) => ({ prose, offset })),
  );
  if (mentions.length === 0) return;
  const follows =
    isUnmistakable(name) &&
    texts.every(({ text }) => wordOffsetsIn(text, newName).length === 0) &&
    isOnlyMeaning(module, owner, name, occurrences);
  const documented = readsDocstringOf(world, owner) ? new Set() : documentedStarts(module, owner, binding);
  for (const { prose, offset } of mentions) {
    const start = prose.start + offset;
    const mayFollow = follows && prose.mayFollow() && isPlainMention(prose.text, offset, name);
    if (mayFollow || documented.has(start)) yield edit(module, { start, end: start + name.length }, newName);
    else yield leave(module, start);
  }
}

interface Prose {
  readonly text: string;
  readonly start: number;
  /** Whether it is for readers, and not for a tool or doctest. */
  readonly mayFollow: () => boolean;
}

/** The function that a variable belongs to; undefined for one of the module, a class, a lambda or a comprehension. */
function functionOf(module: TestModule, { scope }: Binding): FunctionDefinition | undefined {
  const definition = module.definitions.find(({ node }) => node === scope.node);
  return scope.kind === 'function' && definition?.kind === 'function' ? definition : undefined;
}

/** Whether no word of prose is spelt like the name: it has an underscore, a digit or an inner capital. */
function isUnmistakable(name: string): boolean {
  return /[\p{L}\d]_+[\p{L}\d]|\d|\p{Ll}\p{Lu}/u.test(name);
}

/** Whether everything of that name in the function is the variable: no attribute, keyword, string or other variable. */
function isOnlyMeaning(
  module: TestModule,
  { span }: FunctionDefinition,
  name: string,
  occurrences: readonly Occurrence[],
): boolean {
  const { tree } = module;
  const own = new Set(occurrences.map(({ start }) => start));
  const isInside = (offset: number) => span.start <= offset && offset < span.end;
  const isOther = module
    .nodesOf(Kind.identifier)
    .some(
      (node) => isInside(startOf(tree, node)) && !own.has(startOf(tree, node)) && textOf(tree, node) === name,
    );
  const isString = literalsWith(module, name).some(
    (literal) => !literal.isDocstring && isInside(literalStart(module, literal)),
  );
  return !isOther && !isString && module.bindings.lookup(module.bindings.module, name) === undefined;
}

// Not part of a path, an attribute or a call of something else, nor a place that something fills: `host1.example.org`,
// `a.host1`, `tests/host1`; `{host1}`, `%(host1)s`, `:host1` in a query, `<host1>` in a usage.
function isPlainMention(text: string, offset: number, name: string): boolean {
  const [before, after] = [text.slice(0, offset), text.slice(offset + name.length)];
  return !/[./\\@%$'"{<:-]$|%\($/.test(before) && !/^[/\\'"}>-]/.test(after);
}

function commentsOf(module: TestModule, { span }: FunctionDefinition): readonly Prose[] {
  const last = module.positionAt(span.end).line;
  return module.comments
    .filter(
      (comment) => comment.span.start >= span.start && (comment.span.start < span.end || isOn(comment, last)),
    )
    .map((comment) => ({
      text: comment.text,
      start: comment.span.start,
      mayFollow: () =>
        !comment.isPragma && !/#\s*(?:type|noqa|pylint|pragma|fmt|proctor)\b/.test(comment.text),
    }));
}

const isOn = ({ line }: Comment, last: number) => line === last;

function docstringsOf(world: World, module: TestModule, owner: FunctionDefinition): readonly Prose[] {
  const docstring = docstringOf(module, owner);
  if (docstring === undefined) return [];
  const { text, start } = docstring;
  const isPlain = !text.includes('>>>') && !text.includes('\\');
  return [{ text, start, mayFollow: () => isPlain && !mayUseDocstring(world, module, owner) }];
}

function docstringOf({ docstrings }: TestModule, owner: FunctionDefinition): Docstring | undefined {
  return docstrings.find(({ definition }) => definition === owner);
}

function documentedStarts(
  module: TestModule,
  owner: FunctionDefinition,
  binding: Binding,
): ReadonlySet<number> {
  const docstring = docstringOf(module, owner);
  if (docstring === undefined || binding.kind !== 'parameter') return new Set();
  return new Set(
    documentedParametersOf(docstring).flatMap(({ name, span }) =>
      name === binding.name ? [span.start] : [],
    ),
  );
}
