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
nothing is raised: the handler, and the assertion in it, never run. \`pytest.raises\` and \`assertRaises\` fail then, and
keep the exception for the assertions below them. The rule leaves a \`try\` statement alone when something shows that no
exception is fine, or is noticed: an \`else\` clause, an assertion, \`fail\`, \`skip\` or \`raise\` in the \`try\` clause, an
assertion directly after it of what a function inside the test sees as well, a comment that the exception *may* come, or that not every version or system supports what is called, a handler that raises, returns or fails, a variable that it sets, a loop around it, an \`ImportError\` or
\`AssertionError\`, an assertion that the exception is *not* of some kind or exits with success, a helper in the \`try\` clause that is told
what to find (\`expected_status=1\`), a \`raises\` in the same test that expects an exception of the same call, and values
that hypothesis makes up.
`,
  nearest:
    "flake8-pytest-style's and ruff's `PT017` report every `assert` on the exception in a handler, though the test fails when nothing is raised, and no method of unittest.",
  limits:
    'Where no exception is fine as well. An `else: pass` or a comment says so to the reader; the `else` also keeps the rule silent.',
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
