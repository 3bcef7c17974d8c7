import { type CheckCommand, type Command, parseArguments } from './arguments.ts';
import type { FileSettings } from './config/load.ts';
import type { ExitCode, Host } from './host.ts';
import { print } from './report/print.ts';
import { reviewerOf } from './reviewer.ts';
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
  const change = sourcesOf(command, workplace, settings, host);
  const { sources, failures } = change;
  const parse = parserFor(sources, host);
  const review = reviewerOf(change, settings, parse);
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
