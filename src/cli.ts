import { readFileSync, realpathSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { main } from './main.ts';
import type { Host, Output } from './host.ts';
import { loadParser, type Parser } from './python/parse.ts';
import { compiling } from './v8.ts';

declare const PROCTOR_VERSION: string;

const { optimizeLate, compileWebAssemblyOnce, compileWebAssemblyTwice } = compiling(process.versions.node);
optimizeLate();

const host: Host = {
  cwd: process.cwd(),
  environment: process.env,
  version: PROCTOR_VERSION,
  get program() {
    return { node: process.execPath, program: realpathSync(process.argv[1] ?? '') };
  },
  processId: process.pid,
  isRunning,
  uninterrupted,
  stdout: output(1),
  stderr: output(2),
  stdin: () => readFileSync(0),
  parser: (bytes) => (bytes < TIER_UP_BYTES ? parserForLittle() : parserOf(shipped)),
};

const TIER_UP_BYTES = 1_500_000;

function parserOf(bytesOf: (name: string) => Buffer): Parser {
  const load = (name: string) => new WebAssembly.Module(bytesOf(name));
  return loadParser(load('web-tree-sitter.wasm'), load('tree-sitter-python.wasm'));
}

const shipped = (name: string) => readFileSync(join(import.meta.dirname, '..', 'dist', name));

/** A parser that starts soon, and is replaced by one that runs fast once it has read much: a rename reads a project. */
function parserForLittle(): Parser {
  compileWebAssemblyOnce();
  let parse = parserOf(shipped);
  let read = 0;
  return (text) => {
    const isReplaced = read < TIER_UP_BYTES && read + text.length >= TIER_UP_BYTES;
    read += text.length;
    if (isReplaced) parse = parserForMuch();
    return parse(text);
  };
}

function parserForMuch(): Parser {
  compileWebAssemblyTwice();
  // V8 would give code that it has for the same bytes: an empty section that has a name makes them others.
  const section = Buffer.from([0, 2, 1, 'x'.charCodeAt(0)]);
  return parserOf((name) => Buffer.concat([shipped(name), section]));
}

function output(descriptor: 1 | 2): Output {
  return {
    // Making the stream loads the network stack: only a run that prints something asks.
    get isTerminal() {
      return (descriptor === 1 ? process.stdout : process.stderr).isTTY;
    },
    write: (content) => writeAll(descriptor, Buffer.from(content)),
  };
}

/** Writes everything before it returns, so that the process may end at once; a reader that has gone is no error. */
function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
      // A pipe that does not block is full; wait for its reader.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function isRunning(processId: number): boolean {
  try {
    // Signal 0 only asks (kill(2)).
    return process.kill(processId, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function uninterrupted<Value>(run: () => Value): Value {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const ignore = () => {};
  for (const signal of signals) process.on(signal, ignore);
  try {
    return run();
  } finally {
    for (const signal of signals) process.off(signal, ignore);
  }
}

function crash(error: unknown): never {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  host.stderr.write(`proctor: internal error; please report this:\n${trace}\n`);
  process.exit(2);
}

process.on('uncaughtException', crash);
process.on('unhandledRejection', crash);
main(process.argv.slice(2), host).then((code) => process.exit(code), crash);
