import { openRepository } from '../git/repository.ts';
import { settle, type Undone, undo } from '../git/undo.ts';
import type { ExitCode, Host } from '../host.ts';
import { displayed } from '../report/text.ts';
import { UserError } from '../user-error.ts';
import { undisturbed } from './fix.ts';

/** Takes back the last fix, and says for each file what became of it. */
export function undoLastFix(host: Host): ExitCode {
  const repository = openRepository(host.cwd, host.environment);
  // A fix that was stopped halfway is the last one.
  const undone = undisturbed(repository, host, () => settle(repository) ?? undo(repository));
  if (undone === undefined) throw new UserError('undo: there is no fix to take back');
  const { paths, unwritten } = undone;
  for (const path of paths) host.stdout.write(`${lineFor(path)}\n`);
  for (const { path, reason } of unwritten) host.stderr.write(`proctor: ${displayed(path)}: ${reason}\n`);
  if (unwritten.length > 0) return 2;
  const isLeft = paths.some(({ index, file }) => index === 'changed since' || file === 'changed since');
  return isLeft ? 1 : 0;
}

function lineFor({ path, index, file }: Undone): string {
  const parts = [
    ...(index === undefined ? [] : [`index ${index}`]),
    ...(file === undefined ? [] : [`file ${file}`]),
  ];
  return `${displayed(path)}: ${parts.join(', ')}`;
}
