import { fnmatch } from './fnmatch.ts';

/** What pytest collects, from its `python_functions` and `python_classes` (pytest reference, configuration options). */
export interface TestConventions {
  readonly functions: readonly string[];
  readonly classes: readonly string[];
}

/** Whether a name starts with one of the options or, where it has wildcards, matches it as a shell would. */
export function matchesConvention(name: string, options: readonly string[]): boolean {
  return options.some((option) => name.startsWith(option) || (/[*?[]/.test(option) && fnmatch(name, option)));
}
