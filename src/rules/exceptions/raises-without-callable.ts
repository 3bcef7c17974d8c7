import { type Argument, argumentsOf, calledNameOf } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import type { RaisesCall } from '../../python/raises-calls.ts';
import {
  childIn,
  descendantsOf,
  Field,
  Kind,
  kindOf,
  type Node,
  type SyntaxTree,
  startOf,
} from '../../python/syntax.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'raises-without-callable',
  family: 'exceptions',
  summary: 'an expected exception without anything that could raise it',
  advice: 'put what is to raise into a `with` block, or pass it without calling it',
  why: `
\`self.assertRaises(ValueError)\` and \`pytest.raises(ValueError)\` on a line of their own make a context manager and
drop it: the line below may raise or not. In \`self.assertRaises(ValueError, cart.refund())\` the call is made before
\`assertRaises\` can watch it, and its result is called afterwards, if there is one. Nothing is said where the result is
likely to be callable: of what gets a function of the module or is a variable with a lambda or an object, of \`partial\` and its kin, of what is named for making functions, of a function of the module
that returns one, of a class whose object is made of more than literals, or where arguments for it follow; nor inside of
another block that expects an exception.
`,
  nearest:
    "flake8-pytest-style's and ruff's `PT010` reports `raises()` without an exception, which is another mistake.",
  limits:
    'Where the second argument is a call that returns a function from elsewhere, under a name that does not say so. Give it a name first.',
  severity: { fast: 'error', review: 'error' },
  examples: {
    bad: [
      `
import unittest

class CartTest(unittest.TestCase):
    def test_refund_twice(self):
        self.assertRaises(AlreadyRefunded)
        self.cart.refund()
`,
      `
import unittest

class CartTest(unittest.TestCase):
    def test_refund_twice(self):
        self.assertRaises(AlreadyRefunded, self.cart.refund())
`,
    ],
    good: [
      `
import unittest

class CartTest(unittest.TestCase):
    def test_refund_twice(self):
        with self.assertRaises(AlreadyRefunded):
            self.cart.refund()
        self.assertRaises(AlreadyRefunded, self.cart.refund)
`,
    ],
  },
  *check(module) {
    for (const call of module.raisesCalls) {
      if (call.role !== 'statement' || call.expected === undefined || isUnpacked(module, call.expected))
        continue;
      const callee = childIn(module.tree, call.node, Field.function);
      const name = module.textOf(callee);
      if (module.bindings.bindingAt(startOf(module.tree, callee))?.kind === 'function') continue;
      const early = earlyCallIn(module, call);
      if (!WATCHING.test(name) || (early === undefined && !expectsNothing(module, call))) continue;
      if (module.isInRaisesBlock(call.node)) continue;
      yield {
        at: module.spanOf(early ?? call.node),
        message:
          early === undefined
            ? `\`${name}\` without a callable checks nothing; open a block with it`
            : `called before \`${name}\` can watch it; pass what is to be called, or open a block`,
        subject: module.textOf(call.expected.value),
      };
    }
  },
});

/** The calls that open a block or call what they are given. */
const WATCHING = /(?:^|\.)(?:raises|assertRaises(?:Regexp?)?|failUnlessRaises|assert_raises(?:_regexp?)?)$/;

const isUnpacked = ({ tree }: TestModule, { value }: Argument) => kindOf(tree, value) === Kind.list_splat;

/** Whether a call that is not awaited only makes a context manager. */
function expectsNothing({ tree }: TestModule, call: RaisesCall): boolean {
  return watchedBy(tree, call).every(
    ({ keyword, value }) =>
      keyword !== undefined && CONTEXT_KEYWORDS.has(keyword) && kindOf(tree, value) !== Kind.lambda,
  );
}

/** The arguments after the exception, and after the pattern where one comes first. */
function watchedBy(tree: SyntaxTree, { node, others }: RaisesCall): readonly Argument[] {
  return /Regexp?$|_regexp?$/.test(calledNameOf(tree, node)) ? others.slice(1) : others;
}

/** What `raises` and `assertRaises` take beside the exception when they are to open a block. */
const CONTEXT_KEYWORDS: ReadonlySet<string> = new Set(['match', 'check', 'msg', 'message']);

/** The call whose result is passed instead of what is to be called. */
function earlyCallIn(module: TestModule, call: RaisesCall): Node | undefined {
  const { tree, makesCallable } = module;
  const [given, ...more] = watchedBy(tree, call);
  if (given === undefined || given.keyword !== undefined || kindOf(tree, given.value) !== Kind.call)
    return undefined;
  if (more.some(({ keyword }) => keyword === undefined || !CONTEXT_KEYWORDS.has(keyword))) return undefined;
  if (MAKERS.test(calledNameOf(tree, given.value)) || makesCallable(given.value)) return undefined;
  if (isObjectOfMore(tree, given.value)) return undefined;
  return given.value;
}

/** Whether a call makes an object of a class that is likely to be a task: `Task(cart.refund)`, not `Amount(-1)`. */
function isObjectOfMore(tree: SyntaxTree, call: Node): boolean {
  if (!/^_*[A-Z]\w*[a-z]/.test(calledNameOf(tree, call))) return false;
  const given = argumentsOf(tree, call);
  return (
    given.length === 0 ||
    given.some(({ value }) => [...descendantsOf(tree, value, Kind.identifier)].length > 0)
  );
}

/** What is named for making functions. */
const MAKERS =
  /^(?:type|super|partial|partialmethod|(?:attr|item)getter|methodcaller|getattr|wraps?|deco\w*|bind|lambdify|compile|curry|pop|get|next|Mock|MagicMock|AsyncMock)$|(?:^|_)(?:make|create|build|get|wrap|wrapped|wrapper|factory|decorat\w*|func|function|fn|method|callable|callback|closure|caller|thunk|runner|validator|parser|handler|getter|setter)(?:_|$)|(?:Func|Function|Factory|Callable|Wrapper|Caller)$/;
