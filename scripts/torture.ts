// npm run torture -- DIR: renames as each case of a folder asks, and compares the answers with those of other engines.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../src/python/decode.ts';
import { Kind, kindOf, NO_NODE, startOf, endOf } from '../src/python/syntax.ts';
import { lineStartsOf } from '../src/python/text.ts';
import { edited } from '../src/rename/edit.ts';
import { type Planned, planRename } from '../src/rename/plan.ts';
import { docstringNodeOf } from '../src/python/docstrings.ts';
import { parse } from '../test/support/parser.ts';
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

const [, , folder] = process.argv;
if (folder === undefined) throw new Error('name the folder of the cases: npm run torture -- DIR');
const outcomes = readdirSync(folder)
  .toSorted()
  .map((name) => outcomeOf(join(folder, name), name));
print(outcomes);

function outcomeOf(path: string, name: string): Outcome {
  // The files are written in this form; one that is not fails below.
  const given = JSON.parse(readFileSync(join(path, 'case.json'), 'utf8')) as Case;
  const before = textsIn(join(path, 'before'));
  const planned = answerTo(given, before);
  const { expect } = given;
  if (!planned.safe) {
    const { code, reason } = planned.refusal;
    const answer = `${code}: ${reason}`;
    if (code === 'internal') return { name, expect, verdict: 'wrong', answer };
    if (expect === 'refuse') return { name, expect, verdict: 'right', answer };
    return {
      name,
      expect,
      verdict: given.also_ok === 'refuse' ? 'refused where that is sound' : 'wrong',
      answer,
    };
  }
  if (expect === 'refuse') return { name, expect, verdict: 'wrong', answer: `renamed: ${given.why}` };
  const after = textsIn(join(path, 'after'));
  const result = Object.fromEntries(
    Object.entries(before).map(([file, text]) => [file, edited(text, planned.plan.edits.get(file) ?? [])]),
  );
  const isRight = Object.keys(after).every((file) =>
    isAccepted(result[file] ?? '', after[file] ?? '', given.accept),
  );
  return {
    name,
    expect,
    verdict: isRight ? 'right' : 'wrong',
    answer: isRight ? '' : Object.values(result).join('\n'),
  };
}

function answerTo(given: Case, before: Texts): Planned {
  const { file, line, column } = given.request;
  const text = before[file] ?? '';
  const lineStart = lineStartsOf(text)[line - 1] ?? 0;
  const characters = Array.from(text.slice(lineStart)).slice(0, column).join('');
  return planRename(projectOf(before), {
    path: file,
    offset: lineStart + characters.length,
    newName: given.new,
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
    `${part} of ${whole} (${whole === 0 ? 0 : Math.round((100 * part) / whole)} %)`;
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
