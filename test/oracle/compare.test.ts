import assert from 'node:assert/strict';
import { test } from 'node:test';
import { disagreements, withoutAnnotationScopes, type ModuleNames, type NameEntry } from './compare.ts';

/** `def add(item: Item): return item` as CPython 3.14 has it. */
const annotated: ModuleNames = {
  path: 'cart.py',
  scopes: [
    { id: 0, kind: 'module', name: 'top', parent: null, start: 0, line: 1 },
    { id: 1, kind: 'annotation', name: '__annotate__', parent: 0, start: 0, line: 1 },
    { id: 2, kind: 'function', name: 'add', parent: 0, start: 0, line: 1 },
  ],
  names: [
    entry({ scope: 0, name: 'add', flags: ['local', 'global', 'assigned'], definitions: [[1, 4]] }),
    entry({ scope: 1, name: 'Item', flags: ['global', 'referenced'], references: [[1, 14]] }),
    entry({
      scope: 2,
      name: 'item',
      flags: ['local', 'parameter', 'referenced'],
      binding: 2,
      definitions: [[1, 8]],
      references: [[1, 28]],
    }),
  ],
  unevaluated: [],
};

/** The same as Python 3.11 has it. */
const evaluated: ModuleNames = {
  path: 'cart.py',
  scopes: [
    { id: 0, kind: 'module', name: 'top', parent: null, start: 0, line: 1 },
    { id: 1, kind: 'function', name: 'add', parent: 0, start: 0, line: 1 },
  ],
  names: [
    entry({ scope: 0, name: 'Item', flags: ['global', 'referenced'], references: [[1, 14]] }),
    entry({ scope: 0, name: 'add', flags: ['local', 'global', 'assigned'], definitions: [[1, 4]] }),
    entry({
      scope: 1,
      name: 'item',
      flags: ['local', 'parameter', 'referenced'],
      binding: 1,
      definitions: [[1, 8]],
      references: [[1, 28]],
    }),
  ],
  unevaluated: [],
};

function entry(known: Partial<NameEntry> & Pick<NameEntry, 'scope' | 'name' | 'flags'>): NameEntry {
  return { binding: 0, definitions: [], references: [], declarations: [], ...known };
}

/** The model with one of its names changed. */
function changed(index: number, change: Partial<NameEntry>): ModuleNames {
  return {
    ...annotated,
    names: annotated.names.map((name, at) => (at === index ? { ...name, ...change } : name)),
  };
}

/** What is said to differ, and where. */
function differences(ours: ModuleNames, cpython: ModuleNames = annotated): readonly string[] {
  return disagreements(ours, cpython).map(({ line, column, what }) => `${line}:${column} ${what}`);
}

test('a model agrees with itself', () => {
  assert.deepEqual(differences(annotated), []);
});

test('the order of names and of places does not matter', () => {
  assert.deepEqual(differences({ ...annotated, names: annotated.names.toReversed() }), []);
});

test('an occurrence that a model lacks is a difference at its place', () => {
  assert.deepEqual(differences(changed(2, { references: [] })), ['1:28 occurrence of item']);
});

test('an occurrence that CPython lacks is a difference at its place', () => {
  assert.deepEqual(
    differences(
      changed(2, {
        references: [
          [1, 28],
          [1, 30],
        ],
      }),
    ),
    ['1:30 occurrence of item'],
  );
});

test('a definition taken for a reference is a difference', () => {
  assert.deepEqual(differences(changed(0, { definitions: [], references: [[1, 4]] })), [
    '1:4 occurrence of add',
  ]);
});

test('a name bound by another scope is a difference in every occurrence', () => {
  assert.deepEqual(differences(changed(2, { binding: 0 })), [
    '1:8 occurrence of item',
    '1:8 item in function add at byte 0',
    '1:28 occurrence of item',
  ]);
});

test('an identifier that belongs to two names is a difference', () => {
  const names = [
    ...annotated.names,
    entry({ scope: 0, name: 'item', flags: ['global'], references: [[1, 28]] }),
  ];
  assert.deepEqual(differences({ ...annotated, names }), ['1:28 occurrence of item', '1:28 item in module']);
});

test('a place that stands twice in a list is a difference', () => {
  assert.deepEqual(
    differences(
      changed(2, {
        references: [
          [1, 28],
          [1, 28],
        ],
      }),
    ),
    ['1:28 occurrence of item'],
  );
});

test('a flag too few is a difference at the first occurrence', () => {
  const ours = changed(2, { flags: ['local', 'parameter'] });
  assert.deepEqual(differences(ours), ['1:8 item in function add at byte 0']);
});

test('a name without occurrences is a difference at its scope', () => {
  const names = [...annotated.names, entry({ scope: 2, name: 'total', flags: ['free'] })];
  assert.deepEqual(differences({ ...annotated, names }), ['1:0 total in function add at byte 0']);
});

test('a scope too few is a difference, with what stands in it', () => {
  const ours = { ...annotated, scopes: annotated.scopes.filter(({ id }) => id !== 1) };
  assert.deepEqual(differences(ours)[0], '1:0 annotation __annotate__ at byte 0');
});

test('scopes numbered in another order are a difference', () => {
  const swapped = new Map([
    [1, 2],
    [2, 1],
  ]);
  const number = (id: number): number => swapped.get(id) ?? id;
  const ours = {
    ...annotated,
    scopes: annotated.scopes.map((scope) => ({ ...scope, id: number(scope.id) })),
    names: annotated.names.map((name) => ({
      ...name,
      scope: number(name.scope),
      binding: number(name.binding),
    })),
  };
  assert.deepEqual(differences(ours), ['1:0 order of scopes']);
});

test('an identifier that is evaluated in one model and not in the other is a difference', () => {
  const ours = {
    ...annotated,
    names: annotated.names.filter(({ name }) => name !== 'Item'),
    unevaluated: [{ scope: 0, name: 'Item', occurrences: [[1, 14] as const] }],
  };
  assert.deepEqual(differences(ours), [
    '1:14 occurrence of Item',
    '1:14 Item in annotation __annotate__ at byte 0',
  ]);
});

test('a symbol that CPython adds by itself is none', () => {
  const names = [...annotated.names, entry({ scope: 2, name: '__class__', flags: ['free'] })];
  assert.deepEqual(differences({ ...annotated, names }), []);
});

test('before Python 3.14 an annotation belongs to the scope around it', () => {
  assert.deepEqual(disagreements(annotated, evaluated, [3, 11]), []);
  assert.notDeepEqual(disagreements(annotated, evaluated, [3, 14]), []);
});

test('what an annotation reads is then referenced by the scope that binds it', () => {
  const ours = {
    ...annotated,
    names: [
      ...annotated.names,
      entry({ scope: 0, name: 'Item', flags: ['local', 'global', 'imported'], definitions: [[9, 0]] }),
    ],
  };
  const item = withoutAnnotationScopes(ours).names.find(({ name }) => name === 'Item');
  assert.deepEqual(item?.flags, ['local', 'global', 'imported', 'referenced']);
  assert.deepEqual([item?.definitions, item?.references], [[[9, 0]], [[1, 14]]]);
});
