import type { TestModule } from './module.ts';
import type { Node } from './syntax.ts';

/** What pytest collects, from its `python_functions` and `python_classes` (pytest reference, configuration options). */
export interface TestConventions {
  readonly functions: readonly string[];
  readonly classes: readonly string[];
}

/** A test function or method. */
export interface Test {
  readonly name: string;
  /** The function_definition. */
  readonly node: Node;
  /** Class names and function name, joined by a dot. */
  readonly qualifiedName: string;
}

export interface TestModel {
  readonly tests: readonly Test[];
}

export function testModelOf(_module: TestModule, _conventions: TestConventions): TestModel {
  return { tests: [] };
}
