import type { CheckCommand } from '../arguments.ts';
import type { Host, Output } from '../host.ts';
import { jsonReport } from './json.ts';
import type { Report } from './report.ts';
import { displayed, type Paint, plain, textReport } from './text.ts';

/** What a report is printed to. */
export type Printer = Pick<Host, 'stdout' | 'stderr' | 'environment'>;

/** Prints a report as the command line asks for it: findings to standard output, failures to standard error. */
export async function print(report: Report, command: CheckCommand, host: Printer): Promise<void> {
  for (const { path, reason } of report.failures)
    host.stderr.write(`proctor: ${displayed(path)}: ${reason}\n`);
  switch (command.format) {
    case 'json':
      host.stdout.write(jsonReport(report));
      return;
    case 'text': {
      const findings = command.quiet
        ? report.findings.filter(({ severity }) => severity === 'error')
        : report.findings;
      if (findings.length === 0) return;
      host.stdout.write(textReport({ ...report, findings }, await paintFor(command.color, host)));
    }
  }
}

async function paintFor(asked: boolean | undefined, { stdout, environment }: Printer): Promise<Paint> {
  if (!(asked ?? isColourful(stdout, environment))) return plain;
  const { $, bold, red, yellow, dim } = await import('kleur/colors');
  $.enabled = true;
  return { bold, red, yellow, dim };
}

/** The conventions of no-color.org and force-color.org; a terminal that calls itself dumb has no colours. */
function isColourful({ isTerminal }: Output, environment: NodeJS.ProcessEnv): boolean {
  if (isSet(environment['NO_COLOR'])) return false;
  const force = environment['FORCE_COLOR'];
  if (isSet(force)) return force !== '0' && force !== 'false';
  return isTerminal && environment['TERM'] !== 'dumb';
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}
