import { isAssertion, LOOKING } from '../../python/assertions.ts';
import { calleeOf, keywordOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import {
  callsIn,
  callStatementOf,
  isAloneInBlock,
  isConditional,
  nextStatementOf,
  statementAround,
  statementsOf,
} from '../../python/statements.ts';
import {
  childIn,
  contains,
  descendantsOf,
  Field,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  parentOf,
} from '../../python/syntax.ts';
import type { Test } from '../../python/tests.ts';
import { defineRule, type Fix } from '../rule.ts';

export default defineRule({
  id: 'print-in-test',
  family: 'comments',
  summary: 'a test that prints',
  advice: 'assert what matters, and drop the prints',
  why: `
A \`print\` in a test is a question that somebody had once: what is in this cart? Nobody reads the answer, since pytest
does not show what a passing test prints. What matters is asserted, and pytest shows the values of an assertion that
fails.

The rule knows \`print\`, \`pprint.pprint\` and \`pprint.pp\` wherever they are statements of a test. The fix deletes
the line where what is printed calls nothing that could change something and other statements are left in the block.
`,
  spared: [
    'A print in a test that captures or replaces the output, or in a module with a hook that does: it names `capsys`, `capfd`, `redirect_stdout`, `sys.stdout`, `StringIO`, `builtins.print` or the like.',
    'A print to a file: `file=`, `stream=`.',
    'A print below an `if` or a `match`, or in a `try` statement with handlers: it is meant for some cases only.',
    'A loop that only prints what the statement after it asserts: the output says what failed.',
    'A print with a comment behind it, or below one that speaks of failures or of debugging.',
    'A print alone in a block that is expected to raise, where it only reads the value.',
    'A test that asserts nothing, where to print a value may be what is tried.',
    'A function inside the test, which may be what is run.',
  ],
  nearest: "flake8-print's and ruff's `T201` and `T203` report every print, wherever it stands.",
  limits:
    'Where a long test reports how far it is, or the output is kept as the record of a run. A comment behind the print says so, and keeps the rule silent.',
  severity: { fast: 'warning', review: 'warning' },
  examples: {
    bad: [
      `
def test_total(cart):
    cart.add("tea")
    print(cart.items)
    assert cart.total == 4
`,
    ],
    good: [
      `
def test_receipt(cart, capsys):
    print(cart)
    assert capsys.readouterr().out == "tea 4\\n"
`,
    ],
  },
  *check(module) {
    for (const call of PRINTS.flatMap(module.calls.of)) {
      const start = module.spanOf(call).start;
      const test = module.model.testAt(start);
      if (test === undefined || module.definitionAt(start) !== test.definition) continue;
      const statement = statementAround(module.tree, call);
      if (callStatementOf(module.tree, statement) !== call || isOnPurpose(module, test, call, statement))
        continue;
      const fix = fixOf(module, call, statement);
      yield {
        at: module.spanOf(statement),
        message: 'nobody reads what a test prints; assert what matters, or drop the print',
        subject: module.textOf(statement),
        ...(fix === undefined ? {} : { fix }),
      };
    }
  },
});

const PRINTS = ['builtins.print', 'pprint.pprint', 'pprint.pp'];

function isOnPurpose(module: TestModule, test: Test, call: Node, statement: Node): boolean {
  const { tree, model } = module;
  if (keywordOf(tree, call, 'file') !== NO_NODE || keywordOf(tree, call, 'stream') !== NO_NODE) return true;
  if (test.cycles.length === 0 || isConditional(tree, statement)) return true;
  if (
    module.commentAfter(statement) !== undefined ||
    isForReaders(module, statement) ||
    isReport(module, statement)
  )
    return true;
  if (isAloneInBlock(tree, statement) && module.raisesBlocks.some(({ node }) => contains(tree, node, call)))
    return true;
  return [test.definition, ...model.hooks].some((definition) =>
    module.namesIn(definition).some((name) => OUTPUT.test(name) || REPLACED.test(name)),
  );
}

/** Whether a comment above says that the output is there for whoever looks into a failure. */
const isForReaders = ({ commentsAround, spanOf }: TestModule, statement: Node) =>
  commentsAround(spanOf(statement)).some(({ content }) => /\b(?:debug|diagnos|fail)/i.test(content));

/** Whether a loop only prints what the statement after it asserts: the output says what failed. */
function isReport({ tree, textOf, calls }: TestModule, statement: Node): boolean {
  const block = parentOf(tree, statement);
  const loop = parentOf(tree, block);
  if (kindOf(tree, loop) !== Kind.for_statement) return false;
  const prints = new Set(PRINTS.flatMap(calls.of));
  if (!statementsOf(tree, block).every((one) => prints.has(callStatementOf(tree, one)))) return false;
  const next = nextStatementOf(tree, loop);
  if (next === NO_NODE || !isAssertion(tree, next)) return false;
  const printed = textOf(childIn(tree, loop, Field.right));
  return Array.from(descendantsOf(tree, next, Kind.identifier)).some((node) => textOf(node) === printed);
}

/** Names of what captures or replaces the output, or is about it. */
const OUTPUT =
  /(?:^|\.)(?:cap(?:sys|fd)\w*|\w*stdout\w*|\w*stderr\w*|StringIO|capture\w*|isolat\w+)(?:\.|$)/i;
const REPLACED = /^(?:builtins|__builtin__)\.print$/;

/** The deletion of a print whose values call nothing that may change something and that leaves no block empty. */
function fixOf(module: TestModule, call: Node, statement: Node): Fix | undefined {
  const { tree } = module;
  const inner = Array.from(callsIn(tree, call)).filter((node) => node !== call);
  const mayAct = inner.some((node) => !LOOKING.has(calleeOf(tree, node) ?? ''));
  const doesMore = [Kind.await, Kind.named_expression, Kind.yield].some(
    (kind) => !descendantsOf(tree, statement, kind).next().done,
  );
  if (mayAct || doesMore || isAloneInBlock(tree, statement)) return undefined;
  return { edits: [module.statementRemoval(statement)], safe: false, title: 'delete the print' };
}
