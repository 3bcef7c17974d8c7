import type { Definition } from './definitions.ts';
import type { TestModule } from './module.ts';

/**
 * Whether the docstring of a function may be data: in a module that reads docstrings, that of a function inside another
 * one, or of one that does nothing.
 */
export function isExampleOfDocstring({ text, isStub }: TestModule, definition: Definition): boolean {
  if (definition.kind !== 'function' || !(isInFunction(definition) || isStub(definition))) return false;
  return READS_DOCSTRINGS.test(text);
}

const READS_DOCSTRINGS = /__doc__|getdoc\b|docstring|numpydoc|docscrape/i;

function isInFunction({ enclosing }: Definition): boolean {
  return enclosing !== undefined && (enclosing.kind === 'function' || isInFunction(enclosing));
}
