import { editDistance } from '../../nearest.ts';
import { TRUTH_ASSERTIONS, truthAssertedBy } from '../../python/assertions.ts';
import { argumentsOf, unwrapped } from '../../python/expressions.ts';
import type { TestModule } from '../../python/module.ts';
import { callStatementOf, expressionOf, statementAround } from '../../python/statements.ts';
import {
  childIn,
  descendantsOf,
  Field,
  Kind,
  kindOf,
  NO_NODE,
  type Node,
  type SyntaxTree,
  textOf,
} from '../../python/syntax.ts';
import { defineRule, type TextEdit } from '../rule.ts';

export default defineRule({
  id: 'mock-assert-typo',
  family: 'ineffective-tests',
  summary: 'an assertion of a mock under a name that mocks do not have',
  advice: 'call the assertion of the mock that is meant',
  why: `
A mock has every attribute that it is asked for. \`send.called_once_with("tea")\` is a call of a new mock, and passes.
\`assert send.not_called\` asserts a mock, which is true. \`send.assert_called_once\` without parentheses names a
method and does not call it. None of them checks anything. Python 3.12 raises \`AttributeError\` for the commonest of
these names.

The rule looks at statements, and at the conditions of \`assert\` and \`assertTrue\`, in modules that use mocks. It
knows the assertions of \`unittest.mock\` without their \`assert_\`, mistyped by a letter or two, or without
parentheses. The fix writes the assertion that is meant, where the arguments fit it.
`,
  spared: [
    '`called` and `awaited`, which are attributes of mocks.',
    'A name that the module makes an attribute itself: as a method, by an assignment, or as a keyword (`Mock(called_once=True)`).',
    'An attribute of the test itself (`self.not_called()`), or of `super()`.',
    'A value that is used, as in `check = send.called_with`.',
    '`called_once` of a mock of requests-mock, and any name in a module that imports kgb: they have such attributes and assertions.',
  ],
  nearest:
    "pygrep-hooks' and ruff's `PGH005` report a part of these names, whether the module uses mocks or not, and mend nothing.",
  limits: 'Where the object is no mock and really has such an attribute, which the module does not show.',
  severity: { fast: 'error', review: 'error' },
  examples: {
    bad: [
      `
from unittest import mock

def test_order(shop):
    send = mock.Mock()
    shop.order("tea", send)
    send.called_once_with("tea")
`,
      `
from unittest import mock

def test_order(shop):
    send = mock.Mock()
    shop.order("tea", send)
    send.assert_called_once
`,
    ],
    good: [
      `
from unittest import mock

def test_order(shop):
    send = mock.Mock()
    shop.order("tea", send)
    send.assert_called_once_with("tea")
    assert send.called
`,
    ],
  },
  *check(module) {
    if (!/mock/i.test(module.text) || module.imports.hasModule('kgb')) return;
    for (const check of [...callsOf(module), ...namesOf(module)]) {
      const { attribute, meant } = check;
      const written = module.textOf(attribute);
      if (isOwnName(module, written)) continue;
      const edits = editsFor(module, check);
      yield {
        at: module.spanOf(attribute),
        message:
          written === meant
            ? `\`${written}\` without parentheses checks nothing; call it`
            : `mocks have no \`${written}\`, it checks nothing; call \`${meant}\``,
        subject: written,
        ...(edits && { fix: { edits, safe: true, title: `call \`${meant}\`` } }),
      };
    }
  },
});

/** A statement that is to check what a mock was called with. */
interface Check {
  readonly statement: Node;
  /** The identifier after the dot. */
  readonly attribute: Node;
  /** The call of the attribute, or NO_NODE. */
  readonly call: Node;
  /** The assertion of mocks that it stands for. */
  readonly meant: string;
}

/** The calls of what is nearly an assertion of mocks. */
function* callsOf(module: TestModule): Generator<Check> {
  const { calls, tree } = module;
  for (const name of calls.names) {
    const meant = meantBy(name);
    if (meant === undefined) continue;
    for (const call of calls.named(name)) {
      const callee = childIn(tree, call, Field.function);
      const statement = statementAround(tree, call);
      const isChecked = callStatementOf(tree, statement) === call || isAsserted(tree, statement, call);
      if (!isChecked || !isOfMock(module, callee)) continue;
      const hasArguments = argumentsOf(tree, call).length > 0;
      yield {
        statement,
        attribute: childIn(tree, callee, Field.attribute),
        call,
        meant: hasArguments ? (WITH_ARGUMENTS.get(meant) ?? meant) : meant,
      };
    }
  }
}

/** The assertions of mocks, and what is nearly one, that are named and not called. */
function* namesOf(module: TestModule): Generator<Check> {
  const { nodesOf, tree, calls } = module;
  const assertions = new Set(Array.from(TRUTH_ASSERTIONS).flatMap(calls.named));
  for (const kind of [Kind.expression_statement, Kind.assert_statement] as const) {
    for (const statement of nodesOf(kind)) {
      // Most statements are calls, or assign something.
      const first = kindOf(tree, statement + 1);
      if (first === Kind.assignment || (first === Kind.call && !assertions.has(statement + 1))) continue;
      const asserted = truthAssertedBy(tree, statement)?.condition;
      const expression = unwrapped(tree, asserted ?? expressionOf(tree, statement));
      if (expression === NO_NODE || !isOfMock(module, expression)) continue;
      const attribute = childIn(tree, expression, Field.attribute);
      const name = textOf(tree, attribute);
      const meant = ASSERTIONS.has(name) ? name : meantBy(name);
      if (meant === undefined || (name === 'called_once' && hasCalledOnce(module, expression))) continue;
      yield { statement, attribute, call: NO_NODE, meant };
    }
  }
}

/** Whether a mock may be one of requests-mock, which have an attribute `called_once`. */
function hasCalledOnce({ text, tree }: TestModule, expression: Node): boolean {
  return /\brequests?_mock\b/.test(text) || /request|adapter|mocker\b|http/i.test(textOf(tree, expression));
}

const isAsserted = (tree: SyntaxTree, statement: Node, call: Node) =>
  unwrapped(tree, truthAssertedBy(tree, statement)?.condition ?? NO_NODE) === call;

/** Whether an expression is an attribute of anything but the test itself. */
function isOfMock({ tree, members, originOf }: TestModule, expression: Node): boolean {
  if (kindOf(tree, expression) !== Kind.attribute) return false;
  const object = childIn(tree, expression, Field.object);
  const isSuper =
    kindOf(tree, object) === Kind.call &&
    originOf(childIn(tree, object, Field.function)) === 'builtins.super';
  return !isSuper && members.classOf(object) === undefined;
}

const isOwnName = ({ members }: TestModule, written: string) =>
  !ASSERTIONS.has(written) && members.isMade(written);

/** What makes the statement call the assertion that is meant; undefined where arguments or a message stand in the way. */
function editsFor(
  module: TestModule,
  { statement, attribute, call, meant }: Check,
): readonly TextEdit[] | undefined {
  const { tree, spanOf, text } = module;
  const hasArguments = call !== NO_NODE && argumentsOf(tree, call).length > 0;
  if (hasArguments !== TAKING_ARGUMENTS.has(meant) || isAwaited(tree, statement)) return undefined;
  if (TAKING_LISTS.has(meant) && !isList(tree, call)) return undefined;
  const asserted = truthAssertedBy(tree, statement);
  const name = spanOf(attribute);
  const end = call === NO_NODE ? '()' : '';
  const renaming = { span: name, replacement: meant + end };
  if (asserted === undefined) return [renaming];
  const [whole, condition] = [spanOf(statement), spanOf(asserted.condition)];
  const [before, after] = [
    { start: whole.start, end: condition.start },
    { start: condition.end, end: whole.end },
  ];
  const isPlain = [before, after].every((span) => !/[#"']/.test(text.slice(span.start, span.end)));
  if (asserted.message !== NO_NODE || !isPlain || asserted.condition !== unwrapped(tree, asserted.condition))
    return undefined;
  const edits = [{ span: before, replacement: '' }, renaming, { span: after, replacement: '' }];
  return edits.filter(({ span }) => span.start < span.end);
}

/** Whether a statement awaits what it names: an assertion gives nothing that could be awaited. */
const isAwaited = (tree: SyntaxTree, statement: Node) =>
  descendantsOf(tree, statement, Kind.await).next().done === false;

/** The assertion that a name stands for: without `assert_`, or mistyped. Undefined for any other name. */
function meantBy(name: string): string | undefined {
  const meant = CHECKS.get(name);
  if (meant !== undefined && !REAL_ATTRIBUTES.has(name)) return meant;
  if (
    !name.startsWith('as') ||
    ASSERTIONS.has(name) ||
    !/^as\w{1,6}_(?:called?|awaited|await|not|any|has)_?/.test(name)
  )
    return undefined;
  return [...ASSERTIONS].find((assertion) => editDistance(name, assertion) <= 2);
}

/** Whether a call happened at all is an attribute of mocks under that very name. */
const REAL_ATTRIBUTES: ReadonlySet<string> = new Set(['called', 'awaited']);

/** The assertions of `unittest.mock`. */
const ASSERTIONS: ReadonlySet<string> = new Set(
  [
    ...'called called_once called_once_with called_with any_call has_calls not_called'.split(' '),
    ...'awaited awaited_once awaited_once_with awaited_with any_await has_awaits not_awaited'.split(' '),
  ].map((name) => `assert_${name}`),
);

/** The assertions by what follows `assert_` in them. */
const CHECKS: ReadonlyMap<string, string> = new Map([
  ...Array.from(ASSERTIONS, (name) => [name.slice('assert_'.length), name] as const),
  ['has_any_call', 'assert_any_call'],
]);

const TAKING_ARGUMENTS: ReadonlySet<string> = new Set(
  [...ASSERTIONS].filter((name) => /_with$|_any_|_has_/.test(name)),
);

const TAKING_LISTS: ReadonlySet<string> = new Set(['assert_has_calls', 'assert_has_awaits']);

/** Whether the first argument of a call is written out as a list, or is a name that may hold one. */
function isList(tree: SyntaxTree, call: Node): boolean {
  const [first] = argumentsOf(tree, call);
  const kind = kindOf(tree, first?.value ?? call);
  return kind === Kind.list || kind === Kind.identifier;
}

/** The assertions without arguments, and those that take what their mock was called with. */
const WITH_ARGUMENTS: ReadonlyMap<string, string> = new Map([
  ['assert_called', 'assert_called_with'],
  ['assert_called_once', 'assert_called_once_with'],
  ['assert_awaited', 'assert_awaited_with'],
  ['assert_awaited_once', 'assert_awaited_once_with'],
]);
