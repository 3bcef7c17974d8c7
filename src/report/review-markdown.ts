import type { Finding } from '../finding.ts';
import type { NonEmpty } from '../rules/rule.ts';
import type { Facts, Longest } from './facts.ts';
import {
  defectsIn,
  gathered,
  type Group,
  type Point,
  pointedAt,
  type Repair,
  type Review,
  type ReviewedModule,
  totalsOf,
} from './review.ts';
import { count, displayed } from './text.ts';

/** The review in Markdown: a section for each module and, where there are several, one for all. */
export function reviewMarkdown({ modules, failures }: Review): string {
  const paragraphs = [
    ...modules.flatMap(moduleParagraphs),
    ...failures.flatMap(({ path, reason }) => [heading(path), `Not reviewed: ${reason}.`]),
    ...(modules.length > 1 ? ['## All modules', overallSentences(modules)] : []),
  ];
  return paragraphs.length === 0 ? 'No test module to review.\n' : `${paragraphs.join('\n\n')}\n`;
}

const heading = (path: string) => `## ${code(displayed(path))}`;

function moduleParagraphs(module: ReviewedModule): readonly string[] {
  const { path, security, points, facts, findings } = module;
  const verdict = securityVerdict(security);
  if (findings.length === 0) {
    return [heading(path), `${verdict} Nothing to say on the other points. ${factsSentence(facts)}`];
  }
  return [
    heading(path),
    verdict,
    ...(security ?? []).flatMap(groupParagraphs),
    ...points.flatMap(({ number, title, groups }) => [
      `### ${number}. ${title}`,
      ...groups.flatMap(groupParagraphs),
    ]),
    ...silenceSentence(module),
    ...repairSentence(module),
    factsSentence(facts),
  ];
}

function securityVerdict(security: readonly Group[] | undefined): string {
  if (security === undefined) return 'Security was not reviewed, its rules are off.';
  const defects = defectsIn(security);
  return defects === 0 ? 'No security defects found.' : `${count(defects, 'security defect')} found.`;
}

/** One sentence of advice, and the lines that it is for. */
function groupParagraphs({ rule, severity, summary, advice, findings }: Group): readonly string[] {
  const mark = severity === 'error' ? `${code(rule)}, error` : code(rule);
  const [first, ...others] = findings;
  if (others.length === 0) return [`${capitalized(placed(first))} (${mark}).`];
  const isSame = others.every(({ message }) => message === first.message);
  if (isSame && advice === undefined && first.message.includes('`'))
    return [`${capitalized(places(findings.map(lineOf)))}: ${first.message} (${mark}).`];
  const fallback = isSame || summary === '' ? first.message : `${summary}, ${findings.length} times`;
  const remedies = advice === undefined ? new Set<string>() : sharedRemedies(findings);
  const isQuoting = !isSame || first.message.includes('`');
  const items = itemsOf(findings, isQuoting ? detailWithout(remedies) : pointedAtAsCode);
  return [`${capitalized(advice ?? fallback)} (${mark}):`, items.map((item) => `- ${item}`).join('\n')];
}

/** A message with its place; one about the whole module has none. */
function placed(finding: Finding): string {
  const isOfModule = finding.span.start === 0 && finding.span.end === 0;
  return isOfModule ? finding.message : `${placeOf(finding)}: ${finding.message}`;
}

/** The line of a finding, with what stands there where the message does not quote it. */
function placeOf(finding: Finding): string {
  const line = `line ${finding.start.line}`;
  return finding.message.includes('`') || pointedAt(finding) === ''
    ? line
    : `${line}, ${pointedAtAsCode(finding)}`;
}

/** The last parts of messages that say what to do, where several or all say it: the advice above them does already. */
function sharedRemedies(findings: NonEmpty<Finding>): ReadonlySet<string> {
  const remedies = findings.flatMap(({ message }) => splitRemedy(message)?.remedy ?? []);
  const alike = gathered(remedies, (remedy) => remedy.split(' ', SAME_WORDS).join(' '));
  return new Set(alike.flatMap((group) => (group.length > 1 || alike.length === 1 ? group : [])));
}

/** Remedies that begin with so many words of one another say the same. */
const SAME_WORDS = 3;

/** A message up to what it says to do, that, and the names that it offers. */
function splitRemedy(message: string) {
  const [, problem, remedy, offer] =
    /^(.*); ([^;`]*?)(?:, ((?:perhaps|or at least) `[^;]*))?$/s.exec(message) ?? [];
  return problem === undefined || remedy === undefined ? undefined : { problem, remedy, offer };
}

const detailWithout =
  (remedies: ReadonlySet<string>) =>
  (finding: Finding): string => {
    const { message, fix } = finding;
    if (fix !== undefined && 'renameTo' in fix) return `${code(pointedAt(finding))} → ${code(fix.renameTo)}`;
    const split = splitRemedy(message);
    if (split === undefined || !remedies.has(split.remedy)) return message;
    return split.offer === undefined ? split.problem : `${split.problem}; ${split.offer.replace(/^or /, '')}`;
  };

function pointedAtAsCode(finding: Finding): string {
  const text = pointedAt(finding);
  return code(text.length > LONGEST_CODE ? `${text.slice(0, LONGEST_CODE - 1)}…` : text);
}

const LONGEST_CODE = 80;

/** An item for each text, with the lines of the findings that have it; after the first few the lines alone. */
function itemsOf(findings: readonly Finding[], textOf: (finding: Finding) => string): readonly string[] {
  const items = gathered(findings, textOf);
  const shown = items.length > MOST_ITEMS ? items.slice(0, MOST_ITEMS - 1) : items;
  const rest = items.slice(shown.length).flat();
  return [
    ...shown.map((alike) => `${places(alike.map(lineOf))}: ${textOf(alike[0])}`),
    ...(rest.length === 0 ? [] : [`and ${places(rest.map(lineOf))}`]),
  ];
}

const MOST_ITEMS = 20;

const lineOf = ({ start }: Finding) => start.line;

const places = (lines: readonly number[]) =>
  `${lines.length === 1 ? 'line' : 'lines'} ${enumerated(lines.map(String))}`;

function silenceSentence({ silent }: ReviewedModule): readonly string[] {
  const titles = silent.filter(isOfStyle).map(({ title }) => title.toLowerCase());
  return titles.length === 0 ? [] : [`Nothing to say on ${enumerated(titles)}.`];
}

/** Tests that do not test are no point on which there is something to say of every module. */
const isOfStyle = ({ family }: Point) => family !== 'ineffective-tests';

function repairSentence({ repairs, command }: ReviewedModule): readonly string[] {
  const safe = ordersOf(repairs.filter((repair) => repair.safe));
  const unsafe = ordersOf(repairs.filter((repair) => !repair.safe));
  if (safe.length === 0 && unsafe.length === 0) return [];
  if (safe.length === 0) return [`${code(`${command} --unsafe-fixes`)} would ${enumerated(unsafe)}.`];
  const more =
    unsafe.length === 0 ? '' : `; with ${code('--unsafe-fixes')} it would also ${enumerated(unsafe)}`;
  return [`${code(command)} would ${enumerated(safe)}${more}.`];
}

function ordersOf(repairs: readonly Repair[]): readonly string[] {
  const renamed = new Set(repairs.flatMap(({ rename }) => rename?.from ?? []));
  const names = renamed.size > MOST_NAMES ? `${renamed.size} names` : enumerated(Array.from(renamed, code));
  // Whether a name is used elsewhere is for the fix to find out.
  const proviso = renamed.size === 1 ? 'if that is safe' : 'each only if that is safe';
  return [
    ...(renamed.size === 0 ? [] : [`rename ${names} as proposed (${proviso})`]),
    ...repairs
      .filter(({ rename }) => rename === undefined)
      .map(({ title, lines }) => `${title} (${places(lines)})`),
  ];
}

const MOST_NAMES = 5;

function factsSentence({ tests, lines, longest, documented }: Facts): string {
  if (longest === undefined) return `No tests in ${count(lines, 'line')}.`;
  if (tests === 1) {
    const docstring = documented === 1 ? 'with a docstring' : 'without a docstring';
    return `One test in ${count(lines, 'line')}: ${sizeOf(longest)}, ${docstring}.`;
  }
  const name = `${code(longest.name)} on line ${longest.line}`;
  return `${tests} tests in ${lines} lines; the longest, ${name}, has ${sizeOf(longest)}; ${shareOf(documented, tests)}.`;
}

const sizeOf = ({ statements, lines }: Longest) =>
  `${count(statements, 'statement')} on ${count(lines, 'line')}`;

function shareOf(documented: number, tests: number): string {
  if (documented === 0) return 'none has a docstring';
  if (documented === tests) return 'all have docstrings';
  const share = `${documented} of ${tests} (${Math.round((documented * 100) / tests)} %)`;
  return `${share} ${documented === 1 ? 'has' : 'have'} a docstring`;
}

function overallSentences(modules: readonly ReviewedModule[]): string {
  const { findings, errors, defects, faulty, tests, lines, documented } = totalsOf(modules);
  const grave = [
    ...(errors === 0 ? [] : [count(errors, 'error')]),
    ...(defects === 0 ? [] : [count(defects, 'security defect')]),
  ];
  const among = grave.length === 0 ? '' : `, among them ${enumerated(grave)}`;
  const docstrings = tests < 2 ? '' : `; ${shareOf(documented, tests)}`;
  return [
    `${count(findings, 'finding')} in ${faulty} of ${modules.length} modules${among}.`,
    `${count(tests, 'test')} in ${count(lines, 'line')}${docstrings}.`,
  ].join(' ');
}

function enumerated(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

const capitalized = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** A code span; one that holds backticks stands between more of them (CommonMark 6.1). */
function code(text: string): string {
  if (!text.includes('`')) return `\`${text}\``;
  const longest = Math.max(...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${text} ${fence}`;
}
