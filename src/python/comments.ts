import type { SyntaxTree } from './syntax.ts';
import type { Span } from './text.ts';

export interface Comment {
  readonly span: Span;
}

export interface Docstring {
  readonly span: Span;
}

export function commentsOf(_tree: SyntaxTree): readonly Comment[] {
  return [];
}

export function docstringsOf(_tree: SyntaxTree): readonly Docstring[] {
  return [];
}
