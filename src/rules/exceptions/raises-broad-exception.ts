import { elementsOf } from '../../python/statements.ts';
import type { RaisesCall } from '../../python/raises-calls.ts';
import type { TestModule } from '../../python/module.ts';
import { Kind, kindOf, type Node } from '../../python/syntax.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'raises-broad-exception',
  family: 'exceptions',
  summary: '`raises` of `Exception`, which any mistake satisfies',
  advice: 'expect the exception that is meant, or say with `match` what it has to say',
  why: `
\`pytest.raises(Exception)\` is content with whatever goes wrong: a misspelt method, a wrong number of arguments, a
missing file. The test may pass before the code that it is about has run. Name the exception that the code is to
raise, or say with \`match\` what it has to say.

The rule looks at \`pytest.raises\`, \`assertRaises\` and their kin, as a block or as a call, that expect the built-in
\`Exception\` or \`BaseException\`, alone or among others.
`,
  spared: [
    'An exception of which more is asked: `match` or `check`, `assertRaisesRegex`, `assertRaisesMessage` and the like, or a name for it, by `as` or by assigning the result of the call.',
    'An exception that is looked at below: the next statement asserts a sentence, as in what was printed, or one further below names the exact exception, such as `assert "NothingPaidError" in span.error`. Where another exception is expected before that, it is about that one.',
    'A plain `Exception` that is raised on purpose, by `raise` or as a `side_effect`: in the test itself, or in a function, class, fixture or `setUp` of the module that it uses.',
    'A test that uses an imported stand-in named for failing, such as `FakeBankThatRaises`, or that quotes `raise Exception` in a string, as the traceback shows it.',
    'A call with a comment at the end of its line.',
    'A block or call with a comment above or in it that names an exception, or says that the exact one varies or does not matter. One above the first of several such statements in a row is about all of them.',
    'A helper that is handed what has to fail, and the wrapper that a decorator makes around a function: neither can know what that raises.',
  ],
  nearest:
    "flake8-bugbear's and ruff's `B017` and OpenStack's `H202` report such calls too, also where a plain `Exception` is raised on purpose. `B017` leaves out those with `match`, and blocks with `as`.",
  limits:
    'Where the exception really may be any, as with a foreign library that promises none. A comment after the call, or one above it that says so, keeps the rule silent.',
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
