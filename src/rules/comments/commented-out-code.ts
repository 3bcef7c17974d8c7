import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'commented-out-code',
  family: 'comments',
  summary: 'code that is commented out, with nothing that says why',
  why: `
Code in a comment is neither run nor checked nor renamed with the rest, and after a month nobody knows whether it may
go. The history of the repository keeps what is deleted; what is to come back needs a sentence that says when. The
rule takes a comment for code when the lines, without their comment signs, parse as Python and hold a statement that
no sentence reads as: a call of an attribute, an assignment from a call, an \`assert\` of a comparison, an \`import\`,
a definition. It leaves alone what is explained: code with a sentence above it, below it or behind one of its lines,
below a TODO or a reason in the same paragraph, beside a remark on the line that stands in its place, or commented out
for a reason that is given further up in the function, in the comment that the function or its class opens with, or a few
lines up; one word behind a line (\`# cart.show()  # DEBUG\`) is enough. Nor does it speak of what is quoted to explain: a call
directly above the definition that answers it, the other value of what the next line assigns, and what precise numbers in
the next line come from. It also leaves alone what is no code: a label of what follows, a
formula (\`log(1 + x)\`), how a value shows itself (\`Cart(total=4)\`), what leaves something out with \`...\`, pragmas
and inline script metadata. Blocks with nothing but up to two blank lines between them are one finding. Tests that are
commented out are \`commented-out-test\`'s.
`,
  nearest:
    "eradicate's and ruff's `ERA001` judges line by line: it takes sentences with a bracket or a colon for code, and reports examples and labels.",
  limits:
    'Where the lines are an example, a protocol or a notation that happens to be Python, or the reason stands in another function. A sentence above them says what they show, and keeps the rule silent.',
  severity: { fast: 'warning', review: 'warning' },
  examples: {
    bad: [
      `
def test_total(cart):
    cart.add("tea")
    # cart.add("cake")
    # assert cart.total == 7
    assert cart.total == 4
`,
    ],
    good: [
      `
def test_total(cart):
    cart.add("tea")
    # The shop has no cake until the baker is back:
    # cart.add("cake")
    assert cart.total == 4
`,
    ],
  },
  *check({ commentedCode, lineRemoval }) {
    for (const code of commentedCode) {
      if (code.tests.length > 0) continue;
      yield {
        at: { start: code.first.span.start, end: code.last.span.end },
        message: `${code.lines === 1 ? 'this line is' : `these ${code.lines} lines are`} code in a comment; delete it, or say why it is kept`,
        measure: code.lines,
        fix: {
          edits: [lineRemoval(code.first.line, code.last.line)],
          safe: false,
          title: 'delete the code in the comment',
        },
      };
    }
  },
});
