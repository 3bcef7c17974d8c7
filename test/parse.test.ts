import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { Language, Parser, type TreeCursor } from 'web-tree-sitter';
import { loadParser, type Parser as Parse } from '../src/python/parse.ts';
import { legible } from '../src/python/respell.ts';
import {
  afterOf,
  childrenOf,
  descendantsOf,
  endOf,
  Kind,
  kindNameOf,
  NO_NODE,
  type Node,
  parentOf,
  ROOT,
  startOf,
  type SyntaxTree,
  textOf,
} from '../src/python/syntax.ts';

const modules = join(import.meta.dirname, '..', 'node_modules');
const runtimePath = join(modules, 'web-tree-sitter', 'web-tree-sitter.wasm');
const grammarPath = join(modules, 'tree-sitter-python', 'tree-sitter-python.wasm');
const corpus = join(import.meta.dirname, 'oracle', 'corpus');

let parse: Parse;
let reference: Parser;

before(async () => {
  parse = loadParser(
    new WebAssembly.Module(readFileSync(runtimePath)),
    new WebAssembly.Module(readFileSync(grammarPath)),
  );
  await Parser.init();
  reference = new Parser();
  reference.setLanguage(await Language.load(readFileSync(grammarPath)));
});

test('the flat tree of what the grammar can read is the tree that the parser’s own loader gives, node by node', () => {
  const paths = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.py'),
  );
  assert.ok(paths.length > 0);
  for (const path of paths) {
    const text = readFileSync(join(corpus, path), 'utf8');
    const rows = rowsOfReference(text);
    if (rows === undefined) continue;
    // Comments that are in the way of the grammar come into the tree afterwards.
    const compared = legible(text) === text ? (all: readonly Row[]) => all : withoutComments;
    assert.deepEqual(compared(rowsOf(parse(text))), compared(rows), path);
  }
});

test('offsets count UTF-16 code units', () => {
  const text = 'café = "🐍"; snake = 1\n';
  const tree = parse(text);
  const snake = [...Array(tree.size).keys()].find((node) => startOf(tree, node) === text.indexOf('snake'));
  assert.ok(snake !== undefined);
});

test('a text longer than the parser’s input buffer is parsed whole', () => {
  const text = 'value = [1, 2, 3]\n'.repeat(20_000);
  const tree = parse(text);
  assert.equal(tree.hasError, false);
  assert.equal(childrenOf(tree, ROOT).length, 20_000);
});

test('an empty text is a module without children', () => {
  const tree = parse('');
  assert.equal(kindNameOf(tree, ROOT), 'module');
  assert.equal(afterOf(tree, ROOT), tree.size);
});

test('a parser goes on after a text that does not parse', () => {
  assert.equal(parse('def f(:\n').hasError, true);
  assert.equal(parse('def f(): pass\n').hasError, false);
});

test('expressions nested ten thousand deep are parsed without exhausting the stack', () => {
  const depth = 10_000;
  assert.ok(parse(`value = ${'('.repeat(depth)}1${')'.repeat(depth)}\n`).size > depth);
});

const respelt: readonly (readonly [title: string, text: string, kinds: readonly string[]])[] = [
  [
    'a lone carriage return ends a line',
    'one = 1 # comment\rtwo = 2\r',
    ['expression_statement', 'comment', 'expression_statement'],
  ],
  [
    'a type parameter may have a default (PEP 696)',
    'class Box[T: Base = int, *Ts = *tuple[int]](Base): pass\n',
    ['class_definition'],
  ],
  [
    'a line in brackets may be indented less than its statement',
    'def total():\n    return (one +\ntwo) # comment\n',
    ['function_definition'],
  ],
  [
    'a comment may start before the statements around it',
    '@patch\n# why\n@wraps\ndef total():\n    @cached\n# because\n    def inner(): pass\n',
    ['decorated_definition'],
  ],
  [
    'a match statement may look like an annotated assignment',
    'match (cart).items:\n    case [first]:\n        first\n',
    ['match_statement'],
  ],
  [
    'a star may stand before a bracket in a target, and in an annotation',
    'first, *(rest) = carts\ndef total(*carts: *(Cart, Order)): pass\n',
    ['expression_statement', 'function_definition'],
  ],
  [
    'a format specification may name a character',
    'f"{total:\\N{LATIN SMALL LETTER A}>{width}}"\n',
    ['expression_statement'],
  ],
  ['an alias may be called like a soft keyword', 'type match[T] = list[T]\n', ['type_alias_statement']],
  [
    'a comment may stand in brackets before a line that is indented less',
    'def total():\n    return (one + # comment\ntwo)\n',
    ['function_definition'],
  ],
];

for (const [title, text, kinds] of respelt) {
  test(`${title}, and the tree has the text as it is`, () => {
    const tree = parse(text);
    assert.equal(tree.hasError, false);
    assert.equal(tree.text, text);
    assert.deepEqual(
      childrenOf(tree, ROOT).map((node) => kindNameOf(tree, node)),
      kinds,
    );
  });
}

test('a comment keeps its place and its text where the parser moved it for the grammar', () => {
  const text = 'class Cart:\n    @cached\n# at the margin\n    def total(self): pass\n';
  const tree = parse(text);
  const comments = [...descendantsOf(tree, ROOT, Kind.comment)].map((node) => textOf(tree, node));
  assert.deepEqual(comments, ['# at the margin']);
});

const leftOut: readonly (readonly [title: string, text: string, around: readonly string[]])[] = [
  [
    'in brackets before a line that is indented less',
    'def total():\n    return (one + # first\n    # second\ntwo) # third\n',
    ['binary_operator', 'binary_operator', 'block'],
  ],
  [
    'in the brackets of the subject of a match statement',
    'match ( # first\n    cart # second\n    # third\n).items: # fourth\n    case [one]: # fifth\n        one\n',
    ['match_statement', 'attribute', 'attribute', 'match_statement', 'case_clause'],
  ],
];

for (const [title, text, around] of leftOut) {
  test(`a comment that the grammar must not see is in the tree ${title}`, () => {
    const tree = parse(text);
    const comments = [...descendantsOf(tree, ROOT, Kind.comment)];
    assert.deepEqual(
      comments.map((node) => textOf(tree, node)),
      [...text.matchAll(/#.*/g)].map(([comment]) => comment),
    );
    assert.deepEqual(
      comments.map((node) => kindNameOf(tree, parentOf(tree, node))),
      around,
    );
    for (let node: Node = ROOT + 1; node < tree.size; node++) {
      const parent = parentOf(tree, node);
      assert.ok(parent < node && node < afterOf(tree, node));
      assert.ok(afterOf(tree, node) <= afterOf(tree, parent));
      assert.ok(startOf(tree, parent) <= startOf(tree, node) && endOf(tree, node) <= endOf(tree, parent));
      assert.ok(startOf(tree, node - 1) <= startOf(tree, node));
    }
  });
}

test('what really does not parse is not respelt into something that does', () => {
  for (const text of ['total(\nx = 1\ny = 2\n', 'value[T = 1]\n', 'def f(:\n    return (1 +\n2)\n']) {
    assert.equal(parse(text).hasError, true, text);
  }
});

type Row = readonly [kind: string, start: number, parent: Node];

function rowsOf(tree: SyntaxTree): readonly Row[] {
  return Array.from(tree.kind, (_, node) => [
    kindNameOf(tree, node).replace(/_token$/, ''),
    startOf(tree, node),
    parentOf(tree, node),
  ]);
}

function withoutComments(rows: readonly Row[]): readonly Row[] {
  const kept = [...rows.keys()].filter((node) => rows[node]?.[0] !== 'comment');
  const numbers = new Map(kept.map((node, index) => [node, index]));
  return kept.flatMap((node) => {
    const [kind, start, parent] = rows[node] ?? [];
    return kind === undefined ? [] : [[kind, start ?? 0, numbers.get(parent ?? NO_NODE) ?? NO_NODE] as const];
  });
}

/** Undefined for what the grammar cannot read as it is. */
function rowsOfReference(text: string): readonly Row[] | undefined {
  const tree = reference.parse(legible(text));
  assert.ok(tree !== null);
  if (tree.rootNode.hasError) return undefined;
  const rows: Row[] = [];
  const visit = (cursor: TreeCursor, parent: Node): void => {
    const node = rows.push([cursor.nodeType.replace(/_token$/, ''), cursor.startIndex, parent]) - 1;
    if (!cursor.gotoFirstChild()) return;
    do visit(cursor, node);
    while (cursor.gotoNextSibling());
    cursor.gotoParent();
  };
  visit(tree.walk(), -1);
  tree.delete();
  return rows;
}
