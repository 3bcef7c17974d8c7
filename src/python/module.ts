import { bind } from './bind.ts';
import { commentsOf, docstringsOf, type Comment, type Docstring } from './comments.ts';
import type { Bindings } from './scope.ts';
import { type Node, type SyntaxTree, spanOf, textOf } from './syntax.ts';
import { type TestConventions, testModelOf, type TestModel } from './tests.ts';
import { lineStartsOf, lineText, type Position, positionAt, type Span } from './text.ts';

/** A Python test module: its text, its syntax tree, its bindings and what it tests, each part built on first use. */
export interface TestModule {
  /** Relative to the top level of the repository, with `/` between its parts. */
  readonly path: string;
  readonly text: string;
  readonly tree: SyntaxTree;
  readonly lineStarts: Uint32Array;
  readonly bindings: Bindings;
  readonly comments: readonly Comment[];
  readonly docstrings: readonly Docstring[];
  /** Tests, fixtures, test classes and helpers. */
  readonly model: TestModel;
  /** The one-based place of a UTF-16 offset. */
  readonly positionAt: (offset: number) => Position;
  /** The text of a one-based line, without its ending. */
  readonly lineText: (line: number) => string;
  readonly textOf: (node: Node) => string;
  readonly spanOf: (node: Node) => Span;
}

/** Makes a test module of a text that has been parsed. */
export function testModule(path: string, tree: SyntaxTree, conventions: TestConventions): TestModule {
  const { text } = tree;
  const lineStarts = once(() => lineStartsOf(text));
  const bindings = once(() => bind(tree));
  const comments = once(() => commentsOf(tree));
  const docstrings = once(() => docstringsOf(tree));
  const model = once((): TestModel => testModelOf(module, conventions));
  const module: TestModule = {
    path,
    text,
    tree,
    get lineStarts() {
      return lineStarts();
    },
    get bindings() {
      return bindings();
    },
    get comments() {
      return comments();
    },
    get docstrings() {
      return docstrings();
    },
    get model() {
      return model();
    },
    positionAt: (offset) => positionAt(lineStarts(), offset),
    lineText: (line) => lineText(text, lineStarts(), line),
    textOf: (node) => textOf(tree, node),
    spanOf: (node) => spanOf(tree, node),
  };
  return module;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
