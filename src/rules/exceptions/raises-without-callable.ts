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
drop it: nothing is watched, and the line below may raise or not.

In \`self.assertRaises(ValueError, cart.refund())\` the call is made before \`assertRaises\` can watch it, and what it
gives is called in its stead. Pass \`cart.refund\` without calling it, or put the call into a \`with\` block.

The rule looks at \`raises\`, \`assertRaises\`, \`assertRaisesRegex\` and their old names where they are statements of
their own.
`,
  spared: [
    'A call that is likely to give something callable by its name: `partial` and its kin, `getattr`, `Mock`, or a name for making functions, such as `make_refund()` or `refund_callback()`.',
    'A call of a function of the module that returns a function, of a class of the module with a `__call__`, or of a variable that holds a lambda or an object; and a call that gets a function of the module, as a decorator does.',
    'An object of a class that is made of nothing or of more than literals, such as `Task(cart.refund)`: it is likely to be something to run.',
    'A call that further arguments follow: they are for what it gives.',
    'A call inside a block that expects an exception: `raises` itself is what is tested.',
    'What is unpacked, as in `self.assertRaises(*refusal)`: it may hold a callable.',
    "A function of the module that is called `raises` or `assert_raises` itself, and an assertion of the project's own, such as `assertRaisesRefused`.",
  ],
  nearest:
    "flake8-pytest-style's and ruff's `PT010` report `raises()` without an exception, which is another mistake.",
  limits:
    'Where the second argument is a call of a function from elsewhere that gives something callable, and whose name does not say so. Assign the result to a variable first, and pass that.',
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
