import { tokensOf } from '../../python/differences.ts';
import { wordsOf } from '../../names/words.ts';
import { calledNameOf, calleeOf, keywordOf } from '../../python/expressions.ts';
import { callsIn } from '../../python/statements.ts';
import type { Definition } from '../../python/definitions.ts';
import type { TestModule } from '../../python/module.ts';
import { childIn, Field, NO_NODE, type Node } from '../../python/syntax.ts';
import type { Parametrization } from '../../python/parametrizations.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'duplicate-parametrize-case',
  family: 'ineffective-tests',
  summary: 'a case of `pytest.mark.parametrize` that stands there twice',
  advice: 'delete the cases that stand there already, or make of them what they were meant to be',
  why: `
A case that is written twice runs the same test twice and shows nothing new. As a rule it was copied in order to be
changed, and the change was forgotten, so that the case that was meant is missing.

The rule compares the rows as they are written in the list or tuple, however they are laid out. The fix deletes the
later row. There is none beside \`ids\`, which count along with the rows, or where a comment would go with the row.
`,
  spared: [
    'A row with a comment after it: it has given its reason.',
    'The rows below a comment when all of them repeat others: the comment says why they come again.',
    'A row that calls what may give something else each time, such as `random_price()` or `next(prices)`.',
  ],
  nearest:
    "flake8-pytest-style's and ruff's `PT014` report the same, with a comment or without, and ruff's fix is unsafe.",
  limits:
    'Where the same case twice is the point, as for a cache or a retry. A comment after the row says so, and keeps the rule silent.',
  severity: { fast: 'error', review: 'error' },
  examples: {
    bad: [
      `
import pytest

@pytest.mark.parametrize(("price", "tax"), [(100, 19), (50, 9), (100, 19)])
def test_tax(price, tax):
    assert tax_on(price) == tax
`,
    ],
    good: [
      `
import pytest

@pytest.mark.parametrize(("price", "tax"), [(100, 19), (50, 9), (0, 0)])
def test_tax(price, tax):
    assert tax_on(price) == tax
`,
    ],
  },
  *check(module) {
    const seen = new Set<Node>();
    for (const { parametrizations, definition } of module.model.tests) {
      for (const parametrization of parametrizations) {
        if (!seen.has(parametrization.call)) yield* duplicatesOf(module, parametrization, definition);
        seen.add(parametrization.call);
      }
    }
  },
});

function* duplicatesOf(module: TestModule, { call, rows }: Parametrization, test: Definition) {
  const { tree, spanOf } = module;
  const lineOf = (node: Node) => module.positionAt(spanOf(node).start).line;
  const placeOf = (original: Node, row: Node) =>
    lineOf(original) === lineOf(row) ? 'in this line' : `on line ${lineOf(original)}`;
  const originals = originalsOf(module, rows);
  for (const [row, original] of originals) {
    if (module.commentAfter(row) !== undefined || !isPytests(module, call)) continue;
    if (mayDiffer(module, row) || isRepeatedInDocstring(module, row, test)) continue;
    if (sectionOf(module, rows, row).every((one) => originals.has(one))) continue;
    const text = tokensOf(tree, row);
    const removal = keywordOf(tree, call, 'ids') === NO_NODE ? module.elementRemoval(row) : undefined;
    yield {
      at: spanOf(row),
      message: `the case stands ${placeOf(original, row)} already; delete it`,
      subject: text,
      ...(removal && { fix: { edits: [removal], safe: true, title: 'delete the case' } }),
    };
  }
}

/** Whether the docstring of the test has a row more than once as well: it lists what the rows follow. */
function isRepeatedInDocstring({ docstrings, textOf }: TestModule, row: Node, test: Definition): boolean {
  const docstring = docstrings.find(({ definition }) => definition === test);
  return docstring !== undefined && docstring.text.split(textOf(row)).length > 2;
}

/** The rows that are written out before, with the first of their kind. */
function originalsOf({ tree }: TestModule, rows: readonly Node[]): ReadonlyMap<Node, Node> {
  const first = new Map<string, Node>();
  const originals = new Map<Node, Node>();
  for (const row of rows) {
    const text = tokensOf(tree, row);
    const original = first.get(text);
    if (original === undefined) first.set(text, row);
    else originals.set(row, original);
  }
  return originals;
}

/** The rows that stand below the same comment as one of them; all rows where no comment heads it. */
function sectionOf({ isCommented }: TestModule, rows: readonly Node[], row: Node): readonly Node[] {
  const index = rows.indexOf(row);
  const start = rows.slice(0, index + 1).findLastIndex(isCommented);
  if (start === -1) return rows;
  const length = rows.slice(start + 1).findIndex(isCommented);
  return rows.slice(start, length === -1 ? undefined : start + 1 + length);
}

/** Whether a row calls something whose result is another one each time, by its name. */
const mayDiffer = ({ tree }: TestModule, row: Node) =>
  Array.from(callsIn(tree, row)).some((call) => {
    const callee = calleeOf(tree, call) ?? calledNameOf(tree, call);
    return (
      DIFFERING.test(callee) || wordsOf(calledNameOf(tree, call)).some((word) => DIFFERING_WORDS.has(word))
    );
  });

const DIFFERING = /^(?:(?:\w+\.)*(?:random|rng|faker?|secrets|uuid)\.\w+|object)$/;

const DIFFERING_WORDS: ReadonlySet<string> = new Set(
  'random rand randint randn uuid unique fresh next now today time choice sample shuffle fake token temp tmp mkdtemp mkstemp generate'.split(
    ' ',
  ),
);

const isPytests = ({ tree, originOf }: TestModule, call: Node) =>
  originOf(childIn(tree, call, Field.function)) === 'pytest.mark.parametrize';
