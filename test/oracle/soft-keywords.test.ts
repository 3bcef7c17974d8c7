/**
 * `match`, `case`, `type` and `_` are keywords only where a statement reads so (Language Reference 2.3.2), and a grammar
 * without Python's parser has to guess. Here every head of such a statement meets everything that can follow.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bindingsOf } from '../../scripts/bindings.ts';
import { disagreements } from './compare.ts';
import { oracle } from './pyodide.ts';

const subjects = listed(`
  a; -a; ~a; a.b; a[b]; a(b); a, b; *a, b; (a), b; (a, b); (a,); (); []; {}; 1; ...; (a); (a).b;
  (a)[b]; (a)(b); (a)(b).c; (a)[b:c]; (a)[b]["c"]; (a).b.c(d); (a)(*b, **c); {}[a]; [a]; [a][b];
  [a][b, c]; [a, b][c].d; {a: b}; {**a}; "a"; "a".b; f"{a}"; f"{a}"[b]; await_; (a) + b; (a) - b;
  (a) if b else c; (a) and b; (a) in b; (a) == b; a if b else c; not a; (a := b); lambda: a;
  lambda a: a; [a for a in b]; (a for a in b); None; None is a
`);
const patterns = listed(`
  b; (b); _; [b, *c]; (b, c); *b, c; b, c; b,; []; {}; {"k": b, **c}; {b.c: d}; [b] as c; A(b, c=d);
  f.g(h); b.c; b.c | -1 | "x"; -1; 1 | -2j; "x" "y"; None; [b] if c; b if (c := b)
`);
const statements = listed(`
  match{}; type{}; case{}; print{}; exec{}; _{}; match{} = b; type{} = b; print{} = b;
  match{}: int = 3; type{}: c; match{} += d; x = match{}; x = type{}; del match{}; match{}, b = c;
  for match{} in b: pass; with a as type{}: pass; type{}, b = c; [match{} for a in b];
  match{} if c else d; print{}, b; type{} and c; return_ = print{};
  match {}; type {}; print {}; match {} = b; type {} = b; x = match {}; type {}: c
`);
const trailers = listed(`
  ; .b; [b]; (b); (b).c; (b)[c]; [b](c); [b].c; [b][c]; .b(c); (b)(c); [b:c]; [b, c]; [b: c].d; (*b).c; (b := c).d; (b for b in c).d; [[b for b in c]].d; [lambda: b].d; .match;
  .type.case; .print(b)[c]
`);
const aliases = ['match', 'type', 'case', '_', 'print', 'exec', 'X', 'é'];
const parameters = listed(`
  ; [T]; [T: int]; [*T]; [**T]; [T, S]; [T = int]; [T: (a, b) = c, *S]; [T,]
`);
const values = listed(`
  a; (a); (a)(b); [a]; [a](b); a[b]; (a)[b]; (lambda: a)(); a | b; "a"; -a; {a: b}; T; a if b else c;
  [a for a in T]; (a).b; type; match[a]; print(a); (a, b); ...; not a; lambda: T
`);

test('a match statement is one whatever its subject and its first pattern', async () => {
  await agrees(
    pairs(subjects, patterns, (subject, pattern) => `match ${subject}:\n    case ${pattern}:\n        e`),
  );
});

test('a soft keyword is a name in any other statement', async () => {
  await agrees(pairs(statements, trailers, (statement, trailer) => statement.replace('{}', trailer)));
});

test('a type statement is one whatever the name, the parameters and the value', async () => {
  const heads = pairs(aliases, parameters, (alias, generic) => `type ${alias}${generic}`);
  await agrees(pairs(heads, values, (head, value) => `${head} = ${value}`));
});

function listed(text: string): readonly string[] {
  return text
    .trim()
    .split(/;\s/)
    .map((one) => one.trim());
}

function pairs(
  left: readonly string[],
  right: readonly string[],
  join: (left: string, right: string) => string,
): readonly string[] {
  return left.flatMap((one) => right.map((other) => join(one, other)));
}

/** Compares each statement that CPython accepts, in a method, so that what is bound shows. */
async function agrees(found: readonly string[]): Promise<void> {
  const texts = found.map(
    (statement) => `class A:\n    def f(self):\n${statement.replaceAll(/^/gm, '        ')}\n`,
  );
  const answers = await oracle(texts.map((text) => ({ path: text, text })));
  const differing = answers.flatMap((answer) => {
    if ('error' in answer) return [];
    assert.ok('names' in answer, JSON.stringify(answer));
    return disagreements(bindingsOf(answer.path, answer.path), answer).slice(0, 1);
  });
  assert.deepEqual(differing, []);
}
