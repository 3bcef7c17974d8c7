/** One Python module of a rule's fixture, and what the rule says about it. */
export interface FixtureCase {
  /** The heading above the fence. */
  readonly title: string;
  /** The one-based line of the fence in the Markdown file. */
  readonly line: number;
  /** The module, annotations taken out. */
  readonly source: string;
  readonly expected: readonly ExpectedFinding[];
  /** The words of the info string after `py`: `review`, or `name=value` for a path or an option. */
  readonly words: readonly string[];
  /** The text after the fixes, from a fence `py fixed` or `py fixed unsafe` below; undefined where there is none. */
  readonly fixed: Fixed | undefined;
}

export interface Fixed {
  readonly source: string;
  /** Whether unsafe fixes are applied as well. */
  readonly isUnsafe: boolean;
}

export interface ExpectedFinding {
  /** One-based, in the module. */
  readonly line: number;
  readonly severity: string;
  /** Undefined where the fixture leaves the wording open. */
  readonly message: string | undefined;
}

/**
 * Reads a rule's fixture. A line of Python with a finding ends with `# <- error` or `# <- warning`, and may go on
 * with `: ` and the message; several findings on one line have an annotation each. The marks `‹›`, which break a
 * token that a secret scanner would take for a real one, are taken out.
 */
export function fixtureCases(markdown: string): readonly FixtureCase[] {
  const cases: FixtureCase[] = [];
  let title = '';
  let open:
    | { readonly line: number; readonly words: readonly string[]; readonly lines: string[] }
    | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    const fence = /^```(.*)$/.exec(line);
    if (open !== undefined && fence === null) open.lines.push(line);
    else if (open !== undefined) {
      const { words, lines } = open;
      if (words.includes('fixed')) attach(cases, open.line, words, lines);
      else cases.push({ title, line: open.line, words, fixed: undefined, ...annotated(lines) });
      open = undefined;
    } else if (fence !== null) {
      const [language, ...words] = (fence[1] ?? '').split(/\s+/);
      if (language !== 'py') throw new Error(`line ${index + 1}: the fence is not \`py\``);
      open = { line: index + 1, words, lines: [] };
    } else title = /^#+ (.*)$/.exec(line)?.[1] ?? title;
  }
  if (open !== undefined) throw new Error(`line ${open.line}: the fence is not closed`);
  return cases;
}

function attach(
  cases: FixtureCase[],
  line: number,
  words: readonly string[],
  lines: readonly string[],
): void {
  const last = cases.pop();
  if (last === undefined || last.fixed !== undefined)
    throw new Error(`line ${line}: nothing is there that is fixed`);
  const fixed = { source: lines.map((text) => `${text}\n`).join(''), isUnsafe: words.includes('unsafe') };
  cases.push({ ...last, fixed });
}

const ANNOTATION = /\s*# <- (error|warning)(?:: ((?:(?!\s*# <- ).)*))?/g;

function annotated(lines: readonly string[]): Pick<FixtureCase, 'source' | 'expected'> {
  const expected = lines.flatMap((line, index) =>
    Array.from(line.matchAll(ANNOTATION), ([, severity = '', message]) => ({
      line: index + 1,
      severity,
      message,
    })),
  );
  const source = lines.map((line) => line.replaceAll(ANNOTATION, '').replaceAll('‹›', '')).join('\n');
  return { source: `${source}\n`, expected };
}
