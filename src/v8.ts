import { setFlagsFromString } from 'node:v8';

/** What V8 is told about compiling; each answer is for the whole process. */
export interface Compiling {
  /**
   * V8 would optimize functions so early, in the background, that a run over few files ends before it pays and one over
   * many does it again: up to a fifth of the CPU time, and no less waiting.
   */
  readonly optimizeLate: () => void;
  /** V8 would compile WebAssembly again in the background, and wait for that at exit: it pays only for much source. */
  readonly compileWebAssemblyOnce: () => void;
  readonly compileWebAssemblyTwice: () => void;
}

/** V8 prints a line about a flag that it does not know: versions of Node later than those that were tried get none. */
export function compiling(nodeVersion: string): Compiling {
  const major = Number.parseInt(nodeVersion, 10);
  const set = (...flags: readonly string[]): void => {
    if (major <= LAST_TRIED) for (const flag of flags) setFlagsFromString(flag);
  };
  return {
    optimizeLate() {
      if (major === 20) set('--interrupt-budget=1000000');
      else set('--invocation-count-for-maglev=4000', '--invocation-count-for-turbofan=30000');
    },
    // From Node 24 on the first flag, set at run time, does not entail the others.
    compileWebAssemblyOnce: () => set('--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'),
    compileWebAssemblyTwice: () => set('--no-liftoff-only', '--wasm-tier-up', '--wasm-dynamic-tiering'),
  };
}

const LAST_TRIED = 26;
