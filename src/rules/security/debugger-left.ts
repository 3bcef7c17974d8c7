import type { TestModule } from '../../python/module.ts';
import type { Binding } from '../../python/scope.ts';
import {
  callStatementOf,
  mayBeExpectedToRaise,
  nextStatementOf,
  statementAround,
} from '../../python/statements.ts';
import { childIn, contains, Field, Kind, kindOf, NO_NODE, type Node, parentOf } from '../../python/syntax.ts';
import { truthOf } from '../../python/truth.ts';
import { defineRule, type Problem } from '../rule.ts';

export default defineRule({
  id: 'debugger-left',
  family: 'security',
  summary: 'a call that stops in a debugger, or an import of one that nothing uses',
  advice: 'delete the calls and imports of debuggers',
  why: `
\`breakpoint()\` waits for somebody at the keyboard. On a server the run hangs until it is killed, and a debugger that
listens on a port runs whatever it is sent.

The rule reports the calls that stop in a debugger or wait for one: \`breakpoint()\`, the \`set_trace()\` of pdb, ipdb,
pudb and their relatives, of pytest and of Celery, \`post_mortem()\`, \`IPython.embed()\`, and those of debugpy, ptvsd
and pydevd. It follows the imports, so it knows them under any name, and takes no function of the module's own for one
of them. An import of a debugger that nothing uses is reported as well.

The fix deletes the unused import, and the call with an import before it on its line that only this call needed. A call
whose value is used is reported and left for you to delete.
`,
  spared: [
    'A module about debuggers: it names one in a string (`"pdb.set_trace"`, `"(Pdb)"`), or mentions `breakpointhook` or `PYTHONBREAKPOINT`.',
    'Calls through an import that the module uses for more than to stop, as in `pdb.Pdb(stdin=script)`: the debugger is what it tests.',
    'A call below an `if` whose condition reads the environment or an option of the command line (`os.environ`, `getoption("--attach")`), or is a switch of the module that is off: the debugger has to be asked for.',
    'A call in a decorated function inside another one: what the decorator makes of its code may run elsewhere.',
    'An unused import in a `with` block or in a `try` clause with handlers, where the import may be what is tried, one with a comment behind it, and one in a statement that imports other things too.',
  ],
  nearest:
    "flake8-debugger's and ruff's `T100` report every import and call of a debugger, in tests of debuggers as well, and delete nothing.",
  limits:
    'Where a test is about stopping in a debugger and nothing in the module shows that in the ways above. Suppress the finding.',
  severity: { fast: 'error', review: 'error' },
  examples: {
    bad: [
      `
def test_refund(cart):
    cart.pay()
    breakpoint()
    assert cart.refund() == 4
`,
      `
def test_refund(cart):
    cart.pay()
    import pdb; pdb.set_trace()
    assert cart.refund() == 4
`,
    ],
    good: [
      `
def test_breakpoint(monkeypatch):
    stops = []
    monkeypatch.setattr("sys.breakpointhook", lambda: stops.append(1))
    breakpoint()
    assert stops == [1]
`,
    ],
  },
  *check(module) {
    const stops = [...DEBUGGERS].flatMap(module.calls.of);
    const imports = unusedImportsOf(module);
    if (stops.length + imports.length === 0 || isAboutDebuggers(module)) return;
    for (const call of stops) {
      const binding = bindingOf(module, call);
      if (binding !== undefined && hasOtherUses(module, binding, stops)) continue;
      if (isAskedFor(module, call) || isOfDecorated(module, call)) continue;
      yield problemOf(module, call, binding);
    }
    for (const statement of imports) {
      yield {
        at: module.spanOf(statement),
        message: 'nothing uses this debugger; delete its import',
        subject: module.textOf(statement),
        fix: { edits: [module.statementRemoval(statement)], safe: true, title: 'delete the import' },
      };
    }
  },
});

/** What stops in a debugger or waits for one. */
const DEBUGGERS: ReadonlySet<string> = new Set([
  'builtins.breakpoint',
  ...'pdb ipdb pudb wdb rpdb epdb pdbr pdbpp bpdb web_pdb remote_pdb celery.contrib.rdb IPython.core.debugger pytest nose.tools'
    .split(' ')
    .map((debugger_) => `${debugger_}.set_trace`),
  ...'pdb ipdb pudb IPython.core.debugger'.split(' ').map((debugger_) => `${debugger_}.post_mortem`),
  'ipdb.sset_trace',
  'epdb.st',
  'IPython.embed',
  'pydevd.settrace',
  'pydevd_pycharm.settrace',
  'debugpy.breakpoint',
  'debugpy.listen',
  'debugpy.wait_for_client',
  'ptvsd.break_into_debugger',
  'ptvsd.enable_attach',
  'ptvsd.wait_for_attach',
]);

const DEBUGGER_MODULE =
  /^(?:i?pdb|pudb|wdb|rpdb|epdb|pdbr|pdbpp|bpdb|web_pdb|remote_pdb|debugpy|ptvsd|pydevd\w*)(?:\.|$)/;

function problemOf(module: TestModule, call: Node, binding: Binding | undefined): Problem {
  const { tree, spanOf, textOf } = module;
  const statement = statementAround(tree, call);
  const isStatement = callStatementOf(tree, statement) === call;
  const name = textOf(childIn(tree, call, Field.function));
  const found = { message: `\`${name}\` stops the run in a debugger; delete it`, subject: name };
  if (!isStatement) return { ...found, at: spanOf(call) };
  const first = importFor(module, statement, binding) ?? statement;
  return {
    ...found,
    at: { start: spanOf(first).start, end: spanOf(statement).end },
    fix: { edits: [module.statementRemoval(first, statement)], safe: true, title: `delete \`${name}\`` },
  };
}

function bindingOf({ tree, bindings, spanOf }: TestModule, call: Node): Binding | undefined {
  const binding = bindings.bindingAt(spanOf(childIn(tree, call, Field.function)).start);
  return binding?.kind === 'import' ? binding : undefined;
}

/** The import before a statement on its line, when it is there for that statement alone. */
function importFor(
  { tree, imports, positionAt, spanOf }: TestModule,
  statement: Node,
  binding: Binding | undefined,
): Node | undefined {
  const [definition, ...others] = binding?.definitions ?? [];
  if (definition === undefined || others.length > 0) return undefined;
  if (binding?.references.some(({ node }) => !contains(tree, statement, node)) === true) return undefined;
  const imported = imports.statements.find(
    ({ names: [first, ...rest] }) => first?.binder === definition.node && rest.length === 0,
  );
  if (imported === undefined || nextStatementOf(tree, imported.node) !== statement) return undefined;
  const lineOf = (node: Node) => positionAt(spanOf(node).start).line;
  return lineOf(imported.node) === lineOf(statement) ? imported.node : undefined;
}

/** The statements that import one debugger, which nothing uses; in a try clause the import may be what is tried. */
function unusedImportsOf({ tree, imports, bindings, spanOf, commentAfter }: TestModule): readonly Node[] {
  return imports.statements.flatMap(({ node, names: [imported, ...others] }) => {
    if (imported === undefined || others.length > 0) return [];
    const { origin, binder } = imported;
    if (!DEBUGGER_MODULE.test(origin) && !DEBUGGERS.has(origin)) return [];
    const binding = bindings.bindingAt(spanOf(binder).start);
    const isUsed = binding === undefined || binding.references.length > 0 || binding.definitions.length > 1;
    return isUsed || mayBeExpectedToRaise(tree, node) || commentAfter(node) !== undefined ? [] : node;
  });
}

/** Whether a debugger is used for more than to stop, as only its own tests do. */
function hasOtherUses(
  { tree }: TestModule,
  { references, definitions }: Binding,
  stops: readonly Node[],
): boolean {
  const isStop = (node: Node) =>
    stops.some((call) => contains(tree, childIn(tree, call, Field.function), node));
  return definitions.length === 1 && references.some(({ node }) => !isStop(node));
}

/**
 * Whether a debugger has to be asked for: a condition around the call reads the environment or the command line, or is a
 * switch of the module that is off.
 */
function isAskedFor(module: TestModule, call: Node): boolean {
  const { tree, textOf } = module;
  for (let outer = call; outer !== NO_NODE; outer = parentOf(tree, outer)) {
    if (kindOf(tree, outer) !== Kind.if_statement) continue;
    const condition = childIn(tree, outer, Field.condition);
    if (ASKING.test(textOf(condition)) || isSwitchedOff(module, condition)) return true;
  }
  return false;
}

/** Whether an expression is a variable of the module that gets one value, which is false. */
function isSwitchedOff({ bindings, spanOf, tree, valueGivenTo }: TestModule, condition: Node): boolean {
  if (kindOf(tree, condition) !== Kind.identifier) return false;
  const binding = bindings.bindingAt(spanOf(condition).start);
  const [definition, ...others] = binding?.definitions ?? [];
  if (binding?.scope !== bindings.module || definition === undefined || others.length > 0) return false;
  const value = valueGivenTo(definition.node);
  return value !== undefined && truthOf(tree, value) === false;
}

const ASKING = /\b(?:environ|getenv|getoption)\b|["']--?\w|PTVSD|DEBUGPY|PYCHARM/;

/** Whether a call stands in a decorated function inside another one: what the decorator makes of its code runs elsewhere. */
function isOfDecorated({ definitionAt, spanOf }: TestModule, call: Node): boolean {
  const definition = definitionAt(spanOf(call).start);
  return definition?.enclosing?.kind === 'function' && definition.decorators.length > 0;
}

/** Whether a module names a debugger in a string, or the hook that `breakpoint()` calls. */
function isAboutDebuggers({ nodesOf, text, textOf }: TestModule): boolean {
  if (/breakpointhook|PYTHONBREAKPOINT/.test(text)) return true;
  return Array.from(nodesOf(Kind.string_content)).some((content) =>
    /(?:^|[.\s>])(?:set_trace|i?pdb|pudb)\b|\(i?pdb\)/i.test(textOf(content)),
  );
}
