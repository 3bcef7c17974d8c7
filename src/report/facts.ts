import type { TestModule } from '../python/module.ts';

/** What a review says of a module whatever is found in it. */
export interface Facts {
  readonly lines: number;
  readonly tests: number;
  /** How many of the tests have a docstring. */
  readonly documented: number;
  /** The test with the most statements, the first of several; undefined where there is no test. */
  readonly longest: Longest | undefined;
}

export interface Longest {
  /** With the names of its classes. */
  readonly name: string;
  /** The one-based line of its name. */
  readonly line: number;
  /** Inner ones included, the docstring left out. */
  readonly statements: number;
  /** From `def` to its end, the decorators left out. */
  readonly lines: number;
}

export function factsOf(module: TestModule): Facts {
  const { text, lineStarts, docstrings, model } = module;
  const described = new Set(docstrings.map(({ definition }) => definition));
  const counted = model.tests.map((test) => ({ test, statements: test.statementCount }));
  const [longest] = counted.toSorted((one, other) => other.statements - one.statements);
  const isEnded = lineStarts.at(-1) === text.length;
  return {
    lines: lineStarts.length - Number(isEnded),
    tests: model.tests.length,
    documented: model.tests.filter(({ definition }) => described.has(definition)).length,
    longest: longest && {
      name: longest.test.qualifiedName,
      line: module.positionAt(longest.test.nameSpan.start).line,
      statements: longest.statements,
      lines: lineCountOf(module, longest.test.node),
    },
  };
}

function lineCountOf({ spanOf, positionAt }: TestModule, node: number): number {
  const { start, end } = spanOf(node);
  return positionAt(end).line - positionAt(start).line + 1;
}
