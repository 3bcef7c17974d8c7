import type { AttributeAssignment } from './attributes.ts';
import type { AssertStatement, Cycle } from './assertions.ts';
import type { Calls } from './calls.ts';
import type { CommentedCode } from './commented-code.ts';
import type { Comment } from './comments.ts';
import type { ClassDefinition, Definition, FunctionDefinition } from './definitions.ts';
import type { Docstring } from './docstrings.ts';
import type { Handler } from './handlers.ts';
import type { Imports } from './imports.ts';
import type { NodesOf } from './kinds.ts';
import type { Members } from './members.ts';
import type { PassedNumber } from './mentions.ts';
import type { Passing } from './passings.ts';
import type { RaisesCall } from './raises-calls.ts';
import type { RaisesBlock } from './raises.ts';
import type { Binding, Bindings, Occurrence } from './scope.ts';
import type { Removal } from './removal.ts';
import type { Skip } from './skips.ts';
import type { Kind, Node, SyntaxTree } from './syntax.ts';
import type { Test, TestModel } from './tests.ts';
import type { PassedTo } from './uses.ts';
import type { Position, Span } from './text.ts';

/** A Python test module: its text, its syntax tree, its bindings and what it tests, each part built on first use. */
export interface TestModule {
  /** Relative to the top level of the repository, with `/` between its parts. */
  readonly path: string;
  readonly text: string;
  readonly tree: SyntaxTree;
  readonly lineStarts: Uint32Array;
  readonly bindings: Bindings;
  readonly imports: Imports;
  /** The calls by what they call. */
  readonly calls: Calls;
  /** Functions and classes in source order, outer ones before those inside them. */
  readonly definitions: readonly Definition[];
  /** The definitions that stand in another one and in none inside it, in source order. */
  readonly definitionsIn: (outer: Definition) => readonly Definition[];
  /** The identifiers that get a value by themselves, by an assignment, a walrus or `with … as`. */
  readonly givenNames: () => Iterable<Node>;
  readonly members: Members;
  /** The plain assignments to attributes of the first parameters of methods, `self` and `cls`, in source order. */
  readonly attributeAssignments: readonly AttributeAssignment[];
  readonly comments: readonly Comment[];
  /** The comments that hold code, in source order. */
  readonly commentedCode: readonly CommentedCode[];
  /** The module's own first, then those of its definitions. */
  readonly docstrings: readonly Docstring[];
  /** The `assert` statements, in source order. */
  readonly assertStatements: readonly AssertStatement[];
  /** The calls of `assertTrue` and its old names, as far as they are unittest's. */
  readonly truthAssertionCalls: () => readonly Node[];
  /** The blocks that are expected to raise, in source order. */
  readonly raisesBlocks: readonly RaisesBlock[];
  /** The statements of a block that is expected to raise which may be what raises; none where it does not matter. */
  readonly raisingStatementsOf: (block: RaisesBlock) => readonly Node[];
  /** The innermost statement that a node stands in. */
  readonly statementOf: (node: Node) => Node;
  /** The comments on the lines from one UTF-16 offset to another, and those that fill the lines directly above. */
  readonly commentsAround: (span: Span) => readonly Comment[];
  /** The comments inside a node. */
  readonly commentsIn: (node: Node) => readonly Comment[];
  /** The calls that expect an exception, in source order. */
  readonly raisesCalls: readonly RaisesCall[];
  /** The comments on or above the statement of a call that expects an exception, or the first of several in a row. */
  readonly commentsOnRaises: (call: RaisesCall) => readonly Comment[];
  /** Whether what follows a call that expects an exception looks for a sentence, as in what was printed. */
  readonly isTextAssertedAfter: (call: RaisesCall) => boolean;
  /** Whether an assertion below a call that expects an exception, before the next such call, names an exception exactly. */
  readonly isExceptionNamedAfter: (call: RaisesCall) => boolean;
  /** Whether the test around a node, or what the test uses of the module, makes a plain `Exception` itself. */
  readonly isRaisedOnPurposeFor: (node: Node) => boolean;
  /** Whether what a call expects to raise is the function that the wrapper around it was made for, or what a helper is handed. */
  readonly isOfWrapped: (call: RaisesCall) => boolean;
  /** The handlers of try statements, in source order. */
  readonly handlers: readonly Handler[];
  /** The node of the block or module in which a definition stands, decorators aside. */
  readonly blockOf: (definition: Definition) => Node;
  /** Whether a comment for the reader stands in a definition, on its last line, or directly above or below it. */
  readonly hasComment: (definition: Definition) => boolean;
  /** Whether a comment in or beside a handler gives a reason for it. */
  readonly isExplained: (handler: Handler) => boolean;
  /** The comments above the try statement of a handler, and those in its try clause. */
  readonly commentsBefore: (handler: Handler) => readonly Comment[];
  /** The comments above the simple statements that prepare the try statement of a handler. */
  readonly commentsOnPreparation: (handler: Handler) => readonly Comment[];
  /** Whether an assertion directly below a handler's try statement shows what the try clause has called. */
  readonly isCallNoticed: (handler: Handler) => boolean;
  /**
   * Whether the try clause of a handler only converts values, is made to fail or tries a sample of the test that raises, or
   * the test fails nevertheless: in a way that the handler does not catch, in the next statement, or by another handler
   * before.
   */
  readonly swallowsNothing: (handler: Handler) => boolean;
  /** Whether a handler keeps or returns its exception, or gives it to something else. */
  readonly isHandedOn: (handler: Handler) => boolean;
  /** Whether an assertion after a handler's try statement reads what the try clause assigns. */
  readonly isLookedAtAfter: (handler: Handler) => boolean;
  /** Whether a handler in a test asserts something of its exception, while the test passes when nothing is raised. */
  readonly passesSilently: (handler: Handler, test: Test) => boolean;
  /** Whether a comment, for a tool or the reader, ends a line on which a span lies. */
  readonly isExplainedOnLine: (span: Span) => boolean;
  /** The places that skip a test, in source order. */
  readonly skips: readonly Skip[];
  /** Whether a comment for the reader gives a reason for a skip. */
  readonly isExplainedSkip: (skip: Skip) => boolean;
  /** Whether a skip is what an `if` statement does that asks for what is there. */
  readonly isConditionalSkip: (skip: Skip) => boolean;
  /** Tests, fixtures, test classes and helpers. */
  readonly model: TestModel;
  /** Whether the module only lies among tests: a script that they run or a sample that they read. */
  readonly isMaterial: () => boolean;
  /** Whether the head of the module says that it is a copy of another one, whose names it keeps. */
  readonly isCopied: () => boolean;
  /** The nodes of a kind in source order. */
  readonly nodesOf: NodesOf;
  /** The nodes of a kind in the subtree of a node, itself included, in source order. */
  readonly nodesBelow: (kind: Kind, root: Node) => Int32Array;
  /** The innermost definition, decorators included, that holds a UTF-16 offset; undefined at module level. */
  readonly definitionAt: (offset: number) => Definition | undefined;
  /** The names of the definitions that hold a UTF-16 offset, joined by dots; empty at module level. */
  readonly qualifiedNameAt: (offset: number) => string;
  /** The one-based lines from the first decorator to the colon of each definition that holds a UTF-16 offset. */
  readonly headerLinesAround: (offset: number) => readonly number[];
  /** Where an import or the builtins give a name or its attribute from: `time.sleep`; undefined for anything else. */
  readonly originOf: (expression: Node) => string | undefined;
  /** What a statement gives to one name alone, by the identifier that it binds; undefined for any other way to bind. */
  readonly valueGivenTo: (target: Node) => Node | undefined;
  /** How an expression is passed to a call: by which keyword, or to which parameter of a function of this module. */
  readonly passingOf: (expression: Node) => Passing | undefined;
  /** Whether a name occurs below a node where it is no variable: as an attribute, as a keyword, or in a string. */
  readonly isMentioned: (name: string, root: Node) => boolean;
  /** Whether some identifier is a name, whatever it is there. */
  readonly hasIdentifier: (name: string) => boolean;
  /** Whether an import statement has a name, as what it imports, from where, or under which name. */
  readonly isImportedName: (name: string) => boolean;
  /** Whether nothing that makes a class reads its name, as far as the module shows. */
  readonly isPlainClass: (definition: ClassDefinition) => boolean;
  /** The names of what a function gets from elsewhere: attributes that it does not assign, variables that it does not bind. */
  readonly namesFromElsewhere: (definition: Node) => ReadonlySet<string>;
  /** The numbers that the calls below a node get as arguments, in source order. */
  readonly numbersPassedIn: (root: Node) => readonly PassedNumber[];
  /** The identifiers of a definition and its decorators, and the strings there that hold nothing but a dotted name. */
  readonly namesIn: (definition: Definition) => readonly string[];
  /** The variables that one act-assert cycle of a function gives a value and a later one uses, in source order. */
  readonly sharedBetween: (definition: Definition, cycles: readonly Cycle[]) => readonly Occurrence[];
  /** Whether one of some stretches of a function goes on with what one before it has left. */
  readonly isSequence: (definition: Definition, stretches: readonly Span[]) => boolean;
  /** The calls that get a variable as it is, in source order. */
  readonly passedTo: (binding: Binding) => readonly PassedTo[];
  /** Whether a statement stands in a `with self.subTest(…)`, which reports it by itself. */
  readonly isInSubTest: (statement: Node) => boolean;
  /** Whether a comment for the reader stands on a line of a node or fills the line directly above. */
  readonly isCommented: (node: Node) => boolean;
  /** Whether one fills a line shortly above a statement in its block, with no blank line between. */
  readonly isHeadedByComment: (statement: Node) => boolean;
  /** Whether one fills the line below a statement. */
  readonly isFollowedByComment: (statement: Node) => boolean;
  /** What takes away the statements from one to another of the same block, with their lines. */
  readonly statementRemoval: (first: Node, last?: Node) => Removal;
  /** What takes an element but the first away from a list or tuple; undefined where a comment would go along. */
  readonly elementRemoval: (element: Node) => Removal | undefined;
  /** What takes away whole lines, one-based, and the blank lines that would then be too many. */
  readonly lineRemoval: (first: number, last: number) => Removal;
  /** The comment at the end of a statement's last line, if any. */
  readonly commentAfter: (statement: Node) => Comment | undefined;
  /** What takes a stretch of whole lines away from a docstring; undefined where nothing would be left of it. */
  readonly docstringRemoval: (docstring: Docstring, stretch: Span) => Removal | undefined;
  /** Whether a function returns a value or is a generator. */
  readonly givesValue: (definition: FunctionDefinition) => boolean;
  /** Whether a call gives what can be called, or may wrap a function, as far as the module shows. */
  readonly makesCallable: (call: Node) => boolean;
  /** Whether a node stands in a block that is expected to raise. */
  readonly isInRaisesBlock: (node: Node) => boolean;
  /** Whether a function only stands for another one: it is abstract or an overload, does nothing, or always raises. */
  readonly isStub: (definition: FunctionDefinition) => boolean;
  /** The statement that a one-based line starts with; undefined when it starts with something else. */
  readonly statementOnLine: (line: number) => Node | undefined;
  /** Whether a blank line, a comment line or the end of its block follows a statement. */
  readonly endsParagraph: (statement: Node) => boolean;
  /** The one-based place of a UTF-16 offset. */
  readonly positionAt: (offset: number) => Position;
  /** The text of a one-based line, without its ending. */
  readonly lineText: (line: number) => string;
  readonly textOf: (node: Node) => string;
  readonly spanOf: (node: Node) => Span;
}
