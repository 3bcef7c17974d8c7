import { elementsOf } from '../../python/statements.ts';
import type { RaisesCall } from '../../python/raises-calls.ts';
import type { TestModule } from '../../python/module.ts';
import { Kind, kindOf, type Node } from '../../python/syntax.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'raises-broad-exception',
  family: 'exceptions',
  summary: '`raises` of `Exception`, which any mistake fulfils',
  advice: 'expect the exception that is meant, or say with `match` what it has to say',
  why: `
\`pytest.raises(Exception)\` is content with whatever goes wrong: a misspelt method, a wrong number of arguments, a
missing file. The test passes before the code that it is about has run. Name the exception that the code is to raise, or
add \`match\`. The rule says nothing when the exception is looked at: \`match\`, \`check\`, \`assertRaisesRegex\`,
\`assert_raises_message\`, a name for it by \`as\`; nor when a plain \`Exception\` is raised on purpose, as \`side_effect\`
or by \`raise\`, in the test or in what the test uses of the module, itself or by way of its fixtures and \`setUp\`, or the
test quotes the line that raises it; nor when a comment behind the call has given a reason, or one above or below it
speaks of what is raised; nor when the next statement looks for the text of the error, as in what was printed, or an
assertion further below names the exact exception; nor in a helper that is handed what is to fail, or a wrapper around
whatever function a decorator is given, which cannot know what that raises.
`,
  nearest:
    "flake8-bugbear's and ruff's `B017` and OpenStack's `H202` report every one without `match`, those that are looked at or raised on purpose as well.",
  limits:
    'Where the exception really may be any, as with a foreign library that promises none. A comment that says so keeps the rule silent.',
  severity: { fast: 'error', review: 'error' },
  examples: {
    bad: [
      `
import pytest

def test_refund_twice(cart):
    with pytest.raises(Exception):
        cart.refund()
`,
    ],
    good: [
      `
import pytest

def test_refund_twice(cart):
    with pytest.raises(AlreadyRefunded):
        cart.refund()
`,
      `
import pytest

def test_refund_twice(cart):
    with pytest.raises(Exception, match="refunded already"):
        cart.refund()
`,
    ],
  },
  *check(module) {
    const { raisesCalls, spanOf, textOf, isExplainedOnLine, isRaisedOnPurposeFor, isTextAssertedAfter } =
      module;
    for (const call of raisesCalls) {
      const broad = broadExceptionIn(module, call);
      if (broad === undefined || isLookedAt(module, call)) continue;
      if (isExplainedOnLine(spanOf(call.node)) || isExplained(module, call)) continue;
      if (isTextAssertedAfter(call) || module.isExceptionNamedAfter(call)) continue;
      if (module.isOfWrapped(call) || isRaisedOnPurposeFor(call.node)) continue;
      const name = textOf(broad);
      yield {
        at: spanOf(call.node),
        message: `any mistake raises \`${name}\`; expect the exception that is meant, or add \`match\``,
        subject: name,
      };
    }
  },
});

function broadExceptionIn({ tree, originOf }: TestModule, { expected }: RaisesCall): Node | undefined {
  if (expected === undefined) return undefined;
  return elementsOf(tree, expected.value).find((one) => BROAD.has(originOf(one) ?? ''));
}

const BROAD: ReadonlySet<string> = new Set([
  'builtins.Exception',
  'builtins.BaseException',
  'builtins.builtins.Exception',
]);

/** Whether more is asked of the exception than that there is one. */
function isLookedAt({ tree, textOf }: TestModule, { node, isKept, others }: RaisesCall): boolean {
  if (
    isKept ||
    /(?:Regexp?|Message|_(?:regex|message|(?:with_)?msg)\w*)\s*$/.test(textOf(node).split('(')[0] ?? '')
  )
    return true;
  return others.some(
    ({ keyword, value }) =>
      keyword === 'match' || keyword === 'check' || kindOf(tree, value) === Kind.dictionary_splat,
  );
}

/** Whether a comment above the call, or at the start of its block, says what is raised, or why that cannot be named. */
function isExplained({ commentsOnRaises }: TestModule, call: RaisesCall): boolean {
  return commentsOnRaises(call).some(({ content }) => UNCERTAIN.test(content) || EXCEPTION.test(content));
}

const UNCERTAIN =
  /\b(?:exact|unspecified|depend|otherwise|some (?:implementation|version|platform)|differ|var(?:y|ies|ious)|whatever|generic|kind of|guarantee|arbitrar|(?:error|exception) (?:is )?expected (?:as|because|since)|unknown|unclear|unpredictable|undefined|gibberish|currently|for now|may|might|segfault|crash|too broad|blind|B017|or\b)|\b(?:any|bare|base|catch) `{0,2}(?:exception|error)|\bnot (?:specified|sure|certain)|doesn't matter/i;

/** The class of an exception, as in `raises a KeyError in Python 3`. */
const EXCEPTION = /\b[A-Z]\w*(?:Error|Exception|Warning|Exit|Interrupt)\b/;
