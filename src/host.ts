import type { Parser } from './python/parse.ts';

/** Everything of the process that a run needs; what it reads and runs of files and git goes through its own doors. */
export interface Host {
  /** Absolute. */
  readonly cwd: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly version: string;
  /** What an installed hook calls: absolute paths. */
  readonly program: { readonly node: string; readonly program: string };
  readonly processId: number;
  readonly isRunning: (processId: number) => boolean;
  /** Runs to its end although the process is asked to stop, by Ctrl-C for one. */
  readonly uninterrupted: <Value>(run: () => Value) => Value;
  readonly stdout: Output;
  readonly stderr: Output;
  /** All of standard input. */
  readonly stdin: () => Uint8Array;
  /** Loads the parser, for about so many bytes of source. */
  readonly parser: (bytes: number) => Parser;
}

export interface Output {
  readonly isTerminal: boolean;
  readonly write: (content: string | Uint8Array) => void;
}

/** 0: nothing to block; 1: findings of severity error, or files rewritten; 2: could not run, or not on every file. */
export type ExitCode = 0 | 1 | 2;
