// npm run torture [-- DIR…]: renames as each case of the folders asks, and compares the answers with those of other engines.
// A folder holds Markdown files of cases, or a folder a case; without one, the cases of this repository are run.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { decode } from '../src/python/decode.ts';
import { Kind, kindOf, NO_NODE, startOf, endOf } from '../src/python/syntax.ts';
import { lineStartsOf } from '../src/python/text.ts';
import { edited } from '../src/rename/edit.ts';
import { type Planned, planRename } from '../src/rename/plan.ts';
import { docstringNodeOf } from '../src/python/docstrings.ts';
import { parse } from '../test/support/parser.ts';
import { casesIn, type RenameCase } from '../test/rename/case-files.ts';
import { projectOf } from '../test/support/project.ts';

interface Case {
  readonly expect: 'rename' | 'refuse';
  readonly also_ok: 'refuse' | null;
  readonly new: string;
  readonly why: string;
  /** What may differ from `after`: COMMENT, DOCSTRING, NAMESTR. */
  readonly accept: readonly string[];
  readonly request: { readonly file: string; readonly line: number; readonly column: number };
}

type Texts = Readonly<Record<string, string>>;

interface Outcome {
  readonly name: string;
  readonly expect: Case['expect'];
  readonly verdict: 'right' | 'refused where that is sound' | 'wrong';
  readonly answer: string;
}

/** Right, missed and broken safe cases; refused, unprovably changed and broken unsafe ones, of 117 and 89. */
const others = [
  { engine: 'rope 1.7', safe: [71, 12, 34], unsafe: [4, 4, 81] },
  { engine: 'jedi 0.18', safe: [77, 1, 39], unsafe: [0, 8, 81] },
  { engine: 'pyright 1.1.414', safe: [95, 4, 18], unsafe: [5, 4, 80] },
] as const;

const [, , ...given] = process.argv;
const folders = given.length > 0 ? given : [join(import.meta.dirname, '..', 'test', 'rename', 'cases')];
print(folders.flatMap(outcomesIn));

function outcomesIn(folder: string): readonly Outcome[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const path = join(folder, name);
      if (!name.endsWith('.md')) return [outcomeOf(path, name)];
      return casesIn(path).map((each) => outcomeOfSection(each, basename(name, '.md')));
    });
}

/** The outcome of a case in a Markdown file, asked for at every place that it marks. */
function outcomeOfSection(each: RenameCase, file: string): Outcome {
  const { title, newName, refusal, before, after } = each;
  const name = `${file}: ${title}`;
  const spots = refusal === undefined ? each.spots.filter(({ isName }) => isName) : each.spots.slice(0, 1);
  const answers = spots.map((spot) => planRename(projectOf(before), { ...spot, newName }));
  const isWanted = (planned: Planned) =>
    refusal === undefined
      ? planned.safe &&
        Object.entries(resultOf(planned, before)).every(([path, text]) => text === after[path])
      : !planned.safe && planned.refusal.code !== 'internal';
  const wrong = answers.find((planned) => !isWanted(planned));
  return {
    name,
    expect: refusal === undefined ? 'rename' : 'refuse',
    verdict: wrong === undefined && answers.length > 0 ? 'right' : 'wrong',
    answer: wrong === undefined ? '' : shown(wrong),
  };
}

function shown(planned: Planned): string {
  return planned.safe ? 'renamed' : `${planned.refusal.code}: ${planned.refusal.reason}`;
}

function resultOf(planned: Extract<Planned, { safe: true }>, before: Texts): Texts {
  return Object.fromEntries(
    Object.entries(before).map(([path, text]) => [path, edited(text, planned.plan.edits.get(path) ?? [])]),
  );
}

function outcomeOf(path: string, name: string): Outcome {
  // The files are written in this form; one that is not fails below.
  const asked = JSON.parse(readFileSync(join(path, 'case.json'), 'utf8')) as Case;
  const before = textsIn(join(path, 'before'));
  const planned = answerTo(asked, before);
  const { expect } = asked;
  if (!planned.safe) {
    const answer = shown(planned);
    const isOurFault = planned.refusal.code === 'internal';
    if (expect === 'refuse') return { name, expect, verdict: isOurFault ? 'wrong' : 'right', answer };
    const isSound = asked.also_ok === 'refuse' && !isOurFault;
    return { name, expect, verdict: isSound ? 'refused where that is sound' : 'wrong', answer };
  }
  if (expect === 'refuse') return { name, expect, verdict: 'wrong', answer: `renamed: ${asked.why}` };
  const after = textsIn(join(path, 'after'));
  const result = resultOf(planned, before);
  const isRight = Object.keys(after).every((file) =>
    isAccepted(result[file] ?? '', after[file] ?? '', asked.accept),
  );
  return {
    name,
    expect,
    verdict: isRight ? 'right' : 'wrong',
    answer: isRight ? '' : Object.values(result).join('\n'),
  };
}

function answerTo(asked: Case, before: Texts): Planned {
  const { file, line, column } = asked.request;
  const text = before[file] ?? '';
  const lineStart = lineStartsOf(text)[line - 1] ?? 0;
  const characters = Array.from(text.slice(lineStart)).slice(0, column).join('');
  return planRename(projectOf(before), {
    path: file,
    offset: lineStart + characters.length,
    newName: asked.new,
  });
}

function textsIn(path: string): Texts {
  const texts: Record<string, string> = {};
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const decoded = decode(readFileSync(file));
    texts[file.slice(path.length + 1)] = decoded.ok ? decoded.text : '';
  }
  return texts;
}

function isAccepted(result: string, wanted: string, accept: readonly string[]): boolean {
  if (result === wanted) return true;
  return accept.length > 0 && withoutProse(result, accept) === withoutProse(wanted, accept);
}

/** A text without what may differ in it. */
function withoutProse(text: string, accept: readonly string[]): string {
  const tree = parse(text);
  let result = '';
  let at = 0;
  for (let node = 0; node < tree.size; node++) {
    const kind = kindOf(tree, node);
    const isComment = kind === Kind.comment && accept.includes('COMMENT');
    const isDocstring =
      accept.includes('DOCSTRING') &&
      (kind === Kind.block || kind === Kind.module) &&
      docstringNodeOf(tree, node) !== NO_NODE;
    const isString = kind === Kind.string && accept.includes('NAMESTR');
    const left = isDocstring ? docstringNodeOf(tree, node) : node;
    if ((!isComment && !isDocstring && !isString) || startOf(tree, left) < at) continue;
    result += text.slice(at, startOf(tree, left));
    at = endOf(tree, left);
  }
  return result + text.slice(at);
}

function print(all: readonly Outcome[]): void {
  const count = (expect: Case['expect'], verdict?: Outcome['verdict']) =>
    all.filter(
      (outcome) => outcome.expect === expect && (verdict === undefined || outcome.verdict === verdict),
    ).length;
  const [safe, unsafe] = [count('rename'), count('refuse')];
  const refusals = count('rename', 'refused where that is sound');
  const share = (part: number, whole: number) =>
    `${part} of ${whole} (${whole === 0 ? 0 : Math.floor((100 * part) / whole)} %)`;
  for (const { name, verdict, answer } of all) {
    if (verdict !== 'right') console.log(`${verdict}: ${name}: ${answer}`);
  }
  console.log(
    `\nsafe cases renamed:    proctor ${share(count('rename', 'right'), safe)}, refused soundly ${refusals}`,
  );
  for (const {
    engine,
    safe: [right],
  } of others)
    console.log(`                       ${engine} ${share(right, 117)}`);
  console.log(`unsafe cases refused:  proctor ${share(count('refuse', 'right'), unsafe)}`);
  for (const {
    engine,
    unsafe: [right],
  } of others)
    console.log(`                       ${engine} ${share(right, 89)}`);
  process.exitCode = all.some(({ verdict }) => verdict === 'wrong') ? 1 : 0;
}
