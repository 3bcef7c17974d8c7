import { chmod, cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const hookScript = fileURLToPath(new URL('../../hooks/pre-commit', import.meta.url));

/**
 * An installed package in `directory`: the hook script, and a program that appends its arguments to the file that
 * RECORD names and ends as ENDING says: an exit status, `throw` or the name of a signal. Gives the path of the program.
 */
export async function installedPackage(directory: string): Promise<string> {
  const program = join(directory, 'dist/proctor.cjs');
  await mkdir(dirname(program), { recursive: true });
  await cp(hookScript, join(directory, 'hooks/pre-commit'));
  await writeFile(
    program,
    `#!/usr/bin/env node
const { RECORD, ENDING = '0' } = process.env;
require('node:fs').appendFileSync(RECORD, JSON.stringify([process.argv[1], ...process.argv.slice(2)]) + '\\n');
if (ENDING === 'throw') throw new Error('a crash');
if (ENDING.startsWith('SIG')) process.kill(process.pid, ENDING);
else process.exitCode = Number(ENDING);
`,
  );
  await chmod(program, 0o755);
  return program;
}
