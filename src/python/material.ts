import type { Calls } from './calls.ts';
import type { Imports } from './imports.ts';
import { isConftest, type TestModel } from './tests.ts';

/** What tells a module of tests from what tests run or read. */
export interface MaterialSource {
  readonly path: string;
  readonly text: string;
  readonly model: TestModel;
  readonly imports: Imports;
  readonly calls: Calls;
  readonly assertStatements: readonly unknown[];
}

/**
 * Whether a module only lies among tests, as a script that they run or a sample that they read: nothing in it is a test,
 * a class of tests, a fixture or a hook, asserts anything, or comes from a framework for tests, and no test can have a
 * helper from it.
 */
export function isMaterial(source: MaterialSource): boolean {
  const { tests, classes, fixtures, hooks } = source.model;
  if ([tests, classes, fixtures, hooks, source.assertStatements].some((ones) => ones.length > 0))
    return false;
  if (isConftest(source.path) || FRAMEWORKS.some(source.imports.hasModule)) return false;
  return !source.calls.names.some((name) => /^_*assert/.test(name)) && !hasHelpers(source);
}

const FRAMEWORKS = ['pytest', 'unittest', 'mock', 'nose', 'testtools', 'hypothesis'];

/** Whether a module has functions for others: it is no script, and can be imported by its name and its folder's. */
function hasHelpers({ path, text, model }: MaterialSource): boolean {
  if (model.helpers.length === 0 || text.includes('__main__')) return false;
  const names = path.replace(/\.py$/, '').split('/').slice(-2);
  return names.every((name) => IDENTIFIER.test(name));
}

const IDENTIFIER = /^[^\W\d]\w*$/u;
