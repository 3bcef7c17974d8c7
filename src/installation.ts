import type { InstallCommand, UninstallCommand } from './arguments.ts';
import { installHook, uninstallHook } from './git/install.ts';
import { openRepository } from './git/repository.ts';
import type { Host } from './host.ts';

/** Installs or removes git's pre-commit hook; the sentence says what was done. Throws a UserError where it is not. */
export async function installation(command: InstallCommand | UninstallCommand, host: Host): Promise<string> {
  const repository = openRepository(host.cwd, host.environment);
  if (command.name === 'install') {
    const done = await installHook(repository, host.program, command.force);
    switch (done.did) {
      case 'created':
        return `installed ${done.hook}\n`;
      case 'updated':
        return `updated ${done.hook}\n`;
      case 'chained':
        return `installed ${done.hook}; the hook that was there runs first, from ${done.previous}\n`;
    }
  }
  const done = await uninstallHook(repository);
  switch (done.did) {
    case 'removed':
      return `removed ${done.hook}\n`;
    case 'restored':
      return `removed ${done.hook}; the hook that was there before is back\n`;
    case 'nothing':
      return done.found === 'absent'
        ? `nothing to remove: there is no hook ${done.hook}\n`
        : `nothing removed: ${done.hook} is not proctor's\n`;
  }
}
