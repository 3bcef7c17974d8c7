import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../user-error.ts';
import { codeOf } from './working-file.ts';

/** What a lock needs of the process. */
export interface Owner {
  readonly processId: number;
  readonly isRunning: (processId: number) => boolean;
}

const PATIENCE = 60_000;
const PAUSE = 25;

/**
 * Runs alone among the processes that fix the same working tree, so that none reads what another is about to write.
 * Waits for the others, at most a minute; the lock of a process that is no more is taken over. Throws a UserError
 * when the time is up or the directory cannot be written.
 */
export function alone<Value>(directory: string, owner: Owner, run: () => Value): Value {
  const lock = join(directory, 'lock');
  acquire(directory, lock, owner);
  try {
    for (const name of leftovers(directory, owner))
      rmSync(join(directory, name), { recursive: true, force: true });
    return run();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** What killed processes left behind: all but the journals, and what belongs to processes that wait. */
function leftovers(directory: string, { isRunning }: Owner): readonly string[] {
  return readdirSync(directory).filter((name) => {
    const [, waiting] = /^lock\.(\d+)$/.exec(name) ?? [];
    return waiting === undefined ? !KEPT.has(name) : !isRunning(Number(waiting));
  });
}

const KEPT: ReadonlySet<string> = new Set(['lock', 'undo', 'undo.new']);

function acquire(directory: string, lock: string, { processId, isRunning }: Owner): void {
  const own = join(directory, `lock.${processId}`);
  try {
    mkdirSync(directory, { recursive: true });
    writeFileSync(own, String(processId));
    for (let waited = 0; !isTaken(own, lock); waited += PAUSE) {
      const other = holderOf(lock);
      if (other !== undefined && !isRunning(other)) rmSync(lock, { force: true });
      else if (waited < PATIENCE) pause(PAUSE);
      else {
        const holder = other === undefined ? 'another process' : `process ${other}`;
        throw new UserError(`${holder} is still fixing files here; if it is not, delete ${lock}`);
      }
    }
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    throw new UserError(`${directory} cannot be written (${codeOf(error)}); nothing was changed`, {
      cause: error,
    });
  } finally {
    removeOwn(own);
  }
}

function removeOwn(own: string): void {
  try {
    rmSync(own, { force: true });
  } catch (error) {
    // What stands in the way of the directory has been complained about.
    if (codeOf(error) !== 'ENOTDIR') throw error;
  }
}

/** Makes the lock, which holds the process id from its first moment where there are links, unless there is one. */
function isTaken(own: string, lock: string): boolean {
  return isMade(() => {
    try {
      linkSync(own, lock);
    } catch (error) {
      if (!WITHOUT_LINKS.has(codeOf(error))) throw error;
      create(lock, readFileSync(own));
    }
  });
}

/** What file systems without hard links say: FAT and exFAT, some shares. Windows has EISDIR for it. */
const WITHOUT_LINKS: ReadonlySet<string | undefined> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EISDIR',
]);

/** Makes a file where there is none. Whoever reads it before the process id is in it waits. */
function create(lock: string, content: Uint8Array): void {
  const descriptor = openSync(lock, 'wx');
  try {
    writeFileSync(descriptor, content);
  } catch (error) {
    rmSync(lock, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

function isMade(make: () => void): boolean {
  try {
    make();
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** The process that holds the lock; undefined where there is none, or it has not said yet which one it is. */
function holderOf(lock: string): number | undefined {
  try {
    const holder = readFileSync(lock, 'utf8');
    return holder === '' ? undefined : Number(holder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
