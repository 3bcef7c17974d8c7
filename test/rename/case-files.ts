import { readFileSync } from 'node:fs';

/**
 * A rename as a Markdown section shows it: a heading, `rename to` or `refused`, and files in fences. In them every place
 * that the rename changes stands in «guillemets» where one may ask for it, or in ‹single ones› where there is no name to
 * ask for, as in a comment. A refused rename is asked for at the first place.
 */
export interface RenameCase {
  readonly title: string;
  readonly newName: string;
  /** Undefined when the rename is carried out. */
  readonly refusal: { readonly code: string; readonly reason: string | undefined } | undefined;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  /** The marked places in the files before. */
  readonly spots: readonly Spot[];
}

export interface Spot {
  readonly path: string;
  /** UTF-16. */
  readonly offset: number;
  /** Whether there is a name to ask for. */
  readonly isName: boolean;
}

const CASE =
  /^### (?<title>.+)\n+(?:(?!#|```).+\n+)*?rename to `(?<newName>[^`]*)`(?:, refused: `(?<code>[\w-]+)`(?:: (?<reason>.+))?)?\n(?<files>(?:\n+```[^\n]*\n[\s\S]*?^```$)+)/gm;
const FILE = /^```(?:py|ini|toml|text)(?: (?<path>\S+))?\n(?<text>[\s\S]*?)^```$/gm;

/** The cases of a Markdown file in their order. */
export function casesIn(path: string): readonly RenameCase[] {
  return casesOf(readFileSync(path, 'utf8'), path);
}

export function casesOf(markdown: string, path: string): readonly RenameCase[] {
  const cases = Array.from(markdown.matchAll(CASE), ({ groups = {} }) => caseOf(groups));
  const headings = Array.from(markdown.matchAll(/^### (.+)$/gm), ([, title]) => title);
  const missing = headings.filter((heading) => !cases.some(({ title }) => title === heading));
  if (missing.length > 0) throw new Error(`${path}: no case under ${missing.join('; ')}`);
  return cases;
}

function caseOf(groups: Readonly<Record<string, string | undefined>>): RenameCase {
  const { title = '', newName = '', code, reason, files = '' } = groups;
  const before: Record<string, string> = {};
  const after: Record<string, string> = {};
  const spots: Spot[] = [];
  for (const { groups: file = {} } of files.matchAll(FILE)) {
    const { path = 'test_cart.py', text = '' } = file;
    let marks = 0;
    for (const { 0: mark, index } of text.matchAll(/[«‹]/g))
      spots.push({ path, offset: index - 2 * marks++, isName: mark === '«' });
    before[path] = text.replaceAll(/[«»‹›]/g, '');
    after[path] = text.replaceAll(/«[^«»]*»|‹[^‹›]*›/g, () => newName);
  }
  return {
    title,
    newName,
    refusal: code === undefined ? undefined : { code, reason },
    before,
    after,
    spots,
  };
}
