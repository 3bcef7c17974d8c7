import { withoutStrings } from './code-or-prose.ts';
import type { Line } from './comment-blocks.ts';
import type { Comment } from './comments.ts';
import {
  hasOnlySettings,
  isNotation,
  isRepresentation,
  onlyArgumentOf,
  onlyCalleeOf,
  onlyCallOf,
  plainCalleesIn,
  signatureIn,
} from './notations.ts';
import type { Parser } from './parse.ts';
import type { SyntaxTree } from './syntax.ts';

/** Where comments stand, and what can read them. */
export interface CommentSource {
  readonly comments: readonly Comment[];
  readonly parse: Parser;
  /** The text of a one-based line. */
  readonly lineText: (line: number) => string;
  /** The text of the statement that starts on a one-based line; empty when none does. */
  readonly statementTextOn: (line: number) => string;
  /** Whether a name is a variable of the module or of a function in it. */
  readonly isKnown: (name: string) => boolean;
  /** Whether something of a name is called in the module. */
  readonly isCalled: (name: string) => boolean;
}

/** Whether what parses is code, and no label, signature or notation. */
export function isCode(source: CommentSource, lines: readonly Line[], tree: SyntaxTree): boolean {
  const { statementTextOn, lineText, isKnown } = source;
  if (/\.\.\.|…/.test(tree.text) || /;/.test(withoutStrings(tree.text))) return false;
  if (isRepresentation(tree) || isSignature(source, tree) || isNotation(tree, isKnown)) return false;
  const next = (lines.at(-1)?.comment.line ?? 0) + 1;
  if (compact(statementTextOn(next)).includes(compact(tree.text))) return false;
  if (isMakerOf(tree, statementTextOn(next)) || isCallIn(tree, statementTextOn(next))) return false;
  const called = onlyCallOf(tree);
  return called === undefined || !paragraphFrom(lineText, next).includes(called);
}

/**
 * Whether a text is a call of something that is no function of the module, such as `__getitem__(index)`: its signature,
 * or of a function that the module has and never calls, with literals by name: what runs elsewhere, such as a task.
 */
function isSignature({ isKnown, isCalled }: CommentSource, tree: SyntaxTree): boolean {
  const called = signatureIn(tree);
  if (called !== undefined && !isKnown(called)) return true;
  const configured = onlyCalleeOf(tree);
  return configured !== undefined && hasOnlySettings(tree) && isKnown(configured) && !isCalled(configured);
}

/**
 * Whether a text is in R, of which a test may say how it got the values that it expects, or declares a function of C,
 * whose pointers look like products: `cart_total(CART *cart)`.
 */
export function isForeign({ isKnown }: CommentSource, block: readonly Line[], tree: SyntaxTree): boolean {
  if (block.some(({ code }) => /^\s*library\(|<-|\w ?~ ?\w/.test(withoutStrings(code)))) return true;
  if (block.some(({ code }) => /[(,]\s*(?:\w+ )*\w+ \*\w+\s*[,)]/.test(withoutStrings(code)))) return true;
  return plainCalleesIn(tree).includes('c') && !isKnown('c');
}

/** Whether a text is a call with what the assertion below asserts: it wrote that assertion, and can write it anew. */
function isMakerOf(tree: SyntaxTree, assertion: string): boolean {
  const given = onlyArgumentOf(tree);
  return given !== undefined && compact(assertion).startsWith(compact(`assert ${given} ==`));
}

/** Whether a text is a call of what the statement below calls for its result: it says which case that is. */
function isCallIn(tree: SyntaxTree, statement: string): boolean {
  const callee = onlyCalleeOf(tree);
  return (
    callee !== undefined && ['(', ',', '['].some((sign) => compact(statement).includes(`${sign}${callee}(`))
  );
}

/** The lines from a one-based line to the next blank one. */
function paragraphFrom(lineText: (line: number) => string, first: number): string {
  const lines: string[] = [];
  for (let line = first; lineText(line).trim() !== ''; line++) lines.push(lineText(line));
  return lines.join('\n');
}

const compact = (text: string) => text.replace(/\s+/g, '');
