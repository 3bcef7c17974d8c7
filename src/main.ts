import { type CheckCommand, type Command, parseArguments } from './arguments.ts';
import { check, everythingIn } from './check.ts';
import type { FileSettings } from './config/load.ts';
import type { Finding } from './finding.ts';
import type { ExitCode, Host } from './host.ts';
import { introduced } from './introduced.ts';
import { decode } from './python/decode.ts';
import { testModule } from './python/test-module.ts';
import type { Parser } from './python/parse.ts';
import { print } from './report/print.ts';
import type { Failure } from './report/report.ts';
import { parserFor, settingsOf, type Source, sourcesOf, workplaceOf } from './sources.ts';
import { UserError } from './user-error.ts';

/** Runs one command line; all of the world comes in through the host. */
export async function main(argv: readonly string[], host: Host): Promise<ExitCode> {
  try {
    return await run(parseArguments(argv), host);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    host.stderr.write(`proctor: ${error.message}\n`);
    return 2;
  }
}

async function run(command: Command, host: Host): Promise<ExitCode> {
  switch (command.name) {
    case 'help':
      host.stdout.write(command.text);
      return 0;
    case 'version':
      host.stdout.write(`proctor ${host.version}\n`);
      return 0;
    case 'install':
    case 'uninstall': {
      const { installation } = await import('./commands.ts');
      host.stdout.write(await installation(command, host));
      return 0;
    }
    case 'review': {
      const { review } = await import('./commands.ts');
      return review(command, host);
    }
    case 'rename': {
      const { rename } = await import('./commands.ts');
      return rename(command, host);
    }
    case 'undo': {
      const { undoLastFix } = await import('./commands.ts');
      return undoLastFix(host);
    }
    case 'check':
      return checkSources(command, host);
  }
}

/** The pipeline: the sources, the findings in each, those that the change introduces, the report. */
async function checkSources(command: CheckCommand, host: Host): Promise<ExitCode> {
  const workplace = workplaceOf(host);
  const settings = settingsOf(command.configuration, workplace, host);
  const { sources, failures } = sourcesOf(command, workplace, settings, host);
  const parse = parserFor(sources, host);
  const review = (source: Source) => reviewed(source, settings.for(source.place), parse);
  const isRepaired = ({ place }: Source) => isRepairing(command, settings.for(place));
  if (sources.some(isRepaired)) {
    const { fixSources } = await import('./commands.ts');
    const inspection = { sources, failures, isRepaired, workplace, settings, parse };
    return fixSources(
      command,
      { ...inspection, review: (source, bytes) => review({ ...source, bytes }) },
      host,
    );
  }
  const outcomes = sources.map(review);
  const report = {
    findings: outcomes.flatMap((outcome) => (outcome.ok ? outcome.findings : [])),
    checked: outcomes.filter(({ ok }) => ok).length,
    command: 'proctor --fix',
    failures: [...failures, ...outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.failure))],
  };
  await print(report, command, host);
  if (report.failures.length > 0) return 2;
  return report.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function isRepairing({ source, fix, diff }: CheckCommand, settings: FileSettings): boolean {
  return diff || (fix ?? (settings.fix && source.from !== 'stdin'));
}

type Outcome =
  | { readonly ok: true; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly failure: Failure };

/** The findings of a source, those left out that its bases have too. */
export function reviewed(
  { path, place, bytes, bases }: Source,
  settings: FileSettings,
  parse: () => Parser,
): Outcome {
  const decoded = decode(bytes);
  if (!decoded.ok) return { ok: false, failure: { path, reason: decoded.reason } };
  const moduleOf = (text: string) => testModule(place, parse()(text), settings.conventions, parse());
  const findings = check(moduleOf(decoded.text), settings.rules);
  const shown = { ok: true, findings: findings.map((finding) => ({ ...finding, path })) } as const;
  if (bases === undefined || findings.length === 0) return shown;
  const standing = bases.map((base) => {
    const text = decode(base);
    return text.ok ? everythingIn(moduleOf(text.text), settings.rules) : [];
  });
  return { ok: true, findings: introduced({ findings: shown.findings, bases: standing }) };
}
