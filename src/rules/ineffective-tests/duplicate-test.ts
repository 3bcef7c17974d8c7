import { tokensOf } from '../../python/differences.ts';
import type { Definition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import { type Binding, occurrencesIn } from '../../python/scope.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'duplicate-test',
  family: 'ineffective-tests',
  summary: 'a test or test class that a later one of the same name replaces',
  advice: 'give each test a name of its own: of two with the same name only the later one runs',
  why: `
Of two tests with the same name in one class or module, the second definition replaces the first before anyone
collects it. The first never runs, and nobody notices, since it does not fail either. Rename one of them, or delete
one if they are copies.

The rule looks at test functions, test methods and test classes, and resolves their names as Python does.
`,
  spared: [
    'A first definition that something uses in between: a decorator, a list of tests, a class derived from it.',
    'Two that stand in different branches, as of an `if` or a `try` statement.',
    'A name that is deleted or given another value in between.',
    'A first definition with a decorator that keeps the function elsewhere, or that expects several of one name: `overload`, `register`, `parameterized.expand`, `route`, `command`, `task`, `fixture`.',
  ],
  nearest: "pyflakes' and ruff's `F811` and pylint's `E0102` report redefinitions of anything.",
  limits:
    'Where a metaclass or a decorator of the class collects definitions as they are made, so that both run.',
  severity: { fast: 'error', review: 'error' },
  examples: {
    bad: [
      `
def test_refund(cart):
    assert cart.refund() == 4

def test_refund(cart):
    assert cart.refund(twice=True) == 4
`,
    ],
    good: [
      `
def test_refund(cart):
    assert cart.refund() == 4

def test_refund_twice(cart):
    assert cart.refund(twice=True) == 4
`,
    ],
  },
  *check(module) {
    const { model, bindings, positionAt } = module;
    const latest = new Map<Binding, Definition>();
    const tests = [...model.tests, ...model.classes].map(({ definition }) => definition);
    for (const definition of tests.toSorted((one, other) => one.node - other.node)) {
      const binding = bindings.bindingAt(definition.nameSpan.start);
      if (binding === undefined) continue;
      const earlier = latest.get(binding);
      latest.set(binding, definition);
      if (earlier === undefined || !replaces(module, binding, earlier, definition)) continue;
      yield {
        at: definition.nameSpan,
        message: `\`${definition.name}\` replaces the one on line ${positionAt(earlier.nameSpan.start).line}, which never runs; ${isCopy(module, earlier, definition) ? 'delete' : 'rename'} one`,
        subject: definition.name,
      };
    }
  },
});

/** Whether two definitions are written alike, token by token. */
const isCopy = ({ tree }: TestModule, one: Definition, other: Definition) =>
  tokensOf(tree, one.node) === tokensOf(tree, other.node);

/** Whether the later of two definitions of a name takes the place of the earlier one before anything has used it. */
function replaces(
  { blockOf, spanOf }: TestModule,
  { references, definitions }: Binding,
  earlier: Definition,
  later: Definition,
): boolean {
  if (blockOf(earlier) !== blockOf(later) || earlier.decorators.some(({ name }) => REGISTERING.test(name)))
    return false;
  // The bases of a class and the defaults of a function are evaluated before its name is bound.
  const bound = spanOf(later.body).start;
  const between = { start: earlier.nameSpan.end, end: bound };
  const uses = occurrencesIn(references, between).length;
  return (
    uses === 0 && occurrencesIn(definitions, between).every(({ start }) => start === later.nameSpan.start)
  );
}

/** Decorators that keep a function under another name, or that expect several of one name. */
const REGISTERING = /(?:^|\.)(?:overload|register|expand|route|command|task|fixture)$/;
