import { attributeAssignmentsOf, givenNamesOf } from './attributes.ts';
import { assertStatementsOf, isInSubTest, truthAssertionCallsOf } from './assertions.ts';
import { isMadeFor, madeBroadExceptionsOf } from './broad-exceptions.ts';
import { bind } from './bind.ts';
import { callsOf } from './calls.ts';
import { commentedCodeOf } from './commented-code.ts';
import {
  commentAfter,
  commentsAround,
  commentsIn,
  hasComment,
  isCommented,
  isExplainedOnLine,
  isFollowedByComment,
  isHeadedByComment,
} from './comment-places.ts';
import { commentsOf } from './comments.ts';
import { blockOf, definitionAt, definitionsByOuter, definitionsOf, headerOf } from './definitions.ts';
import { docstringsOf } from './docstrings.ts';
import { valueGivenTo } from './expressions.ts';
import { commentsOnRaises, isExceptionNamedAfter, isTextAssertedAfter } from './explained-raises.ts';
import { handlersOf, isExplained, isHandedOn } from './handlers.ts';
import { importsOf } from './imports.ts';
import { nodesBelow, nodesByKind, type NodesOf } from './kinds.ts';
import { isCopiedModule } from './copied-module.ts';
import { isMaterial } from './material.ts';
import { membersOf } from './members.ts';
import {
  hasWord,
  hasIdentifier,
  importTextOf,
  isMentioned,
  namesFromElsewhere,
  namesIn,
  numbersPassedIn,
} from './mentions.ts';
import { commentsOnPreparation, isCallNoticed } from './noticed-calls.ts';
import { originOf } from './origins.ts';
import { passingOf } from './passings.ts';
import type { Parser } from './parse.ts';
import { isPlainClass } from './plain-classes.ts';
import { givesValue, isStub, makesCallable, mayWrap } from './returns.ts';
import { raisingStatementsOf } from './raising-statements.ts';
import { raisesCallsOf } from './raises-calls.ts';
import { raisesBlocksOf } from './raises.ts';
import { isSequence } from './sequences.ts';
import { sharedBetween } from './shared.ts';
import { docstringRemoval, elementRemoval, lineRemoval, statementRemoval } from './removal.ts';
import { isExpectedToo, isLookedAtAfter, passesSilently } from './silent-handlers.ts';
import { isConditionalSkip, isExplainedSkip, skipsOf } from './skips.ts';
import {
  commentsBefore,
  failsFirst,
  failsNext,
  failsUnswallowed,
  letsAssertionsThrough,
  onlyConverts,
  triesOwnSample,
} from './swallowing.ts';
import { nextStatementOf, statementAround, statementStartingAt } from './statements.ts';
import { endOf, NO_NODE, type Node, parentOf, type SyntaxTree, spanOf, startOf, textOf } from './syntax.ts';
import { type TestModel, testModelOf } from './tests.ts';
import type { TestConventions } from './conventions.ts';
import { passedTo } from './uses.ts';
import { lineStartsOf, lineText, positionAt } from './text.ts';
import { isHandedIn, wrappedIn } from './wrapped-calls.ts';
import type { TestModule } from './module.ts';

/** Makes a test module of a text that has been parsed; `parse` reads what comments hold. */
export function testModule(
  path: string,
  tree: SyntaxTree,
  conventions: TestConventions,
  parse: Parser,
): TestModule {
  const { text } = tree;
  const nodesOf: NodesOf = (kind) => kinds()(kind);
  const enclosing = (offset: number) => definitionAt(definitions(), offset);
  const lineAt = (offset: number) => positionAt(lineStarts(), offset).line;
  const kinds = once(() => nodesByKind(tree));
  const lineStarts = once(() => lineStartsOf(text));
  const bindings = once(() => bind(tree));
  const importText = once(() => importTextOf(tree, nodesOf));
  const imports = once(() => importsOf(tree, nodesOf));
  const origin = (expression: Node) => originOf(tree, imports(), bindings(), expression);
  const calls = once(() => callsOf({ tree, nodesOf, namesOf: imports().namesOf, originOf: origin }));
  const definitions = once(() => definitionsOf(tree, nodesOf));
  const innerDefinitions = once(() => definitionsByOuter(definitions()));
  const members = once(() =>
    membersOf({ tree, nodesOf, bindings: bindings(), definitions: definitions(), definitionAt: enclosing }),
  );
  const attributeAssignments = once(() => attributeAssignmentsOf(tree, nodesOf, members()));
  const comments = once(() => commentsOf(tree, nodesOf, lineStarts()));
  const commentLines = once(
    () => new Set(comments().flatMap(({ line, isOwnLine }) => (isOwnLine ? line : []))),
  );
  const commentedCode = once(() =>
    commentedCodeOf({
      comments: comments(),
      parse,
      lineText: module.lineText,
      statementTextOn(line) {
        const statement = module.statementOnLine(line);
        return statement === undefined ? '' : textOf(tree, statement);
      },
      isKnown: (name) => namesBoundOutsideClasses().has(name),
      isCalled: (name) => module.calls.named(name).length > 0,
    }),
  );
  const namesBoundOutsideClasses = once(
    () =>
      new Set(
        bindings().bindings.flatMap(({ name, kind, scope }) =>
          kind === 'unbound' || scope.kind === 'class' ? [] : name,
        ),
      ),
  );
  const docstrings = once(() => docstringsOf(tree, definitions()));
  const assertStatements = once(() => assertStatementsOf(tree, nodesOf));
  const truthAssertionCalls = once(() => truthAssertionCallsOf(module));
  const raisesBlocks = once(() => raisesBlocksOf(tree, nodesOf, imports(), bindings));
  const raisesBlockNodes = once(() => new Set(raisesBlocks().map(({ node }) => node)));
  const raisesCalls = once(() => raisesCallsOf(tree, calls(), imports()));
  const expectingStatements = once(
    () => new Set(raisesCalls().map(({ node }) => statementAround(tree, node))),
  );
  const madeBroadExceptions = once(() => madeBroadExceptionsOf(module));
  const handlers = once(() => handlersOf(tree, nodesOf));
  const skips = once(() =>
    skipsOf({ tree, nodesOf, calls: calls(), definitions: definitions(), originOf: origin }),
  );
  const model = once((): TestModel => testModelOf(module, conventions));
  const module: TestModule = {
    path,
    text,
    tree,
    get lineStarts() {
      return lineStarts();
    },
    get bindings() {
      return bindings();
    },
    get imports() {
      return imports();
    },
    get calls() {
      return calls();
    },
    get definitions() {
      return definitions();
    },
    definitionsIn: (outer) => innerDefinitions().get(outer) ?? [],
    givenNames: () => givenNamesOf(tree, nodesOf),
    get members() {
      return members();
    },
    get attributeAssignments() {
      return attributeAssignments();
    },
    get comments() {
      return comments();
    },
    get commentedCode() {
      return commentedCode();
    },
    get docstrings() {
      return docstrings();
    },
    get assertStatements() {
      return assertStatements();
    },
    truthAssertionCalls,
    get raisesBlocks() {
      return raisesBlocks();
    },
    raisingStatementsOf: (block) =>
      raisingStatementsOf(tree, block, bindings(), (statement) => raisesBlockNodes().has(statement)),
    statementOf: (node) => statementAround(tree, node),
    commentsAround: (span) => commentsAround(module, span, commentLines()),
    commentsIn: (node) => commentsIn(module, node),
    get raisesCalls() {
      return raisesCalls();
    },
    commentsOnRaises: (call) =>
      commentsOnRaises(tree, call, {
        isExpecting: (statement) => expectingStatements().has(statement),
        commentsAround: module.commentsAround,
        lineAt,
      }),
    isTextAssertedAfter: (call) => isTextAssertedAfter(tree, call),
    isExceptionNamedAfter: (call) => isExceptionNamedAfter(tree, call, raisesCalls()),
    isRaisedOnPurposeFor: (node) => isMadeFor(module, madeBroadExceptions(), node),
    isOfWrapped(call) {
      if (model().testAt(startOf(tree, call.node)) !== undefined) return false;
      const definition = enclosing(startOf(tree, call.node));
      const isFixture = (node: Node | undefined) =>
        model().fixtures.some((fixture) => fixture.definition.node === node);
      const wrapped = wrappedIn(tree, call, bindings);
      if (wrapped !== undefined && !isFixture(wrapped.scope.node)) return true;
      if (definition?.kind !== 'function' || isFixture(definition.node)) return false;
      if (definition.enclosing?.kind === 'function') return false;
      const self = definition.enclosing?.kind === 'class' ? definition.parameters[0]?.span.start : undefined;
      return isHandedIn(tree, call, bindings, self);
    },
    get handlers() {
      return handlers();
    },
    get skips() {
      return skips();
    },
    isExplainedSkip: ({ node }) => isExplainedSkip(tree, node, comments(), lineAt),
    isConditionalSkip: (skip) => isConditionalSkip(tree, skip),
    get model() {
      return model();
    },
    isMaterial: once(() => isMaterial(module)),
    isCopied: once(() => isCopiedModule(module.comments, module.docstrings)),
    nodesOf,
    nodesBelow: (kind, root) => nodesBelow(tree, nodesOf, kind, root),
    isExplained: (handler) => isExplained(tree, handler, comments(), module.positionAt),
    commentsBefore: (handler) => commentsBefore(tree, handler, module.commentsAround),
    commentsOnPreparation: (handler) => commentsOnPreparation(tree, handler, module.commentsAround),
    isCallNoticed: (handler) => isCallNoticed(tree, handler, bindings()),
    swallowsNothing: (handler) =>
      triesOwnSample(tree, handler, bindings()) ||
      [failsUnswallowed, failsFirst, failsNext, letsAssertionsThrough, onlyConverts].some((is) =>
        is(tree, handler),
      ),
    isHandedOn: (handler) => isHandedOn(tree, handler, bindings()),
    isLookedAtAfter: (handler) => isLookedAtAfter(tree, handler, bindings()),
    passesSilently: (handler, test) =>
      enclosing(handler.keyword.start) === test.definition &&
      passesSilently(tree, handler, bindings()) &&
      !test.isPropertyBased &&
      !isExpectedToo(tree, handler, module, test.definition.node),
    isExplainedOnLine: (span) => isExplainedOnLine(module, span),
    blockOf: (definition) => blockOf(tree, definition),
    hasComment: (definition) => hasComment(module, definition),
    definitionAt: enclosing,
    qualifiedNameAt: (offset) => enclosing(offset)?.qualifiedName ?? '',
    headerLinesAround(offset) {
      const lines: number[] = [];
      for (let outer = enclosing(offset); outer !== undefined; outer = outer.enclosing) {
        const { start, end } = headerOf(tree, outer);
        for (let line = lineAt(start); line <= lineAt(end); line++) lines.push(line);
      }
      return lines;
    },
    originOf: origin,
    valueGivenTo(target) {
      const value = valueGivenTo(tree, target);
      return value === NO_NODE ? undefined : value;
    },
    isSequence: ({ node }, stretches) => isSequence(module, node, stretches),
    sharedBetween: ({ node }, cycles) => sharedBetween(tree, bindings(), node, cycles),
    isCommented: (node) => isCommented(module, node),
    isHeadedByComment: (statement) => isHeadedByComment(module, statement),
    isFollowedByComment: (statement) => isFollowedByComment(module, statement),
    passedTo: (binding) => passedTo(tree, binding),
    isInSubTest: (statement) => isInSubTest(tree, statement),
    passingOf: (expression) => passingOf(module, expression),
    isMentioned: (name, root) => isMentioned(tree, nodesOf, root, name),
    hasIdentifier: (name) => hasIdentifier(tree, nodesOf, name),
    isImportedName: (name) => hasWord(importText(), name),
    isPlainClass: (definition) =>
      isPlainClass({ tree, definitions: definitions(), originOf: origin }, definition),
    namesFromElsewhere: (definition) => namesFromElsewhere(tree, module.bindings, definition),
    numbersPassedIn: (root) => numbersPassedIn(tree, root),
    namesIn: ({ node, decorators }) =>
      [...decorators.map((decorator) => decorator.node), node].flatMap((part) => namesIn(tree, part)),
    statementRemoval: (first, last) => statementRemoval(tree, lineStarts(), first, last),
    elementRemoval: (element) => elementRemoval(tree, lineStarts(), element),
    lineRemoval: (first, last) => lineRemoval(text, lineStarts(), first, last),
    commentAfter: (statement) => commentAfter(module, statement),
    docstringRemoval: (docstring, stretch) => docstringRemoval(text, lineStarts(), docstring, stretch),
    givesValue: (definition) => givesValue(tree, definition),
    makesCallable: (call) =>
      makesCallable(tree, definitions(), call) || mayWrap(tree, call, bindings(), module.valueGivenTo),
    isInRaisesBlock(inner) {
      let outer = raisesBlockNodes().size === 0 ? NO_NODE : inner;
      while (outer !== NO_NODE && !raisesBlockNodes().has(outer)) outer = parentOf(tree, outer);
      return outer !== NO_NODE;
    },
    isStub: (definition) => isStub(tree, definition),
    statementOnLine(line) {
      const start = lineStarts()[line - 1];
      if (start === undefined) return undefined;
      const indent = /^[ \t\f]*/.exec(lineText(text, lineStarts(), line))?.[0].length ?? 0;
      const statement = statementStartingAt(tree, start + indent);
      return statement === NO_NODE ? undefined : statement;
    },
    endsParagraph(statement) {
      const next = nextStatementOf(tree, statement);
      return next === NO_NODE || lineAt(startOf(tree, next)) > lineAt(endOf(tree, statement)) + 1;
    },
    positionAt: (offset) => positionAt(lineStarts(), offset),
    lineText: (line) => lineText(text, lineStarts(), line),
    textOf: (node) => textOf(tree, node),
    spanOf: (node) => spanOf(tree, node),
  };
  return module;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
