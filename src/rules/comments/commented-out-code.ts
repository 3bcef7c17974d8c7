import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'commented-out-code',
  family: 'comments',
  summary: 'code that is commented out, with nothing that says why',
  why: `
Code in a comment is neither run nor checked, nor renamed with the rest, and after a month nobody knows whether it may
go. The history of the repository keeps what is deleted; what is to come back needs a sentence that says when.

The rule takes comment lines for code when they parse as Python without their comment signs and hold a statement that
no sentence reads as: a call of a method, an assignment from a call, an \`assert\` of a comparison, an \`import\`, a
definition. Blocks with up to two blank lines between them are one finding. Tests that are commented out are
\`commented-out-test\`'s. The fix deletes the lines.
`,
  spared: [
    'Code that its own comment explains: with a heading or a sentence above it, a sentence below it, or words behind one of its lines. One word is enough there: `# cart.show()  # DEBUG`.',
    'Code below another comment that ends in a sentence of five words or more or in a heading with a colon, with up to two blank lines between.',
    'Code below a `TODO` or a reason in the same paragraph, with a note such as `NOTE` next below it, or with a reason up to six lines below that names what the code assigns.',
    'Code whose reason is given further up: in the comment that its function or class opens with or has above it, up to eight lines above the code in the same function, or for other code that is commented out there. A comment of six words or more at the start of the function is taken for one.',
    'Code that the next line stands in place of, with a remark at its end, or by skipping or failing the test with a text.',
    'What is quoted to explain: one line directly above a definition, the other value of what the statement above or below assigns, or what the precise numbers in the next statement come from.',
    'Code below a link, an `e.g.` or the name of the file that it is quoted from (`in main.py:`).',
    'A label of what follows: a part of the next statement, a function without arguments that the next lines call (`# sum_up()`), a call of what the next statement calls for its result, or the call that wrote the assertion below it.',
    'What only looks like code: a formula (`log(1 + x)`), how a value shows itself (`Cart(total=4)`), a signature (`__getitem__(index)`), and the call of a task that runs elsewhere.',
    'What leaves something out with `...`, and other languages: code in R, declarations of C, lines with a semicolon.',
    'What tools read, such as `# type:` and `# pylint:`, and inline script metadata (PEP 723).',
    'A comment behind a line of code.',
  ],
  nearest:
    "ruff's `ERA001`, like eradicate, judges line by line: it takes remarks such as `# refund (partial)` for code, and reports examples and labels.",
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
