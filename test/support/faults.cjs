/**
 * Loaded before the program, it counts what is written: calls of the file system that change something, and runs of git
 * that do. At the FAULT_AT-th, FAULT says what happens: `kill` ends the process right after it, as SIGKILL does; `full`
 * lets it and all that would take space after it fail as on a full disk; `once` lets it alone fail, unless it removes
 * something; `unlinked` lets every hard link fail, as a file system does that has none. The count is written to
 * FAULT_COUNT.
 */
const fs = require('node:fs');
const childProcess = require('node:child_process');

const { FAULT, FAULT_AT, FAULT_COUNT } = process.env;
const { writeFileSync } = fs;
let count = 0;

/** Performs one write, or lets it fail. */
function counted(name, takesSpace, perform, fail) {
  count += 1;
  if (FAULT === 'unlinked' && name === 'linkSync')
    throw Object.assign(new Error('EPERM: operation not permitted, link'), {
      code: 'EPERM',
      syscall: 'link',
    });
  // A call that is made of others, such as `writeFileSync`, has its own number and they have theirs.
  const own = count;
  if (FAULT_COUNT !== undefined) writeFileSync(FAULT_COUNT, String(count));
  if (FAULT === 'once' && !/^rm|^unlink/.test(name) && own === Number(FAULT_AT)) return fail();
  if (FAULT === 'full' && takesSpace && own >= Number(FAULT_AT)) return fail();
  const result = perform();
  if (FAULT === 'kill' && own === Number(FAULT_AT)) process.kill(process.pid, 'SIGKILL');
  return result;
}

function noSpace(name, path) {
  const error = new Error(`ENOSPC: no space left on device, ${name} '${path}'`);
  // An error of a descriptor has no path, and what is full is found out by writing to one.
  const named = /^(?:open|mkdir|link|rename)/.test(name) ? { path } : {};
  throw Object.assign(error, { code: 'ENOSPC', syscall: name, ...named });
}

const isWrite = {
  openSync: ([, flags]) => flags !== undefined && flags !== 'r',
  writeSync: ([descriptor]) => descriptor > 2,
};
const taking = ['openSync', 'writeSync', 'writeFileSync', 'mkdirSync', 'linkSync', 'fsyncSync'];
const freeing = ['renameSync', 'rmSync', 'unlinkSync', 'ftruncateSync', 'fchmodSync', 'fchownSync'];
for (const name of [...taking, ...freeing]) {
  const original = fs[name];
  fs[name] = (...given) => {
    if (isWrite[name] !== undefined && !isWrite[name](given)) return original(...given);
    const fail = () => noSpace(name, given[0]);
    return counted(name, taking.includes(name), () => original(...given), fail);
  };
}

const { spawnSync } = childProcess;
childProcess.spawnSync = (program, words, options) => {
  const run = () => spawnSync(program, words, options);
  if (!words.includes('hash-object') && !words.includes('update-index')) return run();
  const stderr = Buffer.from('fatal: unable to write new_index file: No space left on device\n');
  return counted('git', true, run, () => ({ status: 128, signal: null, stdout: Buffer.alloc(0), stderr }));
};
