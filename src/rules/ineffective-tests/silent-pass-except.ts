import type { Comment } from '../../python/comments.ts';
import { broadExceptionOf } from '../../python/handlers.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'silent-pass-except',
  family: 'ineffective-tests',
  summary:
    'a test whose only assertion on an exception stands in the handler, and passes when nothing is raised',
  advice: 'expect the exception with `raises`, which fails when nothing is raised',
  why: `
A test that calls something in a \`try\` clause and asserts in the handler what the exception says passes as well when
nothing is raised: the handler, and the assertion in it, never run. \`pytest.raises\` and \`assertRaises\` fail then,
and keep the exception for the assertions below them.

The rule looks at handlers of the test function itself that name their exception with \`as\` and assert something of
it. It says nothing where something shows that no exception is fine, or that it would be noticed.
`,
  spared: [
    'A `try` statement with an `else` or `finally` clause, or whose `try` clause asserts, fails, skips, raises, returns or leaves a loop: the case without an exception is thought of.',
    'A handler that raises, returns, fails or skips, or that sets an attribute or an item.',
    'A variable that the `try` clause or the handler sets and something below reads.',
    'An assertion directly below that reads a variable which a function inside the test sees as well, and may have changed; and, where `SystemExit` is caught, an assertion below of the call of a stand-in such as `fake_exit`.',
    'A `try` statement in a loop: the exception may come in one turn and not in another.',
    'An `ImportError`, `AssertionError` or `SkipTest`, which is about the test, and a `try` clause that raises by itself, as `1 / 0` does.',
    'An assertion that denies something of the exception, such as `assert not isinstance(error, KeyError)`, that allows one of several `errno`s, or that a program exits with success: no exception would be fine too.',
    'A comment above the `try` statement or inside it that says that the exception *may* come, or that not every version or system raises it or supports what is called; and a docstring that says that it depends.',
    'A `try` clause with a helper that is told what to find, such as `run(expected_status=1)`.',
    'A test in which a `raises` expects an exception of the same call.',
    'A test whose values hypothesis makes up: they may be valid.',
  ],
  nearest:
    "flake8-pytest-style's and ruff's `PT017` report every `assert` on the exception in a handler, though the test may fail when nothing is raised, and no method of unittest.",
  limits:
    'Where no exception is fine as well. An `else: pass` keeps the rule silent, as does a comment that says that the exception may come.',
  severity: { fast: 'warning', review: 'warning' },
  examples: {
    bad: [
      `
def test_refund_twice(cart):
    try:
        cart.refund()
    except AlreadyRefunded as error:
        assert "twice" in str(error)
`,
    ],
    good: [
      `
import pytest

def test_refund_twice(cart):
    with pytest.raises(AlreadyRefunded, match="twice"):
        cart.refund()
`,
      `
def test_refund_twice(cart):
    try:
        cart.refund()
    except AlreadyRefunded as error:
        assert "twice" in str(error)
    else:
        assert False, "refunded twice"
`,
    ],
  },
  *check({ commentsBefore, commentsIn, docstrings, handlers, model, passesSilently }) {
    for (const handler of handlers) {
      const test = model.testAt(handler.keyword.start);
      if (test === undefined || !passesSilently(handler, test)) continue;
      if ([...commentsIn(handler.node), ...commentsBefore(handler)].some(saysThatItMayRaise)) continue;
      const docstring = docstrings.find(({ definition }) => definition === test.definition);
      if (docstring !== undefined && DIFFERS.test(docstring.text)) continue;
      const names = handler.exceptions.join(', ');
      const isKnown = names !== '' && broadExceptionOf(handler) === undefined;
      yield {
        at: handler.keyword,
        message: `the test passes when nothing is raised; expect ${isKnown ? `\`${names}\`` : 'the exception'} with \`raises\``,
        subject: names,
      };
    }
  },
});

/** What a docstring says of an exception that is not raised everywhere. */
const DIFFERS =
  /\b(?:sometimes|depend(?:s|ing)? on|(?:between|across|on (?:some|certain)) (?:\w+ )*(?:versions|platforms|systems))\b/i;

const saysThatItMayRaise = ({ content }: Comment) => MAY_RAISE.test(content);

/** What a comment in a handler or before it says where no exception is fine. */
const MAY_RAISE = new RegExp(
  [
    String.raw`\b(?:may|might|sometimes|not always|depend(?:s|ing|ent)|vary|varies|either|if so)\b`,
    String.raw`\b(?:old(?:er)?|earlier|newer|some|certain|many|most) (?:\w+ )?\w*(?:versions?|releases?|systems?|platforms?|devices?|drivers?|backends?)\b`,
    // `not supported on all cards`, `isn't there on every system`
    String.raw`(?:\bnot|n't) (?:\w+ )?(?:support|availab|implement|provid|install|enabl|exist|there|present|possible)\w*\b[^.;]*(?<!\bat )\b(?:all|every\w*)\b`,
    String.raw`\bnot (?:all|every\w*)\b`,
    String.raw`\bat least for\b`,
    String.raw`\b(?:accept\w*|allowed|expected|fine|okay?) (?:if|when|where)\b`,
    // The implementations and systems on which it is raised: `# pypy, graalpy`
    String.raw`^\W*(?:(?:on|only|for|in|under|and|or|only on|pypy|graalpy|jython|ironpython|micropython|cpython|windows|win32|macos|osx|darwin|linux|bsd|cygwin|python ?\d[\d.]*\+?)\b[\s,;/&.]*)+$`,
    String.raw`\bwithout (?:raising|an?y? (?:exception|error))`,
  ].join('|'),
  'i',
);
