/**
 * Random Python programs that are about nothing but scopes: few names, bound and read in every way and at any depth.
 *
 * A program is generated as a tree without regard to what Python allows where; writing it down (program-text.ts) drops
 * what it does not allow there: a walrus in an annotation, `nonlocal` of what no function binds.
 */
import * as fc from 'fast-check';
import { bodyOf, inModule } from './program-text.ts';
import type { Body, Expression, Parameter, Statement, Target, TypeParameter } from './program-text.ts';

// Few names, so that they meet: private ones, soft keywords, two that are one after NFKC, and non-ASCII ones.
const name = fc.constantFrom(
  'a',
  'b',
  'c',
  'd',
  '__p',
  '__q',
  'T',
  'type',
  'match',
  '_',
  'é',
  'fi',
  'ﬁ',
  'super',
  '__class__',
);
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 3 });

const target: fc.Arbitrary<Target> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('one' as const), name }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('many' as const), names, star: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('item' as const), of: name, key: name }) },
);

// A type and not an interface, which `letrec` would take for something loosely typed.
type Grammar = {
  readonly expression: Expression;
  readonly parameters: readonly Parameter[];
  readonly generic: readonly TypeParameter[];
  readonly statement: Statement;
  readonly body: Body;
};

const { body } = fc.letrec<Grammar>((tie) => {
  const expression = tie('expression');
  const body = tie('body');
  const perhaps = fc.option(expression, { nil: undefined, freq: 2 });
  const rarely = fc.option(expression, { nil: undefined, freq: 6 });
  const definition = {
    name,
    decorators: fc.array(expression, { maxLength: 1 }),
    generic: tie('generic'),
    globals: fc.uniqueArray(name, { maxLength: 1 }),
    nonlocals: fc.uniqueArray(name, { maxLength: 2 }),
    body,
  };
  return {
    expression: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'expression' },
      fc.record({ kind: fc.constant('name' as const), name }),
      fc.record({ kind: fc.constant('walrus' as const), name, value: expression }),
      fc.record({ kind: fc.constant('lambda' as const), parameters: tie('parameters'), body: expression }),
      fc.record({
        kind: fc.constant('comprehension' as const),
        form: fc.constantFrom('list', 'set', 'dict', 'generator'),
        element: expression,
        clauses: fc.array(
          fc.record({ target, iterable: expression, tests: fc.array(expression, { maxLength: 1 }) }),
          { minLength: 1, maxLength: 2 },
        ),
      }),
      fc.record({
        kind: fc.constant('call' as const),
        callee: expression,
        values: fc.array(expression, { maxLength: 2 }),
      }),
      fc.record({ kind: fc.constant('access' as const), of: expression, key: expression }),
      fc.record({ kind: fc.constant('choice' as const), test: expression, yes: expression, no: expression }),
      fc.record({
        kind: fc.constant('string' as const),
        prefix: fc.constantFrom('f', 'rf', 't'),
        values: fc.array(expression, { minLength: 1, maxLength: 2 }),
      }),
    ),
    parameters: fc.uniqueArray(fc.record({ name, annotation: perhaps, value: perhaps }), {
      maxLength: 3,
      selector: (parameter) => parameter.name.normalize('NFKC'),
    }),
    generic: fc.oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      {
        weight: 1,
        arbitrary: fc.uniqueArray(
          fc.record({ stars: fc.constantFrom('', '', '**'), name, bound: rarely, value: rarely }),
          { minLength: 1, maxLength: 2, selector: (parameter) => parameter.name.normalize('NFKC') },
        ),
      },
    ),
    statement: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'statement' },
      fc.record({ kind: fc.constant('expression' as const), value: expression }),
      fc.record({
        kind: fc.constant('assign' as const),
        targets: fc.array(target, { minLength: 1, maxLength: 2 }),
        value: expression,
      }),
      fc.record({ kind: fc.constant('augment' as const), name, value: expression }),
      fc.record({ kind: fc.constant('annotate' as const), name, type: expression, value: perhaps }),
      fc.record({ kind: fc.constant('delete' as const), target }),
      fc.record({
        kind: fc.constant('import' as const),
        module: name,
        from: fc.boolean(),
        as: fc.option(name, { nil: undefined }),
      }),
      fc.record({ kind: fc.constant('for' as const), target, iterable: expression, body }),
      fc.record({ kind: fc.constant('if' as const), test: expression, body, otherwise: body }),
      fc.record({ kind: fc.constant('with' as const), value: expression, target, body }),
      fc.record({ kind: fc.constant('try' as const), body, type: expression, name, handler: body }),
      fc.record({
        kind: fc.constant('match' as const),
        subject: expression,
        cases: fc.array(
          fc.record({
            form: fc.constantFrom('capture', 'sequence', 'mapping', 'class', 'as'),
            names: fc.uniqueArray(name, {
              minLength: 2,
              maxLength: 2,
              selector: (captured) => captured.normalize('NFKC'),
            }),
            guard: perhaps,
            body,
          }),
          { minLength: 1, maxLength: 2 },
        ),
      }),
      fc.record({ kind: fc.constant('alias' as const), name, generic: tie('generic'), value: expression }),
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant('class' as const),
          bases: fc.array(expression, { maxLength: 1 }),
          ...definition,
        }),
      },
      {
        weight: 5,
        arbitrary: fc.record({
          kind: fc.constant('function' as const),
          isAsync: fc.boolean(),
          parameters: tie('parameters'),
          result: perhaps,
          locals: fc.uniqueArray(name, { maxLength: 2 }),
          ...definition,
        }),
      },
    ),
    body: fc.array(tie('statement'), { minLength: 1, maxLength: 4 }),
  };
});

/** A Python program, ending in a newline. CPython 3.14 accepts all but a few in a hundred. */
export const program: fc.Arbitrary<string> = fc
  .record({ isFuture: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0), body })
  .map(({ isFuture, body }) => {
    const lines = bodyOf(body, inModule);
    return [...(isFuture ? ['from __future__ import annotations'] : []), ...lines, ''].join('\n');
  });
