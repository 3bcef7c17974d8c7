import type { Finding } from './finding.ts';
import { suppressionsOf, type Suppression } from './python/comments.ts';
import { syntaxErrorOf } from './python/syntax-error.ts';
import type { TestModule } from './python/module.ts';
import type { ActiveRule, Problem, Severity } from './rules/rule.ts';

/** The findings that no rule makes. */
export const SYNTAX_ERROR = 'syntax-error';
export const UNUSED_SUPPRESSION = 'unused-suppression';

/** Runs the active rules over a module and applies its suppressions; sorted by place, then by rule. */
export function check(module: TestModule, rules: readonly ActiveRule[]): readonly Finding[] {
  const errors = syntaxErrorsOf(module);
  return errors.length > 0 ? errors : ruleFindingsOf(module, rules);
}

/**
 * What stands in a base: as `check`, but of a base that does not parse also what the rules find in the rest of it, so
 * that mending a module does not make its old findings new.
 */
export function everythingIn(module: TestModule, rules: readonly ActiveRule[]): readonly Finding[] {
  return [...syntaxErrorsOf(module), ...ruleFindingsOf(module, rules)];
}

function syntaxErrorsOf(module: TestModule): readonly Finding[] {
  const error = syntaxErrorOf(module.tree);
  return error === undefined ? [] : [findingOf(module, SYNTAX_ERROR, 'error', error)];
}

function ruleFindingsOf(module: TestModule, rules: readonly ActiveRule[]): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { rule, severity, options } of rules) {
    for (const problem of rule.check(module, options))
      findings.push(findingOf(module, rule.id, severity, problem));
  }
  return answered(module, withoutRivals(findings), rules).toSorted(byPlace);
}

/** Without what is proposed for names that the project's vocabulary has names for. */
function withoutRivals(findings: readonly Finding[]): readonly Finding[] {
  const settled = new Set(findings.filter(isFromVocabulary).map(({ span }) => span.end));
  if (settled.size === 0) return findings;
  return findings.filter((finding) => {
    const { fix, offer = [] } = finding;
    if (isFromVocabulary(finding)) return true;
    const names = [...(fix !== undefined && 'renames' in fix ? fix.renames : []), ...offer];
    const ends = names.map(({ span }) => span.end);
    const isName = names.length > 0 || (fix !== undefined && 'renameTo' in fix);
    return !(isName ? [...ends, finding.span.end] : []).some((end) => settled.has(end));
  });
}

const isFromVocabulary = ({ fix }: Finding) =>
  fix !== undefined && 'renameTo' in fix && fix.basis === 'vocabulary';

function answered(
  module: TestModule,
  findings: readonly Finding[],
  rules: readonly ActiveRule[],
): readonly Finding[] {
  const suppressions = suppressionsOf(module.comments);
  return suppressions.length === 0 ? findings : suppressed(module, findings, suppressions, rules);
}

function byPlace(one: Finding, other: Finding): number {
  return one.span.start - other.span.start || (one.rule < other.rule ? -1 : Number(one.rule > other.rule));
}

function findingOf(module: TestModule, rule: string, severity: Severity, problem: Problem): Finding {
  const { at, message, subject = '', measure, isVocabulary, fix, offer } = problem;
  const start = module.positionAt(at.start);
  const line = module.lineText(start.line);
  return {
    rule,
    severity,
    path: module.path,
    span: at,
    start,
    end: module.positionAt(at.end),
    message,
    fingerprint: [rule, module.qualifiedNameAt(at.start), formless(subject)].join('\n'),
    likeness: [rule, formless(subject), formless(line)].join('\n'),
    line,
    ...(measure === undefined ? {} : { measure }),
    ...(isVocabulary === undefined ? {} : { isVocabulary }),
    ...(fix === undefined ? {} : { fix }),
    ...(offer === undefined ? {} : { offer }),
  };
}

/** A text without what a formatter changes: spaces, quotes, the brackets around a whole, and trailing commas. */
const formless = (text: string) => text.replace(/["'()\s,\\]/g, '');

function suppressed(
  module: TestModule,
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  rules: readonly ActiveRule[],
): readonly Finding[] {
  const used = new Set<string>();
  const kept = findings.filter((finding) => {
    const lines = linesThatSpeakFor(module, finding);
    const answering = suppressions.filter(
      ({ kind, rules: named, line }) => named.includes(finding.rule) && (kind === 'file' || lines.has(line)),
    );
    for (const suppression of answering) used.add(key(suppression, finding.rule));
    return answering.length === 0;
  });
  const active = new Set(rules.map(({ rule }) => rule.id));
  const unused = suppressions.flatMap((suppression) =>
    unusedPartsOf(suppression, (rule) => used.has(key(suppression, rule)), active).map((message) =>
      findingOf(module, UNUSED_SUPPRESSION, 'warning', { at: suppression.span, message, subject: message }),
    ),
  );
  return [...kept, ...unused];
}

const key = (suppression: Suppression, rule: string) => `${suppression.span.start} ${rule}`;

/** The lines on which a comment may suppress a finding: its own first and last, and the headers of its definitions. */
function linesThatSpeakFor(module: TestModule, finding: Finding): ReadonlySet<number> {
  return new Set([finding.start.line, finding.end.line, ...module.headerLinesAround(finding.span.start)]);
}

function unusedPartsOf(
  suppression: Suppression,
  isUsed: (rule: string) => boolean,
  active: ReadonlySet<string>,
): readonly string[] {
  if (suppression.rules.length === 0) return ['suppression names no rule; write `ignore[rule]`'];
  return suppression.rules.flatMap((rule) => {
    if (isUsed(rule)) return [];
    return active.has(rule) ? [`suppression of \`${rule}\` suppresses nothing; remove it`] : [];
  });
}
