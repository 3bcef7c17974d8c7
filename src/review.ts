import type { ReviewCommand } from './arguments.ts';
import { check, SYNTAX_ERROR } from './check.ts';
import type { FileSettings } from './config/load.ts';
import type { ExitCode, Host } from './host.ts';
import { decode } from './python/decode.ts';
import { testModule } from './python/test-module.ts';
import type { Parser } from './python/parse.ts';
import { factsOf } from './report/facts.ts';
import type { Failure } from './report/report.ts';
import { type ReviewedModule, reviewedModule } from './report/review.ts';
import { reviewJson } from './report/review-json.ts';
import { reviewMarkdown } from './report/review-markdown.ts';
import { displayed } from './report/text.ts';
import { parserFor, settingsOf, type Source, sourcesOf, workplaceOf } from './sources.ts';

/** Reviews whole modules and prints a document. */
export async function review(command: ReviewCommand, host: Host): Promise<ExitCode> {
  const workplace = workplaceOf(host);
  const settings = settingsOf(command.configuration, workplace, host);
  const { sources, failures } = sourcesOf({ ...command, scope: 'file' }, workplace, settings, host);
  const parse = parserFor(sources, host);
  const outcomes = sources.map((source) => outcomeOf(source, settings.for(source.place), parse, command));
  const report = {
    modules: outcomes.flatMap((outcome) => (outcome.ok ? outcome.module : [])),
    failures: [...failures, ...outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.failure))],
  };
  for (const { path, reason } of report.failures) {
    host.stderr.write(`proctor: ${displayed(path)}: ${reason}\n`);
  }
  switch (command.format) {
    case 'markdown':
      host.stdout.write(reviewMarkdown(report));
      break;
    case 'json':
      host.stdout.write(reviewJson(report));
  }
  if (report.failures.length > 0) return 2;
  const findings = report.modules.flatMap((module) => module.findings);
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

type Outcome =
  | { readonly ok: true; readonly module: ReviewedModule }
  | { readonly ok: false; readonly failure: Failure };

function outcomeOf(
  { path, place, bytes }: Source,
  { rules, conventions }: FileSettings,
  parse: () => Parser,
  { configuration }: ReviewCommand,
): Outcome {
  const decoded = decode(bytes);
  if (!decoded.ok) return { ok: false, failure: { path, reason: decoded.reason } };
  const module = testModule(place, parse()(decoded.text), conventions, parse());
  const findings = check(module, rules).map((finding) => ({ ...finding, path }));
  const error = findings.find(({ rule }) => rule === SYNTAX_ERROR);
  if (error !== undefined) {
    return { ok: false, failure: { path, reason: `line ${error.start.line}: ${error.message}` } };
  }
  return {
    ok: true,
    module: reviewedModule({
      path,
      findings,
      rules: rules.map(({ rule }) => rule),
      facts: factsOf(module),
      command: `proctor --fix --scope file --preset ${configuration.preset} ${shellWord(path)}`,
    }),
  };
}

/** A word as a POSIX shell reads it. */
function shellWord(word: string): string {
  return /^[\w./+@%-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
